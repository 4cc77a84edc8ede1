"""Reads the container instances and tasks of a case.

Names are ours or, where AWS has one, AWS's: `agent_connected` or `agentConnected`. Numbers missing
in a task are zero. `taken_ports` of an instance are host ports held by anything other than its
listed tasks and the reserved ports. `eni_tasks` are the awsvpc tasks that it can take in addition
to the listed ones; if missing, the limit is that of its instance type, if known.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from study_app.simulator.engines.query.values import read_instant, read_version
from study_app.simulator.inputs.values.fields import MOST_COUNT, CaseFields, integer_at, text_at
from study_app.simulator.model.cluster import (
    AVAILABILITY_ZONE,
    ContainerInstance,
    InstanceStatus,
    Task,
    TaskStatus,
)
from study_app.simulator.model.interfaces import (
    INSTANCE_TYPE,
    TRUNK_ATTRIBUTE,
    awsvpc_limits,
)
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.resources import (
    RESERVED_PORTS,
    Container,
    NetworkMode,
    PortRequirement,
    Requirements,
    Resources,
    requirements,
)
from study_app.words.errors import error_text
from study_app.words.text import Text

UNNAMED_GROUP = "family:unnamed"
"""The group of a listed task that names none."""

MOST_INSTANCES = 5000
"""Container instances per cluster, a quota that cannot be raised. Source: general/latest/gr,
ecs-service."""

MOST_LISTED_TASKS = 100_000

_MOST_WHOLE_NUMBER = 10**15
_GROUP_REMEDY = "write the name of a task group"
_VERSION_REMEDY = error_text("write a version such as {example}, in quotes", example="'1.14.5'")
_DATE_REMEDY = error_text("write a date such as {example}, in quotes", example="'2018-06-18'")


@cache  # of a handful of names, for every instance
def _in_camel_case(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


_AGENT = ("agent_connected", "agent_version", "registered_at", "ec2_instance_id")
_STATE = frozenset({"status", *_AGENT, *map(_in_camel_case, _AGENT)})
"""What `_state` reads, in both spellings."""

_Read = TypeVar("_Read")


def read_instances(fields: CaseFields, *, sized: bool) -> tuple[ContainerInstance, ...]:
    """`instances` in order of registration; `fixture` has the instances of a fixture.

    `sized`: tasks will be fitted, so every instance needs `cpu` and `memory`.
    """
    name = "instances" if fields.has("instances") or not fields.has("fixture") else "fixture"
    if not fields.has(name):
        raise CaseError(fields.where(name), "{place} is missing", "write a list of instances")
    found: dict[str, ContainerInstance] = {}
    tasks = 0
    for item in fields.items(name, most=MOST_INSTANCES):
        instance = _instance(item, sized=sized)
        tasks += len(instance.tasks)
        if tasks > MOST_LISTED_TASKS:
            remedy = error_text("list at most {most} tasks in all", most=MOST_LISTED_TASKS)
            raise CaseError(item.where("tasks"), "{place} are too many", remedy)
        if instance.id in found:
            raise CaseError(
                item.where("id"), "{place} repeats {id}", "write another id", id=repr(instance.id)
            )
        found[instance.id] = instance
    return tuple(found.values())


def limited(
    instances: Sequence[ContainerInstance], needed: Requirements
) -> tuple[ContainerInstance, ...]:
    """`instances` with the network interfaces of their type, for tasks that need one.

    If an instance gives `eni_tasks`, that many are free besides its listed tasks.
    """
    return tuple(map(_limited, instances)) if needed.enis else tuple(instances)


def _limited(instance: ContainerInstance) -> ContainerInstance:
    known = awsvpc_limits(instance.attributes.get(INSTANCE_TYPE, ""))
    if instance.remaining.enis is not None or known is None:
        return instance
    is_trunked = TRUNK_ATTRIBUTE in instance.attributes and known.trunked is not None
    most = known.trunked if is_trunked else known.plain
    assert most is not None
    taken = sum(
        task.requirements.enis
        for task in instance.tasks
        if task.last_status is not TaskStatus.STOPPED
    )
    return replace(
        instance,
        registered=replace(instance.registered, enis=most),
        remaining=replace(instance.remaining, enis=max(0, most - taken)),
    )


def read_requirements(fields: CaseFields) -> Requirements:
    """What a task takes: from its `containers`, or as if it were its only container."""
    network_mode = fields.choice("networkMode", NetworkMode, NetworkMode.BRIDGE)
    # With containers, the task's own values have no effect.
    fields.knows("gpu", "hostPorts", "memoryReservation", "portMappings")
    if not fields.has("containers"):
        return requirements((_container(fields),), network_mode=network_mode)
    return requirements(
        tuple(map(_container, fields.items("containers"))),
        network_mode=network_mode,
        cpu=fields.maybe_integer("cpu"),
        memory=fields.maybe_integer("memory"),
    )


def _container(fields: CaseFields) -> Container:
    host_ports = tuple(map(PortRequirement, _ports(fields, "hostPorts")))
    mappings = tuple(
        PortRequirement(
            item.integer("hostPort", 0, most=65535), item.integer("containerPort", 0, most=65535)
        )
        for item in fields.items("portMappings")
    )
    return Container(
        cpu=fields.integer("cpu", 0),
        memory=fields.maybe_integer("memory"),
        memory_reservation=fields.maybe_integer("memoryReservation"),
        gpu=fields.integer("gpu", 0),
        port_mappings=host_ports + mappings,
    )


def _ports(fields: CaseFields, name: str) -> tuple[int, ...]:
    return tuple(integer_at(place, value, most=65535) for place, value in fields.values(name))


def _instance(fields: CaseFields, *, sized: bool) -> ContainerInstance:
    default = None if sized else 0
    name = fields.text("id", "write the id of the instance, in quotes if it looks like a number")
    tasks = _tasks(fields)
    registered = Resources(
        cpu=fields.integer("cpu", default),
        memory=fields.integer("memory", default),
        gpu=fields.integer("gpu", 0),
        ports=RESERVED_PORTS.union(_ports(fields, "taken_ports")),
        enis=fields.maybe_integer("eni_tasks"),
    )
    return ContainerInstance(
        id=name,
        registered=registered,
        remaining=_remaining(fields, registered, tasks),
        tasks=tasks,
        attributes=_attributes(fields),
        **_state(fields, name),
    )


def _state(fields: CaseFields, name: str) -> dict[str, Any]:
    """The status of the instance `name`, and what is known of its agent."""
    if _STATE.isdisjoint(fields.plain):
        # As in most cases: looking for one name after the other takes as long as all the rest.
        fields.knows(*_STATE)
        return {"ec2_instance_id": name}
    return {
        "status": fields.choice("status", InstanceStatus, InstanceStatus.ACTIVE),
        "agent_connected": fields.flag(_spelled(fields, "agent_connected"), default=True),
        "agent_version": _read(fields, "agent_version", read_version, _VERSION_REMEDY),
        "registered_at": _read(fields, "registered_at", read_instant, _DATE_REMEDY),
        "ec2_instance_id": _read(fields, "ec2_instance_id", str, "write an id") or name,
    }


def _remaining(fields: CaseFields, registered: Resources, tasks: tuple[Task, ...]) -> Resources:
    """What the tasks leave. `remaining_cpu` and the like take precedence if given."""
    left = registered
    for task in tasks:
        if task.last_status is not TaskStatus.STOPPED:
            left = left.without(task.requirements)
    return Resources(
        cpu=fields.integer("remaining_cpu", left.cpu, least=-MOST_COUNT),
        memory=fields.integer("remaining_memory", left.memory, least=-MOST_COUNT),
        gpu=fields.integer("remaining_gpu", left.gpu, least=-MOST_COUNT),
        ports=left.ports,
        # `eni_tasks` is the number still free besides the listed tasks.
        enis=registered.enis,
    )


def _tasks(fields: CaseFields) -> tuple[Task, ...]:
    listed = (_task(item) for item in fields.items("tasks"))
    named = (
        Task(group=text_at(place, value, _GROUP_REMEDY))
        for place, value in fields.values("task_groups")
    )
    return (*listed, *named)


def _task(fields: CaseFields) -> Task:
    return Task(
        group=fields.text("group", _GROUP_REMEDY) if fields.has("group") else UNNAMED_GROUP,
        requirements=read_requirements(fields),
        last_status=fields.choice(_spelled(fields, "last_status"), TaskStatus, TaskStatus.RUNNING),
        desired_status=fields.choice(
            _spelled(fields, "desired_status"), TaskStatus, TaskStatus.RUNNING
        ),
        deployment=fields.integer("deployment", 0),
        started_by=_started_by(fields),
        protected=fields.flag(
            "protectionEnabled" if fields.has("protectionEnabled") else "protected", default=False
        ),
    )


def _started_by(fields: CaseFields) -> str | None:
    name = "startedBy"
    return fields.text(name, "write the id of a deployment") if fields.has(name) else None


def _attributes(fields: CaseFields) -> Mapping[str, str]:
    found: dict[str, str] = {}
    if fields.has("az"):
        found[AVAILABILITY_ZONE] = fields.text("az", "write the name of an Availability Zone")
    given = fields.raw("attributes")
    if given is None:
        return found
    where = fields.where("attributes")
    if not isinstance(given, Mapping):
        raise CaseError(
            where, "{place} must be a mapping", "write attribute names with their values"
        )
    for name, value in given.items():
        if not isinstance(name, str):
            raise CaseError(where, "{place} has a name that is not text", "write it in quotes")
        place = f"{where}.{name}"
        match value:
            case None:
                continue
            case bool():
                text = "true" if value else "false"
            case str():
                text = value
            case int() if abs(value) <= _MOST_WHOLE_NUMBER:
                text = str(value)
            case _:
                raise CaseError(place, "{place} must be text", "write it in quotes")
        if found.setdefault(name, text) != text:
            raise CaseError(
                place,
                "{place} is {value}, but az is another zone",
                "leave one of them out",
                value=repr(text),
            )
    return found


def _read(
    fields: CaseFields, name: str, read: Callable[[str], _Read | None], remedy: Text | str
) -> _Read | None:
    """An optional text that `read` must be able to parse."""
    name = _spelled(fields, name)
    if not fields.has(name):
        return None
    text = fields.text(name, remedy)
    value = read(text)
    if value is None:
        raise CaseError(fields.where(name), "{place} is {shown}", remedy, shown=repr(text))
    return value


def _spelled(fields: CaseFields, name: str) -> str:
    """`name`, or AWS's spelling of it if the case uses that."""
    theirs = _in_camel_case(name)
    return theirs if fields.has(theirs) else name
