"""The language of help and errors, determined before click parses anything."""

import os
import sys
from collections.abc import Iterable, Sequence
from inspect import cleandoc
from io import StringIO
from pathlib import Path
from typing import IO, Any, Final

import click

from study_app.cli.click_words import translated
from study_app.cli.given import Options
from study_app.cli.output import output_language, set_output_language
from study_app.words.interface.command_line import HELP
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.width import display_width
from study_app.words.wording import say

FOLDER: Final = "DVA_DATA_DIR"
_HELP: Final = {one.en: one for one in HELP}
_FILLER: Final = "\0"
"""Stands behind each wide character while click counts characters for columns."""


def language_of(arguments: Sequence[str]) -> Language:
    """The last `--lang`, or the language in the settings; English if neither can be read."""
    from study_app.cli.rooms import settings_of
    from study_app.settings import SettingsError

    lang, folder = _last("--lang", arguments), _last("--data-dir", arguments)
    if lang in list(Language):
        return Language(lang)
    folder = folder or os.environ.get(FOLDER)
    try:
        return settings_of(Options(data_dir=Path(folder) if folder else None)).language
    except SettingsError:
        return Language.EN


def _last(option: str, arguments: Sequence[str]) -> str | None:
    found = None
    for at, one in enumerate(arguments):
        if one == option and at + 1 < len(arguments):
            found = arguments[at + 1]
        elif one.startswith(f"{option}="):
            found = one.partition("=")[2]
    return found


def speak_as_asked(arguments: Sequence[str] | None) -> None:
    """Use the language that the command line asks for from now on."""
    set_output_language(language_of(sys.argv[1:] if arguments is None else arguments))


class TranslatedUsageError(click.UsageError):
    """A click error, printed in the learner's language."""

    def __init__(self, error: click.UsageError, language: Language) -> None:
        super().__init__(error.message)
        self._error, self._language = error, language

    def show(self, file: IO[Any] | None = None) -> None:
        text = StringIO()
        self._error.show(text)
        for line in text.getvalue().splitlines():
            click.echo(translated(line, self._language), file=file, err=file is None)  # noqa: TID251 - lines of click


class HelpPage(click.HelpFormatter):
    """Help in the learner's language; columns stay aligned with wide characters."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(
            prog, args, f"{self._translated('Usage:')} " if prefix is None else prefix
        )

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._translated(heading))

    def write_text(self, text: str) -> None:
        if output_language() is not Language.KO:
            super().write_text(text)
            return
        paragraphs = cleandoc(text).split("\n\n")
        super().write_text("\n\n".join(map(self._paragraph, paragraphs)))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        said = [(first, self._translated(second)) for first, second in rows]
        super().write_dl(said, col_max, col_spacing)

    def getvalue(self) -> str:
        return super().getvalue().replace(_FILLER, "")

    def _paragraph(self, text: str) -> str:
        if text.startswith("\b\n"):  # lines that stay as they are
            head, *rows = text.removeprefix("\b\n").split("\n")
            said = self._translated(head)
            # Further examples stand below the first.
            before, after = (display_width(one.partition(": ")[0]) for one in (head, said))
            moved = (" " * after + row.removeprefix(" " * before) for row in rows)
            return "\n".join(("\b", said, *moved))
        return self._translated(" ".join(text.split()))

    def _translated(self, text: str) -> str:
        """`text` translated; what follows `Example:` is code and stays."""
        if output_language() is not Language.KO:
            return text
        head, colon, rest = text.partition(": ")
        if text in _HELP:
            text = say(_HELP[text], output_language())
        elif f"{head}:" in _HELP and colon:
            text = f"{say(_HELP[f'{head}:'], output_language())} {rest}"
        elif text.endswith("]") and "  [" in text:  # click's remarks: [required], [default: 1]
            head, _, remarks = text.rpartition("  [")
            parts = [self._remark(one) for one in remarks.removesuffix("]").split("; ")]
            text = f"{self._translated(head)}  [{'; '.join(parts)}]"
        elif (whole := _begins(text)) is not None:
            text = say(whole, output_language()).partition(". ")[0].removesuffix(".") + "."
        return "".join(_padded(text))

    def _remark(self, remark: str) -> str:
        return say(_HELP[remark], output_language()) if remark in _HELP else remark


def _begins(text: str) -> Text | None:
    """The help that `text` is the first sentence of, or as much of it as click had room for."""
    start = text.removesuffix("...").removesuffix(".")
    found = (one for english, one in _HELP.items() if english.startswith(start))
    return next(found, None) if " " in start else None


def _padded(text: str) -> Iterable[str]:
    for character in text:
        yield character
        if display_width(character) > 1:
            yield _FILLER
