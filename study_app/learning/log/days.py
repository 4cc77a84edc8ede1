"""The study day: it begins at 04:00, so that a late evening is one day."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import Final

DAY_STARTS: Final = time(4)


def study_day(at: datetime, zone: tzinfo | None, starts: time = DAY_STARTS) -> date:
    """The study day of `at`, by the wall clock in `zone` (None: the system's)."""
    local = at.astimezone(zone)
    return local.date() - timedelta(days=local.time() < starts)


def day_begins(day: date, zone: tzinfo | None, starts: time = DAY_STARTS) -> datetime:
    """When the study day `day` begins in `zone` (None: the system's)."""
    wall = datetime.combine(day, starts)
    return wall.astimezone() if zone is None else wall.replace(tzinfo=zone)
