"""Rules of scaling and capacity providers, over drawn numbers."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.engines.capacity.capacity import (
    Action,
    action,
    desired_instances,
    reservation,
)
from study_app.simulator.engines.capacity.strategy import (
    CapacityProviderStrategyItem,
    distribute,
    strategy_problems,
)
from study_app.simulator.engines.scaling.scaling import (
    Direction,
    Policy,
    ScalableTarget,
    TargetTracking,
    combine_tracking,
    decide,
    tracking_delta,
)
from study_app.simulator.engines.scaling.step_scaling import (
    Adjustment,
    AdjustmentType,
    StepAdjustment,
    matching_step,
    round_percent_change,
    step_problems,
)
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Refused

NUMBERS = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
ADJUSTMENTS = st.builds(
    Adjustment,
    type=st.sampled_from(AdjustmentType),
    value=st.integers(-300, 300),
    minimum_magnitude=st.integers(0, 5),
)
TRACKING = st.builds(
    TargetTracking,
    target=st.integers(1, 100).map(Fraction),
    metric=st.none() | st.integers(0, 300).map(Fraction),
    disable_scale_in=st.booleans(),
)
POLICIES = st.lists(ADJUSTMENTS | TRACKING, max_size=4)


@st.composite
def targets(draw: st.DrawFn) -> ScalableTarget:
    minimum = draw(st.integers(0, 20))
    maximum = draw(st.none() | st.integers(minimum, 40))
    most = 60 if maximum is None else maximum
    return ScalableTarget(
        current=draw(st.integers(minimum, most)), minimum=minimum, maximum=maximum
    )


@st.composite
def valid_steps(draw: st.DrawFn) -> list[StepAdjustment]:
    """Steps that cover everything from 0 up, or everything from 0 down, in any order."""
    bounds = sorted(draw(st.sets(st.integers(1, 50), max_size=5)))
    edges = [Fraction(0), *map(Fraction, bounds), None]
    pairs = list(pairwise(edges))
    if draw(st.booleans()):
        pairs = [
            (None if upper is None else -upper, None if lower is None else -lower)
            for lower, upper in pairs
        ]
    values = [
        StepAdjustment(value=draw(st.integers(-9, 9)), lower=lower, upper=upper)
        for lower, upper in pairs
    ]
    return draw(st.permutations(values))


@given(NUMBERS)
def test_a_percent_change_rounds_toward_zero_but_never_to_it(value: Fraction) -> None:
    """Rounding: >1 floor, (0,1) -> 1, (-1,0) -> -1, <-1 toward 0."""
    rounded = round_percent_change(value)

    assert (rounded > 0, rounded < 0) == (value > 0, value < 0)
    if abs(value) >= 1:
        assert 0 <= abs(value) - abs(rounded) < 1
    else:
        assert abs(rounded) == (1 if value else 0)


@given(valid_steps(), NUMBERS)
def test_valid_steps_hold_a_metric_once(steps: list[StepAdjustment], breach: Fraction) -> None:
    """Breach above: lower inclusive, upper exclusive; below: lower exclusive, upper inclusive."""
    assert step_problems(steps) == ()
    holding = [
        step
        for step in steps
        if (step.holds_above(breach) if breach > 0 else step.holds_below(breach))
    ]
    covered = any(step.upper is None for step in steps) is (breach > 0)
    if breach != 0:
        assert len(holding) == covered
        assert matching_step(steps, breach) == (holding[0] if covered else None)
    else:
        assert matching_step(steps, breach) is not None


@given(targets(), POLICIES)
def test_capacity_stays_within_its_limits(target: ScalableTarget, policies: list[Policy]) -> None:
    """Clamp to min/max; largest resulting capacity wins, for in and out."""
    new = decide(target, policies).new

    assert target.minimum <= new
    assert target.maximum is None or new <= target.maximum
    alone = [decide(target, [policy]).new for policy in policies if isinstance(policy, Adjustment)]
    assert new >= max(alone, default=0)


@given(targets(), POLICIES)
def test_asking_why_changes_no_decision(target: ScalableTarget, policies: list[Policy]) -> None:
    """One engine serves both."""
    bare, explained = decide(target, policies), decide(target, policies, explain=True)

    assert bare.trace == ()
    assert (bare.new, bare.winner) == (explained.new, explained.winner)
    assert explained == decide(target, policies, explain=True)


@given(targets(), TRACKING)
def test_tracking_is_the_clamped_proportion(target: ScalableTarget, policy: TargetTracking) -> None:
    """new = clamp(ceil(current * metric/target), min, max); no data, no scaling."""
    new = decide(target, [policy]).new

    if policy.metric is None:
        assert new == target.current
    elif target.current == 0:
        assert new == (target.clamp(1) if policy.metric > policy.target else 0)
    else:
        wanted = target.current + tracking_delta(
            target.current * (policy.metric / policy.target - 1)
        )
        kept = policy.disable_scale_in and wanted < target.current
        assert new == (target.current if kept else target.clamp(wanted))


@given(NUMBERS)
def test_tracking_rounds_up_in_both_directions(raw: Fraction) -> None:
    """Adding 1.5 -> 2; removing 0.5 -> no scale-in; removing 1.5 -> 1 = ceil in both directions."""
    assert 0 <= tracking_delta(raw) - raw < 1


@given(st.lists(st.sampled_from(Direction), max_size=5))
def test_out_if_any_in_if_all(votes: list[Direction]) -> None:
    """Out if ANY wants out, in only if ALL enabled want in."""
    action = combine_tracking(votes)

    assert (action is Direction.OUT) is (Direction.OUT in votes)
    assert (action is Direction.IN) is (set(votes) == {Direction.IN})


@given(ADJUSTMENTS, st.integers(0, 50))
def test_an_adjustment_never_goes_below_zero_nor_the_wrong_way(
    adjustment: Adjustment, before: int
) -> None:
    """Capacity never falls below 0."""
    after = adjustment.applied_to(before, Notebook(explain=False))

    assert after >= 0
    if adjustment.type is not AdjustmentType.EXACT_CAPACITY:
        assert (after - before) * adjustment.value >= 0
        assert after != before or before == 0 or adjustment.value == 0


@given(st.integers(0, 200), st.integers(0, 200), st.integers(1, 100))
def test_the_reservation_points_where_the_group_goes(
    needed: int, running: int, target: int
) -> None:
    """Equal to targetCapacity -> nothing, above -> scale out, below -> scale in."""
    percent = reservation(needed, running)
    done = action(needed, running, target)

    if running:
        assert percent * running == 100 * needed
        size = desired_instances(needed, running, target)
        assert (size > running) is (done is Action.SCALE_OUT)
        assert 100 * needed <= target * size < 100 * needed + target
    else:
        assert percent == (200 if needed else 100)
    assert (done is Action.SCALE_OUT) is (percent > target)
    assert (done is Action.NONE) is (percent == target)


@st.composite
def strategies(draw: st.DrawFn) -> list[CapacityProviderStrategyItem]:
    weights = draw(st.lists(st.integers(0, 6), min_size=1, max_size=5))
    based = draw(st.integers(0, len(weights) - 1))
    return [
        CapacityProviderStrategyItem(
            capacityProvider=f"cp-{number}",
            base=draw(st.integers(0, 5)) if number == based else 0,
            weight=weight,
        )
        for number, weight in enumerate(weights)
    ]


@given(strategies(), st.integers(0, 60))
def test_base_first_then_every_share_is_fair(
    strategy: list[CapacityProviderStrategyItem], count: int
) -> None:
    """Give min(base, count) to the base provider; each further task to
    argmin(weighted_tasks/weight), ties in list order; weight 0 gets nothing."""
    if strategy_problems(strategy):
        assert all(item.weight == 0 for item in strategy)
        return
    counts = dict(distribute(strategy, count).counts)

    assert sum(counts.values()) == count
    further = {}
    for item in strategy:
        base = min(item.base, count)
        assert counts[item.capacityProvider] >= base
        further[item.capacityProvider] = counts[item.capacityProvider] - base
        assert item.weight or further[item.capacityProvider] == 0
    weighted = [item for item in strategy if item.weight]
    for one in weighted:
        for other in weighted:
            # Nobody got a task while another one had less for its weight.
            before = further[one.capacityProvider] - 1
            assert before * other.weight <= further[other.capacityProvider] * one.weight


@given(st.lists(st.integers(0, 1), min_size=1, max_size=4), st.integers(0, 9))
def test_a_strategy_without_weight_fails(bases: list[int], count: int) -> None:
    """All 0 -> fail."""
    strategy = [
        CapacityProviderStrategyItem(capacityProvider=str(number), base=base)
        for number, base in enumerate(bases)
    ]
    with pytest.raises(Refused, match="weight value greater than zero"):
        distribute(strategy, count)
