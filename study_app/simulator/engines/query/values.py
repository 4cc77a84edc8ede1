"""Parses the arguments of a query: versions, timestamps, counts, numbers.

Each function returns None for an invalid text.
"""

import re
from datetime import UTC, datetime
from fractions import Fraction

_VERSION = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})*")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
_COUNT = re.compile(r"-?[0-9]{1,18}")
_NUMBER = re.compile(r"-?[0-9]{1,128}(\.[0-9]{1,128})?")


def read_version(text: str) -> tuple[int, ...] | None:
    """A dotted version by its numbers, so that 1.9.0 comes before 1.14.5."""
    if not _VERSION.fullmatch(text):
        return None
    return tuple(map(int, text.split(".")))


def read_instant(text: str) -> datetime | None:
    """`2018-06-18T22:28:28+00:00`, with Z, without a zone (UTC), or a date alone (at 00:00)."""
    if not _INSTANT.fullmatch(text):
        return None
    try:
        read = datetime.fromisoformat(text)
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):  # the 30th of February; the year 0 in UTC
        return None


def read_count(text: str) -> int | None:
    """A whole number."""
    return int(text) if _COUNT.fullmatch(text) else None


def read_number(text: str) -> Fraction | None:
    """A decimal number, exactly: 2, 2.50, -1."""
    return Fraction(text) if _NUMBER.fullmatch(text) else None
