"""Home's list: everything that can be opened, one row each."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, fitted, spread
from study_app.tui.measure import TALL
from study_app.tui.widgets.action_bar import chip
from study_app.tui.widgets.rows import Rows, under_cursor

_NAME_CELLS = 22


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A row: its name, how many there are, and what it is about. Its key is its place, from 1."""

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
            [self._row(entry, number, width), *([[]] if airy else [])]
            for number, entry in enumerate(self._entries())
        ]

    def _row(self, entry: MenuEntry, number: int, width: int) -> Line:
        here = number == self.cursor
        count: Line = [(f"{entry.count} ", PLAIN)] if entry.count else []
        line: Line = [
            (f" {number + 1:<2}  ", "bold $accent"),
            (fitted(entry.name, _NAME_CELLS), BOLD),
            *count,
            (entry.about, MUTED),
        ]
        if here:
            line = spread(width - 1, line, [chip("enter"), (" ", PLAIN)])
        return under_cursor(line, width, here=here)
