"""The line at the top: where you are on the left, what concerns the whole on the right."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from study_app.tui.text import plain


class TitleBar(Horizontal):
    """Two texts on one line; the left one gives way where both do not fit."""

    DEFAULT_CSS = """
    TitleBar {
        height: 2;
        padding: 0 2;
        border-bottom: solid $line;
        & > .left { width: 1fr; text-style: bold; text-wrap: nowrap; text-overflow: ellipsis; }
        & > .right { width: auto; color: $muted; }
    }
    """

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self._left = Static(plain(left), classes="left")
        self._right = Static(plain(right), classes="right")

    def compose(self) -> ComposeResult:
        yield self._left
        yield self._right

    def show(self, *, left: str | None = None, right: str | None = None) -> None:
        """Replace one text or both."""
        if left is not None:
            self._left.update(plain(left))
        if right is not None:
            self._right.update(plain(right))
