"""A list drawn by its page: rows with a cursor, opened by a click."""

from collections.abc import Callable

from study_app.drawing.pieces import Line
from study_app.tui.widgets.rows import Rows

DrawRow = Callable[[int, int, bool], list[Line]]
"""The lines of a row: its number, the width, and whether the cursor is on it."""


class Listing(Rows):
    """`size` rows, each drawn by `draw`. The cursor begins on the first."""

    DEFAULT_CSS = "Listing { padding: 0 1; }"

    def __init__(
        self, draw: DrawRow, opens: Callable[[int], object], moved: Callable[[], object]
    ) -> None:
        super().__init__()
        self._draw = draw
        self._opens = opens
        self._moved = moved
        self._rows = 0

    @property
    def count(self) -> int:
        return self._rows

    def fill(self, size: int, cursor: int | None = 0) -> None:
        """Show `size` rows, with the cursor on row `cursor`."""
        self._rows = size
        self.cursor = None if cursor is None or not size else max(0, min(size - 1, cursor))
        self.redraw()
        if self.cursor is not None:
            self.call_after_refresh(self.reveal_row, self.cursor)
        self._moved()

    def go(self, number: int) -> None:
        super().go(number)
        self._moved()

    async def clicked(self, number: int) -> None:
        self.go(number)
        self._opens(number)

    def blocks(self, width: int) -> list[list[Line]]:
        return [self._draw(number, width, number == self.cursor) for number in range(self._rows)]
