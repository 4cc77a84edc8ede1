"""A capacity provider with managed scaling, minute by minute.

Times are seconds from the beginning. All tasks are alike, and so are all instances. Binpack fills
one instance after another and empties the emptiest first, so at most one instance is partly full,
and counts describe the state completely.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction

from study_app.simulator.engines.capacity import rules
from study_app.simulator.engines.capacity.capacity import (
    Action,
    CapacityDecision,
    GroupState,
    ManagedScaling,
    manage,
)
from study_app.simulator.engines.capacity.needs import InstanceType, ProvisioningGroup, fitting
from study_app.simulator.engines.capacity.strategy import MOST_TASKS
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.model.trace import Applied

MOST_MINUTES = 1440
"""The longest timeline, one day."""

MOST_INSTANCES = 100_000
"""The most instances at the beginning."""

_SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """From `at` on, the number of tasks wanted with the provider's strategy."""

    at: int
    tasks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityInput:
    """Everything known in advance about a provider and its demand.

    `running` instances exist at the start, all empty. Only the requirements of `task` count, not
    its number. The timeline runs from minute 0 to `minutes`, both included.
    """

    instance_type: InstanceType
    task: ProvisioningGroup
    demand: tuple[Demand, ...]
    minutes: int
    running: int = 0
    settings: ManagedScaling = field(default_factory=ManagedScaling)

    def __post_init__(self) -> None:
        ranges = [
            ("minutes", self.minutes, 1, MOST_MINUTES),
            ("running", self.running, 0, MOST_INSTANCES),
            *(("tasks", demand.tasks, 0, MOST_TASKS) for demand in self.demand),
        ]
        problems = [
            Problem.out_of_range(name, value, least, most)
            for name, value, least, most in ranges
            if not least <= value <= most
        ]
        if problems:
            raise Refused(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Minute:
    """One minute as managed scaling sees it, and what it does then.

    `tasks` run and `provisioning` tasks wait, together as many as `wanted`. The effect of `action`
    on `instances` shows one minute later.
    """

    at: int
    wanted: int
    tasks: int
    provisioning: int
    instances: int
    reservation: Fraction
    action: Action
    trace: tuple[Applied, ...] = ()

    def looks_like(self, other: "Minute") -> bool:
        """Whether nothing but time changed between the two."""
        return replace(self, at=0, trace=()) == replace(other, at=0, trace=())


def run(scenario: CapacityInput, *, explain: bool = False) -> tuple[Minute, ...]:
    """The first minute, every minute in which something changes, and the last minute.

    Raises Refused for settings that AWS refuses.
    """
    first, *others = _minutes(scenario, explain=explain)
    moments, last = [first], first
    for moment in others:
        if not moment.looks_like(last):
            moments.append(moment)
        last = moment
    return tuple(moments if moments[-1] is last else [*moments, last])


def _minutes(scenario: CapacityInput, *, explain: bool) -> Iterator[Minute]:
    provider = _Provider(scenario, explain=explain)
    for minute in range(scenario.minutes + 1):
        yield provider.at(_SECONDS * minute)


class _Provider:
    """A capacity provider while time passes."""

    def __init__(self, scenario: CapacityInput, *, explain: bool) -> None:
        self._scenario = scenario
        self._explain = explain
        self._demand = sorted(scenario.demand, key=lambda demand: demand.at)
        self._times = [demand.at for demand in self._demand]
        self._slots = fitting(replace(scenario.task, count=1), scenario.instance_type)
        self._tasks = self._provisioning = 0
        self._instances = self._instances_next = scenario.running
        self._minutes_below = 0
        self._scaled_out_at: int | None = None

    def at(self, now: int) -> Minute:
        notes = Notebook(explain=self._explain)
        if self._instances_next != self._instances:
            notes.note(rules.NEXT_MINUTE, "{} -> {}", self._instances, self._instances_next)
            self._instances = self._instances_next
        wanted = self._wanted(now)
        self._ask_for(wanted, notes)
        self._place(notes)
        decision = self._decide(now)
        return Minute(
            at=now,
            wanted=wanted,
            tasks=self._tasks,
            provisioning=self._provisioning,
            instances=self._instances,
            reservation=decision.reservation,
            action=self._follow(decision, now),
            trace=(*notes.trace, *decision.trace),
        )

    def _wanted(self, now: int) -> int:
        entry = bisect_right(self._times, now)
        return self._demand[entry - 1].tasks if entry else 0

    def _ask_for(self, wanted: int, notes: Notebook) -> None:
        """Tasks beyond the demand stop, waiting ones first; missing tasks start to wait."""
        if wanted < self._tasks + self._provisioning:
            notes.note(rules.STOP, "{} + {} -> {}", self._tasks, self._provisioning, wanted)
        self._tasks = min(self._tasks, wanted)
        self._provisioning = wanted - self._tasks

    def _place(self, notes: Notebook) -> None:
        if not self._provisioning:
            return
        room = self._instances * self._slots - self._tasks
        placed = min(self._provisioning, room)
        notes.note(
            rules.PLACE,
            "min({}, {} x {} - {}) = {}",
            self._provisioning,
            self._instances,
            self._slots,
            self._tasks,
            placed,
        )
        self._tasks += placed
        self._provisioning -= placed

    def _decide(self, now: int) -> CapacityDecision:
        since = None if self._scaled_out_at is None else now - self._scaled_out_at
        state = GroupState(
            running=self._instances,
            busy=-(-self._tasks // self._slots) if self._tasks else 0,
            provisioning=(replace(self._scenario.task, count=self._provisioning),),
            instance_types=(self._scenario.instance_type,),
            # This minute is a data point too. If it is not below, the count is not looked at.
            minutes_below=self._minutes_below + 1,
            seconds_since_scale_out=since,
        )
        return manage(state, self._scenario.settings, explain=self._explain)

    def _follow(self, decision: CapacityDecision, now: int) -> Action:
        """Apply the decision, which is no change during a warm-up or a wait."""
        below = decision.reservation < self._scenario.settings.targetCapacity
        self._minutes_below = self._minutes_below + 1 if below else 0
        self._instances_next = decision.instances
        if decision.instances == self._instances:
            return Action.NONE
        if decision.instances > self._instances:
            self._scaled_out_at = now
        return decision.action
