"""A Kubernetes Deployment's RollingUpdate, to compare: what ECS does the other way round.

maxSurge rounds up and maxUnavailable rounds down, Kubernetes starts before it stops, and it
never deadlocks: if both come to 0, one replica may be unavailable.
Source: kubernetes.io/docs/concepts/workloads/controllers/deployment.
"""

from dataclasses import dataclass

from study_app.simulator.rollout import MOST_TASKS, State, Step, StepKind

HUNDRED = 100


class KubernetesError(ValueError):
    """A rolling update that Kubernetes refuses; the message says what to write instead."""


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
        pods = min(replicas, _pods(self.maxUnavailable, replicas, up=False))
        return 1 if pods == 0 == self.surge(replicas) and replicas else pods


@dataclass(frozen=True, slots=True, kw_only=True)
class KubernetesRollout:
    """The same shape as a rollout of ECS: limits in pods, and steps."""

    lower: int
    upper: int
    steps: tuple[Step, ...]


def roll_out(replicas: int, update: RollingUpdate | None = None) -> KubernetesRollout:
    """Replace `replicas` old pods. Pods that were started are all available before the next step.

    Raises KubernetesError for numbers out of range, and where both limits are a plain 0.
    """
    update = update or RollingUpdate()
    _require_possible(replicas, update)
    lower = replicas - update.unavailable(replicas)
    upper = replicas + update.surge(replicas)
    state, goal = State(replicas, 0), State(0, replicas)
    steps: list[Step] = []
    while state != goal:
        started = min(replicas - state.new, upper - state.running)
        if started > 0:
            state = State(state.old, state.new + started)
            steps.append(Step(StepKind.START, started, state))
        stopped = min(state.old, state.running - lower)
        if stopped > 0:
            state = State(state.old - stopped, state.new)
            steps.append(Step(StepKind.STOP, stopped, state))
    return KubernetesRollout(lower=lower, upper=upper, steps=tuple(steps))


def _pods(amount: Amount, replicas: int, *, up: bool) -> int:
    match amount:
        case Percent(value):
            return -(-value * replicas // HUNDRED) if up else value * replicas // HUNDRED
        case int():
            return amount


def _require_possible(replicas: int, update: RollingUpdate) -> None:
    if not 0 <= replicas <= MOST_TASKS:
        raise KubernetesError(f"replicas is {replicas}; write a number from 0 to {MOST_TASKS}")
    for name, amount in (("maxSurge", update.maxSurge), ("maxUnavailable", update.maxUnavailable)):
        value = amount.value if isinstance(amount, Percent) else amount
        if value < 0:
            raise KubernetesError(f"{name} is {value}; write 0 or more")
    unavailable = update.maxUnavailable
    if isinstance(unavailable, Percent) and unavailable.value > HUNDRED:
        raise KubernetesError(f"maxUnavailable is {unavailable.value} %; write 100 % at most")
    if _is_zero(update.maxSurge) and _is_zero(unavailable):
        raise KubernetesError("maxUnavailable may not be 0 when maxSurge is 0; raise one of them")


def _is_zero(amount: Amount) -> bool:
    return amount == (Percent(0) if isinstance(amount, Percent) else 0)
