"""Pictures of instances: the query language, daemon services, a single task to place or stop."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from study_app.simulator.engines.placement.daemon import DaemonRun
from study_app.simulator.engines.query.query import Query
from study_app.simulator.model.cluster import ContainerInstance, Task
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.trace import Applied, Considered
from study_app.simulator.playback.clusters import all_alike, boxes
from study_app.simulator.playback.frames import (
    Box,
    Caption,
    Frame,
    Frames,
    Mark,
    Reel,
    TaskLook,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryMatches:
    """The `instances` that `query` was evaluated on, and the ids of those that match."""

    query: Query
    instances: tuple[ContainerInstance, ...]
    matching: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaemonLook:
    """A daemon service of the task group on the initial `instances`."""

    instances: tuple[ContainerInstance, ...]
    group: str
    run: DaemonRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosing:
    """The instances that could take one task, or lose it; `considered` says why."""

    instances: tuple[ContainerInstance, ...]
    group: str
    chosen: tuple[str, ...]
    stops: bool
    considered: tuple[Considered, ...] = ()


def play_query(outcome: Outcome[QueryMatches]) -> Reel:
    """A frame for each instance: the result of every part of the expression."""
    instances, matching = outcome.done.instances, frozenset(outcome.done.matching)
    said = _by_instance(outcome)

    def draw(number: int) -> Frame:
        return Frame(
            caption=caption(number),
            boxes=tuple(
                map(
                    _with_groups,
                    boxes(instances, all_alike, _marks(instances[:number], matching)),
                    instances,
                )
            ),
            applied=tuple(map(_part, said[instances[number - 1].id])) if number else (),
        )

    def caption(number: int) -> Caption:
        if number == 0:
            return Caption("query.before")
        return _matches(instances[number - 1], matches=instances[number - 1].id in matching)

    def guesses(number: int) -> tuple[Caption, ...]:
        if number >= len(instances):
            return ()
        following = instances[number]
        return (_matches(following, matches=following.id not in matching),)

    return Reel(frames=Frames(len(instances) + 1, draw), guesses=guesses)


def _by_instance(
    outcome: Outcome[QueryMatches] | Outcome[DaemonLook],
) -> dict[str, list[Considered]]:
    """The lines of the trace about each instance."""
    found: defaultdict[str, list[Considered]] = defaultdict(list)
    for line in outcome.trace or ():
        if isinstance(line, Considered) and line.instance is not None:
            found[line.instance].append(line)
    return found


def _marks(instances: Sequence[ContainerInstance], chosen: Collection[str]) -> dict[str, Mark]:
    return {one.id: Mark.CHOSEN if one.id in chosen else Mark.DROPPED for one in instances}


def _part(line: Considered) -> Applied:
    formula = f"{line.applied.english} -> {str(line.kept).lower()}"
    return replace(line.applied, formula=formula)


def _matches(instance: ContainerInstance, *, matches: bool) -> Caption:
    return Caption("query.match" if matches else "query.no-match", {"instance": instance.id})


def _with_groups(box: Box, instance: ContainerInstance) -> Box:
    """`box` with the groups of its tasks, which a query can use."""
    return replace(box, labels=(*box.labels, *dict.fromkeys(instance.task_groups)))


def play_daemon(outcome: Outcome[DaemonLook]) -> Reel:
    """A frame for each instance: whether the daemon belongs there, and the result."""
    before, group, run = outcome.done.instances, outcome.done.group, outcome.done.run
    said = _by_instance(outcome)

    def draw(number: int) -> Frame:
        cluster = (*run.instances[:number], *before[number:])
        considered = said[before[number - 1].id] if number else []
        return Frame(
            caption=caption(number),
            boxes=boxes(cluster, look, _marks(before[:number], run.counts)),
            applied=tuple(line.applied for line in considered),
        )

    def look(instance: ContainerInstance, _position: int, task: Task) -> TaskLook:
        if task.group != group:
            return TaskLook.OTHER
        return TaskLook.NEW if instance.id in run.started else TaskLook.OLD

    def caption(number: int) -> Caption:
        if number == 0:
            return Caption("daemon.before")
        name = before[number - 1].id
        for word, names in (("start", run.started), ("keep", run.kept), ("stop", run.stopped)):
            if name in names:
                return Caption(f"daemon.{word}", {"instance": name})
        return Caption("daemon.none", {"instance": name})

    def guesses(number: int) -> tuple[Caption, ...]:
        if number >= len(before):
            return ()
        values = {"instance": before[number].id}
        every = [Caption(f"daemon.{word}", values) for word in ("start", "keep", "stop", "none")]
        return tuple(one for one in every if one != caption(number + 1))

    return Reel(frames=Frames(len(before) + 1, draw), guesses=guesses)


def play_choice(outcome: Outcome[Choosing]) -> Reel:
    """One task, to be placed or to be stopped: the cluster, and the instances that qualify."""
    asked = outcome.done
    name = "placement.terminate" if asked.stops else "placement.candidates"

    def look(_instance: ContainerInstance, _position: int, task: Task) -> TaskLook:
        return TaskLook.OLD if task.group == asked.group else TaskLook.OTHER

    def guesses(number: int) -> tuple[Caption, ...]:
        others = (one.id for one in asked.instances if one.id not in asked.chosen)
        wrong = tuple(Caption(name, {"instances": one}) for one in others)
        return () if number else wrong[:3]

    before = Frame(
        caption=Caption("placement.stop-one" if asked.stops else "placement.place-one"),
        boxes=boxes(asked.instances, look),
    )
    after = Frame(
        caption=Caption(name, {"instances": ", ".join(asked.chosen) or "-"}),
        boxes=boxes(asked.instances, look, _marks(asked.instances, asked.chosen)),
        applied=tuple(dict.fromkeys(line.applied for line in asked.considered if line.kept)),
        considered=asked.considered,
    )
    return Reel(frames=[before, after], guesses=guesses)
