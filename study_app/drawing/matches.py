"""Search matches: the match marked, and the text cut around it."""

import re
import unicodedata
from typing import Final

from study_app.drawing.pieces import PLAIN, Line, clipped
from study_app.words.width import display_width

_MATCH: Final = "bold underline"
_FENCE: Final = re.compile(r"^\s*```.*$", re.MULTILINE)
_RULE: Final = re.compile(r"^\s*\|[-\s|:]+$|\|", re.MULTILINE)
_MARKS: Final = re.compile(r"`|\*\*|^\s*(?:[-*>#]+|\d+\.)\s+", re.MULTILINE)
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def unmarked(markdown: str) -> str:
    """`markdown` on one line, without its formatting."""
    text = _LINK.sub(r"\1", _FENCE.sub(" ", markdown))
    text = _MARKS.sub("", _RULE.sub(" ", text))
    return " ".join(unicodedata.normalize("NFC", text).split())


def marked(text: str, pattern: re.Pattern[str], style: str = PLAIN) -> Line:
    """`text` with every match bold and underlined."""
    line: Line = []
    end = 0
    for match in pattern.finditer(text):
        if match.start() > end:
            line.append((text[end : match.start()], style))
        line.append((match[0], _MATCH))
        end = match.end()
    if end < len(text):
        line.append((text[end:], style))
    return line


def around(
    text: str, pattern: re.Pattern[str], width: int, style: str = PLAIN, *, after: int = 0
) -> Line:
    """`text` in `width` cells where most different matches stand; what is cut off is an ellipsis.

    The first `after` characters were shown already; what comes next is shown without a match, too.
    """
    seen = after if after < len(text) else 0
    match = _densest(text, pattern, width, seen)
    begin = text.rfind(" ", 0, seen) + 1
    if match is not None and display_width(text[begin : match.end()]) > width - 1:
        words = re.finditer(r"\S+\s*", text[: match.start()])
        near = (
            word.start()
            for word in words
            if display_width(text[word.start() : match.end()]) <= width // 2
        )
        begin = next(near, match.start())
    shown = marked(text[begin:], pattern, style)
    return clipped([("… ", style), *shown] if begin else shown, width)


def _densest(text: str, pattern: re.Pattern[str], width: int, after: int) -> re.Match[str] | None:
    """The first of the matches with which most different ones are in sight."""
    every = list(pattern.finditer(text))
    unseen = [match for match in every if match.start() >= after]

    def in_sight(first: re.Match[str]) -> int:
        end = first.start() + width // 2
        return len({one[0].casefold() for one in every if first.start() <= one.start() < end})

    return max(unseen, key=in_sight, default=None)
