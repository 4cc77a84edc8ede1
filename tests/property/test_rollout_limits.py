"""Invariants of a rolling update, over every configuration and over drawn ones."""

from collections.abc import Iterator
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.engines.rollout.rollout import (
    DeploymentConfiguration,
    Result,
    RevisionCounts,
    RolloutInput,
    RolloutOutcome,
    StepKind,
    roll_out,
)

CONFIGURATIONS = tuple(product(range(1, 41), range(0, 101, 5), range(100, 201, 5)))


def _input(desired: int, minimum: int, maximum: int, room: int | None = None) -> RolloutInput:
    configuration = DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=maximum)
    return RolloutInput(desired=desired, configuration=configuration, room=room)


@st.composite
def inputs(draw: st.DrawFn) -> RolloutInput:
    """Any service of up to 200 tasks; its cluster may be unlimited, tight or too small."""
    desired = draw(st.integers(0, 200))
    room = draw(st.none() | st.integers(desired, 2 * desired + 1) | st.integers(0, desired))
    return _input(desired, draw(st.integers(0, 100)), draw(st.integers(100, 200)), room)


def _moves(result: Result) -> Iterator[tuple[StepKind, int, RevisionCounts, RevisionCounts]]:
    """Each step as kind, count, state before and state after."""
    before = RevisionCounts(result.parameters.desired, 0)
    for step in result.steps:
        yield step.kind, step.count, before, step.after
        before = step.after


def test_limits_hold_and_only_equal_limits_are_stuck() -> None:
    """17,640 configurations: lower <= running, running <= max(upper, desired), always COMPLETED
    except STUCK, and STUCK if and only if lower == upper == desired (694 configurations)."""
    stuck = 0
    assert len(CONFIGURATIONS) == 17_640
    for desired, minimum, maximum in CONFIGURATIONS:
        result = roll_out(_input(desired, minimum, maximum))
        blocked = result.lower == result.upper == desired
        most = max(result.upper, desired)
        assert all(result.lower <= state.running <= most for state in result.states)
        assert result.outcome is (RolloutOutcome.STUCK if blocked else RolloutOutcome.COMPLETED)
        stuck += blocked
    assert stuck == 694


@given(st.integers(0, 10_000), st.integers(0, 100), st.integers(100, 300))
def test_lower_is_rounded_up_and_upper_down(desired: int, minimum: int, maximum: int) -> None:
    """lower = ceil(desired*min/100), upper = floor(desired*max/100) - integer arithmetic."""
    result = roll_out(_input(desired, minimum, maximum, room=0))

    assert 0 <= 100 * result.lower - desired * minimum < 100
    assert 0 <= desired * maximum - 100 * result.upper < 100


@given(inputs())
def test_no_step_leaves_the_limits(parameters: RolloutInput) -> None:
    """Lower bounds healthy RUNNING tasks; upper bounds RUNNING+PENDING; room bounds the cluster."""
    result = roll_out(parameters)

    for kind, _, _, after in _moves(result):
        assert result.lower <= after.running <= result.upper
        if kind is StepKind.START and parameters.room is not None:
            assert after.running <= parameters.room


@given(inputs())
def test_a_step_only_stops_old_or_only_starts_new_tasks(parameters: RolloutInput) -> None:
    """`-n` stop old, `+n` start new, (old/new) after."""
    for kind, count, before, after in _moves(roll_out(parameters)):
        assert count > 0
        if kind is StepKind.STOP:
            assert after == RevisionCounts(before.old - count, before.new)
        else:
            assert after == RevisionCounts(before.old, before.new + count)
        assert after.old >= 0
        assert after.new <= parameters.desired


@given(inputs())
def test_each_step_is_as_large_as_it_can_be(parameters: RolloutInput) -> None:
    """Stop first, then start, greedy: one more task in the same step would break a limit."""
    result = roll_out(parameters)
    room = result.upper if parameters.room is None else parameters.room

    for kind, _, _, after in _moves(result):
        if kind is StepKind.STOP:
            assert after.old == 0 or after.running == result.lower
        else:
            full = after.running in (result.upper, room)
            assert full or after.new == parameters.desired


@given(inputs())
def test_nothing_starts_while_old_tasks_may_stop(parameters: RolloutInput) -> None:
    """The STOP phase comes before the START phase of a round."""
    result = roll_out(parameters)

    for kind, _, before, _ in _moves(result):
        if kind is StepKind.START:
            assert before.old == 0 or before.running == result.lower


@given(inputs())
def test_a_rollout_is_stuck_exactly_where_neither_limit_nor_room_gives_way(
    parameters: RolloutInput,
) -> None:
    """COMPLETED: old == 0 and new == desired. STUCK: no stop and no start is possible."""
    desired, room = parameters.desired, parameters.room
    result = roll_out(parameters)
    end = result.states[-1] if result.states else RevisionCounts(desired, 0)

    most = result.upper if room is None else min(result.upper, room)
    too_small = most < desired
    blocked = desired > 0 and (too_small or result.lower == most == desired)
    assert result.outcome is (RolloutOutcome.STUCK if blocked else RolloutOutcome.COMPLETED)
    assert (end == RevisionCounts(0, desired)) is not blocked


@given(inputs())
def test_asking_why_changes_nothing(parameters: RolloutInput) -> None:
    """One engine serves both: bulk runs keep outcomes only."""
    bare, explained = roll_out(parameters), roll_out(parameters, explain=True)

    assert bare.trace == ()
    assert explained.trace
    assert [(s.kind, s.count, s.after) for s in bare.steps] == [
        (s.kind, s.count, s.after) for s in explained.steps
    ]
    assert bare.ending == explained.ending
    assert explained == roll_out(parameters, explain=True)


@given(inputs())
def test_the_formulas_of_a_trace_are_true(parameters: RolloutInput) -> None:
    """A trace line carries its own arithmetic; computed again, it gives the number it claims."""
    names = {"min": min, "max": max}
    for applied in roll_out(parameters, explain=True).trace:
        *_, numbers, claimed = applied.english.split(" = ")
        if numbers.startswith(("min(", "max(")):
            assert eval(numbers, {"__builtins__": {}}, names) == int(claimed)


@given(inputs())
def test_the_last_formula_of_a_step_is_its_own(parameters: RolloutInput) -> None:
    """A step's trace holds the decisions since the step before, and its own last."""
    for step in roll_out(parameters, explain=True).steps:
        own = step.trace[-1]
        assert own.rule.id == f"rollout.{step.kind.lower()}"
        assert own.english.endswith(f" = {step.count}")
