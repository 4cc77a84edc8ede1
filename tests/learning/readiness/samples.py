"""Logs that are written down in a line, and what they come to, over the shipped content."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import Answered, SessionMode, StudyEvent
from study_app.learning.material.syllabus import EXAM_KINDS
from study_app.learning.readiness.evidence import evidence
from study_app.learning.readiness.model import knowledge
from study_app.learning.readiness.readiness import Prospect, Readiness
from tests.calibration.world import World, world

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)
EXAM = "dva-c03"


@cache
def content() -> World:
    return world()


@cache
def exam_questions() -> tuple[str, ...]:
    """The questions of the exam's kinds, mixed: each is followed by one of another topic."""
    every = [
        key
        for key, one in content().syllabus.questions.items()
        if one.kind in EXAM_KINDS and one.skills.get(EXAM)
    ]
    return tuple(sorted(every, key=hash_of))


def hash_of(text: str) -> int:
    """Mixes texts, the same in every process."""
    return sum(place * ord(letter) for place, letter in enumerate(text, 7)) % 7919


def about(number: int, ago: float, session: str = "") -> dict[str, Any]:
    at = NOW - timedelta(days=ago) + timedelta(seconds=number)
    return {
        "id": f"e{number:05}",
        "at": at,
        "day": at.date(),
        "session": session or f"s{number // 10}",
    }


def answer(
    number: int, item: str, right: bool, ago: float = 1.0, session: str = "", **more: Any
) -> Answered:
    outline = content().syllabus.questions.get(item)
    values: dict[str, Any] = {
        **about(number, ago, session),
        "item": item,
        "item_hash": "",
        "response": Picked(()),
        "verdict": Verdict.CORRECT if right else Verdict.WRONG,
        "score": float(right),
        "elapsed_ms": 20_000,
        "card": None if outline is None else outline.card,
        **more,
    }
    return Answered(**values)


def answers(rights: Iterable[bool], ago: float = 1.0) -> list[StudyEvent]:
    """First answers to questions of all topics, right or wrong."""
    return [
        answer(number, item, right, ago)
        for number, (item, right) in enumerate(zip(exam_questions(), rights, strict=False))
    ]


def lab(number: int) -> Answered:
    return answer(number, "lab/rolling-update", right=True, mode=SessionMode.LAB)


def prospect(events: Sequence[StudyEvent], now: datetime = NOW, exam: str = EXAM) -> Prospect:
    one = content()
    found = knowledge(evidence(events, one.syllabus, now), one.syllabus)
    return Prospect(found, one.blueprints[exam], one.syllabus)


def readiness_of(events: Sequence[StudyEvent], now: datetime = NOW) -> Readiness:
    found = prospect(events, now).readiness
    assert found is not None
    return found
