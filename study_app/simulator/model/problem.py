"""What is wrong with an input, and where.

A place is a path into the input as a reader would write it: `steps[2].upper`. The code that finds a
problem gives its place; no message is searched for field names.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from study_app.words.errors import TextError

INVALID_PARAMETER: Final = "InvalidParameterException"
CLIENT: Final = "ClientException"
VALIDATION: Final = "ValidationException"
"""AWS's classes of errors."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason to refuse an input. `exception` is AWS's class of error.

    `limit` is the number that was exceeded, if any.
    """

    place: str
    message: str
    exception: str = ""
    limit: int | None = None

    @property
    def quoted(self) -> bool:
        """Whether the words are AWS's own, not ours for a documented rule."""
        return bool(self.exception)

    def __str__(self) -> str:
        return f"{self.exception}: {self.message}" if self.exception else self.message

    def within(self, place: str) -> "Problem":
        """The same problem, with its place relative to `place`."""
        return replace(self, place=joined(place, self.place))


class Refused(ValueError):
    """An input that AWS, or Kubernetes, refuses. The message lists everything that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(messages(self.problems))


class CaseError(TextError, ValueError):
    """A malformed case: `place` says where, `problem` what is wrong, `remedy` what to write."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place} {problem}; {remedy}")
        self.place = place
        self.problem = problem
        self.remedy = remedy


class UnknownFieldError(CaseError):
    """An unknown field. Its place is that of its name, not its value."""

    def __init__(self, place: str, remedy: str) -> None:
        super().__init__(place, "is not a known field", remedy)


def messages(problems: Iterable[Problem]) -> str:
    """All of them on one line."""
    return "; ".join(map(str, problems))


def joined(place: str, inner: str) -> str:
    """A place within another one: `steps[2]` and `upper`, or `steps` and `[2]`."""
    if not place or not inner:
        return place or inner
    return f"{place}{inner}" if inner.startswith("[") else f"{place}.{inner}"


def steps_of(place: str) -> tuple[str, ...]:
    """The names and numbers that lead to a place: `steps`, `2`, `upper`."""
    return tuple(step for step in place.replace("]", "").replace("[", ".").split(".") if step)
