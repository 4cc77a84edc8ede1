"""Step 13: in options, hosts, files and constants a plural s or a hyphen makes another name."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.verdict import Verdict

OPTION, HOST = "--config-env", "pods.eks.amazonaws.com"
FILE, CONSTANT = "buildspec.yml", "SERVICE_QUOTA"
GRADER = Grader(KnownTerms())


def graded(accepted: str, response: str, prompt: str = "") -> Verdict:
    return GRADER.grade(response, Answer(AnswerKind.CODE, (accepted,)), prompt).verdict


@pytest.mark.parametrize(
    ("accepted", "response"),
    [
        (OPTION, "--configenv"),
        (HOST, "pod.eks.amazonaws.com"),
        (FILE, "build-spec.yml"),
        (CONSTANT, "SERVICE_QUOTAS"),
        ("MessageGroupId", "MessagesGroupsId"),
    ],
)
def test_another_name_by_a_sign_is_close(accepted: str, response: str) -> None:
    assert graded(accepted, response) is Verdict.CLOSE


@pytest.mark.parametrize(
    ("accepted", "response"),
    [
        (OPTION, "sam deploy --config-env staging"),
        (HOST, '"Principal": {"Service": "pods.eks.amazonaws.com"}'),
        (FILE, "./buildspec.yml"),
        (CONSTANT, "m1/SERVICE_QUOTA(m1)*100"),
        ("AWS_MAX_ATTEMPTS", "export AWS_MAX_ATTEMPTS=5"),
        # Of an operation or a field people say the plural, and write it as another tool does.
        ("WaitTimeSeconds", "WaitTimeSecond"),
        ("TransactWriteItems", "TransactWriteItem"),
        ("PutMetricData", "put-metric-data"),
    ],
)
def test_the_name_in_its_usual_code_is_correct(accepted: str, response: str) -> None:
    assert graded(accepted, response) is Verdict.CORRECT


def test_dashes_that_are_asked_for_are_those_before_the_name() -> None:
    asked = "Which option is it (with its dashes)?"
    assert graded(OPTION, "config-env", asked) is Verdict.CLOSE
    assert graded(OPTION, "--config-env", asked) is Verdict.CORRECT
