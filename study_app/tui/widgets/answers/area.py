"""What every answer widget can do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from study_app.commands.command import Command
from study_app.drawing.pieces import Line
from study_app.learning.answering.marking import Marked
from study_app.learning.answering.responses import Response


@dataclass(frozen=True, slots=True)
class Unready:
    """The response is not complete; `missing` says what would complete it."""

    missing: str


class AnswerArea:
    """The widget in which the answer is given.

    `commands` work while it has the focus; `changed` is called whenever the answer changes.
    """

    commands: ClassVar[tuple[Command, ...]] = ()
    changed: Callable[[], None] = staticmethod(lambda: None)

    def given(self) -> Response | Unready:
        """The response, or what it is missing."""
        raise NotImplementedError

    def state(self) -> Line:
        """What is given so far, for the action bar; empty if nothing."""
        raise NotImplementedError

    def enter(self) -> bool:
        """What Enter does instead of answering, such as to pick; False where it answers."""
        return False

    @property
    def enter_picks(self) -> bool:
        """Whether `enter` would do something."""
        return False

    def take_focus(self) -> None:
        """Take the focus without a scroll: a question starts at its first line."""
        raise NotImplementedError

    def take_over(self, other: "AnswerArea") -> None:
        """Continue from `other`, the same question in another language."""
        raise NotImplementedError

    def reveal(self, response: Response | None, marked: Marked | None) -> None:
        """Show the key beside `response`. Both are None for a skip."""
        raise NotImplementedError
