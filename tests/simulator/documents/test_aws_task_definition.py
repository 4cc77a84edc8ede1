"""AWS task definitions: what is read, and what is refused and where."""

from typing import Any

import pytest

from study_app.simulator.documents.shapes import case_from, is_aws
from study_app.simulator.model.problem import CaseError
from tests.simulator.documents.aws_documents import changed, one_container


def test_sizes_of_the_whole_task_count_before_those_of_its_containers() -> None:
    task: Any = case_from(
        {**one_container(cpu=64), "cpu": "0.5 vCPU", "memory": "1 GB"}, None
    ).given
    assert (task["task"]["cpu"], task["task"]["memory"]) == (512, 1024)

    windows = {"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}
    document = {**one_container(cpu=64), "cpu": "512", "memory": "1024", "runtimePlatform": windows}
    task = case_from(document, None).given
    assert (task["task"]["cpu"], task["task"]["memory"]) == (64, 256)


def test_gpus_and_port_ranges_of_containers() -> None:
    document = one_container(
        resourceRequirements=[{"type": "GPU", "value": "2"}],
        portMappings=[{"containerPortRange": "8000-8010"}, {"containerPort": 80, "hostPort": 81}],
    )
    task: Any = case_from(document, None).given["task"]

    assert task["gpu"] == 2
    assert task["portMappings"] == [{"containerPort": 80, "hostPort": 81}]


def test_fields_that_nobody_reads_may_be_anything() -> None:
    document = {**one_container(environment=3, healthCheck=[]), "volumes": "none", "tags": None}

    assert case_from(document, None) == case_from(one_container(), None)


def test_null_is_left_out() -> None:
    nulls = one_container()
    nulls["containerDefinitions"][0] |= {"cpu": None, "portMappings": None, "essential": None}
    document = {**nulls, "cpu": None, "networkMode": None, "runtimePlatform": None}

    assert case_from(document, None) == case_from(one_container(), None)


STRANGE = {"type": "memberOf", "expression": "attribute:a =~ (b"}


@pytest.mark.parametrize(
    ("document", "field", "words"),
    [
        # Malformed.
        ({"containerDefinitions": []}, "family", "write up to 255 letters"),
        (
            {"family": "a b", "containerDefinitions": []},
            "family",
            "letters, digits, hyphens and underscores",
        ),
        (
            {"family": "web", "containerDefinitions": {}},
            "containerDefinitions",
            "write a list",
        ),
        (
            {"family": "web", "containerDefinitions": ["web"]},
            "containerDefinitions[0]",
            "write fields with values",
        ),
        (one_container(name=None), "containerDefinitions[0].name", "is missing"),
        (one_container(image=7), "containerDefinitions[0].image", "write text"),
        (one_container(memory="256"), "containerDefinitions[0].memory", "write a whole number"),
        (one_container(memory=-1), "containerDefinitions[0].memory", "write a whole number"),
        (one_container(cpu=10**30), "containerDefinitions[0].cpu", "is out of range"),
        (
            one_container(portMappings=[{"hostPort": 80}]),
            "containerDefinitions[0].portMappings[0].containerPort",
            "is missing",
        ),
        (
            one_container(resourceRequirements=[{"type": "GPU", "value": "ALL"}]),
            "containerDefinitions[0].resourceRequirements[0].value",
            "such as '1'",
        ),
        (
            one_container(resourceRequirements=[{"type": "NeuronDevice", "value": "ALL"}]),
            "containerDefinitions[0].resourceRequirements[0].type",
            "is not simulated; write GPU",
        ),
        (one_container() | {"networkMode": "nat"}, "networkMode", "bridge, host, awsvpc, none"),
        (one_container() | {"cpu": 1.5}, "cpu", "write a whole number"),
        (
            one_container() | {"requiresCompatibilities": ["LAMBDA"]},
            "requiresCompatibilities[0]",
            "EC2, FARGATE, EXTERNAL, MANAGED_INSTANCES",
        ),
        (
            one_container() | {"requiresCompatibilities": ["MANAGED_INSTANCES"]},
            "requiresCompatibilities",
            "not simulated; write EC2 or FARGATE",
        ),
        (
            one_container() | {"runtimePlatform": {"operatingSystemFamily": "BEOS"}},
            "runtimePlatform.operatingSystemFamily",
            "write LINUX or",
        ),
        (
            one_container(portMappings=[{"containerPortRange": "1-9"}]) | {"networkMode": "host"},
            "containerDefinitions[0].portMappings[0].containerPortRange",
            "bridge or awsvpc",
        ),
        # What the validators of a task definition refuse.
        (
            {"family": "web", "containerDefinitions": []},
            "containerDefinitions",
            "ClientException: Container list cannot be empty.",
        ),
        (
            one_container(memory=None),
            "containerDefinitions[0].memory",
            "At least one of 'memory' or 'memoryReservation' must be specified.",
        ),
        (one_container(memory=0), "containerDefinitions[0].memory", "write 1 or more"),
        (
            one_container(memoryReservation=0),
            "containerDefinitions[0].memoryReservation",
            "write 1 or more",
        ),
        (
            one_container(image=None, name="memory"),
            "containerDefinitions[0].image",
            "ClientException: Container.image should not be null or empty.",
        ),
        (
            one_container(portMappings=[{"containerPort": 80, "hostPort": 65536}]),
            "containerDefinitions[0].portMappings[0].hostPort",
            "hostPort is 65536",
        ),
        (
            one_container(portMappings=[{"containerPort": 0}]),
            "containerDefinitions[0].portMappings[0].containerPort",
            "containerPort is 0",
        ),
        (
            one_container(portMappings=[{"containerPort": 80, "protocol": "icmp"}]),
            "containerDefinitions[0].portMappings[0].protocol",
            "write tcp or udp",
        ),
        (
            one_container(portMappings=[{"containerPort": 80, "hostPort": 81}])
            | {"networkMode": "host"},
            "containerDefinitions[0].portMappings[0].hostPort",
            "host ports and container ports in port mappings must match",
        ),
        (
            one_container(portMappings=[{"containerPort": 80}]) | {"networkMode": "none"},
            "containerDefinitions[0].portMappings",
            "network mode none allows no port mappings",
        ),
        (
            one_container(links=["db"]) | {"networkMode": "awsvpc"},
            "containerDefinitions[0].links",
            "Links are not supported",
        ),
        (
            changed(
                "fargate-task-definition",
                containerDefinitions=[{"name": "x", "image": "y", "privileged": True}],
            ),
            "containerDefinitions[0].privileged",
            "Fargate requires that the 'privileged' setting be 'false'.",
        ),
        (
            changed(
                "fargate-task-definition",
                containerDefinitions=[
                    {
                        "name": "x",
                        "image": "y",
                        "resourceRequirements": [{"type": "GPU", "value": "1"}],
                    }
                ],
            ),
            "containerDefinitions[0].resourceRequirements",
            "do not support GPU",
        ),
        (
            changed(
                "fargate-task-definition",
                containerDefinitions=[
                    {"name": "x", "image": "y", "logConfiguration": {"logDriver": "syslog"}}
                ],
            ),
            "containerDefinitions[0].logConfiguration.logDriver",
            "syslog is not a valid log driver",
        ),
        (changed("fargate-task-definition", cpu=None), "cpu", "'cpu' be defined at the task level"),
        (
            changed("fargate-task-definition", memory=None),
            "memory",
            "'memory' be defined at the task level",
        ),
        (
            changed("fargate-task-definition", cpu="much"),
            "cpu",
            "ClientException: Invalid 'cpu' setting for task.",
        ),
        (
            changed("fargate-task-definition", networkMode="bridge"),
            "networkMode",
            "Fargate only supports network mode 'awsvpc'.",
        ),
        (
            changed("fargate-task-definition", executionRoleArn=None),
            "executionRoleArn",
            "execution role ARN to support ECR images",
        ),
        (
            one_container(secrets=[{"name": "KEY", "valueFrom": "arn:aws:ssm:x"}]),
            "executionRoleArn",
            "you must also specify a value for 'executionRoleArn'",
        ),
        (one_container() | {"cpu": "64"}, "cpu", "Write 128 to 196608 units."),
        (one_container(cpu=512) | {"cpu": "256"}, "cpu", "sum of all container 'cpu' values"),
        (
            one_container(memory=None, memoryReservation=512) | {"memory": "256"},
            "memory",
            "reserve 512 MiB together",
        ),
        (
            changed("task-definition", placementConstraints=[{"type": "distinctInstance"}]),
            "taskDefinition.placementConstraints[0].type",
            "a task definition takes memberOf only",
        ),
        (
            changed("task-definition", placementConstraints=[STRANGE]),
            "taskDefinition.placementConstraints[0].expression",
            "memberOf expression, column 16",
        ),
        (
            changed(
                "fargate-task-definition",
                placementConstraints=[{"type": "memberOf", "expression": "attribute:a exists"}],
            ),
            "placementConstraints",
            "placement constraints are not supported with FARGATE",
        ),
    ],
)
def test_a_refusal_names_the_place_and_what_to_write(
    document: object, field: str, words: str
) -> None:
    with pytest.raises(CaseError) as caught:
        case_from(document, None)

    assert caught.value.place == field
    assert words in str(caught.value)
    assert is_aws(document)
