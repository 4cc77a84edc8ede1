"""From a response to a verdict, for every form of question."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from study_app.grading.answer import Answer
from study_app.grading.reasons import Grade
from study_app.grading.verdict import Verdict
from study_app.learning.answering.difference import in_order
from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.material.items import Choice, Choices, Matching, Ordering, Question, Typed


class Misfit(ValueError):
    """A response that does not belong to this form of question."""


GradesText = Callable[[str, Answer, str], Grade]
"""Grades a response by its key; the third argument is the prompt."""


@dataclass(frozen=True, slots=True)
class RightPlaces:
    """How many parts of an ordering or a matching are in the right place.

    In an ordering, `in_order` are in the right order, wherever that starts: one moved item shifts
    all those behind it out of place.
    """

    right: int
    of: int
    in_order: int | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A verdict with its score in 0..1 and, if there is one, the reason."""

    verdict: Verdict
    score: float
    detail: Grade | RightPlaces | None = None


def mark(question: Question, response: Response, grade: GradesText) -> Marked:
    """Mark `response`.

    `choice` and `choices` are all or nothing, `ordering` and `matching` must be exact, and the
    right places are counted; typed answers, and only these, go to `grade`.

    Raises `Misfit` for a response of another form, with unknown keys, or with the wrong number of
    keys.
    """
    match question.form, response:
        case Choice() | Choices() as form, Picked(keys):
            return _mark_options(form, keys)
        case Typed(answer), TypedText(text):
            found = grade(text, answer, question.prompt)
            return Marked(found.verdict, found.score, found)
        case Ordering(items), Picked(keys):
            _expect(sorted(keys) == sorted(items), "an ordering names every item once")
            fitting = sum(a == b for a, b in zip(keys, items, strict=True))
            return _exact(fitting, len(items), in_order(keys, tuple(items)))
        case Matching(pairs), Paired(joined):
            left, right = [a for a, _ in joined], [b for _, b in joined]
            _expect(
                sorted(left) == sorted(right) == sorted(pairs),
                "a matching joins every left text with one right text",
            )
            return _exact(sum(a == b for a, b in joined), len(pairs))
        case _:
            raise Misfit(f"{question.id} is a {question.kind} question")


def _mark_options(form: Choice | Choices, keys: tuple[str, ...]) -> Marked:
    match form:
        case Choice():
            count = 1
        case Choices():
            count = form.choose
        case _:
            assert_never(form)
    _expect(set(keys) <= set(form.options), "an unknown option")
    _expect(len(set(keys)) == len(keys) == count, f"{count} options are to be chosen")
    right = {key for key, option in form.options.items() if option.correct}
    return Marked(Verdict.CORRECT, 1.0) if right == set(keys) else Marked(Verdict.WRONG, 0.0)


def _exact(right: int, of: int, ordered: int | None = None) -> Marked:
    verdict = Verdict.CORRECT if right == of else Verdict.WRONG
    return Marked(verdict, right / of, RightPlaces(right, of, ordered))


def _expect(holds: bool, otherwise: str) -> None:
    if not holds:
        raise Misfit(otherwise)
