"""`say` is the single lookup for every text shown to the learner.

A text of the interface is written where it is said, in English, and stands beside its translations
in `study_app/words/interface`. The text of a value, such as a command or a rule of the simulator,
stands with that value as a `Text`. Placeholders are those of `study_app/words/templates.py`.
"""

from collections.abc import Mapping
from typing import Final

from study_app.words.interface.app import APP
from study_app.words.interface.command_line import COMMANDS
from study_app.words.interface.common import COMMON
from study_app.words.interface.errors.bank_checking import REPORT
from study_app.words.interface.exam import EXAM
from study_app.words.interface.exchange import EXCHANGE
from study_app.words.interface.home import HOME
from study_app.words.interface.lab import LAB
from study_app.words.interface.more import MORE
from study_app.words.interface.plan import PLAN
from study_app.words.interface.practice import PRACTICE
from study_app.words.interface.progress import PROGRESS
from study_app.words.interface.quiz import QUIZ
from study_app.words.interface.readiness import READINESS
from study_app.words.interface.reading import READING
from study_app.words.interface.search import SEARCH
from study_app.words.templates import filled_in
from study_app.words.text import Text

_TABLES: Final = (
    *APP,
    *COMMANDS,
    *COMMON,
    *EXAM,
    *EXCHANGE,
    *HOME,
    *LAB,
    *MORE,
    *PLAN,
    *PRACTICE,
    *PROGRESS,
    *QUIZ,
    *READING,
    *READINESS,
    *REPORT,
    *SEARCH,
)

INTERFACE: Final[Mapping[str, Text]] = {one.en: one for one in _TABLES}
"""Every text of the interface by its English."""


def say(text: Text | str, language: str, /, *args: object, **values: object) -> str:
    """`text` in `language`, its placeholders filled with `values`, or with `args` by number.

    A `str` is the English of a text in `INTERFACE`. English stands in for a language that a text
    does not have, and for `both`.
    """
    words = INTERFACE[text] if isinstance(text, str) else text
    template = words.said(language)
    return filled_in(template, values, args) if values or args else template
