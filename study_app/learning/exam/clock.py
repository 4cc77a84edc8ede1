"""The clock of an exam, which counts only the time while the exam is on screen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

WARNINGS: Final = (timedelta(minutes=30), timedelta(minutes=10), timedelta(minutes=5))
"""The time left at which the learner is warned."""

NO_TIME: Final = timedelta(0)


@dataclass(frozen=True, slots=True)
class Clock:
    """`elapsed` counts to the last event; if the clock `is_running` it runs on from there.

    Time between the last event and a resumption does not count: the program was closed, killed or
    suspended. `stops` counts how often that happened, and pauses. At `zero` the time ran out.
    """

    limit: timedelta
    elapsed: timedelta = NO_TIME
    last: datetime | None = None
    is_running: bool = False
    stops: int = 0
    zero: datetime | None = None

    def after(self, at: datetime) -> "Clock":
        """The clock after an event at `at`; a system clock set back adds nothing."""
        if self.zero is not None:
            return self
        zero = self.zero_by(at)
        if zero is not None:
            return replace(self, elapsed=self.limit, last=zero, is_running=False, zero=zero)
        last = at if self.last is None else max(at, self.last)
        return replace(self, elapsed=self.elapsed_at(at), last=last)

    def started(self, at: datetime) -> "Clock":
        """A question is shown: the clock starts if it was not running."""
        following = self.after(at)
        return following if following.zero is not None else replace(following, is_running=True)

    def paused(self, at: datetime) -> "Clock":
        following = self.after(at)
        if not following.is_running:
            return following
        return replace(following, is_running=False, stops=self.stops + 1)

    def resumed(self, at: datetime) -> "Clock":
        """The clock continues; without a pause, time stopped at the last event."""
        if self.zero is not None:
            return self
        last = at if self.last is None else max(at, self.last)
        return replace(self, last=last, is_running=True, stops=self.stops + self.is_running)

    def elapsed_at(self, now: datetime) -> timedelta:
        """The time counted by `now`, at most the limit."""
        if not self.is_running or self.last is None:
            return self.elapsed
        return min(self.limit, self.elapsed + max(NO_TIME, now - self.last))

    def left_at(self, now: datetime) -> timedelta:
        return self.limit - self.elapsed_at(now)

    @property
    def left(self) -> timedelta:
        """The time left while the clock is stopped."""
        return self.limit - self.elapsed

    def zero_by(self, now: datetime) -> datetime | None:
        """When the time ran out, if that is not after `now`."""
        if self.zero is not None or not self.is_running or self.last is None:
            return self.zero
        zero = self.last + self.left
        return zero if zero <= now else None


def warnings_between(before: timedelta, now: timedelta) -> Sequence[timedelta]:
    """The warnings due between two amounts of time left, `now` being the smaller."""
    return [one for one in WARNINGS if now <= one < before]
