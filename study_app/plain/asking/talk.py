"""What the loops on stdin and stdout share. Every line is flushed."""

import re
from collections.abc import Callable, Iterator
from shutil import get_terminal_size
from typing import Final, TextIO, TypeVar

from study_app.drawing.pieces import PLAIN, hang, text_of
from study_app.usecases.journal import LogReplaced, NotSaved
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.visible import visible
from study_app.words.width import display_width
from study_app.words.wording import say

DoneT = TypeVar("DoneT")

_STANDS_ALONE: Final = re.compile(r"\s|$|[-*+|>#]|\d+[.)] ")
_INDENT: Final = re.compile(r" *(?:- )?(?:\w+\) )?")

TRIES = 3
"""Lines that do not fit before a question is passed."""


class Talk:
    """Reads lines from one text stream and writes to another."""

    def __init__(self, study: Study, lines: TextIO, out: TextIO, language: Language) -> None:
        self._study = study
        self._lines = lines
        self._out = out
        self._language = language

    def _kept(self, change: Callable[[], DoneT]) -> DoneT:
        """Run `change`; if the log file was replaced meanwhile, ask how to continue and retry."""
        while True:
            try:
                return change()
            except LogReplaced as error:
                self._say(say(error.text, self._language))
                if not self._go_on():
                    raise

    def _go_on(self) -> bool:
        """Ask where to write, again where that cannot be. False if nothing is to be written, or
        the input has ended.
        """
        self._offer()
        for line in iter(self._lines.readline, ""):
            match line.strip():
                case "/back" | "/here" as choice:
                    try:
                        if choice == "/back":
                            self._study.put_back()
                        else:
                            self._study.use_what_is_there()
                    except NotSaved as error:
                        self._say(say(error.text, self._language))
                        self._offer()
                    else:
                        return True
                case "/stop":
                    return False
                case _:
                    what = "/back, /here, /stop"
                    self._say(say("Expected: {what}", self._language, what=what))
        return False

    def _offer(self) -> None:
        self._say(
            say("/back copies the earlier answers into the file that is there now.", self._language)
        )
        self._say(say("/here saves to the file that is there now, as is.", self._language))
        self._say(say("/stop ends the session and saves nothing more.", self._language))

    def _show(self, lines: Iterator[str]) -> None:
        for line in lines:
            self._say(line)

    def _say(self, line: str) -> None:
        width = get_terminal_size().columns if self._out.isatty() else 0
        print(folded_at(visible(line), width), file=self._out, flush=True)


def paragraphs(text: str) -> Iterator[str]:
    """The lines of a Markdown `text`, with the lines of each paragraph joined, since they were
    wrapped for the file. Lists, tables, code and indented lines stay as they are.
    """
    fenced, joined = False, ""
    for line in text.rstrip().splitlines():
        fence = line.lstrip().startswith("```")
        if fenced or fence or _STANDS_ALONE.match(line):
            if joined:
                yield joined
            yield line
            joined, fenced = "", fenced is not fence
        else:
            joined = f"{joined} {line}" if joined else line
    if joined:
        yield joined


def folded_at(line: str, width: int) -> str:
    """`line` wrapped at `width` columns between words; 0 leaves it as is. Continuation rows are
    indented to the text behind the number.
    """
    if not width or display_width(line) <= width:
        return line
    mark = _INDENT.match(line)
    indent = mark[0] if mark is not None and len(mark[0]) < width // 2 else ""
    rows = hang([(indent, PLAIN)], [(line[len(indent) :], PLAIN)], width)
    return text_of(rows)
