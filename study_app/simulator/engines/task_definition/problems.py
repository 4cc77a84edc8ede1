"""What AWS refuses about a task definition when it is registered.

Messages that begin with `ClientException: ` are AWS's own, as users quote them; for the others
AWS's pages give the rule and not the words. Sources: API_RegisterTaskDefinition,
API_PortMapping, task_definition_parameters, task-cpu-memory-error.
"""

from collections import Counter
from collections.abc import Iterator

from study_app.simulator.engines.fargate.fargate import (
    INVALID_CPU,
    INVALID_MEMORY,
    cpu_units,
    memory_mib,
    size_problems,
)
from study_app.simulator.engines.task_definition.container_problems import container_problems
from study_app.simulator.engines.task_definition.task_definition import TaskDefinition
from study_app.simulator.model.resources import NetworkMode

MOST_CONTAINERS = 10
LEAST_EC2_CPU, MOST_EC2_CPU = 128, 196_608


def definition_problems(definition: TaskDefinition) -> tuple[str, ...]:
    """Everything for which AWS would refuse the definition, one message each."""
    return (
        *_container_list_problems(definition),
        *_size_problems(definition),
        *_network_problems(definition),
        *(
            problem
            for container in definition.containerDefinitions
            for problem in container_problems(definition, container)
        ),
        *_sum_problems(definition),
        *_role_problems(definition),
    )


def _container_list_problems(definition: TaskDefinition) -> Iterator[str]:
    containers = definition.containerDefinitions
    if not containers:
        yield "ClientException: Container list cannot be empty."
        return
    if len(containers) > MOST_CONTAINERS:
        yield f"{len(containers)} containers; a task definition has at most {MOST_CONTAINERS}"
    names = Counter(container.name for container in containers)
    if max(names.values()) > 1:
        yield "ClientException: Container names must be unique within a task definition."
    if not any(container.essential for container in containers):
        yield "ClientException: Task definition doesn't have any essential container."


def _size_problems(definition: TaskDefinition) -> Iterator[str]:
    cpu, memory = definition.cpu, definition.memory
    if definition.fargate:
        if cpu is None:
            yield "ClientException: Fargate requires that 'cpu' be defined at the task level."
        if memory is None:
            yield "ClientException: Fargate requires that 'memory' be defined at the task level."
        if cpu is not None and memory is not None:
            yield from size_problems(cpu, memory, windows=definition.windows)
        return
    if cpu is not None:
        units = cpu_units(cpu)
        if units is None or not LEAST_EC2_CPU <= units <= MOST_EC2_CPU:
            yield f"{INVALID_CPU} Write {LEAST_EC2_CPU} to {MOST_EC2_CPU} units."
    if memory is not None and (memory_mib(memory) or 0) <= 0:
        yield f"{INVALID_MEMORY} Write a number of MiB, or of GB as in '2 GB'."


def _network_problems(definition: TaskDefinition) -> Iterator[str]:
    mode = definition.networkMode
    if definition.fargate and mode is not NetworkMode.AWSVPC:
        yield "ClientException: Fargate only supports network mode 'awsvpc'."
    taken = Counter(
        (mapping.hostPort or mapping.containerPort, mapping.protocol)
        for container in definition.containerDefinitions
        for mapping in container.portMappings
        # In bridge mode each container has ports of its own, and 0 asks for any host port.
        if mode is not NetworkMode.BRIDGE or mapping.hostPort
    )
    for (port, protocol), times in taken.items():
        if times > 1:
            yield f"port {port}/{protocol} is mapped {times} times; a task can have it once"


def _sum_problems(definition: TaskDefinition) -> Iterator[str]:
    if definition.windows:
        return  # Windows ignores the size of a task.
    containers = definition.containerDefinitions
    units = cpu_units(definition.cpu) if definition.cpu is not None else None
    if units is not None and sum(container.cpu for container in containers) > units:
        yield (
            "ClientException: The sum of all container 'cpu' values cannot be greater than the "
            "task-level 'cpu' value."
        )
    mib = memory_mib(definition.memory) if definition.memory is not None else None
    reserved = sum(container.container().reserved_memory for container in containers)
    if mib is not None and reserved > mib:
        yield f"the containers reserve {reserved} MiB together; the task has only {mib}"


def _role_problems(definition: TaskDefinition) -> Iterator[str]:
    """The execution role is what pulls images, writes logs and reads secrets."""
    if definition.executionRoleArn:
        return
    containers = definition.containerDefinitions
    if any(container.secrets for container in containers):
        yield (
            "ClientException: When you are specifying container secrets, you must also specify "
            "a value for 'executionRoleArn'."
        )
    if not definition.fargate:
        return
    if any(".dkr.ecr." in container.image for container in containers):
        yield (
            "ClientException: Fargate requires task definition to have execution role ARN to "
            "support ECR images."
        )
    if any(container.logDriver == "awslogs" for container in containers):
        yield (
            "ClientException: Fargate requires task definition to have execution role ARN to "
            "support log driver awslogs."
        )
