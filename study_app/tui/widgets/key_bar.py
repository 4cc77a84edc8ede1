"""The line at the bottom: the keys that work now, and nothing else."""

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from study_app.commands.command import Command
from study_app.commands.keys import key_name, key_names
from study_app.drawing.pieces import MUTED, PLAIN, Line, cells
from study_app.tui.measure import edge
from study_app.tui.study_screen import StudyScreen
from study_app.tui.text import row
from study_app.words.wording import say

_GAP = "   "
_CHARACTERS = {"question_mark": "?", "slash": "/", "full_stop": ".", "comma": ",", "space": " "}


class KeyBar(Widget):
    """Shows what its screen says in `commands_now`; a click on a command runs it.

    While a text box has the focus only keys that type nothing are named. Commands for which
    there is no room are left out; help has them all.
    """

    DEFAULT_CSS = "KeyBar { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[range, Command]] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.refresh())

    def render(self) -> Content:
        screen, side = self.screen, edge(self.size.width)
        line: Line = [(" " * side, PLAIN)]
        self._places = []
        if not isinstance(screen, StudyScreen):
            return Content("")
        shown = _fitting(list(screen.commands_now()), screen, self.size.width - 2 * side)
        for number, (part, command) in enumerate(shown):
            if number:
                line.append((_GAP, PLAIN))
            begin = cells(line)
            line += part
            self._places.append((range(begin, begin + cells(part)), command))
        return row(line)

    async def on_click(self, event: Click) -> None:
        for place, command in self._places:
            if event.x in place and not command.passes_key:
                await self.run_action(command.full_action)


def _fitting(commands: list[Command], screen: StudyScreen, room: int) -> list[tuple[Line, Command]]:
    """As many commands as fit in `room`, always including the last two: leave and help."""
    parts = [(_part(command, screen), command) for command in commands]
    kept, ending = parts[:-2], parts[-2:]
    while kept and _width([*kept, *ending]) > room:
        kept.pop()
    return [*kept, *ending]


def _width(parts: list[tuple[Line, Command]]) -> int:
    return sum(cells(part) for part, _ in parts) + len(_GAP) * (len(parts) - 1)


def _part(command: Command, screen: StudyScreen) -> Line:
    keys = screen.keys_of(command)
    box = screen.focused
    if box is not None:
        keys = tuple(key for key in keys if not _types(key, box)) or keys
    shown = key_names(keys) if command.passes_key or not keys else key_name(keys[0])
    return [(shown, "bold"), (f" {say(command.name, screen.language)}", MUTED)]


def _types(key: str, box: Widget) -> bool:
    """Whether `box`, which has the focus, takes `key` as text."""
    character = _CHARACTERS.get(key, key)
    return len(character) == 1 and box.check_consume_key(key, character)
