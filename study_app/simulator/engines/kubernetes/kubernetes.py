"""A Kubernetes Deployment's RollingUpdate, for comparison: it works the opposite way to ECS.

maxSurge rounds up and maxUnavailable rounds down, Kubernetes starts before it stops, and it
never deadlocks: if both come to 0, one replica may be unavailable.
Source: kubernetes.io/docs/concepts/workloads/controllers/deployment.
"""

from dataclasses import dataclass

from study_app.simulator.engines.kubernetes import rules
from study_app.simulator.engines.rollout.rollout import (
    MOST_TASKS,
    RevisionCounts,
    RolloutStep,
    StepKind,
)
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.model.trace import Applied

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Percent:
    """A share of the replicas; a bare number is a number of pods."""

    value: int


Amount = Percent | int


@dataclass(frozen=True, slots=True, kw_only=True)
class RollingUpdate:
    """The two limits with Kubernetes' own names and defaults."""

    maxSurge: Amount = Percent(25)  # noqa: N815
    maxUnavailable: Amount = Percent(25)  # noqa: N815

    def surge(self, replicas: int) -> int:
        """Pods above `replicas`: a percentage is rounded up."""
        return _pods(self.maxSurge, replicas, up=True)

    def unavailable(self, replicas: int) -> int:
        """Pods below `replicas`: a percentage is rounded down; 1 where both limits are 0."""
        return 1 if self._would_deadlock(replicas) else self._rounded_down(replicas)

    def explain(self, replicas: int) -> tuple[Applied, ...]:
        """Both limits with their numbers."""
        notes = Notebook(explain=True)
        surge, unavailable = self.surge(replicas), self._rounded_down(replicas)
        match self.maxSurge:
            case Percent(value):
                notes.note(rules.SURGE, "surge = ceil({} x {} / 100) = {}", value, replicas, surge)
            case int():
                notes.note(rules.SURGE, "surge = {}", surge)
        match self.maxUnavailable:
            case Percent(value):
                numbers = (replicas, value, replicas, unavailable)
                formula = "unavailable = min({}, floor({} x {} / 100)) = {}"
                notes.note(rules.UNAVAILABLE, formula, *numbers)
            case int(pods):
                formula = "unavailable = min({}, {}) = {}"
                notes.note(rules.UNAVAILABLE, formula, replicas, pods, unavailable)
        if self._would_deadlock(replicas):
            notes.note(rules.NO_DEADLOCK, "unavailable = {}", self.unavailable(replicas))
        return notes.trace

    def _rounded_down(self, replicas: int) -> int:
        return min(replicas, _pods(self.maxUnavailable, replicas, up=False))

    def _would_deadlock(self, replicas: int) -> bool:
        return replicas > 0 and self._rounded_down(replicas) == 0 == self.surge(replicas)


@dataclass(frozen=True, slots=True, kw_only=True)
class KubernetesRollout:
    """The same shape as a rollout of ECS: limits in pods, and steps.

    `limits` is empty unless a trace was requested.
    """

    lower: int
    upper: int
    steps: tuple[RolloutStep, ...]
    limits: tuple[Applied, ...] = ()

    @property
    def trace(self) -> tuple[Applied, ...]:
        """Both limits, and every decision that led to a step; empty unless requested."""
        return (*self.limits, *(applied for step in self.steps for applied in step.trace))


def roll_out(
    replicas: int, update: RollingUpdate | None = None, *, explain: bool = False
) -> KubernetesRollout:
    """Replace `replicas` old pods. Pods that were started are all available before the next step.

    `explain` adds the trace and changes nothing else. Raises Refused for numbers out of range, and
    if both limits are a plain 0.
    """
    update = update or RollingUpdate()
    _require_possible(replicas, update)
    lower = replicas - update.unavailable(replicas)
    upper = replicas + update.surge(replicas)
    state, goal = RevisionCounts(replicas, 0), RevisionCounts(0, replicas)
    steps: list[RolloutStep] = []
    while state != goal:
        started = min(replicas - state.new, upper - state.running)
        notes = Notebook(explain=explain)
        numbers = (replicas, state.new, upper, state.running, started)
        notes.note(rules.START, "start = min({} - {}, {} - {}) = {}", *numbers)
        if started > 0:
            state = RevisionCounts(state.old, state.new + started)
            steps.append(RolloutStep(StepKind.START, started, state, notes.trace))
            notes = Notebook(explain=explain)
        stopped = min(state.old, state.running - lower)
        notes.note(
            rules.STOP, "stop = min({}, {} - {}) = {}", state.old, state.running, lower, stopped
        )
        if stopped > 0:
            state = RevisionCounts(state.old - stopped, state.new)
            steps.append(RolloutStep(StepKind.STOP, stopped, state, notes.trace))
    limits = update.explain(replicas) if explain else ()
    return KubernetesRollout(lower=lower, upper=upper, steps=tuple(steps), limits=limits)


def _pods(amount: Amount, replicas: int, *, up: bool) -> int:
    match amount:
        case Percent(value):
            return -(-value * replicas // HUNDRED) if up else value * replicas // HUNDRED
        case int():
            return amount


def _require_possible(replicas: int, update: RollingUpdate) -> None:
    if not 0 <= replicas <= MOST_TASKS:
        raise Refused([Problem.out_of_range("replicas", replicas, 0, MOST_TASKS)])
    for name, amount in (("maxSurge", update.maxSurge), ("maxUnavailable", update.maxUnavailable)):
        value = amount.value if isinstance(amount, Percent) else amount
        if value < 0:
            raise _refused(
                name, "{place} is {shown}", "write {least} or more", shown=value, least=0
            )
    unavailable = update.maxUnavailable
    if isinstance(unavailable, Percent) and unavailable.value > HUNDRED:
        raise _refused(
            "maxUnavailable",
            "{place} is {shown}",
            "write {most} at most",
            shown=f"{unavailable.value}%",
            most="100%",
        )
    if _is_zero(update.maxSurge) and _is_zero(unavailable):
        raise _refused(
            "maxUnavailable", "{place} may not be 0 when maxSurge is 0", "raise one of them"
        )


def _refused(name: str, what: str, remedy: str, /, **values: object) -> Refused:
    return Refused([Problem.ours(name, what, remedy, limit=None, **values)])


def _is_zero(amount: Amount) -> bool:
    return amount == (Percent(0) if isinstance(amount, Percent) else 0)
