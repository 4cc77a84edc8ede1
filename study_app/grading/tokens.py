"""Words of an answer: split at blanks, camelCase, digits and scripts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from study_app.grading.hangul.endings import is_ending, sets_off
from study_app.grading.hangul.letters import HANGUL, has_hangul
from study_app.grading.tolerance import LONGEST_ACRONYM
from study_app.grading.wording.common_words import COMMON_WORDS

_PARTS = re.compile(
    rf"""
    [{HANGUL}]+
    | [A-Za-z]{{1,3}}\d{{1,2}}(?![\dA-Za-z])   # S3, EC2, IPv4 without its IP
    | \d+(?:[.,]\d+)*
    | [A-Z]{{2,}}s(?![A-Za-z])                 # GSIs
    | [A-Z]+(?![a-z])
    | [A-Z]?[a-zß-öø-ÿĀ-ɏ]+
    | [A-Z]
    | [^\W\d_a-zA-Z{HANGUL}][^\x00-\u02ff\u2000-\u206f\u3000-\u303f{HANGUL}]*  # with its marks
    | [^\W\d_]
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"\S+")
_CLOSED = re.compile(r"[()\[\]{}\"'`/]+")
_CLOSING = re.compile(r"[.;:!?](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Token:
    """One word. `text` is casefolded; `shown` is as typed.

    `glued`: it follows the previous token without a blank or sign. `acronym`: written in capitals,
    two to six of them, and neither a common word nor part of a constant (`OLD_IMAGE`). `closes`: a
    full stop, colon or semicolon follows, or a Korean particle.
    """

    text: str
    shown: str
    glued: bool = False
    acronym: bool = False
    closes: bool = False
    hangul: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked a thousand times an answer.
        object.__setattr__(self, "hangul", has_hangul(self.text))

    @property
    def digits(self) -> bool:
        return self.text[0].isdigit()

    @property
    def exact(self) -> bool:
        """Whether no slip is forgiven: it contains a digit."""
        return not self.text.isalpha() and any(map(str.isdigit, self.text))


@lru_cache(maxsize=8_192)
def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of a clean text, in order."""
    found: list[Token] = []
    end = -1
    for match in _PARTS.finditer(text):
        shown = match.group()
        plain = shown[:-1] if shown.endswith("s") and shown[:-1].isupper() else shown
        found.append(
            Token(
                text=shown.casefold(),
                shown=shown,
                glued=_is_glued(text[max(end, 0) : match.start()], shown) and end >= 0,
                acronym=(
                    plain.isupper()
                    and 2 <= len(plain) <= LONGEST_ACRONYM
                    and plain.casefold() not in COMMON_WORDS
                    and "_"
                    not in (text[match.start() - 1 : match.start()], text[match.end() :][:1])
                ),
                closes=_CLOSING.match(text, match.end()) is not None,
            )
        )
        end = match.end()
    return tuple(found)


def _is_glued(between: str, shown: str) -> bool:
    """A Korean ending may stand behind a closing sign, too: `SERVICE_QUOTA()를`."""
    return not between or (has_hangul(shown) and _CLOSED.fullmatch(between) is not None)


def without_glued_endings(tokens: Sequence[Token]) -> list[Token]:
    """`tokens` without the Korean endings of Latin words (`Scan을`), which they set off."""
    found: list[Token] = []
    for token in tokens:
        after_latin = token.glued and bool(found) and not found[-1].hangul
        if after_latin and token.hangul and is_ending(token.text):
            found[-1] = replace(found[-1], closes=token.closes or sets_off(token.text))
        else:
            found.append(token)
    return found


@lru_cache(maxsize=8_192)
def split_words(text: str) -> tuple[str, ...]:
    """The casefolded words between blanks, without the signs around them."""
    return tuple(
        word
        for raw in _WORD.findall(text.casefold())
        if (word := raw.strip(".,;:!?()[]{}<>\"'`*_-•"))
    )
