"""AWS JSON as cases: each shape alone, merged into another, and what is refused."""

import itertools
from collections.abc import Mapping
from typing import Any

import pytest

from study_app.simulator.documents.cases import EXAMPLE_INSTANCES, EXAMPLE_TASK
from study_app.simulator.documents.shapes import case_from, is_aws
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError
from tests.simulator.documents.aws_documents import (
    DOCUMENTS,
    FIRST,
    INSTANCES,
    SECOND,
    changed,
    one_container,
    one_service,
    opened,
    run,
)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_recognised_and_can_be_simulated(name: str) -> None:
    assert is_aws(DOCUMENTS[name])
    needed = {"update-service": "create-service", "tasks": "container-instances"}.get(name)
    current = None if needed is None else opened(needed)

    assert not run(case_from(DOCUMENTS[name], current)).get("error")


@pytest.mark.parametrize(
    "document",
    [
        None,
        [],
        "containerDefinitions",
        {},
        {"kind": "rolling", "input": {"desired": 4}},
        {"services": {"web": {"image": "nginx"}}},
        {"containerInstanceArns": ["arn:aws:ecs:x:1:container-instance/a"]},
        {"taskDefinition": "web:3"},
        {3: 4},
    ],
)
def test_another_document_is_told_which_ones_are_known(document: object) -> None:
    assert not is_aws(document)
    with pytest.raises(CaseError) as caught:
        case_from(document, None)

    assert caught.value.place == "document"
    assert "describe-container-instances" in caught.value.remedy.en


def test_a_task_definition_goes_on_the_example_instances() -> None:
    case = opened("register-task-definition")

    assert (case.kind, case.given["mode"], case.given["count"]) == ("placement", "place", 1)
    assert case.given["instances"] == list(EXAMPLE_INSTANCES)
    assert case.given["task"] == {
        "cpu": 320,
        "memory": 512,
        "networkMode": "bridge",
        "portMappings": [{"containerPort": 80, "hostPort": 0}],
    }
    assert case.given["task_definition_constraints"] == [
        {"type": "memberOf", "expression": "attribute:ecs.instance-type =~ m5.*"}
    ]
    assert run(case)["placed_on"] == ["example-a"]


def test_a_definition_for_fargate_is_about_its_size() -> None:
    case = opened("fargate-task-definition")

    assert case == Case(
        "fargate_size", {"cpu": "1 vCPU", "memory": "2 GB", "operatingSystemFamily": "LINUX"}
    )
    assert run(case)["valid"] is True


def test_a_size_that_fargate_does_not_offer_is_for_the_case_to_tell() -> None:
    case = case_from(changed("fargate-task-definition", memory="9 GB"), opened("fargate-service"))

    assert case.kind == "fargate_size"
    assert run(case)["valid"] is False


def test_a_definition_for_fargate_and_ec2_goes_on_open_instances() -> None:
    case = opened("container-instances", "fargate-task-definition")

    assert case.kind == "placement"
    assert case.given["task"] == {
        "cpu": 1024,
        "memory": 2048,
        "networkMode": "awsvpc",
        "portMappings": [{"containerPort": 8080, "hostPort": 0}],
    }
    with pytest.raises(CaseError, match="cpu is refused; ClientException: Invalid 'cpu' setting"):
        case_from(changed("fargate-task-definition", memory="9 GB"), case)


def test_the_example_instances_are_in_the_way_of_nothing_on_fargate() -> None:
    example = opened("register-task-definition")

    assert case_from(DOCUMENTS["fargate-task-definition"], example).kind == "fargate_size"
    assert case_from(DOCUMENTS["fargate-service"], example).kind == "capacity_provider"


def test_a_service_alone_is_a_rolling_update_in_numbers() -> None:
    case = opened("create-service")

    assert case.kind == "rolling"
    assert "instances" not in case.given
    assert case.given["desired"] == 4
    assert case.given["minimumHealthyPercent"] == 50
    assert case.given["maximumPercent"] == 150
    assert case.given["group"] == "service:shop-web"
    assert run(case)["lower"] == 2


def test_what_describes_a_service_is_the_same_case() -> None:
    described, created = opened("services"), opened("create-service")
    # What runs of it is known as well.
    deployments = [{"status": "PRIMARY", "runningCount": 4}]
    assert described.given == {**created.given, "deployments": deployments}


@pytest.mark.parametrize("provider", ["FARGATE", "FARGATE_SPOT"])
def test_capacity_providers_of_fargate_share_the_tasks(provider: str) -> None:
    assert run(opened("fargate-service"))["counts"] == {"FARGATE": 4, "FARGATE_SPOT": 6}
    alone = case_from(
        one_service(capacityProviderStrategy=[{"capacityProvider": provider, "weight": 1}]), None
    )
    assert alone.given["strategy"] == [{"cp": provider, "base": 0, "weight": 1}]


def test_other_capacity_providers_are_instances() -> None:
    strategy = [{"capacityProvider": "shop-asg", "weight": 1}]
    document = one_service(capacityProviderStrategy=strategy)

    assert case_from(document, None).kind == "rolling"
    assert "instances" in case_from(document, opened("container-instances")).given
    # An empty list takes a service off its capacity providers.
    back = one_service(capacityProviderStrategy=[], launchType="EC2")
    assert case_from(back, None).kind == "rolling"


@pytest.mark.parametrize("name", ["fargate-service", "launch type"])
def test_a_service_on_fargate_runs_on_none_of_the_open_instances(name: str) -> None:
    document = DOCUMENTS.get(name) or one_service(launchType="FARGATE")

    with pytest.raises(CaseError) as caught:
        case_from(document, opened("container-instances"))

    assert caught.value.place in ("capacityProviderStrategy", "launchType")
    assert case_from(document, None).kind in ("capacity_provider", "rolling")


def test_a_daemon_goes_on_every_instance() -> None:
    case = opened("container-instances", "daemon-service")

    assert (case.kind, case.given["mode"]) == ("placement", "daemon")
    assert case.given["group"] == "service:node-agent"
    assert run(case)["counts"] == {FIRST: 1, SECOND: 1}
    assert run(opened("daemon-service"))["counts"] == {"example-a": 1, "example-b": 1}


def test_a_daemon_keeps_running_what_a_new_definition_says() -> None:
    case = opened("container-instances", "daemon-service", "task-definition")

    assert case.given["mode"] == "daemon"
    # Port 8080 of the first instance is taken.
    assert run(case)["counts"] == {SECOND: 1}


@pytest.mark.parametrize("service", ["create-service", "services"])
@pytest.mark.parametrize("definition", ["register-task-definition", "task-definition"])
def test_the_order_of_instances_definition_and_service_does_not_matter(
    definition: str, service: str
) -> None:
    expected = opened("container-instances", definition, service)

    for order in itertools.permutations(["container-instances", definition, service]):
        assert opened(*order) == expected
    assert expected.kind == "rolling"
    assert set(expected.given) >= {
        *("desired", "minimumHealthyPercent", "maximumPercent"),
        *("instances", "task", "strategy", "constraints", "group"),
    }
    assert expected.given["strategy"] == [
        {"type": "spread", "field": "attribute:ecs.availability-zone"},
        {"type": "binpack", "field": "memory"},
    ]
    assert expected.given["constraints"] == [{"type": "distinctInstance"}]
    assert expected.given["group"] == "service:shop-web"
    run(expected)


def test_a_new_service_does_not_inherit_the_placement_of_the_one_before() -> None:
    case = case_from(one_service(), opened("container-instances", "create-service"))

    assert "strategy" not in case.given
    assert "constraints" not in case.given


ONE: Mapping[str, Any] = {"id": "a", "az": "z", "cpu": 1024, "memory": 2048}


def test_instances_replace_those_of_a_case_of_ones_own() -> None:
    current = Case("placement", {"fixture": [ONE], "count": 3, "task": {"cpu": 1, "group": "g"}})
    case = case_from(INSTANCES, current)

    assert "fixture" not in case.given
    assert (case.given["count"], case.given["task"]) == (3, {"cpu": 1, "group": "g"})
    assert run(case)["placed_on"] == [FIRST, SECOND, FIRST]


def test_instances_take_the_place_of_a_number_of_places() -> None:
    case = case_from(INSTANCES, Case("rolling", {"desired": 2, "cluster_room": 3}))

    assert case.kind == "rolling"
    assert "cluster_room" not in case.given
    assert case.given["task"] == EXAMPLE_TASK
    assert run(case)["result"] == "COMPLETED"


def test_a_query_keeps_its_expression_and_lends_its_instances() -> None:
    current = Case("query", {"instances": [ONE], "expression": "attribute:stack == prod"})

    assert run(case_from(INSTANCES, current))["matches"] == [FIRST]
    assert case_from(one_container(), current).given["instances"] == [ONE]
    # Those without a size are none that a task could go on.
    bare = Case("query", {"instances": [{"id": "a"}], "expression": "attribute:stack exists"})
    assert case_from(one_container(), bare).given["instances"] == list(EXAMPLE_INSTANCES)


@pytest.mark.parametrize("kind", ["scaling", "fargate_size", "circuit_breaker"])
def test_a_case_without_instances_is_closed_by_them(kind: str) -> None:
    case = case_from(INSTANCES, Case(kind, {"instances": [ONE]}))

    assert (case.kind, case.given["task"]) == ("placement", EXAMPLE_TASK)


def test_a_definition_keeps_the_group_and_the_rest_of_a_case() -> None:
    task = {"group": "database", "cpu": 1}
    given = {"instances": [ONE], "count": 2, "seed": 7, "task": task, "mode": "candidates"}
    case = case_from(one_container(), Case("placement", given))

    assert case.given["task"] == {
        "cpu": 0,
        "memory": 256,
        "networkMode": "bridge",
        "group": "database",
    }
    assert (case.given["seed"], case.given["mode"]) == (7, "candidates")


def test_a_definition_without_constraints_takes_those_before_away() -> None:
    case = case_from(one_container(), opened("container-instances", "register-task-definition"))

    assert "task_definition_constraints" not in case.given


def test_attributes_that_a_task_requires_count_where_instances_have_some() -> None:
    name = "ecs.capability.efs"
    document = changed("task-definition", requiresAttributes=[{"name": name}])

    assert run(case_from(document, opened("container-instances")))["placed_on"] == [None]
    assert run(case_from(document, opened("task-definition")))["placed_on"] == ["example-a"]
    by_hand = Case("placement", {"instances": [ONE]})
    assert run(case_from(document, by_hand))["placed_on"] == ["a"]
