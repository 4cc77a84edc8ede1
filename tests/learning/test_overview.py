"""What the log says at a glance."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import TypedText
from study_app.learning.history.history import History
from study_app.learning.history.overview import overview
from study_app.learning.log.events import Answered, Started
from study_app.learning.log.session import begin

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
DAY = NOW.date()
_numbers = count(1)


def answered(item: str, verdict: Verdict, day: date) -> Answered:
    return Answered(
        id=f"a{next(_numbers):03}",
        at=NOW,
        day=day,
        session="s",
        item=item,
        item_hash="0" * 16,
        response=TypedText(""),
        verdict=verdict,
        score=0.0,
        elapsed_ms=1,
    )


@pytest.mark.parametrize("today", [DAY, DAY + timedelta(days=1)])
def test_the_study_day_that_is_stored_with_an_answer_counts(today: date) -> None:
    history = History(
        [
            answered("a/q0", Verdict.CORRECT, DAY - timedelta(days=1)),
            answered("a/q0", Verdict.WRONG, DAY),
            answered("a/q1", Verdict.CLOSE, DAY),
            answered("gone/q1", Verdict.WRONG, DAY),
        ]
    )
    started = Started(id="i", at=NOW, day=DAY, session="s", seed=1, items=("a/q0",), retries=0)
    found = overview({"a/q0", "a/q1"}, history, unfinished=[begin(started)], day=today)
    assert found.unfinished == [begin(started)]
    assert (found.missed, found.flagged) == (2, 0), "of what the content still has"
    assert found.answered == 3
    assert found.streak == 2, "today has its chance still"
    assert found.days[-1] == (3 if today == DAY else 0)
    first = today - timedelta(days=len(found.days) - 1)
    assert first.weekday() == 0
    assert 21 <= (today - first).days <= 27
