"""A sequence of an instance's tasks that can be appended to without copying.

If every state of a cluster is kept, copying would store each task once for every task placed after
it: quadratic. Sequences derived from one another share their common part.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Generic, TypeVar, overload

ItemT = TypeVar("ItemT")


@dataclass(slots=True)
class _Shared(Generic[ItemT]):
    """All items of any of the sequences, and for each name the index of its first item."""

    items: list[ItemT]
    first: dict[str, int]
    counts: list[int]
    """For each item, how many items up to and including it count."""


class AppendedSequence(Sequence[ItemT]):
    """A sequence like a tuple; `added` appends one item in constant time.

    `name` gives an item the name under which `names` lists it, or None; `counts` says whether it
    counts toward `counted`.
    """

    __slots__ = ("_counts", "_length", "_name", "_shared")

    def __init__(
        self,
        items: Sequence[ItemT],
        name: Callable[[ItemT], str | None],
        counts: Callable[[ItemT], bool],
    ) -> None:
        # At once, and not one by one as below: an instance may have thousands of tasks.
        first: dict[str, int] = {}
        for at, one in enumerate(map(name, items)):
            if one is not None:
                first.setdefault(one, at)
        self._shared = _Shared(list(items), first, list(accumulate(map(int, map(counts, items)))))
        self._name = name
        self._counts = counts
        self._length = len(items)

    def added(self, item: ItemT) -> "AppendedSequence[ItemT]":
        """The same sequence with `item` at its end."""
        if len(self._shared.items) != self._length:
            return AppendedSequence((*self, item), self._name, self._counts)
        self._append(item)
        longer: AppendedSequence[ItemT] = AppendedSequence.__new__(AppendedSequence)
        longer._shared, longer._name, longer._counts = self._shared, self._name, self._counts
        longer._length = self._length + 1
        return longer

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the items, each once."""
        return tuple(name for name, at in self._shared.first.items() if at < self._length)

    @property
    def counted(self) -> int:
        """How many items count."""
        return self._shared.counts[self._length - 1] if self._length else 0

    def _append(self, item: ItemT) -> None:
        shared = self._shared
        name = self._name(item)
        if name is not None:
            shared.first.setdefault(name, len(shared.items))
        before = shared.counts[-1] if shared.counts else 0
        shared.counts.append(before + self._counts(item))
        shared.items.append(item)

    @overload
    def __getitem__(self, index: int) -> ItemT: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ItemT, ...]: ...
    def __getitem__(self, index: int | slice) -> ItemT | tuple[ItemT, ...]:
        if isinstance(index, slice):
            return tuple(self._shared.items[: self._length][index])
        return self._shared.items[range(self._length)[index]]

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[ItemT]:
        items = self._shared.items
        return (items[at] for at in range(self._length))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, AppendedSequence | tuple):
            return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
