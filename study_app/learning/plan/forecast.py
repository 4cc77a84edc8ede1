"""The plan simulated up to the exam: how many questions each day has, and whether the time is
enough."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Final

from study_app.learning.plan.days import next_review_day, quota
from study_app.learning.plan.goal import Goal
from study_app.learning.plan.pace import Pace
from study_app.learning.plan.situation import Situation
from study_app.learning.scheduling.fsrs import (
    AGAIN,
    GOOD,
    Strength,
    retrievability,
    reviewed,
)

SEED: Final = 20261201
"""Fixed, so that the same log gives the same result."""

FARTHEST: Final = timedelta(days=5 * 365)
"""How far ahead a plan is played: to the year 9999 it would take minutes. All cards were begun long
before, and reviews only become rarer, so what is enough until then is enough up to the exam.
"""


@dataclass(frozen=True)
class Forecast:
    """`asked` is how many questions are asked on each day from today to the day before the exam, or
    as far as the plan is played; `begun` how many new cards.
    """

    asked: Mapping[date, int]
    begun: Mapping[date, int]
    goal: Goal
    pace: Pace

    @cached_property
    def minutes_needed(self) -> int:
        """The minutes a day that would be enough."""
        return self.pace.minutes(sum(self.asked.values()) / max(1, len(self.asked)))

    @property
    def feasible(self) -> bool:
        """Whether all questions fit in the minutes of all days."""
        return self.minutes_needed <= self.goal.minutes


def forecast(
    now: Situation, goal: Goal | None = None, unbegun: Sequence[str] | None = None
) -> Forecast:
    """The plan from today to the day before the exam, `FARTHEST` at most, not cut by the minutes.

    A review is Good with the chance of its retrievability, else Again and asked once more that day;
    a new card's first answer is right with the learner's own share. `goal` replaces the learner's
    goal, and the cards to begin can be reduced. Nothing without a date.
    """
    goal = now.goal if goal is None else goal
    play = _Play(now, goal, list(now.new if unbegun is None else unbegun))
    asked: dict[date, int] = {}
    begun: dict[date, int] = {}
    day = now.day
    end = day if goal.exam_date is None else min(goal.exam_date, day + FARTHEST)
    while day < end:
        reviews = play.review(day)
        begun[day], new = play.begin(day)
        asked[day] = reviews + new
        day += timedelta(days=1)
    return Forecast(asked, begun, goal, now.pace)


class _Play:
    """The cards as the days go by."""

    def __init__(self, now: Situation, goal: Goal, unbegun: list[str]) -> None:
        self._now = now
        self._goal = goal
        self._unbegun = unbegun[::-1]
        self._chance = Random(SEED)
        self._due: dict[date, list[tuple[str, Strength]]] = {}
        for one in now.begun.values():
            if not one.suspended:
                day = self._planned(one.card, one.due.date(), one.memory.last.day, now.day)
                self._due.setdefault(max(day, now.day), []).append((one.card, one.strength))

    def review(self, day: date) -> int:
        """Review what is due; returns the number of questions asked."""
        cards = self._due.pop(day, [])
        asked = 0
        for card, strength in cards:
            right = self._chance.random() < retrievability(strength, day)
            asked += 1 if right else 2
            self._schedule(card, strength, right, day)
        return asked

    def begin(self, day: date) -> tuple[int, int]:
        """Begin the new cards of `day`; returns how many, and the number of questions asked."""
        begun = len(self._now.begun_today) if day == self._now.day else 0
        count = max(0, quota(len(self._unbegun) + begun, self._goal, day) - begun)
        asked = 0
        for _ in range(min(count, len(self._unbegun))):
            right = self._chance.random() < self._now.pace.right
            asked += 1 if right else 2
            self._schedule(self._unbegun.pop(), None, right, day)
        return count, asked

    def _schedule(self, card: str, before: Strength | None, right: bool, day: date) -> None:
        found = reviewed(before, GOOD if right else AGAIN, day, self._goal.retention)
        then = self._planned(card, found.due.date(), day, day)
        self._due.setdefault(then, []).append((card, found.strength))

    def _planned(self, card: str, due: date, last: date, today: date) -> date:
        if card not in self._now.exam_cards:
            return due
        return next_review_day(card, due, last, self._goal, today)


@dataclass(frozen=True, slots=True)
class Remedies:
    """What would be enough if the minutes are not.

    `minutes` a day; a `later` exam date, None if none within a year does, or the exam can no longer
    be taken then; or the `skills` of least weight to leave out, with the cards that would never be
    begun: None if that does not help.
    """

    minutes: int
    later: date | None
    skills: tuple[str, ...] | None
    cards: tuple[str, ...] = ()


def remedies(now: Situation) -> Remedies:
    """What would be enough. Requires an exam date and minutes that are not enough."""
    skills = _skills_to_leave_out(now)
    return Remedies(
        minutes=forecast(now).minutes_needed,
        later=_later(now),
        skills=skills,
        cards=() if skills is None else tuple(_left_out(now, skills)),
    )


def _later(now: Situation) -> date | None:
    exam = now.goal.exam_date
    assert exam is not None
    last = exam + min(timedelta(days=365), date.max - exam)
    if now.blueprint is not None and now.blueprint.last_day is not None:
        last = min(last, now.blueprint.last_day)

    def suffices(days: int) -> bool:
        then = replace(now.goal, exam_date=exam + timedelta(days=days), set_on=now.day)
        return forecast(now, then).feasible

    days = _least(1, (last - exam).days, suffices)
    return None if days is None else exam + timedelta(days=days)


def _skills_to_leave_out(now: Situation) -> tuple[str, ...] | None:
    """The fewest skills, lowest weight first, without which the time is enough."""
    if now.blueprint is None:
        return None
    weights = {
        skill.id: domain.weight / max(1, sum(len(task.skills) for task in domain.tasks))
        for domain in now.blueprint.domains
        for task in domain.tasks
        for skill in task.skills
    }
    places = {skill: place for place, skill in enumerate(weights)}
    lightest = sorted(weights, key=lambda skill: (weights[skill], -places[skill]))

    def suffices(count: int) -> bool:
        gone = set(_left_out(now, lightest[:count]))
        return forecast(now, unbegun=[card for card in now.new if card not in gone]).feasible

    count = _least(1, len(lightest), suffices)
    return None if count is None else tuple(lightest[:count])


def _left_out(now: Situation, skills: Sequence[str]) -> list[str]:
    """The unbegun cards that serve no other skill of the exam."""
    exam = now.goal.exam
    return [card for card in now.new if set(now.syllabus.cards[card].skills[exam]) <= set(skills)]


def _least(low: int, high: int, suffices: Callable[[int], bool]) -> int | None:
    """The smallest number from `low` to `high` that is enough; all larger ones must be enough
    too."""
    if high < low or not suffices(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if suffices(middle):
            high = middle
        else:
            low = middle + 1
    return low
