"""Lines of styled pieces on screen."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from study_app.drawing.pieces import Line
from study_app.words.visible import visible


def content(lines: Iterable[Line]) -> Content:
    """`lines` as they stand, one below the other."""
    return Content("\n").join(
        Content.assemble(*((visible(text), style) for text, style in line)) for line in lines
    )


class Drawing(Static):
    """Draws itself for the width that it has, again whenever that changes or `redraw` is called."""

    DEFAULT_CSS = "Drawing { height: auto; }"

    def __init__(
        self,
        draw: Callable[[int], Iterable[Line]],
        id: str | None = None,  # noqa: A002 - Textual's own
    ) -> None:
        super().__init__(id=id)
        self._draw = draw

    def on_resize(self, event: Resize) -> None:
        self.redraw()

    def redraw(self) -> None:
        """Draw again; before the first layout there is no width to draw for."""
        if self.content_size.width:
            self.update(content(self._draw(self.content_size.width)))
