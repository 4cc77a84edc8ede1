"""The memory of one card: its reviews, at most one a study day, folded by FSRS."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from study_app.learning.scheduling.attempts import Review
from study_app.learning.scheduling.fsrs import AGAIN, RETENTION, Scheduled, Strength, reviewed

LEECH: Final = 6
"""Lapses from which on a card is a leech."""


MATURE: Final = 21
"""Days of interval from which on a card is mature, as Anki has it."""


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """Reviews, and how many of them were passed: rated better than 1."""

    reviews: int = 0
    passed: int = 0

    def __add__(self, other: "ReviewCount") -> "ReviewCount":
        return ReviewCount(self.reviews + other.reviews, self.passed + other.passed)


NO_REVIEWS: Final = ReviewCount()


@dataclass(frozen=True, slots=True)
class Memory:
    """Of a card that was begun.

    `before` is what FSRS knew before the last review, so that the last one can be rated otherwise
    and scheduled for another retention. `until` is the latest day of all reviews; `lapses` are
    those rated 1 after the first.

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
        """What the last review led to, or would lead to with another `rating`."""
        chosen = self.last.rating if rating is None else rating
        return reviewed(self.before, chosen, self.last.day, retention)

    def after(self, review: Review) -> "Memory":
        """After one more review."""
        scheduled = self.scheduled()
        is_mature = (scheduled.due.date() - self.last.day).days >= MATURE
        recall = ReviewCount(1, int(review.rating > AGAIN))
        # Not `replace`: a first start over a long log makes one for each of its reviews.
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


def remembered(attempts: Iterable[Review]) -> Memory | None:
    """The memory that all first attempts at the questions of a card make, in any order.

    The review of a day is its earliest first attempt. None where there is none.
    """
    memory: Memory | None = None
    days: set[date] = set()
    for review in sorted(attempts, key=lambda one: one.key):
        if review.day not in days:
            days.add(review.day)
            memory = _begun(review) if memory is None else memory.after(review)
    return memory


def continued(memory: Memory, attempts: Iterable[Review]) -> Memory | None:
    """`memory` after further first attempts, in any order.

    None where one of them belongs before what is remembered: then all are needed.
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
