"""What AWS refuses about a task definition when it is registered.

Messages of a `ClientException` are AWS's own, as users quote them; for the others AWS's pages give
the rule but not the wording. Sources: API_RegisterTaskDefinition, API_PortMapping,
task_definition_parameters, task-cpu-memory-error.
"""

from collections import Counter
from collections.abc import Iterator

from study_app.simulator.engines.fargate.fargate import (
    cpu_units,
    invalid_setting,
    memory_mib,
    size_problems,
)
from study_app.simulator.engines.task_definition.container_problems import container_problems
from study_app.simulator.engines.task_definition.task_definition import TaskDefinition
from study_app.simulator.model.problem import CLIENT, Problem
from study_app.simulator.model.resources import NetworkMode

MOST_CONTAINERS = 10
LEAST_EC2_CPU, MOST_EC2_CPU = 128, 196_608

_CONTAINERS = "containerDefinitions"


def definition_problems(definition: TaskDefinition) -> tuple[Problem, ...]:
    """Every reason for which AWS would refuse the definition."""
    return (
        *container_list_problems(definition),
        *_size_problems(definition),
        *_network_problems(definition),
        *(
            problem.within(f"{_CONTAINERS}[{number}]")
            for number, container in enumerate(definition.containerDefinitions)
            for problem in container_problems(definition, container)
        ),
        *_sum_problems(definition),
        *_role_problems(definition),
    )


def container_list_problems(definition: TaskDefinition) -> Iterator[Problem]:
    """Why AWS would refuse the list of containers, even if each is valid."""
    containers = definition.containerDefinitions
    if not containers:
        yield Problem.aws(_CONTAINERS, "Container list cannot be empty.", CLIENT)
        return
    if len(containers) > MOST_CONTAINERS:
        yield Problem.ours(
            _CONTAINERS,
            "{count} containers",
            "a task definition has at most {most}",
            limit=MOST_CONTAINERS,
            count=len(containers),
            most=MOST_CONTAINERS,
        )
    names = [container.name for container in containers]
    again = next((at for at, name in enumerate(names) if name in names[:at]), None)
    if again is not None:
        message = "Container names must be unique within a task definition."
        yield Problem.aws(f"{_CONTAINERS}[{again}].name", message, CLIENT)
    if not any(container.essential for container in containers):
        message = "Task definition doesn't have any essential container."
        yield Problem.aws(_CONTAINERS, message, CLIENT)


def _size_problems(definition: TaskDefinition) -> Iterator[Problem]:
    cpu, memory = definition.cpu, definition.memory
    if definition.fargate:
        for name, value in (("cpu", cpu), ("memory", memory)):
            if value is None:
                message = f"Fargate requires that '{name}' be defined at the task level."
                yield Problem.aws(name, message, CLIENT)
        if cpu is not None and memory is not None:
            yield from size_problems(cpu, memory, windows=definition.windows)
        return
    if cpu is not None:
        units = cpu_units(cpu)
        if units is None or not LEAST_EC2_CPU <= units <= MOST_EC2_CPU:
            yield invalid_setting("cpu", f"Write {LEAST_EC2_CPU} to {MOST_EC2_CPU} units.")
    if memory is not None and (memory_mib(memory) or 0) <= 0:
        yield invalid_setting("memory", "Write a number of MiB, or of GB as in '2 GB'.")


def _network_problems(definition: TaskDefinition) -> Iterator[Problem]:
    mode = definition.networkMode
    if definition.fargate and mode is not NetworkMode.AWSVPC:
        message = "Fargate only supports network mode 'awsvpc'."
        yield Problem.aws("networkMode", message, CLIENT)
    taken = Counter(
        (mapping.hostPort or mapping.containerPort, mapping.protocol)
        for container in definition.containerDefinitions
        for mapping in container.portMappings
        # In bridge mode each container has ports of its own, and 0 asks for any host port.
        if mode is not NetworkMode.BRIDGE or mapping.hostPort
    )
    for (port, protocol), times in taken.items():
        if times > 1:
            yield Problem.ours(
                _CONTAINERS,
                "port {port} is mapped {times} times",
                "a task can have it once",
                port=f"{port}/{protocol}",
                times=times,
            )


def _sum_problems(definition: TaskDefinition) -> Iterator[Problem]:
    if definition.windows:
        return  # Windows ignores the size of a task.
    containers = definition.containerDefinitions
    units = cpu_units(definition.cpu) if definition.cpu is not None else None
    if units is not None and sum(container.cpu for container in containers) > units:
        message = (
            "The sum of all container 'cpu' values cannot be greater than the task-level 'cpu' "
            "value."
        )
        yield Problem.aws("cpu", message, CLIENT)
    mib = memory_mib(definition.memory) if definition.memory is not None else None
    reserved = sum(container.container().reserved_memory for container in containers)
    if mib is not None and reserved > mib:
        yield Problem.ours(
            "memory",
            "the containers reserve {sum} MiB together",
            "the task has only {size}",
            sum=reserved,
            size=mib,
        )


def _role_problems(definition: TaskDefinition) -> Iterator[Problem]:
    """The execution role is what pulls images, writes logs and reads secrets."""
    if definition.executionRoleArn:
        return
    containers = definition.containerDefinitions
    if any(container.secrets for container in containers):
        yield _role_problem(
            "When you are specifying container secrets, you must also specify a value for "
            "'executionRoleArn'."
        )
    if not definition.fargate:
        return
    if any(".dkr.ecr." in container.image for container in containers):
        yield _role_problem(f"{_NEEDS_ROLE} ECR images.")
    if any(container.logDriver == "awslogs" for container in containers):
        yield _role_problem(f"{_NEEDS_ROLE} log driver awslogs.")


_NEEDS_ROLE = "Fargate requires task definition to have execution role ARN to support"


def _role_problem(message: str) -> Problem:
    return Problem.aws("executionRoleArn", message, CLIENT)
