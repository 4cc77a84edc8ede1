"""Steps and adjustments, by the documented examples."""

from fractions import Fraction

import pytest

from study_app.simulator.engines.scaling.step_scaling import (
    Adjustment,
    AdjustmentType,
    StepAdjustment,
    matching_step,
    step_problems,
)
from study_app.simulator.model.notebook import Notebook


def step(value: int, lower: int | None, upper: int | None) -> StepAdjustment:
    return StepAdjustment(
        value=value,
        lower=None if lower is None else Fraction(lower),
        upper=None if upper is None else Fraction(upper),
    )


OUT = (step(0, 0, 10), step(10, 10, 20), step(30, 20, None))
IN = (step(0, -10, 0), step(-10, -20, -10), step(-30, None, -20))


@pytest.mark.parametrize(
    ("breach", "value"),
    [(0, 0), (9, 0), (10, 10), (19, 10), (20, 30), (10**6, 30), (-1, None)],
)
def test_above_the_lower_bound_is_inclusive_and_the_upper_exclusive(
    breach: int, value: int | None
) -> None:
    found = matching_step(OUT, Fraction(breach))
    assert (found.value if found else None) == value


@pytest.mark.parametrize(
    ("breach", "value"),
    [(0, 0), (-9, 0), (-10, -10), (-19, -10), (-20, -30), (-(10**6), -30), (1, None)],
)
def test_below_the_upper_bound_is_inclusive_and_the_lower_exclusive(
    breach: int, value: int | None
) -> None:
    found = matching_step(IN, Fraction(breach))
    assert (found.value if found else None) == value


def test_a_metric_on_the_threshold_is_in_the_step_that_begins_there() -> None:
    found = matching_step((step(-1, None, 0), step(1, 0, None)), Fraction(0))
    assert found == step(1, 0, None)


@pytest.mark.parametrize(
    ("kind", "value", "least", "before", "after"),
    [
        (AdjustmentType.CHANGE_IN_CAPACITY, 5, 0, 3, 8),
        (AdjustmentType.CHANGE_IN_CAPACITY, -5, 0, 3, 0),
        (AdjustmentType.CHANGE_IN_CAPACITY, 1, 4, 3, 4),  # a magnitude is for percentages
        (AdjustmentType.EXACT_CAPACITY, 5, 0, 3, 5),
        (AdjustmentType.EXACT_CAPACITY, -5, 0, 3, 0),
        (AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, 10, 0, 10, 11),
        (AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, 10, 2, 10, 12),
        (AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, -10, 2, 10, 8),
        (AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, 0, 2, 10, 10),
        (AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, 50, 2, 0, 2),
        (AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, -200, 0, 10, 0),
    ],
)
def test_an_adjustment_makes_a_new_capacity(
    kind: AdjustmentType, value: int, least: int, before: int, after: int
) -> None:
    adjustment = Adjustment(type=kind, value=value, minimum_magnitude=least)
    assert adjustment.applied_to(before, Notebook(explain=False)) == after


@pytest.mark.parametrize("steps", [OUT, IN, (step(1, 0, None),), (*IN, *OUT)])
def test_steps_without_gap_and_overlap_are_fine(steps: tuple[StepAdjustment, ...]) -> None:
    assert step_problems(steps) == ()


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((), "no step adjustment"),
        ((step(1, None, None),), "neither bound"),
        ((step(1, 0, 10), step(2, 20, None)), "gap"),
        ((step(1, 0, 10), step(2, 5, None)), "overlap"),
        ((step(1, 0, None), step(2, 5, None)), "no upper bound"),
        ((step(1, None, 0), step(2, None, 5), step(3, 5, None)), "no lower bound"),
        ((step(1, 10, 0), step(2, 10, None)), "from 10 to 0"),
        ((step(1, 0, 10),), "unspecified upper bound"),
        ((step(1, -10, 0),), "unspecified lower bound"),
        (
            (*(step(1, low, low + 1) for low in range(20)), step(1, 20, None)),
            "at most 20 step adjustments",
        ),
    ],
)
def test_steps_that_aws_refuses_are_named(steps: tuple[StepAdjustment, ...], words: str) -> None:
    assert any(words in problem.message for problem in step_problems(steps))
