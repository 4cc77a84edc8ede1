"""The layout that the screens share: header, main column, side panel, action bar and keys."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.widget import Widget

from study_app.commands.command import Command
from study_app.drawing.pieces import Line
from study_app.drawing.plots import Step
from study_app.grading.verdict import Verdict
from study_app.tui.measure import TALL, VAST, WIDE
from study_app.tui.study_screen import StudyScreen
from study_app.tui.widgets.action_bar import ActionBar, NextAction
from study_app.tui.widgets.header import Header, Trail
from study_app.tui.widgets.key_bar import KeyBar


class Page(StudyScreen):
    """A screen supplies each part; the side is filled after the first paint."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall"), (VAST, "-vast")]  # noqa: RUF012
    AUTO_FOCUS = ""  # focusing would scroll the beginning out of sight
    has_trail: ClassVar[bool] = False
    has_action: ClassVar[bool] = True

    def crumbs(self) -> Sequence[str]:
        """The path to this page, starting at home."""
        return ()

    def corner(self) -> Line:
        """Overall information, at the right of the header."""
        return []

    def steps(self) -> Sequence[Step]:
        """The steps of the session, if the page `has_trail`."""
        return ()

    def action(self) -> NextAction:
        """What to do now, if the page `has_action`."""
        return NextAction([])

    def main(self) -> Iterator[Widget]:
        """The content of the main column."""
        yield from ()

    def side(self) -> Iterator[Widget]:
        """The content of the side panel, if there is room."""
        yield from ()

    def area(self) -> Widget:
        """The container of `main`."""
        return VerticalScroll(*self.main(), id="main")

    def with_list(self, above: Iterator[Widget], listing: Widget) -> Vertical:
        """For `area`: a fixed part, and a scrolling list below it."""
        return Vertical(*above, VerticalScroll(listing, can_focus=False), id="main")

    def compose(self) -> ComposeResult:
        yield Header(self.crumbs, self.corner)
        if self.has_trail:
            yield Trail(self.steps)
        with Horizontal(id="body"):
            yield self.area()
            yield VerticalScroll(id="side", can_focus=False)
        if self.has_action:
            yield ActionBar()
        yield KeyBar()
        self.call_after_refresh(self._settle)

    def commands_now(self) -> Iterator[Command]:
        """The commands that work now, except the one in the action bar."""
        shown = self.action().command if self.has_action else None
        return (command for command in super().commands_now() if command is not shown)

    def act(
        self,
        state: Line,
        command: Command,
        does: str = "",
        *,
        more: tuple[Line, ...] = (),
        verdict: Verdict | None = None,
    ) -> NextAction:
        """An action with the key of `command`, labeled with the command's name unless `does` says
        more."""
        keys = self.keys_of(command)
        word = does or self.say(command.name)
        return NextAction(state, command, keys[0] if keys else "", word, more, verdict)

    def refresh_parts(self) -> None:
        """Update header, trail, action and keys."""
        for part in (Header, Trail, KeyBar):
            for found in self.query(part):
                found.refresh()
        for bar in self.query(ActionBar):
            bar.show(self.action())
        self.refresh_bindings()

    async def refresh_side(self) -> None:
        """Refill the side."""
        side = self.query_one("#side")
        await side.remove_children()
        if self.is_wide:
            await side.mount(*self.side())

    @property
    def is_wide(self) -> bool:
        return self.app.size.width >= WIDE

    @property
    def is_tall(self) -> bool:
        return self.app.size.height >= TALL

    async def on_resize(self, event: Resize) -> None:
        if self.is_mounted and self.is_wide and not self.query("#side > *"):
            self.call_after_refresh(self._settle)

    async def language_changed(self) -> None:
        await self.recompose()

    async def _settle(self) -> None:
        """After the first paint: fill the side and do what depends on the layout."""
        if not self.is_attached:
            return
        for side in self.query("#side"):  # none while a screen that closes is composed again
            if self.is_wide and not side.children:
                await side.mount(*self.side())
        self.refresh_parts()
