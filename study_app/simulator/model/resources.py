"""What a task requires and what a container instance has: CPU, memory, GPUs, ports, interfaces.

CPU is in units (1 vCPU = 1024), memory in MiB. Sources: task_definition_parameters_ec2,
API_PortMapping, container-instance-eni, memory-management.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

CPU_UNITS_PER_VCPU: Final = 1024

RESERVED_PORTS: Final = frozenset({22, 2375, 2376, 51678, 51679, 51680})
"""Taken on every container instance: SSH, the Docker daemon and the container agent."""

MOST_RESERVED_PORTS: Final = 100
"""The most ports of an instance that can be reserved at once, including `RESERVED_PORTS`."""

_BYTES_PER_MIB = 1 << 20


class NetworkMode(StrEnum):
    """How the containers of a task are connected."""

    BRIDGE = "bridge"
    HOST = "host"
    AWSVPC = "awsvpc"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PortRequirement:
    """A port of a container and of its host; a host port of 0 is chosen when the task starts."""

    host_port: int = 0
    container_port: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """What one container definition requests; `memory` is the hard limit, the other the soft
    one."""

    cpu: int = 0
    memory: int | None = None
    memory_reservation: int | None = None
    gpu: int = 0
    port_mappings: tuple[PortRequirement, ...] = ()

    @property
    def reserved_memory(self) -> int:
        """The MiB subtracted from the instance: the soft limit, else the hard one."""
        if self.memory_reservation is not None:
            return self.memory_reservation
        return self.memory or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What a task takes from its instance. `ports` are static host ports, `enis` interfaces."""

    cpu: int = 0
    memory: int = 0
    gpu: int = 0
    ports: frozenset[int] = frozenset()
    enis: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What an instance has, or has left. `ports` are taken ones; `enis` None is no limit."""

    cpu: int = 0
    memory: int = 0
    gpu: int = 0
    ports: frozenset[int] = RESERVED_PORTS
    enis: int | None = None

    def without(self, taken: Requirements, times: int = 1) -> "Resources":
        """What is left after one task has started, or several of the same size."""
        return Resources(
            cpu=self.cpu - times * taken.cpu,
            memory=self.memory - times * taken.memory,
            gpu=self.gpu - times * taken.gpu,
            ports=self.ports | taken.ports if taken.ports else self.ports,
            enis=None if self.enis is None else self.enis - times * taken.enis,
        )

    def with_back(self, given: Requirements) -> "Resources":
        """What is available after a task has stopped, including its ports."""
        return Resources(
            cpu=self.cpu + given.cpu,
            memory=self.memory + given.memory,
            gpu=self.gpu + given.gpu,
            ports=(self.ports - given.ports) | RESERVED_PORTS,
            enis=None if self.enis is None else self.enis + given.enis,
        )


def requirements(
    containers: Sequence[Container],
    *,
    network_mode: NetworkMode = NetworkMode.BRIDGE,
    cpu: int | None = None,
    memory: int | None = None,
) -> Requirements:
    """The requirements of a task with these containers.

    A task-level value is reserved as is, else the sum over the containers; Windows ignores
    task-level values, so leave them out there.
    """
    return Requirements(
        cpu=cpu if cpu is not None else sum(container.cpu for container in containers),
        memory=(
            memory
            if memory is not None
            else sum(container.reserved_memory for container in containers)
        ),
        gpu=sum(container.gpu for container in containers),
        ports=frozenset(
            port
            for container in containers
            for mapping in container.port_mappings
            for port in _static_ports(mapping, network_mode)
        ),
        enis=1 if network_mode is NetworkMode.AWSVPC else 0,
    )


def _static_ports(mapping: PortRequirement, network_mode: NetworkMode) -> tuple[int, ...]:
    """The port of the instance that a mapping reserves, if it reserves one."""
    match network_mode:
        case NetworkMode.BRIDGE:
            return (mapping.host_port,) if mapping.host_port else ()
        case NetworkMode.HOST:
            # The container listens on the instance itself. If neither port is known, port 0
            # represents it: a second copy of the task would want the same one.
            return (mapping.host_port or mapping.container_port,)
        case NetworkMode.AWSVPC | NetworkMode.NONE:
            return ()
        case _:
            assert_never(network_mode)


def registered_memory(total_bytes: int, reserved_mib: int = 0) -> int:
    """The MiB that the agent registers: whole MiB of `total_bytes` minus ECS_RESERVED_MEMORY.

    Negative if more is reserved than available; the agent then does not register.
    """
    return total_bytes // _BYTES_PER_MIB - reserved_mib
