"""Home's list: everything that can be opened, a row each."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from study_app.commands.keys import key_name
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, fitted, spread
from study_app.tui.measure import TALL
from study_app.tui.widgets.action_bar import chip
from study_app.tui.widgets.rows import Rows, under_cursor

_NAME_CELLS = 22


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A row: its key, its name, how many there are, and what it is about."""

    key: str
    name: str
    count: str
    about: str


class Menu(Rows):
    """Reads its entries when it draws; a click opens one."""

    DEFAULT_CSS = "Menu { padding: 0 1; }"

    def __init__(
        self,
        entries: Callable[[], Sequence[MenuEntry]],
        opens: Callable[[int], Awaitable[None]],
    ) -> None:
        super().__init__(id="menu")
        self._entries = entries
        self._opens = opens

    @property
    def count(self) -> int:
        return len(self._entries())

    async def clicked(self, number: int) -> None:
        await self._opens(number)

    def blocks(self, width: int) -> list[list[Line]]:
        airy = self.app.size.height >= TALL
        return [
            [self._row(entry, width, here=number == self.cursor), *([[]] if airy else [])]
            for number, entry in enumerate(self._entries())
        ]

    def _row(self, entry: MenuEntry, width: int, *, here: bool) -> Line:
        count: Line = [(f"{entry.count} ", PLAIN)] if entry.count else []
        line: Line = [
            (f" {fitted(key_name(entry.key), 2)}  ", "bold $accent"),
            (fitted(entry.name, _NAME_CELLS), BOLD),
            *count,
            (entry.about, MUTED),
        ]
        if here:
            line = spread(width - 1, line, [chip("enter"), (" ", PLAIN)])
        return under_cursor(line, width, here=here)
