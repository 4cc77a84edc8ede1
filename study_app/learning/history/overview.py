"""The log at a glance: what was left, missed and flagged, and on which days."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from study_app.learning.history.history import History
from study_app.learning.log.session import Session


@dataclass(frozen=True, slots=True)
class Overview:
    """`answered` counts questions with a standing answer, `streak` study days in a row with one.

    `days` has the answers of each study day, today's last, from a Monday three weeks before this
    one on.
    """

    day: date
    unfinished: Sequence[Session]
    answered: int
    missed: int
    flagged: int
    streak: int
    days: Sequence[int]


def overview(
    known: Collection[str], history: History, *, unfinished: Sequence[Session], day: date
) -> Overview:
    """The overview on the study day `day`, of the questions that the content has.

    `unfinished` are the sessions that can be resumed, newest first.
    """
    monday = day - timedelta(days=day.weekday() + 21)
    return Overview(
        day=day,
        unfinished=unfinished,
        answered=sum(one.last is not None for one in history.items.values()),
        missed=sum(item in known for item in history.missed()),
        flagged=sum(item in known for item in history.flagged),
        streak=history.streak(day),
        days=history.per_day(monday, day),
    )
