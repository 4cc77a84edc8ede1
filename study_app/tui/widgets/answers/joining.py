"""Texts on the left joined with texts on the right."""

from string import ascii_lowercase
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from study_app.commands.answers import CURSOR_DOWN, CURSOR_UP, LETTER, NEXT_LETTER, PREVIOUS_LETTER
from study_app.commands.command import Command
from study_app.learning.items import Matching
from study_app.learning.responses import Paired, Response
from study_app.tui.bindings import bindings
from study_app.tui.widgets.answers.area import AnswerArea, Unready
from study_app.tui.widgets.answers.lines import NOT_RIGHT, RIGHT, Line, Lines
from study_app.words.language import Language
from study_app.words.wording import say


class Joining(Lines):
    """Pairs: each line on the left takes the letter of a text on the right."""

    DEFAULT_CSS = "Joining Line > .gutter { width: 10; } Joining > .gap { height: 1; }"

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
        self._right_texts = [[form.pairs[key][1] for form in forms] for key in right]
        super().__init__(
            left, [Line([form.pairs[key][0] for form in forms]) for key in left], language
        )

    def compose(self) -> ComposeResult:
        yield from self.lines
        yield Static("", classes="gap")
        for letter, texts in zip(ascii_lowercase, self._right_texts, strict=False):
            line = Line(texts)
            line.mark(f"  {letter}", "$muted")
            yield line

    def action_letter(self, key: str) -> None:
        number = ascii_lowercase.index(key)
        if number < len(self.right):
            self._join(number)
            self._go(+1)

    def action_next_letter(self) -> None:
        self._turn(+1)

    def action_previous_letter(self) -> None:
        self._turn(-1)

    def choose(self, number: int) -> None:
        self.draw()

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Joining):
            self.joined = other.joined
        super().take_over(other)

    def sign(self, number: int) -> str:
        partner = self.joined.get(self.keys[number])
        letter = "·" if partner is None else ascii_lowercase[self.right.index(partner)]
        return f"{number + 1} {letter}"

    def given(self) -> Response | Unready:
        left = len(self.keys) - len(self.joined)
        if not left:
            return Paired(tuple((key, self.joined[key]) for key in self.keys))
        return Unready(
            say("Give every line a letter of its own: {left} left.", self.language, left=left)
        )

    def reveal(self, response: Response | None) -> None:
        given = dict(response.pairs) if isinstance(response, Paired) else {}
        self.revealed = True
        for key, line in zip(self.keys, self.lines, strict=True):
            fits = given.get(key) == key
            letter = ascii_lowercase[self.right.index(key)]
            mine = given.get(key)
            was = "" if fits or mine is None else f"{ascii_lowercase[self.right.index(mine)]}→"
            line.remove_class("-cursor")
            line.set_class(fits, "-right")
            line.set_class(not fits, "-not-right")
            line.mark(
                f"{RIGHT if fits else NOT_RIGHT} {was}{letter}", "$success" if fits else "$error"
            )

    def _turn(self, step: int) -> None:
        partner = self.joined.get(self.keys[self.cursor])
        now = self.right.index(partner) if partner is not None else (-1 if step > 0 else 0)
        self._join((now + step) % len(self.right))
        self.draw()

    def _join(self, number: int) -> None:
        """Join the line under the cursor; whoever had that letter loses it."""
        partner = self.right[number]
        self.joined = {key: other for key, other in self.joined.items() if other != partner}
        self.joined[self.keys[self.cursor]] = partner
