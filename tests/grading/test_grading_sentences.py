"""Step 5: a sentence around the answer does not count, as long as it offers nothing else."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.terms.entry import Entry
from study_app.grading.terms.glossary import Glossary

TOKEN = Answer(AnswerKind.CODE, ("X-Amz-Security-Token",), ("X-Amz-Credential",))
SIGNAL = Answer(AnswerKind.TEXT, ("SIGTERM", "TERM"), ("SIGKILL",))
RUN = Answer(AnswerKind.CODE, ("RunTask",), ("StartTask",))
LEVEL = Answer(AnswerKind.CODE, ("debug",), ("info",))
PARSE = Answer(AnswerKind.CODE, ("parse",), ("filter",))
ERROR = Answer(AnswerKind.CODE, ("ImageTagAlreadyExistsException",))
OTHERS = [Answer(AnswerKind.TEXT, (term,)) for term in ("session token", "origin", "image")]
GRADER = Grader(
    KnownTerms.of([*OTHERS, TOKEN, SIGNAL, RUN, LEVEL, PARSE, Answer(AnswerKind.CODE, ("GET",))]),
    Glossary([Entry("origin", ("원본",)), Entry("session token", ("세션 토큰",))]),
)
FIRST = "Which signal does the container receive first?"
FAILS = "Which exception does the push return?"


@pytest.mark.parametrize(
    ("answer", "prompt", "response"),
    [
        (TOKEN, "", "the session token goes in the X-Amz-Security-Token header"),
        (TOKEN, "", "원본을 보려면 X-Amz-Security-Token이 필요해요"),
        (TOKEN, "", "세션 토큰을 X-Amz-Security-Token에 넣어야 합니다"),
        (ERROR, FAILS, "푸시가 실패하고 ImageTagAlreadyExistsException이 발생합니다"),
        (SIGNAL, FIRST, "SIGTERM, then SIGKILL after the timeout"),
        (RUN, "", "RunTask, StartTask makes you choose the instance"),
        (LEVEL, "", "it gets debug because the file comes last"),
        (LEVEL, "", "environment가 우선이라서 debug를 받아요"),
        (PARSE, "", "you use parse with a glob or regex"),
        (
            ERROR,
            FAILS,
            "An error occurred (ImageTagAlreadyExistsException) when calling the GET operation",
        ),
    ],
)
def test_the_claim_counts(answer: Answer, prompt: str, response: str) -> None:
    assert GRADER.grade(response, answer, prompt).correct


@pytest.mark.parametrize(
    ("answer", "prompt", "response"),
    [
        (TOKEN, "", "the X-Amz-Credential goes in the X-Amz-Security-Token header"),
        (TOKEN, "", "the session token does not go in the X-Amz-Security-Token header"),
        (TOKEN, "", "X-Amz-Security-Token or the session token"),
        (TOKEN, "", "세션 토큰하고 X-Amz-Security-Token을 넣습니다"),
        (SIGNAL, FIRST, "SIGKILL, then SIGTERM after the timeout"),
        (SIGNAL, "Which signals?", "SIGTERM, then SIGKILL after the timeout"),
        (RUN, "Newest first. Which call?", "RunTask and then call StartTask"),
        (RUN, "", "StartTask, RunTask makes you choose the instance"),
        (RUN, "", "RunTask, StartTask is right as well"),
        (LEVEL, "", "it gets info because debug comes last"),
        (PARSE, "", "parse or filter"),
        (PARSE, "", "you use parse with filter or regex"),
        (
            ERROR,
            FAILS,
            "An error occurred (ImageNotFoundException) when calling the PutImage operation",
        ),
    ],
)
def test_a_second_answer_in_it_counts(answer: Answer, prompt: str, response: str) -> None:
    assert not GRADER.grade(response, answer, prompt).correct
