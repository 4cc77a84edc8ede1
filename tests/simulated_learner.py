"""A learner who follows the plan day by day: `python -m tests.simulated_learner [SCENARIO...]`.

Answers by forgetting: a review is right with the chance that FSRS gives it, a new card with 0.6, a
question asked again on the same day with 0.85. Prints the load of each day; `problems` says where
it breaks a rule of the plan.
"""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from random import Random
from typing import Any

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import TypedText
from study_app.learning.history.history import History
from study_app.learning.log.events import (
    Answered,
    Finished,
    PlanSet,
    PlanSetting,
    SessionMode,
    SettingValue,
    Started,
    StudyEvent,
)
from study_app.learning.log.session import RETRIES, QueuedQuestion, begin
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.syllabus import Syllabus
from study_app.learning.plan.forecast import Remedies, forecast, remedies
from study_app.learning.plan.situation import Situation, situation
from study_app.learning.plan.today import questions_of, today
from study_app.learning.scheduling.fsrs import retrievability
from tests.shipped import shipped

BEGUN = date(2026, 12, 1)
NEW_RIGHT, AGAIN_RIGHT = 0.6, 0.85
UNEVEN = 1.6
"""No day may have more than so many times the mean of the 15 days around it, those on which nothing
was studied left out.
"""


@dataclass
class Day:
    """What one day had: cards due and new by the plan, and what was asked."""

    day: date
    due: int
    quota: int
    new: int = 0
    reviewed: int = 0
    asked: int = 0
    waiting: int = 0
    studied: bool = True


@dataclass
class Course:
    """A course of study to an exam `length` days after its begin."""

    syllabus: Syllabus
    blueprints: Mapping[str, Blueprint]
    length: int = 60
    minutes: int = 30
    seconds: float = 45
    missed: frozenset[int] = frozenset()
    """Days, from 0, on which nothing is studied."""
    seed: int = 1
    exam: str = "dva-c03"
    begun: date = BEGUN
    events: list[StudyEvent] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.history = History(self.events, card_of=self.syllabus.card_of)
        self.at = datetime.combine(self.begun, time(9), UTC)
        self._number = len(self.events)

    @cached_property
    def exam_date(self) -> date:
        return self.begun + timedelta(days=self.length)

    def now(self) -> Situation:
        return situation(self.at.date(), self.blueprints, self.syllabus, self.history)

    def set(self, setting: PlanSetting, value: SettingValue) -> None:
        self.take(PlanSet(**self.about(""), mode=SessionMode.NONE, setting=setting, value=value))

    def begin(self) -> "Course":
        self.set(PlanSetting.EXAM, self.exam)
        self.set(PlanSetting.EXAM_DATE, self.exam_date.isoformat())
        self.set(PlanSetting.MINUTES, self.minutes)
        return self

    def run(self) -> "Course":
        self.begin()
        for number in range(self.length):
            self.at = datetime.combine(self.begun + timedelta(days=number), time(9), UTC)
            self.study(number not in self.missed)
        return self

    def study(self, studied: bool) -> None:
        """One day of study, by the plan."""
        now = self.now()
        plan = today(now)
        day = Day(now.day, len(now.due), now.new_today, studied=studied)
        self.days.append(day)
        if not studied:
            day.waiting = day.due
            return
        day.waiting = plan.reviews_waiting
        day.new, day.reviewed = len(plan.new), len(plan.reviews)
        items = questions_of(now, plan)
        if not items:
            return
        chances = {
            now.question_of(card): retrievability(now.begun[card].strength, now.day)
            for card in plan.reviews
        }
        started = Started(**self.about(f"s{now.day}"), seed=1, items=items, retries=RETRIES)
        self.take(started)
        session = begin(started)
        while (ask := session.current) is not None:
            answer = self.answer(ask, chances, started.session)
            self.take(answer)
            session = session.after(answer)
            day.asked += 1
        self.take(Finished(**self.about(started.session)))

    def answer(self, ask: QueuedQuestion, chances: Mapping[str, float], session: str) -> Answered:
        right = AGAIN_RIGHT if ask.attempt else chances.get(ask.item, NEW_RIGHT)
        return Answered(
            **self.about(session),
            item=ask.item,
            item_hash="",
            response=TypedText(""),
            verdict=Verdict.CORRECT if self.chance.random() < right else Verdict.WRONG,
            score=1.0,
            elapsed_ms=round(self.seconds * 1000 * self.chance.uniform(0.5, 1.5)),
            card=self.syllabus.card_of[ask.item],
        )

    def about(self, session: str) -> dict[str, Any]:
        self._number += 1
        self.at += timedelta(seconds=1)
        return {
            "id": f"e{self._number:07}",
            "at": self.at,
            "day": self.at.date(),
            "session": session,
        }

    def take(self, event: StudyEvent) -> None:
        self.events.append(event)
        self.history.add(event)


def ratios(course: Course) -> list[float]:
    """What was asked on each day, as times of the mean of the 15 days around it."""
    found: list[float] = []
    for place, day in enumerate(course.days):
        around = [one.asked for one in course.days[max(0, place - 7) : place + 8] if one.studied]
        found.append(day.asked * len(around) / max(1, sum(around)))
    return found


def problems(course: Course) -> list[str]:
    """Where the course breaks a rule of the plan."""
    found: list[str] = []
    for day, ratio in zip(course.days, ratios(course), strict=True):
        if ratio > UNEVEN:
            found.append(f"{day.day}: {day.asked} asked, {ratio:.2f} times the mean")
        if day.new > day.quota:
            found.append(f"{day.day}: {day.new} new cards, the quota is {day.quota}")
    last_tenth = course.exam_date - timedelta(days=max(1, -(-course.length // 10)))
    late = [day.day for day in course.days if day.new and day.day >= last_tenth]
    left = len(course.now().unbegun)
    if late:
        found.append(f"new cards in the last tenth: {', '.join(map(str, late))}")
    if left:
        found.append(f"{left} cards were never begun")
    begin = course.exam_date - timedelta(days=14)
    forgotten = [
        card
        for card, one in course.now().begun.items()
        if one.memory.last.day < begin and one.planned >= course.exam_date
    ]
    if forgotten:
        found.append(f"not seen in the last 14 days: {', '.join(forgotten)}")
    return found


def known(course: Course) -> float:
    """The share of the exam's cards that is remembered on the day of the exam."""
    course.at = datetime.combine(course.exam_date, time(9), UTC)
    now = course.now()
    cards = now.exam_cards
    return sum(now.begun[card].retrievability for card in cards & now.begun.keys()) / len(cards)


def content() -> tuple[Syllabus, Mapping[str, Blueprint]]:
    bank = shipped()
    return bank.syllabus(), bank.blueprints


SCENARIOS: Mapping[str, dict[str, Any]] = {
    "60 days": {},
    "60 days, ten missed": {"missed": frozenset(range(25, 35))},
    "5 days": {"length": 5, "minutes": 150},
    "200 days": {"length": 200},
    "60 days of 10 minutes": {"minutes": 10},
}


def tell(name: str, course: Course) -> None:
    print(f"\n{name}: {course.length} days, {course.minutes} minutes a day")
    print("day         due  quota  reviewed  new  asked  waiting  minutes")
    for day in course.days:
        minutes = day.asked * course.seconds / 60
        print(
            f"{day.day}  {day.due:>4}  {day.quota:>5}  {day.reviewed:>8}  {day.new:>3}  "
            f"{day.asked:>5}  {day.waiting:>7}  {minutes:>7.0f}"
        )
    found = problems(course)
    print("\n".join(found) or "every rule of the plan holds")
    print(f"the fullest day has {max(ratios(course)):.2f} times the mean of the days around it")
    print(
        f"{known(course):.0%} known on the day of the exam, {len(course.now().unbegun)} not begun"
    )


def main() -> None:
    syllabus, blueprints = content()
    for name in sys.argv[1:] or SCENARIOS:
        course = Course(syllabus, blueprints, **SCENARIOS[name])
        first = Course(syllabus, blueprints, **SCENARIOS[name]).begin().now()
        tell(name, course.run())
        played = forecast(first)
        print(
            f"planned on the first day: {sum(played.asked.values())} questions, "
            f"{played.minutes_needed} minutes a day needed, feasible: {played.feasible}"
        )
        if not played.feasible:
            tell_remedies(remedies(first))


def tell_remedies(found: Remedies) -> None:
    print(f"would do: {found.minutes} minutes a day; or an exam on {found.later}; or to leave out")
    print(f"{len(found.cards)} cards of the skills {', '.join(found.skills or ())}")


if __name__ == "__main__":
    main()
