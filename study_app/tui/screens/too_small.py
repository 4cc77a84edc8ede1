"""What is shown while the terminal is too small."""

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from study_app.tui.text import plain

LEAST_COLUMNS, LEAST_ROWS = 64, 18


class TooSmallScreen(ModalScreen[None]):
    """Covers the screen below, which stays as it is."""

    def __init__(self, message: str) -> None:
        super().__init__()
        self._message = message

    def compose(self) -> ComposeResult:
        yield Static(plain(self._message))
