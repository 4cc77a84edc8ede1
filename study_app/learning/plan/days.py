"""The day on which a begun card is planned, and the number of new cards per day."""

from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from study_app.learning.plan.goal import Goal

BEFORE_EXAM: Final = timedelta(days=14)
"""The last days before the exam, over which what would be due after it is spread."""

NEW_A_DAY: Final = 10
"""New cards a day without an exam date, and the least with one, while there are any."""


def next_review_day(card: str, due: date, reviewed: date, goal: Goal, today: date) -> date:
    """The day of the next review of a card of the exam that was last `reviewed` then.

    With a date E not in the past, a card whose due date is E or later and that was last reviewed
    before E-14 is planned on that one of the days max(today, E-14) ... E-1 for which the
    hexadecimal sha256 of "ID YYYY-MM-DD" (UTF-8) is smallest; one reviewed on E-14 or later is not
    planned again.
    """
    exam = goal.exam_date
    if exam is None or exam <= today or due < exam or reviewed >= exam - BEFORE_EXAM:
        return due
    begin = max(today, exam - BEFORE_EXAM)
    days = (begin + timedelta(days=number) for number in range((exam - begin).days))
    return min(days, key=lambda day: sha256(f"{card} {day.isoformat()}".encode()).hexdigest())


def quota(left: int, goal: Goal, today: date) -> int:
    """New cards of `today`, of `left` that were not begun when it started.

    With a date E, all are to be begun before the last tenth of the plan: D = E - max(1, ceil(0.1 x
    days from the day on which the date was set to E)); a day's quota is ceil(cards / days from
    today to D, today counted), from D on over the days to E-1, but at least 10 while there are any.
    On E none; without a date, or after it, 10.
    """
    exam = goal.exam_date
    if exam is None or today > exam:
        return min(left, NEW_A_DAY)
    if today == exam:
        return 0
    last_tenth = exam - timedelta(days=max(1, _ceiling((exam - (goal.set_on or today)).days, 10)))
    until = last_tenth if today < last_tenth else exam
    return min(left, max(NEW_A_DAY, _ceiling(left, (until - today).days)))


def _ceiling(whole: int, by: int) -> int:
    return -(-whole // by)
