"""What every answer widget can do.

`given` is the learner's response as it stands, or what it lacks. `reveal` shows the key in place.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual.containers import Vertical

from study_app.commands.command import Command
from study_app.learning.responses import Response


@dataclass(frozen=True, slots=True)
class Unready:
    """The response is not complete; `missing` says what would complete it."""

    missing: str


class AnswerArea(Vertical, can_focus=True):
    """The base of all answer widgets. `commands` are those that work while it has the focus."""

    DEFAULT_CSS = "AnswerArea { height: auto; }"
    commands: ClassVar[tuple[Command, ...]] = ()

    def given(self) -> Response | Unready:
        """The response, or what it lacks."""
        raise NotImplementedError

    def take_over(self, other: "AnswerArea") -> None:
        """Go on where `other`, the same question in another language, was left."""
        raise NotImplementedError

    def reveal(self, response: Response | None) -> None:
        """Show the key beside `response`."""
        raise NotImplementedError
