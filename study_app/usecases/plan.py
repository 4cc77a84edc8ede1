"""The use cases around the plan: what is due, whether it is enough, what the learner sets.

Modules that home's first paint does not need are imported on use.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from study_app.learning.log.events import PlanSet, PlanSetting, SettingValue
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.plan.goal import Goal
from study_app.learning.plan.situation import Situation, situation
from study_app.learning.plan.today import Today, coming, minutes_of, next_due, today
from study_app.usecases.study import Study

if TYPE_CHECKING:
    from study_app.learning.plan.forecast import Forecast, Remedies
    from study_app.learning.plan.weakest import Weak


@dataclass(frozen=True)
class Plan:
    """The plan as of now. Each part is made when somebody asks for it: `forecast` and `remedies`
    take tens and hundreds of milliseconds.
    """

    situation: Situation

    @property
    def day(self) -> date:
        """The study day."""
        return self.situation.day

    @property
    def goal(self) -> Goal:
        """The learner's settings, with defaults for the rest."""
        return self.situation.goal

    @property
    def exam(self) -> Blueprint | None:
        """None where the content has no exam."""
        return self.situation.blueprint

    @property
    def days_left(self) -> int | None:
        """Days to the exam date, negative once it is past; None without one."""
        exam_date = self.goal.exam_date
        return None if exam_date is None else (exam_date - self.day).days

    @property
    def is_open_then(self) -> bool:
        """Whether the exam can be taken on its date; without one, today."""
        then = self.goal.exam_date or self.day
        return self.exam is None or self.exam.can_be_taken_on(then)

    @property
    def due(self) -> int:
        """All that is due by today, whether or not it fits the minutes."""
        return len(self.situation.due)

    @property
    def new(self) -> int:
        """Today's quota of new cards less those begun today."""
        return self.situation.new_today

    @cached_property
    def minutes(self) -> int:
        """The estimate for all that is due and new."""
        return minutes_of(self.situation)

    @cached_property
    def today(self) -> Today:
        """What fits in today's minutes, and what waits."""
        return today(self.situation)

    @cached_property
    def next_due(self) -> tuple[date, int] | None:
        """The first day after today on which reviews fall due, and how many."""
        return next_due(self.situation)

    def coming(self, days: int) -> Sequence[int]:
        """The reviews that fall due on each of so many days, today's first."""
        return coming(self.situation, days)

    @cached_property
    def weakest(self) -> "Sequence[Weak]":
        """The skills of the exam with wrong answers, the worst first."""
        from study_app.learning.plan.weakest import weakest

        return weakest(self.situation)

    @property
    def cards(self) -> int:
        """The cards of the exam."""
        return len(self.situation.exam_cards)

    @cached_property
    def begun(self) -> int:
        """The cards of the exam that were begun."""
        return len(self.situation.exam_cards & self.situation.begun.keys())

    @cached_property
    def forecast(self) -> "Forecast":
        """The plan played forward to the exam."""
        from study_app.learning.plan.forecast import forecast

        return forecast(self.situation)

    @cached_property
    def feasible(self) -> bool:
        """Whether the daily minutes are enough; true without a date."""
        return self.forecast.feasible

    @cached_property
    def remedies(self) -> "Remedies | None":
        """What would be enough if the minutes are not."""
        from study_app.learning.plan.forecast import remedies

        return None if self.feasible else remedies(self.situation)


def plan_of(study: Study) -> Plan:
    """The plan as of now. Make a new one after an answer."""
    found = situation(study.day, study.bank.blueprints, study.syllabus, study.history)
    return Plan(found)


class DateRefused(ValueError):
    """Not a valid exam date. `past` is the date, if it is in the past."""

    def __init__(self, past: date | None = None) -> None:
        super().__init__(past)
        self.past = past


def exam_date_of(text: str, today: date) -> date:
    """The date in `text`, such as 2027-01-31. Raises `DateRefused`."""
    try:
        then = date.fromisoformat(text.strip())
    except ValueError as error:
        raise DateRefused from error
    if then < today:
        raise DateRefused(then)
    return then


class Unset(Enum):
    """Marks a setting that is not to be changed, since None clears it."""

    UNSET = "unset"


UNSET = Unset.UNSET


def change_plan(
    study: Study,
    *,
    exam: str | Unset | None = UNSET,
    exam_date: date | Unset | None = UNSET,
    minutes: int | Unset = UNSET,
    retention: float | Unset = UNSET,
    first: tuple[str, ...] | Unset = UNSET,
    left_out: tuple[str, ...] | Unset = UNSET,
) -> None:
    """Set what is given, from now on. Raises `NotSaved`."""
    then = exam_date.isoformat() if isinstance(exam_date, date) else exam_date
    wanted: dict[PlanSetting, SettingValue | Unset] = {
        PlanSetting.EXAM: exam,
        PlanSetting.EXAM_DATE: then,
        PlanSetting.MINUTES: minutes,
        PlanSetting.RETENTION: retention,
        PlanSetting.TOPICS_FIRST: first,
        PlanSetting.TOPICS_LEFT_OUT: left_out,
    }
    for setting, value in wanted.items():
        if not isinstance(value, Unset) and value != study.history.setting(setting):
            study.record(PlanSet(**study.outside(), setting=setting, value=value))
