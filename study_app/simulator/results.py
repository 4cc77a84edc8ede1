"""Results that combine an engine's answer with its input.

Code that draws or explains a result finds everything here and recomputes nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from study_app.simulator.engines.breaker.circuit_breaker import BreakerReport, Event
from study_app.simulator.engines.breaker.deployment_history import Aftermath, Deployment
from study_app.simulator.engines.capacity import timeline as capacity
from study_app.simulator.engines.capacity.strategy import (
    CapacityProviderStrategyItem,
    Distribution,
)
from study_app.simulator.engines.kubernetes.kubernetes import KubernetesRollout
from study_app.simulator.engines.placement.daemon import DaemonRun
from study_app.simulator.engines.placement.placement import Placement
from study_app.simulator.engines.placement.strategy import PlacementRequest
from study_app.simulator.engines.query.query import Query
from study_app.simulator.engines.rollout.zone_rebalancing import Rebalancing
from study_app.simulator.engines.scaling import timeline as scaling
from study_app.simulator.model.cluster import ContainerInstance
from study_app.simulator.model.trace import Applied, Considered


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """`request` on the initial `instances`; `dice` is the generator for `random`."""

    instances: tuple[ContainerInstance, ...]
    request: PlacementRequest
    dice: Random | None
    placement: Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """The instances that could take one task, or lose it; `considered` says why."""

    instances: tuple[ContainerInstance, ...]
    group: str
    chosen: tuple[str, ...]
    stops: bool
    considered: tuple[Considered, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DaemonLook:
    """A daemon service of the task group on the initial `instances`."""

    instances: tuple[ContainerInstance, ...]
    group: str
    run: DaemonRun


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryMatches:
    """The `instances` that `query` was evaluated on, and the ids of those that match."""

    query: Query
    instances: tuple[ContainerInstance, ...]
    matching: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebalanced:
    """Tasks of `group` on `instances`, and how they were moved between the zones."""

    instances: tuple[ContainerInstance, ...]
    group: str
    rebalancing: Rebalancing


@dataclass(frozen=True, slots=True)
class PodRollout:
    """A rolling update of so many `replicas`."""

    replicas: int
    rollout: KubernetesRollout


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """A deployment under a circuit breaker: the last of the initial `deployments`.

    `threshold` explains its computation. The `aftermath` is their state after the last event
    examined.
    """

    threshold: Applied
    threshold_at_first: int
    events: Sequence[Event]
    deployments: tuple[Deployment, ...]
    report: BreakerReport
    aftermath: Aftermath


@dataclass(frozen=True, slots=True)
class ScalingOverTime:
    """What was planned, and an activity for each reading and each scheduled action."""

    planned: scaling.ScalingInput
    activities: tuple[scaling.Activity, ...]


@dataclass(frozen=True, slots=True)
class CapacityOverTime:
    """What was planned, and the minutes in which something changes."""

    planned: capacity.CapacityInput
    moments: tuple[capacity.Minute, ...]


@dataclass(frozen=True, slots=True)
class Dealing:
    """Tasks distributed by a capacity provider strategy."""

    strategy: tuple[CapacityProviderStrategyItem, ...]
    distribution: Distribution
