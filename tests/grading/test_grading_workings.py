"""Step 11: a working or a rule that gives the number, without stating it, is close."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.reasons import ReasonCode
from study_app.grading.verdict import Verdict

GRADER = Grader(KnownTerms())
BACKOFF = (
    "18 seconds",
    "An interval of 2 and a rate of 3: how many seconds before the third retry?",
)
SPOT = ("6", "A base of 2, a weight of 3. Of 10 tasks, how many run on Spot?")
RETRIES = ("4", "The client has max_attempts set to 5. How many retries does it send?")
LARGER = ("9", "One policy computes 4 tasks, the other 9. How many tasks run?")
UNITS = ("180", "A transaction writes 30 items of 2.5 KB. How many units does it use?")
HEALTHY = ("5", "The desired count is 7, the minimum 60 percent. How many tasks must run?")


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (BACKOFF, "2 * 3^2"),
        (BACKOFF, "2 x 3 squared"),
        (BACKOFF, "2 곱하기 3의 제곱"),
        (HEALTHY, "4.2 rounded up"),
        (HEALTHY, "7 x 0.6 = 4.2, rounded up"),
        (UNITS, "round up to 3 KB, times 30, then double it"),
        (SPOT, "three quarters of the tasks left after the base"),
        (SPOT, "기본 2개를 뺀 나머지의 4분의 3"),
        (RETRIES, "one less than max_attempts"),
        (RETRIES, "첫 요청을 뺀 나머지 횟수"),
        (LARGER, "the larger of the two"),
        (LARGER, "둘 중 더 큰 값"),
    ],
)
def test_what_gives_the_number_is_close(asked: tuple[str, str], response: str) -> None:
    accepted, prompt = asked
    grade = GRADER.grade(response, Answer(AnswerKind.NUMBER, (accepted,)), prompt)
    assert (grade.verdict, grade.reason.code) == (Verdict.CLOSE, ReasonCode.WORKING)


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (BACKOFF, "2 * 3^3"),
        (BACKOFF, "2 ^ 999999999"),
        (BACKOFF, "3의 제곱"),
        (HEALTHY, "4.2 rounded down"),
        (HEALTHY, "7 x 0.6 = 4.2, so 4, rounded up"),
        (SPOT, "one quarter of the tasks left after the base"),
        (RETRIES, "one more than max_attempts"),
        (RETRIES, "two less than max_attempts"),
        (LARGER, "the smaller of the two"),
        (LARGER, "둘 중 더 작은 값"),
    ],
)
def test_what_gives_another_number_is_wrong(asked: tuple[str, str], response: str) -> None:
    accepted, prompt = asked
    grade = GRADER.grade(response, Answer(AnswerKind.NUMBER, (accepted,)), prompt)
    assert grade.verdict is Verdict.WRONG
