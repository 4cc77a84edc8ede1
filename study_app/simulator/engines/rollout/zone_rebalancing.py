"""Availability Zone rebalancing: even out a service over zones while nothing else is happening.

Source: service-rebalancing in the developer guide.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from study_app.simulator.engines.placement.placement import place
from study_app.simulator.engines.placement.strategy import (
    SERVICE_STRATEGY,
    MemberOf,
    PlacementConstraint,
    PlacementRequest,
    PlacementStrategy,
    Spread,
)
from study_app.simulator.engines.placement.termination import terminate
from study_app.simulator.engines.query.expression import Attribute
from study_app.simulator.engines.rollout import rules
from study_app.simulator.engines.rollout.deployment import DeploymentConfiguration
from study_app.simulator.model.cluster import AVAILABILITY_ZONE, ContainerInstance, Task
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Problem
from study_app.simulator.model.service import SchedulingStrategy
from study_app.simulator.model.trace import Applied


@dataclass(frozen=True, slots=True, kw_only=True)
class RebalancingService:
    """The properties that decide whether a service can be rebalanced."""

    strategy: SchedulingStrategy = SchedulingStrategy.REPLICA
    configuration: DeploymentConfiguration = field(default_factory=DeploymentConfiguration)
    strategies: tuple[PlacementStrategy, ...] = SERVICE_STRATEGY
    constraints: tuple[PlacementConstraint, ...] = ()
    classic_load_balancer: bool = False
    external_controller: bool = False


def rebalancing_problems(service: RebalancingService) -> tuple[Problem, ...]:
    """Why a service cannot have availabilityZoneRebalancing ENABLED."""
    problems: list[Problem] = []

    def refuse(what: str, remedy: str = "", **values: object) -> None:
        problems.append(
            Problem.ours("availabilityZoneRebalancing", what, remedy, limit=None, **values)
        )

    if service.strategy is not SchedulingStrategy.REPLICA:
        refuse("only a REPLICA service can be rebalanced")
    if service.strategies and service.strategies[0] != Spread(AVAILABILITY_ZONE):
        refuse(
            "the first strategy must be spread over {attribute}",
            attribute=f"attribute:{AVAILABILITY_ZONE}",
        )
    if service.configuration.maximumPercent == 100:
        refuse(
            "{place} is {shown}",
            "write more, because a task starts before one stops",
            place="maximumPercent",
            shown=100,
        )
    if service.classic_load_balancer:
        refuse("a Classic Load Balancer is not supported", "use another load balancer")
    if service.external_controller:
        refuse("the EXTERNAL deployment controller is not supported")
    if any(
        isinstance(each, MemberOf) and Attribute(AVAILABILITY_ZONE) in each.query.subjects
        for each in service.constraints
    ):
        refuse("a constraint names {attribute}", "remove it", attribute=AVAILABILITY_ZONE)
    return tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One task started on `to`, and once it was healthy, one stopped on `from_`.

    `cluster` is the resulting state.
    """

    to: str
    from_: str
    cluster: tuple[ContainerInstance, ...] = ()
    trace: tuple[Applied, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebalancing:
    """The moves in order. `balanced` is False where a zone has no room or a task is protected."""

    moves: tuple[Move, ...]
    balanced: bool
    cluster: tuple[ContainerInstance, ...]


def rebalance(
    instances: Sequence[ContainerInstance],
    task: Task,
    strategies: tuple[PlacementStrategy, ...] = SERVICE_STRATEGY,
    constraints: tuple[PlacementConstraint, ...] = (),
    *,
    explain: bool = False,
) -> Rebalancing:
    """Move tasks of `task`'s group until no two zones differ by more than one.

    A new task takes what `task` does. Only zones with an instance that takes tasks count, and no
    instance is added. A zone without room ends it; so does a protected task.
    """
    cluster = tuple(instances)
    moves: list[Move] = []
    while True:
        counts = _tasks_by_zone(cluster, task.group)
        if not counts or max(counts.values()) - min(counts.values()) <= 1:
            return Rebalancing(moves=tuple(moves), balanced=True, cluster=cluster)
        notes = Notebook(explain=explain)
        emptiest = min(counts, key=lambda zone: counts[zone])
        fullest = max(counts, key=lambda zone: counts[zone])
        notes.note(
            rules.ZONES, "{} = {}, {} = {}", emptiest, counts[emptiest], fullest, counts[fullest]
        )
        moved = _moved(cluster, task, strategies, constraints, (emptiest, fullest))
        if moved is None:
            return Rebalancing(moves=tuple(moves), balanced=False, cluster=cluster)
        move, cluster = moved
        moves.append(replace(move, trace=notes.trace))


def _tasks_by_zone(cluster: Sequence[ContainerInstance], group: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for instance in cluster:
        if instance.availability_zone is not None and instance.takes_tasks:
            counts[instance.availability_zone] += len(instance.tasks_of(group))
    return dict(counts)


def _moved(
    cluster: tuple[ContainerInstance, ...],
    task: Task,
    strategies: tuple[PlacementStrategy, ...],
    constraints: tuple[PlacementConstraint, ...],
    zones: tuple[str, str],
) -> tuple[Move, tuple[ContainerInstance, ...]] | None:
    """One move from the second of the zones to the first; None where it is not possible."""
    emptiest, fullest = zones
    request = PlacementRequest(
        task=task,
        strategies=strategies,
        constraints=constraints,
        availability_zones=frozenset({emptiest}),
    )
    placement = place(cluster, request)
    (to,) = placement.placed_on
    if to is None:
        return None
    in_fullest = [
        one.availability_zone == fullest and one.takes_tasks for one in placement.instances
    ]
    source = [one for one, here in zip(placement.instances, in_fullest, strict=True) if here]
    termination = terminate(source, task.group, 1, strategies)
    if not termination.stopped:
        return None
    after = iter(termination.instances)
    changed = tuple(
        next(after) if here else one
        for one, here in zip(placement.instances, in_fullest, strict=True)
    )
    return Move(to=to, from_=termination.stopped[0].instance, cluster=changed), changed
