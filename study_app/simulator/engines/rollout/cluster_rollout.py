"""A rolling update on a real cluster: placement decides which tasks fit, and where.

The limits and the order of steps are those of `rollout`; here room is not a number but the
remaining resources of the instances. Stops follow the reversed strategies, the oldest deployment
first. Tasks on DRAINING instances are replaced within the same limits, by tasks of their own
revision. Source: container-instance-draining.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from study_app.simulator.engines.placement.placement import place
from study_app.simulator.engines.placement.strategy import PlacementRequest
from study_app.simulator.engines.placement.termination import terminate
from study_app.simulator.engines.rollout import rules
from study_app.simulator.engines.rollout.deployment import range_problems
from study_app.simulator.engines.rollout.rollout import (
    COMPLETED,
    MOST_TASKS,
    STUCK_LIMITS,
    STUCK_ROOM,
    Ending,
    RevisionCounts,
    RolloutOutcome,
    RolloutStep,
    StepKind,
)
from study_app.simulator.engines.rollout.service_update import (
    ClusterResult,
    ClusterStep,
    ServiceUpdate,
)
from study_app.simulator.model.cluster import ContainerInstance, InstanceStatus, Task, TaskStatus
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import CaseError, Problem, Refused
from study_app.simulator.model.trace import Applied, Rule

_MOST_WORK = 1_000_000
"""The limit on rounds times tasks: every round looks at every task."""

STUCK_PROTECTED = Ending(
    RolloutOutcome.STUCK,
    rules.STUCK_PROTECTED,
    "service (service-name) was unable to scale in because of task protection",
)


DRAINED = Ending(
    RolloutOutcome.COMPLETED, rules.DRAINED, "service (service-name) has reached a steady state."
)


@dataclass(frozen=True, slots=True)
class _Reason:
    """The rules for replacing tasks: for a new revision, or to drain an instance."""

    stop: Rule
    start: Rule
    done: Ending
    state: str


_UPDATE = _Reason(rules.STOP, rules.START, COMPLETED, "old = {}, new = {}: {}")
_DRAIN = _Reason(rules.DRAIN_STOP, rules.DRAIN_START, DRAINED, "draining = {}, elsewhere = {}: {}")


def roll_out_on(
    instances: Sequence[ContainerInstance],
    update: ServiceUpdate,
    *,
    in_flight: bool = False,
    opening: tuple[Applied, ...] = (),
    explain: bool = False,
) -> ClusterResult:
    """Replace the old tasks on `instances`, as far as limits, room and protection allow.

    With a deployment `in_flight` the tasks of deployment 1 are already new. If a task finds no
    instance the rollout continues with those that did. `opening` are notes shown first. `explain`
    adds the trace and changes nothing else. Raises Refused for numbers out of range, CaseError if
    it would take too many steps.
    """
    _require_simulable(update)
    newest = 1 if in_flight else _newest(instances, update) + 1
    run = _Run(instances, update, newest, _UPDATE, explain=explain)
    return replace(run.to_the_end(), opening=opening)


def drain_on(
    instances: Sequence[ContainerInstance],
    update: ServiceUpdate,
    *,
    opening: tuple[Applied, ...] = (),
    explain: bool = False,
) -> ClusterResult:
    """Replace the tasks of the service on DRAINING instances, between the same limits.

    PENDING tasks there stop immediately, other groups are left alone. The tasks that stay are
    renumbered as the newest deployment, so that those on DRAINING instances are the old ones.
    """
    _require_simulable(update)
    renumbered = _newest(instances, update) + 1
    cluster = [_renumbered(instance, update.task.group, renumbered) for instance in instances]
    run = _Run(cluster, update, renumbered, _DRAIN, explain=explain)
    run.stop_pending()
    return replace(run.to_the_end(), opening=opening)


class _Run:
    """One rollout: the cluster as tasks of deployments below `deployment` are replaced."""

    def __init__(
        self,
        instances: Sequence[ContainerInstance],
        update: ServiceUpdate,
        deployment: int,
        reason: _Reason,
        *,
        explain: bool,
    ) -> None:
        self._reason = reason
        self._before = self._cluster = tuple(instances)
        self._update = update
        self._explain = explain
        self._notes = Notebook(explain=explain)
        self._lower = update.configuration.lower(update.desired)
        self._upper = update.configuration.upper(update.desired)
        tasks = _tasks(instances, update)
        old = [task for task in tasks if task.deployment < deployment]
        self._initial = self._state = RevisionCounts(len(old), len(tasks) - len(old))
        self._protected = sum(task.protected for task in old)
        self._task = replace(update.task, deployment=deployment)
        self._steps: list[ClusterStep] = []
        self._unplaced = 0

    def to_the_end(self) -> ClusterResult:
        """Stop and start, round by round, until everything is replaced or nothing can be."""
        rounds = 0
        while not self.done:
            rounds += 1
            if rounds * self._update.desired > _MOST_WORK:
                raise CaseError(
                    "desired",
                    "{place} is {shown}, too many to replace so few at a time",
                    "write a lower count, or limits and instances that move more at once",
                    shown=self._update.desired,
                )
            stopped, started = self.stop(), self.start()
            if not stopped and not started:
                break
        return self.result()

    @property
    def done(self) -> bool:
        return self._state.old == 0 and self._state.new >= self._update.desired

    def stop_pending(self) -> None:
        """Stop the PENDING tasks on DRAINING instances: no limit protects them."""
        stopped: list[str] = []
        cluster = []
        for instance in self._cluster:
            pending = _pending(instance, self._task.group)
            stopped += [instance.id] * len(pending)
            for position in reversed(pending):
                instance = instance.without_task(position)  # noqa: PLW2901 - the same instance
            cluster.append(instance)
        if stopped:
            self._notes.note(rules.DRAIN_PENDING, "stop = {}", len(stopped))
            self._cluster = tuple(cluster)
            state = RevisionCounts(self._state.old - len(stopped), self._state.new)
            self._step(StepKind.STOP, state, tuple(stopped))

    def stop(self) -> int:
        """Stop as many old tasks as the lower limit and their protection allow."""
        old, running = self._state.old, self._state.running
        count = max(0, min(old - self._protected, running - self._lower))
        self._notes.note(
            self._reason.stop,
            "stop = max(0, min({} - {}, {} - {})) = {}",
            old,
            self._protected,
            running,
            self._lower,
            count,
        )
        if count:
            group, strategies = self._task.group, self._update.strategies
            result = terminate(self._cluster, group, count, strategies)
            self._cluster = result.instances
            after = RevisionCounts(old - count, self._state.new)
            self._step(StepKind.STOP, after, tuple(each.instance for each in result.stopped))
        return count

    def start(self) -> int:
        """Start as many new tasks as the upper limit allows and the instances hold."""
        desired, state = self._update.desired, self._state
        wanted = max(0, min(desired - state.new, self._upper - state.running))
        self._notes.note(
            self._reason.start,
            "start = max(0, min({} - {}, {} - {})) = {}",
            desired,
            state.new,
            self._upper,
            state.running,
            wanted,
        )
        request = PlacementRequest(
            task=self._task,
            count=wanted,
            strategies=self._update.strategies,
            constraints=self._update.constraints,
        )
        placement = place(self._cluster, request)
        placed = tuple(name for name in placement.placed_on if name is not None)
        self._unplaced = wanted - len(placed)
        self._notes.note(rules.PLACED, "placed = {} of {}", len(placed), wanted)
        if placed:
            self._cluster = placement.instances
            self._step(StepKind.START, RevisionCounts(state.old, state.new + len(placed)), placed)
        return len(placed)

    def _step(self, kind: StepKind, after: RevisionCounts, instances: tuple[str, ...]) -> None:
        step = RolloutStep(kind, len(instances), after, self._notes.trace)
        self._steps.append(ClusterStep(step=step, instances=instances, cluster=self._cluster))
        self._notes = Notebook(explain=self._explain)
        self._state = after

    def result(self) -> ClusterResult:
        ending = self._reason.done if self.done else self._why_stuck()
        state = self._state
        self._notes.note(ending.rule, self._reason.state, state.old, state.new, ending.outcome)
        return ClusterResult(
            update=self._update,
            initial=self._initial,
            before=self._before,
            lower=self._lower,
            upper=self._upper,
            steps=tuple(self._steps),
            ending=ending,
            cluster=self._cluster,
            newest=self._task.deployment,
            closing=self._notes.trace,
        )

    def _why_stuck(self) -> Ending:
        if self._unplaced:
            return STUCK_ROOM
        only_protected = self._state.old == self._protected > 0
        return STUCK_PROTECTED if only_protected else STUCK_LIMITS


def _tasks(instances: Sequence[ContainerInstance], update: ServiceUpdate) -> list[Task]:
    return [task for one in instances for task in one.tasks_of(update.task.group)]


def _newest(instances: Sequence[ContainerInstance], update: ServiceUpdate) -> int:
    return max((task.deployment for task in _tasks(instances, update)), default=0)


def _renumbered(instance: ContainerInstance, group: str, deployment: int) -> ContainerInstance:
    if instance.status is InstanceStatus.DRAINING:
        return instance
    tasks = tuple(
        replace(task, deployment=deployment) if task.group == group else task
        for task in instance.tasks
    )
    return replace(instance, tasks=tasks)


def _pending(instance: ContainerInstance, group: str) -> list[int]:
    if instance.status is not InstanceStatus.DRAINING:
        return []
    return [
        position
        for position, task in enumerate(instance.tasks)
        if task.group == group and task.stays and task.last_status is TaskStatus.PENDING
    ]


def _require_simulable(update: ServiceUpdate) -> None:
    problems = list(range_problems(update.configuration))
    if not 0 <= update.desired <= MOST_TASKS:
        problems.append(Problem.out_of_range("desired", update.desired, 0, MOST_TASKS))
    if problems:
        raise Refused(problems)
