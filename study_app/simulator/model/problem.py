"""What is wrong with an input, and where.

A place is a path into the input as a reader would write it: `steps[2].upper`. The code that finds a
problem gives its place; no message is searched for field names.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

from study_app.words.errors import TextError, as_text, error_text
from study_app.words.text import Text

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
    what: Text
    exception: str = ""
    limit: int | None = None

    @classmethod
    def ours(
        cls,
        place: str,
        what: Text | str,
        remedy: Text | str = "",
        /,
        *,
        limit: int | None = None,
        **values: object,
    ) -> "Problem":
        """A documented rule in our words: texts, or the English of texts.

        Their placeholders are filled with `values`, and `{place}` with the place.
        """
        values = {"place": place, **values}
        said = as_text(what, values)
        if remedy:
            said = with_remedy(said, as_text(remedy, values))
        return cls(place, said, limit=limit)

    @classmethod
    def aws(cls, place: str, message: str, exception: str, limit: int | None = None) -> "Problem":
        """AWS's own words, which stay in English."""
        return cls(place, Text(message, ""), exception, limit)

    @classmethod
    def out_of_range(cls, place: str, value: object, least: object, most: object) -> "Problem":
        return cls.ours(
            place,
            "{place} is {shown}",
            "write a number from {least} to {most}",
            shown=value,
            least=least,
            most=most,
        )

    @property
    def quoted(self) -> bool:
        """Whether the words are AWS's own, not ours for a documented rule."""
        return bool(self.exception)

    @property
    def message(self) -> str:
        """What is wrong, in English and without AWS's class of error."""
        return self.what.en

    @property
    def text(self) -> Text:
        """What is wrong, after AWS's class of error if the words are its own."""
        return Text(f"{self.exception}: {self.message}", "") if self.quoted else self.what

    def __str__(self) -> str:
        return self.text.en

    def within(self, place: str) -> "Problem":
        """The same problem, with its place relative to `place`."""
        return replace(self, place=joined(place, self.place))


class Refused(TextError, ValueError):
    """An input that AWS, or Kubernetes, refuses. The text lists everything that is wrong."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(all_of(self.problems))


class CaseError(TextError, ValueError):
    """A malformed case: `place` says where, `problem` what is wrong, `remedy` what to write.

    Both are texts, or the English of texts; their placeholders are filled with `values`, and
    `{place}` with the place.
    """

    def __init__(
        self, place: str, problem: Text | str, remedy: Text | str, /, **values: object
    ) -> None:
        values = {"place": place, **values}
        self.place = place
        self.problem = as_text(problem, values)
        self.remedy = as_text(remedy, values)
        super().__init__(with_remedy(self.problem, self.remedy))

    def with_remedy(self, remedy: Text | str, /, **values: object) -> "CaseError":
        """The same error with another remedy."""
        return CaseError(self.place, self.problem, remedy, **values)


class UnknownFieldError(CaseError):
    """An unknown field. Its place is that of its name, not its value."""

    def __init__(self, place: str, remedy: Text) -> None:
        super().__init__(place, "{place} is not a known field", remedy)


def with_remedy(what: Text, remedy: Text) -> Text:
    """What is wrong, then what to write instead."""
    return error_text("{what}; {remedy}", what=what, remedy=remedy)


def all_of(problems: Iterable[Problem]) -> Text:
    """All of them on one line; empty if there are none."""
    return in_one_line(problem.text for problem in problems)


def in_one_line(texts: Iterable[Text]) -> Text:
    found = tuple(texts)
    return reduce(with_remedy, found) if found else Text("", "")


def joined(place: str, inner: str) -> str:
    """A place within another one: `steps[2]` and `upper`, or `steps` and `[2]`."""
    if not place or not inner:
        return place or inner
    return f"{place}{inner}" if inner.startswith("[") else f"{place}.{inner}"


def steps_of(place: str) -> tuple[str, ...]:
    """The names and numbers that lead to a place: `steps`, `2`, `upper`."""
    return tuple(step for step in place.replace("]", "").replace("[", ".").split(".") if step)
