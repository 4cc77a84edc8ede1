"""The log as a fold: what counts of each item."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.events import (
    Answered,
    Finished,
    Flagged,
    Overruled,
    Skipped,
    Started,
    StudyEvent,
    Undone,
)
from study_app.learning.history import History, Record
from study_app.learning.responses import Written

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
SEOUL = timezone(timedelta(hours=9))
_numbers = count(1)


def started(*items: str, session: str = "s") -> Started:
    return Started(id=f"{session}!", at=NOW, session=session, seed=1, items=items, retries=0)


def answered(
    item: str, verdict: Verdict = Verdict.CORRECT, at: datetime = NOW, session: str = "s"
) -> Answered:
    return Answered(
        id=f"a{next(_numbers)}",
        at=at,
        session=session,
        item=item,
        item_hash="0" * 16,
        response=Written("binpack"),
        verdict=verdict,
        score=0.0,
        elapsed_ms=1,
    )


def skipped(item: str) -> Skipped:
    number = next(_numbers)
    return Skipped(id=f"k{number}", at=NOW, session="s", item=item, item_hash="", elapsed_ms=1)


def undone(target: str) -> Undone:
    return Undone(id=f"u{next(_numbers)}", at=NOW, session="s", target=target, item="t/a")


def overruled(target: str) -> Overruled:
    return Overruled(id=f"o{next(_numbers)}", at=NOW, session="s", target=target, item="t/a")


def flagged(item: str, on: bool) -> Flagged:
    return Flagged(id=f"f{next(_numbers)}", at=NOW, session="s", item=item, on=on)


def finished(session: str = "s") -> Finished:
    return Finished(id=f"e{next(_numbers)}", at=NOW, session=session)


ITEMS = ("t/a", "t/b", "u/c")
answer_events = st.builds(
    answered,
    st.sampled_from(ITEMS),
    st.sampled_from(Verdict),
    st.integers(-9, 0).map(lambda days: NOW + timedelta(days=days)),
)
logs = st.lists(
    answer_events
    | st.builds(skipped, st.sampled_from(ITEMS))
    | st.builds(flagged, st.sampled_from(ITEMS), st.booleans()),
    max_size=12,
)


def told(history: History) -> tuple[object, ...]:
    """Everything that a history says of items."""
    return (
        [history.record(item) for item in ITEMS],
        history.answers(),
        history.overruled(),
        history.flagged,
        history.skipped,
    )


@given(logs, answer_events | st.builds(skipped, st.sampled_from(ITEMS)), st.booleans(), logs)
def test_what_was_undone_leaves_no_trace_but_the_count(
    before: list[StudyEvent], event: Answered | Skipped, overrule: bool, after: list[StudyEvent]
) -> None:
    """Undone answers are left out, whatever came between."""
    taken_back: list[StudyEvent] = [
        event,
        *([overruled(event.id)] if overrule else []),
        *after,
        undone(event.id),
    ]
    history = History([*before, *taken_back])
    assert told(history) == told(History([*before, *after]))
    assert history.undone == 1


@given(logs, st.data())
def test_an_overruled_answer_is_correct(events: list[StudyEvent], data: st.DataObject) -> None:
    """Overruled answers count as correct, and nothing else about them changes."""
    plain = History(events).answers()
    chosen = data.draw(st.sets(st.sampled_from([one.id for one, _ in plain]))) if plain else set()
    history = History([*events, *map(overruled, sorted(chosen))])
    assert history.answers() == [
        (one, Verdict.CORRECT if one.id in chosen else verdict) for one, verdict in plain
    ]
    assert {one.id for one in history.overruled()} == chosen


@given(logs)
def test_an_event_about_something_unknown_is_ignored(events: list[StudyEvent]) -> None:
    """A log that was merged from two machines may hold an event whose beginning is missing."""
    lost: list[StudyEvent] = [undone("elsewhere"), overruled("elsewhere"), finished("elsewhere")]
    history = History([*lost, *events, *lost])
    assert told(history) == told(History(events))
    assert history.undone == 0
    assert history.unfinished() == []


@given(logs)
def test_a_record_is_the_latest_standing_answer(events: list[StudyEvent]) -> None:
    """The latest standing answer to an item, and how often it was answered."""
    history = History(events)
    for item in ITEMS:
        given_to = [one for one in events if isinstance(one, Answered) and one.item == item]
        if given_to:
            last = given_to[-1]
            assert history.record(item) == Record(last.at, last.verdict, len(given_to))
        else:
            assert history.record(item) is None


def test_an_answer_that_was_undone_lets_the_one_before_stand() -> None:
    first = answered("t/a", Verdict.WRONG, NOW - timedelta(days=1))
    second = answered("t/a", Verdict.CORRECT)
    history = History([first, second])
    assert history.record("t/a") == Record(NOW, Verdict.CORRECT, 2)
    history.add(undone(second.id))
    assert history.record("t/a") == Record(first.at, Verdict.WRONG, 1)
    history.add(undone(first.id))
    assert history.record("t/a") is None


def test_an_undo_counts_once() -> None:
    answer, skip = answered("t/a"), skipped("t/b")
    assert History([answer, skip, undone(skip.id), undone(skip.id), undone(answer.id)]).undone == 2


@pytest.mark.parametrize(
    ("verdict", "missed"),
    [(Verdict.CORRECT, False), (Verdict.CLOSE, True), (Verdict.WRONG, True)],
)
def test_only_a_correct_answer_is_no_miss(verdict: Verdict, missed: bool) -> None:
    assert Record(NOW, verdict, 1).missed is missed


def test_a_flag_stays_until_it_is_taken_away() -> None:
    history = History([flagged("t/a", True), flagged("t/b", True), flagged("t/a", False)])
    assert history.flagged == {"t/b"}


def test_a_skip_is_no_answer() -> None:
    history = History([skipped("t/a"), skipped("t/a"), skipped("t/b")])
    assert history.skipped == 3
    assert history.answers() == []
    assert history.record("t/a") is None


class TestUnfinished:
    """The sessions that were begun, answered in, and not finished."""

    def test_it_stands_where_it_stopped(self) -> None:
        events: list[StudyEvent] = [
            started("t/a", "t/b"),
            answered("t/a", Verdict.WRONG),
        ]
        (session,) = History(events).unfinished()
        assert session.current is not None
        assert session.current.item == "t/b"
        assert session.events == (events[1],)

    def test_a_skip_was_an_answer_too(self) -> None:
        assert History([started("t/a", "t/b"), skipped("t/a")]).unfinished()

    @pytest.mark.parametrize(
        "events",
        [
            [],
            [started("t/a", "t/b")],
            [started("t/a"), answered("t/a")],
            [started("t/a", "t/b"), answered("t/a"), finished()],
            [started("t/a", "t/b"), flagged("t/a", True)],
        ],
        ids=["no session", "nothing answered", "nothing left", "finished", "flagged only"],
    )
    def test_there_is_nothing_to_resume(self, events: list[StudyEvent]) -> None:
        assert History(events).unfinished() == []

    def test_an_answer_that_was_undone_was_none(self) -> None:
        answer = answered("t/a")
        assert History([started("t/a", "t/b"), answer, undone(answer.id)]).unfinished() == []

    def test_all_are_there_and_the_latest_is_first(self) -> None:
        events: list[StudyEvent] = [
            started("t/a", "t/b", session="early"),
            answered("t/a", session="early"),
            started("u/c", "t/b", session="late"),
            answered("u/c", session="late"),
        ]
        history = History(events)
        assert [one.started.session for one in history.unfinished()] == ["late", "early"]
        history.add(finished("late"))
        assert [one.started.session for one in history.unfinished()] == ["early"]

    def test_a_session_whose_beginning_is_missing_is_passed_over(self) -> None:
        assert History([answered("t/a"), started("t/a", "t/b")]).unfinished() == []

    def test_what_another_program_gave_out_of_turn_is_left_out(self) -> None:
        """Two programs may have gone on with the same session."""
        here = [answered("t/a"), answered("t/b")]
        session = History([started("t/a", "t/b", "u/c"), here[0], answered("t/a"), here[1]])
        (found,) = session.unfinished()
        assert [given.event for given in found.given] == here
        assert found.current is not None
        assert found.current.item == "u/c"

    def test_a_session_that_does_not_add_up_is_passed_over(self) -> None:
        sound: list[StudyEvent] = [started("t/a", "t/b"), answered("t/a")]
        broken: list[StudyEvent] = [
            started("t/a", "t/b", session="x"),
            answered("t/b", session="x"),
        ]
        (session,) = History([*sound, *broken]).unfinished()
        assert session.started.session == "s"


@given(st.sets(st.integers(0, 12)))
def test_a_streak_is_days_in_a_row(ago: set[int]) -> None:
    """Days in a row with an answer, up to today or, where today has none yet, yesterday."""
    history = History(answered("t/a", at=NOW - timedelta(days=days)) for days in sorted(ago))
    first = 0 if 0 in ago else 1
    expected = next(length for length in count() if first + length not in ago)
    assert history.streak(TODAY, UTC) == expected


def test_a_day_is_one_of_the_learners_time_zone() -> None:
    """16:00 UTC is 01:00 of the next day in Seoul."""
    late = History([answered("t/a", Verdict.CLOSE, datetime(2026, 11, 23, 16, tzinfo=UTC))])
    assert late.on_day(date(2026, 11, 23), UTC) == [Verdict.CLOSE]
    assert late.on_day(date(2026, 11, 24), SEOUL) == [Verdict.CLOSE]
    assert late.on_day(date(2026, 11, 23), SEOUL) == []
    assert late.streak(date(2026, 11, 25), SEOUL) == 1
    assert late.streak(date(2026, 11, 25), UTC) == 0


def test_the_verdicts_of_a_day_are_those_that_count() -> None:
    wrong, right = answered("t/a", Verdict.WRONG), answered("t/b")
    other = answered("t/c")
    events: list[StudyEvent] = [wrong, right, other, overruled(wrong.id), undone(other.id)]
    assert History(events).on_day(TODAY, UTC) == [Verdict.CORRECT, Verdict.CORRECT]
