"""Cooldowns, scheduled actions and deployments over time."""

from fractions import Fraction

import pytest

from study_app.simulator.engines.scaling.scaling import ScalableTarget, ScalingError, StepScaling
from study_app.simulator.engines.scaling.step_scaling import AdjustmentType, StepAdjustment
from study_app.simulator.engines.scaling.timeline import (
    DataPoint,
    DeploymentWindow,
    MetricPolicy,
    ScalingInput,
    ScheduledAction,
    run,
)

TARGET = ScalableTarget(current=10, maximum=50)


def steps(*values: tuple[int, int | None, int | None]) -> MetricPolicy:
    return StepScaling(
        adjustment_type=AdjustmentType.CHANGE_IN_CAPACITY,
        steps=tuple(
            StepAdjustment(
                value=value,
                lower=None if lower is None else Fraction(lower),
                upper=None if upper is None else Fraction(upper),
            )
            for value, lower, upper in values
        ),
        threshold=Fraction(50),
        metric=None,
    )


POLICY = steps((-2, None, -10), (0, -10, 0), (2, 0, 10), (3, 10, 20), (5, 20, None))


def capacities(
    *readings: tuple[int, int],
    schedule: tuple[ScheduledAction, ...] = (),
    deployments: tuple[DeploymentWindow, ...] = (),
) -> list[int]:
    scenario = ScalingInput(
        target=TARGET,
        policies=(POLICY,),
        readings=tuple(DataPoint(at=at, metrics=(Fraction(metric),)) for at, metric in readings),
        schedule=schedule,
        deployments=deployments,
    )
    return [activity.after for activity in run(scenario)]


def test_during_a_scale_out_cooldown_what_was_added_counts() -> None:
    """Capacity already added counts: +2, then a +3 step adds 1."""
    assert capacities((0, 55), (60, 65)) == [12, 13]


def test_a_smaller_scale_out_during_a_cooldown_takes_nothing_back() -> None:
    assert capacities((0, 65), (60, 55)) == [13, 13]


def test_each_cooldown_counts_from_the_capacity_before_it() -> None:
    assert capacities((0, 55), (300, 55), (360, 65)) == [12, 14, 15]


def test_the_same_scale_out_waits_for_the_cooldown() -> None:
    assert capacities((0, 55), (299, 55), (300, 55)) == [12, 12, 14]


def test_a_larger_scale_out_begins_the_cooldown_again() -> None:
    assert capacities((0, 55), (200, 65), (400, 65), (500, 65)) == [12, 13, 13, 16]


def test_a_scale_in_cooldown_blocks_scaling_in() -> None:
    assert capacities((0, 30), (299, 30), (300, 30)) == [8, 8, 6]


def test_a_scale_out_cancels_a_scale_in_cooldown() -> None:
    assert capacities((0, 30), (60, 55), (120, 30)) == [8, 10, 8]


def test_scheduled_actions_ignore_cooldowns_and_set_limits() -> None:
    schedule = (ScheduledAction(at=60, minimum=20), ScheduledAction(at=400, maximum=15, minimum=1))
    assert capacities((0, 55), (100, 30), (500, 65), schedule=schedule) == [12, 20, 20, 15, 15]


def test_a_scheduled_action_comes_before_a_reading_of_its_moment() -> None:
    assert capacities((60, 30), schedule=(ScheduledAction(at=60, minimum=20),)) == [20, 20]


def test_a_deployment_in_progress_stops_scaling_in() -> None:
    deployment = DeploymentWindow(begins=100, ends=200)
    assert capacities((100, 30), (200, 30), deployments=(deployment,)) == [10, 8]


def test_each_activity_explains_itself() -> None:
    scenario = ScalingInput(
        target=TARGET,
        policies=(POLICY,),
        readings=(
            DataPoint(at=0, metrics=(Fraction(55),)),
            DataPoint(at=60, metrics=(Fraction(65),)),
        ),
    )
    last = run(scenario, explain=True)[-1]
    assert (last.trace[-1].rule.id, last.trace[-1].formula) == (
        "scaling.cooldown-out",
        "max(12, 13) = 13",
    )
    assert all(activity.trace == () for activity in run(scenario))


def test_a_reading_needs_a_metric_for_each_policy() -> None:
    scenario = ScalingInput(
        target=TARGET, policies=(POLICY,), readings=(DataPoint(at=7, metrics=()),)
    )
    with pytest.raises(ScalingError, match="reading at 7 has 0 metrics"):
        run(scenario)
