"""What FSRS says of a card: the only module that knows the library, and none of it by hand.

It is given 12:00 UTC of the study day's date, never the clock time: the library counts whole
24-hour periods. No learning steps and no fuzz; cards get an id of ours, for lack of which the
library looks at the clock.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION: Final = 0.9
"""The share to be known when a card is due, where the learner chose none."""

RETENTIONS: Final = (0.70, 0.97)
"""The least and the greatest share that can be chosen."""

AGAIN, HARD, GOOD, EASY = RATINGS = (1, 2, 3, 4)

_ID: Final = 1
"""Any id does: the arithmetic looks at one card at a time."""


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
    """What a review led to; `due` is FSRS's instant, in UTC."""

    strength: Strength
    due: datetime


def noon(day: date) -> datetime:
    """The moment that FSRS is told for `day`."""
    return datetime.combine(day, time(12), UTC)


def reviewed(
    before: Strength | None, rating: int, day: date, retention: float = RETENTION
) -> Scheduled:
    """After a review on `day` of a card that was `before` (None: never reviewed)."""
    # The first review pays for the import; a start without one does not.
    from fsrs import Rating

    card, _ = _scheduler(retention).review_card(_card(before, day), Rating(rating), noon(day))
    assert card.stability is not None
    assert card.difficulty is not None
    return Scheduled(Strength(card.stability, card.difficulty, day), card.due)


def retrievability(strength: Strength, day: date) -> float:
    """The chance that the card is remembered on `day`."""
    # What is desired has no part in it.
    return _scheduler(RETENTION).get_card_retrievability(_card(strength, day), noon(day))


def decay() -> float:
    """How the forgetting curve falls: FSRS's parameter for it, as a positive number."""
    return float(_scheduler(RETENTION).parameters[-1])


@cache
def _scheduler(retention: float) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )


def _card(strength: Strength | None, day: date) -> "Card":
    from fsrs import Card, State

    if strength is None:
        return Card(card_id=_ID, due=noon(day))
    return Card(
        card_id=_ID,
        state=State.Review,
        stability=strength.stability,
        difficulty=strength.difficulty,
        due=noon(day),
        last_review=noon(strength.day),
    )
