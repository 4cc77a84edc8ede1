"""What is wrong with content, reported to its author: one line per problem, with its place.

Problems are collected, not raised one by one, so that a writer sees all of them in one run.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Protocol

from study_app.words.visible import one_line

SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True, order=True)
class ContentProblem:
    """`line` and `column` count characters from 1; both are 1 where a file as a whole is meant.

    Both are 0, and not shown, where there is no text to have places: a file that is not there.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        if not self.line:
            return f"{self.file}: {self.message}"
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class ContentError(ValueError):
    """Content that cannot be used. `problems` has all of them, ordered by file and line."""

    def __init__(self, problems: Iterable[ContentProblem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class DataError(ContentError):
    """Data that a user brought, such as answers to grade, and that cannot be used."""


def unread(path: Path, message: str) -> DataError:
    """The error of a file of which nothing was read, so that no place in it can be named."""
    return DataError([ContentProblem(shown_path(path), 0, 0, message)])


class Positioned(Protocol):
    """Anything that stands somewhere in a file."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One content file under reading: its name for readers, and what was found wrong so far.

    Several files may share one list of problems.
    """

    name: str
    problems: list[ContentProblem] = field(default_factory=list)

    def refuse(self, place: Positioned, message: str) -> None:
        self.refuse_at(place.line, place.column, message)

    def refuse_at(self, line: int, column: int, message: str) -> None:
        self.problems.append(ContentProblem(self.name, line, column, message))

    def refuse_file(self, message: str) -> None:
        self.refuse_at(1, 1, message)


def shown(text: str) -> str:
    """`text` quoted for a message: cut where it is long, control characters made visible."""
    return repr(text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…")


def shown_path(path: Path) -> str:
    """`path` as the user typed it, printable on any terminal whatever bytes the name has."""
    return one_line(os.fsencode(path).decode("utf-8", "backslashreplace"))


def suggestion(wrong: str, valid: Iterable[str]) -> str:
    """The end of a message about an unknown name: the nearest valid one, else all of a few."""
    names = sorted(set(valid))
    near = get_close_matches(wrong, names, n=1, cutoff=0.6)
    if near:
        return f"; did you mean {shown(near[0])}?"
    if 0 < len(names) <= 20:
        return f"; valid here: {', '.join(names)}"
    return ""
