"""Bars, intervals, columns, large figures and trails as lines of styled pieces.

Each is read without color: heavy is done and light is open, a dot is the estimate, a verdict has a
dash of its own.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Final

from study_app.drawing.pieces import ACCENT, BOLD, MUTED, PLAIN, Line, Piece, joined

REST: Final = "$line"
EIGHTHS: Final = " ▁▂▃▄▅▆▇█"

_FIGURES: Final = {
    "0": ("█▀█", "█ █", "█▄█"),
    "1": ("▀█ ", " █ ", "▄█▄"),
    "2": ("▀▀█", "█▀▀", "█▄▄"),
    "3": ("▀▀█", " ▀█", "▄▄█"),
    "4": ("█ █", "▀▀█", "  █"),
    "5": ("█▀▀", "▀▀█", "▄▄█"),
    "6": ("█▀▀", "█▀█", "█▄█"),
    "7": ("▀▀█", "  █", "  █"),
    "8": ("█▀█", "█▀█", "█▄█"),
    "9": ("█▀█", "▀▀█", "▄▄█"),
    ":": ("▄", "▄", " "),
}


def bar(part: float, whole: float, width: int, style: str = ACCENT) -> Line:
    """`part` of `whole` in `width` cells, in half cells; a little is seen, and not all is not all.

    Figures stand beside it: the bar alone says them to nobody.
    """
    share = part / whole if whole else 0.0
    halves = round(share * width * 2)
    if part > 0:
        halves = max(1, halves)
    if part < whole:
        halves = min(halves, width * 2 - 1)
    full, half = divmod(halves, 2)
    done: Line = [("━" * full + "╸" * half, style)] if halves else []
    left = width - full - half
    return [*done, *([("─" * left, REST)] if left else [])]


def whisker(
    low: float,
    middle: float,
    high: float,
    width: int,
    *,
    goal: float | None = None,
    scale: tuple[float, float] = (0, 100),
) -> Line:
    """An estimate on a scale: its interval heavy, a dot for the estimate, a tick for the goal."""
    first, last = scale

    def at(value: float) -> int:
        return max(0, min(width - 1, round((value - first) / (last - first) * (width - 1))))

    shapes: Line = [("─", REST)] * width
    for place in range(at(low), at(high) + 1):
        shapes[place] = ("━", ACCENT)
    if goal is not None:
        inside = at(low) <= at(goal) <= at(high)
        shapes[at(goal)] = ("│", PLAIN if inside else MUTED)
    shapes[at(middle)] = ("●", BOLD)
    return joined(shapes)


def columns(
    values: Sequence[float],
    height: int,
    each: int,
    gap: int,
    *,
    most: float | None = None,
    styles: Sequence[str] = (),
) -> list[Line]:
    """Upright bars in eighths of a row; an empty one keeps a foot on the ground."""
    top = most or max(values, default=1) or 1
    rows: list[Line] = []
    for row in range(height - 1, -1, -1):
        line: Line = []
        for number, value in enumerate(values):
            if number and gap:
                line.append((" " * gap, PLAIN))
            level = round(min(1, value / top) * height * 8)
            inside = max(0, min(8, (max(1, level) if value > 0 else 0) - row * 8))
            if not inside and not row:
                line.append(("▁" * each, REST))
            else:
                style = styles[number] if number < len(styles) else ACCENT
                line.append((EIGHTHS[inside] * each, style))
        rows.append(joined(line))
    return rows


def big(text: str, style: str = PLAIN) -> list[Line]:
    """Digits and `:` as three lines of large figures in half blocks."""
    return [[(" ".join(_FIGURES[one][row] for one in text), style)] for row in range(3)]


LEVELS: Final = "·▁▃▅▇"
_LEVEL_STYLES: Final = ("$faint", "$heat-3", "$heat-3", ACCENT, ACCENT)


def level(value: int, width: int = 2) -> Piece:
    """A gauge of how well something is known, 0 to 4."""
    return (LEVELS[value] * width, _LEVEL_STYLES[value])


class Step(StrEnum):
    """The outcome of a question in a session."""

    RIGHT = "right"
    CLOSE = "close"
    WRONG = "wrong"
    GIVEN = "given"
    """Answered, and not judged yet."""
    NOW = "now"
    SKIPPED = "skipped"
    OPEN = "open"


_DASHES: Final = {
    Step.RIGHT: ("━", "$right"),
    Step.CLOSE: ("┅", "$close"),
    Step.WRONG: ("╍", "$wrong"),
    Step.GIVEN: ("━", ACCENT),
    Step.NOW: ("━", BOLD),
    Step.SKIPPED: ("┄", MUTED),
    Step.OPEN: ("─", REST),
}
_MOST_APART = 30
"""With more questions than that their dashes touch."""


def trail(steps: Sequence[Step], width: int) -> Line:
    """A session in one row: a dash per question, whose shape is the verdict."""
    count = len(steps)
    gap = 1 if count <= _MOST_APART and width >= 2 * count else 0
    room = width - gap * (count - 1)
    line: Line = []
    used = 0
    for number, step in enumerate(steps, start=1):
        shape, style = _DASHES[step]
        end = round(room * number / count)
        line.append((shape * (end - used), style))
        used = end
        if gap and number < count:
            line.append((" ", PLAIN))
    return line
