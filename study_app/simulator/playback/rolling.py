"""Rolling updates of Amazon ECS and of Kubernetes, and the draining of instances."""

from collections import Counter
from dataclasses import dataclass
from typing import Final

from study_app.simulator.engines.kubernetes.kubernetes import KubernetesRollout
from study_app.simulator.engines.kubernetes.rules import COMPLETED
from study_app.simulator.engines.rollout.rollout import Result, RevisionCounts, RolloutOutcome
from study_app.simulator.engines.rollout.service_update import ClusterResult
from study_app.simulator.model.cluster import ContainerInstance, InstanceStatus, Task
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.trace import Applied
from study_app.simulator.playback.clusters import boxes
from study_app.simulator.playback.frames import Box, Reel, TaskLook
from study_app.simulator.playback.stepping import Film, Words, pool

_IN_FLIGHT: Final = Words(before="rolling.in-flight")
_DRAINING: Final = Words(
    before="rolling.before-drain",
    stop="rolling.drain-stop",
    start="rolling.drain-start",
    completed="rolling.drained",
    old="draining",
    new="elsewhere",
)


@dataclass(frozen=True, slots=True)
class PodRollout:
    """A rolling update of so many `replicas`."""

    replicas: int
    rollout: KubernetesRollout


def play_rollout(outcome: Outcome[Result | ClusterResult]) -> Reel:
    """The pictures of a rollout, within a number of slots or on instances."""
    rolled = outcome.done
    if isinstance(rolled, Result):
        return _in_a_pool(rolled).reel()
    return _on_instances(rolled, _IN_FLIGHT if rolled.initial.new else Words()).reel()


def play_draining(outcome: Outcome[ClusterResult]) -> Reel:
    """The pictures of a service whose instances are drained."""
    return _on_instances(outcome.done, _DRAINING).reel()


def play_kubernetes(outcome: Outcome[PodRollout]) -> Reel:
    """The pictures of a Deployment's RollingUpdate."""
    replicas, rollout = outcome.done.replicas, outcome.done.rollout
    film = Film(
        initial=RevisionCounts(replicas, 0),
        steps=rollout.steps,
        limits=rollout.limits,
        closing=(Applied(COMPLETED, f"old = 0, new = {replicas}"),),
        is_completed=True,
        boxes=lambda number, pending: (pool(film.state(number), pending, rollout.upper),),
    )
    return film.reel()


def _in_a_pool(rolled: Result) -> Film:
    initial = rolled.parameters.initial
    film = Film(
        words=_IN_FLIGHT if initial.new else Words(),
        initial=initial,
        steps=rolled.steps,
        limits=rolled.limits,
        closing=rolled.closing,
        is_completed=rolled.outcome is RolloutOutcome.COMPLETED,
        boxes=lambda number, pending: (pool(film.state(number), pending, rolled.upper),),
    )
    return film


def _on_instances(rolled: ClusterResult, words: Words) -> Film:
    return Film(
        initial=rolled.initial,
        steps=tuple(each.step for each in rolled.steps),
        # Assumptions are shown in the first frame.
        limits=(*rolled.limits, *rolled.opening),
        closing=rolled.closing,
        is_completed=rolled.outcome is RolloutOutcome.COMPLETED,
        boxes=lambda number, pending: _cluster(rolled, number, pending, words),
        words=words,
    )


def _cluster(rolled: ClusterResult, number: int, pending: int, words: Words) -> tuple[Box, ...]:
    """The cluster after step `number`; on each instance its newest tasks were just started."""
    group = rolled.update.task.group
    cluster = rolled.before
    if number and rolled.steps:
        cluster = rolled.steps[min(number, len(rolled.steps)) - 1].cluster
    started: Counter[str] = Counter()
    if pending:
        started.update(rolled.steps[number - 1].instances)

    def look(instance: ContainerInstance, position: int, task: Task) -> TaskLook:
        if task.group != group:
            return TaskLook.OTHER
        if instance.status is InstanceStatus.DRAINING:
            return TaskLook.DRAINING
        if position >= len(instance.tasks) - started[instance.id]:
            return TaskLook.PENDING
        is_old = task.deployment < rolled.newest or words is _DRAINING
        return TaskLook.OLD if is_old else TaskLook.NEW

    return boxes(cluster, look)
