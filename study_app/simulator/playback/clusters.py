"""The boxes of a cluster: its instances with their tasks and resource usage."""

from collections.abc import Callable, Iterable, Mapping

from study_app.simulator.model.cluster import ContainerInstance, InstanceStatus, Task
from study_app.simulator.model.resources import RESERVED_PORTS
from study_app.simulator.playback.frames import Box, Mark, Meter, Run, TaskLook

Look = Callable[[ContainerInstance, int, Task], TaskLook]
"""The look of the task at a position of an instance."""


def all_alike(_instance: ContainerInstance, _position: int, _task: Task) -> TaskLook:
    """Every task was there before: the look if revisions do not matter."""
    return TaskLook.OLD


_IN_A_BOX = tuple(TaskLook)


def boxes(
    instances: Iterable[ContainerInstance], look: Look, marks: Mapping[str, Mark] | None = None
) -> tuple[Box, ...]:
    """One box per instance, in order of registration. Tasks that look the same are grouped."""
    return tuple(box(instance, look, (marks or {}).get(instance.id)) for instance in instances)


def box(instance: ContainerInstance, look: Look, mark: Mark | None = None) -> Box:
    counts = dict.fromkeys(_IN_A_BOX, 0)
    for position, task in enumerate(instance.tasks):
        if task.stays:
            counts[look(instance, position, task)] += 1
    active = instance.status is InstanceStatus.ACTIVE
    return Box(
        id=instance.id,
        zone=instance.availability_zone or "",
        runs=tuple(Run(one, count) for one, count in counts.items() if count),
        meters=tuple(_meters(instance)),
        ports=tuple(sorted(instance.remaining.ports - RESERVED_PORTS)),
        status="" if active else instance.status.value,
        labels=tuple(_labels(instance)),
        mark=mark,
    )


def _labels(instance: ContainerInstance) -> Iterable[str]:
    """The instance type, then custom attributes; the agent's own are left out."""
    for name, value in instance.attributes.items():
        if name == _INSTANCE_TYPE:
            yield value
        elif not name.startswith(_OF_AWS):
            yield f"{name}={value}"


_INSTANCE_TYPE = "ecs.instance-type"
_OF_AWS = ("ecs.", "com.amazonaws.")


def _meters(instance: ContainerInstance) -> Iterable[Meter]:
    has, left = instance.registered, instance.remaining
    if has.cpu:
        yield Meter("cpu", has.cpu - left.cpu, has.cpu)
    if has.memory:
        yield Meter("memory", has.memory - left.memory, has.memory)
    if has.gpu:
        yield Meter("gpu", has.gpu - left.gpu, has.gpu)
    if has.enis is not None and left.enis is not None and has.enis:
        yield Meter("eni", has.enis - left.enis, has.enis)
