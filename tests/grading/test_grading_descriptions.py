"""Step 9: who describes the key in the words of the question is close, never right."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.description import Description
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.reasons import ReasonCode
from study_app.grading.terms.entry import Entry
from study_app.grading.terms.glossary import Glossary
from study_app.grading.verdict import Verdict
from study_app.learning.material.items import Question, Typed
from tests.shipped import shipped

MODE = Answer(AnswerKind.TEXT, ("awsvpc",), ("bridge", "host"))
PROMPT = "Which network mode does Fargate require?"
WHY = Description(
    why=(
        "With `awsvpc`, each task has its own network interface. `bridge` uses a virtual network.",
        "`awsvpc`에서는 태스크마다 자체 탄력적 네트워크 인터페이스가 있습니다.",
    ),
    card=("Network modes\n\n- `host`: no port mapping\n- `awsvpc`: one private address a task",),
)
GRADER = Grader(
    KnownTerms.of([MODE]),
    Glossary([Entry("task", ("태스크",)), Entry("interface", ("인터페이스",))]),
)


def graded(text: str, description: Description = WHY) -> tuple[Verdict, ReasonCode]:
    grade = GRADER.grade(text, MODE, PROMPT, description=description)
    return grade.verdict, grade.reason.code


@pytest.mark.parametrize(
    "text",
    [
        "the mode where each task has its own interface",
        "태스크마다 인터페이스가 있는 모드",
        "every task with a private address",
    ],
)
def test_what_the_explanation_or_the_card_says_of_the_key_is_close(text: str) -> None:
    assert graded(text) == (Verdict.CLOSE, ReasonCode.DESCRIBED)
    assert graded(text, Description())[0] is Verdict.WRONG


@pytest.mark.parametrize(
    "text",
    [
        "a virtual network",  # said of `bridge`
        "no port mapping",  # said of `host`
        "each task shares the interface with bridge",
        "the task has no interface of its own",
        "the network mode that Fargate requires",  # the question again
        "ten tasks, one interface and 20 addresses",
        "a task",
        "aws ecs task interface",
    ],
)
def test_what_is_said_of_something_else_or_denied_or_repeated_stays_wrong(text: str) -> None:
    assert graded(text)[0] is Verdict.WRONG


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("the tracing header", Verdict.CLOSE),  # in part, with the kind that is asked for
        ("the stopped header", Verdict.WRONG),
        ("the least retries", Verdict.WRONG),
        ("the limit of retries before it gives up", Verdict.CLOSE),
        ("it restores the limit of retries", Verdict.WRONG),
    ],
)
def test_a_part_of_a_name_with_its_kind_is_close_and_a_contrary_is_not(
    text: str, verdict: Verdict
) -> None:
    name = "X-Amzn-Trace-Id" if "header" in text else "setMaxRetries"
    why = Description(why=("The limit of attempts before a request gives up.",))
    answer = Answer(AnswerKind.CODE, (name,))
    assert GRADER.grade(text, answer, "Which header or value?", description=why).verdict is verdict


def test_with_the_name_it_is_graded_as_without_a_description() -> None:
    for text in ("awsvpc", "awsvpc mode", "awsvpc or bridge", "bridge", "not awsvpc"):
        assert graded(text) == graded(text, Description()), text


def test_no_confusable_of_a_shipped_question_passes_for_a_description() -> None:
    bank = shipped()
    grader = bank.grader()
    asked = [one for one in bank.questions.values() if isinstance(one, Question)]
    typed = [(one, one.form.answer) for one in asked if isinstance(one.form, Typed)]
    for question, answer in typed[::4]:
        description = bank.description_of(question)
        for confusable in answer.confusables:
            grade = grader.grade(confusable, answer, question.prompt, description=description)
            assert grade.reason.code is not ReasonCode.DESCRIBED, (question.id, confusable)
