"""What all screens share: their commands, their bars, and how they speak."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.containers import VerticalScroll
from textual.screen import Screen

from study_app.commands.command import Command, Place
from study_app.commands.places.everywhere import HELP
from study_app.tui.host import Host
from study_app.tui.measure import EXTRA, WIDE
from study_app.tui.terminal.browser import open_or_copy
from study_app.usecases.journal import NotSaved
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.wording import say


class StudyScreen(Screen[None]):
    """A screen with commands from the table.

    A subclass names its `commands` and passes them to `bindings` for its BINDINGS; `check_action`
    decides which of them work now.
    """

    commands: ClassVar[tuple[Command, ...]] = ()
    places: ClassVar[tuple[Place, ...]] = ()
    """The places that help shows first."""
    # Textual sets one class of the list at a time, so -extra repeats the styles of -wide.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (EXTRA, "-extra")]  # noqa: RUF012

    def __init__(self, host: Host) -> None:
        super().__init__()
        self.host = host

    @property
    def study(self) -> Study:
        return self.host.study

    @property
    def language(self) -> Language:
        return self.study.settings.language

    def say(self, text: Text | str, /, **values: object) -> str:
        """`text` in the learner's language."""
        return say(text, self.language, **values)

    def working(self) -> Iterator[Command]:
        """The commands that work now, described without their keys."""
        for command in self.commands:
            if not command.passes_key and self.check_action(command.action, ()):
                yield command

    def commands_now(self) -> Iterator[Command]:
        """The commands for the footer: those that work now."""
        every: tuple[Command, ...] = (*self.commands, HELP)
        for command in every:
            if command.in_footer and self.check_action(command.action, ()):
                yield command

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys of `command` on this screen."""
        return self.host.keys_of(command)

    def refused(self, error: NotSaved, again: Callable[[], object] | None = None) -> None:
        """Report that something could not be written; `again` retries it."""
        self.host.refused(error, again)

    def tell(self, text: str) -> None:
        """Show `text` as the only notice."""
        self.app.clear_notifications()
        self.notify(text, timeout=4, markup=False)

    def follow(self, address: str) -> None:
        """Open a page of the web, or copy its address, and say which."""
        self.tell(open_or_copy(self.app, address, self.language))

    def action_back(self) -> None:
        self.dismiss()

    async def recompose(self) -> None:
        await super().recompose()
        self._query_one_cache.clear()  # it would hold the widgets that were here before

    async def language_changed(self) -> None:
        """Show everything again in the chosen language."""
        await self.recompose()
        for area in self.query(VerticalScroll):
            area.focus()
            break
