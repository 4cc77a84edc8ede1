"""The deployment circuit breaker of a rolling update: when it gives up.

Source: deployment-circuit-breaker in the developer guide, API_DeploymentCircuitBreaker.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from study_app.simulator.engines.breaker import rules
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.model.trace import Applied, Rule

LEAST_THRESHOLD, MOST_THRESHOLD = 3, 200
"""Between these BOUNDED_PERCENT stays."""

MOST_DIGEST_ATTEMPTS = 3
"""The number of failed attempts to resolve image digests that fails a deployment."""


class ThresholdType(StrEnum):
    """What the value of a threshold means."""

    BOUNDED_PERCENT = "BOUNDED_PERCENT"
    UNBOUNDED_PERCENT = "UNBOUNDED_PERCENT"
    COUNT = "COUNT"


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitBreaker:
    """deploymentCircuitBreaker with its thresholdConfiguration and AWS's defaults.

    `value` is a percentage of the desired count, or for COUNT a number of failures. With
    `resetOnHealthyTask` only consecutive failures count, otherwise all of them.
    """

    enable: bool = True
    rollback: bool = False
    type: ThresholdType = ThresholdType.BOUNDED_PERCENT
    value: int = 50
    resetOnHealthyTask: bool = True  # noqa: N815

    def __post_init__(self) -> None:
        if self.type is ThresholdType.COUNT:
            if self.value < 1:
                raise self._refused("write a number of failures from 1")
        elif not 1 <= self.value <= 100:
            raise self._refused("write a percentage from 1 to 100")

    def _refused(self, remedy: str) -> Refused:
        return Refused([Problem.ours("value", "{place} is {shown}", remedy, shown=self.value)])

    def threshold(self, desired: int) -> int:
        """The number of failures that fails a deployment of `desired` tasks."""
        rounded_up = -(-self.value * desired // 100)
        match self.type:
            case ThresholdType.BOUNDED_PERCENT:
                return min(max(rounded_up, LEAST_THRESHOLD), MOST_THRESHOLD)
            case ThresholdType.UNBOUNDED_PERCENT:
                return rounded_up
            case ThresholdType.COUNT:
                return self.value
            case _:
                assert_never(self.type)

    def explain(self, desired: int) -> Applied:
        """The threshold with its numbers."""
        percent = f"ceil({self.value} x {desired} / 100)"
        match self.type:
            case ThresholdType.BOUNDED_PERCENT:
                formula = f"min(max({percent}, {LEAST_THRESHOLD}), {MOST_THRESHOLD})"
            case ThresholdType.UNBOUNDED_PERCENT:
                formula = percent
            case ThresholdType.COUNT:
                formula = "value"
            case _:
                assert_never(self.type)
        return Applied(
            rules.BREAKER_THRESHOLD, f"threshold = {formula} = {self.threshold(desired)}"
        )


class TaskEvent(StrEnum):
    """What happens to a task of the new revision, and to the deployment as a whole."""

    DID_NOT_RUN = "a task stopped before RUNNING"
    RUNNING = "a task is RUNNING"
    UNHEALTHY = "a task failed a health check"
    HEALTHY = "a task is healthy"
    NO_DIGEST = "an image digest was not resolved"
    COMPLETED = "the deployment completed"


@dataclass(frozen=True, slots=True)
class DesiredCount:
    """The desired count changes while the deployment runs; the latest one is used."""

    desired: int


Event = TaskEvent | DesiredCount


class BreakerStatus(StrEnum):
    """As ECS reports it. Source: API_ServiceDeploymentCircuitBreaker."""

    MONITORING = "MONITORING"
    MONITORING_COMPLETE = "MONITORING_COMPLETE"
    TRIGGERED = "TRIGGERED"
    DISABLED = "DISABLED"


@dataclass(frozen=True, slots=True)
class Look:
    """The state of the breaker after one event, and the rules applied."""

    failures: int
    threshold: int
    trace: tuple[Applied, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakerReport:
    """The state of the breaker.

    `failed_at` is the number of the event that triggered it. `looks` has one entry for each event
    examined.
    """

    status: BreakerStatus
    failures: int
    threshold: int
    failed_at: int | None
    looks: tuple[Look, ...] = ()

    @property
    def counts(self) -> tuple[int, ...]:
        """The failures after each event."""
        return tuple(look.failures for look in self.looks)

    @property
    def trace(self) -> tuple[Applied, ...]:
        """All rules in order of use; empty unless requested."""
        return tuple(line for look in self.looks for line in look.trace)


def watch(
    breaker: CircuitBreaker, desired: int, events: Sequence[Event], *, explain: bool = False
) -> BreakerReport:
    """Count failures through `events`, up to the one that triggers the breaker.

    Until one task is RUNNING, a failure is a task that does not get there; from then on it is a
    failed health check. An existing count continues (a model rule), and a healthy task resets it
    unless configured otherwise.
    """
    counter = _Counter(breaker, desired, explain=explain)
    if not breaker.enable:
        return counter.report(BreakerStatus.DISABLED)
    for number, event in enumerate(events):
        if counter.triggered_by(event):
            return counter.report(BreakerStatus.TRIGGERED, number)
        if event is TaskEvent.COMPLETED:
            return counter.report(BreakerStatus.MONITORING_COMPLETE)
    return counter.report(BreakerStatus.MONITORING)


class _Counter:
    """The failures of one deployment."""

    def __init__(self, breaker: CircuitBreaker, desired: int, *, explain: bool) -> None:
        self._breaker = breaker
        self._desired = desired
        self._explain = explain
        self._notes = Notebook(explain=explain)
        self._failures = self._digest_failures = 0
        self._looks: list[Look] = []
        self._one_ran = False

    @property
    def _threshold(self) -> int:
        return self._breaker.threshold(self._desired)

    def triggered_by(self, event: Event) -> bool:
        self._notes = Notebook(explain=self._explain)
        triggered = self._look_at(event)
        self._looks.append(Look(self._failures, self._threshold, self._notes.trace))
        return triggered

    def _look_at(self, event: Event) -> bool:
        match event:
            case DesiredCount(desired):
                self._desired = desired
                changed = self._breaker.explain(desired)
                self._notes.note(changed.rule, "{}", changed.english)
                return False
            case TaskEvent.DID_NOT_RUN if not self._one_ran:
                return self._failed(rules.BREAKER_STAGE_1)
            case TaskEvent.UNHEALTHY if self._one_ran:
                return self._failed(rules.BREAKER_STAGE_2)
            case TaskEvent.RUNNING:
                self._one_ran = True
                return False
            case TaskEvent.HEALTHY:
                self._one_ran = True
                self._reset()
                return False
            case TaskEvent.NO_DIGEST:
                self._digest_failures += 1
                attempts = self._digest_failures
                self._notes.note(rules.BREAKER_DIGEST, "{} / {}", attempts, MOST_DIGEST_ATTEMPTS)
                return attempts >= MOST_DIGEST_ATTEMPTS
            case _:
                return False

    def _failed(self, stage: Rule) -> bool:
        self._failures += 1
        self._notes.note(stage, "{} / {}", self._failures, self._threshold)
        return self._failures >= self._threshold

    def _reset(self) -> None:
        if self._breaker.resetOnHealthyTask and self._failures:
            self._notes.note(rules.BREAKER_RESET, "{} -> 0", self._failures)
            self._failures = 0

    def report(self, status: BreakerStatus, failed_at: int | None = None) -> BreakerReport:
        return BreakerReport(
            status=status,
            failures=self._failures,
            threshold=self._threshold,
            failed_at=failed_at,
            looks=tuple(self._looks),
        )
