"""How far each topic is: as many topics as there is room for, in one column or two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from study_app.drawing.pieces import MUTED, PLAIN, Line, fitted
from study_app.drawing.plots import bar
from study_app.learning.selection import Progress
from study_app.tui.text import content
from study_app.tui.widgets.session import title

_GAP = 3
_COUNT_CELLS = 6
_LEAST_TITLE, _MOST_TITLE = 14, 32
_LEAST_BAR, _MOST_BAR = 6, 16


@dataclass(frozen=True, slots=True)
class Row:
    """One topic: its title and its progress."""

    title: str
    progress: Progress


@dataclass(frozen=True, slots=True)
class _Columns:
    """How topics are laid out: how many beside each other, cells for a title and for its bar."""

    count: int
    title: int
    bar: int


def _columns(width: int) -> _Columns:
    """Two columns where both keep a readable title, else one; a wide one is given a long bar."""
    least = _LEAST_TITLE + 1 + _LEAST_BAR + _COUNT_CELLS
    count = 2 if width >= 2 * least + _GAP else 1
    room = (width - (count - 1) * _GAP) // count - 1 - _COUNT_CELLS
    bar_cells = max(_LEAST_BAR, min(_MOST_BAR, room // 4))
    return _Columns(count, max(1, min(_MOST_TITLE, room - bar_cells)), bar_cells)


class TopicGrid(Widget):
    """Reads its rows when it draws. `more` says how many topics there was no room for."""

    DEFAULT_CSS = """
    TopicGrid {
        height: 1fr; min-height: 5; text-wrap: nowrap; text-overflow: ellipsis;
        background: $surface; border: inner $surface; padding: 0 1;
    }
    """

    def __init__(
        self,
        rows: Callable[[], Sequence[Row]],
        head: Callable[[], tuple[str, str]],
        more: Callable[[int], str],
        widget_id: str,
    ) -> None:
        super().__init__(id=widget_id)
        self._rows = rows
        self._head = head
        self._more = more

    def render(self) -> Content:
        width, height = self.content_size
        columns = _columns(width)
        drawn = [_cell(row, columns) for row in self._rows()]
        lines, room = -(-len(drawn) // columns.count), height - 2
        if lines > room:
            lines = max(1, room - 1)
        shown = drawn[: lines * columns.count]
        rows: list[Line] = [title(width, *self._head()), []]
        for line in range(lines):
            row: Line = []
            for number, cell in enumerate(shown[line::lines]):
                row += [*([(" " * _GAP, PLAIN)] if number else []), *cell]
            rows.append(row)
        if len(shown) < len(drawn):
            rows.append([(self._more(len(drawn) - len(shown)), MUTED)])
        return content(rows)


def _cell(row: Row, columns: _Columns) -> Line:
    done = row.progress
    count = f"{done.answered - done.missed}/{done.total}".rjust(_COUNT_CELLS)
    drawn = bar(done.answered - done.missed, done.total, columns.bar)
    return [(f"{fitted(row.title, columns.title)} ", PLAIN), *drawn, (count, MUTED)]
