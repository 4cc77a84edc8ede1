"""Dates as answers: the same day in any writing; a part of it is the right idea, incomplete."""

import re
from dataclasses import dataclass
from functools import lru_cache

from study_app.grading.cleaning import clean
from study_app.grading.hangul.endings import is_ending
from study_app.grading.wording.small_words import FUNCTION_WORDS

_MONTHS = [
    *("january", "february", "march", "april", "may", "june", "july", "august"),
    *("september", "october", "november", "december"),
]
_MONTH_NAMES = {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
_MONTH = rf"(?P<month>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)}|sept)\b\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_WRITINGS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_MONTH} ?{_DAY}(?:,? ?{_YEAR})?(?!\d)",
        rf"{_DAY}(?: of)? {_MONTH}(?:,? ?{_YEAR})?",
        rf"{_MONTH}(?:,? ?{_YEAR})?",
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?(?!\d)",
        rf"(?<!\d)(?P<month>\d{{1,2}})/(?:(?P<day>\d{{1,2}})/)?{_YEAR}",
        r"(?:(?P<year>(?:\d\d)?\d\d)년 ?)?(?P<month>\d{1,2})월(?: ?(?P<day>\d{1,2})일)?",
    )
)
_CENTURY = 2_000


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A month with or without its year and its day; 0 where they are left out."""

    month: int
    year: int = 0
    day: int = 0

    def agrees(self, other: "PartialDate") -> bool:
        """Whether nothing that both say differs."""
        return self.month == other.month and all(
            not mine or not theirs or mine == theirs
            for mine, theirs in ((self.year, other.year), (self.day, other.day))
        )

    def says_all_of(self, other: "PartialDate") -> bool:
        """Whether `self` is as exact as `other`."""
        return bool(self.year or not other.year) and bool(self.day or not other.day)


@lru_cache(maxsize=4_096)
def date_in(text: str) -> PartialDate | None:
    """The date that `text` consists of, small words aside; None for every other text."""
    text = clean(text)
    for writing in _WRITINGS:
        match = writing.search(text)
        if match is not None:
            rest = re.findall(r"\w+", text[: match.start()] + " " + text[match.end() :])
            named = [word for word in rest if not is_ending(word)]
            if any(word.casefold() not in FUNCTION_WORDS for word in named):
                return None
            return _date(match.groupdict())
    return None


def _date(parts: dict[str, str | None]) -> PartialDate:
    month, year = parts["month"] or "", parts.get("year") or "0"
    return PartialDate(
        month=int(month) if month.isdigit() else _MONTH_NAMES[month[:3].casefold()],
        year=int(year) + (_CENTURY if len(year) == 2 else 0),
        day=int(parts.get("day") or 0),
    )
