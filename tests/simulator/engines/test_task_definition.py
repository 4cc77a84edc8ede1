"""What AWS refuses about a task definition."""

from dataclasses import replace

import pytest

from study_app.simulator.engines.task_definition.problems import definition_problems
from study_app.simulator.engines.task_definition.task_definition import (
    Compatibility,
    ContainerDefinition,
    PortMapping,
    TaskDefinition,
)
from study_app.simulator.model.resources import NetworkMode, Requirements

WEB = ContainerDefinition(name="web", image="nginx", memory=256)
EC2 = TaskDefinition(family="web", containerDefinitions=(WEB,))
FARGATE = TaskDefinition(
    family="web",
    containerDefinitions=(WEB,),
    requiresCompatibilities=(Compatibility.FARGATE, Compatibility.EC2),
    networkMode=NetworkMode.AWSVPC,
    cpu=256,
    memory="1 GB",
)


def ports(host: int | None, container: int = 80) -> tuple[PortMapping, ...]:
    return (PortMapping(containerPort=container, hostPort=host),)


def with_container(definition: TaskDefinition, **changes: object) -> TaskDefinition:
    changed = replace(WEB, **changes)  # type: ignore[arg-type]
    return replace(definition, containerDefinitions=(changed,))


@pytest.mark.parametrize(
    "definition",
    [
        EC2,
        FARGATE,
        with_container(EC2, memory=None, memoryReservation=128),
        with_container(FARGATE, memory=None),
        replace(with_container(EC2, memory=None), memory=512),
        with_container(EC2, portMappings=ports(8080)),
        with_container(EC2, portMappings=(*ports(0), *ports(0))),
        with_container(FARGATE, portMappings=ports(80)),
        with_container(FARGATE, portMappings=ports(None)),
        replace(with_container(EC2, portMappings=ports(80)), networkMode=NetworkMode.HOST),
        replace(EC2, cpu=196_608, memory=512),
        replace(with_container(FARGATE, secrets=("db",)), executionRoleArn="arn:role"),
    ],
)
def test_these_are_fine(definition: TaskDefinition) -> None:
    assert definition_problems(definition) == ()


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        (replace(EC2, containerDefinitions=()), "Container list cannot be empty"),
        (replace(EC2, containerDefinitions=(WEB, WEB)), "must be unique"),
        (with_container(EC2, essential=False), "doesn't have any essential container"),
        (with_container(EC2, image=""), "Container.image should not be null or empty"),
        (with_container(EC2, memory=None), "At least one of 'memory' or 'memoryReservation'"),
        (
            with_container(EC2, memory=100, memoryReservation=200),
            "'memory' must be greater than or equal to 'memoryReservation'",
        ),
        (
            replace(with_container(EC2, memoryReservation=64), memory=128),
            "'memory' setting for container 'web' is greater",
        ),
        (replace(EC2, cpu=127), "Write 128 to 196608 units"),
        (replace(EC2, memory="much"), "Invalid 'memory' setting for task"),
        (replace(with_container(EC2, cpu=512), cpu=256), "The sum of all container 'cpu' values"),
        (replace(FARGATE, cpu=None), "Fargate requires that 'cpu' be defined"),
        (replace(FARGATE, memory=None), "Fargate requires that 'memory' be defined"),
        (replace(FARGATE, memory=4096), "No Fargate configuration exists"),
        (replace(FARGATE, networkMode=NetworkMode.BRIDGE), "only supports network mode 'awsvpc'"),
        (with_container(FARGATE, privileged=True), "the 'privileged' setting be 'false'"),
        (with_container(FARGATE, gpu=1), "do not support GPU"),
        (with_container(FARGATE, logDriver="syslog"), "syslog is not a valid log driver"),
        (with_container(FARGATE, logDriver="awslogs"), "to support log driver awslogs"),
        (
            with_container(FARGATE, image="123456789012.dkr.ecr.eu-west-1.amazonaws.com/web"),
            "execution role ARN to support ECR images",
        ),
        (with_container(EC2, secrets=("db",)), "specify a value for 'executionRoleArn'"),
        (
            with_container(FARGATE, portMappings=ports(8080)),
            "When networkMode=awsvpc, the host ports and container ports",
        ),
        (
            replace(with_container(EC2, portMappings=ports(8080)), networkMode=NetworkMode.HOST),
            "When networkMode=host, the host ports and container ports",
        ),
        (
            replace(with_container(EC2, portMappings=ports(None)), networkMode=NetworkMode.NONE),
            "network mode none allows no port mappings",
        ),
        (with_container(FARGATE, links=("db",)), "Links are not supported"),
        (with_container(EC2, portMappings=(*ports(8080), *ports(8080))), "mapped 2 times"),
        (with_container(EC2, portMappings=ports(None, 0)), "containerPort is 0"),
        (with_container(EC2, portMappings=ports(65536)), "hostPort is 65536"),
    ],
)
def test_what_aws_refuses_is_named(definition: TaskDefinition, words: str) -> None:
    problems = definition_problems(definition)
    assert len(problems) == 1
    assert words in str(problems[0])


def test_eleven_containers_are_too_many() -> None:
    many = tuple(replace(WEB, name=str(number)) for number in range(11))
    (problem,) = definition_problems(replace(EC2, containerDefinitions=many))
    assert "at most 10" in problem.message


def test_all_containers_together_stay_within_the_task() -> None:
    two = (WEB, replace(WEB, name="log"))
    assert definition_problems(replace(EC2, containerDefinitions=two, memory=512)) == ()
    (problem,) = definition_problems(replace(EC2, containerDefinitions=two, memory=511))
    assert "512 MiB together" in problem.message


def test_windows_ignores_the_size_of_the_task() -> None:
    windows = replace(with_container(EC2, cpu=512), cpu=256, windows=True)
    assert definition_problems(windows) == ()
    assert windows.requirements().cpu == 512


def test_a_definition_says_what_its_task_takes() -> None:
    container = replace(WEB, cpu=10, memoryReservation=128, portMappings=ports(8080))
    definition = replace(EC2, containerDefinitions=(container,))

    assert definition.requirements() == Requirements(cpu=10, memory=128, ports=frozenset({8080}))
    assert FARGATE.requirements() == Requirements(cpu=256, memory=1024, enis=1)
