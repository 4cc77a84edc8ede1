"""Availability Zone rebalancing: a frame for each task that moves from one zone to another."""

from collections.abc import Sequence
from dataclasses import dataclass

from study_app.simulator.engines.rollout.zone_rebalancing import Rebalancing
from study_app.simulator.model.cluster import ContainerInstance, Task
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.playback.clusters import boxes
from study_app.simulator.playback.frames import Caption, Frame, Frames, Mark, Reel, TaskLook


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebalanced:
    """Tasks of `group` on `instances`, and how they were moved between the zones."""

    instances: tuple[ContainerInstance, ...]
    group: str
    rebalancing: Rebalancing


def play_rebalancing(outcome: Outcome[Rebalanced]) -> Reel:
    """The cluster before, after each move, and when no zone has too many."""
    result = outcome.done
    moves, group = result.rebalancing.moves, result.group
    clusters = [result.instances, *(move.cluster for move in moves)]
    last = len(moves) + 1

    def draw(number: int) -> Frame:
        at = min(number, len(moves))
        move = moves[number - 1] if 1 <= number <= len(moves) else None
        marks = {} if move is None else {move.to: Mark.CHOSEN, move.from_: Mark.DROPPED}
        return Frame(
            caption=caption(number),
            boxes=boxes(clusters[at], look, marks),
            applied=() if move is None else move.trace,
        )

    def look(_instance: ContainerInstance, _position: int, task: Task) -> TaskLook:
        return TaskLook.OLD if task.group == group else TaskLook.OTHER

    def caption(number: int) -> Caption:
        if number == 0:
            return Caption("rebalance.before", {"counts": _counts(clusters[0], group)})
        if number == last:
            balanced = result.rebalancing.balanced
            return Caption("rebalance.done" if balanced else "rebalance.stopped")
        move = moves[number - 1]
        return Caption("rebalance.move", {"to": move.to, "from_": move.from_})

    def guesses(number: int) -> tuple[Caption, ...]:
        """After frame `number`: the opposite move, another instance, or no move."""
        if number >= len(moves):
            return ()
        right = moves[number]
        others = [one.id for one in result.instances if one.id not in (right.to, right.from_)]
        every = [
            Caption("rebalance.move", {"to": right.from_, "from_": right.to}),
            *(Caption("rebalance.move", {"to": one, "from_": right.from_}) for one in others[:1]),
            Caption("rebalance.done"),
        ]
        return tuple(every)

    return Reel(frames=Frames(last + 1, draw), guesses=guesses)


def _counts(cluster: Sequence[ContainerInstance], group: str) -> str:
    counts: dict[str, int] = {}
    for one in cluster:
        if one.availability_zone is not None:
            tasks = counts.get(one.availability_zone, 0)
            counts[one.availability_zone] = tasks + len(one.tasks_of(group))
    return ", ".join(f"{zone} {count}" for zone, count in counts.items())
