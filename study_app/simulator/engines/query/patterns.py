r"""Regular expressions of `=~`: those of Java, matched in linear time.

Amazon ECS documents "regular expressions" of Java's syntax
(https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html). RE2
supports most of it and runs in time linear in the text; what it does not support is refused by
name.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import re2

from study_app.words.errors import TextError

_POSIX: Final = {
    "Lower": "lower",
    "Upper": "upper",
    "ASCII": "ascii",
    "Alpha": "alpha",
    "Digit": "digit",
    "Alnum": "alnum",
    "Punct": "punct",
    "Graph": "graph",
    "Print": "print",
    "Blank": "blank",
    "Cntrl": "cntrl",
    "XDigit": "xdigit",
    "Space": "space",
}
r"""Java's names of the POSIX classes (`\p{Lower}`), and RE2's."""

_TOKEN: Final = re.compile(
    r"\\Q.*?(?:\\E|$) | \\[pP]\{(?P<name>\w+)\} | \\. | \[\^?\]? | .",
    re.VERBOSE | re.DOTALL,
)
_LONE: Final = re.compile("[\ud800-\udfff]")
_REPETITION: Final = re.compile(r"\{\d{1,4}(?:,\d{0,4})?\}")
_LOOKAROUND: Final = ("(?=", "(?!", "(?<=", "(?<!")
_QUANTIFIERS: Final = frozenset("*+?}")

_PLAIN: Final = "a regular expression"
_NO_LOOKAROUND: Final = "a regular expression without lookaround"
_NO_BACKREFERENCE: Final = "a regular expression without backreferences"
_NO_ATOMIC: Final = "a regular expression without possessive quantifiers or atomic groups"
_NO_SETS: Final = "a regular expression without one character class inside another"


class PatternError(TextError, ValueError):
    """An invalid pattern, or one that RE2 does not support; the text says what to write
    instead."""


@lru_cache(maxsize=256)
def read_pattern(text: str) -> Callable[[str], bool]:
    """A full match against the pattern `text`, in time linear in the value.

    Raises PatternError for an invalid regular expression, for lookaround, backreferences,
    possessive quantifiers and atomic groups, and for set operations inside a class.
    """
    translated = _encodable(_translated(text))
    options = re2.Options()
    options.log_errors = False
    try:
        pattern = re2.compile(translated, options)
    except re2.error as error:
        raise PatternError(_PLAIN) from error
    return lambda value: pattern.fullmatch(_encodable(value)) is not None


def _encodable(text: str) -> str:
    """`text` with each lone surrogate, which UTF-8 has no form for, replaced by U+FFFD."""
    return text if text.isascii() else _LONE.sub("\N{REPLACEMENT CHARACTER}", text)


def _translated(text: str) -> str:
    """`text` in RE2's syntax."""
    parts: list[str] = []
    in_class, before = False, ""
    for token in _TOKEN.finditer(text):
        part = token.group()
        if (problem := _problem(text[token.start() :], before, in_class=in_class)) is not None:
            raise PatternError(problem)
        if (posix := _POSIX.get(token["name"] or "")) is not None:
            named = f"[:{'^' if part[1] == 'P' else ''}{posix}:]"
            part = named if in_class else f"[{named}]"
        elif part[0] == "[":
            in_class = True
        elif part == "]":
            in_class = False
        parts.append(part)
        before = token.group()
    return "".join(parts)


def _problem(rest: str, before: str, *, in_class: bool) -> str | None:
    """What to write instead if `rest` begins with something that RE2 does not support."""
    if in_class:
        return _NO_SETS if rest.startswith(("[", "&&")) else None
    if rest.startswith(_LOOKAROUND):
        return _NO_LOOKAROUND
    if re.match(r"\\(?:[1-9]|k<)", rest):
        return _NO_BACKREFERENCE
    if rest.startswith("(?>") or (rest[0] == "+" and before in _QUANTIFIERS):
        return _NO_ATOMIC
    if rest[0] == "{" and not _REPETITION.match(rest):
        return _PLAIN  # RE2 reads it as text, Java refuses it
    return None
