"""The keys: those of this screen first, then all others."""

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from study_app.commands.command import Place
from study_app.commands.everywhere import BACK
from study_app.commands.keys import key_names
from study_app.commands.table import PLACES
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.study_screen import StudyScreen
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.title_bar import TitleBar

_KEY_CELLS = 16


class HelpScreen(StudyScreen):
    """Every command by place. `here` are the places of the screen that was left for this one."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(BACK)
    commands = (BACK,)

    def __init__(self, host: Host, here: tuple[Place, ...]) -> None:
        super().__init__(host)
        self._here = here

    def compose(self) -> ComposeResult:
        yield TitleBar(self.say("Keys"))
        with VerticalScroll(id="keys"):
            for place in (*self._here, *(place for place in PLACES if place not in self._here)):
                yield Static(self._place(place))
        yield KeyBar()

    def _place(self, place: Place) -> Content:
        spoken = self.language.spoken
        lines = [Content.styled(place.title.to(spoken), "bold")]
        for command in place.commands:
            keys = key_names(self.host.keys_of(command))
            gap = " " * max(1, _KEY_CELLS - cell_len(keys))
            lines.append(
                Content.assemble("  ", (keys, "$accent"), gap, command.sentence.to(spoken))
            )
        return Content("\n").join([*lines, Content("")])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "help"
