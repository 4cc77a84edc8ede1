"""Step 13: which signs of an answer in code carry its meaning, and whether a response has them.

A code answer is an identifier, a flag, an expression, a path, an ARN, a command, JSON or YAML.
Blanks, quotes and the hyphens and underscores that join the words of a name are free, and so is an
IAM prefix. Operators, sigils, dots, colons and slashes are not, nor is the case of a one-letter
flag: `${stageVariables.backend}` is not `stage variables backend`, and `-m` is not `-M`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from study_app.grading.cleaning import clean
from study_app.grading.code.commands import is_command
from study_app.grading.wording.prefixes import without_prefix

_FREE = frozenset("\"'`_-")
_OPERATORS = frozenset("=<>!~+*%&|^$@#?/{}[]\\")
# A hyphen is an operator beside others, and between blanks.
_ARITHMETIC = re.compile(r"\w\s*[+*%=<>]=?\s*[\w(]|\w\s-\s\w")
_SIGN = re.compile(r"[^\w\s]")
_LETTER_FLAG = re.compile(r"(?<!\S)-[A-Za-z](?![\w-])")
_END_OF_SENTENCE = re.compile(r"[.,;:!?]+(?=\s|$)")


class Agreement(Enum):
    """Whether a response has the signs of a form: all, some, or different ones."""

    SAME = auto()
    MISSING = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Signs:
    """The meaningful characters besides letters and digits, in text order."""

    signs: str
    flags: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.signs or self.flags)


@lru_cache(maxsize=8_192)
def signs_of(accepted: str) -> Signs:
    """The signs of an accepted form that count.

    >>> signs_of("${stageVariables.backend}").signs, signs_of("aws ecs run-task").signs
    ('${.}', '')
    """
    text = without_prefix(clean(accepted).strip("\"'` "))
    flags = frozenset(_LETTER_FLAG.findall(text))
    if is_command(text):
        return Signs("", flags)
    arithmetic = _ARITHMETIC.search(text) is not None and not text.startswith("-")
    free = _FREE - {"-"} if arithmetic else _FREE
    signs = "".join(sign for sign in _SIGN.findall(text) if sign not in free)
    return Signs(signs.replace("\\", "/"), flags)


def agreement(response: str, forms: Sequence[str]) -> Agreement:
    """How the signs of a clean `response` agree with those of the best-matching accepted form.

    What stands in the sentence around the code is not looked at, so only a run of signs within
    the response need be the form's.
    """
    wanted = [signs_of(form) for form in forms]
    if not all(wanted):
        return Agreement.SAME
    flags = frozenset(_LETTER_FLAG.findall(response))
    typed = "".join(_SIGN.findall(response)).replace("\\", "/")
    bare = "".join(sign for sign in typed if sign not in _FREE)
    for form in wanted:
        written = typed if "-" in form.signs else bare
        if form.signs in written and form.flags <= flags:
            return Agreement.SAME
    own = {sign for form in wanted for sign in form.signs}
    sentence = _END_OF_SENTENCE.sub("", response)
    others = {sign for sign in _SIGN.findall(sentence) if sign in _OPERATORS} - own
    if not any("-" in form for form in forms):
        others |= {"-"} & set(sentence)
    wrong_flag = any(form.flags for form in wanted) and flags
    return Agreement.OTHER if others or wrong_flag else Agreement.MISSING


_ATTACHED = re.compile(r"(?<![^\W_])\w{1,3}[+#]+(?!\w)")


def attached_signs(text: str) -> frozenset[str]:
    """The short names in `text` that end in a sign: C++, C#, F#."""
    return frozenset(found.casefold() for found in _ATTACHED.findall(text))


def only_signs(accepted: str) -> str:
    """The signs of an answer that is nothing but signs (`=~`); empty for every other."""
    text = "".join(clean(accepted).split())
    return text if text and not re.search(r"\w", text) else ""


_RUN_OF_SIGNS = re.compile(r"[^\w\s\"'`,;.()]+|[()]{2}")
_NAMED = re.compile(r"[\"'`(]([^\w\s]+)[\"'`)]")


def sign_runs(response: str) -> list[str]:
    """The signs that a response names: what stands in quotes, else each run of operators."""
    if not re.search(r"\w", response):
        text = "".join(response.split())
        stripped = text.strip("\"'`")
        return [stripped or text]
    return _NAMED.findall(response) or _RUN_OF_SIGNS.findall(response)
