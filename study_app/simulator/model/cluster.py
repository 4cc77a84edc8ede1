"""A cluster: container instances in the order of their registration, and the tasks on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from study_app.simulator.model.appended_sequence import AppendedSequence
from study_app.simulator.model.resources import Requirements, Resources

AVAILABILITY_ZONE: Final = "ecs.availability-zone"
"""The attribute that holds the Availability Zone of an instance."""


class InstanceStatus(StrEnum):
    """Only an ACTIVE instance gets new tasks; a DRAINING one loses those of services."""

    ACTIVE = "ACTIVE"
    DRAINING = "DRAINING"
    REGISTERING = "REGISTERING"
    DEREGISTERING = "DEREGISTERING"
    REGISTRATION_FAILED = "REGISTRATION_FAILED"
    INACTIVE = "INACTIVE"


class TaskStatus(StrEnum):
    """The states of a task that matter here, as last status and as desired status."""

    PENDING = "PENDING"
    RUNNING = "RUNNING"
    STOPPED = "STOPPED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A task with its requirements.

    `group` is `service:NAME`, `family:NAME` or a custom name. `deployment` numbers the deployments
    of a service; higher is newer. `started_by` is AWS's id of its deployment, if known. `protected`
    is scale-in protection.
    """

    group: str
    requirements: Requirements = field(default_factory=Requirements)
    last_status: TaskStatus = TaskStatus.RUNNING
    desired_status: TaskStatus = TaskStatus.RUNNING
    deployment: int = 0
    protected: bool = False
    started_by: str | None = None

    @property
    def stays(self) -> bool:
        """Whether it is meant to run: a task being stopped does not block distinctInstance."""
        return (
            self.desired_status is not TaskStatus.STOPPED
            and self.last_status is not TaskStatus.STOPPED
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainerInstance:
    """An EC2 instance of a cluster. `registered` is what it has, `remaining` what is left of it.

    `tasks` are listed oldest first. `agent_version` holds the numbers of the dotted version and
    `registered_at` has a time zone; both may be unknown.
    """

    id: str
    registered: Resources = field(default_factory=Resources)
    remaining: Resources = field(default_factory=Resources)
    tasks: Sequence[Task] = ()
    attributes: Mapping[str, str] = field(default_factory=dict)
    status: InstanceStatus = InstanceStatus.ACTIVE
    agent_connected: bool = True
    agent_version: tuple[int, ...] | None = None
    registered_at: datetime | None = None
    ec2_instance_id: str | None = None

    @property
    def availability_zone(self) -> str | None:
        return self.attributes.get(AVAILABILITY_ZONE)

    @property
    def takes_tasks(self) -> bool:
        """Whether it can receive a new task at all."""
        return self.status is InstanceStatus.ACTIVE and self.agent_connected

    @property
    def running_tasks_count(self) -> int:
        if isinstance(self.tasks, AppendedSequence):
            return self.tasks.counted
        return sum(map(_is_running, self.tasks))

    @property
    def task_groups(self) -> tuple[str, ...]:
        """The groups of the tasks that have not stopped, each once."""
        if isinstance(self.tasks, AppendedSequence):
            return self.tasks.names
        return tuple(dict.fromkeys(filter(None, map(_group, self.tasks))))

    def tasks_of(self, group: str) -> tuple[Task, ...]:
        """The tasks of `group` that stay: PENDING or RUNNING, and not being stopped."""
        return tuple(task for task in self.tasks if task.group == group and task.stays)

    def with_task(self, task: Task) -> "ContainerInstance":
        """The same instance once `task` has started on it, as its newest."""
        # Not with `replace`, which took half the time of a placement.
        return ContainerInstance(
            id=self.id,
            registered=self.registered,
            remaining=self.remaining.without(task.requirements),
            tasks=self._appended().added(task),
            attributes=self.attributes,
            status=self.status,
            agent_connected=self.agent_connected,
            agent_version=self.agent_version,
            registered_at=self.registered_at,
            ec2_instance_id=self.ec2_instance_id,
        )

    def with_tasks(self, task: Task, count: int) -> "ContainerInstance":
        """The same instance once so many of `task` have started on it."""
        if not count:
            return self
        return replace(
            self,
            remaining=self.remaining.without(task.requirements, count),
            tasks=(*self.tasks, *[task] * count),
        )

    def without_task(self, position: int) -> "ContainerInstance":
        """The same instance once the task at `position` of `tasks` has stopped."""
        return replace(
            self,
            remaining=self.remaining.with_back(self.tasks[position].requirements),
            tasks=(*self.tasks[:position], *self.tasks[position + 1 :]),
        )

    def _appended(self) -> "AppendedSequence[Task]":
        return (
            self.tasks
            if isinstance(self.tasks, AppendedSequence)
            else AppendedSequence(self.tasks, _group, _is_running)
        )


def _group(task: Task) -> str | None:
    return None if task.last_status is TaskStatus.STOPPED else task.group


def _is_running(task: Task) -> bool:
    return task.last_status is TaskStatus.RUNNING
