"""How fast the learner answers, and how often a first answer is right."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from study_app.learning.scheduling.fsrs import GOOD
from study_app.learning.scheduling.memory import Memory

ENOUGH: Final = 20
"""The number of answers from which the learner's own figures are used."""

SECONDS: Final = 45.0
RIGHT: Final = 0.6


@dataclass(frozen=True, slots=True)
class Pace:
    """`seconds` an answer takes; `right` is the share of new cards whose first answer is right."""

    seconds: float = SECONDS
    right: float = RIGHT

    def minutes(self, asked: float) -> int:
        """Minutes for this many questions, rounded up."""
        return ceil(round(asked * self.seconds / 60, 6))

    def asked(self, minutes: float) -> float:
        """How many questions fit in this many minutes."""
        return minutes * 60 / max(self.seconds, 0.1)


def pace_of(tenths: Mapping[int, int], memories: Collection[Memory]) -> Pace:
    """`tenths` counts standing quiz answers by tenths of a second taken."""
    firsts = [one.first.rating >= GOOD for one in memories]
    return Pace(
        seconds=median(tenths) / 10 if sum(tenths.values()) >= ENOUGH else SECONDS,
        right=sum(firsts) / len(firsts) if len(firsts) >= ENOUGH else RIGHT,
    )


def median(counts: Mapping[int, int]) -> float:
    """The median of counted values; the mean of the two in the middle if there are two."""
    total = sum(counts.values())
    middle = (_value(counts, (total - 1) // 2), _value(counts, total // 2))
    return sum(middle) / 2


def _value(counts: Mapping[int, int], place: int) -> int:
    """The value at `place`, from 0, in sorted order."""
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed > place:
            return value
    raise IndexError(place)
