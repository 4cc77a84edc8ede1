"""Which candidates a chain of placement strategies prefers, kept up to date task by task.

A chain narrows the candidates: each strategy keeps those with the least value of its own, and
the next one looks at these only. So the preferred candidates are those whose row of values comes
first in lexicographic order: that chaining works like this is assumed, forced by the documented
"evenly across Availability Zones and then ... within each".

A spread over an attribute changes the value of all instances of a zone at once, every other
strategy only that of the instance that got the task. Candidates with the same keys for all of the
former are a group that is sorted by the latter, and the groups are sorted by the row of their first
member. So a placement moves one candidate and the groups that share a key with it.
"""

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TypeAlias, assert_never

from study_app.simulator.engines.placement import rules
from study_app.simulator.engines.placement.strategy import (
    Binpack,
    PlacementStrategy,
    Random,
    Spread,
)
from study_app.simulator.model.cluster import ContainerInstance
from study_app.simulator.model.trace import Rule

_Keys: TypeAlias = tuple[Hashable, ...]
"""The key of a candidate for each spread over an attribute."""

_Entry: TypeAlias = tuple[int, ...]
"""The values specific to one candidate, then its index: ties by registration."""

_Place: TypeAlias = tuple[tuple[int, ...], int]
"""The rank of a group: the full row of values of its first member, and that member's index."""


@dataclass(slots=True)
class Level:
    """One strategy of the chain; `counts` are the tasks of the group by spread key."""

    strategy: Spread | Binpack
    counts: Counter[Hashable] = field(default_factory=Counter)

    @property
    def rule(self) -> Rule:
        return rules.SPREAD if isinstance(self.strategy, Spread) else rules.BINPACK

    @property
    def shared(self) -> bool:
        """Whether one task changes the value of more than one instance."""
        return isinstance(self.strategy, Spread) and self.strategy.attribute is not None


@dataclass(slots=True)
class _Group:
    """Candidates with the same keys, best first; `place` is the group's place in the list, if it is
    listed."""

    entries: list[_Entry] = field(default_factory=list)
    place: _Place | None = None


class Ranking:
    """The candidates for tasks of `group`, by index into `instances`.

    `instances` is the caller's list: it replaces the entry of an instance that gets a task and
    then calls `placed`. Tasks are counted on all instances, candidates or not.
    """

    def __init__(
        self,
        strategies: Iterable[PlacementStrategy],
        group: str,
        instances: Sequence[ContainerInstance],
        candidates: Iterable[int],
    ) -> None:
        self._instances = instances
        self.levels = tuple(_levels(strategies))
        self._spreads = [
            (level, level.strategy) for level in self.levels if isinstance(level.strategy, Spread)
        ]
        self._shared = [spread for level, spread in self._spreads if level.shared]
        self._own = [level for level in self.levels if not level.shared]
        for index, instance in enumerate(instances):
            tasks = len(instance.tasks_of(group))
            if tasks:
                self._count(index, tasks)
        self._groups: defaultdict[_Keys, _Group] = defaultdict(_Group)
        self._sharing: defaultdict[tuple[int, Hashable], set[_Keys]] = defaultdict(set)
        self._entries: dict[int, _Entry] = {}
        self._order: list[_Place] = []
        for index in candidates:
            self._add(index, self._keys(index))
        for keys, one in self._groups.items():
            self._list(one)
            for number, key in enumerate(keys):
                self._sharing[number, key].add(keys)

    def value(self, level: Level, index: int) -> int:
        """The value that `level` minimizes: tasks of the group, or the remainder of a resource."""
        match level.strategy:
            case Spread():
                return level.counts[self._key(level.strategy, index)]
            case Binpack(resource):
                return resource.remaining(self._instances[index])
            case _:
                assert_never(level.strategy)

    def first(self) -> int | None:
        """The preferred candidate; ties go to the one registered first. None if there is none."""
        return self._order[0][1] if self._order else None

    def preferred(self) -> list[int]:
        """All candidates that the whole chain prefers equally, in order of registration."""
        if not self._order:
            return []
        best = self._order[0][0]
        heads = (head for _, head in takewhile(lambda place: place[0] == best, self._order))
        groups = (self._groups[self._keys(head)] for head in heads)
        return sorted(entry[-1] for one in groups for entry in _equal_to_first(one.entries))

    def placed(self, index: int, *, still_fits: bool) -> None:
        """A task of the group was put on the candidate `index`."""
        keys = self._keys(index)
        moved = {keys}.union(*(self._sharing[place] for place in enumerate(keys)))
        for one in moved:
            self._unlist(self._groups[one])
        entries = self._groups[keys].entries
        del entries[bisect_left(entries, self._entries.pop(index))]
        self._count(index, 1)
        if still_fits:
            self._add(index, keys)
        for one in moved:
            self._list(self._groups[one])

    def _count(self, index: int, tasks: int) -> None:
        for level, spread in self._spreads:
            level.counts[self._key(spread, index)] += tasks

    def _key(self, spread: Spread, index: int) -> Hashable:
        """What `spread` counts tasks by: the instance, or the value of its attribute, if any."""
        if spread.attribute is None:
            return index
        return self._instances[index].attributes.get(spread.attribute)

    def _keys(self, index: int) -> _Keys:
        return tuple([self._key(spread, index) for spread in self._shared])

    def _add(self, index: int, keys: _Keys) -> None:
        entry = self._entries[index] = (*[self.value(level, index) for level in self._own], index)
        insort(self._groups[keys].entries, entry)

    def _list(self, group: _Group) -> None:
        if group.entries:
            head = group.entries[0][-1]
            row = tuple([self.value(level, head) for level in self.levels])
            group.place = (row, head)
            insort(self._order, group.place)

    def _unlist(self, group: _Group) -> None:
        if group.place is not None:
            del self._order[bisect_left(self._order, group.place)]
            group.place = None


def _levels(strategies: Iterable[PlacementStrategy]) -> Iterator[Level]:
    """The strategies up to `random`, which leaves nothing for others to decide."""
    for strategy in strategies:
        match strategy:
            case Random():
                return
            case Spread() | Binpack():
                yield Level(strategy)
            case _:
                assert_never(strategy)


def _equal_to_first(entries: list[_Entry]) -> Iterator[_Entry]:
    best = entries[0][:-1]
    return takewhile(lambda entry: entry[:-1] == best, entries)
