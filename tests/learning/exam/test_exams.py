"""What the history knows of mock exams, in whatever order their events came."""

import json
from random import Random

import pytest

from study_app.learning.exam.seen import seen_in
from study_app.learning.history.history import History
from study_app.learning.history.state import from_value, to_value
from study_app.learning.log.events import Chosen, Finished, Shown, Submitted
from study_app.learning.log.tally import Tally
from tests.learning.exam.attempts import BEGUN, Desk


def paused(session: str, item: str = "t/q1") -> Desk:
    return Desk(session=session).add(Shown, 1, item=item)


@pytest.mark.parametrize("seed", range(5))
def test_an_exam_is_open_until_it_is_submitted_or_given_up(seed: int) -> None:
    first, second, third = paused("a"), paused("b"), paused("c")
    first.answer(9, "t/q1", right=True).add(Submitted, 9)
    third.add(Finished, 3)
    events = [*first.events, *second.events, *third.events]
    Random(seed).shuffle(events)
    history = History(events)
    found = history.exams.open()
    assert found is not None
    assert found.started.session == "b"
    assert [one.started.session for one in history.exams.every()] == ["a", "b", "c"]
    assert history.unfinished() == []
    state = from_value(json.loads(json.dumps(to_value(history.state))))
    assert state == history.state
    sessions = {one: [event for event in events if event.session == one] for one in "abc"}
    again = History(since=state, of_item=lambda _: [], of_session=lambda one: sessions[one])
    assert again.exams.open() == found


def test_the_one_begun_last_goes_on_where_two_are_open() -> None:
    earlier, later = paused("a"), paused("b")
    later.events[0] = later.make(type(later.events[0]), 500, **later.form())
    found = History([*later.events, *earlier.events]).exams.open()
    assert found is not None
    assert found.started.session == "b"


def test_only_a_submission_counts_and_it_is_a_review() -> None:
    desk = paused("a").add(Chosen, 5, item="t/q1", keys=("a",))
    cards = {"t/q1": "t/card"}
    history = History(desk.events, card_of=cards)
    assert history.record("t/q1") is None
    assert not history.memories
    desk.answer(9, "t/q1", right=False).add(Submitted, 9)
    for event in desk.events[-2:]:
        history.add(event)
    assert history.on_day(BEGUN.date()) == Tally(1, wrong=1)
    assert history.memories["t/card"].first.rating == 1
    assert history.tenths == {}, "the pace is that of quizzes"
    assert history.state == History(desk.events, card_of=cards).state


def test_what_the_last_two_attempts_showed_is_recent_and_the_rest_was_seen() -> None:
    attempts = [paused(name, f"t/q{number}") for number, name in enumerate("abc", start=1)]
    every = History([event for one in attempts for event in one.events]).exams.every()
    seen = seen_in(every, {"t/x": BEGUN})
    assert seen.recent == {"t/q2", "t/q3"}
    assert seen.last.keys() == {"t/q1", "t/q2", "t/q3", "t/x"}
