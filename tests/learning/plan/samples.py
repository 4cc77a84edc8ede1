"""A small syllabus with two exams, and situations in it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from study_app.learning.history.history import History
from study_app.learning.log.events import (
    PlanSet,
    PlanSetting,
    SessionMode,
    SettingValue,
    StudyEvent,
)
from study_app.learning.material.blueprint import Blueprint, Domain, ExamTask, Skill
from study_app.learning.material.items import QuestionKind
from study_app.learning.material.syllabus import CardOutline, QuestionOutline, Syllabus
from study_app.learning.plan.situation import Situation, situation

TODAY = date(2026, 11, 20)


def blueprint(key: str, begin: date | None, end: date | None) -> Blueprint:
    weights = {"1": 60, "2": 40}
    domains = tuple(
        Domain(
            domain, domain, weight, (ExamTask(f"{domain}.1", "", (Skill(f"{domain}.1.1", ""),)),)
        )
        for domain, weight in weights.items()
    )
    return Blueprint(
        id=key,
        code=key.upper(),
        title=key,
        available_from=begin,
        last_day=end,
        minutes=130,
        scored=50,
        unscored=15,
        domains=domains,
        services=(),
        moved={},
    )


OLD = blueprint("old", None, date(2026, 11, 30))
NEW = blueprint("new", date(2026, 12, 1), None)
BLUEPRINTS = {"old": OLD, "new": NEW}


def syllabus(cards: int = 30, per_topic: int = 6) -> Syllabus:
    """Topics `t0`, `t1`, ... in turns of domain 1 and 2, two questions a card; the last topic is
    of the new exam alone.
    """
    topics = [f"t{number // per_topic}" for number in range(cards)]
    of_cards: dict[str, CardOutline] = {}
    of_questions: dict[str, QuestionOutline] = {}
    for number, topic in enumerate(topics):
        domain = 1 + (number // per_topic) % 2
        skills = {"new": (f"{domain}.1.1",)}
        if topic != topics[-1]:
            skills["old"] = skills["new"]
        card = f"{topic}/c{number}"
        of_cards[card] = CardOutline(skills)
        of_questions[f"{topic}/typed{number}"] = QuestionOutline(skills, QuestionKind.TYPED, card)
        of_questions[f"{topic}/choice{number}"] = QuestionOutline(skills, QuestionKind.CHOICE, card)
    return Syllabus(of_cards, of_questions)


def wish(setting: PlanSetting, value: SettingValue, day: date = TODAY, number: int = 0) -> PlanSet:
    at = datetime.combine(day, time(8), UTC) + timedelta(seconds=number)
    common: dict[str, Any] = {"id": f"w{number}-{setting}", "at": at, "day": day, "session": ""}
    return PlanSet(**common, mode=SessionMode.NONE, setting=setting, value=value)


def today_with(
    events: Sequence[StudyEvent] = (), day: date = TODAY, of: Syllabus | None = None
) -> Situation:
    of = syllabus() if of is None else of
    return situation(day, BLUEPRINTS, of, History(events, card_of=of.card_of))
