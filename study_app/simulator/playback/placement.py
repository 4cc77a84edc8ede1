"""Placement, a frame for each task: where it goes, and why every other instance was passed over."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random

from study_app.simulator.engines.placement.placement import (
    Choice,
    Placed,
    Placement,
    PlacementRequest,
    Unplaced,
    candidates,
    explain_placed,
)
from study_app.simulator.model.cluster import ContainerInstance, Task
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.trace import Applied, Considered
from study_app.simulator.playback.clusters import boxes
from study_app.simulator.playback.frames import (
    Caption,
    Frame,
    Frames,
    Mark,
    Reel,
    Series,
    TaskLook,
)

_MOST_GUESSES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """`request` on the initial `instances`; `dice` is the generator for `random`."""

    instances: tuple[ContainerInstance, ...]
    request: PlacementRequest
    dice: Random | None
    placement: Placement


def play_placement(outcome: Outcome[Placing]) -> Reel:
    """The pictures of a placement. The explanation of a task is computed on access."""
    placing = outcome.done
    film = _Film.of(placing.instances, placing.request, placing.placement.choices, placing.dice)
    return Reel(
        frames=Frames(len(film.choices) + 1, film.draw),
        series=(Series("instances", tuple(_used(film.choices))),),
        guesses=film.guesses,
    )


def _used(choices: Iterable[Choice]) -> Iterator[int]:
    """How many instances have one of these tasks, before the first and after each choice."""
    used: set[str] = set()
    yield 0
    for choice in choices:
        if isinstance(choice, Placed):
            used.add(choice.instance)
        yield len(used)


@dataclass(frozen=True)
class _Film:
    """Frame n shows the cluster once task n has found its place, or none.

    A cluster is built on access: with many tasks, all of them would be too much to keep. `before`
    counts the initial tasks of each instance.
    """

    request: PlacementRequest
    choices: tuple[Choice, ...]
    instances: tuple[ContainerInstance, ...]
    before: Mapping[str, int]
    dice: Random | None

    @classmethod
    def of(
        cls,
        instances: tuple[ContainerInstance, ...],
        request: PlacementRequest,
        choices: tuple[Choice, ...],
        dice: Random | None,
    ) -> "_Film":
        """Tasks after the first unplaced one fail as well: one frame shows them all."""
        first = next((at for at, one in enumerate(choices) if isinstance(one, Unplaced)), None)
        kept = choices if first is None else choices[: first + 1]
        before = {instance.id: len(instance.tasks) for instance in instances}
        return cls(request, kept, instances, before, dice)

    def cluster(self, number: int) -> tuple[ContainerInstance, ...]:
        """The instances once so many tasks have been placed."""
        counts = Counter(
            choice.instance for choice in self.choices[:number] if isinstance(choice, Placed)
        )
        return tuple(one.with_tasks(self.request.task, counts[one.id]) for one in self.instances)

    def draw(self, number: int) -> Frame:
        considered = self._considered(number)
        return Frame(
            caption=self._caption(number),
            boxes=boxes(self.cluster(number), self._look, _marks(considered)),
            applied=_decisive(considered),
            considered=considered,
        )

    def guesses(self, number: int) -> tuple[Caption, ...]:
        """After frame `number`: other instances, and none. An equally good one is not a guess."""
        if number >= len(self.choices):
            return ()
        right = self._caption(number + 1)
        before = self.cluster(number)
        as_good = candidates(before, self.request)
        others = [self._goes_to(number + 1, one.id) for one in before if one.id not in as_good][
            : _MOST_GUESSES - 1
        ]
        nowhere = Caption("placement.unplaced", {"number": number + 1})
        return tuple(others if nowhere == right else [*others, nowhere])

    def _caption(self, number: int) -> Caption:
        if number == 0:
            return Caption("placement.before", {"count": self.request.count})
        match self.choices[number - 1]:
            case Placed(instance=instance):
                return self._goes_to(number, instance)
            case Unplaced():
                return Caption("placement.unplaced", {"number": number})

    @staticmethod
    def _goes_to(number: int, instance: str) -> Caption:
        return Caption("placement.placed", {"number": number, "instance": instance})

    def _considered(self, number: int) -> tuple[Considered, ...]:
        if number == 0:
            return ()
        one = replace(self.request, count=1)
        choice = self.choices[number - 1]
        return explain_placed(self.cluster(number - 1), one, choice, rng=self.dice)

    def _look(self, instance: ContainerInstance, position: int, task: Task) -> TaskLook:
        if task.group != self.request.task.group:
            return TaskLook.OTHER
        return TaskLook.OLD if position < self.before[instance.id] else TaskLook.NEW


def _marks(considered: tuple[Considered, ...]) -> dict[str, Mark]:
    """Who was dropped by a filter or a strategy, and who got the task."""
    marks = {
        line.instance: Mark.DROPPED
        for line in considered
        if line.instance is not None and not line.kept
    }
    if considered and considered[-1].kept and considered[-1].instance is not None:
        marks[considered[-1].instance] = Mark.CHOSEN
    return marks


def _decisive(considered: tuple[Considered, ...]) -> tuple[Applied, ...]:
    """The findings about the instance that got the task; if none did, that none was found."""
    if not considered:
        return ()
    chosen = considered[-1].instance
    return tuple(line.applied for line in considered if line.instance == chosen)
