"""Texts on the left joined with texts on the right."""

from string import ascii_lowercase
from typing import ClassVar

from textual.binding import BindingType

from study_app.commands.command import Command
from study_app.commands.places.answers import (
    CURSOR_DOWN,
    CURSOR_UP,
    LETTER,
    NEXT_LETTER,
    PREVIOUS_LETTER,
)
from study_app.drawing.pieces import MUTED, PLAIN, Line, Piece
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Marked
from study_app.learning.answering.responses import Paired, Response
from study_app.learning.material.items import Matching
from study_app.tui.bindings import bindings
from study_app.tui.widgets.answers.area import AnswerArea, Unready
from study_app.tui.widgets.answers.lines import Lines
from study_app.words.language import Language
from study_app.words.wording import say


class Joining(Lines):
    """Pairs: each row on the left takes the letter of a text on the right."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(LETTER, NEXT_LETTER, PREVIOUS_LETTER)
    commands: ClassVar[tuple[Command, ...]] = (
        CURSOR_UP,
        CURSOR_DOWN,
        LETTER,
        NEXT_LETTER,
        PREVIOUS_LETTER,
    )

    def __init__(
        self,
        forms: list[Matching],
        left: tuple[str, ...],
        right: tuple[str, ...],
        language: Language,
    ) -> None:
        self.right = right
        self.joined: dict[str, str] = {}
        self._forms = forms
        self._pairs: dict[str, str] | None = None
        super().__init__(left, language)

    def on_mount(self) -> None:
        self.cursor = 0  # a letter needs a row to go to; alone it answers nothing
        self.redraw()

    def action_letter(self, key: str) -> None:
        number = ascii_lowercase.index(key)
        if number < len(self.right):
            self._join(number)
            self.go(min(self._row + 1, self.count - 1))
            self.changed()

    def action_next_letter(self) -> None:
        self._turn(+1)

    def action_previous_letter(self) -> None:
        self._turn(-1)

    @property
    def _row(self) -> int:
        return self.cursor or 0

    def choose(self, number: int) -> None:
        """A number goes to its row; the row is chosen by a letter."""

    def is_chosen(self, number: int) -> bool:
        return self.keys[number] in self.joined

    @property
    def enter_picks(self) -> bool:
        return False

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Joining):
            self.joined = other.joined
        super().take_over(other)

    def given(self) -> Response | Unready:
        if len(self.joined) == len(self.keys):
            return Paired(tuple((key, self.joined[key]) for key in self.keys))
        return Unready(say("Match each number with a letter", self.language))

    def state(self) -> Line:
        if not self.joined:
            return []
        line: Line = []
        for number, key in enumerate(self.keys, start=1):
            letter = self._letter(self.joined[key]) if key in self.joined else "·"
            line.append((f"{number}{letter}", "bold $accent" if key in self.joined else MUTED))
            line.append(("  ", PLAIN))
        return line[:-1]

    def reveal(self, response: Response | None, marked: Marked | None) -> None:
        self._pairs = dict(response.pairs) if isinstance(response, Paired) else {}
        self.revealed, self.cursor = True, None
        self.redraw()

    def blocks(self, width: int) -> list[list[Line]]:
        if self.revealed:
            return [self._judged(number, width) for number in range(self.count)]
        left = self.spaced([self._open(number, width) for number in range(self.count)])
        return [*left, [[], *self._rights(width)]]

    def _open(self, number: int, width: int) -> list[Line]:
        partner = self.joined.get(self.keys[number])
        mark: Piece = ("·", MUTED) if partner is None else (self._letter(partner), "bold $accent")
        return self.open_row(number, mark, self._sides(self.keys[number], 0), width)

    def _rights(self, width: int) -> list[Line]:
        """The texts to join with, each under its letter."""
        taken = set(self.joined.values())
        rows: list[Line] = []
        for key in self.right:
            style = MUTED if key in taken else PLAIN
            head: Line = [("    ", PLAIN), (self._letter(key), style or "bold"), ("  ", PLAIN)]
            texts = self.texts(self._sides(key, 1), width, style)
            rows += [
                [*(head if not n else [(" " * 7, PLAIN)]), *row] for n, row in enumerate(texts)
            ]
        return rows

    def _judged(self, number: int, width: int) -> list[Line]:
        key = self.keys[number]
        mine = (self._pairs or {}).get(key)
        notes: list[Line] = []
        if not self._pairs or mine == key:
            notes = [[(text, "bold")] for text in self._sides(key, 1)]
        else:
            answer = (f"{say('the answer', self.language)}\u00a0 ", "bold $right")
            notes = [[answer, (self._sides(key, 1)[0], PLAIN)]]
            if mine is not None:
                yours = (f"{say('your answer', self.language)}\u00a0 ", "bold $wrong")
                notes.append([yours, (self._sides(mine, 1)[0], PLAIN)])
        verdict = Verdict.CORRECT if mine == key else Verdict.WRONG if self._pairs else None
        return self.judged_row(verdict, number + 1, self._sides(key, 0), notes, width)

    def _turn(self, step: int) -> None:
        partner = self.joined.get(self.keys[self._row])
        now = self.right.index(partner) if partner is not None else (-1 if step > 0 else 0)
        self._join((now + step) % len(self.right))
        self.redraw()
        self.changed()

    def _join(self, number: int) -> None:
        """Join the row under the cursor; the row that had that letter loses it."""
        partner = self.right[number]
        self.joined = {key: other for key, other in self.joined.items() if other != partner}
        self.joined[self.keys[self._row]] = partner

    def _letter(self, key: str) -> str:
        return ascii_lowercase[self.right.index(key)]

    def _sides(self, key: str, side: int) -> list[str]:
        return list(dict.fromkeys(form.pairs[key][side] for form in self._forms))
