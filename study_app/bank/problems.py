"""Content problems, reported to the author: one line each, with the position.

Problems are collected rather than raised one by one, so that an author sees all of them in one run.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Protocol

from study_app.words.errors import error_text
from study_app.words.text import Text, joined
from study_app.words.visible import one_line
from study_app.words.wording import say

SHOWN_CHARACTERS = 60

NO_HINT = Text("", "")

MOST_PROBLEMS = 20_000
"""So many are collected. A file that is something else has one in every line."""


@dataclass(frozen=True, slots=True)
class ContentProblem:
    """`line` and `column` count characters from 1; both are 1 where a file as a whole is meant.

    Both are 0, and not shown, where there is no text to have places: a file that is not there.
    """

    file: str
    line: int
    column: int
    what: Text

    @property
    def message(self) -> str:
        """What is wrong, in English and without the place."""
        return say(self.what, "en")

    @property
    def text(self) -> Text:
        """What is wrong, after its place."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return error_text("{place}: {what}", place=place, what=self.what)

    def __str__(self) -> str:
        return say(self.text, "en")

    def __lt__(self, other: "ContentProblem") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, int, str]:
        return self.file, self.line, self.column, self.message


class ContentError(ValueError):
    """Content that cannot be used. `problems` has all of them, ordered by file and line."""

    def __init__(self, problems: Iterable[ContentProblem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))

    @property
    def text(self) -> Text:
        """All problems, one on each line."""
        return joined((one.text for one in self.problems), "\n")


class DataError(ContentError):
    """A user's file, such as answers to grade, that cannot be used."""


def unread(path: Path, problem: Text | str, /, **values: object) -> DataError:
    """An error about a file that could not be read, so it has no position."""
    return DataError([ContentProblem(shown_path(path), 0, 0, _text(problem, values))])


class Positioned(Protocol):
    """Anything with a position in a file."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A content file being read: its display name and the problems found so far.

    What is wrong is a `Text`, or the English of one of `words.errors.ERRORS` with the values for
    its placeholders. Several files may share one list of problems. Raises `ContentError` once
    there are `MOST_PROBLEMS`.
    """

    name: str
    problems: list[ContentProblem] = field(default_factory=list)

    def refuse(self, place: Positioned, problem: Text | str, /, **values: object) -> None:
        self.refuse_at(place.line, place.column, problem, **values)

    def refuse_at(self, line: int, column: int, problem: Text | str, /, **values: object) -> None:
        found = _text(problem, values)
        self.problems.append(ContentProblem(self.name, line, column, found))
        if len(self.problems) >= MOST_PROBLEMS:
            rest = error_text(
                "more than {most} problems; the rest are not listed", most=MOST_PROBLEMS
            )
            raise ContentError([*self.problems, ContentProblem(self.name, 0, 0, rest)])

    def refuse_file(self, problem: Text | str, /, **values: object) -> None:
        self.refuse_at(1, 1, problem, **values)


def quoted_text(text: str) -> str:
    """`text` quoted for a message: cut where it is long, control characters made visible."""
    return repr(text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…")


def shown_path(path: Path) -> str:
    """`path` as the user typed it, printable whatever bytes it contains."""
    return one_line(os.fsencode(path).decode("utf-8", "backslashreplace"))


def _text(problem: Text | str, values: Mapping[str, object]) -> Text:
    return problem if isinstance(problem, Text) else error_text(problem, **values)


def suggestion(wrong: str, valid: Iterable[str]) -> Text:
    """The end of a message about an unknown name: the nearest valid one, else all of a few."""
    names = sorted(set(valid))
    near = get_close_matches(wrong, names, n=1, cutoff=0.6)
    if near:
        return error_text("; did you mean {near}?", near=quoted_text(near[0]))
    if 0 < len(names) <= 20:
        return error_text("; valid here: {known}", known=", ".join(names))
    return NO_HINT
