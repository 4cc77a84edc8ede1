"""Code in three tones, none of them a verdict's: names and words, texts, marks."""

import re
from typing import Final

from study_app.drawing.pieces import BOLD, CODE, MUTED, PLAIN, Line

_JSON: Final = re.compile(
    r'(?P<name>"[^"]*"(?=\s*:))|(?P<text>"[^"]*")|(?P<mark>[{}\[\]:,]+)|(?P<word>[^"{}\[\]:,]+|")'
)
_OTHER: Final = re.compile(
    r"(?P<mark>(?:^|(?<=\s))#.*$)|(?P<text>\"[^\"]*\"|'[^']*')|(?P<word>[^\"'#]+|.)"
)
_STYLES: Final = {"name": PLAIN, "text": CODE, "mark": MUTED, "word": PLAIN}


def highlighted(line: str, language: str) -> Line:
    """One line of code. Of a shell session the commands stand out, of others texts and comments."""
    if line.startswith("$ "):
        return [("$ ", MUTED), (line[2:], BOLD)]
    pattern = _JSON if language == "json" else _OTHER
    return [(found[0], _STYLES[found.lastgroup or "word"]) for found in pattern.finditer(line)]
