"""Asks for a note."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from study_app.tui.text import plain
from study_app.words.language import Language
from study_app.words.wording import say


class NoteScreen(ModalScreen[str | None]):
    """Dismissed with the text that was written, or with None where it was left as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    DEFAULT_CSS = """
    NoteScreen {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 90%; height: auto; padding: 0 1;
            background: $surface; border: inner $surface;
        }
        & Static { height: auto; margin: 0 0 1 0; }
        & .keys { color: $muted; margin: 1 0 0 0; }
    }
    """

    def __init__(self, text: str, language: Language) -> None:
        super().__init__()
        self._text = text
        self._language = language

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(plain(say("A note on this question", self._language)))
            yield Input(self._text, select_on_focus=False)
            keys = say("Enter save   Esc back", self._language)
            yield Static(plain(keys), classes="keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_cancel(self) -> None:
        self.dismiss(None)
