"""How far each topic is: as many topics as there is room for, in one column or two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widget import Widget

from study_app.learning.selection import Progress
from study_app.tui.text import bar, fitted

_GAP = "   "
_COUNT_CELLS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """One topic: its title and its progress."""

    title: str
    progress: Progress


_LEAST_TITLE, _MOST_TITLE = 14, 32
_LEAST_BAR, _MOST_BAR = 6, 16


@dataclass(frozen=True, slots=True)
class _Columns:
    """How topics are laid out: how many beside each other, cells for a title and for its bar."""

    count: int
    title: int
    bar: int


def _columns(width: int) -> _Columns:
    """Two columns where both keep a readable title, else one; a wide one is given a long bar."""
    least = _LEAST_TITLE + 1 + _LEAST_BAR + _COUNT_CELLS
    count = 2 if width >= 2 * least + len(_GAP) else 1
    cells = (width - (count - 1) * len(_GAP)) // count - 1 - _COUNT_CELLS
    bar_cells = max(_LEAST_BAR, min(_MOST_BAR, cells // 3))
    return _Columns(count, max(1, min(_MOST_TITLE, cells - bar_cells)), bar_cells)


class TopicGrid(Widget):
    """Reads its rows when it draws. `more` says how many topics there was no room for."""

    def __init__(
        self, rows: Callable[[], Sequence[Row]], more: Callable[[int], str], widget_id: str
    ) -> None:
        super().__init__(id=widget_id)
        self._rows = rows
        self._more = more

    def render(self) -> Content:
        columns = _columns(self.content_size.width)
        cells = [_cell(row, columns) for row in self._rows()]
        height, lines = self.content_size.height, -(-len(cells) // columns.count)
        if lines > height:
            lines = max(1, height - 1)
        shown = cells[: lines * columns.count]
        drawn = [Content(_GAP).join(shown[line::lines]) for line in range(lines)]
        if len(shown) < len(cells):
            drawn.append(Content.styled(self._more(len(cells) - len(shown)), "$muted"))
        return Content("\n").join(drawn)


def _cell(row: Row, columns: _Columns) -> Content:
    done = row.progress
    count = f"{done.answered}/{done.total}".rjust(_COUNT_CELLS)
    drawn = bar(done.answered, done.total, columns.bar)
    return Content.assemble(f"{fitted(row.title, columns.title)} ", drawn, (count, "$muted"))
