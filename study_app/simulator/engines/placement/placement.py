"""Placing tasks on the instances of a cluster, one task after the other.

Filters leave the instances that could run the task, strategies narrow these down, and one of
those that remain gets it. Source: task-placement.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

from study_app.simulator.engines.placement.choices import explain_choice
from study_app.simulator.engines.placement.filters import (
    FailureReason,
    Filters,
    filters,
)
from study_app.simulator.engines.placement.ranking import Ranking
from study_app.simulator.engines.placement.strategy import PlacementRequest, Random
from study_app.simulator.model.cluster import ContainerInstance
from study_app.simulator.model.trace import Considered

__all__ = [
    "MOST_RUN_TASK_COUNT",
    "UNABLE_TO_PLACE",
    "Placed",
    "Placement",
    "PlacementRequest",
    "Unplaced",
    "candidates",
    "explain_placed",
    "place",
]

MOST_RUN_TASK_COUNT: Final = 10
"""The most tasks of one RunTask call. Source: API_RunTask."""

UNABLE_TO_PLACE: Final = (
    "service (service-name) was unable to place a task because no container instance met all of "
    "its requirements."
)
"""The service event; the service keeps trying. Source: service-event-messages-list."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A task that runs on the instance with the id `instance`."""

    instance: str
    trace: tuple[Considered, ...] = ()


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A task that found no instance, with a reason for each instance in order of registration."""

    reasons: tuple[tuple[str, FailureReason], ...]
    trace: tuple[Considered, ...] = ()


Choice: TypeAlias = Placed | Unplaced


@dataclass(frozen=True, kw_only=True)
class Placement:
    """The result for each task, and the cluster afterward."""

    choices: tuple[Choice, ...]
    instances: tuple[ContainerInstance, ...]

    @cached_property
    def placed_on(self) -> tuple[str | None, ...]:
        """The instance id of each task, None for a task without one."""
        return tuple(
            choice.instance if isinstance(choice, Placed) else None for choice in self.choices
        )

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """Placed tasks by instance id, in order of registration, without zeros."""
        counts = Counter(name for name in self.placed_on if name is not None)
        return {one.id: counts[one.id] for one in self.instances if one.id in counts}

    @property
    def unplaced(self) -> int:
        return self.placed_on.count(None)

    @property
    def event(self) -> str | None:
        """The service event that a task without an instance leads to."""
        return UNABLE_TO_PLACE if self.unplaced else None

    @property
    def zone_counts(self) -> Mapping[str, int]:
        """Placed tasks by Availability Zone; an instance without one is left out."""
        zones: Counter[str] = Counter()
        for instance in self.instances:
            if instance.id in self.counts and instance.availability_zone is not None:
                zones[instance.availability_zone] += self.counts[instance.id]
        return dict(zones)


def place(
    instances: Sequence[ContainerInstance],
    request: PlacementRequest,
    *,
    rng: random.Random | None = None,
    explain: bool = False,
) -> Placement:
    """Place the tasks of `request` one by one; every task sees those placed before it.

    Among instances that the strategies like equally the one registered first gets the task. The
    strategy `random` draws from `rng`; without one it takes the first as well. `explain` adds
    the trace and changes nothing else. Ids of instances must differ.
    """
    run = _Run(instances, request, rng)
    choices: list[Choice] = []
    while len(choices) < request.count:
        choice = run.next(explain=explain)
        if isinstance(choice, Unplaced):
            # Nothing changes from here on, so the rest fail as well.
            choices += [choice] * (request.count - len(choices))
        else:
            choices.append(choice)
    return Placement(choices=tuple(choices), instances=tuple(run.instances))


def candidates(
    instances: Sequence[ContainerInstance], request: PlacementRequest
) -> tuple[str, ...]:
    """The ids of all instances that filters and strategies leave for the first task."""
    run = _Run(instances, request, None)
    return tuple(run.instances[index].id for index in run.ranking.preferred())


def explain_placed(
    instances: Sequence[ContainerInstance],
    request: PlacementRequest,
    choice: Choice,
    *,
    rng: random.Random | None = None,
) -> tuple[Considered, ...]:
    """The trace of a `choice` that `place` made for its next task with this cluster before it.

    For one task of many: the trace of all would be too large to keep. `rng` says, as for `place`,
    whether `random` draws; nothing is drawn from it here.
    """
    run = _Run(instances, request, rng)
    index = None
    if isinstance(choice, Placed):
        index = next(at for at, one in enumerate(instances) if one.id == choice.instance)
    return run.explain(index)


class _Run:
    """The state of one call: the cluster as it fills up."""

    def __init__(
        self,
        instances: Sequence[ContainerInstance],
        request: PlacementRequest,
        rng: random.Random | None,
    ) -> None:
        self.instances = list(instances)
        # Without a trace, tasks on the same instance share one description.
        self._placed = [Placed(instance.id) for instance in instances]
        self._request = request
        self._filters = filters(request)
        self._rng = rng if any(isinstance(one, Random) for one in request.strategies) else None
        # Placing a task does not change other instances. So an instance that fails the filters
        # fails them for good, and only the chosen one is re-evaluated.
        self.ranking = Ranking(
            request.strategies,
            request.task.group,
            self.instances,
            (index for index, instance in enumerate(instances) if self._filters.passed(instance)),
        )

    def next(self, *, explain: bool) -> Choice:
        """Place one more task, if any instance can take it."""
        index = self._pick()
        trace = self.explain(index) if explain else ()
        if index is None:
            reasons = tuple(_reasons(self.instances, self._filters))
            return Unplaced(reasons, trace)
        chosen = self.instances[index].with_task(self._request.task)
        self.instances[index] = chosen
        self.ranking.placed(index, still_fits=self._filters.passed(chosen))
        return Placed(chosen.id, trace) if trace else self._placed[index]

    def explain(self, index: int | None) -> tuple[Considered, ...]:
        """Why the instance at `index`, or none, is chosen, before the task is placed."""
        shuffled = self._rng is not None
        return tuple(
            explain_choice(self.instances, self._filters, self.ranking, index, shuffled=shuffled)
        )

    def _pick(self) -> int | None:
        if self._rng is None:
            return self.ranking.first()
        preferred = self.ranking.preferred()
        self._rng.shuffle(preferred)
        return preferred[0] if preferred else None


def _reasons(
    instances: Sequence[ContainerInstance], conditions: Filters
) -> Iterator[tuple[str, FailureReason]]:
    for instance in instances:
        failed = conditions.failed(instance)
        if failed is not None:
            yield instance.id, failed[1].reason
