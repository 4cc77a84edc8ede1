"""Dates for display."""

from datetime import date
from typing import Final

from study_app.words.language import Language

_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
_DAYS: Final = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_KOREAN_DAYS: Final = "월화수목금토일"


def day(when: date, language: Language) -> str:
    """`23 Nov`."""
    if language is Language.KO:
        return f"{when.month}월 {when.day}일"
    return f"{when.day} {_MONTHS[when.month - 1]}"


def weekday(when: date, language: Language) -> str:
    """`Mon 23 Nov`."""
    if language is Language.KO:
        return f"{day(when, language)} {_KOREAN_DAYS[when.weekday()]}요일"
    return f"{_DAYS[when.weekday()]} {day(when, language)}"


def full(when: date, language: Language) -> str:
    """`Mon 23 Nov 2026`."""
    if language is Language.KO:
        return f"{when.year}년 {weekday(when, language)}"
    return f"{weekday(when, language)} {when.year}"


def initials(language: Language) -> str:
    """One letter for each day of the week, Monday first."""
    return _KOREAN_DAYS if language is Language.KO else "MTWTFSS"
