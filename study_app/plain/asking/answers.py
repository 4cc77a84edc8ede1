"""Parses a line of input as an answer, for each kind of question."""

import re
from collections.abc import Sequence
from string import ascii_lowercase
from typing import assert_never

from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.material.items import Choice, Choices, Matching, Ordering, Typed
from study_app.usecases.sitting import Asked
from study_app.words.language import Language
from study_app.words.wording import say


class DoesNotFit(ValueError):
    """The line is not a valid answer to this question; the message says what is."""


def expected(asked: Asked, language: Language) -> str:
    """What a valid line looks like."""
    match asked.question.form:
        case Choice(options):
            return say("one number from 1 to {last}", language, last=len(options))
        case Choices(options) as form:
            example = " ".join(str(number) for number in range(1, form.choose + 1))
            return say(
                "{count} different numbers from 1 to {last}, such as: {example}",
                language,
                count=form.choose,
                last=len(options),
                example=example,
            )
        case Typed():
            return say("the answer as text", language)
        case Ordering(items):
            order = " ".join(str(number) for number in range(len(items), 0, -1))
            return say("all numbers in the right order, such as: {order}", language, order=order)
        case Matching(pairs):
            joined = enumerate(reversed(ascii_lowercase[: len(pairs)]), start=1)
            example = " ".join(f"{number}{letter}" for number, letter in joined)
            return say("a letter for each number, such as: {example}", language, example=example)
        case _:
            assert_never(asked.question.form)


def read(line: str, asked: Asked, language: Language) -> Response:
    """The response that a nonblank `line` stands for. Raises `DoesNotFit`."""
    left, right = asked.arrangement.left, asked.arrangement.right
    match asked.question.form:
        case Typed():
            return TypedText(line)
        case Choice():
            keys = _numbered(line, left, 1)
        case Choices() as form:
            keys = _numbered(line, left, form.choose)
        case Ordering(items):
            keys = _numbered(line, left, len(items))
        case Matching():
            pairs = _paired(line, left, right)
            if pairs is None:
                raise DoesNotFit(expected(asked, language))
            return Paired(pairs)
        case _:
            assert_never(asked.question.form)
    if keys is None:
        raise DoesNotFit(expected(asked, language))
    return Picked(keys)


def _words(line: str) -> list[str]:
    return line.lower().replace(",", " ").split()


def _numbered(line: str, shown: Sequence[str], count: int) -> tuple[str, ...] | None:
    words = _words(line)
    numbers = [int(word) for word in words if re.fullmatch("[0-9]{1,3}", word)]
    fits = (
        len(numbers) == len(words) == count == len(set(numbers))
        and min(numbers) >= 1
        and max(numbers) <= len(shown)
    )
    return tuple(shown[number - 1] for number in numbers) if fits else None


def _paired(
    line: str, left: Sequence[str], right: Sequence[str]
) -> tuple[tuple[str, str], ...] | None:
    found = [re.fullmatch("([0-9]{1,2})([a-z])", word) for word in _words(line)]
    pairs = [(int(one[1]) - 1, ascii_lowercase.index(one[2])) for one in found if one]
    places = sorted(range(len(left)))
    fits = (
        len(pairs) == len(found)
        and sorted(a for a, _ in pairs) == places
        and sorted(b for _, b in pairs) == places
    )
    return tuple((left[a], right[b]) for a, b in sorted(pairs)) if fits else None
