"""Errors in the learner's language.

The bank creates the problems of a file as bilingual texts, with `error_text`. The other rooms raise
English messages; where one is shown, `translate_error` finds its template in `ERRORS` and fills the
translation with the same values. A message without a template, such as one from AWS, stays in
English.
"""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache, lru_cache
from typing import Final

from study_app.words.interface.errors.bank_checking import CHECKING
from study_app.words.interface.errors.bank_data import BROUGHT, DATA
from study_app.words.interface.errors.bank_reading import READING
from study_app.words.interface.errors.cases import CASES
from study_app.words.interface.errors.draws import DRAWN
from study_app.words.interface.errors.errors import ASKED, CLICK, FILES, FORMS, PROGRESS
from study_app.words.interface.errors.rules import RULES, TRACE
from study_app.words.interface.exchange import SYNC
from study_app.words.text import Text
from study_app.words.wording import INTERFACE, say

SENTENCES: Final = (
    *(*DATA, *FILES, *PROGRESS, *ASKED, *CLICK, *SYNC),
    *(*CASES, *RULES, *TRACE, *DRAWN),
)
"""What is raised in English, and what is found for it."""

OF_THE_BANK: Final = (*READING, *CHECKING, *BROUGHT)
"""The problems of content and of files that a user brings."""

ERRORS: Final = tuple(dict.fromkeys((*SENTENCES, *FORMS, *OF_THE_BANK)))
"""Every text of an error: sentences, and the forms that put them together."""

_BY_ENGLISH: Final = {**INTERFACE, **{text.en: text for text in ERRORS}}

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


def error_text(english: str, /, **values: object) -> Text:
    """The text of `ERRORS` with this English, its placeholders filled with `values`.

    A value that is itself a `Text` is said in each language. English that is no text of `ERRORS`,
    such as the message of an exception, is translated as it stands.
    """
    text = _BY_ENGLISH.get(english)
    if text is None:
        return Text(english, translate_error(english, "ko"))
    return text.filled(**values) if values else text


def as_text(what: Text | str, values: Mapping[str, object]) -> Text:
    """`what` if it is a text, else the text of `ERRORS` with that English, filled with `values`."""
    return what if isinstance(what, Text) else error_text(what, **values)


class TextError(Exception):
    """An error that a front end says in the learner's language: `text`. `str` is its English.

    Raised with a text, or with the English of one of `ERRORS` and values for its placeholders.
    """

    def __init__(self, what: Text | str, /, **values: object) -> None:
        self.text = as_text(what, values)
        super().__init__(self.text.en)


def translate_error(message: str, language: str) -> str:
    """The English error `message` in `language`; unchanged if no template matches."""
    if language not in _TRANSLATIONS:
        return message
    return _translated(message, language) or message


def _translated(message: str, language: str) -> str | None:
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
    """Whether the text has words of its own besides placeholders."""
    return re.search("[a-z]", re.sub(r"\{\w+\}", "", text.en)) is not None


def _value(name: str, value: str, language: str) -> str:
    return _translated(value, language) or value if name in _INNER else value


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
    """The values that fill the placeholders of `template` to give `message`; None if it does not
    match."""
    found = _pattern(template).fullmatch(message)
    return None if found is None else found.groupdict()


@cache
def _pattern(template: str) -> re.Pattern[str]:
    def group(match: re.Match[str]) -> str:
        return f"(?P<{match[1]}>{_WITHIN.get(match[1], _NO_END)})"

    return re.compile(_PLACEHOLDER.sub(group, re.escape(template)), re.DOTALL)
