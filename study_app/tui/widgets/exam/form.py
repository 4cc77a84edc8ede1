"""The choices before an exam, one row each."""

from collections.abc import Callable, Sequence
from typing import assert_never

from textual.events import Click

from study_app.drawing.pieces import BOLD, MUTED, Line, Piece, fitted
from study_app.learning.exam.shape import ACCOMMODATION
from study_app.tui.measure import PANEL_CELLS, TALL
from study_app.tui.widgets.picker import PickerOption, choice_at, choices_row
from study_app.tui.widgets.rows import Rows, under_cursor
from study_app.usecases.exam.offer import ExamOffer, FormRow, Length
from study_app.words.language import Language
from study_app.words.wording import say

_NAME_CELLS = 10


class ExamForm(Rows):
    """Changes `offer`, and calls `changed`. A click takes the value that was clicked."""

    DEFAULT_CSS = f"""
    ExamForm {{
        background: $surface; border: inner $surface; max-width: {PANEL_CELLS};
    }}
    """

    def __init__(self, offer: ExamOffer, language: Language, changed: Callable[[], object]) -> None:
        super().__init__(id="form")
        self._offer = offer
        self._language = language
        self._report_change = changed
        self.cursor = list(offer.rows).index(FormRow.LENGTH)

    @property
    def count(self) -> int:
        return len(self._offer.rows)

    def change(self, step: int) -> None:
        """Change the row under the cursor."""
        if self.cursor is not None and self.cursor < self.count:
            self._change(self._offer.rows[self.cursor], step)

    def blocks(self, width: int) -> list[list[Line]]:
        airy = self.app.size.height >= TALL
        rows = [
            self._drawn_row(row, width, here=number == self.cursor)
            for number, row in enumerate(self._offer.rows)
        ]
        return [[row, *([[]] if airy and row is not rows[-1] else [])] for row in rows]

    async def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for number, row in enumerate(self._offer.rows):
            if self.place_of(number).y == offset.y:
                self.go(number)
                self._click(row, offset.x)
                return

    def _click(self, row: FormRow, column: int) -> None:
        choices = self._choices(row)
        if not choices:
            self._change(row, 1)
            return
        number = choice_at(choices, _NAME_CELLS, self.content_size.width, column)
        if number is not None:
            self._change(row, number - [one.picked for one in choices].index(True))

    def _change(self, row: FormRow, step: int) -> None:
        if step:
            self._offer.change(row, step)
            self.cursor = list(self._offer.rows).index(row)
        self.redraw()
        self._report_change()

    def _label(self, row: FormRow) -> str:
        match row:
            case FormRow.EXAM:
                return say("Exam", self._language)
            case FormRow.LENGTH:
                return say("Length", self._language)
            case FormRow.DOMAIN:
                return say("Which", self._language)
            case FormRow.TIME:
                return say("Time", self._language)
            case _:
                assert_never(row)

    def _drawn_row(self, row: FormRow, width: int, *, here: bool) -> Line:
        name, choices = self._label(row), self._choices(row)
        if choices:
            return choices_row(name, _NAME_CELLS, choices, width, here=here)
        domain = say(self._offer.domain_name(self._offer.domain), self._language)
        label: Piece = (fitted(name, _NAME_CELLS), BOLD if here else MUTED)
        return under_cursor([label, (f"‹ {domain} ›", BOLD)], width, here=here)

    def _choices(self, row: FormRow) -> Sequence[PickerOption]:
        """The values of a row; none if they are stepped through in place."""
        offer = self._offer
        match row:
            case FormRow.EXAM:
                return [
                    PickerOption(one.code, picked=one is offer.blueprint) for one in offer.exams
                ]
            case FormRow.LENGTH:
                return [
                    PickerOption(self._length(one), picked=one is offer.length)
                    for one in offer.lengths
                ]
            case FormRow.TIME:
                extra = say("{minutes} extra minutes", self._language, minutes=ACCOMMODATION)
                return [
                    PickerOption(
                        say("as in the exam", self._language), picked=not offer.accommodation
                    ),
                    PickerOption(extra, picked=offer.accommodation),
                ]
            case FormRow.DOMAIN:
                return ()
            case _:
                assert_never(row)

    def _length(self, length: Length) -> str:
        if length is Length.DOMAIN:
            return say("one domain", self._language)
        shape = self._offer.shape_of_length(length)
        if shape is None:
            return ""
        return say(
            "{count} in {minutes} min",
            self._language,
            count=shape.questions,
            minutes=shape.minutes,
        )
