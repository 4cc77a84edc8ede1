"""Errors in the learner's language.

The rooms that find what is wrong know no language: they raise English. Where it is shown, `told`
finds the sentence among the texts of `ERRORS` and says it with the same values. What no text fits,
such as a message of AWS, stays as it is.
"""

import re
from dataclasses import fields
from functools import cache, lru_cache
from typing import Final

from study_app.words.interface.case_errors import CASES, TRACE
from study_app.words.interface.errors import ASKED, CLICK, FILES, FORMS, PROGRESS
from study_app.words.interface.exchange import SYNC
from study_app.words.text import Text
from study_app.words.wording import INTERFACE, say

SENTENCES: Final = (*FILES, *PROGRESS, *ASKED, *CLICK, *SYNC, *CASES, *TRACE)
ERRORS: Final = (*SENTENCES, *FORMS)
"""Every text of an error: sentences, and the forms that put them together."""

_INNER: Final = frozenset({"what", "remedy"})
_TRANSLATIONS: Final = frozenset(one.name for one in fields(Text)) - {"en"}
_NO_END: Final = "(?:(?!; |: ).)+?"
_WITHIN: Final = {
    **dict.fromkeys(("what", "remedy", "error", "code"), ".+?"),
    **dict.fromkeys(("place", "needed"), r"\S+?"),
    "shown": r"'.*'|\".*\"|of type \S+|[^ ]+?",
}
"""What may stand for a placeholder of that name; for any other what ends no part of a sentence."""

_PLACEHOLDER: Final = re.compile(r"\\\{(\w+)\\\}")


def told(message: str, language: str) -> str:
    """`message`, an error in English, in `language`; as it is where no text fits."""
    if language not in _TRANSLATIONS:
        return message
    return _told(message, language) or message


def _told(message: str, language: str) -> str | None:
    """None where no text fits."""
    if message in INTERFACE:  # said elsewhere too
        return say(message, language)
    for text, own in _beginning(message[:1]):
        values = _values(text.en, message) if own in message else None
        if values is not None:
            inner = {name: _value(name, value, language) for name, value in values.items()}
            if inner != values or _says_something(text):
                return say(text, language, **inner)
    return None


def _says_something(text: Text) -> bool:
    """Whether it has words of its own, and not only puts others together."""
    return re.search("[a-z]", re.sub(r"\{\w+\}", "", text.en)) is not None


def _value(name: str, value: str, language: str) -> str:
    return _told(value, language) or value if name in _INNER else value


@lru_cache(maxsize=256)
def _beginning(character: str) -> tuple[tuple[Text, str], ...]:
    """The texts that a message with this first character may be, each with the longest part of
    its own words: most messages fit none, and that part is the quickest to miss.

    Those that say most come first, `is missing` before `is` and anything, and the forms last.
    """
    by_length = sorted(SENTENCES, key=lambda text: -len(re.sub(r"\{\w+\}", "", text.en)))
    return tuple(
        (text, max(re.split(r"\{\w+\}", text.en), key=len))
        for text in (*by_length, *FORMS)
        if text.en.startswith(("{", character))
    )


def _values(template: str, message: str) -> dict[str, str] | None:
    """What stands in `message` where `template` has placeholders; None where it is another one."""
    found = _pattern(template).fullmatch(message)
    return None if found is None else found.groupdict()


@cache
def _pattern(template: str) -> re.Pattern[str]:
    def group(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}>{_WITHIN.get(match[1], _NO_END)})"

    return re.compile(_PLACEHOLDER.sub(group, re.escape(template)), re.DOTALL)
