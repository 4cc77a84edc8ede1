"""Rows of choices on a surface: each row is a name and values, one of which is picked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.events import Click

from study_app.drawing.pieces import ACCENT, BOLD, MUTED, PLAIN, Line, cells, fitted
from study_app.tui.measure import TALL
from study_app.tui.widgets.drawing import Draw, Panel
from study_app.tui.widgets.rows import under_cursor

HEAD = 2
"""Lines above the first row: a title, and a blank one."""

_GAPS = (3, 2, 1)


@dataclass(frozen=True, slots=True)
class PickerOption:
    """One value: its name, a figure beside it, and whether it is picked."""

    name: str
    figure: str = ""
    picked: bool = False


class RowPanel(Panel):
    """A panel whose rows can be clicked; `clicked` is told the row and the column."""

    def __init__(self, draw: Draw, clicked: Callable[[int, int], object], id: str) -> None:  # noqa: A002 - Textual's own
        super().__init__(draw, id)
        self._clicked = clicked

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        row, beside = divmod(offset.y - HEAD, row_height(airy=self.app.size.height >= TALL))
        if offset.y >= HEAD and not beside:
            self._clicked(row, offset.x)


def row_height(*, airy: bool) -> int:
    """Lines from one row to the next."""
    return 2 if airy else 1


def spaced(rows: Sequence[Line], *, airy: bool) -> list[Line]:
    """`rows` below each other, with blank lines between where there is room."""
    if not airy:
        return list(rows)
    return [
        line for number, row in enumerate(rows) for line in ([row] if not number else [[], row])
    ]


def choices_row(
    name: str, name_cells: int, choices: Sequence[PickerOption], width: int, *, here: bool
) -> Line:
    """The values of a row beside each other, as far apart as fits."""
    line: Line = [(fitted(name, name_cells), BOLD if here else MUTED)]
    gap = _gap(choices, width - 1 - name_cells)
    for number, choice in enumerate(choices):
        line += [(" " * gap, PLAIN)] if number else []
        line += _choice(choice)
    return under_cursor(line, width, here=here)


def choice_at(
    choices: Sequence[PickerOption], name_cells: int, width: int, column: int
) -> int | None:
    """Which of the values that `choices_row` drew stands at `column`."""
    gap = _gap(choices, width - 1 - name_cells)
    place = 1 + name_cells
    for number, choice in enumerate(choices):
        size = cells(_choice(choice))
        if place <= column < place + size:
            return number
        place += size + gap
    return None


def _choice(choice: PickerOption) -> Line:
    figure: Line = [(f" {choice.figure}", MUTED)] if choice.figure else []
    if choice.picked:
        return [("● ", ACCENT), (choice.name, BOLD), *figure]
    return [("○ ", MUTED), (choice.name, MUTED), *figure]


def _gap(choices: Sequence[PickerOption], room: int) -> int:
    size = sum(cells(_choice(choice)) for choice in choices)
    return next((gap for gap in _GAPS if size + gap * (len(choices) - 1) <= room), 1)
