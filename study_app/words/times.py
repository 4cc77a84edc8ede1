"""Lengths of time as they are said."""

from datetime import timedelta
from math import ceil


def clock(seconds: float) -> str:
    """`6:12`, or `1:02:03` from an hour on."""
    whole = int(seconds)
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours}:{minutes:02}:{whole % 60:02}"
    return f"{minutes}:{whole % 60:02}"


def countdown(left: timedelta) -> str:
    """What is left, as a timer shows it: `0:01` until the last second is over."""
    return clock(ceil(left.total_seconds()))
