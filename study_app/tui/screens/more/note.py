"""Asks for the learner's note."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from study_app.commands.places.everywhere import BACK
from study_app.commands.places.more import SAVE_NOTE
from study_app.tui.bindings import bindings
from study_app.tui.text import plain
from study_app.words.language import Language
from study_app.words.wording import say


class NoteScreen(ModalScreen[str | None]):
    """Dismissed with the text that was saved, or with None where it stays as it was.

    Esc asks before it drops what was typed; any key that types takes the question back.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings(SAVE_NOTE, BACK)
    DEFAULT_CSS = """
    NoteScreen {
        align: center bottom;  /* what the note is about stays in sight above it */
        & > Vertical {
            width: 76; max-width: 100%; height: auto; padding: 0 1;
            background: $surface; border: inner $surface;
        }
        & Static { height: auto; }
        & TextArea, & TextArea:focus {
            height: 6; margin: 1 0; border: none; padding: 0 1; background: $panel;
        }
        & .keys { color: $muted; }
    }
    """

    def __init__(self, text: str, language: Language) -> None:
        super().__init__()
        self._text = text
        self._language = language
        self._asks = False

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(plain(say("Your note", self._language), "bold"))
            yield TextArea(self._text, tab_behavior="focus", highlight_cursor_line=False)
            yield Static(self._keys(), classes="keys")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()

    def action_save(self) -> None:
        self.dismiss(self.query_one(TextArea).text)

    def action_back(self) -> None:
        if self._asks or self.query_one(TextArea).text == self._text:
            self.dismiss(None)
        else:
            self._ask(asks=True)

    def on_text_area_changed(self) -> None:
        if self._asks:
            self._ask(asks=False)

    def _ask(self, *, asks: bool) -> None:
        self._asks = asks
        self.query_one(".keys", Static).update(self._keys())

    def _keys(self) -> Content:
        if self._asks:
            asked = say(
                "Not saved yet. F8 saves, Esc again discards what you typed", self._language
            )
            return plain(asked, "bold $foreground")
        return plain(say("F8 saves, Esc leaves the note as it was", self._language))
