"""Memory is a fold over the log, and its due dates are those of py-fsrs."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, timedelta
from random import Random

import pytest
from fsrs import Scheduler
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.history.history import History
from study_app.learning.history.state import from_value, to_value
from study_app.learning.log.events import Overruled, Rated, SessionMode, StudyEvent, Undone
from study_app.learning.scheduling.fsrs import noon, retrievability, reviewed
from study_app.learning.scheduling.memory import LEECH, Memory
from tests.learning.scheduling.logs import CARD_OF, START, answer, logs, naive

RATINGS = st.integers(1, 4)


def memories(events: Sequence[StudyEvent]) -> dict[str, Memory]:
    return dict(History(events, card_of=CARD_OF).memories)


@given(logs(), st.floats(0.70, 0.97))
def test_due_dates_are_those_of_py_fsrs(events: list[StudyEvent], retention: float) -> None:
    """FSRS keeps one state per card; nothing is written by hand that the library does."""
    expected = naive(events, CARD_OF, retention)
    found = memories(events)
    assert found.keys() == expected.keys()
    for card, memory in found.items():
        scheduled, theirs = memory.scheduled(retention), expected[card]
        assert scheduled.due == theirs.card.due
        assert scheduled.strength.stability == theirs.card.stability
        assert scheduled.strength.difficulty == theirs.card.difficulty
        assert (memory.reviews, memory.lapses) == (theirs.reviews, theirs.lapses)
        day = (START + timedelta(days=90)).date()
        predicted = Scheduler().get_card_retrievability(theirs.card, noon(day))
        assert retrievability(scheduled.strength, day) == predicted


@given(logs(), st.randoms(use_true_random=False))
def test_folding_twice_is_folding_once(events: list[StudyEvent], chance: Random) -> None:
    """The same events give the same answer on every machine, in whatever order they arrived."""
    once = memories(events)
    one_by_one = History(card_of=CARD_OF)
    mixed = list(events)
    chance.shuffle(mixed)
    for event in mixed:
        one_by_one.add(event)
        _ = one_by_one.memories
    assert one_by_one.memories == once == memories(mixed)


@given(logs(), st.integers(0, 30), st.integers(0, 30), st.booleans())
def test_a_checkpoint_plus_the_rest_is_the_whole(
    events: list[StudyEvent], first: int, second: int, at_once: bool
) -> None:
    """Also where the rest is older, speaks of what came before, or goes on with its sessions."""
    cuts = sorted((first, second))
    parts = [events[: cuts[0]], events[cuts[0] : cuts[1]], events[cuts[1] :]]
    before = History(parts[0], card_of=CARD_OF).state
    seen = list(parts[0])
    history = History(
        since=from_value(json.loads(json.dumps(to_value(before)))),
        of_item=lambda item: [one for one in seen if getattr(one, "item", None) == item],
        of_session=lambda session: [one for one in events if one.session == session],
        card_of=CARD_OF,
    )
    for part in parts[1:]:
        if at_once:
            history.take(part)
        else:
            for event in part:
                history.add(event)
        history.forget()
        seen += part
    assert history.state == History(events, card_of=CARD_OF).state


@given(st.lists(st.tuples(RATINGS, st.integers(1, 400)), max_size=8), st.integers(1, 400))
def test_a_better_rating_never_gives_an_earlier_due_date(
    earlier: list[tuple[int, int]], later: int
) -> None:
    """A better rating never gives an earlier due date."""
    day, strength = START.date(), None
    for rating, days in earlier:
        strength = reviewed(strength, rating, day).strength
        day += timedelta(days=days)
    day += timedelta(days=later)
    due = [reviewed(strength, rating, day).due for rating in (1, 2, 3, 4)]
    assert due == sorted(due)


def test_the_published_intervals_of_the_library() -> None:
    """`test_review_card` of py-fsrs 6.3. Its steps of minutes fall on the same day: there ours
    differ in the due date alone, and the intervals after them are to be the same.
    """
    ratings = (3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3)
    published = (0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21)
    day, strength = date(2022, 11, 29), None
    for rating, interval in zip(ratings, published, strict=True):
        scheduled = reviewed(strength, rating, day)
        if interval:
            assert (scheduled.due.date() - day).days == interval
        strength = scheduled.strength
        day += timedelta(days=interval)


def test_the_published_state_of_the_library() -> None:
    """`test_memo_state` of py-fsrs 6.3."""
    day, strength = date(2022, 11, 29), None
    for rating, days in ((1, 0), (3, 0), (3, 1), (3, 3), (3, 8), (3, 21)):
        day += timedelta(days=days)
        strength = reviewed(strength, rating, day).strength
    assert strength is not None
    assert strength.stability == pytest.approx(53.62691, abs=1e-4)
    assert strength.difficulty == pytest.approx(6.3574867, abs=1e-4)


def test_of_a_day_the_earliest_first_attempt_is_the_review() -> None:
    """At most one a study day: the rating of that day's earliest first attempt."""
    wrong = answer(1, "t/a", START, verdict=Verdict.WRONG)
    right = answer(2, "t/b", START + timedelta(hours=1))
    memory = memories([right, wrong])["t/one"]
    assert (memory.reviews, memory.last.rating, memory.last.item) == (1, 1, "t/a")
    gone = Undone(id="u", at=START, day=START.date(), session="s", item="t/a", target=wrong.id)
    memory = memories([right, wrong, gone])["t/one"]
    assert (memory.reviews, memory.last.rating, memory.last.item) == (1, 3, "t/b")


def test_what_the_learner_says_last_decides() -> None:
    """Of rated, I guessed, I was wrong and overruled the last one decides."""
    about = {"day": START.date(), "session": "s", "item": "t/a", "target": "e00001"}
    close = answer(1, "t/a", START, verdict=Verdict.CLOSE)
    wrong = answer(1, "t/a", START, verdict=Verdict.WRONG)
    easy = Rated(id="r", at=START + timedelta(minutes=2), rating=4, **about)  # type: ignore[arg-type]
    right = Overruled(id="o", at=START + timedelta(minutes=1), **about)  # type: ignore[arg-type]
    cases: list[tuple[list[StudyEvent], int]] = [
        ([close], 2),
        ([close, right], 3),
        ([close, easy, right], 4),
        ([wrong, easy], 1),  # a wrong answer that was not overruled stays 1
        ([wrong, easy, right], 4),
    ]
    for events, rating in cases:
        assert memories(events)["t/one"].last.rating == rating


def test_predictions_and_practice_leave_memory_alone() -> None:
    """Later attempts at it in the session are practice. So do lab predictions."""
    first = answer(1, "t/a", START, verdict=Verdict.WRONG)
    next_day = START + timedelta(days=1)
    again = answer(2, "t/a", next_day)
    predicted = answer(3, "t/b", next_day, session="lab", mode=SessionMode.LAB)
    assert memories([first, again, predicted]) == memories([first])
    elsewhere = replace(again, session="another")
    assert memories([first, elsewhere])["t/one"].reviews == 2


def test_an_answer_of_version_0_1_counts_for_the_card_of_its_question_now() -> None:
    """An answer of 0.1 whose question is gone from the content leaves memory alone."""
    old = [answer(1, "t/c", START, card=None), answer(2, "u/d", START, card=None)]
    assert memories(old).keys() == {"t/two"}
    history = History(old, card_of=CARD_OF)
    assert history.state.memories.fits(CARD_OF)
    assert not history.state.memories.fits({**CARD_OF, "u/d": "t/one"})


def test_six_lapses_make_a_leech() -> None:
    """6 lapses (reviews rated 1 after the first)."""
    answers = [
        answer(n, "t/a", START + timedelta(days=n), str(n), verdict=Verdict.WRONG)
        for n in range(LEECH + 1)
    ]
    assert not memories(answers[:-1])["t/one"].is_leech
    assert memories(answers)["t/one"].is_leech


@pytest.mark.parametrize("hour", [0, 3, 11, 23])
def test_the_clock_of_a_review_has_no_part_in_it(hour: int) -> None:
    """A learner who is an hour earlier each day would stay at zero."""
    days = [START.replace(hour=0) + timedelta(days=n, hours=max(0, hour - n)) for n in range(4)]
    at_night = [answer(n, "t/a", at, str(n)) for n, at in enumerate(days)]
    at_noon = [answer(n, "t/a", at.replace(hour=12), str(n)) for n, at in enumerate(days)]
    assert memories(at_night)["t/one"].scheduled() == memories(at_noon)["t/one"].scheduled()
    assert memories(at_night)["t/one"].scheduled().due.tzinfo is UTC
