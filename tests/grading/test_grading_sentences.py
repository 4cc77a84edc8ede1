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
SCAN = Answer(AnswerKind.TEXT, ("Amazon Inspector", "Inspector"), ("GuardDuty",))
REGISTRY = Answer(AnswerKind.TEXT, ("Elastic Container Registry",))
OTHERS = [Answer(AnswerKind.TEXT, (term,)) for term in ("session token", "origin", "image")]
GRADER = Grader(
    KnownTerms.of(
        [*OTHERS, TOKEN, SIGNAL, RUN, LEVEL, PARSE, SCAN, Answer(AnswerKind.CODE, ("GET",))]
    ),
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
        (PARSE, "", "fields are read by default with parse"),
        (SCAN, "", "Enhanced scanning in ECR is done by Amazon Inspector"),
        (SCAN, "", "어디서 실행하든 Inspector를 써야 합니다"),
        (SCAN, "", "이럴 땐 Inspector를 써요"),
        (REGISTRY, "", "Elastic Container Registry의 약자예요"),
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
        (SCAN, "", "Enhanced scanning by Inspector is done by GuardDuty"),
        (SCAN, "", "the scan is done by Inspector or GuardDuty"),
        (SCAN, "", "the scan is not done by Inspector"),
        (SCAN, "", "GuardDuty를 쓰든 Inspector를 써야 합니다"),
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


SPOT = Answer(AnswerKind.NUMBER, ("6",))
HOW_MANY = "A service runs 10 tasks. How many of them run on Fargate Spot?"
PERCENT = Answer(AnswerKind.NUMBER, ("80 percent",))
FIELDS = Answer(AnswerKind.LIST, ("cpu, memory",))


@pytest.mark.parametrize(
    ("answer", "prompt", "response"),
    [
        (SPOT, HOW_MANY, "6 on FARGATE_SPOT and 4 on FARGATE"),
        (SPOT, HOW_MANY, "6 on Spot and 4 on Fargate"),
        (SPOT, HOW_MANY, "Spot에 6개, FARGATE에 4개"),
        (PERCENT, "Which value, in percent?", "20%를 비워 두려면 80으로 설정해요"),
        (FIELDS, "", "The field can be cpu or memory"),
        (FIELDS, "", "cpu 또는 memory를 쓸 수 있어요"),
        (FIELDS, "", "cpu, memory 두 개를 넘겨야 해요"),
    ],
)
def test_the_number_of_what_is_asked_counts_and_each_of_a_choice(
    answer: Answer, prompt: str, response: str
) -> None:
    assert GRADER.grade(response, answer, prompt).correct


@pytest.mark.parametrize(
    ("answer", "prompt", "response"),
    [
        (SPOT, HOW_MANY, "6 on FARGATE and 4 on FARGATE_SPOT"),
        (SPOT, HOW_MANY, "FARGATE에 6개, Spot에 4개"),
        (SPOT, HOW_MANY, "6 on Spot and 4 on Spot"),
        (PERCENT, "Which value, in percent?", "80%를 비워 두려면 20으로 설정해요"),
        (FIELDS, "", "cpu or memory"),
        (FIELDS, "", "The field can be cpu or disk"),
    ],
)
def test_the_number_of_something_else_does_not(answer: Answer, prompt: str, response: str) -> None:
    assert not GRADER.grade(response, answer, prompt).correct
