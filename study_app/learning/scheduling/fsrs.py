"""FSRS scheduling: the only module that knows the library, which does all the arithmetic.

It is given 12:00 UTC on the date of the study day, never the clock time: the library counts whole
24-hour periods. No learning steps and no fuzz; cards get our id, or else the library would read the
clock.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION: Final = 0.9
"""The default desired retention."""

RETENTIONS: Final = (0.70, 0.97)
"""The lowest and highest desired retention that can be chosen."""

AGAIN, HARD, GOOD, EASY = RATINGS = (1, 2, 3, 4)

_ID: Final = 1
"""Any id works: the arithmetic handles one card at a time."""

_NOON: Final = datetime(2026, 1, 1, 12, tzinfo=UTC)
"""Any day works: only the days between two reviews matter."""

_KEPT: Final = 1 << 14
"""Cached results: a few megabytes."""


@dataclass(frozen=True, slots=True)
class Strength:
    """How well a card was known after its review on `day`: `stability` in days, `difficulty` from
    1 to 10.
    """

    stability: float
    difficulty: float
    day: date


@dataclass(frozen=True, slots=True)
class Scheduled:
    """The result of a review; `due` is FSRS's, in UTC."""

    strength: Strength
    due: datetime


def noon(day: date) -> datetime:
    """The time given to FSRS for `day`."""
    return datetime.combine(day, time(12), UTC)


def reviewed(
    before: Strength | None, rating: int, day: date, retention: float = RETENTION
) -> Scheduled:
    """After a review on `day` of a card that was `before` (None: never reviewed)."""
    known = None if before is None else (before.stability, before.difficulty)
    passed = 0 if before is None else (day - before.day).days
    stability, difficulty, interval = _review(known, passed, rating, retention)
    return Scheduled(Strength(stability, difficulty, day), noon(day) + interval)


def retrievability(strength: Strength, day: date) -> float:
    """The chance that the card is remembered on `day`."""
    return _remembered(strength.stability, strength.difficulty, (day - strength.day).days)


# A simulated plan and a log fold ask the same thing about many cards: those that began with the
# same rating have the same stability, and only the days between reviews matter.


@lru_cache(maxsize=_KEPT)
def _review(
    known: tuple[float, float] | None, passed: int, rating: int, retention: float
) -> tuple[float, float, timedelta]:
    """Stability, difficulty and interval after a review `passed` days after the last one."""
    # Imported here so that a start without a review does not pay for it.
    from fsrs import Rating

    card, _ = _scheduler(retention).review_card(_card(known, passed), Rating(rating), _NOON)
    assert card.stability is not None
    assert card.difficulty is not None
    return card.stability, card.difficulty, card.due - _NOON


@lru_cache(maxsize=_KEPT)
def _remembered(stability: float, difficulty: float, passed: int) -> float:
    # The desired retention does not matter for it.
    card = _card((stability, difficulty), passed)
    return _scheduler(RETENTION).get_card_retrievability(card, _NOON)


def decay() -> float:
    """The decay of the forgetting curve: FSRS's parameter, as a positive number."""
    return float(_scheduler(RETENTION).parameters[-1])


@cache
def _scheduler(retention: float) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )


def _card(known: tuple[float, float] | None, passed: int) -> "Card":
    from fsrs import Card, State

    if known is None:
        return Card(card_id=_ID, due=_NOON)
    stability, difficulty = known
    return Card(
        card_id=_ID,
        state=State.Review,
        stability=stability,
        difficulty=difficulty,
        due=_NOON,
        last_review=_NOON - timedelta(days=passed),
    )
