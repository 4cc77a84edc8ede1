"""Looking at instances: the query language, daemon services, a single task to place or stop."""

from collections.abc import Sequence
from dataclasses import replace

from study_app.simulator.engines.placement.daemon import run_daemon
from study_app.simulator.engines.placement.filters import Considered
from study_app.simulator.engines.query.explanation import explain_query
from study_app.simulator.engines.query.query import Query
from study_app.simulator.engines.rollout.deployment import SchedulingStrategy
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.instances import read_instances
from study_app.simulator.kinds.inputs.trace_lines import read_considered
from study_app.simulator.kinds.placement import read_request
from study_app.simulator.kinds.registry import simulate
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.cluster import ContainerInstance, Task
from study_app.simulator.model.trace import Applied
from study_app.simulator.playback.clusters import all_alike, boxes
from study_app.simulator.playback.frames import (
    Box,
    Caption,
    Frame,
    Frames,
    Mark,
    Playback,
    TaskLook,
)


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
            boxes=tuple(map(_with_groups, boxes(instances, all_alike, marks), instances)),
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
        replace(line.applied, formula=f"{line.applied.formula} -> {str(line.kept).lower()}")
        for line in explain_query(query, instance)
    ]


def _with_groups(box: Box, instance: ContainerInstance) -> Box:
    """`box` with the groups of its tasks, which a query may ask about."""
    return replace(box, labels=(*box.labels, *dict.fromkeys(instance.task_groups)))


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


def play_choice(case: Case, result: Plain) -> Playback:
    """One task, to be placed or to be stopped: the cluster, and the instances that qualify."""
    fields = Fields(case.given)
    stops = fields.raw("mode") == "terminate"
    instances = read_instances(fields, sized=False)
    group = read_request(fields).task.group
    field, name = (
        ("optimal_instances_to_stop_on", "placement.terminate")
        if stops
        else ("optimal_candidates", "placement.candidates")
    )
    listed = result[field]
    chosen = [str(one) for one in listed] if isinstance(listed, list) else []
    trace = simulate(case.kind, case.given, {}, explain=True)["trace"]
    considered = read_considered(trace)
    found = Caption(name, {"instances": ", ".join(chosen) or "-"})

    def after() -> Frame:
        marks = {one.id: Mark.CHOSEN if one.id in chosen else Mark.DROPPED for one in instances}
        return Frame(
            caption=found,
            boxes=boxes(instances, look, marks),
            applied=tuple(dict.fromkeys(line.applied for line in considered if line.kept)),
            considered=considered,
        )

    def look(_instance: ContainerInstance, _position: int, task: Task) -> TaskLook:
        return TaskLook.OLD if task.group == group else TaskLook.OTHER

    def guesses(number: int) -> tuple[Caption, ...]:
        others = (one.id for one in instances if one.id not in chosen)
        wrong = tuple(Caption(name, {"instances": one}) for one in others)
        return () if number else wrong[:3]

    before = Frame(
        caption=Caption("placement.stop-one" if stops else "placement.place-one"),
        boxes=boxes(instances, look),
    )
    return Playback(case, result, [before, after()], guesses=guesses)
