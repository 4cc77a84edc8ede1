"""How many instances a group of equal tasks needs, as cluster auto scaling counts them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanceType:
    """What one instance offers: CPU units, MiB, GPUs, and tasks with their own ENI."""

    cpu: int
    memory: int
    gpu: int = 0
    eni_tasks: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisioningGroup:
    """`count` tasks in PROVISIONING with exactly the same requirements.

    A task with `host_ports` fits an instance once; with `awsvpc` it takes an ENI.
    """

    count: int
    cpu: int = 0
    memory: int = 0
    gpu: int = 0
    awsvpc: bool = False
    host_ports: bool = False

    @property
    def size(self) -> tuple[int, int, int]:
        """Count, CPU units and MiB, as a trace shows them."""
        return self.count, self.cpu, self.memory


def instances_for(group: ProvisioningGroup, types: Sequence[InstanceType]) -> int | None:
    """The number of instances that `group` needs; None if the smallest type cannot hold one task.

    Smallest and largest are taken per resource, so neither need be an existing type. Equal tasks
    are packed as tightly as the largest type allows.
    """
    smallest = InstanceType(
        cpu=min(each.cpu for each in types),
        memory=min(each.memory for each in types),
        gpu=min(each.gpu for each in types),
        eni_tasks=min(each.eni_tasks for each in types),
    )
    largest = InstanceType(
        cpu=max(each.cpu for each in types),
        memory=max(each.memory for each in types),
        gpu=max(each.gpu for each in types),
        eni_tasks=max(each.eni_tasks for each in types),
    )
    if fitting(group, smallest) == 0:
        return None
    return -(-group.count // fitting(group, largest))


def fitting(group: ProvisioningGroup, instance: InstanceType) -> int:
    """How many of the group's tasks one empty instance holds."""
    shares = [
        offered // asked
        for offered, asked in (
            (instance.cpu, group.cpu),
            (instance.memory, group.memory),
            (instance.gpu, group.gpu),
            (instance.eni_tasks, int(group.awsvpc)),
            (1, int(group.host_ports)),
        )
        if asked > 0
    ]
    return min(shares, default=max(1, group.count))
