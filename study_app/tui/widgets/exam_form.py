"""The choices before an exam, a row each."""

from collections.abc import Callable, Sequence
from typing import assert_never

from textual.events import Click

from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, Piece, cells, fitted
from study_app.learning.exam.shape import ACCOMMODATION
from study_app.tui.measure import PANEL_CELLS, TALL
from study_app.tui.widgets.rows import Rows, under_cursor
from study_app.usecases.exam_offer import ExamOffer, FormRow, Length
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
        self._told = changed
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
        blocks = []
        for number, row in enumerate(self._offer.rows):
            here = number == self.cursor
            name: Piece = (fitted(self._label(row), _NAME_CELLS), BOLD if here else MUTED)
            line: Line = [name, *self._values(row)]
            last = number + 1 == self.count
            blocks.append(
                [under_cursor(line, width, here=here), *([[]] if airy and not last else [])]
            )
        return blocks

    async def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for number, row in enumerate(self._offer.rows):
            if self.place_of(number).y != offset.y:
                continue
            self.go(number)
            at = 1 + _NAME_CELLS
            for step, value in enumerate(self._parts(row)):
                size = cells(value)
                if at <= offset.x < at + size:
                    chosen = self._chosen(row)
                    self._change(row, step - chosen if chosen is not None else 1)
                    return
                at += size
            return

    def _change(self, row: FormRow, step: int) -> None:
        if step:
            self._offer.change(row, step)
            self.cursor = list(self._offer.rows).index(row)
        self.redraw()
        self._told()

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

    def _values(self, row: FormRow) -> Line:
        return [piece for part in self._parts(row) for piece in part]

    def _parts(self, row: FormRow) -> Sequence[Line]:
        """The values of a row, each with the space behind it."""
        offer = self._offer
        match row:
            case FormRow.DOMAIN:
                return [[(f"‹ {say(offer.domain_name(offer.domain), self._language)} ›", BOLD)]]
            case _:
                chosen = self._chosen(row)
                return [
                    _value(name, picked=number == chosen)
                    for number, name in enumerate(self._texts(row))
                ]

    def _texts(self, row: FormRow) -> Sequence[str]:
        offer = self._offer
        match row:
            case FormRow.EXAM:
                return [one.code for one in offer.exams]
            case FormRow.LENGTH:
                return [self._length(one) for one in offer.lengths]
            case FormRow.TIME:
                extra = say("{minutes} minutes more", self._language, minutes=ACCOMMODATION)
                return [say("as in the exam", self._language), extra]
            case FormRow.DOMAIN:
                return []
            case _:
                assert_never(row)

    def _chosen(self, row: FormRow) -> int | None:
        offer = self._offer
        match row:
            case FormRow.EXAM:
                return [one is offer.blueprint for one in offer.exams].index(True)
            case FormRow.LENGTH:
                return list(offer.lengths).index(offer.length)
            case FormRow.TIME:
                return int(offer.accommodation)
            case FormRow.DOMAIN:
                return None
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


def _value(name: str, *, picked: bool) -> Line:
    if picked:
        return [("● ", "$accent"), (name, BOLD), ("   ", PLAIN)]
    return [("○ ", MUTED), (name, MUTED), ("   ", PLAIN)]
