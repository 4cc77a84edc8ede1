"""Asks for a path: what to open, or where to save."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from study_app.tui.text import plain


class PathScreen(ModalScreen[Path | None]):
    """Dismissed with the path that was typed, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    DEFAULT_CSS = """
    PathScreen {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 90%; height: auto; padding: 1 2;
            background: $surface; border-left: outer $accent;
        }
        & .hint { color: $muted; height: auto; margin: 1 0 0 0; }
        & Static { height: auto; margin: 0 0 1 0; }
    }
    """

    def __init__(self, question: str, hint: str, value: str = "") -> None:
        super().__init__()
        self._question = question
        self._hint = hint
        self._value = value

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(plain(self._question))
            yield Input(self._value, select_on_focus=False)
            yield Static(plain(self._hint), classes="hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        self.dismiss(Path(text).expanduser() if text else None)

    def action_cancel(self) -> None:
        self.dismiss(None)
