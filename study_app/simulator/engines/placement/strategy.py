"""A placement request: strategies, constraints, and AWS's defaults."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from study_app.simulator.engines.query.query import Query
from study_app.simulator.model.cluster import AVAILABILITY_ZONE, ContainerInstance, Task


class BinpackField(StrEnum):
    """The resource that binpack minimizes."""

    CPU = "cpu"
    MEMORY = "memory"

    def remaining(self, instance: ContainerInstance) -> int:
        """CPU units or MiB."""
        left = instance.remaining
        return left.cpu if self is BinpackField.CPU else left.memory


@dataclass(frozen=True, slots=True)
class Spread:
    """Evenly over the values of an attribute, or over instances if `attribute` is None."""

    attribute: str | None = None

    def __str__(self) -> str:
        return f"spread({self.field})"

    @property
    def field(self) -> str:
        return "instanceId" if self.attribute is None else f"attribute:{self.attribute}"


@dataclass(frozen=True, slots=True)
class Binpack:
    """The least remaining of `field` that still fits."""

    field: BinpackField

    def __str__(self) -> str:
        return f"binpack({self.field})"


@dataclass(frozen=True, slots=True)
class Random:
    """Any instance; strategies after it have no effect."""

    def __str__(self) -> str:
        return "random"


PlacementStrategy: TypeAlias = Spread | Binpack | Random


@dataclass(frozen=True, slots=True)
class DistinctInstance:
    """Each task of the group on another instance."""


@dataclass(frozen=True, slots=True)
class MemberOf:
    """Only instances that match the query."""

    query: Query


PlacementConstraint: TypeAlias = DistinctInstance | MemberOf

SERVICE_STRATEGY: Final = (Spread(AVAILABILITY_ZONE), Spread())
"""The default of a service: over zones, then fewest tasks. Source: API_UpdateService."""

RUN_TASK_STRATEGY: Final = (Random(),)
"""The default of RunTask. Source: scheduling_tasks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementRequest:
    """`count` equal tasks to be placed.

    `constraints` are those of the task definition and of the service or RunTask together.
    `availability_zones` are those of the task's subnets; None is no limit.
    """

    task: Task
    count: int = 1
    strategies: tuple[PlacementStrategy, ...] = SERVICE_STRATEGY
    constraints: tuple[PlacementConstraint, ...] = ()
    required_attributes: tuple[str, ...] = ()
    availability_zones: frozenset[str] | None = None
