"""Step 5: a slash offers alternatives, unless it is one of a path, a namespace or a quotient."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.reasons import ReasonCode

METHOD = Answer(AnswerKind.CODE, ("ANY",), ("ALL", "HEAD"))
METRIC = Answer(AnswerKind.CODE, ("CapacityProviderReservation",), ("MemoryReservation",))
KIND = Answer(AnswerKind.CODE, ("SecureString",), ("StringList",))
REGION = Answer(AnswerKind.TEXT, ("us-east-1",), ("us-west-2",))
GRADER = Grader(KnownTerms.of([METHOD, METRIC, KIND, REGION], ["ECS", "SSM"]))


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        (METHOD, "ANY /{proxy+}"),
        (METHOD, "ANY /orders/{id}"),
        (METRIC, "AWS/ECS/ManagedScaling CapacityProviderReservation"),
        (KIND, "aws ssm put-parameter --name /shop/db --type SecureString"),
        (REGION, "aws ecr-public get-login-password --region us-east-1"),
    ],
)
def test_a_path_offers_nothing(answer: Answer, response: str) -> None:
    assert GRADER.grade(response, answer).correct


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        (METHOD, "ANY/ALL"),
        (METHOD, "ANY / HEAD"),
        (METHOD, "ALL /{proxy+}"),
        (METRIC, "AWS/ECS/ManagedScaling MemoryReservation"),
        (KIND, "SecureString/StringList"),
        (KIND, "aws ssm put-parameter --name /shop/SecureString --type StringList"),
        (REGION, "us-east-1/us-west-2"),
        (REGION, "aws ecr-public get-login-password --region us-west-2"),
    ],
)
def test_another_answer_beside_a_slash_counts(answer: Answer, response: str) -> None:
    assert not GRADER.grade(response, answer).correct


def test_a_quotient_is_no_choice() -> None:
    grade = GRADER.grade("needed instances / running instances x 100", METRIC)
    assert grade.reason.code is not ReasonCode.HEDGED
