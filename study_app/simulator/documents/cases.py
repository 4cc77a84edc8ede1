"""Merges AWS documents into the case on screen.

Task definition, service and container instances give the same case in any order. Example instances
are used if a task has nowhere to go.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from study_app.simulator.documents.placement import plain_constraints, plain_strategy
from study_app.simulator.documents.service import EcsService
from study_app.simulator.documents.task_definition import AwsTaskDefinition
from study_app.simulator.documents.tasks import AwsTask
from study_app.simulator.inputs.rolling import DESIRED, MAXIMUM, MINIMUM, ROOM
from study_app.simulator.inputs.values.instances import UNNAMED_GROUP
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.service import SchedulingStrategy

EXAMPLE_INSTANCES: Final[Sequence[Plain]] = tuple(
    {
        "id": f"example-{zone}",
        "az": f"us-east-1{zone}",
        "cpu": 2048,
        "memory": 7680,
        "eni_tasks": 2,
        "attributes": {"ecs.instance-type": "m5.large"},
    }
    for zone in "ab"
)
"""Two instances in two zones, each with the CPU units, MiB and awsvpc tasks of an m5.large."""

EXAMPLE_TASK: Final[Plain] = {"cpu": 256, "memory": 512}
"""The task size used until a task definition gives one."""

_ONE_TASK: Plain = {"mode": "place", "count": 1}
_INSTANCE_KINDS = ("placement", "rolling", "query")
_TASK_MODES = ("place", "candidates", "daemon")
_LISTS = ("strategy", "constraints", "task_definition_constraints")
_CAPABILITY = "ecs.capability."


def becomes_a_size(definition: AwsTaskDefinition, current: Case | None) -> bool:
    """Whether all that can be simulated of `definition` is its Fargate size."""
    return definition.task.fargate and _own_instances(current) is None


def with_task_definition(definition: AwsTaskDefinition, current: Case | None) -> Case:
    """`current` with tasks from `definition`; the rest is kept.

    If no instances are open, a Fargate definition becomes a case about its size, and any other runs
    on the example instances.
    """
    if becomes_a_size(definition, current):
        return _fargate_size(definition)
    instances = instances_of(current) or EXAMPLE_INSTANCES
    if _are_examples(instances):
        # They have whatever a task needs besides room.
        instances = [_able(one, definition.required_attributes) for one in instances]
    task = _task(definition)
    if definition.required_attributes and any(map(_lists_capabilities, instances)):
        task["requiresAttributes"] = list(definition.required_attributes)
    changes: dict[str, object] = {
        "task": task,
        "task_definition_constraints": plain_constraints(definition.constraints),
        "instances": instances,
    }
    if current is None or not (is_service(current) or places_tasks(current)):
        return _placement({**_ONE_TASK, **changes})
    before = current.given.get("task")
    if isinstance(before, Mapping) and "group" in before:
        task["group"] = before["group"]
    return _laid_over(current, changes)


def with_service(service: EcsService, current: Case | None) -> Case:
    """`service` with the instances and the task of `current`, if there are any.

    Raises CaseError for a Fargate service on a case with instances: its tasks run on none of them.
    """
    if service.fargate is not None and _own_instances(current) is not None:
        raise CaseError(
            service.fargate,
            "{place} puts the tasks on Fargate, not on the instances on screen",
            "close the case first, or write another launch type or capacity provider",
        )
    if service.traffic is not None:
        return Case("traffic", service.traffic)
    cluster = {} if service.fargate is not None else _cluster(current)
    placing: dict[str, object] = {
        "group": service.group,
        "strategy": plain_strategy(service.strategy),
        "constraints": plain_constraints(service.constraints),
    }
    if service.scheduling is SchedulingStrategy.DAEMON:
        where = cluster or {"instances": list(EXAMPLE_INSTANCES)}
        return _placement({"mode": "daemon", **placing, **where})
    if service.fargate is not None and service.providers:
        return _distribution(service)
    rolling: dict[str, object] = {
        DESIRED.path: service.desired,
        MINIMUM.path: service.configuration.minimumHealthyPercent,
        MAXIMUM.path: service.configuration.maximumPercent,
    }
    if service.deployments:
        rolling["deployments"] = list(service.deployments)
    return Case("rolling", _without_empty_lists({**rolling, **placing, **cluster}))


def with_instances(instances: Sequence[Plain], current: Case | None) -> Case:
    """`current` on these instances, with one example task if there is nothing to run."""
    changes: dict[str, object] = {"instances": instances}
    if current is not None and (is_service(current) or _has_instances(current)):
        if is_service(current) and "task" not in current.given:
            changes["task"] = EXAMPLE_TASK
        return _laid_over(current, changes)
    return _placement({**_ONE_TASK, "task": EXAMPLE_TASK, **changes})


def with_tasks(tasks: Sequence[AwsTask], current: Case | None) -> tuple[Case, int]:
    """`current` with these tasks on its instances, and how many of the tasks run elsewhere.

    They replace as many tasks of unknown group. Raises CaseError if no instances are open.
    """
    instances = _own_instances(current)
    if current is None or instances is None:
        remedy = "first open the output of describe-container-instances"
        raise CaseError("tasks", "{place} need the instances that they run on", remedy)
    listed: dict[object, list[Plain]] = {}
    for task in tasks:
        listed.setdefault(task.instance, []).append(_sized(task, current))
    changed = [_with_listed(one, listed) for one in instances]
    on_these = {one.get("id") for one in instances if isinstance(one, Mapping)}
    elsewhere = sum(task.instance not in on_these for task in tasks)
    return _laid_over(current, {"instances": changed}), elsewhere


def instances_of(current: Case | None) -> Sequence[object] | None:
    """The instances of the case on screen, if tasks can be placed on them."""
    if current is None or not _has_instances(current):
        return None
    found = current.given.get("instances") or current.given.get("fixture")
    if not isinstance(found, list | tuple) or not all(map(_is_sized, found)):
        return None
    return found


def is_service(current: Case) -> bool:
    """Whether `current` replaces the tasks of a service, with or without instances."""
    return current.kind == "rolling" and current.given.get("mode") in (None, "rollout", "drain")


def places_tasks(current: Case) -> bool:
    """Whether `current` has instances and is about placing tasks on them."""
    mode = current.given.get("mode") or "place"
    return current.kind == "placement" and mode in _TASK_MODES and instances_of(current) is not None


def _own_instances(current: Case | None) -> Sequence[object] | None:
    """The learner's own instances, not the example ones."""
    instances = instances_of(current)
    return None if instances is None or _are_examples(instances) else instances


def _has_instances(current: Case) -> bool:
    if current.kind not in _INSTANCE_KINDS:
        return False
    return bool(current.given.get("instances") or current.given.get("fixture"))


def _is_sized(instance: object) -> bool:
    return isinstance(instance, Mapping) and all(
        instance.get(name) is not None for name in ("cpu", "memory")
    )


def _laid_over(current: Case, changes: Mapping[str, object]) -> Case:
    # Instances replace both `room` and a fixture.
    kept = {
        name: value for name, value in current.given.items() if name not in ("fixture", ROOM.path)
    }
    return Case(current.kind, _without_empty_lists({**kept, **changes}))


def _without_empty_lists(given: Mapping[str, object]) -> Plain:
    return {name: value for name, value in given.items() if value or name not in _LISTS}


def _placement(given: Mapping[str, object]) -> Case:
    return Case("placement", _without_empty_lists(given))


def _cluster(current: Case | None) -> dict[str, object]:
    """The instances on screen with their tasks' requirements; empty if there are none."""
    instances = instances_of(current)
    if current is None or instances is None:
        return {}
    cluster: dict[str, object] = {
        name: current.given[name]
        for name in ("task", "task_definition_constraints")
        if name in current.given
    }
    task = cluster.get("task")
    if isinstance(task, Mapping):
        # The group is now the service's.
        cluster["task"] = {name: value for name, value in task.items() if name != "group"}
    return cluster | {"instances": instances}


def _fargate_size(definition: AwsTaskDefinition) -> Case:
    size = {"cpu": definition.task.cpu, "memory": definition.task.memory}
    system = definition.operating_system
    return Case(
        "fargate_size", size if system is None else {**size, "operatingSystemFamily": system}
    )


def _sized(task: AwsTask, current: Case) -> Plain:
    """Parts of a task's size that AWS does not give are taken from its service."""
    ours = current.given.get("task")
    if task.sized or not isinstance(ours, Mapping) or task.group != current.given.get("group"):
        return task.plain
    size = {name: ours[name] for name in ("cpu", "memory", "networkMode") if name in ours}
    return {**size, **task.plain}


def _with_listed(instance: object, listed: Mapping[object, list[Plain]]) -> object:
    if not isinstance(instance, Mapping):
        return instance
    mine = listed.get(instance.get("id"), [])
    before, groups = instance.get("tasks") or [], instance.get("task_groups") or []
    if not isinstance(before, list | tuple) or not isinstance(groups, list | tuple):
        return instance
    unknown = max(0, _running(before) + len(groups) - _running(mine))
    changes = {"tasks": mine, "task_groups": [UNNAMED_GROUP] * unknown}
    kept = {name: value for name, value in instance.items() if name not in changes}
    return {**kept, **{name: value for name, value in changes.items() if value}}


def _running(tasks: Sequence[object]) -> int:
    """A task without a last status counts as running, as in AWS."""
    return sum(isinstance(one, Mapping) and "last_status" not in one for one in tasks)


def _distribution(service: EcsService) -> Case:
    shares = [
        {"cp": item.capacityProvider, "base": item.base, "weight": item.weight}
        for item in service.providers
    ]
    given = {"mode": "distribute", "strategy": shares, "count": service.desired}
    return Case("capacity_provider", given)


def _task(definition: AwsTaskDefinition) -> dict[str, object]:
    """The requirements of a task, with its containers combined into one."""
    needed = definition.task.requirements()
    task: dict[str, object] = {
        "cpu": needed.cpu,
        "memory": needed.memory,
        "networkMode": definition.task.networkMode.value,
    }
    if needed.gpu:
        task["gpu"] = needed.gpu
    mappings = [
        {"containerPort": mapping.containerPort, "hostPort": mapping.hostPort or 0}
        for container in definition.task.containerDefinitions
        for mapping in container.portMappings
    ]
    if mappings:
        task["portMappings"] = mappings
    return task


def _attributes(instance: object) -> Mapping[object, object]:
    found = instance.get("attributes") if isinstance(instance, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _lists_capabilities(instance: object) -> bool:
    """An instance written by hand lists no agent capabilities."""
    return any(isinstance(name, str) and _CAPABILITY in name for name in _attributes(instance))


def _are_examples(instances: Sequence[object]) -> bool:
    ids = [one.get("id") for one in instances if isinstance(one, Mapping)]
    return ids == [one["id"] for one in EXAMPLE_INSTANCES]


def _able(instance: object, required: Mapping[str, str]) -> object:
    if not required or not isinstance(instance, Mapping):
        return instance
    return {**instance, "attributes": {**required, **_attributes(instance)}}
