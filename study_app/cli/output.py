"""What commands print, and how they end.

`click` is imported where something is printed: the app starts without it.
"""

import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

from study_app.words.language import Language

FAILED = 1
"""Exit code: the answer is no (a check failed, a case does not match)."""

UNUSABLE = 2
"""Exit code: wrong usage, or input that cannot be read."""


_speech = [Language.EN]


def speak(language: Language) -> None:
    """Tell errors and notices in `language` from now on."""
    _speech[0] = language


def spoken() -> Language:
    """The language of errors and notices."""
    return _speech[0]


def print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        _echo(line)


def print_json(value: object) -> None:
    import json

    text = json.dumps(value, indent=2, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:  # lone surrogates can be told, but not written as they are
        text = json.dumps(value, indent=2)
    _echo(text)


def tell(notices: Iterable[str]) -> None:
    """Print what should be known and stops nothing on stderr."""
    for notice in notices:
        _echo(_told(notice), err=True)


class Counting:
    """A progress bar on a terminal, for a log that is so large that counting it takes a while."""

    WORTH_A_BAR = 20_000

    def __init__(self) -> None:
        self._bar: ProgressBar[int] | None = None
        self._done = 0

    def __call__(self, done: int, total: int) -> None:
        if total < self.WORTH_A_BAR:
            return
        if self._bar is None:
            hidden = not sys.stderr.isatty()
            from click import progressbar

            self._bar = progressbar(
                length=total, label=_told("reading your progress"), file=sys.stderr, hidden=hidden
            )
        self._bar.update(done - self._done)
        self._done = done
        if done >= total:
            self._bar.render_finish()
            self._bar, self._done = None, 0


def refuse(message: str) -> NoReturn:
    _echo(_told(message), err=True)
    raise SystemExit(UNUSABLE)


def accept_any_text() -> None:
    """Input that is no UTF-8 and output that a code page lacks end no session."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)


def explain(error: Exception) -> None:
    """Leave with the message of an error that was written for readers; return for any other."""
    # Imported here: a command that succeeds needs none of these rooms for its errors.
    from study_app.bank.problems import ContentError, DataError
    from study_app.settings import SettingsError
    from study_app.store.errors import StoreError
    from study_app.usecases.study import NotSaved

    match error:
        case ContentError(problems=problems):
            for problem in problems:
                _echo(_told(str(problem)), err=True)
            raise SystemExit(UNUSABLE if isinstance(error, DataError) else FAILED) from None
        case NotSaved() | SettingsError() | StoreError():
            refuse(str(error))


def explain_output(error: OSError) -> None:
    """Leave with a message where output could not be written; return for any other error.

    An error about a file has its name; standard output has none.
    """
    if error.filename is not None or error.errno is None:
        return
    # What is left in the buffer cannot be written either: Python must not try at the end.
    sys.stdout = None
    refuse(f"The output cannot be written: {error.strerror}. Nothing else went wrong.")


def _told(message: str) -> str:
    if spoken() is Language.EN:
        return message
    from study_app.words.errors import told

    return told(message, spoken())


def _echo(text: str, *, err: bool = False) -> None:
    from click import echo

    echo(text, err=err)
