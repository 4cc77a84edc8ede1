"""How wide text is on a terminal: a Hangul syllable takes two columns, a combining mark none."""

import unicodedata

_WIDE = frozenset({"W", "F"})
_INVISIBLE = frozenset({"Mn", "Me", "Cf"})


def display_width(text: str) -> int:
    """The width of `text` in terminal columns. Characters of ambiguous width count as one."""
    return sum(map(_columns, text))


def ljust(text: str, width: int) -> str:
    """`text` with spaces behind it to `width` columns; longer text stays whole."""
    return text + " " * (width - display_width(text))


def rjust(text: str, width: int) -> str:
    """`text` with spaces before it to `width` columns; longer text stays whole."""
    return " " * (width - display_width(text)) + text


def cut(text: str, width: int) -> str:
    """`text` in at most `width` columns, its end cut off with an ellipsis where it is longer."""
    if display_width(text) <= width:
        return text
    kept = ""
    for character in text:
        if display_width(kept + character) > width - 1:
            break
        kept += character
    return kept + "…"


def _columns(character: str) -> int:
    if unicodedata.category(character) in _INVISIBLE:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
