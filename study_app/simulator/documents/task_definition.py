"""A task definition, as input of `register-task-definition` or output of
`describe-task-definition`.

Sources: API_RegisterTaskDefinition, API_TaskDefinition, API_ContainerDefinition, API_PortMapping,
API_ResourceRequirement.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from study_app.simulator.documents.fields import (
    name_of,
    optional_text,
    refuse,
    texts,
    whole_number,
)
from study_app.simulator.documents.placement import read_constraints, refuse_placement
from study_app.simulator.engines.fargate.fargate import cpu_units, memory_mib, size_problems
from study_app.simulator.engines.placement.validation import (
    Api,
    LaunchType,
    PlacementConstraintItem,
    PlacementParameters,
)
from study_app.simulator.engines.task_definition.problems import (
    MOST_CONTAINERS,
    container_list_problems,
    definition_problems,
)
from study_app.simulator.engines.task_definition.task_definition import (
    Compatibility,
    ContainerDefinition,
    PortMapping,
    TaskDefinition,
)
from study_app.simulator.inputs.values.fields import MOST_COUNT, CaseFields, name_at
from study_app.simulator.model.problem import CaseError, Problem
from study_app.simulator.model.resources import NetworkMode
from study_app.words.errors import error_text

_OF_ONE_THAT_IS = ("taskDefinitionArn", "status", "registeredAt", "compatibilities")
"""Fields in the output of describe-task-definition that register-task-definition does not
accept."""

_MANAGED_INSTANCES = "MANAGED_INSTANCES"
_COMPATIBILITIES = (*Compatibility, _MANAGED_INSTANCES)

# So that all containers together stay within the limits of a case.
_MOST_AMOUNT = MOST_COUNT // MOST_CONTAINERS
_MOST_GPUS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsTaskDefinition:
    """What a case takes from a task definition.

    `required_attributes` are those that an instance must have, with their values, "" for none; AWS
    computes them, so only its output has them.
    """

    task: TaskDefinition
    constraints: tuple[PlacementConstraintItem, ...]
    required_attributes: Mapping[str, str]
    operating_system: str | None
    described: bool


def read_task_definition(fields: CaseFields) -> AwsTaskDefinition:
    """Read the definition, whether AWS would accept it or not. Raises CaseError if it is
    malformed."""
    system = _operating_system(fields.inner("runtimePlatform"))
    network_mode = fields.choice("networkMode", NetworkMode, NetworkMode.BRIDGE)
    return AwsTaskDefinition(
        task=TaskDefinition(
            family=name_of(fields, "family"),
            containerDefinitions=tuple(
                _container(item, network_mode) for item in fields.items("containerDefinitions")
            ),
            requiresCompatibilities=_compatibilities(fields),
            networkMode=network_mode,
            cpu=_amount(fields, "cpu"),
            memory=_amount(fields, "memory"),
            executionRoleArn=optional_text(fields, "executionRoleArn"),
            windows=system is not None and system.startswith("WINDOWS"),
        ),
        constraints=read_constraints(fields),
        required_attributes={
            item.text("name", "write the name of an attribute"): optional_text(item, "value") or ""
            for item in fields.items("requiresAttributes")
        },
        operating_system=system,
        described=any(map(fields.has, _OF_ONE_THAT_IS)),
    )


def refuse_task_definition(
    fields: CaseFields, definition: AwsTaskDefinition, *, any_size: bool
) -> None:
    """Raises CaseError for the first error that AWS would report, with its place in `fields`.

    `any_size` leaves checking the size to a case about Fargate sizes. AWS's own output was accepted
    before, and is refused only if it has no container.
    """
    task = definition.task
    if definition.described:
        refuse(fields, container_list_problems(task))
    else:
        let_pass = _size_problems(task) if any_size else ()
        refuse(fields, (one for one in definition_problems(task) if one not in let_pass))
    new = not definition.described
    refuse_placement(
        fields,
        PlacementParameters(
            api=Api.REGISTER_TASK_DEFINITION,
            launch_type=LaunchType.FARGATE if new and task.fargate else LaunchType.EC2,
            constraints=definition.constraints,
        ),
    )


def _size_problems(task: TaskDefinition) -> tuple[Problem, ...]:
    if task.cpu is None or task.memory is None:
        return ()
    if cpu_units(task.cpu) is None or memory_mib(task.memory) is None:
        return ()  # no size at all
    return size_problems(task.cpu, task.memory, windows=task.windows)


def _container(fields: CaseFields, network_mode: NetworkMode) -> ContainerDefinition:
    return ContainerDefinition(
        name=name_of(fields, "name"),
        image=optional_text(fields, "image") or "",
        cpu=fields.integer("cpu", 0, most=_MOST_AMOUNT),
        memory=fields.maybe_integer("memory", most=_MOST_AMOUNT),
        memoryReservation=fields.maybe_integer("memoryReservation", most=_MOST_AMOUNT),
        essential=fields.flag("essential", default=True),
        portMappings=tuple(_port_mappings(fields, network_mode)),
        links=texts(fields, "links"),
        secrets=tuple(
            item.text("name", "write the name of a variable") for item in fields.items("secrets")
        ),
        logDriver=optional_text(fields.inner("logConfiguration"), "logDriver"),
        privileged=fields.flag("privileged", default=False),
        gpu=sum(map(_gpus, fields.items("resourceRequirements"))),
    )


def _port_mappings(fields: CaseFields, network_mode: NetworkMode) -> list[PortMapping]:
    mappings = []
    for item in fields.items("portMappings"):
        if item.has("containerPortRange"):
            # In the other modes with ports, a range takes no fixed port of the instance.
            if network_mode is NetworkMode.HOST:
                raise CaseError(
                    item.where("containerPortRange"),
                    "{place} does not work with network mode host",
                    "write a containerPort, or network mode bridge or awsvpc",
                )
            continue
        mappings.append(
            PortMapping(
                containerPort=item.integer("containerPort"),
                hostPort=item.maybe_integer("hostPort"),
                protocol=optional_text(item, "protocol") or "tcp",
            )
        )
    return mappings


def _gpus(fields: CaseFields) -> int:
    """GPUs as AWS writes them, `"2"`; "all GPUs of the instance" is not supported."""
    if fields.text("type", "write GPU") != "GPU":
        raise CaseError(
            fields.where("type"), "{place} is not simulated", "write GPU, or leave it out"
        )
    return whole_number(
        fields.where("value"),
        fields.raw("value"),
        most=_MOST_GPUS,
        remedy=error_text(
            "write how many GPUs the container gets, such as {example}", example="'1'"
        ),
    )


def _amount(fields: CaseFields, name: str) -> int | str | None:
    """CPU or memory of a task: `"256"`, `256`, `"1 vCPU"`; not interpreted here."""
    value = fields.raw(name)
    if isinstance(value, str):
        return value.strip()
    return fields.maybe_integer(name)


def _compatibilities(fields: CaseFields) -> tuple[Compatibility, ...]:
    named = [
        name_at(place, value, _COMPATIBILITIES)
        for place, value in fields.values("requiresCompatibilities")
    ]
    simulated = tuple(Compatibility(name) for name in named if name != _MANAGED_INSTANCES)
    if named and not simulated:
        raise CaseError(
            fields.where("requiresCompatibilities"),
            "{place} is {name} only, which is not simulated",
            "write {one} or {other}",
            name=_MANAGED_INSTANCES,
            one="EC2",
            other="FARGATE",
        )
    return simulated


def _operating_system(fields: CaseFields) -> str | None:
    name, remedy = (
        "operatingSystemFamily",
        error_text("write LINUX or a family such as {example}", example="WINDOWS_SERVER_2022_CORE"),
    )
    if not fields.has(name):
        return None
    system = fields.text(name, remedy)
    if system != "LINUX" and not system.startswith("WINDOWS_SERVER_"):
        raise CaseError(fields.where(name), "{place} is not a known family", remedy)
    return system
