"""Readers for AWS documents: conventions of AWS that `inputs.fields` does not know.

Places are paths in the document, such as `containerDefinitions[0].memory`. A missing field and a
null one mean the same, as in AWS's own clients.
"""

import re
from collections.abc import Iterable

from study_app.simulator.inputs.values.fields import CaseFields, text_at
from study_app.simulator.model.problem import CaseError, Problem
from study_app.words.errors import error_text
from study_app.words.text import Text

MOST_NAME_CHARACTERS = 255

_NAME = re.compile(rf"[A-Za-z0-9_-]{{1,{MOST_NAME_CHARACTERS}}}")
_DIGITS = re.compile(r"[0-9]{1,9}")


def optional_text(fields: CaseFields, name: str) -> str | None:
    """A text that may be missing or empty."""
    value = fields.raw(name)
    if value is not None and not isinstance(value, str):
        raise CaseError(fields.where(name), "{place} must be text", "write text in quotes")
    return value


def name_of(fields: CaseFields, name: str, *, or_arn: bool = False) -> str:
    """The name of a family, a container or a service, or the end of its ARN."""
    remedy = error_text(
        "write up to {most} letters, digits, hyphens and underscores", most=MOST_NAME_CHARACTERS
    )
    text = fields.text(name, remedy)
    if or_arn:
        text = text.rpartition("/")[2]
    if _NAME.fullmatch(text) is None:
        raise CaseError(fields.where(name), "{place} is not a name", remedy)
    return text


def texts(fields: CaseFields, name: str) -> tuple[str, ...]:
    """A list of texts."""
    return tuple(
        text_at(place, value, "write text in quotes") for place, value in fields.values(name)
    )


def whole_number(place: str, value: object, *, most: int, remedy: Text | str) -> int:
    """A number that AWS writes as a string: "80"."""
    number = int(value) if isinstance(value, str) and _DIGITS.fullmatch(value) else value
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= most:
        raise CaseError(place, "{place} is not a valid value", remedy)
    return number


def refuse(fields: CaseFields, problems: Iterable[Problem]) -> None:
    """Raises CaseError for the first of the problems, at its place in the document."""
    for problem in problems:
        raise CaseError(fields.where(problem.place), "{place} is refused", problem.text)
