"""Which tasks of a service stop when there are too many: the strategies reversed.

Where placement keeps the instance with the fewest tasks of the group, termination keeps the
tasks where there are most; binpack gives up the task whose stop leaves its instance with the
most. Sources: task-placement-strategies, ecs_service-options, task-scale-in-protection.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableSequence, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final, NamedTuple, assert_never

from study_app.simulator.engines.placement import rules
from study_app.simulator.engines.placement.strategy import (
    SERVICE_STRATEGY,
    Binpack,
    BinpackField,
    PlacementStrategy,
    Random,
    Spread,
)
from study_app.simulator.model.cluster import ContainerInstance, Task
from study_app.simulator.model.trace import Applied, Considered, Rule
from study_app.words.errors import error_text
from study_app.words.text import Text

UNABLE_TO_SCALE_IN: Final = "service (service-name) was unable to scale in"
"""The start of the service event for protected tasks."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """A task that was stopped on the instance with the id `instance`."""

    instance: str
    task: Task
    trace: tuple[Considered, ...] = ()


@dataclass(frozen=True, slots=True)
class Termination:
    """The stopped tasks in order, and the cluster afterward.

    `blocked` is how many stops found no task that can be stopped; there is an event for that.
    """

    stopped: tuple[Stopped, ...]
    blocked: int
    instances: tuple[ContainerInstance, ...]

    @property
    def event(self) -> str | None:
        return UNABLE_TO_SCALE_IN if self.blocked else None


def terminate(
    instances: Sequence[ContainerInstance],
    group: str,
    count: int = 1,
    strategies: Iterable[PlacementStrategy] = SERVICE_STRATEGY,
    *,
    rng: random.Random | None = None,
    explain: bool = False,
) -> Termination:
    """Stop `count` tasks of `group` one by one, re-evaluating after each.

    Among equal tasks the newest on the instance registered last stops; the strategy `random`
    draws from `rng` instead, if there is one. `explain` adds the trace and changes nothing else.
    """
    chain, cluster, stopped = tuple(strategies), list(instances), list[Stopped]()
    dice = rng if any(isinstance(one, Random) for one in chain) else None
    tasks = _GroupTasks(cluster, group, each=explain or dice is not None)
    while len(stopped) < count:
        narrowing = _Narrowing(cluster, tasks, chain, explain=explain)
        if not narrowing.left:
            break
        chosen = narrowing.left[-1] if dice is None else dice.choice(narrowing.left)
        narrowing.chose(chosen, rules.STOP_TIE if dice is None else rules.STOP_RANDOM)
        instance = cluster[chosen.at]
        task = instance.tasks[chosen.position]
        stopped.append(Stopped(instance.id, task, tuple(narrowing.trace or ())))
        cluster[chosen.at] = tasks.stop(chosen)
    return Termination(tuple(stopped), count - len(stopped), tuple(tasks.left(cluster)))


def stop_candidates(
    instances: Sequence[ContainerInstance],
    group: str,
    strategies: Iterable[PlacementStrategy] = SERVICE_STRATEGY,
) -> tuple[str, ...]:
    """The ids of the instances that may lose the next task of `group`, as registered."""
    tasks = _GroupTasks(list(instances), group, each=False)
    left = _Narrowing(instances, tasks, tuple(strategies), explain=False).left
    return tuple(dict.fromkeys(instances[one.at].id for one in left))


class _Position(NamedTuple):
    """A task: the index of its instance, and its position among the tasks there."""

    at: int
    position: int


class _GroupTasks:
    """Where the tasks of a group run, updated with every stop.

    Of equal tasks on one instance the newest stops first, so it represents them all, and stopped
    tasks are removed from their instance only at the end; `each` lists every one, for a trace or a
    draw, and removes it immediately.
    """

    def __init__(
        self, instances: MutableSequence[ContainerInstance], group: str, *, each: bool
    ) -> None:
        self._instances = instances
        self._group = group
        self._each = each
        self._listed: list[list[_Position]] = [[] for _ in instances]
        self._equal: list[dict[Task, list[int]]] = [{} for _ in instances]
        self._gone: list[set[int]] = [set() for _ in instances]
        self.counts = [0 for _ in instances]
        """How many tasks of the group remain on each instance."""
        for at in range(len(instances)):
            self.look_at(at)

    @property
    def positions(self) -> list[_Position]:
        """In order of registration, oldest first."""
        return [one for listed in self._listed for one in listed]

    def stop(self, one: _Position) -> ContainerInstance:
        """Update the instance of `one` without it, as far as the next stop is concerned."""
        instance = self._instances[one.at]
        if self._each:
            after = instance.without_task(one.position)
            self._instances[one.at] = after
            self.look_at(one.at)
            return after
        task = instance.tasks[one.position]
        equal = self._equal[one.at]
        equal[task].pop()
        self._gone[one.at].add(one.position)
        self.counts[one.at] -= 1
        self._listed[one.at] = _newest(one.at, equal)
        return replace(instance, remaining=instance.remaining.with_back(task.requirements))

    def left(self, cluster: Sequence[ContainerInstance]) -> Iterator[ContainerInstance]:
        """`cluster` without the tasks that have stopped."""
        for instance, gone in zip(cluster, self._gone, strict=True):
            if gone:
                kept = (task for at, task in enumerate(instance.tasks) if at not in gone)
                yield replace(instance, tasks=tuple(kept))
            else:
                yield instance

    def look_at(self, at: int) -> None:
        """Read what runs on the instance `at` now."""
        tasks = self._instances[at].tasks
        staying = [
            (position, task)
            for position, task in enumerate(tasks)
            if task.group == self._group and task.stays
        ]
        self.counts[at] = len(staying)
        if self._each:
            self._listed[at] = [_Position(at, position) for position, _ in staying]
            return
        equal: dict[Task, list[int]] = {}
        for position, task in staying:
            equal.setdefault(task, []).append(position)
        self._equal[at] = equal
        self._listed[at] = _newest(at, equal)


def _newest(at: int, equal: Mapping[Task, Sequence[int]]) -> list[_Position]:
    """The newest remaining task of each sort, oldest first."""
    return sorted(_Position(at, positions[-1]) for positions in equal.values() if positions)


class _Narrowing:
    """The tasks that may stop next: `left`, in order of registration, oldest first."""

    def __init__(
        self,
        instances: Sequence[ContainerInstance],
        tasks: _GroupTasks,
        strategies: Iterable[PlacementStrategy],
        *,
        explain: bool,
    ) -> None:
        self._instances = instances
        self._counts = tasks.counts
        self.trace: list[Considered] | None = [] if explain else None
        self.left = tasks.positions
        self._keep_unprotected()
        if len({self._task(one).deployment for one in self.left}) > 1:
            self._keep_most(rules.OLDEST_DEPLOYMENT, "- deployment", self._age)
        for strategy in takewhile(lambda one: not isinstance(one, Random), strategies):
            self._apply(strategy)

    def chose(self, one: _Position, rule: Rule) -> None:
        """Record that `one` of those left stops."""
        self._note(one, rule, error_text("one of {count}", count=len(self.left)), kept=True)

    def _keep_unprotected(self) -> None:
        for one in self.left:
            if self._task(one).protected:
                self._note(one, rules.PROTECTED, "protectionEnabled = true", kept=False)
        self.left = [one for one in self.left if not self._task(one).protected]

    def _apply(self, strategy: PlacementStrategy) -> None:
        match strategy:
            case Spread(attribute):
                what = error_text("tasks of the group by {field}", field=strategy.field)
                self._keep_most(rules.STOP_SPREAD, what, self._tasks_by(attribute))
            case Binpack(resource):
                what = error_text("remaining {field} after the stop", field=resource)
                self._keep_most(rules.STOP_BINPACK, what, self._remaining(resource))
            case Random():
                pass
            case _:
                assert_never(strategy)

    def _keep_most(self, rule: Rule, what: Text | str, value: Callable[[_Position], int]) -> None:
        values = [value(one) for one in self.left]
        most = max(values, default=0)
        if self.trace is not None:
            for one, mine in zip(self.left, values, strict=True):
                formula = error_text(
                    "{what} = {value}, most = {most}", what=what, value=mine, most=most
                )
                self._note(one, rule, formula, kept=mine == most)
        self.left = [one for one, mine in zip(self.left, values, strict=True) if mine == most]

    def _age(self, one: _Position) -> int:
        return -self._task(one).deployment

    def _tasks_by(self, attribute: str | None) -> Callable[[_Position], int]:
        """The number of tasks of the group on a task's instance, or in its zone."""
        if attribute is None:
            return lambda one: self._counts[one.at]
        keys = [instance.attributes.get(attribute) for instance in self._instances]
        counts: Counter[str | None] = Counter()
        for key, tasks in zip(keys, self._counts, strict=True):
            counts[key] += tasks
        return lambda one: counts[keys[one.at]]

    def _remaining(self, resource: BinpackField) -> Callable[[_Position], int]:
        def remaining(one: _Position) -> int:
            instance, task = self._instances[one.at], self._task(one)
            back = instance.remaining.with_back(task.requirements)
            return resource.remaining(replace(instance, remaining=back))

        return remaining

    def _task(self, one: _Position) -> Task:
        return self._instances[one.at].tasks[one.position]

    def _note(self, one: _Position, rule: Rule, formula: Text | str, *, kept: bool) -> None:
        if self.trace is not None:
            name = self._instances[one.at].id
            number = one.position + 1
            line = Applied(rule, error_text("task {number}: {what}", number=number, what=formula))
            self.trace.append(Considered(name, line, kept))
