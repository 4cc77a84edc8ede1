"""From a response to a verdict."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader
from study_app.grading.reasons import Grade
from study_app.grading.terms.known_terms import KnownTerms
from study_app.grading.verdict import Verdict
from study_app.learning.answering.difference import in_order
from study_app.learning.answering.marking import Marked, Misfit, RightPlaces, mark
from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.material.items import (
    Choice,
    Choices,
    Form,
    Matching,
    Option,
    Ordering,
    Question,
    Typed,
)

ANSWER = Answer(AnswerKind.TEXT, ("binpack",), confusables=("spread",), near=("fewest instances",))
SECONDS = Answer(AnswerKind.NUMBER, ("300 seconds",))
GRADER = Grader(KnownTerms.of([ANSWER], ["Amazon ECS"]))
KEYS = tuple("abcdef")


def question(form: Form) -> Question:
    return Question(
        id="t/q",
        skills={},
        source="https://docs.aws.amazon.com/q.html",
        checked=date(2026, 11, 23),
        prompt="Which strategy fills instances?",
        form=form,
        difficulty=1,
    )


def grade(response: str, answer: Answer, prompt: str) -> Grade:
    return GRADER.grade(response, answer, prompt)


def no_grade(response: str, answer: Answer, prompt: str) -> Grade:
    raise AssertionError("no grader is needed")


def options(right: set[str], of: int) -> dict[str, Option]:
    return {key: Option(f"text {key}", f"why {key}", key in right) for key in KEYS[:of]}


def ordering(of: int) -> Question:
    return question(Ordering({key: f"item {key}" for key in KEYS[:of]}, "why"))


def matching(of: int) -> Question:
    pairs = {key: (f"left {key}", f"right {key}") for key in KEYS[:of]}
    return question(Matching(pairs, "why"))


CHOICE = question(Choice(options({"b"}, 4)))
CHOICES = question(Choices(options({"a", "c"}, 5)))
TYPED = question(Typed(ANSWER, "why"))
ORDERING = ordering(3)
MATCHING = matching(3)

sizes = st.integers(2, len(KEYS))
some_keys = st.lists(st.sampled_from([*KEYS, "unknown"]), max_size=6).map(tuple)
responses: st.SearchStrategy[Response] = st.one_of(
    st.builds(Picked, some_keys),
    st.builds(Paired, st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS))).map(tuple)),
    st.builds(TypedText, st.text(max_size=20)),
)
questions = st.sampled_from([CHOICE, CHOICES, TYPED, ORDERING, MATCHING])


@given(st.data(), st.integers(5, 6), st.integers(2, 4))
def test_choices_are_all_or_nothing(data: st.DataObject, of: int, count: int) -> None:
    """`choice` and `choices` are all or nothing."""
    right = set(data.draw(st.permutations(KEYS[:of]))[:count])
    picked = tuple(data.draw(st.permutations(KEYS[:of]))[:count])
    marked = mark(question(Choices(options(right, of))), Picked(picked), grade)
    if set(picked) == right:
        assert marked == Marked(Verdict.CORRECT, 1.0)
    else:
        assert marked == Marked(Verdict.WRONG, 0.0)


@given(st.data(), sizes)
def test_an_ordering_is_exact_with_the_right_places_counted(data: st.DataObject, of: int) -> None:
    """`ordering` is exact with the right places counted."""
    order = tuple(data.draw(st.permutations(KEYS[:of])))
    marked = mark(ordering(of), Picked(order), grade)
    right = sum(place == KEYS.index(key) for place, key in enumerate(order))
    verdict = Verdict.CORRECT if order == KEYS[:of] else Verdict.WRONG
    ordered = in_order(order, KEYS[:of])
    assert marked == Marked(verdict, right / of, RightPlaces(right, of, ordered))
    assert right <= ordered <= of


@given(st.data(), sizes)
def test_a_matching_is_exact_with_the_right_pairs_counted(data: st.DataObject, of: int) -> None:
    """`matching` is exact with the right places counted; the order of the pairs is nothing."""
    left = data.draw(st.permutations(KEYS[:of]))
    right = data.draw(st.permutations(KEYS[:of]))
    marked = mark(matching(of), Paired(tuple(zip(left, right, strict=True))), grade)
    fitting = sum(a == b for a, b in zip(left, right, strict=True))
    verdict = Verdict.CORRECT if left == right else Verdict.WRONG
    assert marked == Marked(verdict, fitting / of, RightPlaces(fitting, of))


@given(questions, responses)
def test_a_response_is_marked_or_it_is_a_misfit(asked: Question, response: Response) -> None:
    """Raises `Misfit` for a response that does not belong to the question, and nothing else."""
    try:
        marked = mark(asked, response, grade)
    except Misfit:
        return
    assert 0.0 <= marked.score <= 1.0
    assert (marked.verdict is Verdict.CORRECT) == (marked.score == 1.0)
    assert marked.verdict is not Verdict.CLOSE or asked is TYPED


@given(questions.filter(lambda asked: asked is not TYPED), responses)
def test_only_a_typed_answer_needs_the_grader(asked: Question, response: Response) -> None:
    """Typed answers are for the grader, which is called for nothing else."""
    with suppress(Misfit):
        mark(asked, response, no_grade)


@pytest.mark.parametrize(("key", "verdict"), [("b", Verdict.CORRECT), ("c", Verdict.WRONG)])
def test_a_choice_has_one_right_option(key: str, verdict: Verdict) -> None:
    assert mark(CHOICE, Picked((key,)), grade).verdict is verdict


def test_options_count_in_any_order() -> None:
    assert mark(CHOICES, Picked(("c", "a")), grade).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("BINPACK", Verdict.CORRECT),
        ("fewest instances", Verdict.CLOSE),
        ("spread", Verdict.WRONG),
        ("", Verdict.WRONG),
    ],
)
def test_typed_answers_are_the_graders(text: str, verdict: Verdict) -> None:
    marked = mark(TYPED, TypedText(text), grade)
    assert marked.verdict is verdict
    assert marked.detail == GRADER.grade(text, ANSWER, TYPED.prompt)
    assert isinstance(marked.detail, Grade)
    assert marked.score == marked.detail.score


@pytest.mark.parametrize(
    ("prompt", "verdict"),
    [("How many seconds?", Verdict.CORRECT), ("How long?", Verdict.CLOSE)],
)
def test_the_grader_is_told_the_prompt(prompt: str, verdict: Verdict) -> None:
    """A unit that the prompt names need not be typed."""
    asked = replace(TYPED, prompt=prompt, form=Typed(SECONDS, "why"))
    assert mark(asked, TypedText("300"), grade).verdict is verdict


@pytest.mark.parametrize(
    ("asked", "response", "message"),
    [
        (CHOICE, TypedText("b"), "t/q is a choice question"),
        (CHOICES, Paired((("a", "c"),)), "t/q is a choices question"),
        (TYPED, Picked(("a",)), "t/q is a typed question"),
        (ORDERING, Paired(()), "t/q is a ordering question"),
        (MATCHING, Picked(KEYS[:3]), "t/q is a matching question"),
        (CHOICE, Picked(("x",)), "an unknown option"),
        (CHOICE, Picked(()), "1 options are to be chosen"),
        (CHOICE, Picked(("a", "b")), "1 options are to be chosen"),
        (CHOICES, Picked(("a",)), "2 options are to be chosen"),
        (CHOICES, Picked(("a", "c", "d")), "2 options are to be chosen"),
        (CHOICES, Picked(("a", "a")), "2 options are to be chosen"),
        (ORDERING, Picked(("a", "b")), "names every item once"),
        (ORDERING, Picked(("a", "b", "b")), "names every item once"),
        (ORDERING, Picked(("a", "b", "x")), "names every item once"),
        (ORDERING, Picked(("a", "b", "c", "c")), "names every item once"),
        (MATCHING, Paired((("a", "a"), ("b", "b"))), "joins every left text"),
        (MATCHING, Paired((("a", "a"), ("b", "b"), ("c", "b"))), "joins every left text"),
        (MATCHING, Paired((("a", "a"), ("b", "b"), ("b", "c"))), "joins every left text"),
        (MATCHING, Paired((("a", "a"), ("b", "b"), ("x", "c"))), "joins every left text"),
    ],
)
def test_a_misfit_says_what_is_wrong(asked: Question, response: Response, message: str) -> None:
    with pytest.raises(Misfit, match=message):
        mark(asked, response, grade)
