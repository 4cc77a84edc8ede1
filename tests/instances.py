"""Container instances as tests write them: what remains follows from the tasks."""

from collections.abc import Mapping

from study_app.simulator.model.cluster import ContainerInstance, InstanceStatus, Task, TaskStatus
from study_app.simulator.model.resources import Resources


def container_instance(
    id: str,  # noqa: A002 - AWS's own name, and no code below needs the function
    registered: Resources,
    tasks: tuple[Task, ...] = (),
    *,
    attributes: Mapping[str, str] | None = None,
    status: InstanceStatus = InstanceStatus.ACTIVE,
    agent_connected: bool = True,
) -> ContainerInstance:
    """An instance whose remaining resources follow from the tasks that have not stopped."""
    remaining = registered
    for task in tasks:
        if task.last_status is not TaskStatus.STOPPED:
            remaining = remaining.without(task.requirements)
    return ContainerInstance(
        id=id,
        registered=registered,
        remaining=remaining,
        tasks=tasks,
        attributes=attributes or {},
        status=status,
        agent_connected=agent_connected,
    )
