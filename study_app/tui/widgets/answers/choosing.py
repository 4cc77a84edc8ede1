"""One option, or several, of a list."""

from study_app.drawing.pieces import MUTED, Line, Piece
from study_app.drawing.prose import inline
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Marked
from study_app.learning.answering.responses import Picked, Response
from study_app.learning.material.items import Choice, Choices, Option
from study_app.tui.widgets.answers.area import AnswerArea, Unready
from study_app.tui.widgets.answers.lines import Lines
from study_app.words.language import Language
from study_app.words.wording import say


class ChoosingArea(Lines):
    """One option, or as many as `choices` asks for."""

    def __init__(
        self,
        forms: list[Choice | Choices],
        keys: tuple[str, ...],
        language: Language,
    ) -> None:
        self.options: dict[str, Option] = dict(forms[0].options)
        self.required = forms[0].choose if isinstance(forms[0], Choices) else 1
        self.several = isinstance(forms[0], Choices)
        self.chosen: set[str] = set()
        self._forms = forms
        self._picked: tuple[str, ...] = ()
        super().__init__(keys, language)

    def choose(self, number: int) -> None:
        """Choosing the same option again deselects it."""
        key = self.keys[number]
        if self.several:
            self.chosen ^= {key}
        else:
            self.chosen = set() if key in self.chosen else {key}

    def is_chosen(self, number: int) -> bool:
        return self.keys[number] in self.chosen

    @property
    def enter_picks(self) -> bool:
        complete = self.several and len(self.chosen) == self.required
        return super().enter_picks and not complete

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, ChoosingArea):
            self.chosen = other.chosen
        super().take_over(other)

    def given(self) -> Response | Unready:
        if len(self.chosen) == self.required:
            return Picked(tuple(key for key in self.keys if key in self.chosen))
        if not self.several:
            return Unready(say("Choose one", self.language))
        return Unready(say("Choose {count}", self.language, count=self.required))

    def state(self) -> Line:
        if not self.chosen:
            return []
        mark = "■" if self.several else "●"
        chosen = [number for number in range(self.count) if self.is_chosen(number)]
        return [("   ".join(f"{mark} {number + 1}" for number in chosen), "bold $accent")]

    def reveal(self, response: Response | None, marked: Marked | None) -> None:
        self._picked = response.keys if isinstance(response, Picked) else ()
        self.revealed, self.cursor = True, None
        self.redraw()

    @property
    def right_numbers(self) -> list[int]:
        """The numbers beside the options of the key, once it is revealed."""
        keys = enumerate(self.keys, start=1) if self.revealed else ()
        return [number for number, key in keys if self.options[key].correct]

    def blocks(self, width: int) -> list[list[Line]]:
        draw = self._judged if self.revealed else self._open
        return self.spaced([draw(number, width) for number in range(self.count)])

    def _open(self, number: int, width: int) -> list[Line]:
        shapes = ("□", "■") if self.several else ("○", "●")
        chosen = self.is_chosen(number)
        mark: Piece = (shapes[chosen], "bold $accent" if chosen else MUTED)
        return self.open_row(number, mark, self._texts(number), width)

    def _judged(self, number: int, width: int) -> list[Line]:
        key = self.keys[number]
        right, mine = self.options[key].correct, key in self._picked
        verdict = Verdict.CORRECT if right else Verdict.WRONG if mine else None
        whys = list(dict.fromkeys(form.options[key].why for form in self._forms))
        notes = [inline(why) for why in whys]
        if verdict is not None:
            label = say("your answer" if mine else "the answer", self.language)
            tone = "bold $right" if right else "bold $wrong"
            notes[0] = [(f"{label}\u00a0 ", tone), *notes[0]]
        return self.judged_row(verdict, number + 1, self._texts(number), notes, width)

    def _texts(self, number: int) -> list[str]:
        return [form.options[self.keys[number]].text for form in self._forms]
