"""Playing a case by itself: at what speed, and until when."""

from collections.abc import Callable

from textual.screen import Screen
from textual.timer import Timer

SPEEDS = (2.0, 1.0, 0.5, 0.2, 0.05)
"""Seconds a step, from slow to fast."""


class Player:
    """Calls `advance` at its speed while it plays; the timer is one of `screen`."""

    def __init__(self, screen: Screen[None], advance: Callable[[], object]) -> None:
        self._screen = screen
        self._advance = advance
        self._speed = 1
        self._timer: Timer | None = None

    @property
    def is_playing(self) -> bool:
        return self._timer is not None

    @property
    def steps_a_second(self) -> float:
        return 1 / SPEEDS[self._speed]

    def play(self, faster: int = 0) -> None:
        """Play, by `faster` speeds faster than before."""
        self.pause()
        self._speed = min(len(SPEEDS) - 1, max(0, self._speed + faster))
        self._timer = self._screen.set_interval(SPEEDS[self._speed], self._advance)

    def pause(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
