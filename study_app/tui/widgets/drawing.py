"""Lines of styled pieces on screen: each widget draws all of its lines itself."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.widget import Widget

from study_app.drawing.pieces import Line
from study_app.tui.study_screen import StudyScreen
from study_app.tui.text import content

Draw = Callable[[int], Iterable[Line]]
"""Draws for a width; as many lines as needed."""


class Drawing(Widget):
    """Draws itself for the width that it has, and again when the width changes or `redraw` is
    called."""

    DEFAULT_CSS = "Drawing { height: auto; text-wrap: nowrap; text-overflow: ellipsis; }"

    def __init__(
        self,
        draw: Draw,
        id: str | None = None,  # noqa: A002 - Textual's own
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._drawn: tuple[int, list[Line]] | None = None

    def lines(self, width: int) -> list[Line]:
        """The lines for `width`; cached until `redraw`."""
        if self._drawn is None or self._drawn[0] != width:
            self._drawn = (width, list(self._draw(width)))
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width)) if width else 0

    def render(self) -> Content:
        return content(self.lines(self.content_size.width))

    def on_click(self, event: Click) -> None:
        """Open the link that was clicked: the terminal gives the click to the app."""
        screen = self.screen
        if event.style.link and isinstance(screen, StudyScreen):
            event.stop()
            screen.follow(event.style.link)

    def redraw(self) -> None:
        """Draw again, in as many lines as needed."""
        self._drawn = None
        width, height = self.content_size
        # Nothing else on the screen has to be placed anew where as many lines follow.
        self.refresh(layout=not width or len(self.lines(width)) != height)


class Panel(Drawing):
    """Lines on a surface, with half a row of air above and below."""

    DEFAULT_CSS = """
    Panel {
        background: $surface; border: inner $surface; padding: 0 1;
        &.-hero { background: $tint; border: inner $tint; }
    }
    """
