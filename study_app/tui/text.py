"""Content and answers on their way into widgets: made visible, and never read as markup."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.content import Content, Span
from textual.filter import LineFilter
from textual.style import Style

from study_app.drawing.pieces import Piece
from study_app.words.visible import one_line, visible

_LINK = "link="


class OnlyVisible(LineFilter):
    """The last check of every line on its way to the terminal: no control characters pass.

    Texts are made `visible` where they enter a widget, so that their width is right; text from
    elsewhere, such as the value of an input field, is caught here.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(text.isprintable() and _is_sound(style) for text, style, _ in segments):
            return segments
        return [
            Segment(one_line(text), style if _is_sound(style) else _unlinked(style))
            for text, style, _ in segments
        ]


def _is_sound(style: RichStyle | None) -> bool:
    """Whether the link in `style`, which also reaches the terminal, is safe to print."""
    return style is None or style.link is None or style.link.isprintable()


def _unlinked(style: RichStyle | None) -> RichStyle | None:
    return None if style is None else style.update_link(None)


def plain(text: str, style: str = "") -> Content:
    """`text` unchanged, in one style."""
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
    """`lines` unchanged, one below the other."""
    return Content("\n").join(row(line) for line in lines)
