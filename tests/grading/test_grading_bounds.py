"""Step 11: a bound that the number keeps is close, and a number that leads to another decides."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.verdict import Verdict

GRADER = Grader(KnownTerms())
WAIT = ("20 seconds", "What is the maximum wait of long polling, in seconds?")
SHARE = ("200 %", "What is the default `maximumPercent`, in percent?")
STATUS = ("429", "With which HTTP status code does API Gateway throttle a request?")
PACKED = ("3", "Nine tasks go to eight empty instances, packed by memory. How many run them?")
LATER = ("60 days", "Objects move 30 days after creation, then again. What day at the earliest?")
RATE = ("50", "A function receives 100 requests per second, each takes 500 ms. What concurrency?")
LEFT = ("4", "A policy has added 3 tasks, and now one for 7 applies. How many more are added?")
MEMORY = ("1769", "At how many MB of memory does a function have one vCPU?")
UNITS = ("60", "30 reads per second of items of 7 KB. How many units?")


def graded(asked: tuple[str, str], response: str) -> Verdict:
    accepted, prompt = asked
    return GRADER.grade(response, Answer(AnswerKind.NUMBER, (accepted,)), prompt).verdict


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (WAIT, "less than a minute"),
        (WAIT, "under 30 seconds"),
        (WAIT, "30초 미만"),
        (WAIT, "10초보다 긴 시간"),
        (SHARE, "more than 100 percent"),
        (SHARE, "100보다 큰 값"),
        (STATUS, "some 4xx error"),
        (STATUS, "400번대 오류"),
        (PACKED, "as few as possible"),
        (PACKED, "가능한 한 적은 수"),
        (LATER, "30 days after the first transition"),
        (LATER, "첫 전환 후 30일"),
        (RATE, "초당 요청 수 곱하기 실행 시간"),
        (LEFT, "7개에서 이미 추가된 3개를 뺀 것"),
    ],
)
def test_a_bound_or_a_rule_of_the_number_is_close(asked: tuple[str, str], response: str) -> None:
    assert graded(asked, response) is Verdict.CLOSE


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (WAIT, "more than a minute"),
        (WAIT, "less than a week"),
        (WAIT, "10초 미만"),
        (SHARE, "less than 100 percent"),
        (STATUS, "some 5xx error"),
        (STATUS, "4xx"),
        (LATER, "30 days after creation"),
        (LEFT, "7개에서 이미 추가된 2개를 뺀 것"),
        (("9", PACKED[1]), "as few as possible"),
    ],
)
def test_a_bound_that_the_number_breaks_is_wrong(asked: tuple[str, str], response: str) -> None:
    assert graded(asked, response) is Verdict.WRONG


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (STATUS, "HTTP/1.1 429"),
        (STATUS, "HTTP/2 429 Too Many Requests"),
        (("1024 bytes", "How many bytes?"), "2^10 = 1024"),
        (("1024 bytes", "How many bytes?"), "2**10 = 1024 bytes"),
        (UNITS, "7 KB rounds up to 8 KB so 2 units each, 60 in total"),
        (UNITS, "하나에 2개씩이니까 60개예요"),
        (MEMORY, "at 1769 you get one full vCPU"),
        (UNITS, "30 times 2 is 60"),
        (PACKED, "3 (4, 4, 1)"),
        (("60 days", "After how many days?"), "30 + 30, i.e. day 60"),
        (LATER, "the 60th day"),
        (("15 minutes", "After how many minutes?"), "a quarter of an hour"),
        (("15 minutes", "After how many minutes?"), "15 minutes idle (8 h is the maximum)"),
        (("1", "How many tasks are added?"), "0.4는 1로 처리되니까 하나 추가돼요"),
    ],
)
def test_the_result_counts(asked: tuple[str, str], response: str) -> None:
    assert graded(asked, response) is Verdict.CORRECT


@pytest.mark.parametrize(
    ("asked", "response"),
    [
        (STATUS, "HTTP/1.1 404"),
        (("1024 bytes", "How many bytes?"), "2^10 = 1000"),
        (UNITS, "7 KB rounds up to 8 KB so 60 units each, 120 in total"),
        (UNITS, "60개니까 120개예요"),
        (UNITS, "30 times 3 is 90"),
        (MEMORY, "at 1024 you get one full vCPU"),
    ],
)
def test_another_result_is_wrong(asked: tuple[str, str], response: str) -> None:
    assert graded(asked, response) is Verdict.WRONG
