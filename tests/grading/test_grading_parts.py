"""Step 9: a real part of the name is close; step 6: a name with more words is another name."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.verdict import Verdict

CODE, TEXT = AnswerKind.CODE, AnswerKind.TEXT
LABEL = Answer(CODE, ("ResourceLabel",))
KUBERNETES = Answer(TEXT, ("Amazon Elastic Kubernetes Service",), ("Elastic Container Service",))
IMAGES = Answer(CODE, ("NEW_AND_OLD_IMAGES",), ("NEW_IMAGE",))
RETRIEVE = Answer(CODE, ("Retrieve",), ("InvokeModel",))
PACK = Answer(TEXT, ("binpack", "bin pack"), ("spread",))
ENVELOPE = Answer(TEXT, ("envelope encryption",))
NOT_EXISTS = Answer(CODE, ("attribute_not_exists",))
LINEAR = Answer(CODE, ("Linear10PercentEvery1Minute",))
ZONE = Answer(TEXT, ("us-east-1",), ("us-west-2",))
COUNTRY = Answer(CODE, ("CloudFront-Viewer-Country",))
QUOTA = Answer(CODE, ("SERVICE_QUOTA",))
KEYS = Answer(CODE, ("KeyConditionExpression",))
ANSWERS = [LABEL, KUBERNETES, IMAGES, RETRIEVE, PACK, ENVELOPE, NOT_EXISTS, LINEAR, ZONE, COUNTRY]
GRADER = Grader(KnownTerms.of([*ANSWERS, QUOTA, Answer(CODE, ("Expression",))]))


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        (LABEL, "Label"),
        (KUBERNETES, "Amazon Kubernetes Service"),
        (KUBERNETES, "Kubernetes Service"),
        (IMAGES, "OLD_AND_NEW_IMAGES"),
        (RETRIEVE, "리트리벌"),
        (PACK, "pack"),
    ],
)
def test_a_part_of_the_name_is_close(answer: Answer, response: str) -> None:
    assert GRADER.grade(response, answer).verdict is Verdict.CLOSE


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        (ENVELOPE, "encryption"),  # what is done, and the word that tells is lost
        (NOT_EXISTS, "attribute_exists"),
        (NOT_EXISTS, "exists"),
        (LINEAR, "Linear10Percent"),
        (KEYS, "Expression"),  # a term of its own
        (KUBERNETES, "Elastic Container Service"),
        (ZONE, "us-gov-east-1"),
        (COUNTRY, "CloudFront-Viewer-Country-Region"),
        (QUOTA, "aws service-quotas list-service-quotas"),
    ],
)
def test_another_name_is_wrong(answer: Answer, response: str) -> None:
    assert GRADER.grade(response, answer).verdict is Verdict.WRONG
