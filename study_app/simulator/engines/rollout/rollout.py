"""A rolling update, step by step, in numbers of tasks.

Amazon ECS replaces the tasks of a service between two limits: never fewer healthy tasks than
`lower`, never more tasks than `upper`, and never more than the cluster has room for. A round
stops old tasks, then starts new ones; all of these become healthy before the next round.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from study_app.simulator.engines.rollout import rules
from study_app.simulator.engines.rollout.deployment import (
    MOST_MAXIMUM_PERCENT,
    DeploymentConfiguration,
    RevisionCounts,
    RolloutInput,
    range_problems,
    validate,
)
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.model.trace import Applied, Rule

__all__ = [
    "COMPLETED",
    "MOST_TASKS",
    "STUCK_LIMITS",
    "STUCK_ROOM",
    "DeploymentConfiguration",
    "Ending",
    "Result",
    "RevisionCounts",
    "RolloutInput",
    "RolloutOutcome",
    "RolloutStep",
    "StepKind",
    "cautions",
    "explain_limits",
    "roll_out",
    "unusual_limits",
    "validate",
]

MOST_TASKS = 100_000
"""The largest desired count that is simulated; a rollout has up to twice as many steps."""


class StepKind(StrEnum):
    """What a step does: stop tasks of the old revision, or start tasks of the new one."""

    STOP = "STOP"
    START = "START"


@dataclass(frozen=True, slots=True)
class RolloutStep:
    """`count` tasks stopped or started at once; `after` is the resulting state.

    `trace` is empty unless requested. It holds the decisions since the previous step, including
    those that allowed nothing, and this step's own last.
    """

    kind: StepKind
    count: int
    after: RevisionCounts
    trace: tuple[Applied, ...] = ()

    @property
    def old(self) -> int:
        return self.after.old

    @property
    def new(self) -> int:
        return self.after.new

    def __str__(self) -> str:
        match self.kind:
            case StepKind.STOP:
                return f"-{self.count}"
            case StepKind.START:
                return f"+{self.count}"
            case _:
                assert_never(self.kind)


class RolloutOutcome(StrEnum):
    """How a rollout ends."""

    COMPLETED = "COMPLETED"
    STUCK = "STUCK"


@dataclass(frozen=True, slots=True)
class Ending:
    """An outcome, the rule that led to it, and the service event that AWS documents for it."""

    outcome: RolloutOutcome
    rule: Rule
    event: str


COMPLETED = Ending(
    RolloutOutcome.COMPLETED, rules.COMPLETED, "service (service-name) has reached a steady state."
)
STUCK_LIMITS = Ending(
    RolloutOutcome.STUCK,
    rules.STUCK_LIMITS,
    "service (service-name) was unable to stop or start tasks during a deployment because of the "
    "service deployment configuration. Update the minimumHealthyPercent or maximumPercent value "
    "and try again.",
)
STUCK_ROOM = Ending(
    RolloutOutcome.STUCK,
    rules.STUCK_ROOM,
    "service (service-name) was unable to place a task because no container instance met all of "
    "its requirements.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A rollout from its first step to its ending.

    `closing` is the trace after the last step; it is empty unless a trace was requested.
    """

    parameters: RolloutInput
    lower: int
    upper: int
    steps: tuple[RolloutStep, ...]
    ending: Ending
    closing: tuple[Applied, ...] = ()

    @property
    def outcome(self) -> RolloutOutcome:
        return self.ending.outcome

    @property
    def why(self) -> str:
        """The reason for the outcome in English, with AWS's event text."""
        return f"{self.ending.rule.text('en')} Event: {self.ending.event}"

    @property
    def states(self) -> tuple[RevisionCounts, ...]:
        """The state after each step; the initial state is not among them."""
        return tuple(step.after for step in self.steps)

    @property
    def limits(self) -> tuple[Applied, ...]:
        """Lower and upper limit as formulas; present even without a trace."""
        return explain_limits(self.parameters.desired, self.parameters.configuration)

    @property
    def trace(self) -> tuple[Applied, ...]:
        """Every decision in order; empty unless a trace was requested."""
        if not self.closing:
            return ()
        by_step = (applied for step in self.steps for applied in step.trace)
        return (*self.limits, *by_step, *self.closing)


def explain_limits(desired: int, configuration: DeploymentConfiguration) -> tuple[Applied, Applied]:
    """Lower and upper limit of `desired` tasks with their numbers."""
    minimum, maximum = configuration.minimumHealthyPercent, configuration.maximumPercent
    lower, upper = configuration.lower(desired), configuration.upper(desired)
    return (
        Applied(rules.LOWER, f"lower = ceil({desired} x {minimum} / 100) = {lower}"),
        Applied(rules.UPPER, f"upper = floor({desired} x {maximum} / 100) = {upper}"),
    )


def cautions(parameters: RolloutInput) -> tuple[Applied, ...]:
    """What is unusual about a rollout within slots that is simulated anyway, with the numbers."""
    found = unusual_limits(parameters.configuration)
    if parameters.room is not None and parameters.room < parameters.desired:
        formula = f"room = {parameters.room} < desired = {parameters.desired}"
        found = (*found, Applied(rules.SHORT_OF_ROOM, formula))
    return found


def unusual_limits(configuration: DeploymentConfiguration) -> tuple[Applied, ...]:
    """What is unusual about percentages that AWS may accept."""
    maximum = configuration.maximumPercent
    if maximum <= MOST_MAXIMUM_PERCENT:
        return ()
    formula = f"maximumPercent = {maximum} > {MOST_MAXIMUM_PERCENT}"
    return (Applied(rules.UNUSUAL_MAXIMUM, formula),)


def roll_out(parameters: RolloutInput, *, explain: bool = False) -> Result:
    """Replace every old task with a new one, as far as the limits and the room allow.

    `explain` adds the trace and changes nothing else. 100/100 percent, which AWS refuses (see
    `validate`), is simulated too and gets stuck.

    Raises Refused for counts and percentages out of range.
    """
    _require_simulable(parameters)
    limits = _Limits.of(parameters)
    state, goal = parameters.initial, RevisionCounts(0, parameters.desired)
    steps: list[RolloutStep] = []
    trace: list[Applied] = []
    ending = COMPLETED

    while state != goal:
        before = state
        for kind in (StepKind.STOP, StepKind.START):
            count = limits.count(kind, state)
            if explain:
                trace += limits.explain(kind, state, count)
            if count > 0:
                state = _after(kind, count, state)
                steps.append(RolloutStep(kind, count, state, tuple(trace)))
                trace.clear()
        if state == before:
            ending = limits.why_stuck(state)
            break

    return Result(
        parameters=parameters,
        lower=limits.lower,
        upper=limits.upper,
        steps=tuple(steps),
        ending=ending,
        closing=(*trace, _explain_ending(ending, state)) if explain else (),
    )


@dataclass(frozen=True, slots=True)
class _Limits:
    """The bounds on every stop and start of one rollout."""

    desired: int
    lower: int
    upper: int
    room: int | None

    @classmethod
    def of(cls, parameters: RolloutInput) -> "_Limits":
        desired, configuration = parameters.desired, parameters.configuration
        return cls(
            desired, configuration.lower(desired), configuration.upper(desired), parameters.room
        )

    def count(self, kind: StepKind, state: RevisionCounts) -> int:
        """How many tasks are stopped or started in `state`: as many as possible.

        If all tasks run at first it is never negative: lower <= desired <= upper, so no step leaves
        the two limits. A deployment in flight may start outside them.
        """
        match kind:
            case StepKind.STOP:
                return max(0, min(state.old, state.running - self.lower))
            case StepKind.START:
                most = max(0, min(self.desired - state.new, self.upper - state.running))
                return most if self.room is None else min(most, _free(self.room, state))
            case _:
                assert_never(kind)

    def explain(self, kind: StepKind, state: RevisionCounts, count: int) -> tuple[Applied, ...]:
        """The same decision as `count` made it, with its numbers."""
        running = state.running
        match kind:
            case StepKind.STOP:
                numbers = f"min({state.old}, {running} - {self.lower}) = {count}"
                return (Applied(rules.STOP, f"stop = min(old, running - lower) = {numbers}"),)
            case StepKind.START:
                names = "desired - new, upper - running"
                numbers = f"{self.desired} - {state.new}, {self.upper} - {running}"
                if self.room is None:
                    formula = f"start = min({names}) = min({numbers}) = {count}"
                    return (Applied(rules.START, formula),)
                free = _free(self.room, state)
                return (
                    Applied(rules.ROOM, f"free = max(0, {self.room} - {running}) = {free}"),
                    Applied(
                        rules.START,
                        f"start = min({names}, free) = min({numbers}, {free}) = {count}",
                    ),
                )
            case _:
                assert_never(kind)

    def why_stuck(self, state: RevisionCounts) -> Ending:
        """If neither a stop nor a start is possible: what prevents the start."""
        return STUCK_ROOM if state.running < self.upper else STUCK_LIMITS


def _free(room: int, state: RevisionCounts) -> int:
    return max(0, room - state.running)


def _after(kind: StepKind, count: int, state: RevisionCounts) -> RevisionCounts:
    match kind:
        case StepKind.STOP:
            return RevisionCounts(state.old - count, state.new)
        case StepKind.START:
            return RevisionCounts(state.old, state.new + count)
        case _:
            assert_never(kind)


def _explain_ending(ending: Ending, state: RevisionCounts) -> Applied:
    return Applied(ending.rule, f"old = {state.old}, new = {state.new}: {ending.outcome}")


def _require_simulable(parameters: RolloutInput) -> None:
    problems = list(range_problems(parameters.configuration))
    if not 0 <= parameters.desired <= MOST_TASKS:
        problems.append(Problem.out_of_range("desired", parameters.desired, 0, MOST_TASKS))
    if parameters.room is not None and parameters.room < 0:
        problems.append(
            Problem.ours(
                "cluster_room",
                "{place} is {shown}",
                "write {least} or more, or leave it out for no limit",
                place="room",
                shown=parameters.room,
                least=0,
            )
        )
    if parameters.initial.new > parameters.desired:
        problems.append(
            Problem.ours(
                "deployments",
                "{count} new tasks run",
                "write at most the desired count",
                count=parameters.initial.new,
            )
        )
    if problems:
        raise Refused(problems)
