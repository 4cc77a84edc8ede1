"""AWS API names that do not exist are refused, as far as the models at hand can tell."""

import json
import sys
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.bank.checking.check import Report, check
from study_app.bank.names.models import Models, Service, installed_models, service_of
from study_app.bank.names.tables import OTHER_NAMES, SERVICES
from tests.shipped import shipped

TODAY = date(2026, 11, 23)
RUN_TASK = frozenset({"cluster", "count", "enable-execute-command", "task-definition"})
ECS = Service(
    operations=frozenset({"RunTask", "ListTasks"}),
    members=frozenset({"cluster", "count", "enableExecuteCommand", "taskDefinition"}),
    values=frozenset({"FARGATE_SPOT", "DAEMON"}),
    errors=frozenset({"ClusterNotFoundException"}),
    commands={"run-task": RUN_TASK, "list-tasks": frozenset({"cluster"})},
)
NOTHING = frozenset[str]()
LAMBDA = Service(
    operations=frozenset({"Invoke"}),
    members=frozenset({"FunctionName"}),
    values=NOTHING,
    errors=NOTHING,
    commands={"invoke": frozenset({"function-name"})},
)
KMS = Service(
    operations=frozenset({"Decrypt"}),
    members=NOTHING,
    values=NOTHING,
    errors=NOTHING,
    commands={"decrypt": NOTHING},
)
FAKE: Models = {"ecs": ECS, "lambda": LAMBDA, "kms": KMS, "codedeploy": LAMBDA}.get

CARD = """\
topic: mine
title: Mine
services: [Amazon ECS]
cards:
  - id: card
    title: {title}
    body: |
      {body}
    skills: {{}}
    source: https://docs.aws.amazon.com/page.html
    checked: 2026-11-23
questions:
  - id: asks
    kind: typed
    card: card
    prompt: How many?
    answer: {{kind: number, accept: ["1"]}}
    why: One.
    skills: {{}}
    source: https://docs.aws.amazon.com/page.html
    checked: 2026-11-23
    difficulty: 1
"""
QUESTION = """\
topic: mine
title: Mine
services: []
questions:
  - id: question
    kind: typed
    prompt: Which?
    answer: {answer}
    why: It is.
    skills: {{}}
    source: https://docs.aws.amazon.com/page.html
    checked: 2026-11-23
    difficulty: 1
"""


def report_on(folder: Path, text: str, models: Models | None = FAKE) -> Report:
    file = folder / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    return check([file], TODAY, beside=[], models=models)


def in_markdown(folder: Path, body: str) -> list[str]:
    report = report_on(folder, CARD.format(title="Mine", body=body.replace("\n", "\n      ")))
    return [problem.message for problem in report.problems]


def in_plain(folder: Path, title: str) -> list[str]:
    report = report_on(folder, CARD.format(title=json.dumps(title), body="Mine."))
    return [problem.message for problem in report.problems]


@settings(max_examples=60, deadline=None)
@given(
    known=st.sampled_from(sorted({*ECS.names(), *LAMBDA.names(), *OTHER_NAMES})),
    made_up=st.from_regex("[A-Z][a-z]{2,8}([A-Z][a-z]{2,8}){1,2}", fullmatch=True),
)
def test_a_name_is_refused_if_and_only_if_nobody_knows_it(
    tmp_path_factory: pytest.TempPathFactory, known: str, made_up: str
) -> None:
    """'Every AWS API operation, parameter, enum value ... named in code spans exists.'"""
    folder = tmp_path_factory.mktemp("content")
    names = {*ECS.names(), *LAMBDA.names(), *KMS.names(), *OTHER_NAMES}
    assert in_markdown(folder, f"`{known}`") == []
    refused = in_markdown(folder, f"`{made_up}`")
    assert len(refused) == (made_up not in names)
    assert all(repr(made_up) in message for message in refused)


def test_a_problem_says_where_and_what_is_near(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = report_on(Path(), CARD.format(title="Mine", body="Call `RunTsk`."))
    assert [str(problem) for problem in report.problems] == [
        "mine.yaml:7:11: no AWS API has the name 'RunTsk'; did you mean 'RunTask'?"
    ]


@pytest.mark.parametrize(
    "right",
    [
        "`RunTask`을 부른다",
        "`TaskDefinition: web` and `taskDefinition`",
        "`FARGATE_SPOT`, `DAEMON`, `ClusterNotFoundException`",
        "RunTsk in prose, `run tsk` in lower case, `web:1.4` and `orders`",
        "`AWS::ECS::TaskSet`, `/home/MyName`, `X-My-Header`, `arn:aws:ecs:MyRegion`",
        "`States.MadeUp`, `attribute:NAME`, `repo/MyImage@MyDigest`, `my.MyHost.example.com`",
        '```\n{"MadeUpField": 1}\n```',
        "`ecs:RunTask`, `iam:PassRole`, `${aws:PrincipalTag/team}`, `ecs:*`, `PassRole`",
        "`aws ecs run-task --cluster MyCluster --no-enable-execute-command --region us-east-1`",
        "`aws ecs`, `aws ecs wait tasks-stopped --anything`, `aws configure sso --anything`",
        "`aws s3 cp MyFile s3://MyBucket`, `aws deploy push`, `aws login`",
        "`run-task --count 2`, `list-tasks`, `get-login-password --region us-east-1`",
        "```\naws ecs run-task \\\n  --cluster c |\n  jq --raw\n```",
    ],
)
def test_what_exists_or_is_no_api_name_is_left_alone(tmp_path: Path, right: str) -> None:
    assert in_markdown(tmp_path, right) == []


@pytest.mark.parametrize(
    ("wrong", "messages"),
    [
        ("`daemon` `DAEMONS`", ["no AWS API has the name 'DAEMONS'; did you mean 'DAEMON'?"]),
        ("`runTask`", ["no AWS API has the name 'runTask'; did you mean 'RunTask'?"]),
        (
            "`FARGATE_SPOTS: 1`",
            ["no AWS API has the name 'FARGATE_SPOTS'; did you mean 'FARGATE_SPOT'?"],
        ),
        (
            "`ecs:RunTasks`",
            [
                "IAM has no action or condition key 'ecs:RunTasks'; did you mean 'ecs:RunTask'?",
            ],
        ),
        (
            "`iam:PassRoles`",
            ["IAM has no action or condition key 'iam:PassRoles'; did you mean 'iam:PassRole'?"],
        ),
        ("`esc:RunTask`", ["no AWS service has the prefix 'esc' of 'esc:RunTask'"]),
        (
            "`aws lamda invoke`",
            ["the AWS CLI has no service 'lamda'; did you mean 'lambda'?"],
        ),
        (
            "`aws codedeploy invoke`",
            ["the AWS CLI has no service 'codedeploy'; did you mean 'deploy'?"],
        ),
        (
            "`aws ecs run-tasks`",
            ["there is no command 'aws ecs run-tasks'; did you mean 'run-task'?"],
        ),
        (
            "`aws ecs list-tasks --clusters a --query x`",
            ["'aws ecs list-tasks' has no option '--clusters'; did you mean '--cluster'?"],
        ),
        (
            "`list-task`",
            ["no AWS service has the command 'list-task'; did you mean 'list-tasks'?"],
        ),
        (
            "`list-tasks --clusters a`",
            ["'list-tasks' has no option '--clusters'; did you mean '--cluster'?"],
        ),
        (
            "```\naws ecs list-tasks \\\n  --clusters a\n```",
            ["'aws ecs list-tasks' has no option '--clusters'; did you mean '--cluster'?"],
        ),
    ],
)
def test_what_does_not_exist_is_named(tmp_path: Path, wrong: str, messages: list[str]) -> None:
    assert in_markdown(tmp_path, wrong) == messages


def test_plain_text_counts_as_a_whole_but_for_its_ordinary_words(tmp_path: Path) -> None:
    text = "Dance on AWS: RunTask with RunTsk, kms:Decryp in CloudWatch, aws ecs run-tsk"
    assert in_plain(tmp_path, text) == [
        "IAM has no action or condition key 'kms:Decryp'; did you mean 'kms:Decrypt'?",
        "no AWS API has the name 'RunTsk'; did you mean 'RunTask'?",
        "there is no command 'aws ecs run-tsk'; did you mean 'run-task'?",
    ]


@pytest.mark.parametrize(
    ("answer", "count"),
    [
        ("{kind: code, accept: [RunTsk]}", 1),
        ("{kind: code, accept: [Invok]}", 1),
        ("{kind: code, accept: [Invoke, InvokeIt], confusables: [MadeUp]}", 0),
        ("{kind: text, accept: [MadeUp]}", 0),
    ],
)
def test_of_a_key_for_code_the_answer_that_is_shown_counts(
    tmp_path: Path, answer: str, count: int
) -> None:
    report = report_on(tmp_path, QUESTION.format(answer=answer))
    assert [problem.line for problem in report.problems] == [8] * count


def test_translations_are_checked(content: Path) -> None:
    path = content / "ko" / "topics" / "rolling.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("body: |\n", "body: |\n      `RunTsk`\n", 1), encoding="utf-8")
    known: Models = {"ecs": replace(ECS, values=frozenset({"distinctInstance"}))}.get
    (problem,) = check([content], TODAY, beside=[], models=known).problems
    assert problem.file == str(path)
    assert "'RunTsk'" in problem.message


def test_models_of_other_services_are_read_only_where_they_are_needed(tmp_path: Path) -> None:
    asked: list[str] = []

    def models(service_id: str) -> Service | None:
        asked.append(service_id)
        return FAKE(service_id)

    assert report_on(tmp_path, CARD.format(title="Mine", body="`RunTask`"), models).problems == ()
    assert asked == ["ecs"]


def test_a_model_gives_its_names() -> None:
    model = {
        "operations": {"RunTask": {"input": {"shape": "RunTaskRequest"}}, "Ping": {}},
        "shapes": {
            "RunTaskRequest": {"type": "structure", "members": {"launchType": {"shape": "Type"}}},
            "Type": {"type": "string", "enum": ["EC2", "FARGATE"]},
            "Full": {"type": "structure", "exception": True, "error": {"httpStatusCode": 400}},
            "Gone": {"type": "structure", "exception": True, "error": {"code": "Gone.Away"}},
        },
    }
    assert service_of(model, str.casefold) == Service(
        operations=frozenset({"RunTask", "Ping"}),
        members=frozenset({"launchType"}),
        values=frozenset({"EC2", "FARGATE"}),
        errors=frozenset({"Full", "Gone", "Gone.Away"}),
        commands={"runtask": frozenset({"launchtype"}), "ping": frozenset()},
    )


def test_every_service_of_the_exams_is_in_the_table() -> None:
    exams = shipped().blueprints.values()
    assert {service for exam in exams for service in exam.services} - SERVICES.keys() == set()


def test_without_botocore_the_report_says_that_the_names_were_not_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "botocore", None)
    report = report_on(tmp_path, CARD.format(title="Mine", body="Call `RunTsk`."), models=None)
    assert report.problems == ()
    (skipped,) = report.skipped
    assert "botocore" in skipped.en
    assert [*report.lines("en")][-2:] == [f"skipped: {skipped.en}", "no problems"]
    assert "skipped" not in report.as_json()


def test_nothing_was_skipped_where_models_are_at_hand(tmp_path: Path) -> None:
    report = report_on(tmp_path, CARD.format(title="Mine", body="Call `RunTask`."))
    assert report.skipped == ()
    assert not any("skipped" in line for line in report.lines("en"))


def test_the_models_of_an_installed_botocore_are_asked(tmp_path: Path) -> None:
    body = "`RunTsk`, `RunTask`, `aws ecs run-task --cluster a`, `aws ecs run-tsk`, `kms:Decrypt`"
    report = report_on(tmp_path, CARD.format(title="Mine", body=body), models=None)
    models = installed_models()
    if find_spec("botocore") is None:
        assert models is None
        assert len(report.skipped) == 1
    else:
        assert models is not None
        assert models("no-such-service") is None
        assert [problem.message for problem in report.problems] == [
            "no AWS API has the name 'RunTsk'; did you mean 'RunTask'?",
            "there is no command 'aws ecs run-tsk'; did you mean 'run-task'?",
        ]
