"""Reports that the log was replaced or deleted while the app was running, and asks how to go on."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from study_app.tui.text import plain
from study_app.usecases.journal import NotSaved
from study_app.usecases.study import Study
from study_app.words.wording import say


class ReplacedScreen(ModalScreen[bool]):
    """Dismissed with whether there is a file to write to again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "choose(0)", show=False),
        Binding("2", "choose(1)", show=False),
        Binding("3,escape", "choose(2)", show=False),
    ]
    DEFAULT_CSS = """
    ReplacedScreen {
        align: center middle;
        & > Vertical {
            width: 76; max-width: 90%; height: auto; padding: 0 1;
            background: $surface; border: inner $surface;
        }
        & Static { height: auto; margin: 0 0 1 0; }
        & OptionList { height: auto; border: none; }
    }
    """

    def __init__(self, study: Study, message: str) -> None:
        super().__init__()
        self._study = study
        self._message = message

    def compose(self) -> ComposeResult:
        language = self._study.settings.language
        choices = (
            say("Copy the earlier answers into the file that is there now, then save.", language),
            say("Save to the file that is there now, as is.", language),
            say("Save nothing. What you entered stays on screen.", language),
        )
        with Vertical():
            yield Static(plain(self._message))
            yield OptionList(*(plain(f"{n}  {text}") for n, text in enumerate(choices, start=1)))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option_index)

    def action_choose(self, number: int) -> None:
        try:
            if number == 0:
                self._study.put_back()
            elif number == 1:
                self._study.use_what_is_there()
        except NotSaved as error:
            self.query_one(Static).update(plain(say(error.text, self._study.settings.language)))
        else:
            self.dismiss(number < 2)
