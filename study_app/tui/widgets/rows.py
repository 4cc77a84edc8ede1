"""Rows to move through and choose from, in one widget that draws them all."""

from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.widget import Widget

from study_app.drawing.pieces import CURSOR, PLAIN, Line, on_ground
from study_app.tui.text import content


class Rows(Widget):
    """The base of lists and answers. There is no cursor until the learner moves it."""

    DEFAULT_CSS = "Rows { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own
        super().__init__(id=id)
        self.cursor: int | None = None
        self._drawn: tuple[int, list[list[Line]]] | None = None

    def blocks(self, width: int) -> list[list[Line]]:
        """The lines of each row. What follows the last row can be a separate block."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many rows there are to choose from."""
        raise NotImplementedError

    async def clicked(self, number: int) -> None:
        """The learner clicked on row `number`."""

    def move(self, step: int) -> None:
        """Move the cursor; from outside it enters at the first or last row."""
        if not self.count:
            return
        start = (-1 if step > 0 else self.count) if self.cursor is None else self.cursor
        self.go(start + step)

    def go(self, number: int) -> None:
        """Put the cursor on row `number`, or the nearest one."""
        self.cursor = max(0, min(self.count - 1, number))
        self.redraw()
        self.call_after_refresh(self.reveal_row, self.cursor)

    def reveal_row(self, number: int) -> None:
        """Scroll row `number` into view."""
        area = self.parent
        if isinstance(area, VerticalScroll) and number < self.count and self.content_size.width:
            place = self.place_of(number).translate(self.virtual_region.offset)
            area.scroll_to_region(place, animate=False, force=True)

    def place_of(self, number: int) -> Region:
        """The region of row `number` within this widget."""
        width = self.content_size.width
        drawn = self._blocks(width)
        top = sum(map(len, drawn[:number]))
        lines = drawn[number]
        while lines and not lines[-1]:  # the blank row that follows it
            lines = lines[:-1]
        return Region(0, top, width, len(lines))

    def redraw(self) -> None:
        """Draw again, in as many lines as needed."""
        self._drawn = None
        width, height = self.content_size
        # Nothing else on the screen has to be placed anew where as many lines follow.
        same = bool(width) and sum(map(len, self._blocks(width))) == height
        self.refresh(layout=not same)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return sum(map(len, self._blocks(width))) if width else 0

    def render(self) -> Content:
        return content(line for block in self._blocks(self.content_size.width) for line in block)

    async def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for number in range(self.count):
            place = self.place_of(number)
            if place.y <= offset.y < place.bottom:
                await self.clicked(number)
                return

    def _blocks(self, width: int) -> list[list[Line]]:
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, self.blocks(width))
        return self._drawn[1]


def under_cursor(line: Line, width: int, *, here: bool) -> Line:
    """A row of a list, one cell in: with the cursor's edge and background if it is `here`."""
    if not here:
        return [(" ", PLAIN), *line]
    return on_ground("$raised", [(CURSOR, "$accent"), *line], width)
