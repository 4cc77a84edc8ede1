"""The first rows of a page: the path to the page, and the progress of the session."""

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.widget import Widget

from study_app.drawing.pieces import FAINT, MUTED, PLAIN, Line, spread
from study_app.drawing.plots import Step, trail
from study_app.tui.measure import edge
from study_app.tui.text import row


class Header(Widget):
    """`dva › place` on the left, overall information on the right."""

    DEFAULT_CSS = "Header { height: 1; }"

    def __init__(self, crumbs: Callable[[], Sequence[str]], corner: Callable[[], Line]) -> None:
        super().__init__()
        self._crumbs = crumbs
        self._corner = corner

    def render(self) -> Content:
        width = self.size.width
        *above, here = ("", *self._crumbs())
        line: Line = [("dva", "bold $accent")]
        for crumb in filter(None, above):
            line += [(" › ", FAINT), (crumb, MUTED)]
        if here:
            line += [(" › ", FAINT), (here, "bold")]
        side = edge(width)
        return row([(" " * side, PLAIN), *spread(width - 2 * side, line, self._corner())])


class Trail(Widget):
    """The session in one row: a dash for each question."""

    DEFAULT_CSS = "Trail { height: 1; }"

    def __init__(self, steps: Callable[[], Sequence[Step]]) -> None:
        super().__init__()
        self._steps = steps

    def render(self) -> Content:
        side, steps = edge(self.size.width), self._steps()
        drawn = trail(steps, self.size.width - 2 * side) if steps else []
        return row([(" " * side, PLAIN), *drawn])
