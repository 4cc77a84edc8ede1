"""What all screens share: their commands, their bars, and how they speak."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import VerticalScroll
from textual.screen import Screen

from study_app.commands.command import Command
from study_app.commands.everywhere import Help
from study_app.usecases.study import NotSaved, Study
from study_app.words.language import Language
from study_app.words.wording import say

if TYPE_CHECKING:
    from study_app.tui.app import DvaApp


class StudyScreen(Screen[None]):
    """A screen with commands from the table.

    A subclass names its `commands` and passes them to `bindings` for its BINDINGS; which of them
    work now is what `check_action` says.
    """

    commands: ClassVar[tuple[type[Command], ...]] = ()
    places: ClassVar[tuple[str, ...]] = ()
    """The places of the command table that help shows first."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 - Textual's own

    @property
    def dva(self) -> "DvaApp":
        return cast("DvaApp", self.app)

    @property
    def study(self) -> Study:
        return self.dva.study

    @property
    def language(self) -> Language:
        return self.study.settings.language

    def say(self, text: str, **values: object) -> str:
        """`text` in the learner's language."""
        return say(text, self.language, **values)

    def working(self) -> Iterator[type[Command]]:
        """The commands that work now and need no key to say what they mean."""
        for command in self.commands:
            if not command.passes_key and self.check_action(command.action(), ()):
                yield command

    def commands_now(self) -> Iterator[type[Command]]:
        """The commands for the footer: those that work now."""
        every: tuple[type[Command], ...] = (*self.commands, Help)
        for command in every:
            if command.in_footer and self.check_action(command.action(), ()):
                yield command

    def keys_of(self, command: type[Command]) -> tuple[str, ...]:
        """The keys of `command` on this screen."""
        return self.dva.keys_of(command)

    def refused(self, error: NotSaved, again: Callable[[], object] | None = None) -> None:
        """Tell the learner that something could not be written; `again` does it once more."""
        self.dva.refused(error, again)

    def action_back(self) -> None:
        self.dismiss()

    async def language_changed(self) -> None:
        """Show everything again in the language that was chosen."""
        await self.recompose()
        for area in self.query(VerticalScroll):
            area.focus()
            break
