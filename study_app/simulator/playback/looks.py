"""Looking at each instance in turn: the query language and daemon services."""

from collections.abc import Sequence

from study_app.simulator.case import Case, Plain
from study_app.simulator.case_fields import Fields
from study_app.simulator.case_instances import read_instances
from study_app.simulator.cases_placement import read_request
from study_app.simulator.cluster import ContainerInstance, Task
from study_app.simulator.daemon import run_daemon
from study_app.simulator.deployment import SchedulingStrategy
from study_app.simulator.placement_filters import Considered
from study_app.simulator.placement_rules import QUERY_PART
from study_app.simulator.playback.clusters import boxes
from study_app.simulator.playback.frames import (
    Caption,
    Frame,
    Frames,
    Mark,
    Playback,
    TaskLook,
)
from study_app.simulator.query import Query
from study_app.simulator.trace import Applied


def play_query(case: Case, result: Plain) -> Playback:
    """A frame for each instance: what every part of the expression says about it."""
    fields = Fields(case.given)
    instances = read_instances(fields, sized=False)
    query = Query.parse(fields.text("expression", "write an expression"))

    def draw(number: int) -> Frame:
        marks = {
            one.id: Mark.CHOSEN if query.matches(one) else Mark.DROPPED
            for one in instances[:number]
        }
        return Frame(
            caption=caption(number),
            boxes=boxes(instances, _existing, marks),
            applied=tuple(_parts(query, instances[number - 1])) if number else (),
        )

    def caption(number: int) -> Caption:
        if number == 0:
            return Caption("query.before")
        return _matches(instances[number - 1], matches=query.matches(instances[number - 1]))

    def guesses(number: int) -> tuple[Caption, ...]:
        if number >= len(instances):
            return ()
        following = instances[number]
        return (_matches(following, matches=not query.matches(following)),)

    return Playback(case, result, Frames(len(instances) + 1, draw), guesses=guesses)


def _matches(instance: ContainerInstance, *, matches: bool) -> Caption:
    return Caption("query.match" if matches else "query.no-match", {"instance": instance.id})


def _parts(query: Query, instance: ContainerInstance) -> Sequence[Applied]:
    return [
        Applied(QUERY_PART, f"{instance.id}: {part} -> {str(matches).lower()}")
        for part, matches in query.explain(instance)
    ]


def play_daemon(case: Case, result: Plain) -> Playback:
    """A frame for each instance: whether the daemon belongs there, and what follows."""
    fields = Fields(case.given)
    before = read_instances(fields, sized=fields.has("task"))
    request = read_request(fields, SchedulingStrategy.DAEMON)
    run = run_daemon(before, request, explain=True)
    group = request.task.group

    def draw(number: int) -> Frame:
        cluster = (*run.instances[:number], *before[number:])
        considered = about(number)
        return Frame(
            caption=caption(number),
            boxes=boxes(cluster, look, _mark(before, run.counts, number)),
            applied=tuple(line.applied for line in considered),
            considered=considered,
        )

    def about(number: int) -> tuple[Considered, ...]:
        if number == 0:
            return ()
        name = before[number - 1].id
        return tuple(line for line in run.trace if line.instance == name)

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

    return Playback(case, result, Frames(len(before) + 1, draw), guesses=guesses)


def _mark(instances: Sequence[ContainerInstance], counts: Plain, number: int) -> dict[str, Mark]:
    return {one.id: Mark.CHOSEN if one.id in counts else Mark.DROPPED for one in instances[:number]}


def _existing(_instance: ContainerInstance, _position: int, _task: Task) -> TaskLook:
    return TaskLook.OLD
