"""A curve in braille, over the interval of its estimate."""

from collections.abc import Sequence
from typing import Final

from study_app.drawing.pieces import ACCENT, MUTED, PLAIN, Line, Piece, joined
from study_app.drawing.plots import EIGHTHS

_DOTS: Final = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
Band = tuple[Sequence[float], Sequence[float]]
"""The lower and the upper ends of an interval, each as many as the curve has values."""


def curve(
    values: Sequence[float],
    width: int,
    height: int,
    *,
    scale: tuple[float, float],
    band: Band | None = None,
    goal: float | None = None,
    ground: str = "$surface",
) -> list[Line]:
    """`height` rows of `width` cells: the curve, its band as a tinted ground, the goal dotted.

    Values outside of `scale` are drawn at its edge.
    """
    dots = _dots(values, width, height, scale)
    goal_row = None if goal is None else row_of(goal, height, scale)
    rows: list[Line] = []
    for row in range(height):
        line: Line = []
        for column in range(width):
            shape, ink, tinted = " ", PLAIN, False
            if band is not None:
                low = _eighths(_sample(band[0], column, width), height, scale)
                high = _eighths(_sample(band[1], column, width), height, scale)
                shape, ink, tinted = _band_cell(high - row * 8, low - row * 8, ground)
            mark = dots[row][column]
            if mark:
                line.append(_over(chr(0x2800 + mark), f"bold {ACCENT}", tinted))
            elif row == goal_row:
                line.append(_over("┈", MUTED, tinted and shape != "▁"))
            else:
                line.append((shape, ink))
        rows.append(joined(line))
    return rows


def row_of(value: float, height: int, scale: tuple[float, float]) -> int:
    """The row of a plot that `value` falls on, for its label."""
    return _dot_row(value, height, scale) // 4


def _dots(
    values: Sequence[float], width: int, height: int, scale: tuple[float, float]
) -> list[list[int]]:
    grid = [[0] * width for _ in range(height)]
    before: int | None = None
    for x in range(width * 2):
        y = _dot_row(_sample(values, x, width * 2), height, scale)
        first, last = (y, y) if before is None else (min(before, y), max(before, y))
        for dot in range(first, last + 1):
            if dot == y or last - first > 1:
                grid[dot // 4][x // 2] |= _DOTS[dot % 4][x % 2]
        before = y
    return grid


def _dot_row(value: float, height: int, scale: tuple[float, float]) -> int:
    low, high = scale
    down = height * 4
    return max(0, min(down - 1, round((high - value) / (high - low) * (down - 1))))


def _eighths(value: float, height: int, scale: tuple[float, float]) -> int:
    """How many eighths of a row lie between the top of the plot and `value`."""
    low, high = scale
    return max(0, min(height * 8, round((high - value) / (high - low) * height * 8)))


def _sample(series: Sequence[float], x: int, span: int) -> float:
    """The value of `series` at place `x` of `span`, between its neighbors in proportion."""
    if len(series) == 1:
        return series[0]
    place = x / max(1, span - 1) * (len(series) - 1)
    left = min(int(place), len(series) - 2)
    return series[left] + (series[left + 1] - series[left]) * (place - left)


def _band_cell(top: int, bottom: int, ground: str) -> tuple[str, str, bool]:
    """Shape and style of a cell that the band covers from `top` to `bottom`, in eighths from its
    upper edge, and whether it covers the cell's middle."""
    top, bottom = max(0, min(8, top)), max(0, min(8, bottom))
    if top == bottom:
        return " ", PLAIN, False
    if top == 0 and bottom == 8:
        return " ", "on $tint", True
    if bottom == 8:
        return EIGHTHS[8 - top], "$tint", top <= 4
    return EIGHTHS[8 - bottom], f"{ground} on $tint", bottom >= 4


def _over(shape: str, ink: str, tinted: bool) -> Piece:
    return (shape, f"{ink} on $tint" if tinted else ink)
