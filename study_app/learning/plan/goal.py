"""The goal: the exam, its date, the minutes a day, and what comes first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from study_app.learning.log.events import PlanSetting, SettingValue
from study_app.learning.log.wishes import Wishes
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.scheduling.fsrs import RETENTION, RETENTIONS

MINUTES: Final = 30
"""The default minutes a day."""


@dataclass(frozen=True, slots=True)
class Goal:
    """`exam` is the id of a blueprint, or empty if the content has none; `chosen`: the learner
    named it. `set_on` is the study day on which the current `exam_date` was first set. `first` and
    `left_out` are topics.
    """

    exam: str = ""
    chosen: bool = False
    exam_date: date | None = None
    set_on: date | None = None
    minutes: int = MINUTES
    retention: float = RETENTION
    first: tuple[str, ...] = ()
    left_out: frozenset[str] = frozenset()


def goal_of(wishes: Wishes, blueprints: Iterable[Blueprint], today: date) -> Goal:
    """The learner's goal. An invalid value counts as not set."""

    def value(setting: PlanSetting) -> SettingValue:
        return wishes.settings.get(setting, (None, None))[1]

    every = {one.id: one for one in blueprints}
    chosen = value(PlanSetting.EXAM)
    named = value(PlanSetting.EXAM_DATE)
    exam_date = _date(named)
    if isinstance(chosen, str) and chosen in every:
        exam = chosen
    else:
        open_then = exam_on(every.values(), exam_date or today) or exam_on(every.values(), today)
        latest = max(every, key=lambda key: every[key].available_from or date.min, default="")
        exam = latest if open_then is None else open_then.id
    minutes, retention = value(PlanSetting.MINUTES), value(PlanSetting.RETENTION)
    return Goal(
        exam=exam,
        chosen=exam == chosen,
        exam_date=exam_date,
        set_on=None if exam_date is None else wishes.dates[str(named)][1],
        minutes=minutes if isinstance(minutes, int) and minutes > 0 else MINUTES,
        retention=(
            min(max(retention, RETENTIONS[0]), RETENTIONS[1])
            if isinstance(retention, int | float)
            else RETENTION
        ),
        first=_texts(value(PlanSetting.TOPICS_FIRST)),
        left_out=frozenset(_texts(value(PlanSetting.TOPICS_LEFT_OUT))),
    )


def exam_on(blueprints: Iterable[Blueprint], day: date) -> Blueprint | None:
    """The exam offered on `day`; if there are two, the one that ends first."""
    open_then = (one for one in blueprints if one.can_be_taken_on(day))
    return min(open_then, key=lambda one: one.last_day or date.max, default=None)


def _date(value: SettingValue) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _texts(value: SettingValue) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()
