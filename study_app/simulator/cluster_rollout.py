"""A rolling update on a real cluster: placement decides which tasks fit, and where.

The limits and the order of steps are those of `rollout`; room is not a number here but what the
instances have left. Stops follow the strategies turned round, the oldest deployment first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from study_app.simulator import rollout_rules as rules
from study_app.simulator.cluster import ContainerInstance, Task
from study_app.simulator.deployment import (
    DeploymentConfiguration,
    DeploymentError,
    range_problems,
)
from study_app.simulator.notebook import Notebook
from study_app.simulator.placement import place
from study_app.simulator.placement_filters import Considered
from study_app.simulator.placement_strategy import (
    SERVICE_STRATEGY,
    PlacementConstraint,
    PlacementRequest,
    PlacementStrategy,
)
from study_app.simulator.rollout import (
    COMPLETED,
    MOST_TASKS,
    STUCK_LIMITS,
    STUCK_ROOM,
    Ending,
    Outcome,
    State,
    Step,
    StepKind,
)
from study_app.simulator.termination import terminate
from study_app.simulator.trace import Applied

STUCK_PROTECTED = Ending(
    Outcome.STUCK,
    rules.STUCK_PROTECTED,
    "service (service-name) was unable to scale in because of task protection",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceUpdate:
    """A new deployment of a service: `task` is what each new task takes.

    The tasks of the same group that run on the cluster are the old ones.
    """

    desired: int
    task: Task
    configuration: DeploymentConfiguration = field(default_factory=DeploymentConfiguration)
    strategies: tuple[PlacementStrategy, ...] = SERVICE_STRATEGY
    constraints: tuple[PlacementConstraint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterStep:
    """A step with the instance of each task. `considered` explains each choice if asked for."""

    step: Step
    instances: tuple[str, ...]
    considered: tuple[tuple[Considered, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterResult:
    """A rollout on a cluster from its first step to its ending, and the cluster afterwards."""

    lower: int
    upper: int
    steps: tuple[ClusterStep, ...]
    ending: Ending
    cluster: tuple[ContainerInstance, ...]
    closing: tuple[Applied, ...] = ()

    @property
    def outcome(self) -> Outcome:
        return self.ending.outcome


def roll_out_on(
    instances: Sequence[ContainerInstance], update: ServiceUpdate, *, explain: bool = False
) -> ClusterResult:
    """Replace the old tasks on `instances`, as far as limits, room and protection allow.

    Where a task finds no instance the rollout goes on with those that did. `explain` adds the
    trace and changes nothing else. Raises DeploymentError for numbers out of range.
    """
    _require_simulable(update)
    run = _Run(instances, update, explain=explain)
    while not run.done:
        stopped, started = run.stop(), run.start()
        if not stopped and not started:
            break
    return run.result()


class _Run:
    """One rollout: the cluster as its tasks are replaced."""

    def __init__(
        self, instances: Sequence[ContainerInstance], update: ServiceUpdate, *, explain: bool
    ) -> None:
        self._cluster = tuple(instances)
        self._update = update
        self._explain = explain
        self._notes = Notebook(explain=explain)
        self._lower = update.configuration.lower(update.desired)
        self._upper = update.configuration.upper(update.desired)
        old = [task for one in instances for task in one.tasks_of(update.task.group)]
        self._state = State(len(old), 0)
        self._protected = sum(task.protected for task in old)
        newest = max((task.deployment for task in old), default=0)
        self._task = replace(update.task, deployment=newest + 1)
        self._steps: list[ClusterStep] = []
        self._unplaced = 0

    @property
    def done(self) -> bool:
        return self._state == State(0, self._update.desired)

    def stop(self) -> int:
        """Stop as many old tasks as the lower limit and their protection allow."""
        old, running = self._state.old, self._state.running
        count = max(0, min(old - self._protected, running - self._lower))
        self._notes.note(
            rules.STOP,
            "stop = max(0, min({} - {}, {} - {})) = {}",
            old,
            self._protected,
            running,
            self._lower,
            count,
        )
        if count:
            group, strategies = self._task.group, self._update.strategies
            result = terminate(self._cluster, group, count, strategies, explain=self._explain)
            self._cluster = result.instances
            self._step(
                StepKind.STOP,
                State(old - count, self._state.new),
                tuple(each.instance for each in result.stopped),
                tuple(each.trace for each in result.stopped),
            )
        return count

    def start(self) -> int:
        """Start as many new tasks as the upper limit allows and the instances hold."""
        desired, state = self._update.desired, self._state
        wanted = max(0, min(desired - state.new, self._upper - state.running))
        self._notes.note(
            rules.START,
            "start = max(0, min({} - {}, {} - {})) = {}",
            desired,
            state.new,
            self._upper,
            state.running,
            wanted,
        )
        request = PlacementRequest(
            task=self._task,
            count=wanted,
            strategies=self._update.strategies,
            constraints=self._update.constraints,
        )
        placement = place(self._cluster, request, explain=self._explain)
        placed = tuple(name for name in placement.placed_on if name is not None)
        self._unplaced = wanted - len(placed)
        self._notes.note(rules.PLACED, "placed = {} of {}", len(placed), wanted)
        if placed:
            self._cluster = placement.instances
            self._step(
                StepKind.START,
                State(state.old, state.new + len(placed)),
                placed,
                tuple(choice.trace for choice in placement.choices),
            )
        return len(placed)

    def _step(
        self,
        kind: StepKind,
        after: State,
        instances: tuple[str, ...],
        considered: tuple[tuple[Considered, ...], ...],
    ) -> None:
        step = Step(kind, len(instances), after, self._notes.trace)
        considered = considered if self._explain else ()
        self._steps.append(ClusterStep(step=step, instances=instances, considered=considered))
        self._notes = Notebook(explain=self._explain)
        self._state = after

    def result(self) -> ClusterResult:
        ending = COMPLETED if self.done else self._why_stuck()
        state = self._state
        self._notes.note(
            ending.rule, "old = {}, new = {}: {}", state.old, state.new, ending.outcome
        )
        return ClusterResult(
            lower=self._lower,
            upper=self._upper,
            steps=tuple(self._steps),
            ending=ending,
            cluster=self._cluster,
            closing=self._notes.trace,
        )

    def _why_stuck(self) -> Ending:
        if self._unplaced:
            return STUCK_ROOM
        only_protected = self._state.old == self._protected > 0
        return STUCK_PROTECTED if only_protected else STUCK_LIMITS


def _require_simulable(update: ServiceUpdate) -> None:
    problems = list(range_problems(update.configuration))
    if not 0 <= update.desired <= MOST_TASKS:
        problems.append(f"desired is {update.desired}; write a number from 0 to {MOST_TASKS}")
    if problems:
        raise DeploymentError("; ".join(problems))
