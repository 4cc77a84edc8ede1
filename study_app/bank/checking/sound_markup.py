"""Markdown that surely shows as it was typed, recognized without parsing it.

Nearly all of the content is of it, and to parse it took a fifth of `dva check`. Whatever this does
not know for sound goes to the parser, which alone finds what is wrong.
"""

import re
from typing import Final

_MARKUP: Final = re.compile(
    r"[`*_~<>#|\[\]\\&\r]|^[ \t]*[-+=]|^ *(?: {4}|\t)|[-+.)](?: {5}| *\t)| {2}$",
    re.MULTILINE,
)
"""Prose without any of these is a paragraph, whatever it says."""

# What is sound wherever it stands: a closed fence, code within a line, bold between letters or
# digits, an underscore inside a word, and the sign of a list before a word or any of these. A line
# inside bold that began with a digit could be a list.
_SOUND: Final = re.compile(
    r"^```\w*\n(?:[^`\r]*\n)?```$"
    r"|`[^`\n|\r]+`"
    r"|(?<!\*)\*\*([^\W_](?:(?:[^*`\n|\r]|\n(?=[^\W\d_]))*[^\W_])?)\*\*(?!\*)"
    r"|(?<=[^\W_])_(?=[^\W_])"
    r"|^- (?=[^\W_]|…|`[^`\n|]+`|\*\*[^\W_])",
    re.MULTILINE,
)
_TABLE: Final = re.compile(
    r"(?:\A|(?<=\n\n))\|.*\|\n\|(?: ?-+ ?\|)+(?:\n\|.*\|)*(?=\n\n|\n?\Z)",
)
_WORD: Final = "x"


def is_sound(text: str) -> bool:
    """Whether `text` surely shows as typed; where not, the parser has to look at it."""
    if not _MARKUP.search(text):
        return True
    return not _MARKUP.search(_TABLE.sub(_cells, _SOUND.sub(rf"{_WORD}\1", text)))


def _cells(table: re.Match[str]) -> str:
    """What is in a table whose rows all have as many cells; any other as it is."""
    even = len({row.count("|") for row in table[0].split("\n")}) == 1
    return table[0].replace("|", _WORD) if even and "||" not in table[0] else table[0]
