"""The answers of a class: the same grades on several processors as on one."""

import pickle
from collections.abc import Iterator

import pytest

from study_app.bank.gradebook import Submission, TypedQuestion
from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.description import NO_DESCRIPTION
from study_app.usecases import grading as use_case
from study_app.usecases.grading import Grading, graded
from study_app.words.language import Language
from tests.shipped import shipped

QUESTIONS = {
    "strategy": TypedQuestion(
        "class/strategy",
        "Which strategy fills instances?",
        Answer(AnswerKind.TEXT, ("binpack",), ("spread",)),
        NO_DESCRIPTION,
    ),
    "wait": TypedQuestion(
        "class/wait",
        "How long does it wait?",
        Answer(AnswerKind.NUMBER, ("15 minutes",)),
        NO_DESCRIPTION,
    ),
    "order": TypedQuestion(
        "class/order",
        "Which three calls in order?",
        Answer(AnswerKind.LIST, ("GetItem, PutItem, Query",)),
        NO_DESCRIPTION,
    ),
}
TYPED = (
    "binpack", "bin-pack", "빈팩", "spread", "not spread but binpack", "binpack or spread", "15",
    "15 min", "십오 분", "an hour", "Query, PutItem and GetItem", "getitem putitem", "", "?",
    "모름",
)  # fmt: skip


@pytest.fixture
def grading() -> Grading:
    grader = shipped().grader(question.answer for question in QUESTIONS.values())
    return Grading(grader, QUESTIONS, {name: one.description for name, one in QUESTIONS.items()})


@pytest.fixture
def submissions() -> list[Submission]:
    """More than two parts of them, no two alike."""
    return [
        Submission(question, f"{text} {number}".strip() if number else text)
        for number in range(6)
        for text in TYPED
        for question in QUESTIONS
    ]


def test_two_processes_give_what_one_gives(grading: Grading, submissions: list[Submission]) -> None:
    alone = list(graded(grading, submissions, processes=1))
    apart = list(graded(grading, submissions, processes=2))
    assert apart == alone
    reasons = [[grade.reason.text(language.spoken) for grade in alone] for language in Language]
    assert [[grade.reason.text(one.spoken) for grade in apart] for one in Language] == reasons
    assert len({grade.verdict for grade in alone}) == 3


def test_a_process_that_ends_early_loses_no_answer(
    grading: Grading, submissions: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    def begun_and_lost(*_: object) -> Iterator[object]:
        yield from map(grading.grade, submissions[:7])
        raise OSError("no more processes")

    monkeypatch.setattr(use_case, "_graded_apart", begun_and_lost)
    few = submissions[:20]
    assert list(graded(grading, few, processes=2)) == list(map(grading.grade, few))


def test_few_answers_are_graded_here(
    grading: Grading, submissions: list[Submission], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(use_case, "_graded_apart")
    assert len(list(graded(grading, submissions[:20]))) == 20


def test_a_grader_that_was_sent_grades_alike(grading: Grading) -> None:
    sent = pickle.loads(pickle.dumps(grading))
    assert sent.grade(Submission("strategy", "빈팩")) == grading.grade(
        Submission("strategy", "빈팩")
    )
