"""Content Markdown as lines of styled pieces: paragraphs, lists, tables and fenced code.

Other Markdown in a learner's own content (headings, quotes, links, emphasis) is drawn as well. HTML
is text like any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias, assert_never

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from study_app.drawing.code import highlighted
from study_app.drawing.pieces import (
    BOLD,
    CODE,
    FAINT,
    MUTED,
    PLAIN,
    Line,
    cells,
    clipped,
    hang,
    longest_word,
    raised,
    restyled,
    side_by_side,
    wrap,
)
from study_app.words.visible import visible

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_GAPS = (3, 2)
"""Cells between two columns of a table, where there is room for them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text on one line, its Markdown inside of it as it was written."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each of its marks stands before the blocks of one item."""

    marks: tuple[str, ...]
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells by row, the heads first; a cell is the Markdown of one paragraph."""

    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Code:
    """Fenced code. Of `json bucket policy` the first word is its language, the rest its name."""

    language: str
    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks that are set in."""

    blocks: tuple["Block", ...]


Block: TypeAlias = Paragraph | ListBlock | Table | Code | Quote


@lru_cache(maxsize=256)
def blocks(markdown: str) -> tuple[Block, ...]:
    """`markdown` cut into blocks, its control characters made visible."""
    return tuple(_blocks(SyntaxTreeNode(_MARKDOWN.parse(visible(markdown)))))


def inline(markdown: str, style: str = PLAIN) -> Line:
    """The text of one paragraph: `code`, **strong**, *emphasis* and links are styled."""
    line: Line = []
    styles: list[str] = []
    for token in _MARKDOWN.parseInline(visible(markdown))[0].children or []:
        base = " ".join((style, *styles)).strip()
        match token.type:
            case "text" | "text_special" | "html_inline":
                if token.content:
                    line.append((token.content, base))
            case "code_inline":
                line.append((token.content, f"{base} {CODE}".strip()))
            case "softbreak" | "hardbreak":
                line.append((" ", base))
            case "image":
                line.append((token.content, base))
            case "strong_open":
                styles.append(BOLD)
            case "em_open":
                styles.append("italic")
            case "link_open":
                styles.append(f"underline link={token.attrs.get('href', '')}")
            case "strong_close" | "em_close" | "link_close":
                styles.pop()
            case _:  # nothing else is enabled
                line.append((token.content, base))
    return line


def prose(markdown: str, width: int, style: str = PLAIN) -> list[Line]:
    """`markdown` in rows of at most `width` cells."""
    return drawn(blocks(markdown), width, style)


def drawn(parts: Sequence[Block], width: int, style: str = PLAIN) -> list[Line]:
    """`parts` below each other, a blank row between two; code brings half a row of its own."""
    rows: list[Line] = []
    before: Block | None = None
    for part in parts:
        if before is not None and not isinstance(before, Code) and not isinstance(part, Code):
            rows.append([])
        rows += _draw(part, width, style)
        before = part
    return rows


def code_rows(code: Code, width: int) -> list[Line]:
    """Fenced code below its name: never wrapped, cut with a sign."""
    head = [clipped([(code.name, MUTED)], width)] if code.name else []
    return [*head, *(clipped(highlighted(line, code.language), width) for line in code.lines)]


def exhibit(code: Code, width: int) -> list[Line]:
    """Fenced code on a ground of its own, with half a row of air above and below."""
    return raised(code_rows(code, width - 4), width)


def _draw(part: Block, width: int, style: str) -> list[Line]:
    match part:
        case Paragraph(text, bold):
            return wrap(inline(text, f"bold {style}".strip() if bold else style), width)
        case ListBlock(marks, items):
            size = max(map(len, marks))
            return [
                row
                for mark, item in zip(marks, items, strict=True)
                for row in _item(mark.ljust(size + 2), item, width, style)
            ]
        case Table(rows):
            return _table(rows, width, style)
        case Code():
            return exhibit(part, width)
        case Quote(parts):
            return [[("  ", PLAIN), *row] for row in drawn(parts, width - 2, style or MUTED)]
        case _:
            assert_never(part)


def _item(mark: str, item: tuple[Block, ...], width: int, style: str) -> Iterator[Line]:
    first, *rest = item or (Paragraph(""),)
    head: Line = [(mark, FAINT)]
    if isinstance(first, Paragraph):
        yield from hang(head, inline(first.text, style), width)
    else:
        rest = [first, *rest]
    for part in rest:
        for row in _draw(part, width - len(mark), style):
            yield [(" " * len(mark), PLAIN), *row]


def _table(rows: tuple[tuple[str, ...], ...], width: int, style: str) -> list[Line]:
    """Columns as wide as their cells, or narrower; row by row where words would have to break."""
    lines = [[inline(cell, style) for cell in row] for row in rows]
    count = max(map(len, lines))
    columns = [[row[n] for row in lines if n < len(row)] for n in range(count)]
    wanted = [max(map(cells, column)) for column in columns]
    least = [max(longest_word(cell) for cell in column) for column in columns]
    for gap in _GAPS:
        room = width - gap * (count - 1)
        if sum(least) <= room:
            return _columns(lines, _shared(wanted, least, room), gap, broken=sum(wanted) > room)
    return _stacked(lines, width)


def _columns(lines: list[list[Line]], widths: list[int], gap: int, *, broken: bool) -> list[Line]:
    """`broken`: a blank row shows where one row of the table ends."""
    made: list[Line] = []
    for number, row in enumerate(lines):
        if broken and number > 1:
            made.append([])
        line = row if number else [restyled(cell, MUTED) for cell in row]
        blocks_of = [(wrap(cell, size), size) for cell, size in zip(line, widths, strict=False)]
        made += side_by_side(blocks_of, gap)
    return made


def _stacked(lines: list[list[Line]], width: int) -> list[Line]:
    """Each row as a paragraph: its first cell, then every other below under its head."""
    heads, *rows = lines
    made: list[Line] = []
    for number, (first, *others) in enumerate(rows):
        if number:
            made.append([])
        made += wrap(restyled(first, BOLD), width)
        for head, cell in zip(heads[1:], others, strict=False):
            made += hang([("  ", PLAIN)], [*restyled(head, MUTED), ("  ", PLAIN), *cell], width)
    return made


def _shared(wanted: list[int], least: list[int], room: int) -> list[int]:
    """Widths of columns: what each wants, where need be less, but never less than a word."""
    widths = list(wanted)
    while sum(widths) > room:
        spare = [width - word for width, word in zip(widths, least, strict=True)]
        widest = max(range(len(widths)), key=lambda n: (spare[n] > 0, widths[n]))
        widths[widest] -= 1
    return widths


def _blocks(root: SyntaxTreeNode) -> Iterator[Block]:
    for node in root.children:
        match node.type:
            case "paragraph":
                yield Paragraph(_raw(node))
            case "heading":
                yield Paragraph(_raw(node), bold=True)
            case "bullet_list":
                yield ListBlock(("•",) * len(node.children), _items(node))
            case "ordered_list":
                first = int(node.attrs.get("start", 1))
                marks = tuple(f"{first + n}." for n in range(len(node.children)))
                yield ListBlock(tuple(mark.rjust(len(marks[-1])) for mark in marks), _items(node))
            case "fence" | "code_block":
                language, _, name = node.info.strip().partition(" ")
                yield Code(language, name.strip(), tuple(node.content.rstrip("\n").split("\n")))
            case "table":
                yield Table(
                    tuple(
                        tuple(_raw(cell) for cell in row.children)
                        for part in node.children
                        for row in part.children
                    )
                )
            case "blockquote":
                yield Quote(tuple(_blocks(node)))
            case _:
                yield Paragraph(node.content)


def _items(node: SyntaxTreeNode) -> tuple[tuple[Block, ...], ...]:
    return tuple(tuple(_blocks(item)) for item in node.children)


_LINE_ENDS = re.compile(r"\s*\n\s*")


def _raw(node: SyntaxTreeNode) -> str:
    return _LINE_ENDS.sub(" ", node.children[0].content) if node.children else ""
