"""Container instances as `describe-container-instances` gives them.

Sources: API_DescribeContainerInstances, API_ContainerInstance, API_Resource, API_Attribute.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta

from study_app.simulator.documents.fields import optional_text, whole_number
from study_app.simulator.engines.query.values import read_instant, read_version
from study_app.simulator.engines.task_definition.task_definition import MOST_PORT
from study_app.simulator.inputs.placement import MOST_TASKS
from study_app.simulator.inputs.values.fields import MOST_COUNT, CaseFields
from study_app.simulator.inputs.values.instances import UNNAMED_GROUP
from study_app.simulator.model.cluster import AVAILABILITY_ZONE, InstanceStatus
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.resources import RESERVED_PORTS
from study_app.words.errors import error_text

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MOST_SECONDS = int((datetime(9999, 12, 31, tzinfo=UTC) - _EPOCH).total_seconds())

_Resources = Mapping[str, CaseFields]
"""The resources of an instance, by name."""


def read_container_instances(items: Iterable[CaseFields]) -> list[dict[str, object]]:
    """The instances in the form of a case, in document order; at least one.

    AWS gives the number of tasks on each, not which ones, so they belong to an unnamed group and
    take whatever `remaining_cpu` and the like leave. Raises CaseError if the document is malformed.
    """
    found: dict[str, dict[str, object]] = {}
    tasks = 0
    for item in items:
        running = item.integer("runningTasksCount", 0, most=MOST_TASKS)
        tasks += running
        if tasks > MOST_TASKS:
            remedy = error_text(
                "keep instances with at most {most} tasks together", most=MOST_TASKS
            )
            raise CaseError(item.where("runningTasksCount"), "{place} is one task too many", remedy)
        name = _id(item)
        if name in found:
            raise CaseError(
                item.where("containerInstanceArn"),
                "{place} is a duplicate",
                "keep each instance once",
            )
        found[name] = _instance(name, item, running)
    if not found:
        raise CaseError(
            "containerInstances", "{place} is empty", "describe at least one container instance"
        )
    return list(found.values())


def _id(fields: CaseFields) -> str:
    remedy = "write the ARN of a container instance"
    arn = fields.text("containerInstanceArn", remedy)
    name = arn.rpartition("/")[2]
    if not name:
        raise CaseError(fields.where("containerInstanceArn"), "{place} ends without an id", remedy)
    return name


def _instance(name: str, fields: CaseFields, running: int) -> dict[str, object]:
    attributes = {
        item.text("name", "write the name of an attribute"): optional_text(item, "value") or ""
        for item in fields.items("attributes")
    }
    # An attribute without a value is not a zone, but it exists.
    zone = attributes.pop(AVAILABILITY_ZONE) if attributes.get(AVAILABILITY_ZONE) else None
    optional: dict[str, object] = {
        "ec2_instance_id": optional_text(fields, "ec2InstanceId") or None,
        "az": zone,
        "agent_version": _agent_version(fields),
        "registered_at": _registered_at(fields),
        **_resources(fields),
        "attributes": attributes or None,
        "task_groups": [UNNAMED_GROUP] * running or None,
    }
    return {
        "id": name,
        "status": fields.choice("status", InstanceStatus, InstanceStatus.ACTIVE).value,
        "agent_connected": fields.flag("agentConnected", default=True),
        **{field: value for field, value in optional.items() if value is not None},
    }


def _resources(fields: CaseFields) -> dict[str, object]:
    registered = _named(fields, "registeredResources")
    remaining = _named(fields, "remainingResources")
    for needed in ("CPU", "MEMORY"):
        if needed not in registered:
            remedy = error_text(
                "write a resource with the name {name} and its integerValue", name=needed
            )
            raise CaseError(
                fields.where("registeredResources"),
                "{place} has no {needed}",
                remedy,
                needed=needed,
            )
    # AWS lists the taken ports, even under the remaining resources.
    ports = _ports(registered) | _ports(remaining)
    return {
        "cpu": _amount(registered, "CPU", least=0),
        "memory": _amount(registered, "MEMORY", least=0),
        "gpu": _amount(registered, "GPU", least=0),
        "remaining_cpu": _amount(remaining, "CPU", least=-MOST_COUNT),
        "remaining_memory": _amount(remaining, "MEMORY", least=-MOST_COUNT),
        "remaining_gpu": _amount(remaining, "GPU", least=-MOST_COUNT),
        "taken_ports": sorted(ports - RESERVED_PORTS) or None,
    }


def _named(fields: CaseFields, name: str) -> _Resources:
    return {item.text("name", "write the name of a resource"): item for item in fields.items(name)}


def _amount(resources: _Resources, name: str, *, least: int) -> int | None:
    """Units, MiB, or the number of GPUs, given as a set of ids: assumed to be the free ones."""
    resource = resources.get(name)
    if resource is None:
        return None
    match resource.raw("type"):
        case "STRINGSET":
            return sum(1 for _ in resource.values("stringSetValue"))
        case "LONG":
            return resource.integer("longValue", least=least)
        case "DOUBLE":
            return resource.integer("doubleValue", least=least)
        case _:
            return resource.integer("integerValue", least=least)


def _ports(resources: _Resources) -> frozenset[int]:
    """TCP and UDP together: instances of a case do not distinguish them."""
    return frozenset(
        whole_number(
            place,
            value,
            most=MOST_PORT,
            remedy=error_text("write a port from {least} to {most}", least=0, most=MOST_PORT),
        )
        for name in ("PORTS", "PORTS_UDP")
        if name in resources
        for place, value in resources[name].values("stringSetValue")
    )


def _agent_version(fields: CaseFields) -> str | None:
    info = fields.inner("versionInfo")
    version = optional_text(info, "agentVersion")
    if not version:
        return None
    if read_version(version) is None:
        remedy = error_text("write a version such as {example}", example="'1.14.5'")
        raise CaseError(info.where("agentVersion"), "{place} is not a version", remedy)
    return version


def _registered_at(fields: CaseFields) -> str | None:
    """A string as in version 2 of the AWS CLI, or seconds since 1970 as in the API."""
    name = "registeredAt"
    remedy = error_text("write a time such as {example}", example="'2026-05-06T14:10:12+00:00'")
    value = fields.raw(name)
    if value is None:
        return None
    if isinstance(value, str):
        if read_instant(value) is None:
            raise CaseError(fields.where(name), "{place} is not a time", remedy)
        return value
    seconds = fields.number(name)
    if not 0 <= seconds <= _MOST_SECONDS:
        raise CaseError(fields.where(name), "{place} is not a time", remedy)
    return (_EPOCH + timedelta(milliseconds=round(seconds * 1000))).isoformat()
