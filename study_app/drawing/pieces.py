"""Lines of styled pieces, and how they are laid out. Everything here measures in cells.

A piece is a text and the name of its style: what a Textual style may say (`bold $muted on
$surface`), and `link=ADDRESS` for a link. A front end without colors leaves the styles out, so a
difference in style never says anything alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeAlias

from study_app.words.width import cut, display_width, graphemes

Piece: TypeAlias = tuple[str, str]
Line: TypeAlias = list[Piece]

PLAIN, BOLD, MUTED, FAINT, ACCENT, CODE = "", "bold", "$muted", "$faint", "$accent", "$code"
SURFACE: Final = "$surface"
CURSOR: Final = "▌"
"""The edge of the row under the cursor: it says without color what the ground of the row says."""

_GROUND: Final = re.compile(r"(^| )on ")
_SPACES: Final = re.compile(r"([ \t\n]+)")
"""Where a line may be broken; a no-break space is none of them."""


def cells(line: Iterable[Piece]) -> int:
    """How wide `line` is."""
    return sum(display_width(text) for text, _ in line)


def clipped(line: Iterable[Piece], width: int) -> Line:
    """`line` in at most `width` cells; what is cut off ends in an ellipsis."""
    kept: Line = []
    room = width
    whole = list(line)
    for number, (text, style) in enumerate(whole):
        used = display_width(text)
        more = any(display_width(rest) for rest, _ in whole[number + 1 :])
        if used > room or (used == room and more and room > 0):
            return [*kept, (cut(f"{text} ", room) if used == room else cut(text, room), style)]
        if used:
            kept.append((text, style))
            room -= used
    return kept


def padded(line: Iterable[Piece], width: int) -> Line:
    """`line` in exactly `width` cells."""
    kept = clipped(line, width)
    left = width - cells(kept)
    return [*kept, (" " * left, PLAIN)] if left else kept


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` cells: cut with an ellipsis, or filled with spaces."""
    kept = cut(text, width)
    return kept + " " * (width - display_width(kept))


def spread(width: int, left: Iterable[Piece], right: Iterable[Piece] = ()) -> Line:
    """`left` and `right` at the two ends of a line; the left one gives way."""
    ending = clipped(right, width)
    room = width - cells(ending)
    beginning = clipped(left, max(0, room - 2) if ending else room)
    gap = room - cells(beginning)
    return [*beginning, *([(" " * gap, PLAIN)] if gap else []), *ending]


def on_ground(ground: str, line: Iterable[Piece], width: int) -> Line:
    """`line` on `ground`, filled to `width` cells. A piece with a ground of its own keeps it."""
    return [
        (text, style if _GROUND.search(style) else f"{style} on {ground}".strip())
        for text, style in padded(line, width)
    ]


def raised(lines: Iterable[Iterable[Piece]], width: int) -> list[Line]:
    """`lines`, of at most `width` - 4 cells, on a surface with half a cell of air around it."""
    inner = width - 2
    return [
        [(f"▗{'▄' * inner}▖", SURFACE)],
        *(_between(on_ground(SURFACE, [(" ", PLAIN), *line], inner)) for line in lines),
        [(f"▝{'▀' * inner}▘", SURFACE)],
    ]


def side_by_side(blocks: Sequence[tuple[Sequence[Line], int]], gap: int) -> list[Line]:
    """Blocks of lines next to each other, each in its own width."""
    rows = max((len(lines) for lines, _ in blocks), default=0)
    made: list[Line] = []
    for row in range(rows):
        line: Line = []
        for number, (lines, width) in enumerate(blocks):
            if number:
                line.append((" " * gap, PLAIN))
            line += padded(lines[row] if row < len(lines) else [], width)
        made.append(line)
    return made


def restyled(line: Iterable[Piece], style: str) -> Line:
    """`line` with `style` before each of its own styles, which decide where both say something."""
    return [(text, f"{style} {own}".strip()) for text, own in line]


def wrap(line: Iterable[Piece], width: int) -> list[Line]:
    """`line` in rows of at most `width` cells, broken between words; a longer word is cut up."""
    rows: list[Line] = [[]]
    used = 0
    for space, word in _words(line):
        size, gap = cells(word), len(space[0])
        if rows[-1] and used + gap + size > width:
            rows.append([])
            used = 0
        if rows[-1] and gap:
            rows[-1].append(space)
            used += gap
        if used + size <= width:  # as nearly every word does
            rows[-1] += word
            used += size
            continue
        for text, style in word:
            for part in _parts(text, width, used):
                if used and used + display_width(part) > width:
                    rows.append([])
                    used = 0
                rows[-1].append((part, style))
                used += display_width(part)
    return [joined(row) for row in rows]


def longest_word(line: Iterable[Piece]) -> int:
    """How wide the longest word of `line` is."""
    return max((cells(word) for _, word in _words(line)), default=0)


def hang(mark: Line, line: Iterable[Piece], width: int) -> list[Line]:
    """`line` wrapped beside `mark`, which stands on the first row only."""
    indent = cells(mark)
    rows = wrap(line, max(2, width - indent))
    return [[*(mark if not n else [(" " * indent, PLAIN)]), *row] for n, row in enumerate(rows)]


def text_of(lines: Iterable[Iterable[Piece]]) -> str:
    """What `lines` say, without their styles."""
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


def _between(line: Line) -> Line:
    """`line` between the half cells at the edges of a surface."""
    return [("▐", SURFACE), *line, ("▌", SURFACE)]


def _words(line: Iterable[Piece]) -> Iterator[tuple[Piece, Line]]:
    """Each word with the space before it. A word may go on from one piece to the next."""
    space: Piece = ("", PLAIN)
    word: Line = []
    for text, style in line:
        for part in _SPACES.split(text):
            if _SPACES.fullmatch(part):
                if word:
                    yield space, word
                    space, word = ("", PLAIN), []
                space = (" ", style)
            elif part:
                word.append((part, style))
    if word:
        yield space, word


def _parts(text: str, width: int, used: int) -> Iterator[str]:
    """`text`, cut up where no row of `width` cells holds it; the first part fills its row."""
    if display_width(text) <= width:
        yield text
        return
    part, size, room = "", 0, width - used or width
    for grapheme in graphemes(text):
        step = display_width(grapheme)
        if part and size + step > room:
            yield part
            part, size, room = "", 0, width
        part, size = part + grapheme, size + step
    yield part


def joined(row: Line) -> Line:
    """`row` with neighbors of one style as one piece."""
    merged: Line = []
    for text, style in row:
        if merged and merged[-1][1] == style:
            merged[-1] = (merged[-1][0] + text, style)
        else:
            merged.append((text, style))
    return merged
