"""The memory of one card: its reviews, at most one a study day, folded by FSRS."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from study_app.learning.scheduling.attempts import Review
from study_app.learning.scheduling.fsrs import AGAIN, RETENTION, Scheduled, Strength, reviewed

LEECH: Final = 6
"""The number of lapses from which a card is a leech."""


MATURE: Final = 21
"""The interval, in days, from which a card is mature, as in Anki."""


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """Reviews, and how many were passed: rated above 1."""

    reviews: int = 0
    passed: int = 0

    def __add__(self, other: "ReviewCount") -> "ReviewCount":
        return ReviewCount(self.reviews + other.reviews, self.passed + other.passed)


NO_REVIEWS: Final = ReviewCount()


@dataclass(frozen=True, slots=True)
class Memory:
    """The memory of a begun card.

    `before` is the FSRS state before the last review, so that this one can be re-rated or
    rescheduled for another retention. `until` is the latest day of all reviews; `lapses` are those
    after the first that were rated 1.

    `mature` and `young` are the reviews after the first, by the interval that FSRS gave the card
    before each, for a desired retention of 0.9: at least `MATURE` days, or less.
    """

    first: Review
    last: Review
    until: date
    reviews: int = 1
    lapses: int = 0
    before: Strength | None = None
    mature: ReviewCount = NO_REVIEWS
    young: ReviewCount = NO_REVIEWS

    @property
    def is_leech(self) -> bool:
        return self.lapses >= LEECH

    def scheduled(self, retention: float = RETENTION, rating: int | None = None) -> Scheduled:
        """The schedule after the last review, as rated or with another `rating`."""
        chosen = self.last.rating if rating is None else rating
        return reviewed(self.before, chosen, self.last.day, retention)

    def after(self, review: Review) -> "Memory":
        """After one more review."""
        scheduled = self.scheduled()
        is_mature = (scheduled.due.date() - self.last.day).days >= MATURE
        recall = ReviewCount(1, int(review.rating > AGAIN))
        # Not `replace`, which is slow: a first start on a long log makes one for every review.
        return Memory(
            first=self.first,
            last=review,
            until=max(self.until, review.day),
            reviews=self.reviews + 1,
            lapses=self.lapses + (review.rating == AGAIN),
            before=scheduled.strength,
            mature=self.mature + recall if is_mature else self.mature,
            young=self.young if is_mature else self.young + recall,
        )


def memory_from(attempts: Iterable[Review]) -> Memory | None:
    """The memory resulting from all first attempts at the questions of a card, in any order.

    The review of a day is its earliest first attempt. None if there are none.
    """
    memory: Memory | None = None
    days: set[date] = set()
    for review in sorted(attempts, key=lambda one: one.key):
        if review.day not in days:
            days.add(review.day)
            memory = _begun(review) if memory is None else memory.after(review)
    return memory


def extend_memory(memory: Memory, attempts: Iterable[Review]) -> Memory | None:
    """`memory` after further first attempts, in any order.

    None if one of them belongs before what is already folded: then all are needed.
    """
    for review in sorted(attempts, key=lambda one: one.key):
        if review.key <= memory.last.key:
            return None
        if review.day == memory.last.day:
            continue
        if review.day <= memory.until:
            return None
        memory = memory.after(review)
    return memory


def _begun(review: Review) -> Memory:
    return Memory(first=review, last=review, until=review.day)
