"""How wide text is on a terminal: a Hangul syllable takes two columns, a combining mark none."""

from wcwidth import iter_graphemes
from wcwidth import width as _columns


def display_width(text: str) -> int:
    """The width of `text` in terminal columns. Characters of ambiguous width count as one."""
    return _columns(text)


def ljust(text: str, width: int) -> str:
    """`text` with spaces behind it to `width` columns; longer text stays whole."""
    return text + " " * (width - display_width(text))


def rjust(text: str, width: int) -> str:
    """`text` with spaces before it to `width` columns; longer text stays whole."""
    return " " * (width - display_width(text)) + text


def cut(text: str, width: int) -> str:
    """`text` in at most `width` columns, its end cut off with an ellipsis where it is longer.

    What a reader takes for one character is kept whole or cut off whole: 👩‍💻 is three code points.
    """
    if display_width(text) <= width:
        return text
    kept, room = "", width - display_width("…")
    if room < 0:
        return ""
    for grapheme in iter_graphemes(text):
        room -= display_width(grapheme)
        if room < 0:
            break
        kept += grapheme
    return kept + "…"
