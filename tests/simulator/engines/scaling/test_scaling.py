"""The effect of policies on a capacity at one moment."""

from fractions import Fraction

import pytest

from study_app.simulator.engines.scaling.scaling import (
    Circumstances,
    Direction,
    Policy,
    ScalableTarget,
    ScalingError,
    StepScaling,
    TargetTracking,
    decide,
)
from study_app.simulator.engines.scaling.step_scaling import (
    Adjustment,
    AdjustmentType,
    StepAdjustment,
)

CHANGE = AdjustmentType.CHANGE_IN_CAPACITY
DEPLOYING = Circumstances(deployment_in_progress=True)


def track(metric: int | None, target: int = 50, *, disable_scale_in: bool = False) -> Policy:
    return TargetTracking(
        target=Fraction(target),
        metric=None if metric is None else Fraction(metric),
        disable_scale_in=disable_scale_in,
    )


def change(tasks: int) -> Policy:
    return Adjustment(type=CHANGE, value=tasks)


def new(
    current: int,
    *policies: Policy,
    minimum: int = 0,
    maximum: int | None = None,
    circumstances: Circumstances | None = None,
) -> int:
    target = ScalableTarget(current=current, minimum=minimum, maximum=maximum)
    return decide(target, policies, circumstances).new


@pytest.mark.parametrize(
    ("current", "metric", "after"),
    [(10, 60, 12), (10, 51, 11), (10, 50, 10), (10, 46, 10), (10, 44, 9), (4, 25, 2), (3, 0, 0)],
)
def test_tracking_is_proportional_and_rounds_up(current: int, metric: int, after: int) -> None:
    assert new(current, track(metric)) == after


def test_tracking_from_zero_adds_the_least_first() -> None:
    assert new(0, track(500)) == 1
    assert new(0, track(500), minimum=2) == 2
    assert new(0, track(50)) == 0


def test_without_data_nothing_happens() -> None:
    assert new(10, track(None)) == 10
    assert new(10, track(None), track(10)) == 10  # and never in on missing data


def test_scaling_in_can_be_asked_to_wait_for_a_lower_metric() -> None:
    policy = TargetTracking(target=Fraction(50), metric=Fraction(45), scale_in_from=Fraction(9, 10))
    assert new(20, policy) == 20
    assert new(20, track(45)) == 18


def test_tracking_policies_go_out_together_and_in_only_if_all_want() -> None:
    assert new(10, track(60), track(10)) == 12
    assert new(10, track(25), track(50)) == 10
    assert new(10, track(25), track(40)) == 8
    assert new(10, track(25), track(60, disable_scale_in=True)) == 12
    assert new(10, track(25), track(50, disable_scale_in=True)) == 5
    assert new(10, track(25, disable_scale_in=True)) == 10


def test_the_largest_capacity_wins() -> None:
    percent = Adjustment(type=AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, value=200)
    assert new(10, change(3), percent) == 30
    assert new(10, change(-3), change(-5)) == 7
    assert new(10, change(-3), track(60)) == 12


def test_tracking_does_not_block_a_step_policy_that_scales_in() -> None:
    assert new(10, change(-3), track(50)) == 7


def test_a_step_policy_without_a_matching_step_has_no_say() -> None:
    idle = StepScaling(
        adjustment_type=CHANGE,
        steps=(StepAdjustment(value=5, lower=Fraction(0)),),
        threshold=Fraction(50),
        metric=Fraction(40),
    )
    assert new(10, idle) == 10
    assert new(10, idle, change(-3)) == 7


def test_limits_hold() -> None:
    assert new(10, change(9), maximum=12) == 12
    assert new(10, change(-9), minimum=4) == 4


def test_from_outside_the_limits_it_first_goes_to_the_limit() -> None:
    assert new(1, change(2), minimum=5) == 7
    assert new(1, change(-1), minimum=5) == 1
    assert new(20, change(-2), maximum=10) == 8
    assert new(20, change(2), maximum=10) == 20
    assert new(20, track(60), maximum=10) == 20
    assert new(1, track(55), minimum=5) == 5


def test_a_deployment_stops_scaling_in_only() -> None:
    assert new(10, track(25), circumstances=DEPLOYING) == 10
    assert new(10, track(60), circumstances=DEPLOYING) == 12
    assert new(10, change(-3), track(60), circumstances=DEPLOYING) == 12


@pytest.mark.parametrize(
    ("circumstances", "out", "inward"),
    [
        (Circumstances(), True, True),
        (DEPLOYING, True, False),
        (Circumstances(dynamic_scaling_out_suspended=True), False, True),
        (Circumstances(dynamic_scaling_in_suspended=True), True, False),
        (Circumstances(external_controller=True, deployment_in_progress=True), True, True),
    ],
)
def test_circumstances_allow_a_direction(
    circumstances: Circumstances, out: bool, inward: bool
) -> None:
    assert circumstances.allow(Direction.OUT) is out
    assert circumstances.allow(Direction.IN) is inward


def test_a_trace_gives_the_numbers() -> None:
    target = ScalableTarget(current=10, maximum=11)
    trace = decide(target, [track(60)], explain=True).trace

    assert [(line.rule.id, line.formula) for line in trace] == [
        ("scaling.track", "new = ceil(10 x 60 / 50) = 12"),
        ("scaling.limits", "12 in 0..11: 11"),
    ]


def test_numbers_that_mean_nothing_are_refused() -> None:
    with pytest.raises(ScalingError, match="below the minimum"):
        ScalableTarget(current=1, minimum=3, maximum=2)
    with pytest.raises(ScalingError, match="write 0 or more"):
        ScalableTarget(current=-1)
    with pytest.raises(ScalingError, match="above 0"):
        track(10, target=0)
