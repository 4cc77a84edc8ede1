"""Events, and logs of them, as tests write them.

Without pytest and Hypothesis: programs that tests kill import it, too.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import TypedText
from study_app.learning.log.events import Answered, StudyEvent
from study_app.store.log import ReviewLog
from study_app.store.rows import to_row
from study_app.store.schema import MIGRATIONS

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DAY = NOW.date()


def clock() -> datetime:
    return NOW


def answer(number: int) -> Answered:
    return Answered(
        id=f"a{number}",
        at=NOW,
        day=DAY,
        session="s",
        item="t/q",
        item_hash="0" * 16,
        response=TypedText("binpack"),
        verdict=Verdict.CORRECT,
        score=1.0,
        elapsed_ms=1,
    )


def event(number: int) -> Answered:
    verdict = list(Verdict)[number % 3]
    at = NOW + timedelta(minutes=number)
    kept = replace(answer(number), at=at, day=at.date(), verdict=verdict, session=f"s{number // 9}")
    return replace(kept, item=f"t/q{number % 17}")


def fill(path: Path, *events: StudyEvent) -> None:
    with closing(ReviewLog(path, clock)) as log:
        log.add_rows(to_row(one) for one in events)


def of_version_0_1(path: Path, *events: StudyEvent) -> None:
    """A log as version 0.1 left it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute("PRAGMA journal_mode = WAL")
        for statement in MIGRATIONS[0]:
            old.execute(statement)
        old.execute("INSERT INTO migration VALUES (1, '2026-11-01T00:00:00+00:00')")
        old.execute("PRAGMA application_id = 0x64766173")
        old.execute("PRAGMA user_version = 1")
        for one in events:
            row = {key: value for key, value in to_row(one).items() if key not in {"day", "card"}}
            names = ", ".join(row)
            places = ", ".join(f":{name}" for name in row)
            old.execute(f"INSERT INTO event ({names}) VALUES ({places})", row)
