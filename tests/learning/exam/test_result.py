"""What an attempt comes to."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.learning.exam.attempt import attempt_of
from study_app.learning.exam.result import (
    ExamResult,
    PartScore,
    PassVerdict,
    percent,
    result_of,
    wilson,
)
from study_app.learning.log.events import Chosen, Flagged, Shown, Submitted
from tests.learning.exam.attempts import Desk


def result(desk: Desk) -> ExamResult:
    attempt = attempt_of(desk.events)
    assert attempt is not None
    return result_of(
        attempt,
        task_of=lambda item, domain: f"{domain}.{item[-1]}",
        is_right=lambda _, keys: keys == ("a",) if len(keys) == 1 else None,
    )


def test_blanks_are_wrong_in_the_result() -> None:
    desk = Desk()
    desk.add(Shown, 0, item="t/q1").add(Chosen, 30, item="t/q1", keys=("a",))
    desk.add(Shown, 40, item="t/q2").add(Chosen, 170, item="t/q2", keys=("b",))
    desk.add(Flagged, 171, item="t/q1", on=True)
    desk.answer(180, "t/q1", right=True).answer(180, "t/q2", right=False).add(Submitted, 180)
    found = result(desk)
    assert found.whole == PartScore(1, 4)
    assert (found.missed, found.left_open) == (["t/q2"], ["t/q3", "t/q4"])
    assert found.wrong == ["t/q2", "t/q3", "t/q4"]
    assert found.by_domain == {"1": PartScore(1, 2), "2": PartScore(0, 2)}
    assert found.by_task == {
        "1.1": PartScore(1, 1),
        "1.3": PartScore(0, 1),
        "2.2": PartScore(0, 1),
        "2.4": PartScore(0, 1),
    }
    assert found.slow == ["t/q2"]
    assert found.used == timedelta(seconds=180)
    assert found.slowest == "t/q2"
    assert (found.flagged, found.flagged_right) == (["t/q1"], 1)
    assert found.weakest == "2"


def test_changes_are_told_from_the_first_complete_choice_to_the_last() -> None:
    desk = Desk().add(Shown, 0, item="t/q1")
    for item, keys in (("t/q1", ("b",)), ("t/q1", ("a",)), ("t/q2", ("a",)), ("t/q2", ("b",))):
        desk.add(Chosen, 1, item=item, keys=keys)
    desk.add(Chosen, 1, item="t/q3", keys=("b", "c")).add(Chosen, 2, item="t/q3", keys=("a",))
    for item, right in (("t/q1", True), ("t/q2", False), ("t/q3", True)):
        desk.answer(5, item, right=right)
    found = result(desk.add(Submitted, 5))
    assert (found.changed_to_right, found.changed_to_wrong) == (1, 1)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(47, 65, 0.604, 0.817), (0, 20, 0.0, 0.161), (20, 20, 0.839, 1.0), (46, 65, 0.588, 0.804)],
)
def test_the_interval_is_wilsons(right: int, of: int, low: float, high: float) -> None:
    """Compared with values of R's binom.confint(methods="wilson")."""
    assert wilson(right, of) == pytest.approx((low, high), abs=0.001)


@given(st.integers(1, 130).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_in_its_interval_and_the_mirror_image_in_that(
    given_: tuple[int, int],
) -> None:
    right, of = given_
    low, high = wilson(right, of)
    assert 0 <= low <= right / of <= high <= 1
    assert wilson(of - right, of) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(
    ("right", "standing"),
    [(59, PassVerdict.ABOVE), (46, PassVerdict.UNDECIDED), (30, PassVerdict.BELOW)],
)
def test_the_pass_mark_is_above_below_or_within(right: int, standing: PassVerdict) -> None:
    desk = Desk(items=65)
    for number, item in enumerate(desk.items):
        desk.answer(5, item, right=number < right)
    assert result(desk.add(Submitted, 5)).pass_verdict is standing


def test_percent_are_rounded_as_a_reader_does() -> None:
    assert [percent(part) for part in (0.005, 0.5, 47 / 65, 1)] == [1, 50, 72, 100]
