"""What commands print, and how they end.

`click` is imported where something is printed: the app starts without it.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from typing import NoReturn

from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.visible import escaped, visible
from study_app.words.wording import say

FAILED = 1
"""Exit code: the answer is no (a check failed, a case does not match)."""

UNUSABLE = 2
"""Exit code: wrong usage, or input that cannot be read."""

MOST_PROBLEMS = 100
"""So many problems are listed: who fixes the first sees which of the others were the same."""

MOST_SHOWN = 1200
"""Characters of one message. What was typed or read may be of any length."""


_speech = [Language.EN]


def set_output_language(language: Language) -> None:
    """Print errors and notices in `language` from now on."""
    _speech[0] = language


def output_language() -> Language:
    """The language of errors and notices."""
    return _speech[0]


def print_lines(lines: Iterable[str]) -> None:
    for line in lines:
        _echo(line)


def print_line(line: str) -> None:
    _echo(line)


def print_file(data: bytes) -> None:
    """The bytes of a file, as they are: for a pipe, which another program reads."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def print_json(value: object) -> None:
    import json

    _echo(escaped(json.dumps(value, indent=2, ensure_ascii=False)))


def first_problems(problems: Sequence[Text | str]) -> Iterator[Text | str]:
    """The first `MOST_PROBLEMS` problems, and the number of the rest."""
    from study_app.words.errors import error_text

    yield from problems[:MOST_PROBLEMS]
    if len(problems) > MOST_PROBLEMS:
        more = len(problems) - MOST_PROBLEMS
        yield error_text("... and {n} more {n:problem|problems}", n=more)


def tell(notices: Iterable[Text | str]) -> None:
    """Print warnings and errors on stderr. A notice that is no `Text` is printed as it is."""
    for notice in notices:
        said = say(notice, output_language()) if isinstance(notice, Text) else notice
        _echo(shortened(said), err=True)


def shortened(message: str) -> str:
    """`message` cut in the middle to at most `MOST_SHOWN` characters."""
    if len(message) <= MOST_SHOWN:
        return message
    return f"{message[: MOST_SHOWN // 2]} … {message[-MOST_SHOWN // 3 :]}"


class Bar:
    """A line on stderr that says how far something is, if that is a terminal.

    Nothing of the terminal is set, so whatever ends the program leaves nothing to be put back:
    the bar of `click` hides the cursor.
    """

    WIDTH = 36

    def __init__(self, label: str, total: int) -> None:
        self._label = label
        self._total = total
        self._shown = -1
        self._hidden = sys.stderr is None or not sys.stderr.isatty()

    def show(self, done: int) -> None:
        """`done` of the total; the line ends where that is all of it."""
        percent = 100 * done // max(self._total, 1)
        if self._hidden or percent == self._shown:
            return
        self._shown = percent
        filled = "#" * (self.WIDTH * percent // 100)
        end = "\n" if percent >= 100 else ""
        sys.stderr.write(f"\r{self._label}  [{filled:-<{self.WIDTH}}]  {percent:3}%{end}")
        sys.stderr.flush()


class Counting:
    """A progress bar, shown on a terminal while a large log is being counted."""

    WORTH_A_BAR = 20_000

    def __init__(self) -> None:
        self._bar: Bar | None = None

    def __call__(self, done: int, total: int) -> None:
        if total < self.WORTH_A_BAR:
            return
        if self._bar is None:
            self._bar = Bar(say("reading your progress", output_language()), total)
        self._bar.show(done)
        if done >= total:
            self._bar = None


def refuse(what: Text | str, /, **values: object) -> NoReturn:
    """Print why a command cannot be run, and exit: a text, or the English of one and values."""
    from study_app.words.errors import as_text

    tell((as_text(what, values),))
    raise SystemExit(UNUSABLE)


def expect_yes(question: str, *, yes: bool, **values: object) -> None:
    """Ask a question, unless it is answered already, and exit if it is not confirmed."""
    from click import confirm

    from study_app.words.errors import error_text

    if yes:
        return
    asked = error_text(question, **values)
    if sys.stdin is None or not sys.stdin.isatty():
        refuse("{question} Confirm with --yes.", question=asked)
    if not confirm(visible(say(asked, output_language())), err=True):
        raise SystemExit(FAILED)


def expect_output() -> None:
    """Exit with an error if standard output is closed. Invalid UTF-8 in the input, and characters
    that the output's code page lacks, are replaced rather than fatal."""
    if sys.stdout is None:
        refuse("Standard output is closed. Open it, or write to a file with > FILE.")
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "replace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)


def expect_input() -> None:
    """Exit with an error if standard input is closed."""
    if sys.stdin is None:
        refuse("Standard input is closed. Open it: the answers are read from there.")


def explain(error: Exception) -> None:
    """Print the message of a known error and exit; return for any other error."""
    # Imported here: a command that succeeds needs none of these rooms for its errors.
    from study_app.bank.problems import ContentError, DataError
    from study_app.settings import SettingsError
    from study_app.store.errors import StoreError
    from study_app.usecases.journal import NotSaved

    match error:
        case ContentError(problems=problems):
            tell(first_problems([one.text for one in problems]))
            raise SystemExit(UNUSABLE if isinstance(error, DataError) else FAILED) from None
        case NotSaved() | SettingsError() | StoreError():
            refuse(error.text)


def explain_output(error: OSError) -> None:
    """Print a message and exit if standard output cannot be written; return for any other error."""
    if error.filename is not None or error.errno is None:
        return
    # What is left in the buffer cannot be written either: Python must not try at the end.
    sys.stdout = None
    from study_app.files import reason

    why = reason(error)
    refuse("The output cannot be written: {what}. Nothing else went wrong.", what=why)


def _echo(text: str, *, err: bool = False) -> None:
    """The one way to the terminal for all that commands print."""
    from click import echo  # noqa: TID251 - the one place

    echo(visible(text), err=err)
