"""Step 11: a number said to be about right is close, and a working is no answer."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.verdict import Verdict

GRADER = Grader(KnownTerms())
C, N, W = Verdict.CORRECT, Verdict.CLOSE, Verdict.WRONG


@pytest.mark.parametrize(
    ("accepted", "prompt", "response", "verdict"),
    [
        ("365 days", "How long at most?", "roughly a year", N),
        ("365 days", "How long at most?", "대략 1년", N),
        ("365 days", "How long at most?", "일 년쯤", N),
        ("20 GiB", "How much storage?", "20기가 안팎", N),
        ("7 days", "How long?", "a week or so", N),
        ("7 days", "How long?", "a week or two", W),
        ("12 hours", "How long?", "around half a day", N),
        ("12 hours", "How long?", "around half a month", W),
        # Nobody rounds to so many digits, and 정도 goes around exact numbers, too.
        ("1,769 MB", "How much memory?", "about 1769 MB", C),
        ("15 minutes", "How long?", "15분 정도요", C),
        # Only the size.
        ("300 seconds", "How long?", "a few minutes", N),
        ("300 seconds", "How long?", "몇 분 정도", N),
        ("300 seconds", "How long?", "a few hours", W),
        ("300 seconds", "How long?", "several seconds", W),
        ("300 seconds", "How long?", "not a few minutes", W),
        ("7 days", "How long?", "며칠", N),
        ("7", "How many days?", "several days", N),
        ("15 minutes", "How long?", "몇 분", W),
        # A working with a function, and the thing that the prompt speaks of.
        ("9", "How many tasks does it run?", "max(4, 9) = 9", C),
        ("9", "How many tasks does it run?", "max(4, 9) = 10", W),
        ("4", "How many shards?", "max(3.6, 2.5) rounded up = 4", C),
        ("30", "How many dimensions can a metric have at most?", "one metric can have up to 30", C),
        ("30", "How many metrics at most?", "one metric, or 30 dimensions", W),
        # A unit of the other kind, by its capitals.
        ("180", "How many WCUs does it use?", "180 RCU", W),
        ("180", "How many write capacity units does it use?", "180 WCU", C),
    ],
)
def test_a_number_is_right_only_where_it_is_said_to_be_it(
    accepted: str, prompt: str, response: str, verdict: Verdict
) -> None:
    answer = Answer(AnswerKind.NUMBER, (accepted,))
    assert GRADER.grade(response, answer, prompt).verdict is verdict
