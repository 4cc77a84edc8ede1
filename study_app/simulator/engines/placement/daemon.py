"""Daemon services: one task on each instance that qualifies, no more and no less.

Source: ecs_service-options. A daemon task starts first and stops last: ECS reserves its CPU, memory
and network interface before replicas are placed, so run the daemon first and place on the instances
that it returns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from study_app.simulator.engines.placement import rules
from study_app.simulator.engines.placement.filters import (
    FailureReason,
    constraint_filters,
    filters,
)
from study_app.simulator.engines.placement.strategy import PlacementRequest
from study_app.simulator.model.cluster import ContainerInstance, InstanceStatus
from study_app.simulator.model.trace import Applied, Considered, Rule
from study_app.words.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class DaemonRun:
    """What a daemon service did, by instance id in order of registration.

    `stopped` names an instance once for each task stopped there; `failed` are instances that should
    run the task but cannot. `instances` is the cluster afterward.
    """

    kept: tuple[str, ...]
    started: tuple[str, ...]
    stopped: tuple[str, ...]
    failed: tuple[tuple[str, FailureReason], ...]
    instances: tuple[ContainerInstance, ...]
    trace: tuple[Considered, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """Daemon tasks by instance id, without zeros."""
        running = {*self.kept, *self.started}
        return {instance.id: 1 for instance in self.instances if instance.id in running}


def run_daemon(
    instances: Sequence[ContainerInstance], request: PlacementRequest, *, explain: bool = False
) -> DaemonRun:
    """Bring each instance to the one task of `request`, or to none if it does not qualify.

    An instance qualifies if it is ACTIVE and satisfies the constraints. Count and strategies of
    `request` are ignored. `explain` adds the trace and changes nothing else.
    """
    run = _Run(request, explain=explain)
    after = tuple([run.visit(instance) for instance in instances])
    return DaemonRun(
        kept=tuple(run.kept),
        started=tuple(run.started),
        stopped=tuple(run.stopped),
        failed=tuple(run.failed),
        instances=after,
        trace=tuple(run.trace or ()),
    )


class _Run:
    """One pass over the whole cluster, instance by instance."""

    def __init__(self, request: PlacementRequest, *, explain: bool) -> None:
        self._task = request.task
        self._constraints = constraint_filters(request.constraints, request.task.group)
        self._filters = filters(request)
        self.kept: list[str] = []
        self.started: list[str] = []
        self.stopped: list[str] = []
        self.failed: list[tuple[str, FailureReason]] = []
        self.trace: list[Considered] | None = [] if explain else None

    def visit(self, instance: ContainerInstance) -> ContainerInstance:
        """`instance` as the daemon service leaves it."""
        mine = [
            position
            for position, task in enumerate(instance.tasks)
            if task.group == self._task.group and task.stays
        ]
        if not self._qualifies(instance, mine):
            return self._stop(instance, mine)
        if mine:
            self.kept.append(instance.id)
            self._note(instance, rules.DAEMON_KEEP, "daemon tasks = 1", kept=True)
            return self._stop(instance, mine[1:])
        return self._start(instance)

    def _qualifies(self, instance: ContainerInstance, mine: Sequence[int]) -> bool:
        """Whether the daemon belongs there; its own tasks there do not count against it."""
        if instance.status is not InstanceStatus.ACTIVE:
            self._note(instance, rules.AGENT, f"status = {instance.status}", kept=False)
            return False
        bare = _without(instance, mine)
        if self.trace is not None:
            self.trace += self._constraints.explain(bare)
        return self._constraints.passed(bare)

    def _start(self, instance: ContainerInstance) -> ContainerInstance:
        failed = self._filters.failed(instance)
        if failed is not None:
            _, condition = failed
            self.failed.append((instance.id, condition.reason))
            self._note(instance, condition.rule, condition.formula(instance), kept=False)
            return instance
        self.started.append(instance.id)
        self._note(instance, rules.DAEMON_START, "daemon tasks = 0", kept=True)
        return instance.with_task(self._task)

    def _stop(self, instance: ContainerInstance, positions: Sequence[int]) -> ContainerInstance:
        for position in positions:
            self.stopped.append(instance.id)
            self._note(instance, rules.DAEMON_STOP, f"task {position + 1}", kept=False)
        return _without(instance, positions)

    def _note(
        self, instance: ContainerInstance, rule: Rule, formula: Text | str, *, kept: bool
    ) -> None:
        if self.trace is not None:
            self.trace.append(Considered(instance.id, Applied(rule, formula), kept))


def _without(instance: ContainerInstance, positions: Sequence[int]) -> ContainerInstance:
    for position in reversed(positions):
        instance = instance.without_task(position)
    return instance
