"""Errors and warnings for one container of a task definition."""

from collections.abc import Iterator

from study_app.simulator.engines.fargate.fargate import memory_mib
from study_app.simulator.engines.task_definition.task_definition import (
    MOST_PORT,
    ContainerDefinition,
    PortMapping,
    TaskDefinition,
)
from study_app.simulator.model.problem import CLIENT, Problem
from study_app.simulator.model.resources import NetworkMode

FARGATE_LOG_DRIVERS = ("awslogs", "splunk", "awsfirelens")


def container_problems(
    definition: TaskDefinition, container: ContainerDefinition
) -> Iterator[Problem]:
    """Each reason to refuse `container` within `definition`. Places are those of the container."""
    if not container.image:
        yield _quoted("image", "Container.image should not be null or empty.")
    if container.cpu < 0:
        yield Problem.ours(
            "cpu",
            "{field} of container {name} is {value}",
            "write {least} or more",
            field="cpu",
            name=f"'{container.name}'",
            value=container.cpu,
            least=0,
        )
    yield from _memory_problems(definition, container)
    for number, mapping in enumerate(container.portMappings):
        for problem in _port_problems(definition.networkMode, mapping):
            yield problem.within(f"portMappings[{number}]")
    if definition.networkMode is NetworkMode.NONE and container.portMappings:
        yield Problem.ours(
            "portMappings",
            "container {name} maps ports",
            "network mode none allows no port mappings",
            name=f"'{container.name}'",
        )
    if container.links and definition.networkMode is NetworkMode.AWSVPC:
        yield _quoted("links", "Links are not supported when networkMode=awsvpc.")
    if definition.fargate:
        yield from _fargate_problems(container)


def _memory_problems(
    definition: TaskDefinition, container: ContainerDefinition
) -> Iterator[Problem]:
    hard, soft = container.memory, container.memoryReservation
    invalid = f"Invalid setting for container '{container.name}'."
    if hard is None and soft is None:
        if definition.memory is None:
            message = "At least one of 'memory' or 'memoryReservation' must be specified."
            yield _quoted("memory", f"{invalid} {message}")
        return
    if hard is not None and soft is not None and hard < soft:
        # The guide says "greater than"; AWS's own message, and what it accepts, is this.
        message = "'memory' must be greater than or equal to 'memoryReservation'."
        yield _quoted("memory", f"{invalid} {message}")
    for name, value in (("memory", hard), ("memoryReservation", soft)):
        if value is not None and value <= 0:
            yield Problem.ours(
                name,
                "{field} of container {name} is {value}",
                "write {least} or more",
                field=name,
                name=f"'{container.name}'",
                value=value,
                least=1,
            )
    task = memory_mib(definition.memory) if definition.memory is not None else None
    if hard is not None and task is not None and hard > task:
        message = (
            f"The 'memory' setting for container '{container.name}' is greater than for the task."
        )
        yield _quoted("memory", message)


def _port_problems(mode: NetworkMode, mapping: PortMapping) -> Iterator[Problem]:
    inner, outer = mapping.containerPort, mapping.hostPort
    if not 1 <= inner <= MOST_PORT:
        yield Problem.out_of_range("containerPort", inner, 1, MOST_PORT)
    if outer is not None and not 0 <= outer <= MOST_PORT:
        yield Problem.ours(
            "hostPort",
            "{place} is {shown}",
            "write a number from {least} to {most}, or leave it out",
            shown=outer,
            least=0,
            most=MOST_PORT,
        )
    if mapping.protocol not in ("tcp", "udp"):
        yield Problem.ours(
            "protocol", "{place} is {shown}", "write tcp or udp", shown=repr(mapping.protocol)
        )
    same_port = mode in (NetworkMode.HOST, NetworkMode.AWSVPC)
    if same_port and outer is not None and outer != inner:
        message = (
            f"When networkMode={mode}, the host ports and container ports in port mappings must "
            "match."
        )
        yield _quoted("hostPort", message)


def _fargate_problems(container: ContainerDefinition) -> Iterator[Problem]:
    if container.privileged:
        message = "Fargate requires that the 'privileged' setting be 'false'."
        yield _quoted("privileged", message)
    if container.gpu:
        message = "Tasks using the Fargate launch type do not support GPU resource requirements."
        yield _quoted("resourceRequirements", message)
    driver = container.logDriver
    if driver is not None and driver not in FARGATE_LOG_DRIVERS:
        known = ", ".join(FARGATE_LOG_DRIVERS)
        message = f"{driver} is not a valid log driver. Must be one of [{known}]"
        yield _quoted("logConfiguration.logDriver", message)


def _quoted(place: str, message: str) -> Problem:
    return Problem.aws(place, message, CLIENT)
