"""Content and answers on their way into widgets: made visible, and never read as markup."""

import re
from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content, Span

from study_app.words.visible import one_line, visible

_INLINE: Final = re.compile(r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*")


def inline(markdown: str, style: str = "") -> Content:
    """One paragraph of our Markdown: `code` and **strong** are styled, line ends become spaces."""
    text, spans = "", []
    for piece, piece_style in _pieces(" ".join(visible(markdown).split())):
        if piece_style:
            spans.append(Span(len(text), len(text) + len(piece), piece_style))
        text += piece
    return Content(text, spans).stylize_before(style) if style else Content(text, spans)


def plain(text: str, style: str = "") -> Content:
    """`text` as it stands, in one style."""
    return Content.styled(visible(text), style)


def fitted(text: str, cells: int) -> str:
    """`text` in exactly `cells` columns: cut with an ellipsis, or filled with spaces."""
    text = one_line(text)
    if cell_len(text) > cells:
        text = set_cell_size(text, cells - 1).rstrip() + "…"
    return text + " " * (cells - cell_len(text))


def bar(done: int, total: int, cells: int) -> Content:
    """A progress bar whose shape says it without colour."""
    full = round(cells * done / total) if total else 0
    full = max(full, 1) if done else 0
    full = min(full, cells - 1) if done < total else full
    return Content.assemble(("█" * full, "$accent"), ("░" * (cells - full), "$line"))


def _pieces(markdown: str) -> Iterator[tuple[str, str]]:
    end = 0
    for found in _INLINE.finditer(markdown):
        yield markdown[end : found.start()], ""
        yield (found["code"], "$accent") if found["code"] else (found["strong"], "bold")
        end = found.end()
    yield markdown[end:], ""
