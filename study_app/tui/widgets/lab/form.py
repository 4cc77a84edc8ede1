"""The parameters of a case as boxes; what is typed shows in the cluster at once."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from study_app.lab import Lab
from study_app.learning.language import Language
from study_app.simulator.errors import CaseError
from study_app.simulator.parameters import Parameter
from study_app.tui.text import plain
from study_app.wording import say

_NO_CONTROLS = r"[^\x00-\x1f\x7f-\x9f]*"


class ParameterBox(Input):
    """The value of one parameter."""

    def __init__(self, parameter: Parameter) -> None:
        super().__init__(parameter.text, restrict=_NO_CONTROLS, select_on_focus=False)
        self.path = parameter.path
        self.used = parameter.text
        """The text that the case on screen has."""

    async def action_submit(self) -> None:
        await self.run_action("screen.edit")


class Form(Vertical):
    """A box for each parameter. `changed` is called whenever the case has become another one."""

    BINDINGS = [  # noqa: RUF012 - Textual's own
        ("up", "previous", "previous"),
        ("down", "next", "next"),
    ]
    DEFAULT_CSS = """
    Form {
        height: auto; padding: 0 1;
        & > .name { color: $muted; }
        & > .message { height: auto; margin: 0 0 1 0; }
    }
    """

    def __init__(self, lab: Lab, language: Language, changed: Callable[[], None]) -> None:
        super().__init__()
        self._lab = lab
        self._language = language
        self._changed = changed
        self.message = ""
        """What keeps the text in a box from being used, or what AWS would say to it."""

    def compose(self) -> ComposeResult:
        yield Static(Content(""), classes="message")
        for parameter in self._lab.parameters():
            yield Static(plain(parameter.path), classes="name")
            yield ParameterBox(parameter)

    def begin(self) -> None:
        """Put the focus into the first box."""
        for box in self.query(ParameterBox):
            box.focus()
            break
        self._tell("; ".join(self._lab.warnings()))

    def on_input_changed(self, event: Input.Changed) -> None:
        box = event.input
        if not isinstance(box, ParameterBox) or box.value == box.used:
            return
        try:
            self._lab.edit(box.path, box.value)
        except CaseError as error:
            self._tell(str(error))
            return
        box.used = box.value
        refused = self._lab.playback.result
        message = (
            refused.get("message")
            if refused.get("error") or refused.get("valid") is False
            else None
        )
        self._tell(str(message) if message else "; ".join(self._lab.warnings()))
        self._changed()

    def action_previous(self) -> None:
        self.screen.focus_previous(ParameterBox)

    def action_next(self) -> None:
        self.screen.focus_next(ParameterBox)

    def _tell(self, message: str) -> None:
        self.message = message
        hint = say("Type a value; the cluster follows.", self._language)
        told = plain(f"! {message}", "$warning") if message else plain(hint, "$muted")
        self.query_one(".message", Static).update(told)
