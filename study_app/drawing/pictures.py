"""The pictures of the lab as lines of styled pieces, the same for screens and plain lines.

A piece is a text and the name of its style; a front end that has no colors leaves these out, so
every difference has a letter or a shape as well.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from study_app.drawing.pieces import ACCENT, CODE, CURSOR, FAINT, MUTED, PLAIN, Line, on_ground
from study_app.drawing.plots import bar
from study_app.simulator.model.trace import Applied, Basis
from study_app.simulator.playback.frames import Box, Frame, Mark, Meter, Playback, TaskLook
from study_app.words.language import Language
from study_app.words.pages import page_name
from study_app.words.text import Text
from study_app.words.visible import inline, one_line
from study_app.words.width import cut, display_width, ljust
from study_app.words.wording import say

LETTERS: Final = {
    TaskLook.OLD: ("A", PLAIN),
    TaskLook.NEW: ("B", "bold $accent"),
    TaskLook.PENDING: ("b", ACCENT),
    TaskLook.DRAINING: ("d", MUTED),
    TaskLook.OTHER: ("o", MUTED),
    TaskLook.FREE: ("·", FAINT),
}
"""How a task is drawn: the letter says without color what color says."""

CHIPS: Final = {
    TaskLook.OLD: "bold on $raised",
    TaskLook.NEW: "bold $on-accent on $accent",
    TaskLook.PENDING: "bold $accent on $tint",
    TaskLook.DRAINING: "$muted on $panel",
    TaskLook.OTHER: "$muted on $panel",
    TaskLook.FREE: "$muted on $panel",
}
"""The ground of a task that has room for one."""

LEAST_BOX, MOST_BOX = 12, 24
_INSET = 2
MOST_CELL_ROWS = 2
_GAP = 2
_METERS: Final = {"memory": "mem", "failures": "fail", "traffic": "traf"}
_MOST_LABELS = 3


def stage(frame: Frame, width: int, height: int) -> list[Line]:
    """The boxes of `frame`: zone by zone, small ones where these fit, else a line an instance.

    Lines of boxes are at most `width` columns; there may be more than `height` of the last sort.
    Figures come first, whatever their length.
    """
    drawn = (_boxed(boxes, width) for boxes in (frame.boxes, [*map(_small, frame.boxes)]))
    fitting = next((lines for lines in drawn if 0 < len(lines) <= height), None)
    lines = _listed(frame.boxes, width) if fitting is None else fitting
    lines = [_clipped(line, width) for line in lines]
    facts = list(_facts(frame))
    return [*facts, *([[]] if lines and facts else []), *lines]


def wrapped(parts: Iterable[str], width: int, most: int) -> Iterator[Line]:
    """`parts` one after the other, in at most `most` lines of `width` columns."""
    lines = [""]
    for part in parts:
        longer = f"{lines[-1]} · {part}" if lines[-1] else part
        if display_width(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(part)
    if len(lines) > most:
        lines[most - 1 :] = [" · ".join(lines[most - 1 :])]
    yield from ([(cut(line, width), MUTED)] for line in lines)


def legend(playbacks: Sequence[Playback], numbers: Collection[int], language: Language) -> Line:
    """What the letters in the first, these and the last pictures stand for, in all of the cases."""
    boxes: list[Box] = []
    names = dict(LOOKS)
    for playback in playbacks:
        last = len(playback.frames) - 1
        names |= playback.looks
        shown = {0, last, *(min(number, last) for number in numbers)}
        boxes += [box for number in shown for box in playback.frames[number].boxes]
    pieces: Line = []
    for look in TaskLook:
        if any(box.count(look) for box in boxes):
            letter, style = LETTERS[look]
            pieces += [(letter, style), (f" {say(names[look], language)}   ", MUTED)]
    return pieces


LOOKS: Final[Mapping[TaskLook, Text]] = {
    TaskLook.OLD: Text("already there", "이전부터"),
    TaskLook.NEW: Text("new", "새 태스크"),
    TaskLook.PENDING: Text("new, not yet healthy", "새 태스크(아직 정상 아님)"),
    TaskLook.DRAINING: Text("to be stopped", "중지 예정"),
    TaskLook.OTHER: Text("other group", "다른 그룹"),
    TaskLook.FREE: Text("free", "빈자리"),
}
"""What the letters stand for, in words; a kind of case may have its own."""


def prose(text: str) -> Line:
    """One paragraph of ours: what stands in backticks is code."""
    parts = text.split("`")
    return [(part, CODE if number % 2 else PLAIN) for number, part in enumerate(parts)]


def rule(applied: Applied, language: Language) -> list[Line]:
    """One use of a rule: its numbers, what it says, and whether AWS documents it."""
    sign = "=" if applied.rule.basis is Basis.DOCUMENTED else "≈"
    return [
        [(one_line(applied.text(language)), CODE)],
        *([(applied.rule.text(one), PLAIN)] for one in language.read),
        [
            (f"{sign} {basis_of(applied, language)}  ", MUTED),
            (page_name(applied.rule.source), f"{MUTED} underline link={applied.rule.source}"),
        ],
    ]


def basis_of(applied: Applied, language: Language) -> str:
    """Whether AWS documents the rule, in words."""
    documented = applied.rule.basis is Basis.DOCUMENTED
    return say("documented", language) if documented else say("assumed by this model", language)


def dropped(frame: Frame, language: Language) -> Iterator[tuple[str, str]]:
    """Each instance that did not get the task, and why."""
    for line in frame.considered:
        if line.instance is not None and not line.kept:
            yield one_line(line.instance), one_line(line.applied.text(language))


def passed_over(frame: Frame, language: Language) -> Iterator[Line]:
    """The same, in lines."""
    for name, why in dropped(frame, language):
        yield [(f"× {name}  ", PLAIN), (why, MUTED)]


def _boxed(boxes: Sequence[Box], width: int) -> list[Line]:
    """Boxes in columns, one a zone, or as many as fit where there are no zones; [] if none fit."""
    columns = _columns(boxes, width)
    if not columns or len(columns) * (LEAST_BOX + _GAP) - _GAP > width:
        return []
    each = min(MOST_BOX, (width + _GAP) // len(columns) - _GAP)
    drawn = [[line for one in column for line in _box(one, each)] for column in columns]
    zones = [column[0].zone for column in columns]
    head: list[Line] = []
    if any(zones):
        inset = " " * _INSET
        head = [_beside([[(inset + cut(zone, each - _INSET), MUTED)] for zone in zones], each)]
    rows = max(map(len, drawn)) - 1  # nothing follows the last blank row
    filled = [lines + [[]] * (rows - len(lines)) for lines in drawn]
    return head + [_beside([lines[row] for lines in filled], each) for row in range(rows)]


def _small(box: Box) -> Box:
    """`box` with its tasks and nothing else."""
    if not box.holds_tasks:
        return box
    kept = tuple(meter for meter in box.meters if meter.name not in ("cpu", "memory"))
    return replace(box, meters=kept, labels=(), ports=())


def _columns(boxes: Sequence[Box], width: int) -> list[list[Box]]:
    zones = {box.zone for box in boxes}
    if len(zones) > 1:
        by_zone = sorted(boxes, key=lambda box: box.zone)
        return [list(group) for _, group in groupby(by_zone, key=lambda box: box.zone)]
    beside = max(1, (width + _GAP) // (MOST_BOX - 4 + _GAP))
    return [list(boxes[number::beside]) for number in range(min(beside, len(boxes)))]


def _beside(lines: Iterable[Line], each: int) -> Line:
    pieces: Line = []
    for line in lines:
        if pieces:
            pieces.append((" " * _GAP, PLAIN))
        filled = each - _cells_of(line)
        pieces += [*line, (" " * max(0, filled), PLAIN)]
    return pieces


def _box(box: Box, width: int) -> list[Line]:
    """A box on a ground of its own; below it the blank row that parts it from the next."""
    inner = width - _INSET - 1
    edge = (CURSOR, ACCENT) if box.mark is Mark.CHOSEN else (" ", PLAIN)
    name = cut(f"{_MARKS[box.mark]}{one_line(box.id)}", inner)
    rows: list[Line] = [[(name, _NAME_STYLES[box.mark])]]
    if box.holds_tasks:
        rows += _cells(box, inner)
    rows += [_meter(one, inner) for one in box.meters]
    if box.ports:
        listed = " ".join(map(str, box.ports))
        rows.append([(cut(f"port {listed}", inner), MUTED)])
    rows += [[(cut(one_line(label), inner), MUTED)] for label in box.labels[:_MOST_LABELS]]
    if box.status:
        rows.append([(cut(box.status, inner), "bold")])
    indent = (" " * (_INSET - 1), PLAIN)
    return [*(on_ground("$surface", [edge, indent, *row], width) for row in rows), []]


_MARKS: Final = {Mark.CHOSEN: "▸ ", Mark.DROPPED: "× ", None: ""}
_NAME_STYLES: Final = {Mark.CHOSEN: "bold $accent", Mark.DROPPED: MUTED, None: "bold"}


def _cells(box: Box, inner: int) -> list[Line]:
    """The tasks as chips, as letters where these do not fit, and as counts where there are many."""
    looks = [run.look for run in box.runs for _ in range(min(run.count, inner * MOST_CELL_ROWS))]
    total = sum(run.count for run in box.runs)
    if total and 4 * total - 1 <= inner:
        return [_apart([(f" {LETTERS[look][0]} ", CHIPS[look]) for look in looks])]
    letters = [LETTERS[look] for look in looks]
    if 2 * total - 1 <= inner:
        return [_apart(letters)]
    if total <= inner * MOST_CELL_ROWS:
        return [letters[start : start + inner] for start in range(0, total, inner)]
    return [_counted(box)]


def _apart(pieces: Line) -> Line:
    """`pieces` with a space between two."""
    line: Line = []
    for piece in pieces:
        line += [(" ", PLAIN), piece] if line else [piece]
    return line


def _counted(box: Box) -> Line:
    pieces: Line = []
    for run in box.runs:
        letter, style = LETTERS[run.look]
        pieces.append((f"{letter}×{run.count} ", style))
    return pieces


def _meter(meter: Meter, inner: int) -> Line:
    name = _METERS.get(meter.name, meter.name).ljust(3) + " "
    cells = max(3, inner - len(name))
    return [(name, MUTED), *_bar(meter, cells)]


def _bar(meter: Meter, cells: int) -> Line:
    """A thin bar; what is taken beyond the whole is bold."""
    over = meter.used > meter.total
    return bar(
        min(meter.used, meter.total), meter.total, cells, f"bold {ACCENT}" if over else ACCENT
    )


_NAME_CELLS, _ZONE_CELLS = 12, 11
_LEAST_BAR, _MOST_BAR = 3, 8
_LEAST_LETTERS = 10


def _listed(boxes: Sequence[Box], width: int) -> list[Line]:
    """A line an instance, for clusters that are too large for boxes."""
    name_cells = min(_NAME_CELLS, max((display_width(box.id) for box in boxes), default=0))
    zone_cells = min(_ZONE_CELLS, max((display_width(box.zone) for box in boxes), default=0))
    meters = max((len(box.meters) for box in boxes), default=0)
    room = width - name_cells - zone_cells - _LEAST_LETTERS - 5
    bar_cells = min(_MOST_BAR, room // meters - 5) if meters else 0
    lines = []
    for box in boxes:
        edge = ACCENT if box.mark is Mark.CHOSEN else MUTED
        line: Line = [
            (_MARKS[box.mark] or "  ", edge),
            (ljust(cut(one_line(box.id), name_cells), name_cells) + " ", _NAME_STYLES[box.mark]),
            (ljust(cut(box.zone, zone_cells), zone_cells) + " ", MUTED),
        ]
        if bar_cells >= _LEAST_BAR:
            for meter in box.meters:
                line += [*_meter(meter, bar_cells + 4), (" ", PLAIN)]
        if box.status:
            line.append((f"{box.status} ", "bold"))
        line += [(f"{one_line(label)} ", MUTED) for label in box.labels[:1]]
        line += _cells(box, max(1, width - _cells_of(line)))[0]
        lines.append(line)
    return lines


def _cells_of(line: Line) -> int:
    return sum(display_width(text) for text, _ in line)


def _clipped(line: Line, width: int) -> Line:
    """`line` in at most `width` columns."""
    kept: Line = []
    for text, style in line:
        room = width - _cells_of(kept)
        if display_width(text) > room:
            return [*kept, (cut(text, room), style)] if room > 0 else kept
        kept.append((text, style))
    return kept


def _facts(frame: Frame) -> Iterator[Line]:
    width = max(map(display_width, frame.facts), default=0)
    for name, value in frame.facts.items():
        yield [(ljust(one_line(name), width) + "  ", MUTED), (one_line(inline(value)), PLAIN)]
