"""What every answer widget can do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from study_app.commands.command import Command
from study_app.drawing.pieces import Line
from study_app.learning.marking import Marked
from study_app.learning.responses import Response


@dataclass(frozen=True, slots=True)
class Unready:
    """The response is not complete; `missing` says what would complete it."""

    missing: str


class AnswerArea:
    """What stands where the answer is given.

    `commands` are those that work while it has the focus; `changed` is called whenever what is
    given has changed.
    """

    commands: ClassVar[tuple[Command, ...]] = ()
    changed: Callable[[], None] = staticmethod(lambda: None)

    def given(self) -> Response | Unready:
        """The response, or what it lacks."""
        raise NotImplementedError

    def state(self) -> Line:
        """What is given so far, for the action bar; nothing where nothing is."""
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
        """Go on where `other`, the same question in another language, was left."""
        raise NotImplementedError

    def reveal(self, response: Response | None, marked: Marked | None) -> None:
        """Show the key beside `response`. Both are None for a skip."""
        raise NotImplementedError
