"""One rollout at a time: endings, traces, cautions, errors."""

from time import process_time

import pytest

from study_app.simulator.engines.rollout.rollout import (
    MOST_TASKS,
    DeploymentConfiguration,
    RevisionCounts,
    RolloutInput,
    RolloutOutcome,
    RolloutStep,
    StepKind,
    cautions,
    roll_out,
)
from study_app.simulator.model.problem import Refused


def given(desired: int, minimum: int, maximum: int, room: int | None = None) -> RolloutInput:
    configuration = DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=maximum)
    return RolloutInput(desired=desired, configuration=configuration, room=room)


def test_limits_left_out_are_those_of_a_replica_service() -> None:
    assert RolloutInput(desired=4) == given(4, 100, 200)


def test_a_step_shows_as_signed_count() -> None:
    assert str(RolloutStep(StepKind.STOP, 3, RevisionCounts(3, 0))) == "-3"
    assert str(RolloutStep(StepKind.START, 5, RevisionCounts(3, 5))) == "+5"


def test_states_are_those_after_each_step() -> None:
    assert roll_out(given(4, 100, 200)).states == (RevisionCounts(4, 4), RevisionCounts(0, 4))


def test_without_tasks_there_is_nothing_to_do() -> None:
    result = roll_out(given(0, 100, 200))

    assert result.steps == ()
    assert result.outcome is RolloutOutcome.COMPLETED


@pytest.mark.parametrize(
    ("parameters", "event"),
    [
        (given(3, 100, 125), "because of the service deployment configuration"),
        # The room would not do either, but the limits already forbid the start.
        (given(3, 100, 125, room=3), "because of the service deployment configuration"),
        (given(4, 100, 200, room=4), "no container instance met all of its requirements"),
        (given(4, 50, 100, room=3), "no container instance met all of its requirements"),
        (given(4, 100, 200), "has reached a steady state"),
    ],
)
def test_the_ending_quotes_the_event_that_fits(parameters: RolloutInput, event: str) -> None:
    assert event in roll_out(parameters).why


def test_a_trace_gives_each_decision_with_its_numbers() -> None:
    trace = roll_out(given(6, 100, 200, room=8), explain=True).trace

    assert [applied.formula for applied in trace[:5]] == [
        "lower = ceil(6 x 100 / 100) = 6",
        "upper = floor(6 x 200 / 100) = 12",
        "stop = min(old, running - lower) = min(6, 6 - 6) = 0",
        "free = max(0, 8 - 6) = 2",
        "start = min(desired - new, upper - running, free) = min(6 - 0, 12 - 6, 2) = 2",
    ]


def test_a_stuck_trace_shows_what_was_tried() -> None:
    result = roll_out(given(3, 100, 125), explain=True)

    assert [(applied.rule.id, applied.formula) for applied in result.closing] == [
        ("rollout.stop", "stop = min(old, running - lower) = min(3, 3 - 3) = 0"),
        ("rollout.start", "start = min(desired - new, upper - running) = min(3 - 0, 3 - 3) = 0"),
        ("rollout.stuck-limits", "old = 3, new = 0: STUCK"),
    ]


def test_the_limits_are_explained_even_without_a_trace() -> None:
    result = roll_out(given(4, 50, 100))

    assert result.limits == roll_out(given(4, 50, 100), explain=True).trace[:2]


@pytest.mark.parametrize(
    ("parameters", "formulas"),
    [
        (given(4, 50, 200, room=4), []),
        (given(4, 50, 201), ["maximumPercent = 201 > 200"]),
        (given(4, 50, 200, room=3), ["room = 3 < desired = 4"]),
    ],
)
def test_unusual_input_is_pointed_out(parameters: RolloutInput, formulas: list[str]) -> None:
    assert [applied.formula for applied in cautions(parameters)] == formulas


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        (given(-1, 50, 100), "desired is -1"),
        (given(MOST_TASKS + 1, 50, 100), f"desired is {MOST_TASKS + 1}"),
        (given(4, -1, 100), "minimumHealthyPercent is -1"),
        (given(4, 101, 200), "minimumHealthyPercent is 101"),
        (given(4, 50, 99), "maximumPercent is 99"),
        (given(4, 50, 100, room=-1), "room is -1"),
    ],
)
def test_input_out_of_range_is_refused(parameters: RolloutInput, words: str) -> None:
    with pytest.raises(Refused, match=words):
        roll_out(parameters)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(Refused) as caught:
        roll_out(given(-1, 101, 99, room=-1))

    for name in ("desired", "minimumHealthyPercent", "maximumPercent", "room"):
        assert f"{name} is " in str(caught.value)


def test_ten_thousand_tasks_one_at_a_time_are_quick() -> None:
    started = process_time()
    result = roll_out(given(10_000, 100, 200, room=10_001))

    assert len(result.steps) == 20_000
    assert process_time() - started < 2
