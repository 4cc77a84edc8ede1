"""One question on screen, before and after it is judged."""

from collections.abc import Sequence
from typing import assert_never

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from study_app.learning.items import Choice, Choices, Form, Matching, Ordering, Question, Typed
from study_app.learning.marking import Marked
from study_app.learning.presentation import Arrangement
from study_app.learning.responses import Response, Written
from study_app.learning.solution import key_lines
from study_app.tui.widgets.answers.area import AnswerArea
from study_app.tui.widgets.answers.choosing import Choosing
from study_app.tui.widgets.answers.joining import Joining
from study_app.tui.widgets.answers.ranking import Ranking
from study_app.tui.widgets.answers.typing import Typing
from study_app.tui.widgets.feedback import (
    Background,
    Prose,
    TypedKey,
    Verdicts,
    verdict_content,
)
from study_app.words.language import Language


class QuestionView(VerticalScroll, can_focus=False):
    """Prompt, answer and, once revealed, what there is to learn from it.

    `readings` are the wordings to show, the leading one first.
    """

    DEFAULT_CSS = """
    QuestionView {
        padding: 1 1 0 1;
        & > .prompt { padding: 0 2; }
        & > .second { color: $muted; }
        & > .hint { padding: 0 2; margin: 1 0 0 0; color: $muted; }
    }
    """

    def __init__(
        self, readings: Sequence[Question], arrangement: Arrangement, language: Language
    ) -> None:
        super().__init__()
        self.readings = readings
        self.question_id = readings[0].id
        self.language = language
        self.area = _area([reading.form for reading in readings], arrangement, language)
        self._verdict = Verdicts()

    def compose(self) -> ComposeResult:
        for number, reading in enumerate(self.readings):
            yield Prose(reading.prompt, classes="prompt second" if number else "prompt")
        self._verdict.display = False
        yield self._verdict
        yield self.area

    def focus_answer(self) -> None:
        """Put the focus where the answer is given."""
        if isinstance(self.area, Typing):
            self.area.box.focus()
        else:
            self.area.focus()

    async def show_hint(self) -> None:
        """Show the hint below the answer, once."""
        hint = self.readings[0].hint
        if hint and not self.query(".hint"):
            await self.mount(Prose(hint, classes="hint"), after=self.area)
            self.query_one(".hint").scroll_visible()

    async def reveal(
        self, response: Response | None, marked: Marked | None, *, overruled: bool = False
    ) -> None:
        """Show the verdict on `response`, the key and the reasons. Both are None for a skip."""
        await self.query(".hint").remove()
        self.judge(verdict_content(marked, self.language, overruled=overruled))
        self.area.reveal(response)
        below: list[TypedKey | Background] = []
        if isinstance(self.area, Typing):
            text = response.text.strip() if isinstance(response, Written) else ""
            key = key_lines(self.readings[0])[0]
            if text != key:
                below.append(TypedKey(text, key, self.language))
        below.append(Background(self.readings, self.language))
        await self.mount(*below, after=self.area)
        self.can_focus = True  # now the keys scroll; before, the focus belongs to the answer
        self.focus()

    def judge(self, verdict: Content) -> None:
        """Replace the verdict line."""
        self._verdict.update(verdict)
        self._verdict.display = True


def _area(forms: list[Form], arrangement: Arrangement, language: Language) -> AnswerArea:
    match forms[0]:
        case Choice() | Choices():
            options = [form for form in forms if isinstance(form, Choice | Choices)]
            return Choosing(options, arrangement.left, language)
        case Typed():
            return Typing(language)
        case Ordering():
            orderings = [form for form in forms if isinstance(form, Ordering)]
            return Ranking(orderings, arrangement.left, language)
        case Matching():
            matchings = [form for form in forms if isinstance(form, Matching)]
            return Joining(matchings, arrangement.left, arrangement.right, language)
        case _:
            assert_never(forms[0])
