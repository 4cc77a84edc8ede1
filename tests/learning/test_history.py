"""The log as a fold: what counts of each item, in whatever order the events come."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Paired, Picked, TypedText
from study_app.learning.history.history import History, Record
from study_app.learning.history.state import State, from_value, to_value
from study_app.learning.log.days import day_begins, study_day
from study_app.learning.log.events import (
    Answered,
    ExamTaken,
    Finished,
    Flagged,
    Guessed,
    Noted,
    Overruled,
    PlanSet,
    PlanSetting,
    Rated,
    Read,
    Skipped,
    Started,
    StudyEvent,
    Subject,
    Suspended,
    Undone,
    Unknown,
    WasWrong,
)
from study_app.learning.log.tally import Tally

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
SEOUL = timezone(timedelta(hours=9))
_numbers = count(1)


def about(session: str = "s", at: datetime | None = None) -> dict[str, object]:
    """The common fields of an event, a millisecond after the one that was made before."""
    number = next(_numbers)
    at = NOW + timedelta(milliseconds=number) if at is None else at
    return {"id": f"e{number:07}", "at": at, "day": study_day(at, UTC), "session": session}


def started(*items: str, session: str = "s") -> Started:
    return Started(**about(session), seed=1, items=items, retries=0)  # type: ignore[arg-type]


BINPACK = TypedText("binpack")


def answered(
    item: str,
    verdict: Verdict = Verdict.CORRECT,
    at: datetime | None = None,
    session: str = "s",
    given: TypedText | Picked | Paired = BINPACK,
    elapsed_ms: int = 1,
) -> Answered:
    return Answered(
        **about(session, at),  # type: ignore[arg-type]
        item=item,
        item_hash="0" * 16,
        response=given,
        verdict=verdict,
        score=0.0,
        elapsed_ms=elapsed_ms,
    )


def skipped(item: str) -> Skipped:
    return Skipped(**about(), item=item, item_hash="", elapsed_ms=1)  # type: ignore[arg-type]


def undone(target: str, item: str = "t/a") -> Undone:
    return Undone(**about(), target=target, item=item)  # type: ignore[arg-type]


def overruled(target: str, item: str = "t/a") -> Overruled:
    return Overruled(**about(), target=target, item=item)  # type: ignore[arg-type]


def flagged(item: str, on: bool) -> Flagged:
    return Flagged(**about(), item=item, on=on)  # type: ignore[arg-type]


def finished(session: str = "s") -> Finished:
    return Finished(**about(session))  # type: ignore[arg-type]


def plan_set(setting: PlanSetting, value: str | int) -> PlanSet:
    return PlanSet(**about(""), setting=setting, value=value)  # type: ignore[arg-type]


ITEMS = ("t/a", "t/b", "u/c")
answer_events = st.builds(
    answered,
    st.sampled_from(ITEMS),
    st.sampled_from(Verdict),
    st.integers(-9, 0).map(lambda days: NOW + timedelta(days=days)),
    st.sampled_from("sp"),
    st.sampled_from([BINPACK, TypedText("Spread "), Picked(("a", "b")), Paired(())]),
    st.sampled_from([0, 1500, 61_000]),
)
about_items = (
    answer_events
    | st.builds(skipped, st.sampled_from(ITEMS))
    | st.builds(flagged, st.sampled_from(ITEMS), st.booleans())
)
logs = st.lists(about_items, max_size=12)


@st.composite
def whole_logs(draw: st.DrawFn) -> list[StudyEvent]:
    """Events of all kinds, with targets that come earlier, later or nowhere."""
    events: list[StudyEvent] = list(draw(st.lists(about_items, max_size=16)))
    for session in draw(st.lists(st.sampled_from("pqr"), unique=True)):
        events.append(started("t/a", "t/b", session=session))
        if draw(st.booleans()):
            events.append(answered("t/a", session=session))
        if draw(st.booleans()):
            events.append(finished(session))
    known = [(one.id, one.item) for one in events if isinstance(one, Answered | Skipped)]
    for target, item in draw(st.lists(st.sampled_from([*known, ("lost", "t/a")]), max_size=8)):
        if draw(st.booleans()):
            events.append(undone(target, item))
            continue
        events.append(overruled(target, item))
        if draw(st.booleans()):
            events.append(undone(events[-1].id, item))
    settings = st.tuples(
        st.sampled_from([PlanSetting.MINUTES, PlanSetting.EXAM]), st.integers(1, 90)
    )
    events += [plan_set(*one) for one in draw(st.lists(settings, max_size=3))]
    return events


def of(events: Sequence[StudyEvent], item: str) -> list[StudyEvent]:
    return [event for event in events if getattr(event, "item", None) == item]


def everything_in(history: History) -> tuple[object, ...]:
    """Everything that a history says of items."""
    plain = {
        key: (one.tally, one.last, one.overruled, one.skipped, one.flag)
        for key, one in history.items.items()
    }
    return (
        {key: one for key, one in plain.items() if any(one[1:]) or one[0].answers},
        history.flagged,
    )


@given(whole_logs(), st.randoms(use_true_random=False), st.data())
def test_any_interleaving_of_the_events_of_three_machines_folds_to_the_same_state(
    events: list[StudyEvent], chance: Random, data: st.DataObject
) -> None:
    """They fold by (at, id). Targets are resolved by id, also when the target comes later."""
    expected = History(events).state
    mixed = list(events)
    chance.shuffle(mixed)
    one_by_one = History()
    for event in mixed:
        one_by_one.add(event)
    assert History(mixed).state == expected
    assert one_by_one.state == expected
    assert one_by_one.unfinished() == History(events).unfinished()


@given(whole_logs(), st.randoms(use_true_random=False), st.integers(0, 30), st.booleans())
def test_a_checkpoint_plus_the_rest_is_the_whole(
    events: list[StudyEvent], chance: Random, cut: int, one_by_one: bool
) -> None:
    """Also where the rest is older, and speaks of what came before."""
    mixed = list(events)
    chance.shuffle(mixed)
    before, rest = mixed[:cut], mixed[cut:]
    value = json.loads(json.dumps(to_value(History(before).state)))
    history = History(
        since=from_value(value),
        of_item=lambda item: of(before, item),
        of_session=lambda session: [one for one in events if one.session == session],
    )
    if one_by_one:
        for event in rest:
            history.add(event)
    else:
        history.take(rest)
    whole = History(events)
    assert history.state == whole.state
    assert history.flagged == whole.flagged
    assert history.unfinished() == whole.unfinished()


def test_a_session_without_a_start_is_looked_up_once() -> None:
    """However many answers it has: each look reads all of them."""
    looked_up: list[str] = []

    def of_session(session: str) -> list[StudyEvent]:
        looked_up.append(session)
        return []

    history = History(of_session=of_session)
    for _ in range(3):
        history.add(answered("t/a", session="p"))
    assert looked_up == ["p"]


@given(logs, answer_events | st.builds(skipped, st.sampled_from(ITEMS)), st.booleans(), logs)
def test_what_was_undone_leaves_no_trace_but_the_count(
    before: list[StudyEvent], event: Answered | Skipped, overrule: bool, after: list[StudyEvent]
) -> None:
    """Answer then undo is before, whatever came between."""
    taken_back: list[StudyEvent] = [
        event,
        *([overruled(event.id, event.item)] if overrule else []),
        *after,
        undone(event.id, event.item),
    ]
    history = History([*before, *taken_back])
    assert everything_in(history) == everything_in(History([*before, *after]))
    assert history.undone == 1


@given(logs, st.data())
def test_an_overruled_answer_is_correct_until_that_is_undone(
    events: list[StudyEvent], data: st.DataObject
) -> None:
    """Overruled answers count as correct, and nothing else about them changes."""
    answers = [one for one in events if isinstance(one, Answered)]
    chosen = data.draw(st.sets(st.sampled_from(answers))) if answers else set()
    saying = [overruled(one.id, one.item) for one in chosen]
    history = History([*events, *saying])
    for item in ITEMS:
        found = [one for one in answers if one.item == item]
        tally = Tally(
            len(found),
            correct=sum(one in chosen or one.verdict is Verdict.CORRECT for one in found),
            close=sum(one not in chosen and one.verdict is Verdict.CLOSE for one in found),
            wrong=sum(one not in chosen and one.verdict is Verdict.WRONG for one in found),
        )
        summary = history.items.get(item)
        assert (Tally() if summary is None else summary.tally) == tally
        assert (0 if summary is None else summary.overruled) == len(chosen & set(found))
        typed = [one for one in chosen & set(found) if one.drawn is None]
        texts = {one.response.text for one in typed if isinstance(one.response, TypedText)}
        assert history.own_forms(item) == texts
    history.take([undone(one.id, one.item) for one in saying])
    assert everything_in(history) == everything_in(History(events))


@given(logs)
def test_an_event_about_something_unknown_is_ignored(events: list[StudyEvent]) -> None:
    """A log that was merged from two machines may hold an event whose beginning is missing."""
    lost: list[StudyEvent] = [undone("elsewhere"), overruled("elsewhere"), finished("elsewhere")]
    history = History([*lost, *events, *lost])
    assert everything_in(history) == everything_in(History(events))
    assert history.undone == 0
    assert history.unfinished() == []


def test_an_event_of_another_kind_changes_nothing_that_is_counted() -> None:
    """An event of an unknown kind is kept and ignored; so far are ratings, notes and the like."""
    answer = answered("t/a", Verdict.WRONG)
    others: list[StudyEvent] = [
        Unknown(**about(), fields={"kind": "dreamt"}),  # type: ignore[arg-type]
        Rated(**about(), target=answer.id, item="t/a", rating=4),  # type: ignore[arg-type]
        Guessed(**about(), target=answer.id, item="t/a"),  # type: ignore[arg-type]
        WasWrong(**about(), target=answer.id, item="t/a"),  # type: ignore[arg-type]
        Read(**about(), item="t/a"),  # type: ignore[arg-type]
        Suspended(**about(), item="t/a", subject=Subject.CARD, on=True),  # type: ignore[arg-type]
        Noted(**about(), item="t/a", subject=Subject.CARD, text="!"),  # type: ignore[arg-type]
        ExamTaken(**about(), exam="dva-c02", taken_on=TODAY, passed=True),  # type: ignore[arg-type]
    ]
    assert everything_in(History([answer, *others])) == everything_in(History([answer]))


@given(logs)
def test_a_record_is_the_latest_standing_answer(events: list[StudyEvent]) -> None:
    """The latest standing answer to an item, and how often it was answered."""
    history = History(events)
    for item in ITEMS:
        given_to = [one for one in events if isinstance(one, Answered) and one.item == item]
        if given_to:
            last = max(given_to, key=lambda one: one.key)
            assert history.record(item) == Record(last.at, last.day, last.verdict, len(given_to))
        else:
            assert history.record(item) is None


def test_the_latest_setting_stands_in_whatever_order_they_come() -> None:
    first, second = (
        plan_set(PlanSetting.DAY_STARTS, "05:30"),
        plan_set(PlanSetting.DAY_STARTS, "03:00"),
    )
    for events in ([first, second], [second, first]):
        history = History(events)
        assert history.setting(PlanSetting.DAY_STARTS) == "03:00"
        assert history.day_starts == time(3)
    assert History().day_starts == time(4)
    assert History([plan_set(PlanSetting.DAY_STARTS, "noon")]).day_starts == time(4)


def test_a_state_of_another_shape_is_no_state() -> None:
    value = to_value(History([answered("t/a")]).state)
    for broken in ({}, {**value, "items": {"t/a": [1]}}, {**value, "days": {"x": [1, 1, 0, 0]}}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            from_value(broken)
    assert from_value(to_value(State())) == State()


def test_an_answer_that_was_undone_lets_the_one_before_stand() -> None:
    first = answered("t/a", Verdict.WRONG, NOW - timedelta(days=1))
    second = answered("t/a", Verdict.CORRECT)
    history = History([first, second])
    assert history.record("t/a") == Record(second.at, second.day, Verdict.CORRECT, 2)
    history.add(undone(second.id))
    assert history.record("t/a") == Record(first.at, first.day, Verdict.WRONG, 1)
    history.add(undone(first.id))
    assert history.record("t/a") is None


def test_an_undo_counts_once() -> None:
    answer, skip = answered("t/a"), skipped("t/b")
    assert (
        History(
            [answer, skip, undone(skip.id, "t/b"), undone(skip.id, "t/b"), undone(answer.id)]
        ).undone
        == 2
    )


@pytest.mark.parametrize(
    ("verdict", "missed"),
    [(Verdict.CORRECT, False), (Verdict.CLOSE, True), (Verdict.WRONG, True)],
)
def test_only_a_correct_answer_is_no_miss(verdict: Verdict, missed: bool) -> None:
    assert Record(NOW, TODAY, verdict, 1).missed is missed


def test_a_flag_stays_until_it_is_taken_away() -> None:
    history = History([flagged("t/a", True), flagged("t/b", True), flagged("t/a", False)])
    assert history.flagged == {"t/b"}


def test_a_skip_is_no_answer() -> None:
    history = History([skipped("t/a"), skipped("t/a"), skipped("t/b")])
    assert history.skipped == 3
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
        assert History([answered("t/a"), flagged("t/a", True)]).unfinished() == []

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

    def test_what_was_undone_is_left_out_where_a_clock_was_set_back(self) -> None:
        """Targets are resolved by id, also when the target comes later."""
        begun = started("t/a", "t/b", "u/c")
        first = answered("t/a")
        back = Undone(
            **about("s", first.at - timedelta(minutes=5)),  # type: ignore[arg-type]
            target=first.id,
            item="t/a",
        )
        again = answered("t/a", Verdict.WRONG)
        (session,) = History([begun, first, back, again]).unfinished()
        assert [given.event for given in session.given] == [again]


@given(st.sets(st.integers(0, 12)))
def test_a_streak_is_days_in_a_row(ago: set[int]) -> None:
    """Days in a row with an answer, up to today or, where today has none yet, yesterday."""
    history = History(answered("t/a", at=NOW - timedelta(days=days)) for days in sorted(ago))
    first = 0 if 0 in ago else 1
    expected = next(length for length in count() if first + length not in ago)
    assert history.streak(TODAY) == expected


@pytest.mark.parametrize(
    ("local", "day"),
    [
        (datetime(2026, 11, 23, 3, 59), date(2026, 11, 22)),  # noqa: DTZ001
        (datetime(2026, 11, 23, 4, 0), date(2026, 11, 23)),  # noqa: DTZ001
        (datetime(2026, 11, 23, 23, 59), date(2026, 11, 23)),  # noqa: DTZ001
    ],
)
@pytest.mark.parametrize("zone", [UTC, SEOUL])
def test_a_study_day_begins_at_four(local: datetime, day: date, zone: timezone) -> None:
    """Study day: begins at 04:00 local time."""
    at = local.replace(tzinfo=zone).astimezone(UTC)
    assert study_day(at, zone) == day


def test_a_study_day_begins_at_four_by_the_clock_on_the_wall() -> None:
    """Also on the days on which the clock changes."""
    berlin = ZoneInfo("Europe/Berlin")
    for day in (date(2026, 3, 29), date(2026, 10, 25)):
        begins = day_begins(day, berlin)
        assert begins == datetime.combine(day, time(4), berlin)
        assert study_day(begins, berlin) == day
        assert study_day(begins - timedelta(minutes=1), berlin) == day - timedelta(days=1)


def test_the_verdicts_of_a_day_are_those_that_count() -> None:
    wrong, right = answered("t/a", Verdict.WRONG), answered("t/b")
    other = answered("t/c")
    events: list[StudyEvent] = [
        wrong,
        right,
        other,
        overruled(wrong.id),
        undone(other.id, "t/c"),
    ]
    assert History(events).on_day(TODAY) == Tally(2, correct=2)


def test_the_tries_of_an_item_are_its_standing_answers_in_order() -> None:
    """Undone answers are none, overruled ones are right."""
    first, second, third = (answered("t/a", Verdict.WRONG) for _ in range(3))
    log: list[StudyEvent] = [third, first, second, undone(first.id), overruled(third.id)]
    history = History(log)
    standing = sorted([second, third], key=lambda answer: answer.key)
    assert [at for at, _ in history.tries("t/a")] == [answer.at for answer in standing]
    assert dict(history.tries("t/a")).get(third.at) is Verdict.CORRECT
    assert history.tries("t/b") == []


def test_the_missed_are_those_whose_last_answer_was_not_right() -> None:
    log: list[StudyEvent] = [
        answered("t/a", Verdict.WRONG),
        answered("t/b", Verdict.CLOSE),
        answered("t/a", Verdict.CORRECT),
        answered("u/c", Verdict.WRONG),
    ]
    assert History(log).missed() == ["t/b", "u/c"], "the longest unasked first"


@given(logs)
def test_what_is_missed_is_what_the_records_say(events: list[StudyEvent]) -> None:
    history = History(events)
    records = {item: history.record(item) for item in history.items}
    assert set(history.missed()) == {item for item, one in records.items() if one and one.missed}
    for item, one in records.items():
        tries = history.tries(item)
        assert len(tries) == (one.times if one else 0)
        assert not one or tries[-1] == (one.at, one.verdict)


def test_answers_are_counted_by_day() -> None:
    history = History([answered("t/a"), answered("t/b")])
    assert history.per_day(TODAY - timedelta(days=2), TODAY) == [0, 0, 2]
