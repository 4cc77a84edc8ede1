"""One question on screen, before and after it is judged."""

from collections.abc import Callable, Sequence
from typing import assert_never

from textual.containers import VerticalScroll

from study_app.drawing.pieces import MUTED, PLAIN, Line
from study_app.drawing.prose import Code, prose
from study_app.drawing.questions import exhibits_of, prompt
from study_app.learning.answering.marking import Marked
from study_app.learning.answering.responses import Response
from study_app.learning.material.items import (
    Choice,
    Choices,
    Form,
    Matching,
    Ordering,
    Question,
    Typed,
)
from study_app.learning.material.presentation import Arrangement
from study_app.tui.measure import EXTRA, TEXT_CELLS
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.tui.widgets.answers.joining import Joining
from study_app.tui.widgets.answers.ranking import RankingArea
from study_app.tui.widgets.answers.typing import Typing
from study_app.tui.widgets.drawing import Drawing
from study_app.tui.widgets.feedback import background
from study_app.tui.widgets.rows import Rows
from study_app.words.language import Language

Area = ChoosingArea | Typing | RankingArea | Joining
"""The answer area for each form of question."""


class QuestionView(VerticalScroll, can_focus=False):
    """Prompt, answer and, once revealed, the explanation.

    `translations` are the wordings to show, the leading one first.
    """

    DEFAULT_CSS = f"""
    QuestionView {{
        & > .text {{ margin: 0 2; max-width: {TEXT_CELLS}; }}
    }}
    """

    def __init__(self) -> None:
        super().__init__(id="main")
        self.translations: Sequence[Question] = ()
        self.language = Language.EN
        self.area: Area = Typing("", Language.EN)
        self.note: Callable[[], str] = lambda: ""
        """The learner's note, shown once the answer is judged."""
        self._marked: Marked | None = None
        self.changed: Callable[[], None] = lambda: None

    async def show(
        self,
        translations: Sequence[Question],
        arrangement: Arrangement,
        language: Language,
        area: Area | None = None,
    ) -> None:
        """Show a question from its first line; `area` replaces its usual answer area."""
        self.translations, self.language = translations, language
        area = area or _area([one.form for one in translations], arrangement, language)
        area.changed = self.changed
        self.area = area
        self.can_focus = False
        await self.remove_children()
        self.scroll_to(y=0, animate=False)
        await self.mount(Drawing(self._prompt, classes="text"), area)

    def exhibits(self) -> list[Code]:
        """The fenced code of the prompt, which is shown in the side if there is room."""
        return exhibits_of(self.translations[0].prompt) if self.translations else []

    def below(self) -> int:
        """How many rows of the answer are out of sight below what is shown."""
        area, bottom = self.area, self.scroll_offset.y + self.size.height
        if isinstance(area, Rows):
            top = area.virtual_region.y
            places = [area.place_of(number) for number in range(area.count)]
            return sum(top + place.bottom > bottom for place in places)
        return int(area.virtual_region.bottom > bottom)

    def redraw(self) -> None:
        """Redraw what surrounds the answer: a note may have been written."""
        for drawing in self.query(Drawing):
            drawing.redraw()

    async def show_hint(self) -> None:
        """Show the hint below the answer, once."""
        hint = self.translations[0].hint
        if hint and not self.query(".hint"):
            view = Drawing(lambda width: [[], *prose(hint, width, MUTED)], classes="text hint")
            await self.mount(view)
            self.call_after_refresh(view.scroll_visible, animate=False)

    async def reveal(self, response: Response | None, marked: Marked | None) -> None:
        """Show the key beside `response`, and the reasons. Both are None for a skip."""
        await self.query(".hint").remove()
        self._marked = marked
        self.area.reveal(response, marked)
        await self.mount(Drawing(self._background, classes="text"))
        self.can_focus = True  # from now on the keys scroll; before, the answer has the focus
        self.focus(scroll_visible=False)
        self.call_after_refresh(self._to_answer)

    def _to_answer(self) -> None:
        """Scroll to the first option, unless all options are visible with the question above
        them."""
        area = self.area
        if self.virtual_size.height > self.size.height:
            self.scroll_to(y=area.virtual_region.y, animate=False)

    def _prompt(self, width: int) -> list[Line]:
        inside = self.app.size.width < EXTRA
        rows: list[Line] = []
        for translation in self.translations:
            style = PLAIN if translation is self.translations[0] else MUTED
            rows += [*prompt(translation.prompt, width, style, exhibits=inside and not style), []]
        return rows

    def _background(self, width: int) -> list[Line]:
        return background(self.translations, self._marked, self.language, width, self.note())


def _area(forms: list[Form], arrangement: Arrangement, language: Language) -> Area:
    match forms[0]:
        case Choice() | Choices():
            options = [form for form in forms if isinstance(form, Choice | Choices)]
            return ChoosingArea(options, arrangement.left, language)
        case Typed(answer):
            return Typing(answer.accept[0], language)
        case Ordering():
            orderings = [form for form in forms if isinstance(form, Ordering)]
            return RankingArea(orderings, arrangement.left, language)
        case Matching():
            matchings = [form for form in forms if isinstance(form, Matching)]
            return Joining(matchings, arrangement.left, arrangement.right, language)
        case _:
            assert_never(forms[0])
