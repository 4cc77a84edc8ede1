"""Rules of breakers, early success, traffic and Kubernetes, over drawn numbers."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.engines.breaker.circuit_breaker import (
    BreakerStatus,
    CircuitBreaker,
    TaskEvent,
    ThresholdType,
    watch,
)
from study_app.simulator.engines.health.ending import EarlySuccessCriteria
from study_app.simulator.engines.kubernetes.kubernetes import Percent, RollingUpdate, roll_out
from study_app.simulator.engines.rollout.rollout import RevisionCounts, StepKind
from study_app.simulator.engines.traffic.traffic import (
    BlueGreen,
    Canary,
    Linear,
    Stage,
    Strategy,
    bake_minutes,
    shift,
)

TENTHS = st.integers(30, 1000).map(lambda tenths: Fraction(tenths, 10))
MINUTES = st.integers(0, 100)
STRATEGIES: st.SearchStrategy[Strategy] = st.one_of(
    st.builds(BlueGreen, bakeTimeInMinutes=MINUTES),
    st.builds(Linear, stepPercent=TENTHS, stepBakeTimeInMinutes=MINUTES, bakeTimeInMinutes=MINUTES),
    st.builds(
        Canary, canaryPercent=TENTHS, canaryBakeTimeInMinutes=MINUTES, bakeTimeInMinutes=MINUTES
    ),
)


@given(st.integers(0, 2000), st.integers(1, 100))
def test_the_bounded_threshold_is_clamped(desired: int, value: int) -> None:
    """threshold = clamp(ceil(value/100*desired), 3, 200); UNBOUNDED: same, no clamp."""
    bounded = CircuitBreaker(value=value).threshold(desired)
    unbounded = CircuitBreaker(type=ThresholdType.UNBOUNDED_PERCENT, value=value).threshold(desired)

    assert 0 <= 100 * unbounded - value * desired < 100
    assert 3 <= bounded <= 200
    assert bounded == unbounded or bounded in (3, 200)


@given(
    st.integers(0, 30),
    st.lists(st.sampled_from([e for e in TaskEvent if e is not TaskEvent.NO_DIGEST])),
    st.booleans(),
)
def test_failures_equal_to_the_threshold_fail(
    desired: int, events: list[TaskEvent], reset: bool
) -> None:
    """Count rises by one per failure; failures == threshold -> FAILED, no new tasks."""
    report = watch(CircuitBreaker(resetOnHealthyTask=reset), desired, events)

    assert (report.failures == report.threshold) is (report.status is BreakerStatus.TRIGGERED)
    assert report.failures <= report.threshold
    if reset:
        assert (
            report.failures
            <= watch(CircuitBreaker(resetOnHealthyTask=False), desired, events).failures
        )


@given(st.integers(1, 500), st.integers(0, 100))
def test_early_success_is_a_share_rounded_up(desired: int, percent: int) -> None:
    """Completes when healthy new tasks >= ceil(desired*healthyPercent/100), at least one."""
    tasks = EarlySuccessCriteria(healthyPercent=percent).tasks(desired)

    assert 1 <= tasks <= desired
    assert tasks == 1 or 0 <= 100 * tasks - desired * percent < 100


@given(STRATEGIES, st.integers(0, 9), st.booleans())
def test_traffic_only_moves_to_green_and_ends_there(
    strategy: Strategy, desired: int, nlb: bool
) -> None:
    """Green scales to 100 % before any production traffic; no step bake after 100 %."""
    timeline = shift(strategy, desired, network_load_balancer=nlb)
    shifts = [each for each in timeline.moments if each.stage is Stage.SHIFT]

    assert [each.at for each in timeline.moments] == sorted(each.at for each in timeline.moments)
    assert [each.green for each in shifts] == sorted({each.green for each in shifts})
    assert shifts[-1].green == 100
    assert all(each.green_tasks == desired for each in timeline.moments)
    bake = next(each for each in timeline.moments if each.stage is Stage.BAKE)
    assert bake.at == shifts[-1].at
    assert timeline.moments[-1].at == bake.at + bake_minutes(strategy)


@given(STRATEGIES, st.integers(0, 300))
def test_a_rollback_gives_blue_everything(strategy: Strategy, minute: int) -> None:
    """A failed deployment sends its traffic back."""
    timeline = shift(strategy, 2, fails_at=minute)
    last = timeline.moments[-1]

    assert timeline.completed is (last.stage is Stage.CLEAN_UP)
    assert last.at <= minute if not timeline.completed else last.at < minute
    assert last.green == (100 if timeline.completed else 0)


@given(st.integers(0, 60), st.integers(0, 150), st.integers(0, 100))
def test_kubernetes_always_completes_within_its_limits(
    replicas: int, surge: int, unavailable: int
) -> None:
    """If both become 0 Kubernetes sets maxUnavailable=1 so it never deadlocks."""
    if surge == unavailable == 0:
        return
    update = RollingUpdate(maxSurge=Percent(surge), maxUnavailable=Percent(unavailable))
    rollout = roll_out(replicas, update)

    for step in rollout.steps:
        assert rollout.lower <= step.after.running <= rollout.upper
    if replicas:
        assert rollout.steps[-1].after == RevisionCounts(0, replicas)
        starts_first = rollout.upper > replicas
        assert (rollout.steps[0].kind is StepKind.START) is starts_first
