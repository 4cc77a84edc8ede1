"""How wide text is on a terminal: a Hangul syllable takes two columns, a combining mark none.

Most of what is shown is Latin, Hangul, lines and blocks; that is measured here. For all else
`wcwidth` is asked, whose tables take longer to import than home takes to draw.
"""

import re
from collections.abc import Iterable

_NARROW = r"\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u2199\u2500-\u25fc\u2800-\u28ff"
_PLAIN = re.compile(rf"[{_NARROW}\uac00-\ud7a3]*")
_WIDE = re.compile("[\uac00-\ud7a3]")


def display_width(text: str) -> int:
    """The width of `text` in terminal columns. Characters of ambiguous width count as one."""
    if text.isascii() and text.isprintable():
        return len(text)
    if _PLAIN.fullmatch(text):
        return len(text) + len(_WIDE.findall(text))
    from wcwidth import width

    return width(text)


def ljust(text: str, width: int) -> str:
    """`text` with spaces behind it to `width` columns; longer text stays whole."""
    return text + " " * (width - display_width(text))


def rjust(text: str, width: int) -> str:
    """`text` with spaces before it to `width` columns; longer text stays whole."""
    return " " * (width - display_width(text)) + text


def graphemes(text: str) -> Iterable[str]:
    """What a reader takes for one character each: 👩‍💻 is three code points."""
    if _PLAIN.fullmatch(text):
        return text
    from wcwidth import iter_graphemes

    return iter_graphemes(text)


def cut(text: str, width: int) -> str:
    """`text` in at most `width` columns, its end cut off with an ellipsis where it is longer.

    What a reader takes for one character is kept whole or cut off whole.
    """
    if display_width(text) <= width:
        return text
    kept, room = "", width - display_width("…")
    if room < 0:
        return ""
    for grapheme in graphemes(text):
        room -= display_width(grapheme)
        if room < 0:
            break
        kept += grapheme
    return kept + "…"
