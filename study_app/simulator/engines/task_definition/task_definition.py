"""A task definition: what its containers ask for. What AWS refuses is in `definition_problems`.

Fields have AWS's own names. CPU in units (1 vCPU = 1024), memory in MiB.
"""

from dataclasses import dataclass
from enum import StrEnum

from study_app.simulator.engines.fargate.fargate import cpu_units, memory_mib
from study_app.simulator.model import resources
from study_app.simulator.model.resources import NetworkMode, Requirements

MOST_PORT = 65535


class Compatibility(StrEnum):
    """Where the task is meant to run."""

    EC2 = "EC2"
    FARGATE = "FARGATE"
    EXTERNAL = "EXTERNAL"


@dataclass(frozen=True, slots=True, kw_only=True)
class PortMapping:
    """A port of a container. Without `hostPort`, and with 0, bridge mode picks one."""

    containerPort: int  # noqa: N815
    hostPort: int | None = None  # noqa: N815
    protocol: str = "tcp"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContainerDefinition:
    """One container. `memory` is its hard limit, `memoryReservation` the soft one."""

    name: str
    image: str
    cpu: int = 0
    memory: int | None = None
    memoryReservation: int | None = None  # noqa: N815
    essential: bool = True
    portMappings: tuple[PortMapping, ...] = ()  # noqa: N815
    links: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    logDriver: str | None = None  # noqa: N815
    privileged: bool = False
    gpu: int = 0

    def container(self) -> resources.Container:
        """What the container takes from an instance."""
        return resources.Container(
            cpu=self.cpu,
            memory=self.memory,
            memory_reservation=self.memoryReservation,
            gpu=self.gpu,
            port_mappings=tuple(
                resources.PortRequirement(mapping.hostPort or 0, mapping.containerPort)
                for mapping in self.portMappings
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDefinition:
    """Containers that run together. `cpu` and `memory` are those of the whole task."""

    family: str
    containerDefinitions: tuple[ContainerDefinition, ...]  # noqa: N815
    requiresCompatibilities: tuple[Compatibility, ...] = ()  # noqa: N815
    networkMode: NetworkMode = NetworkMode.BRIDGE  # noqa: N815
    cpu: int | str | None = None
    memory: int | str | None = None
    executionRoleArn: str | None = None  # noqa: N815
    taskRoleArn: str | None = None  # noqa: N815
    windows: bool = False

    @property
    def fargate(self) -> bool:
        """Whether Fargate's rules apply: as soon as it is named, even together with EC2."""
        return Compatibility.FARGATE in self.requiresCompatibilities

    def requirements(self) -> Requirements:
        """What a task takes from an instance. Windows ignores the size of the task."""
        cpu = None if self.windows or self.cpu is None else cpu_units(self.cpu)
        memory = None if self.windows or self.memory is None else memory_mib(self.memory)
        return resources.requirements(
            [each.container() for each in self.containerDefinitions],
            network_mode=self.networkMode,
            cpu=cpu,
            memory=memory,
        )
