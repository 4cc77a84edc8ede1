"""Step 9: the kind of thing that is asked for, with traits of the key, is close."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.description import Description
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.terms.entry import Entry
from study_app.grading.terms.glossary import Glossary
from study_app.grading.verdict import Verdict

SCANNER = Answer(
    AnswerKind.TEXT, ("Amazon Inspector", "Inspector"), ("GuardDuty", "threat service")
)
PROMPT = "With which AWS service does ECR integrate for enhanced image scanning?"
TOLD = Description(
    why=("Amazon Inspector performs the enhanced scan.", "향상된 스캔은 Inspector가 수행합니다."),
    card=("Image scanning\n\nVulnerabilities in packages\n\nTrap: a scan reports.", "취약점 검사"),
)
GRADER = Grader(
    KnownTerms.of([SCANNER, Answer(AnswerKind.TEXT, ("advanced service",))]),
    Glossary([Entry("scan", ("스캔",)), Entry("vulnerability", ("취약점",))]),
)


@pytest.mark.parametrize(
    "text",
    [
        "a vulnerability management service",
        "취약점 스캔 서비스",
        "a service for vulnerability scans",
    ],
)
def test_the_kind_with_a_trait_is_close(text: str) -> None:
    assert GRADER.grade(text, SCANNER, PROMPT, description=TOLD).verdict is Verdict.CLOSE


@pytest.mark.parametrize(
    "text",
    [
        "a threat service",  # the author's confusable
        "an advanced service",  # a term of its own
        "a message queue service",  # of what the question does not tell
        "an image scanning tool of another kind entirely",
        "Azure Scanning Service",  # a name
        "the SNS scan service",
        "not a scan service",
        "vulnerability packages",  # another kind
        "a service",
        "a service for image scanning",  # an echo of the prompt
    ],
)
def test_another_thing_of_the_kind_is_wrong(text: str) -> None:
    assert GRADER.grade(text, SCANNER, PROMPT, description=TOLD).verdict is Verdict.WRONG
