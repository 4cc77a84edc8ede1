"""After the real exam: how did it go?"""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static

from study_app.tui.host import Host
from study_app.tui.text import plain
from study_app.usecases.exam.outcome import SCORES, record_outcome, was_not_taken
from study_app.usecases.journal import NotSaved
from study_app.words.dates import day
from study_app.words.wording import say

PASSED, FAILED, NOT_TAKEN = range(3)


class OutcomeScreen(ModalScreen[bool]):
    """Dismissed with whether an outcome was reported. The score comes last and is optional."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "choose(0)", show=False),
        Binding("2", "choose(1)", show=False),
        Binding("3", "choose(2)", show=False),
        Binding("escape", "cancel", show=False),
    ]
    DEFAULT_CSS = """
    OutcomeScreen {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 90%; height: auto; padding: 0 1;
            background: $surface; border: inner $surface;
        }
        & Static { height: auto; margin: 0 0 1 0; }
        & OptionList { height: auto; border: none; }
        & Input { display: none; }
        & .keys { color: $muted; margin: 1 0 0 0; }
        &.-score OptionList { display: none; }
        &.-score Input { display: block; }
    }
    """

    def __init__(self, host: Host, taken_on: date) -> None:
        super().__init__()
        self._host = host
        self._taken_on = taken_on
        self._passed = False

    def compose(self) -> ComposeResult:
        language = self._host.study.settings.language
        when = day(self._taken_on, language)
        choices = (
            say("Passed", language),
            say("Not passed", language),
            say("I did not take it: clear the date", language),
        )
        with Vertical():
            yield Static(plain(say("Your exam was on {day}. How did it go?", language, day=when)))
            yield OptionList(*(plain(f"{n}  {text}") for n, text in enumerate(choices, start=1)))
            yield Input(restrict="[0-9]{0,4}")
            yield Static(plain(say("Esc later", language)), classes="keys")

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.focus()
        # Nothing is preselected: Enter alone must not report a pass.
        self.call_after_refresh(lambda: setattr(options, "highlighted", None))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option_index)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "choose" or not self.has_class("-score")

    def action_choose(self, number: int) -> None:
        language = self._host.study.settings.language
        if number == NOT_TAKEN:
            self._keep(lambda: was_not_taken(self._host.study))
            return
        self._passed = number == PASSED
        self.add_class("-score")
        self.query_one(Static).update(
            plain(
                say("What score did AWS give you, 100 to 1000? Leave it blank if none.", language)
            )
        )
        self.query_one(".keys", Static).update(plain(say("Enter save   Esc back", language)))
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        score = int(event.value) if event.value else None
        if score is not None and score not in SCORES:
            return
        self._keep(
            lambda: record_outcome(
                self._host.study, self._taken_on, passed=self._passed, score=score
            )
        )

    def action_cancel(self) -> None:
        self.dismiss(False)

    def _keep(self, change: Callable[[], object]) -> None:
        try:
            change()
        except NotSaved as error:
            self._host.refused(error, lambda: self._keep(change))
        else:
            self.dismiss(True)
