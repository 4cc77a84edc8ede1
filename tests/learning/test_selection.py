"""Which questions a quiz asks."""

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import TypedText
from study_app.learning.choosing.selection import (
    TopicProgress,
    progress,
    select,
)
from study_app.learning.history.history import History
from study_app.learning.log.events import Answered

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = NOW.date()


def answered(item: str, verdict: Verdict, minute: int) -> Answered:
    return Answered(
        id=f"{item}@{minute}",
        at=NOW + timedelta(minutes=minute),
        day=DAY,
        session="s",
        item=item,
        item_hash="0" * 16,
        response=TypedText(""),
        verdict=verdict,
        score=0.0,
        elapsed_ms=1,
    )


def history(*answers: tuple[str, Verdict]) -> History:
    """Answers in this order, a minute apart."""
    return History(answered(*answer, minute) for minute, answer in enumerate(answers))


TEN = tuple(f"t/q{number}" for number in range(10))
outcomes = st.lists(st.tuples(st.sampled_from(TEN), st.sampled_from(Verdict)), max_size=30)
seeds = st.integers(0, 2**32)


@given(outcomes, seeds, st.integers(0, 12))
def test_unseen_come_first_then_missed_then_the_longest_unasked(
    answers: list[tuple[str, Verdict]], seed: int, count: int
) -> None:
    """Unseen first, then missed, then the longest unasked."""
    log = history(*answers)
    chosen = select(TEN, count, Random(seed), log)
    latest = dict(answers)
    unseen = set(TEN) - set(latest)
    missed = {item for item, verdict in latest.items() if verdict is not Verdict.CORRECT}
    asked_last = list(dict.fromkeys(item for item, _ in reversed(answers)))
    oldest = [item for item in reversed(asked_last) if item not in missed]
    assert len(chosen) == len(set(chosen)) == min(count, len(TEN))
    assert set(chosen[: len(unseen)]) <= unseen
    assert set(chosen[len(unseen) : len(unseen) + len(missed)]) <= missed
    rest = list(chosen[len(unseen) + len(missed) :])
    assert rest == oldest[: len(rest)]


@given(outcomes, seeds)
def test_without_a_history_a_seed_always_leads_to_the_same_questions(
    answers: list[tuple[str, Verdict]], seed: int
) -> None:
    """Without a history chance alone decides."""
    assert select(TEN, 5, Random(seed), None) == select(TEN, 5, Random(seed), None)
    everything = set(TEN)
    assert set(select(TEN, len(TEN), Random(seed), None)) == everything


def test_chance_decides_within_a_group() -> None:
    """Unseen and missed questions are mixed, each can come first."""
    missed = history(*((one, Verdict.WRONG) for one in TEN))
    for log in (History(), missed, None):
        first = {select(TEN, 1, Random(seed), log)[0] for seed in range(200)}
        assert first == set(TEN)


def test_a_close_answer_is_a_miss() -> None:
    log = history(("t/q0", Verdict.CORRECT), ("t/q1", Verdict.CLOSE), ("t/q2", Verdict.CORRECT))
    assert select(TEN[:3], 3, Random(1), log) == ("t/q1", "t/q0", "t/q2")


def test_progress_counts_latest_answers() -> None:
    log = history(
        ("t/q0", Verdict.WRONG),
        ("t/q0", Verdict.CORRECT),
        ("t/q1", Verdict.CORRECT),
        ("t/q1", Verdict.CLOSE),
        ("t/q2", Verdict.WRONG),
    )
    assert progress(TEN, log) == TopicProgress(total=10, answered=3, missed=2)
