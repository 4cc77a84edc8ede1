"""The curves of the lab: one value a frame, drawn in blocks."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import Final

from study_app.drawing.pieces import ACCENT, MUTED, Line
from study_app.simulator.playback.frames import Playback, Series
from study_app.words.language import Language
from study_app.words.width import display_width, ljust
from study_app.words.wording import say

BARS: Final = "▁▂▃▄▅▆▇█"
_MOST_COLUMNS = 4


def charts(
    playback: Playback, at: int, width: int, language: Language, height: int = 1
) -> list[Line]:
    """Each curve up to frame `at`; what is still to come stays empty."""
    names = [_curve_name(series, language) for series in playback.series]
    name_width = max(map(display_width, names), default=0)
    values = [_number(series.values[at]) for series in playback.series]
    value_width = max(map(len, values), default=0)
    shared = [one for one in playback.series if not one.own_scale]
    shared_most = max((value for one in shared for value in one.values), default=0)
    lines: list[Line] = []
    for series, name, now in zip(playback.series, names, values, strict=True):
        if lines and height > 1:
            lines.append([])
        most = (max(series.values) if series.own_scale else shared_most) or 1
        room = width - name_width - value_width - 3
        for row, bar in enumerate(_curve(series.values, at, most, room, height)):
            last = row == height - 1
            label = ljust(name if last else "", name_width)
            value = (now if last else "").rjust(value_width)
            lines.append([(f"{label} ", MUTED), (f"{value}  ", "bold"), (bar, ACCENT)])
    return lines


CURVES: Final = (
    *("old", "new", "instances", "load", "capacity", "metric", "tasks", "wanted"),
    *("failures", "blue %", "green %", "draining", "elsewhere"),
)
"""The curves that have a name of ours; others are named as the learner named them."""


def _curve_name(series: Series, language: Language) -> str:
    if series.words is not None:
        return say(series.words, language)
    return say(series.name, language) if series.name in CURVES else series.name


def _curve(
    values: Sequence[Fraction | int], at: int, most: Fraction | int, width: int, height: int
) -> list[str]:
    """The rows of a curve from top to bottom, up to `at`; of a long one the last part."""
    step = max(1, min(_MOST_COLUMNS, width // max(1, len(values))))
    columns = max(1, width // step)
    first = max(0, at + 1 - columns)
    levels = [_level(value, most, height) for value in values[first : at + 1]]
    rows = []
    for row in range(height - 1, -1, -1):
        shapes = [_shape(level - row * len(BARS), lowest=row == 0) for level in levels]
        rows.append("".join(shape * step for shape in shapes))
    return rows


def _level(value: Fraction | int, most: Fraction | int, height: int) -> int:
    return ceil(Fraction(value) * height * len(BARS) / most) if value else 0


def _shape(level: int, *, lowest: bool) -> str:
    if level <= 0:
        return "▁" if lowest else " "
    return BARS[min(level, len(BARS)) - 1]


def _number(value: Fraction | int) -> str:
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(int(exact))
    return f"{float(exact):.1f}"
