"""The session state machine."""

from datetime import UTC, datetime
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import (
    Answered,
    Finished,
    Flagged,
    Overruled,
    Skipped,
    Started,
    StudyEvent,
    Undone,
)
from study_app.learning.log.session import RETRY_GAP, OutOfTurn, Session, begin, replay

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = NOW.date()
_numbers = count(1)


def started(*items: str, retries: int = 2) -> Started:
    return Started(id="s", at=NOW, day=DAY, session="s", seed=1, items=items, retries=retries)


def answered(session: Session, verdict: Verdict) -> Answered:
    assert session.current is not None
    return Answered(
        id=f"a{next(_numbers)}",
        at=NOW,
        day=DAY,
        session="s",
        item=session.current.item,
        item_hash="0" * 16,
        response=Picked(("x",)),
        verdict=verdict,
        score=1.0 if verdict is Verdict.CORRECT else 0.0,
        elapsed_ms=1000,
    )


def answer(session: Session, verdict: Verdict) -> Session:
    return session.after(answered(session, verdict))


def asked(session: Session) -> list[str]:
    return [ask.item for ask in session.queue]


verdicts = st.lists(st.sampled_from(Verdict), max_size=40)
item_lists = st.integers(1, 8).map(lambda n: [f"t/q{i}" for i in range(n)])


@given(item_lists, verdicts, st.integers(0, 3))
def test_a_miss_is_asked_again_later_at_most_as_often_as_the_session_says(
    items: list[str], outcomes: list[Verdict], retries: int
) -> None:
    """A miss is asked again later, at most `retries` times."""
    session = begin(started(*items, retries=retries))
    for verdict in outcomes:
        if session.current is None:
            break
        session = answer(session, verdict)
    for item in items:
        times = [one.ask.attempt for one in session.given if one.ask.item == item]
        assert times == list(range(len(times)))
        assert len(times) <= 1 + retries
    if session.current is None:
        last = {one.ask.item: one for one in session.given}
        assert set(last) == set(items)
        for one in last.values():
            assert one.verdict is Verdict.CORRECT or one.ask.attempt == retries


@given(item_lists, verdicts)
def test_undo_leads_back_to_the_state_before(items: list[str], outcomes: list[Verdict]) -> None:
    """Undo takes back the last answer and nothing else."""
    session = begin(started(*items))
    for verdict in outcomes:
        if session.current is None:
            break
        before = session
        after = answer(session, verdict)
        undone = after.after(
            Undone(id="u", at=NOW, day=DAY, session="s", target=after.given[-1].event.id, item="")
        )
        assert (undone.queue, undone.given) == (before.queue, before.given)
        session = after


@given(item_lists, verdicts)
def test_folding_the_events_again_gives_the_same_session(
    items: list[str], outcomes: list[Verdict]
) -> None:
    """A session that was cut off is resumed by folding its events again."""
    session = begin(started(*items))
    events: list[StudyEvent] = []
    for verdict in outcomes:
        if session.current is None:
            break
        events.append(answered(session, verdict))
        session = session.after(events[-1])
    assert replay(session.started, events) == session


def test_a_missed_question_comes_back_after_a_few_others() -> None:
    session = answer(begin(started("t/a", "t/b", "t/c", "t/d", "t/e")), Verdict.WRONG)
    assert asked(session) == ["t/b", "t/c", "t/d", "t/a", "t/e"]
    assert session.queue[RETRY_GAP].attempt == 1


def test_a_close_answer_is_asked_again() -> None:
    assert asked(answer(begin(started("t/a", "t/b")), Verdict.CLOSE)) == ["t/b", "t/a"]


def test_only_first_attempts_make_the_score() -> None:
    session = answer(answer(begin(started("t/a")), Verdict.WRONG), Verdict.CORRECT)
    assert session.count(Verdict.WRONG) == 1
    assert session.count(Verdict.CORRECT) == 0
    assert session.current is None


def test_an_overruled_answer_counts_as_correct_and_is_not_asked_again() -> None:
    session = answer(begin(started("t/a", "t/b")), Verdict.WRONG)
    target = session.given[-1].event.id
    session = session.after(
        Overruled(id="o", at=NOW, day=DAY, session="s", target=target, item="t/a")
    )
    assert asked(session) == ["t/b"]
    assert session.count(Verdict.CORRECT) == 1


def test_undoing_an_overruled_answer_takes_both_back() -> None:
    session = answer(begin(started("t/a", "t/b")), Verdict.WRONG)
    target = session.given[-1].event.id
    session = session.after(
        Overruled(id="o", at=NOW, day=DAY, session="s", target=target, item="t/a")
    )
    session = session.after(Undone(id="u", at=NOW, day=DAY, session="s", target=target, item="t/a"))
    assert asked(session) == ["t/a", "t/b"]
    assert session.given == ()


def test_a_skipped_question_does_not_come_back() -> None:
    session = begin(started("t/a", "t/b"))
    skip = Skipped(id="k", at=NOW, day=DAY, session="s", item="t/a", item_hash="", elapsed_ms=1)
    session = session.after(skip)
    assert asked(session) == ["t/b"]
    assert session.count(None) == 1


def test_flags_change_nothing_but_the_flags() -> None:
    session = begin(started("t/a"))
    flagged = session.after(Flagged(id="f", at=NOW, day=DAY, session="s", item="t/a", on=True))
    assert flagged.flagged == {"t/a"}
    assert flagged.queue == session.queue


def test_a_finished_session_asks_nothing() -> None:
    session = begin(started("t/a", "t/b")).after(Finished(id="e", at=NOW, day=DAY, session="s"))
    assert session.current is None


def test_an_answer_to_another_question_is_out_of_turn() -> None:
    session = begin(started("t/a", "t/b"))
    other = answered(begin(started("t/b")), Verdict.CORRECT)
    with pytest.raises(OutOfTurn, match="t/b is not the question on screen"):
        session.after(other)


def test_only_the_last_answer_can_be_undone() -> None:
    session = answer(answer(begin(started("t/a", "t/b", "t/c")), Verdict.CORRECT), Verdict.CORRECT)
    first = session.given[0].event.id
    with pytest.raises(OutOfTurn, match="only the last answer"):
        session.after(Undone(id="u", at=NOW, day=DAY, session="s", target=first, item="t/a"))
