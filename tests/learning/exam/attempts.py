"""Events of an attempt, made by hand."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import Answered, Event, ExamStarted, SessionMode, StudyEvent

BEGUN = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Desk:
    """Makes events one after the other; `seconds` is when, from the beginning on."""

    def __init__(self, items: int = 4, minutes: int = 8, session: str = "exam-1") -> None:
        self.session = session
        self.items = tuple(f"t/q{number}" for number in range(1, items + 1))
        self.domains = tuple("12"[number % 2] for number in range(items))
        self._minutes = minutes
        self._numbers = iter(range(10**6))
        self.events: list[StudyEvent] = [self.make(ExamStarted, 0, **self.form())]

    def make(self, kind: type[Event], seconds: float, **values: Any) -> Any:
        at = BEGUN + timedelta(seconds=seconds)
        return kind(
            id=f"{self.session}-{next(self._numbers):05}",
            at=at,
            day=at.date(),
            session=self.session,
            mode=SessionMode.EXAM,
            **values,
        )

    def add(self, kind: type[Event], seconds: float, **values: Any) -> "Desk":
        self.events.append(self.make(kind, seconds, **values))
        return self

    def answer(self, seconds: float, item: str, *, right: bool) -> "Desk":
        return self.add(
            Answered,
            seconds,
            item=item,
            item_hash="0" * 16,
            response=Picked(("a",)),
            verdict=Verdict.CORRECT if right else Verdict.WRONG,
            score=float(right),
            elapsed_ms=1000,
        )

    def form(self) -> dict[str, Any]:
        return {
            "exam": "small",
            "seed": 1,
            "items": self.items,
            "domains": self.domains,
            "minutes": self._minutes,
        }


def prefixes(events: list[StudyEvent]) -> Iterator[tuple[list[StudyEvent], list[StudyEvent]]]:
    """Every place at which the program may have been killed."""
    for cut in range(1, len(events) + 1):
        yield events[:cut], events[cut:]
