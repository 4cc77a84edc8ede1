"""Content and answers on their way into widgets: made visible, and never read as markup."""

from collections.abc import Iterable

from textual.content import Content, Span
from textual.style import Style

from study_app.drawing.pieces import Piece
from study_app.words.visible import visible

_LINK = "link="


def plain(text: str, style: str = "") -> Content:
    """`text` as it stands, in one style."""
    return Content.styled(visible(text), style)


def row(line: Iterable[Piece]) -> Content:
    """One line of styled pieces. A style that names a link makes it one (OSC 8)."""
    texts: list[str] = []
    spans: list[Span] = []
    end = 0
    for piece, style in line:
        text = visible(piece).replace("\n", " ")
        start, end = end, end + len(text)
        texts.append(text)
        words = style.split()
        looks = " ".join(word for word in words if not word.startswith(_LINK))
        if looks:
            spans.append(Span(start, end, looks))
        spans += [
            Span(start, end, Style(link=word.removeprefix(_LINK)))
            for word in words
            if word.startswith(_LINK)
        ]
    return Content("".join(texts), spans)


def content(lines: Iterable[Iterable[Piece]]) -> Content:
    """`lines` as they stand, one below the other."""
    return Content("\n").join(row(line) for line in lines)
