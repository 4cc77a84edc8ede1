"""Numbered rows: what choosing, ordering and matching have in common."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from study_app.commands.command import Command
from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP, NUMBER, TOGGLE
from study_app.drawing.pieces import (
    CURSOR,
    MUTED,
    PLAIN,
    Line,
    Piece,
    on_ground,
    restyled,
    spread,
    wrap,
)
from study_app.grading.verdict import Verdict
from study_app.tui.bindings import bindings
from study_app.tui.measure import PANEL_CELLS, TALL
from study_app.tui.widgets.answers.area import AnswerArea
from study_app.tui.widgets.rows import Rows
from study_app.words.language import Language

_TEXT_AT, _AIR = 7, 2
"""Cells before the text of a row, and after it."""


class Lines(Rows, AnswerArea, can_focus=True):
    """Rows to choose from. Nothing is chosen and there is no cursor until the learner acts."""

    DEFAULT_CSS = f"Lines {{ max-width: {PANEL_CELLS}; }}"
    BINDINGS: ClassVar[list[BindingType]] = bindings(CURSOR_UP, CURSOR_DOWN, NUMBER, TOGGLE)
    commands: ClassVar[tuple[Command, ...]] = (CURSOR_UP, CURSOR_DOWN, NUMBER, TOGGLE)

    def __init__(self, keys: tuple[str, ...], language: Language) -> None:
        super().__init__()
        self.keys = keys
        self.language = language
        self.revealed = False

    @property
    def count(self) -> int:
        return len(self.keys)

    def choose(self, number: int) -> None:
        """The learner chose row `number`, counted from 0, or chose it again."""
        raise NotImplementedError

    def is_chosen(self, number: int) -> bool:
        """Whether row `number` is chosen."""
        raise NotImplementedError

    @property
    def enter_picks(self) -> bool:
        return self.cursor is not None and not self.is_chosen(self.cursor)

    def enter(self) -> bool:
        if self.cursor is None or not self.enter_picks:
            return False
        self.pick(self.cursor)
        return True

    def pick(self, number: int) -> None:
        """Choose row `number` and put the cursor there."""
        self.choose(number)
        self.go(number)
        self.changed()

    async def clicked(self, number: int) -> None:
        if not self.revealed:
            self.pick(number)

    def action_up(self) -> None:
        self.move(-1)
        self.changed()

    def action_down(self) -> None:
        self.move(+1)
        self.changed()

    def action_number(self, key: str) -> None:
        number = int(key) - 1
        if number < self.count:
            self.pick(number)

    def action_toggle_choice(self) -> None:
        if self.cursor is None:
            self.action_down()
        else:
            self.pick(self.cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.revealed

    def take_focus(self) -> None:
        self.focus(scroll_visible=False)

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Lines):
            self.cursor = other.cursor
            self.redraw()
            self.changed()

    @property
    def airy(self) -> bool:
        """Whether there is room for a blank row between two."""
        return self.revealed or self.app.size.height >= TALL

    def spaced(self, blocks: list[list[Line]]) -> list[list[Line]]:
        """`blocks` with a blank row between two where there is room."""
        if not self.airy:
            return blocks
        return [[*block, []] for block in blocks[:-1]] + blocks[-1:]

    def open_row(
        self,
        number: int,
        mark: Piece,
        texts: list[str],
        width: int,
        ending: Sequence[Piece] = (),
        ending_cells: int = 0,
        look: str = PLAIN,
    ) -> list[Line]:
        """A row before it is judged: its mark, its number and its texts, the first one leading.

        `ending` stands at its right, in the `ending_cells` that its text leaves free; `look` is the
        style of a text that is not chosen.
        """
        here, chosen = number == self.cursor, self.is_chosen(number)
        edge: Piece = (CURSOR, "$accent") if here else (" ", PLAIN)
        style = "bold $accent" if chosen else MUTED
        head: Line = [edge, (" ", PLAIN), mark, (f" {number + 1}  ", style)]
        rows = self.texts(texts, width - ending_cells, "bold" if chosen else look)
        lines = [
            [*(head if not n else [edge, (" " * (_TEXT_AT - 1), PLAIN)]), *row]
            for n, row in enumerate(rows)
        ]
        if ending:
            lines[0] = [*spread(width - _AIR, lines[0], ending), (" " * _AIR, PLAIN)]
        return [on_ground("$raised", line, width) for line in lines] if here else lines

    def judged_row(
        self,
        verdict: Verdict | None,
        number: int | str,
        texts: list[str],
        notes: list[Line],
        width: int,
    ) -> list[Line]:
        """A judged row; None: neither right nor chosen, and without a mark."""
        tone = (
            {Verdict.CORRECT: "$right", Verdict.WRONG: "$wrong"}.get(verdict) if verdict else None
        )
        mark = verdict.sign if verdict else " "
        style = f"bold {tone}" if tone else MUTED
        head: Line = [("  ", PLAIN), (mark, style), (f" {number}  ", style)]
        rows = self.texts(texts, width, PLAIN if tone else MUTED)
        room = width - _TEXT_AT - _AIR
        for note in notes:
            rows += wrap(note if tone else restyled(note, MUTED), room)
        lines = [
            [*(head if not n else [(" " * _TEXT_AT, PLAIN)]), *row] for n, row in enumerate(rows)
        ]
        return [on_ground(f"{tone}-ground", line, width) for line in lines] if tone else lines

    def texts(self, texts: list[str], width: int, style: str) -> list[Line]:
        """`texts` wrapped; those after the first are the same in another language."""
        first, *others = list(dict.fromkeys(texts))
        room = max(10, width - _TEXT_AT - _AIR)
        rows = wrap([(first, style)], room)
        for other in others:
            rows += wrap([(other, MUTED)], room)
        return rows
