"""Placement of tasks on container instances, their termination, daemons, and what AWS refuses."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from study_app.simulator.engines.placement.daemon import run_daemon
from study_app.simulator.engines.placement.placement import candidates, place
from study_app.simulator.engines.placement.strategy import PlacementRequest, Random, Spread
from study_app.simulator.engines.placement.termination import stop_candidates, terminate
from study_app.simulator.engines.placement.validation import Api, default_strategy, validate
from study_app.simulator.engines.rollout.zone_rebalancing import (
    RebalancingService,
    rebalance,
    rebalancing_problems,
)
from study_app.simulator.inputs.placement import (
    CONSTRAINTS,
    COUNT,
    INSTANCES,
    KNOWN,
    STRATEGY,
    TASK,
    read_dice,
    read_parameters,
    read_request,
)
from study_app.simulator.inputs.rolling import MAXIMUM, MINIMUM, read_limits
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.instances import limited, read_instances
from study_app.simulator.kinds.kind import Ask, Kind, Mode, SimulateCommand
from study_app.simulator.kinds.steps import list_field
from study_app.simulator.mistakes.placement import PLACEMENT as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.cluster import ContainerInstance
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import CaseError, Problem, Refused, all_of
from study_app.simulator.model.resources import registered_memory
from study_app.simulator.model.service import SchedulingStrategy
from study_app.simulator.model.trace import Decision
from study_app.simulator.playback.frames import TaskLook
from study_app.simulator.playback.instances import Choosing, DaemonLook, play_choice, play_daemon
from study_app.simulator.playback.placement import Placing, play_placement
from study_app.simulator.playback.rebalancing import Rebalanced, play_rebalancing
from study_app.words.errors import error_text
from study_app.words.text import Text

_MOST_BYTES: Final = 2**60
_MOST_EXPLAINED: Final = 50_000
"""Limit on tasks times instances: for each task the trace has a few lines per instance."""

_MOST_REBALANCED: Final = 1000
"""Limit on moves: each examines the whole cluster, and is a picture."""


def _read(fields: CaseFields) -> tuple[tuple[ContainerInstance, ...], PlacementRequest]:
    """The instances, with their network interfaces for the tasks, and the tasks."""
    instances, request = read_instances(fields, sized=True), read_request(fields)
    return limited(instances, request.task.requirements), request


def _place(fields: CaseFields, explain: bool) -> Outcome[Placing]:
    instances, request = _read(fields)
    dice = read_dice(fields)
    if explain and request.count * len(instances) > _MOST_EXPLAINED:
        most = _MOST_EXPLAINED // len(instances)
        remedy = error_text("write at most {most}, or do not ask for a trace", most=most)
        raise CaseError(
            COUNT.path, "{place} is {count}, too many to explain", remedy, count=request.count
        )
    placement = place(instances, request, rng=dice, explain=explain)
    placing = Placing(instances=instances, request=request, dice=dice, placement=placement)
    if not explain:
        return Outcome(placing)
    return Outcome(placing, trace=tuple(Decision(choice.trace) for choice in placement.choices))


def _write_placing(placing: Placing) -> Plain:
    placement = placing.placement
    return {
        "placed_on": list(placement.placed_on),
        "counts": dict(placement.counts),
        "unplaced": placement.unplaced,
        "instances_used": len(placement.counts),
        "az_counts": dict(placement.zone_counts),
    }


def _candidates(fields: CaseFields, explain: bool) -> Outcome[Choosing]:
    instances, request = _read(fields)
    found = candidates(instances, request)
    considered = place(instances, replace(request, count=1), explain=True).choices[0].trace
    choosing = Choosing(
        instances=instances,
        group=request.task.group,
        chosen=tuple(found),
        stops=False,
        considered=considered,
    )
    return Outcome(choosing, trace=considered if explain else None)


def _terminate(fields: CaseFields, explain: bool) -> Outcome[Choosing]:
    instances, request = read_instances(fields, sized=False), read_request(fields)
    group, strategies = request.task.group, request.strategies
    first = terminate(instances, group, 1, strategies, rng=read_dice(fields), explain=True)
    considered = tuple(line for one in first.stopped for line in one.trace)
    choosing = Choosing(
        instances=instances,
        group=group,
        chosen=tuple(stop_candidates(instances, group, strategies)),
        stops=True,
        considered=considered,
    )
    return Outcome(choosing, trace=considered if explain else None)


def _write_choosing(choosing: Choosing) -> Plain:
    name = "optimal_instances_to_stop_on" if choosing.stops else "optimal_candidates"
    return {name: list(choosing.chosen)}


def _daemon(fields: CaseFields, explain: bool) -> Outcome[DaemonLook]:
    instances = read_instances(fields, sized=fields.has("task"))
    request = read_request(fields, SchedulingStrategy.DAEMON)
    instances = limited(instances, request.task.requirements)
    run = run_daemon(instances, request, explain=explain)
    look = DaemonLook(instances=instances, group=request.task.group, run=run)
    return Outcome(look, trace=run.trace if explain else None)


def _write_daemon(look: DaemonLook) -> Plain:
    return {"counts": dict(look.run.counts)}


def _rebalance(fields: CaseFields, explain: bool) -> Outcome[Rebalanced]:
    instances, request = _read(fields)
    service = RebalancingService(
        configuration=read_limits(fields),
        strategies=request.strategies,
        constraints=request.constraints,
    )
    mine = sum(len(one.tasks_of(request.task.group)) for one in instances)
    if mine > _MOST_REBALANCED:
        remedy = error_text("write at most {most} tasks of the service", most=_MOST_REBALANCED)
        raise CaseError("instances", "{place} hold {count} of its tasks", remedy, count=mine)
    problems = rebalancing_problems(service)
    if problems:
        raise Refused(problems)
    rebalancing = rebalance(
        instances, request.task, request.strategies, request.constraints, explain=True
    )
    lines = tuple(line for move in rebalancing.moves for line in move.trace)
    result = Rebalanced(instances=instances, group=request.task.group, rebalancing=rebalancing)
    return Outcome(result, trace=lines if explain else None)


def _write_rebalanced(result: Rebalanced) -> Plain:
    """`az_counts` are the tasks of the service in each zone afterward."""
    zones: Counter[str] = Counter()
    for one in result.rebalancing.cluster:
        if one.availability_zone is not None:
            zones[one.availability_zone] += len(one.tasks_of(result.group))
    moves = [{"to": move.to, "from": move.from_} for move in result.rebalancing.moves]
    return {
        "moves": moves,
        "balanced": result.rebalancing.balanced,
        "az_counts": dict(zones),
    }


def _default_strategy(fields: CaseFields, _: bool) -> Outcome[Plain]:
    """The documented default; the tie-break within a zone is not part of it."""
    match default_strategy(fields.choice("api", Api)):
        case (Random(),):
            return Outcome({"strategy": "random"})
        case (Spread() as first, *_):
            return Outcome({"strategy": [{"type": "spread", "field": first.field}]})
        case _:
            return Outcome({"strategy": None})


def _validate(fields: CaseFields, _: bool) -> Outcome[tuple[Problem, ...]]:
    return Outcome(validate(read_parameters(fields)))


def _write_problems(problems: tuple[Problem, ...]) -> Plain:
    limits = [problem.limit for problem in problems if problem.limit is not None]
    return {
        "valid": not problems,
        "message": all_of(problems).en or None,
        "limit": limits[0] if limits else None,
    }


def _register_memory(fields: CaseFields, _: bool) -> Outcome[int]:
    total = fields.integer("total_bytes", most=_MOST_BYTES)
    name = "ECS_RESERVED_MEMORY"
    reserved = fields.integer(name, 0)
    mib = registered_memory(total, reserved)
    if mib < 0:
        raise Refused(
            [
                Problem.ours(
                    name,
                    "{name} is {reserved} MiB; the instance has {free}",
                    name=name,
                    reserved=reserved,
                    free=mib + reserved,
                )
            ]
        )
    return Outcome(mib)


def _left_over(placing: Placing) -> Text | None:
    unplaced = placing.placement.unplaced
    return _NOT_PLACED.filled(unplaced=unplaced) if unplaced else None


_NOT_PLACED: Final = Text("{unplaced} not placed", "배치하지 못한 태스크 {unplaced}개")
_ON_INSTANCES: Final = (COUNT, *TASK, STRATEGY, CONSTRAINTS, INSTANCES)
_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(
        name="place",
        run=_place,
        write=_write_placing,
        parameters=_ON_INSTANCES,
        play=play_placement,
        explains_itself=True,
        last_picture=_left_over,
        command=SimulateCommand(
            name="place",
            help="Place tasks on container instances.",
            example=(
                "dva simulate place --instance a,az=z1,cpu=2048,memory=4096\n"
                "--instance b,az=z2,cpu=2048,memory=4096 --count 3 --strategy binpack:memory"
            ),
        ),
    ),
    Mode(
        name="candidates",
        run=_candidates,
        write=_write_choosing,
        parameters=_ON_INSTANCES,
        play=play_choice,
    ),
    Mode(
        name="terminate",
        run=_terminate,
        write=_write_choosing,
        parameters=_ON_INSTANCES,
        play=play_choice,
    ),
    Mode(
        name="daemon",
        run=_daemon,
        write=_write_daemon,
        parameters=(*TASK, CONSTRAINTS, INSTANCES, replace(COUNT, when=lambda _: False)),
        play=play_daemon,
    ),
    Mode(
        name="rebalance",
        run=_rebalance,
        write=_write_rebalanced,
        parameters=(*_ON_INSTANCES[1:], MAXIMUM),
        play=play_rebalancing,
        refusable=("moves", "balanced", "az_counts"),
        looks={TaskLook.OLD: Text("of the service", "서비스의 태스크")},
    ),
    Mode(name="default_strategy", run=_default_strategy, write=dict),
    Mode(name="validate", run=_validate, write=_write_problems, says=all_of),
    Mode(name="register_memory", run=_register_memory, write=lambda mib: {"mib": mib}),
)


def _counts(result: Plain, name: str) -> Mapping[str, int]:
    value = result[name]
    if not isinstance(value, Mapping):
        raise KeyError(name)
    return value


def _used_in_order(result: Plain) -> list[str]:
    return list(dict.fromkeys(name for name in list_field(result, "placed_on") if name is not None))


PLACEMENT: Final = Kind(
    name="placement",
    modes=_MODES,
    default="place",
    asks={
        "first_instance": Ask(value=lambda result: list_field(result, "placed_on")[0]),
        "last_instance": Ask(value=lambda result: list_field(result, "placed_on")[-1]),
        "placed": Ask(value=lambda result: sum(_counts(result, "counts").values())),
        "moves": Ask(value=lambda result: len(list_field(result, "moves"))),
        "used_in_order": Ask(value=_used_in_order),
        "most_on_one": Ask(value=lambda result: max(_counts(result, "counts").values(), default=0)),
        "candidates": Ask(
            value=lambda result: list_field(result, "optimal_candidates"), is_set=True
        ),
        "stop_on": Ask(
            value=lambda result: list_field(result, "optimal_instances_to_stop_on"), is_set=True
        ),
        "tasks_on": Ask(about=lambda result, instance: _counts(result, "counts").get(instance, 0)),
        "tasks_in": Ask(about=lambda result, zone: _counts(result, "az_counts").get(zone, 0)),
    },
    knows=(*KNOWN, MINIMUM.path),
    mistakes=MISTAKES,
)
"""Asks: `first_instance` and `last_instance` of the tasks, null for one without; `placed` tasks,
those of a daemon too; `moves` of a rebalancing; `used_in_order` the instances in the order of their
first task; `most_on_one` the most tasks on one instance; `tasks_on` an instance and `tasks_in` a
zone, 0 included."""
