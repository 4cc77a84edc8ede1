"""Steps 4 and 5: what the answer brings about, whose it is and what it defaults to, is no veto."""

import pytest

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.grader import Grader, KnownTerms
from study_app.grading.reasons import ReasonCode
from study_app.grading.verdict import Verdict

NOT_EXISTS = Answer(AnswerKind.CODE, ("attribute_not_exists",), ("attribute_exists",))
NEVER = "Which function lets `PutItem` create an item but never replace one?"
STRATEGY = Answer(AnswerKind.CODE, ("capacityProviderStrategy",), ("launchType",))
ENABLED = Answer(AnswerKind.CODE, ("circuitBreaker",), ("rollback",))
BRIDGE = Answer(AnswerKind.TEXT, ("bridge", "bridge mode"), ("awsvpc", "default"))
ERROR = Answer(AnswerKind.CODE, ("TransactionConflictException",), ("ValidationException",))
TRAIL = Answer(AnswerKind.TEXT, ("event bus",), ("event pipe",))
BUS = "Which component of EventBridge routes events to many targets?"
MAPS = Answer(AnswerKind.TEXT, ("Cloud Map", "AWS Cloud Map"), ("App Mesh",))
MAP = "Which service does ECS use for service discovery?"
LOGIN = Answer(AnswerKind.CODE, ("aws codeartifact login",), ("aws codeartifact logout",))
STOP = Answer(AnswerKind.CODE, ("aws ecs stop-service-deployment",), ("aws ecs stop-task",))
PUT = Answer(AnswerKind.CODE, ("PutRule",), ("EventPattern",))
LIMITS = Answer(AnswerKind.LIST, ("MinCapacity, MaxCapacity", "minimum limit, maximum limit"))
EVERY = [PUT, NOT_EXISTS, STRATEGY, ENABLED, BRIDGE, ERROR, TRAIL, MAPS, LOGIN, STOP, LIMITS]
GRADER = Grader(KnownTerms.of(EVERY, ["AWS CodeArtifact", "Amazon ECS"]))


@pytest.mark.parametrize(
    ("answer", "prompt", "response"),
    [
        (NOT_EXISTS, NEVER, "키에 attribute_not_exists를 쓰면 덮어쓰지 않아요"),
        (NOT_EXISTS, NEVER, "attribute_not_exists so it never overwrites"),
        (STRATEGY, "", "you set capacityProviderStrategy instead"),
        (STRATEGY, "", "대신 capacityProviderStrategy를 지정해요"),
        (ENABLED, "", "the circuitBreaker parameter, default false"),
        (ENABLED, "", "circuitBreaker (기본값 false)"),
        (BRIDGE, "", "it defaults to bridge"),
        (BRIDGE, "", "no mode is set, so bridge"),
        (BRIDGE, "", "모드가 없어서 bridge"),
        (ENABLED, "", "circuitBreaker stops a failed deployment"),
        (BRIDGE, "", "기본값이라서 bridge를 사용해요"),
        (ERROR, "", "catch (TransactionConflictException e)"),
        (ERROR, "", "except TransactionConflictException as e:"),
        (ERROR, "", "throw new TransactionConflictException()"),
        (ERROR, "", "err.name === 'TransactionConflictException'"),
        (PUT, "", "events.put_rule(Name=n, EventPattern=p)"),
        (PUT, "", "client.putRule({Name: n})"),
        (TRAIL, BUS, "An event bus sends events out to many targets"),
        (TRAIL, BUS, "the event bus hands out events to targets"),
        (MAPS, MAP, "aws cloud-map create-service"),
        (LIMITS, "", "minimum limit (MinCapacity), maximum limit (MaxCapacity)"),
    ],
)
def test_the_answer_counts(answer: Answer, prompt: str, response: str) -> None:
    assert GRADER.grade(response, answer, prompt).correct


@pytest.mark.parametrize(
    ("answer", "prompt", "response"),
    [
        (NOT_EXISTS, NEVER, "attribute_not_exists를 쓰면 안 돼요"),
        (NOT_EXISTS, NEVER, "attribute_not_exists를 쓰면 작동하지 않아요"),
        (NOT_EXISTS, NEVER, "attribute_exists를 쓰면 덮어쓰지 않아요"),
        (NOT_EXISTS, "Which function fails?", "attribute_not_exists를 쓰면 덮어쓰지 않아요"),
        (BRIDGE, "", "awsvpc is not set, so host"),
        (BRIDGE, "", "no bridge, so awsvpc"),
        (ENABLED, "", "rollback stops a failed deployment"),
        (STRATEGY, "", "you set launchType instead"),
        (STRATEGY, "", "capacityProviderStrategy, use launchType instead"),
        (ENABLED, "", "the rollback parameter, default false"),
        (ERROR, "", "catch (ValidationException e)"),
        (TRAIL, BUS, "An event pipe sends events out to many targets"),
        (MAPS, MAP, "aws appmesh create-service"),
        (LIMITS, "", "minimum limit (MaxCapacity), maximum limit (MinCapacity)"),
    ],
)
def test_another_answer_does_not(answer: Answer, prompt: str, response: str) -> None:
    assert not GRADER.grade(response, answer, prompt).correct


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        (STOP, "aws ecs stop-service"),
        (LIMITS, "min, max"),
        (LIMITS, "MaxCapacity 하나만 기억나요"),
        (LIMITS, "I only remember MinCapacity"),
    ],
)
def test_a_part_is_close(answer: Answer, response: str) -> None:
    grade = GRADER.grade(response, answer)
    assert grade.verdict is Verdict.CLOSE
    assert grade.reason.code in (ReasonCode.INCOMPLETE, ReasonCode.LIST_MISSING)


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        (LOGIN, "aws codeartifact"),
        (STOP, "aws ecs"),
        (STOP, "aws ecs stop-task"),
        (LIMITS, "max, min desired"),
        (LIMITS, "min"),
    ],
)
def test_too_small_a_part_is_wrong(answer: Answer, response: str) -> None:
    assert GRADER.grade(response, answer).verdict is Verdict.WRONG
