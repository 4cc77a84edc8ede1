"""What a document says and its case leaves out is named."""

from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.documents.shapes import opened
from study_app.simulator.model.case import Case
from study_app.words.text import Text
from tests.simulator.documents.aws_documents import (
    DOCUMENTS,
    INSTANCES,
    changed,
    one_container,
    one_service,
)

DEPLOYMENT = "deploymentConfiguration"


def said(document: object, current: Case | None = None) -> str:
    notes: tuple[Text, ...] = opened(document, current).notes
    assert all(note.ko != note.en for note in notes)
    return "\n".join(note.en for note in notes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({DEPLOYMENT: {"alarms": {"alarmNames": ["5xx"], "enable": True}}}, "`service_health`"),
        (
            {DEPLOYMENT: {"deploymentCircuitBreaker": {"enable": True, "rollback": True}}},
            "the kind `circuit_breaker`",
        ),
        (
            {DEPLOYMENT: {"earlySuccessCriteria": {"enable": True, "healthyPercent": 100}}},
            "`deploymentConfiguration.earlySuccessCriteria`",
        ),
        ({DEPLOYMENT: {"bakeTimeInMinutes": 5}}, "`deploymentConfiguration.bakeTimeInMinutes`"),
        ({"healthCheckGracePeriodSeconds": 60}, "left out here; the kind `service_health`"),
        ({"loadBalancers": [{"containerName": "web", "containerPort": 80}]}, "`loadBalancers`"),
        (
            {"capacityProviderStrategy": [{"capacityProvider": "asg", "weight": 1}]},
            "`capacityProviderStrategy`: left out here; the kind `capacity_provider`",
        ),
        ({"placementStrategy": [{"type": "random"}]}, "`placementStrategy`: counts once"),
        ({"placementConstraints": [{"type": "distinctInstance"}]}, "`placementConstraints`: c"),
        ({"networkConfiguration": {"awsvpcConfiguration": {}}}, "`networkConfiguration`"),
    ],
)
def test_what_a_service_says_and_a_rollout_leaves_out_is_named(
    changes: dict[str, object], words: str
) -> None:
    assert words in said(one_service(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {DEPLOYMENT: {"minimumHealthyPercent": 50, "maximumPercent": 150}},
        {DEPLOYMENT: {"deploymentCircuitBreaker": {"enable": False, "rollback": False}}},
        {DEPLOYMENT: {"alarms": {"alarmNames": [], "enable": False}}},
        {"loadBalancers": [], "healthCheckGracePeriodSeconds": 0},
        {"availabilityZoneRebalancing": "DISABLED"},
        {"tags": [{"key": "a", "value": "b"}], "role": "r", "enableExecuteCommand": True},
    ],
)
def test_what_asks_for_nothing_is_not_named(changes: dict[str, object]) -> None:
    assert said(one_service(**changes)) == ""


def test_on_instances_the_placement_of_a_service_counts() -> None:
    current = opened(INSTANCES, None).case
    assert said(one_service(placementStrategy=[{"type": "random"}]), current) == ""


def test_the_percentages_of_a_daemon_are_named() -> None:
    limits = {"minimumHealthyPercent": 0, "maximumPercent": 100}
    daemon = {"serviceName": "web", "schedulingStrategy": "DAEMON", DEPLOYMENT: limits}
    assert said(daemon) == (
        "Left out here: `deploymentConfiguration.minimumHealthyPercent`, "
        "`deploymentConfiguration.maximumPercent`."
    )


def test_a_strategy_of_fargate_providers_is_simulated_and_not_named() -> None:
    providers = [{"capacityProvider": "FARGATE", "weight": 1}]
    assert "capacityProviderStrategy" not in said(one_service(capacityProviderStrategy=providers))


@pytest.mark.parametrize(
    ("configuration", "given", "minutes"),
    [
        (
            {
                "strategy": "CANARY",
                "bakeTimeInMinutes": 10,
                "canaryConfiguration": {"canaryPercent": 12.5, "canaryBakeTimeInMinutes": 15},
            },
            {"canaryPercent": 12.5, "canaryBakeTimeInMinutes": 15, "bakeTimeInMinutes": 10},
            25,
        ),
        (
            {
                "strategy": "LINEAR",
                "linearConfiguration": {"stepPercent": 50.0, "stepBakeTimeInMinutes": 2},
            },
            {"stepPercent": 50, "stepBakeTimeInMinutes": 2},
            17,
        ),
        ({"strategy": "BLUE_GREEN", "bakeTimeInMinutes": 3}, {"bakeTimeInMinutes": 3}, 3),
    ],
)
def test_a_shift_of_traffic_leads_to_its_kind(
    configuration: dict[str, Any], given: dict[str, object], minutes: int
) -> None:
    service = one_service(deploymentConfiguration=configuration)
    found = opened(service, None)
    strategy = configuration["strategy"]
    assert found.case == Case("traffic", {"strategy": strategy, "desired": 4, **given})
    assert f"is {strategy}, so this simulates its traffic shift" in found.notes[0].en
    assert simulate("traffic", found.case.given)["minutes"] == minutes
    assert "bakeTimeInMinutes" not in said(service)


def test_a_listener_of_a_network_load_balancer_is_recognized() -> None:
    rule = "arn:aws:elasticloadbalancing:x:1:listener/net/web/1/2"
    service = one_service(
        deploymentConfiguration={"strategy": "BLUE_GREEN", "bakeTimeInMinutes": 3},
        loadBalancers=[{"advancedConfiguration": {"productionListenerRule": rule}}],
    )
    assert opened(service, None).case.given["network_load_balancer"] is True


def test_what_a_container_says_about_its_health_is_named() -> None:
    definition = one_container(healthCheck={"command": ["CMD", "true"]}, stopTimeout=60)
    assert said(definition) == (
        "Left out here: `containerDefinitions[0].healthCheck`, "
        "`containerDefinitions[0].stopTimeout`."
    )


def test_what_aws_could_not_describe_is_named() -> None:
    failed = {**INSTANCES, "failures": [{"arn": "arn:aws:x", "reason": "MISSING"}]}
    assert "could not describe 1 of the requested resources (MISSING)" in said(failed)
    missing = {**DOCUMENTS["services"], "failures": [{"reason": "MISSING"}]}
    assert "could not describe 1" in said(missing)


def test_many_fields_are_counted() -> None:
    containers = [
        {"name": f"c{number}", "image": "i", "memory": 4, "stopTimeout": 9} for number in range(10)
    ]
    many = changed("register-task-definition", containerDefinitions=containers)
    assert "… (+2)" in said(many)
