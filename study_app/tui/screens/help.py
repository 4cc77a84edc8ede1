"""The keys: those of this screen first, then all others."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.command import Place
from study_app.commands.keys import key_names
from study_app.commands.places.everywhere import BACK
from study_app.commands.table import PLACES
from study_app.drawing.pieces import BOLD, PLAIN, Line, fitted, hang
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.measure import EXTRA
from study_app.tui.page import Page
from study_app.tui.widgets.drawing import Panel

_KEY_CELLS = 18


class HelpScreen(Page):
    """Every command by place. `here` are the places of the screen that help was opened from."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(BACK)
    commands = (BACK,)
    has_action = False

    def __init__(self, host: Host, here: tuple[Place, ...]) -> None:
        super().__init__(host)
        self._here = here

    def crumbs(self) -> Sequence[str]:
        return (self.say("Keys"),)

    def main(self) -> Iterator[Widget]:
        yield from map(self._panel, self._here or PLACES)

    def side(self) -> Iterator[Widget]:
        if self._is_extra:
            yield from map(self._panel, self._others)

    def on_mount(self) -> None:
        self.query_one("#main").focus(scroll_visible=False)
        if not self._is_extra:
            self.call_after_refresh(self._add_others)

    async def _add_others(self) -> None:
        area = self.query_one("#main")
        if area.is_attached:  # not if the app is already closing
            await area.mount(*map(self._panel, self._others))

    @property
    def _is_extra(self) -> bool:
        return self.app.size.width >= EXTRA

    @property
    def _others(self) -> list[Place]:
        return [place for place in PLACES if place not in self._here] if self._here else []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "help"

    def _panel(self, place: Place) -> Panel:
        return Panel(lambda width: self._place(place, width))

    def _place(self, place: Place, width: int) -> list[Line]:
        rows: list[Line] = [[(self.say(place.title), BOLD)], []]
        for command in place.commands:
            keys = key_names(self.host.keys_of(command))
            head: Line = [(f"{fitted(keys, _KEY_CELLS)} ", "bold $accent")]
            rows += hang(head, [(self.say(command.sentence), PLAIN)], width)
        return rows
