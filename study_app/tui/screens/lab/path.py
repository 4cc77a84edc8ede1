"""Asks for a path: what to open, or where to save."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from study_app.commands.command import Command
from study_app.commands.keys import key_name
from study_app.commands.places.everywhere import BACK
from study_app.tui.text import plain
from study_app.usecases.journal import NotSaved, Unreadable
from study_app.words.language import Language
from study_app.words.wording import say

FoundT = TypeVar("FoundT")


class PathScreen(ModalScreen[FoundT | None]):
    """Dismissed with what `attempt` returns for the typed path, or with None.

    If `attempt` raises `Unreadable` or `NotSaved` the error is shown here, and the path can be
    corrected. `does` is the command that Enter runs.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    DEFAULT_CSS = """
    PathScreen {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 90%; height: auto; padding: 0 1;
            background: $surface; border: inner $surface;
        }
        & Static { height: auto; margin: 0 0 1 0; }
        & .hint { color: $muted; margin: 1 0 0 0; }
        & .keys { color: $muted; margin: 1 0 0 0; }
        & .error { height: auto; max-height: 6; margin: 1 0 0 0; display: none; }
        & .error Static { color: $wrong; margin: 0; }
        &.-failed .error { display: block; }
    }
    """

    def __init__(
        self,
        question: str,
        hint: str,
        attempt: Callable[[Path], FoundT],
        *,
        does: Command,
        language: Language,
        value: str = "",
    ) -> None:
        super().__init__()
        self._question = question
        self._hint = hint
        self._attempt = attempt
        self._value = value
        self._language = language
        keys = (
            key_name("enter"),
            say(does.name, language),
            key_name("escape"),
            say(BACK.name, language),
        )
        self._keys = "{} {}   {} {}".format(*keys)
        self._folder = say("Relative paths start in {folder}", language, folder=_folder())

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(plain(self._question))
            yield Input(self._value, select_on_focus=False)
            with VerticalScroll(classes="error", can_focus=False):
                yield Static()
            yield Static(plain(f"{self._hint}\n{self._folder}"), classes="hint")
            yield Static(plain(self._keys), classes="keys")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        text = event.value.strip()
        if not text:
            self.dismiss(None)
            return
        try:
            found = self._attempt(_path(text))
        except (Unreadable, NotSaved) as error:
            self._show(say(error.text, self._language))
        else:
            self.dismiss(found)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.remove_class("-failed")  # the message was about another path

    def action_cancel(self) -> None:
        self.dismiss(None)

    def _show(self, message: str) -> None:
        self.query_one(".error Static", Static).update(plain(message))
        self.add_class("-failed")


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # ~ of a user without a home directory
        return Path(text)


def _folder() -> str:
    """Where relative names are looked up."""
    try:
        return str(Path.cwd())
    except OSError:  # the folder has been removed
        return "."
