"""Errors in the learner's language.

An error is raised with a text that has every language: its English is written where it is raised,
as the key of one of `ERRORS`, with the values for its placeholders. A front end says that text. No
finished message is read again. A language is added as a field of `Text`, to the tables alone.
"""

from collections.abc import Mapping
from typing import Final

from study_app.words.interface.errors.bank_checking import CHECKING
from study_app.words.interface.errors.bank_data import BROUGHT, DATA
from study_app.words.interface.errors.bank_reading import OF_YAML, READING
from study_app.words.interface.errors.cases import CASES
from study_app.words.interface.errors.draws import DRAWN
from study_app.words.interface.errors.errors import ASKED, FILES, FORMS, OF_OTHERS
from study_app.words.interface.errors.progress import PROGRESS, ROWS
from study_app.words.interface.errors.rules import QUERIES, RULES, TRACE
from study_app.words.interface.exchange import SYNC
from study_app.words.text import Text
from study_app.words.wording import INTERFACE

OF_THE_BANK: Final = (*READING, *CHECKING, *BROUGHT)
"""The problems of content and of files that a user brings."""

OF_OTHER_PROGRAMS: Final = (*OF_OTHERS, *OF_YAML)
"""The words of the system, of SQLite and of parsers, as far as they are known."""

ERRORS: Final = tuple(
    dict.fromkeys(
        (
            *(*OF_OTHER_PROGRAMS, *DATA, *FILES, *PROGRESS, *ROWS, *ASKED, *SYNC, *FORMS),
            *(*CASES, *RULES, *QUERIES, *TRACE, *DRAWN),
            *OF_THE_BANK,
        )
    )
)
"""Every text of an error: sentences, and the forms that put them together."""

_BY_ENGLISH: Final = {**INTERFACE, **{text.en: text for text in ERRORS}}


def error_text(english: str, /, **values: object) -> Text:
    """The text of `ERRORS` with this English, its placeholders filled with `values`.

    A value that is itself a `Text` is said in each language. The words of another program, such as
    the message of an exception of SQLite's, have no values and may be in no table: they stay as
    they are. Raises KeyError for other English that is in no table.
    """
    if values:
        return _BY_ENGLISH[english].filled(**values)
    return _BY_ENGLISH.get(english) or Text(english, "")


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
