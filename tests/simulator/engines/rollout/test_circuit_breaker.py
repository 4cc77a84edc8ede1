"""When the circuit breaker gives up."""

import pytest

from study_app.simulator.engines.breaker.circuit_breaker import (
    BreakerStatus,
    CircuitBreaker,
    DesiredCount,
    Event,
    TaskEvent,
    ThresholdType,
    watch,
)
from study_app.simulator.model.problem import Refused

DID_NOT_RUN, RUNNING = TaskEvent.DID_NOT_RUN, TaskEvent.RUNNING
UNHEALTHY, HEALTHY = TaskEvent.UNHEALTHY, TaskEvent.HEALTHY


@pytest.mark.parametrize(
    ("kind", "value", "desired", "threshold"),
    [
        (ThresholdType.BOUNDED_PERCENT, 50, 1, 3),
        (ThresholdType.BOUNDED_PERCENT, 50, 6, 3),
        (ThresholdType.BOUNDED_PERCENT, 50, 7, 4),
        (ThresholdType.BOUNDED_PERCENT, 50, 25, 13),
        (ThresholdType.BOUNDED_PERCENT, 50, 400, 200),
        (ThresholdType.BOUNDED_PERCENT, 50, 800, 200),
        (ThresholdType.BOUNDED_PERCENT, 10, 100, 10),
        (ThresholdType.UNBOUNDED_PERCENT, 50, 800, 400),
        (ThresholdType.UNBOUNDED_PERCENT, 50, 3, 2),
        (ThresholdType.COUNT, 5, 800, 5),
        (ThresholdType.COUNT, 1000, 1, 1000),
    ],
)
def test_the_threshold(kind: ThresholdType, value: int, desired: int, threshold: int) -> None:
    breaker = CircuitBreaker(type=kind, value=value)

    assert breaker.threshold(desired) == threshold
    assert breaker.explain(desired).english.endswith(f" = {threshold}")


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (ThresholdType.BOUNDED_PERCENT, 0),
        (ThresholdType.BOUNDED_PERCENT, 101),
        (ThresholdType.UNBOUNDED_PERCENT, 101),
        (ThresholdType.COUNT, 0),
    ],
)
def test_a_value_that_aws_refuses(kind: ThresholdType, value: int) -> None:
    with pytest.raises(Refused, match=f"value is {value}"):
        CircuitBreaker(type=kind, value=value)


@pytest.mark.parametrize(
    ("events", "failed_at", "failures"),
    [
        ([DID_NOT_RUN] * 3, 2, 3),
        ([DID_NOT_RUN] * 2, None, 2),
        # Stage 1: only what does not get to RUNNING counts.
        ([UNHEALTHY] * 5, None, 0),
        # Stage 2: only failed health checks count.
        ([RUNNING, *[DID_NOT_RUN] * 5], None, 0),
        ([RUNNING, *[UNHEALTHY] * 3], 3, 3),
        ([DID_NOT_RUN, DID_NOT_RUN, RUNNING, UNHEALTHY], 3, 3),
        # A healthy task resets the count.
        ([DID_NOT_RUN, DID_NOT_RUN, HEALTHY, UNHEALTHY, UNHEALTHY], None, 2),
        # The latest desired count is used.
        ([DesiredCount(10), *[DID_NOT_RUN] * 4], None, 4),
        ([DesiredCount(10), *[DID_NOT_RUN] * 4, DesiredCount(1), DID_NOT_RUN], 6, 5),
        ([TaskEvent.NO_DIGEST] * 3, 2, 0),
        ([TaskEvent.NO_DIGEST] * 2, None, 0),
    ],
)
def test_failures_are_counted_by_stage(
    events: list[Event], failed_at: int | None, failures: int
) -> None:
    report = watch(CircuitBreaker(), 1, events)

    assert (report.failed_at, report.failures) == (failed_at, failures)
    triggered = report.status is BreakerStatus.TRIGGERED
    assert triggered is (failed_at is not None)


def test_without_reset_failures_add_up() -> None:
    events = [RUNNING, UNHEALTHY, UNHEALTHY, HEALTHY, UNHEALTHY]

    assert watch(CircuitBreaker(), 1, events).failed_at is None
    assert watch(CircuitBreaker(resetOnHealthyTask=False), 1, events).failed_at == 4


def test_the_status_follows_the_deployment() -> None:
    assert watch(CircuitBreaker(), 1, []).status is BreakerStatus.MONITORING
    complete = watch(CircuitBreaker(), 1, [HEALTHY, TaskEvent.COMPLETED, *[UNHEALTHY] * 3])
    assert complete.status is BreakerStatus.MONITORING_COMPLETE
    off = watch(CircuitBreaker(enable=False), 1, [DID_NOT_RUN] * 9)
    assert (off.status, off.failures) == (BreakerStatus.DISABLED, 0)


def test_a_trace_counts_along() -> None:
    trace = watch(CircuitBreaker(), 1, [DID_NOT_RUN, HEALTHY, UNHEALTHY], explain=True).trace
    assert [(line.rule.id, line.formula) for line in trace] == [
        ("deployment.breaker-stage-1", "1 / 3"),
        ("deployment.breaker-reset", "1 -> 0"),
        ("deployment.breaker-stage-2", "1 / 3"),
    ]
