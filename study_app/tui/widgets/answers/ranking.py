"""Items put into order."""

from study_app.drawing.pieces import MUTED, PLAIN, Line, Piece
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Marked
from study_app.learning.answering.responses import Picked, Response
from study_app.learning.material.items import Ordering
from study_app.tui.widgets.answers.area import AnswerArea, Unready
from study_app.tui.widgets.answers.lines import Lines
from study_app.words.language import Language
from study_app.words.wording import say

_PLACE_CELLS = 12


class RankingArea(Lines):
    """Items put into order: each choice takes the next place, choosing it again frees it."""

    def __init__(self, forms: list[Ordering], keys: tuple[str, ...], language: Language) -> None:
        self.right = tuple(forms[0].items)
        self.placed: list[str] = []
        self._forms = forms
        self._given: tuple[str, ...] = ()
        super().__init__(keys, language)

    def choose(self, number: int) -> None:
        key = self.keys[number]
        if key in self.placed:
            self.placed.remove(key)
        else:
            self.placed.append(key)

    def is_chosen(self, number: int) -> bool:
        return self.keys[number] in self.placed

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, RankingArea):
            self.placed = other.placed
        super().take_over(other)

    def given(self) -> Response | Unready:
        if len(self.placed) == len(self.keys):
            return Picked(tuple(self.placed))
        return Unready(say("Pick them in order", self.language))

    def state(self) -> Line:
        if not self.placed:
            return []
        numbers = [str(self.keys.index(key) + 1) for key in self.placed]
        open_places = " → ·" * (len(self.keys) - len(numbers))
        return [(" → ".join(numbers), "bold $accent"), (open_places, MUTED)]

    def reveal(self, response: Response | None, marked: Marked | None) -> None:
        self._given = response.keys if isinstance(response, Picked) else ()
        self.revealed, self.cursor = True, None
        self.redraw()

    def blocks(self, width: int) -> list[list[Line]]:
        if self.revealed:
            return [self._judged(place, key, width) for place, key in enumerate(self.right)]
        return self.spaced([self._open(number, width) for number in range(self.count)])

    def _open(self, number: int, width: int) -> list[Line]:
        key = self.keys[number]
        mark: Piece = ("○", MUTED)
        place: Line = []
        if key in self.placed:
            mark = ("●", "bold $accent")
            named = say("place {place}", self.language, place=self.placed.index(key) + 1)
            place = [(named, "bold $accent")]
        return self.open_row(number, mark, self._texts(key), width, place, _PLACE_CELLS)

    def _judged(self, place: int, key: str, width: int) -> list[Line]:
        """The items stand in their right order now."""
        mine = self._given.index(key) if key in self._given else None
        if not self._given:
            return self.judged_row(None, place + 1, self._texts(key), [], width)
        verdict = Verdict.CORRECT if mine == place else Verdict.WRONG
        notes: list[Line] = []
        if mine is not None and mine != place:
            label = say("your answer", self.language)
            where = say("place {place}", self.language, place=mine + 1)
            notes = [[(f"{label}\u00a0 ", "bold $wrong"), (where, PLAIN)]]
        return self.judged_row(verdict, place + 1, self._texts(key), notes, width)

    def _texts(self, key: str) -> list[str]:
        return [form.items[key] for form in self._forms]
