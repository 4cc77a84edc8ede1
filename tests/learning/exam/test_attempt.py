"""An attempt is a fold over its events, and its clock counts what somebody sat in front of it."""

from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from study_app.learning.exam.attempt import Attempt, attempt_of
from study_app.learning.exam.clock import WARNINGS, warnings_between
from study_app.learning.log.events import (
    Chosen,
    Finished,
    Flagged,
    Noted,
    Paused,
    Resumed,
    Shown,
    Struck,
    Subject,
    Submitted,
)
from tests.learning.exam.attempts import BEGUN, Desk, prefixes

ITEMS = Desk().items
kinds = st.sampled_from([Shown, Chosen, Struck, Flagged, Paused, Resumed])
steps = st.lists(st.tuples(kinds, st.sampled_from(ITEMS), st.integers(0, 200)), max_size=30)
"""What is done, to which question, so many seconds later."""


def played(done: list[tuple[Any, str, int]]) -> Desk:
    desk, seconds = Desk(), 0
    for kind, item, later in done:
        seconds += later
        values: dict[type, dict[str, Any]] = {
            Shown: {"item": item},
            Chosen: {"item": item, "keys": ("a",) if later % 2 else ()},
            Struck: {"item": item, "keys": ("b",) if later % 2 else ()},
            Flagged: {"item": item, "on": bool(later % 2)},
        }
        desk.add(kind, seconds, **values.get(kind, {}))
    return desk


def fold(desk: Desk) -> Attempt:
    found = attempt_of(desk.events)
    assert found is not None
    return found


@given(steps, st.integers(0, 99))
def test_resumed_at_any_event_it_is_the_same_exam(done: list[Any], seed: int) -> None:
    """The state is a fold: cut anywhere and folded on, or in any order, it comes to the same."""
    desk = played(done)
    whole = fold(desk)
    for before, rest in prefixes(desk.events):
        resumed = attempt_of(before)
        assert resumed is not None
        for event in rest:
            resumed = resumed.after(event)
        assert resumed == whole
    mixed = list(desk.events)
    Random(seed).shuffle(mixed)
    assert attempt_of(mixed) == whole


@given(steps)
def test_an_exam_always_ends(done: list[Any]) -> None:
    """However it went, its clock never shows more than the limit, and once it runs it reaches zero
    after what is left; then nothing changes any more.
    """
    desk = played(done)
    attempt = fold(desk)
    assert timedelta(0) <= attempt.clock.elapsed <= attempt.clock.limit == timedelta(minutes=8)
    assert sum(attempt.spent.values(), timedelta(0)) <= attempt.clock.elapsed
    now = desk.events[-1].at
    running = attempt.after(desk.make(Resumed, (now - BEGUN).total_seconds()))
    zero = running.clock.zero_by(now + running.clock.left)
    assert zero is not None
    late = (zero - BEGUN).total_seconds() + 1
    over = running.after(desk.make(Chosen, late, item=ITEMS[0], keys=("z",)))
    assert over.clock.zero == zero
    assert over.chosen == running.chosen
    again = over.after(desk.make(Resumed, late + 1)).after(
        desk.make(Struck, late + 2, item=ITEMS[0], keys=("z",))
    )
    assert again.struck == running.struck
    ended = again.after(desk.make(Submitted, (zero - BEGUN).total_seconds(), timed_out=True))
    assert not ended.is_open
    assert ended.clock.elapsed == ended.clock.limit


def test_the_clock_runs_from_the_first_question_to_a_pause_and_on_from_a_resumption() -> None:
    desk = Desk()
    desk.add(Shown, 100, item="t/q1").add(Chosen, 110, item="t/q1", keys=("a",))
    desk.add(Shown, 130, item="t/q2").add(Paused, 160)
    attempt = fold(desk)
    assert attempt.clock.elapsed == timedelta(seconds=60)
    assert not attempt.clock.is_running
    desk.add(Resumed, 4000).add(Chosen, 4005, item="t/q2", keys=("b",))
    attempt = fold(desk)
    assert attempt.clock.elapsed == timedelta(seconds=65)
    assert attempt.spent == {"t/q1": timedelta(seconds=30), "t/q2": timedelta(seconds=35)}
    assert attempt.clock.stops == 1
    assert attempt.clock.elapsed_at(BEGUN + timedelta(seconds=4015)) == timedelta(seconds=75)


def test_what_passed_after_the_last_event_before_a_kill_does_not_count() -> None:
    desk = Desk()
    desk.add(Shown, 0, item="t/q1").add(Chosen, 20, item="t/q1", keys=("a",))
    attempt = fold(desk.add(Resumed, 9000))
    assert attempt.clock.elapsed == timedelta(seconds=20)
    assert attempt.clock.stops == 1


def test_a_note_counts_as_time_in_front_of_the_exam() -> None:
    desk = Desk().add(Shown, 0, item="t/q1")
    desk.add(Noted, 40, item="t/q1", subject=Subject.QUESTION, text="why?").add(Resumed, 900)
    assert fold(desk).clock.elapsed == timedelta(seconds=40)


def test_a_clock_that_was_set_back_adds_nothing() -> None:
    desk = Desk()
    desk.add(Shown, 100, item="t/q1").add(Chosen, 120, item="t/q1", keys=("a",))
    attempt = fold(desk)
    assert attempt.clock.elapsed_at(BEGUN) == timedelta(seconds=20)
    following = attempt.after(desk.make(Chosen, 50, item="t/q1", keys=("b",)))
    assert following.clock.elapsed == timedelta(seconds=20)
    assert following.clock.elapsed_at(BEGUN + timedelta(seconds=121)) == timedelta(seconds=21)


def test_at_zero_it_is_over_at_that_moment_and_not_when_somebody_noticed() -> None:
    desk = Desk(minutes=1).add(Shown, 0, item="t/q1")
    attempt = fold(desk)
    assert attempt.clock.zero_by(BEGUN + timedelta(seconds=59)) is None
    assert attempt.clock.zero_by(BEGUN + timedelta(hours=3)) == BEGUN + timedelta(seconds=60)
    late = attempt.after(desk.make(Chosen, 61, item="t/q1", keys=("a",)))
    assert late.chosen == {}
    assert late.clock.zero == BEGUN + timedelta(seconds=60)


def test_each_warning_is_given_once() -> None:
    minute = timedelta(minutes=1)
    left = [number * minute for number in range(130, -1, -1)]
    warned = [one for before, now in pairwise(left) for one in warnings_between(before, now)]
    assert warned == list(WARNINGS) == [30 * minute, 10 * minute, 5 * minute]
    assert list(warnings_between(31 * minute, 4 * minute)) == list(WARNINGS)


def test_given_up_or_submitted_nothing_changes_but_for_the_answers() -> None:
    desk = Desk().add(Shown, 0, item="t/q1").add(Chosen, 5, item="t/q1", keys=("a",))
    given_up = fold(desk).after(desk.make(Finished, 6))
    assert not given_up.is_open
    assert given_up.after(desk.make(Resumed, 7)) == given_up
    desk.answer(10, "t/q1", right=True).add(Submitted, 10)
    submitted = fold(desk)
    assert submitted.submitted is not None
    assert submitted.clock.stops == 0
    assert list(submitted.answers) == ["t/q1"]
    assert submitted.after(desk.make(Chosen, 11, item="t/q1", keys=("b",))) == submitted


def test_flags_and_struck_options_can_be_taken_back_and_a_flag_knows_when_it_was_set() -> None:
    desk = Desk().add(Shown, 10, item="t/q1").add(Flagged, 24, item="t/q1", on=True)
    desk.add(Struck, 25, item="t/q1", keys=("a", "b"))
    attempt = fold(desk)
    assert attempt.flagged == {"t/q1": timedelta(seconds=14)}
    assert attempt.struck == {"t/q1": ("a", "b")}
    desk.add(Flagged, 26, item="t/q1", on=False).add(Struck, 27, item="t/q1", keys=())
    attempt = fold(desk)
    assert attempt.flagged == attempt.struck == {}
