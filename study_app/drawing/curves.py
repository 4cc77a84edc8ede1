"""The curves of the lab: one value a frame, drawn in blocks."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import Final

from study_app.drawing.pieces import ACCENT, MUTED, PLAIN, Line
from study_app.simulator.playback.frames import Playback, Series
from study_app.words.language import Language
from study_app.words.width import display_width, ljust
from study_app.words.wording import say

BARS: Final = "▁▂▃▄▅▆▇█"
_MOST_COLUMNS, _MOST_APART = 4, 12
"""The most cells of a frame, without an axis and with one."""
_APART = 5
"""From so many cells on the frames of a curve stand apart."""


def charts(
    playback: Playback,
    at: int,
    width: int,
    language: Language,
    height: int = 1,
    *,
    axis: bool = False,
) -> list[Line]:
    """Each curve up to frame `at`; what is still to come stays empty.

    With an `axis` they take the whole width, above the numbers of all frames: it is seen how much
    is still to come.
    """
    names = [curve_name(series, language) for series in playback.series]
    name_width = max(map(display_width, names), default=0)
    values = [figure(series.values[at]) for series in playback.series]
    value_width = max(map(len, values), default=0)
    shared = [one for one in playback.series if not one.own_scale]
    shared_most = max((value for one in shared for value in one.values), default=0)
    lines: list[Line] = []
    room = width - name_width - value_width - 3
    frames = len(playback.frames)
    step = max(1, min(_MOST_APART if axis else _MOST_COLUMNS, room // frames))
    for series, name, now in zip(playback.series, names, values, strict=True):
        if lines and height > 1:
            lines.append([])
        most = (max(series.values) if series.own_scale else shared_most) or 1
        for row, bar in enumerate(_curve(series.values, at, most, room, height, step)):
            last = row == height - 1
            label = ljust(name if last else "", name_width)
            value = (now if last else "").rjust(value_width)
            lines.append([(f"{label} ", MUTED), (f"{value}  ", "bold"), (bar, ACCENT)])
    if axis and lines:
        indent = name_width + value_width + 3
        lines.append([(" " * indent, PLAIN), *_axis(frames, at, room, step)])
    return lines


CURVES: Final = (
    *("old", "new", "instances", "load", "capacity", "metric", "tasks", "wanted"),
    *("failures", "blue %", "green %", "draining", "elsewhere"),
)
"""The curves that have a name of ours; others are named as the learner named them."""


def curve_name(series: Series, language: Language) -> str:
    """What a curve is of, in the words of its kind or ours."""
    if series.words is not None:
        return say(series.words, language)
    return say(series.name, language) if series.name in CURVES else series.name


def _curve(
    values: Sequence[Fraction | int],
    at: int,
    most: Fraction | int,
    width: int,
    height: int,
    step: int,
) -> list[str]:
    """The rows of a curve from top to bottom, up to `at`; of a long one the last part."""
    first = _first(at, width, step)
    levels = [_level(value, most, height) for value in values[first : at + 1]]
    rows = []
    for row in range(height - 1, -1, -1):
        shapes = [_shape(level - row * len(BARS), lowest=row == 0) for level in levels]
        gap = " " if step >= _APART else ""
        rows.append("".join(shape * (step - len(gap)) + gap for shape in shapes))
    return rows


def _first(at: int, width: int, step: int) -> int:
    """The first frame that is drawn, so that the one at `at` is."""
    return max(0, at + 1 - max(1, width // step))


def _axis(frames: int, at: int, width: int, step: int) -> Line:
    """The numbers of the frames, each where its column begins; the one at `at` is pointed at."""
    first = _first(at, width, step)
    last = min(frames, first + max(1, width // step)) - 1
    cells = len(str(last)) + 3
    every = -(-cells // step)
    now = f"▸{at}"
    begin = (at - first) * step
    begin = max(0, min(begin, width - len(now)))
    row = [" "] * width
    for number in range(first, last + 1):
        place, text = (number - first) * step, str(number)
        near = begin - 1 - len(text) < place < begin + len(now) + 1
        if number % every == 0 and not near and place + len(text) <= width:
            row[place : place + len(text)] = text
    text = "".join(row)
    after = text[begin + len(now) :].rstrip()
    return [(text[:begin], MUTED), (now, "bold"), (after, MUTED)]


def _level(value: Fraction | int, most: Fraction | int, height: int) -> int:
    return ceil(Fraction(value) * height * len(BARS) / most) if value else 0


def _shape(level: int, *, lowest: bool) -> str:
    if level <= 0:
        return "▁" if lowest else " "
    return BARS[min(level, len(BARS)) - 1]


def figure(value: Fraction | int) -> str:
    """A value of a curve: whole where it is, else with one decimal."""
    exact = Fraction(value)
    if exact.denominator == 1:
        return str(int(exact))
    return f"{float(exact):.1f}"
