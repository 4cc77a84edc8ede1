"""Step 11: values with units, read from text and compared after conversion."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from rapidfuzz.distance import OSA

from study_app.grading.hangul.endings import without_ending
from study_app.grading.numbers.number_words import in_digits
from study_app.grading.tolerance import SHORTEST_UNIT, UNIT_SLIPS

_MOST_DIGITS = 30


class Dimension(StrEnum):
    """What a unit measures. `COUNT` is a number of things, or no unit at all."""

    COUNT = "count"
    TIME = "time"
    MONTHS = "months"
    BYTES = "bytes"
    BITS = "bits"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit as multiples of the base unit. Bytes have two: thousands are 1000 or 1024."""

    dimension: Dimension
    factors: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One value with its unit.

    `noun` is what is counted (`tasks`), where no unit follows. `per` is the time of a rate. `start`
    and `end` are places in the text with its number words as digits.
    """

    value: Fraction
    shown: str
    unit: Unit | None = None
    noun: str = ""
    per: Unit | None = None
    start: int = 0
    end: int = 0

    @property
    def dimension(self) -> Dimension:
        return Dimension.COUNT if self.unit is None else self.unit.dimension

    def amounts(self) -> frozenset[Fraction]:
        """The value in base units (per second, for a rate), by each meaning of its unit."""
        factors = (Fraction(1),) if self.unit is None else self.unit.factors
        per = Fraction(1) if self.per is None else self.per.factors[0]
        return frozenset(self.value * factor / per for factor in factors)


def _units() -> dict[str, Unit]:
    found: dict[str, Unit] = {}

    def add(dimension: Dimension, names: str, *factors: Fraction | int) -> None:
        unit = Unit(dimension, tuple(map(Fraction, factors)))
        found.update(dict.fromkeys(names.split(), unit))

    milli, micro, nano = (Fraction(1, 10**power) for power in (3, 6, 9))
    add(Dimension.TIME, "ns nanosecond nanoseconds 나노초", nano)
    add(Dimension.TIME, "us µs μs microsecond microseconds 마이크로초", micro)
    add(Dimension.TIME, "ms msec msecs millis millisecond milliseconds 밀리초", milli)
    add(Dimension.TIME, "s sec secs second seconds 초", 1)
    add(Dimension.TIME, "m min mins minute minutes 분", 60)
    add(Dimension.TIME, "h hr hrs hour hours 시간", 3_600)
    add(Dimension.TIME, "d day days 일", 86_400)
    add(Dimension.TIME, "w wk week weeks 주 주일", 604_800)
    add(Dimension.MONTHS, "mo month months 개월 달", 1)
    add(Dimension.MONTHS, "y yr yrs year years 년", 12)
    add(Dimension.PERCENT, "% percent pct percentage 퍼센트 프로", 1)
    add(Dimension.BYTES, "b byte bytes 바이트", 1)
    prefixes = (
        ("k", "kilo", "kibi", "킬로"),
        ("m", "mega", "mebi", "메가"),
        ("g", "giga", "gibi", "기가"),
        ("t", "tera", "tebi", "테라"),
        ("p", "peta", "pebi", "페타"),
    )
    for power, (letter, thousand, binary, korean) in enumerate(prefixes, 1):
        names = (
            f"{letter}b {letter}byte {letter}bytes {thousand}byte {thousand}bytes {korean}바이트"
        )
        add(Dimension.BYTES, names, 1000**power, 1024**power)
        add(Dimension.BYTES, f"{letter}ib {binary}byte {binary}bytes", 1024**power)
        names = f"{letter}bit {letter}bits {letter}bps {thousand}bit {thousand}bits"
        add(Dimension.BITS, names, 1000**power)
        add(Dimension.BYTES, korean, 1000**power, 1024**power)
    return found


UNITS = _units()
_LONG_UNITS = tuple(name for name in UNITS if len(name) >= SHORTEST_UNIT and name.isascii())
_PER_SECOND = re.compile(r"^(?:[kmgtp]bps|[rt]ps|qps|iops)$")

# 1,769 and 1 769 have thousands; 1,5 has a decimal comma.
_NUMBER = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?: \d{3})+(?!\d)|\d+,\d{1,2}(?![\d,])|\d*\.\d+|\d+"
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")
# A word between: 15 idle minutes, 365 full days.
_BEFORE_A_UNIT = (
    r"(?:(?!(?:per|an?|every|each|and|or|to|of|in|out|times|than|after|within)\b)[a-z]{3,12} "
    r"(?=(?:milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|[kmgt]i?b)\b))?"
)
_QUANTITY = re.compile(
    rf"(?P<rate_before>(?:초당|매초|분당|시간당|일당|하루에|per (?:second|minute|hour|day),?)\s*)?"
    rf"(?<![a-z\d.])(?<![a-z][-:_])(?P<sign>(?<![\w)])-)?(?P<number>{_NUMBER})(?:\s*/\s*(?P<divisor>[1-9]\d*)(?![\d]))?"
    r"(?P<scale>\s*(?:k(?![a-z])|thousand\b|million\b|billion\b))?"
    rf"\s*-?\s*{_BEFORE_A_UNIT}(?P<unit>%|(?!(?:per|an?|every|each)\b)[^\W\d_]+(?:/s(?:ec)?\b)?)?"
    r"(?P<rate>\s*(?:/|\bper\b|\ba\b|\bevery\b|\beach\b)\s*(?P<per>[^\W\d_]+))?",
)
_SCALES = {"k": 1_000, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_KOREAN_RATES = {
    "초당": "초", "매초": "초", "분당": "분", "시간당": "시간", "일당": "일", "하루에": "일",
}  # fmt: skip


@lru_cache(maxsize=4_096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every value in a clean text, in its order.

    >>> [str(amount) for amount in quantities("fifteen minutes")[0].amounts()]
    ['900']
    """
    return tuple(map(_quantity, _QUANTITY.finditer(in_digits(text.casefold()))))


def unit_named(word: str) -> Unit | None:
    """The unit of a casefolded word, misspelt by one letter or with a Korean ending."""
    for bare in without_ending(word):
        if bare in UNITS:
            return UNITS[bare]
    if len(word) >= SHORTEST_UNIT and word.isascii():
        for name in _LONG_UNITS:
            if OSA.distance(word, name, score_cutoff=UNIT_SLIPS) <= UNIT_SLIPS:
                return UNITS[name]
    return None


def _quantity(match: re.Match[str]) -> Quantity:
    number = match["number"]
    if _DECIMAL_COMMA.fullmatch(number):
        number = number.replace(",", ".")
    digits = number.replace(",", "").replace(" ", "")[:_MOST_DIGITS]
    value = Fraction(digits if not digits.startswith(".") else "0" + digits)
    if match["divisor"]:
        value /= int(match["divisor"][:_MOST_DIGITS])
    if match["scale"]:
        value *= _SCALES[match["scale"].strip()]
    if match["sign"]:
        value = -value
    word, _, slash = (match["unit"] or "").partition("/")
    unit = unit_named(word) if word else None
    rate = _PER_SECOND.match(word)
    noun = "" if unit is not None or rate else word
    per = UNITS["s"] if slash or rate else None
    if match["rate"]:
        per = unit_named(match["per"]) or per
    if match["rate_before"]:
        before = match["rate_before"].strip(" ,")
        per = unit_named(_KOREAN_RATES.get(before, before.removeprefix("per ")))
    return Quantity(value, match.group().strip(), unit, noun, per, match.start(), match.end())
