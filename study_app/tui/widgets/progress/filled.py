"""A panel that fills its space: the drawing depends on its height as well."""

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.widget import Widget

from study_app.drawing.pieces import Line
from study_app.tui.text import content

DrawFilled = Callable[[int, int], Iterable[Line]]
"""Draws for a width and a height; extra lines are cut off."""


class FilledPanel(Widget):
    """Lines on a surface, with half a row of air above and below."""

    DEFAULT_CSS = """
    FilledPanel {
        background: $surface; border: inner $surface; padding: 0 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, draw: DrawFilled, widget_id: str, classes: str = "") -> None:
        super().__init__(id=widget_id, classes=classes)
        self._draw = draw

    def lines(self) -> list[Line]:
        """What is drawn now."""
        width, height = self.content_size
        return list(self._draw(width, height))[:height] if width else []

    def render(self) -> Content:
        return content(self.lines())
