"""An answer typed into a box."""

from textual.app import ComposeResult
from textual.widgets import Input

from study_app.learning.responses import Response, Written
from study_app.tui.widgets.answers.area import AnswerArea, Unready
from study_app.words.language import Language
from study_app.words.visible import one_line
from study_app.words.wording import say

_NO_CONTROLS = r"[^\x00-\x1f\x7f-\x9f]*"
"""What the box takes: a paste may bring control characters, which would reach the terminal."""


class AnswerBox(Input):
    """A text box that answers at once: a message of its own could come after the next key."""

    async def action_submit(self) -> None:
        await self.run_action("screen.answer")


class Typing(AnswerArea, can_focus=False):
    """A text box. Any key that can be printed types."""

    DEFAULT_CSS = "Typing { height: auto; padding: 0 2; max-width: 76; }"

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.box = AnswerBox(
            placeholder=say("Type your answer", language),
            restrict=_NO_CONTROLS,
            select_on_focus=False,
        )

    def compose(self) -> ComposeResult:
        yield self.box

    def given(self) -> Response | Unready:
        if self.box.value.strip():
            return Written(self.box.value)
        return Unready(say("Type an answer first, or skip.", self.language))

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Typing):
            self.box.value = other.box.value

    def reveal(self, response: Response | None) -> None:
        if isinstance(response, Written):
            self.box.value = one_line(response.text)
        self.box.disabled = True
