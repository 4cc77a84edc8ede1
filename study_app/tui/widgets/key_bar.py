"""The line at the bottom: the keys that work now, and nothing else."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Input

from study_app.commands import Command, key_name, key_names
from study_app.tui.screens.base import StudyScreen
from study_app.tui.text import plain

_GAP = "   "


class KeyBar(Widget):
    """Shows what its screen says in `commands_now`; a click on a command carries it out.

    While a text box has the focus only keys that type nothing are named.
    """

    DEFAULT_CSS = """
    KeyBar {
        dock: bottom; height: 1; padding: 0 2; color: $muted;
        link-color: $muted; link-style: none;
        link-color-hover: $foreground; link-background-hover: $panel; link-style-hover: none;
    }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1

    def render(self) -> Content:
        screen = self.screen
        if not isinstance(screen, StudyScreen):
            return Content("")
        line, room = Content(""), self.content_size.width
        for command in screen.commands_now():
            part = _part(command, screen)
            if line.cell_length + len(_GAP) + part.cell_length > room:
                break
            line = line + _GAP + part if line else part
        return line


def _part(command: type[Command], screen: StudyScreen) -> Content:
    keys = screen.keys_of(command)
    if isinstance(screen.focused, Input):
        keys = tuple(key for key in keys if not _types(key)) or keys
    shown = key_names(keys) if command.passes_key else key_name(keys[0])
    words = Content.assemble((shown, "$accent"), " ", plain(command.name(screen.language)))
    node = "app" if command.id.startswith("app.") else "screen"
    return words if command.passes_key else words.stylize(f"@click={node}.{command.action()}")


def _types(key: str) -> bool:
    return len(key) == 1 or key in {"question_mark", "slash", "full_stop", "comma", "space"}
