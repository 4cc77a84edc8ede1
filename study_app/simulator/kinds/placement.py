"""Cases of kind `placement`: plain input in, plain result out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from random import Random as Dice
from typing import Final

from study_app.simulator.engines.placement.daemon import run_daemon
from study_app.simulator.engines.placement.placement import candidates, place
from study_app.simulator.engines.placement.strategy import PlacementRequest, Random, Spread
from study_app.simulator.engines.placement.termination import stop_candidates, terminate
from study_app.simulator.engines.placement.validation import (
    Api,
    ConstraintItem,
    LaunchType,
    PlacementError,
    PlacementParameters,
    StrategyItem,
    default_strategy,
    resolve,
    validate,
)
from study_app.simulator.engines.rollout.deployment import SchedulingStrategy
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.instances import read_instances, read_requirements
from study_app.simulator.kinds.inputs.trace_lines import trace_lines
from study_app.simulator.model.cluster import Task
from study_app.simulator.model.errors import CaseError
from study_app.simulator.model.resources import registered_memory

DEFAULT_GROUP: Final = "service:s"
"""The group of the tasks to be placed, unless the case says otherwise."""

MOST_TASKS: Final = 100_000
"""The largest count of a case."""

_Result = dict[str, object]


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """The result of one case; which fields it has depends on `mode`, which is `place` if absent.

    What AWS refuses gives `{error: true, message}`. `explain` adds `trace` in the modes that
    look at instances; in mode `place` it is a list for each task. Instances stand in
    `instances`, or in `fixture` in place of the fixture's name.

    Raises CaseError for a malformed input.
    """
    fields = Fields(given)
    mode = fields.name("mode", _MODES) if fields.has("mode") else "place"
    try:
        return _MODES[mode](fields, explain)
    except PlacementError as error:
        return {"error": True, "message": str(error)}


def _place(fields: Fields, explain: bool) -> _Result:
    instances, request = read_instances(fields, sized=True), read_request(fields)
    placement = place(instances, request, rng=read_dice(fields), explain=explain)
    result: _Result = {
        "placed_on": list(placement.placed_on),
        "counts": dict(placement.counts),
        "unplaced": placement.unplaced,
        "instances_used": len(placement.counts),
        "az_counts": dict(placement.zone_counts),
    }
    if explain:
        result["trace"] = [trace_lines(choice.trace) for choice in placement.choices]
    return result


def _candidates(fields: Fields, explain: bool) -> _Result:
    instances, request = read_instances(fields, sized=True), read_request(fields)
    result: _Result = {"optimal_candidates": list(candidates(instances, request))}
    if explain:
        (choice,) = place(instances, replace(request, count=1), explain=True).choices
        result["trace"] = trace_lines(choice.trace)
    return result


def _terminate(fields: Fields, explain: bool) -> _Result:
    instances, request = read_instances(fields, sized=False), read_request(fields)
    group, strategies = request.task.group, request.strategies
    result: _Result = {
        "optimal_instances_to_stop_on": list(stop_candidates(instances, group, strategies))
    }
    if explain:
        first = terminate(instances, group, 1, strategies, rng=read_dice(fields), explain=True)
        result["trace"] = [line for one in first.stopped for line in trace_lines(one.trace)]
    return result


def _daemon(fields: Fields, explain: bool) -> _Result:
    instances = read_instances(fields, sized=fields.has("task"))
    run = run_daemon(instances, read_request(fields, SchedulingStrategy.DAEMON), explain=explain)
    result: _Result = {"counts": dict(run.counts)}
    if explain:
        result["trace"] = trace_lines(run.trace)
    return result


def _default_strategy(fields: Fields, _: bool) -> _Result:
    """What is documented as the default; the tie-break within a zone is no item of it."""
    match default_strategy(fields.choice("api", Api)):
        case (Random(),):
            return {"strategy": "random"}
        case (Spread() as first, *_):
            return {"strategy": [{"type": "spread", "field": first.field}]}
        case _:
            return {"strategy": None}


def _validate(fields: Fields, _: bool) -> _Result:
    problems = validate(_parameters(fields))
    limits = [problem.limit for problem in problems if problem.limit is not None]
    return {
        "valid": not problems,
        "message": "; ".join(problem.message for problem in problems) or None,
        "limit": limits[0] if limits else None,
    }


def _register_memory(fields: Fields, _: bool) -> _Result:
    total = fields.integer("total_bytes", most=_MOST_BYTES)
    reserved = fields.integer("ECS_RESERVED_MEMORY", 0)
    mib = registered_memory(total, reserved)
    if mib < 0:
        return {
            "error": True,
            "message": f"ECS_RESERVED_MEMORY is {reserved} MiB; the instance has {mib + reserved}",
        }
    return {"mib": mib}


_MOST_BYTES = 2**60

_MODES: Mapping[str, Callable[[Fields, bool], _Result]] = {
    "place": _place,
    "candidates": _candidates,
    "terminate": _terminate,
    "daemon": _daemon,
    "default_strategy": _default_strategy,
    "validate": _validate,
    "register_memory": _register_memory,
}


def read_request(
    fields: Fields, scheduling_strategy: SchedulingStrategy = SchedulingStrategy.REPLICA
) -> PlacementRequest:
    """What a case asks to be placed.

    Raises PlacementError where AWS would refuse it, CaseError where it is malformed.
    """
    parameters = _parameters(fields, scheduling_strategy)
    strategies, constraints = resolve(parameters)
    task = _task(fields)
    zones = [_text(place, value) for place, value in fields.values("subnet_azs")]
    return PlacementRequest(
        task=Task(group=parameters.group, requirements=read_requirements(task)),
        count=fields.integer("count", 1, most=MOST_TASKS),
        strategies=strategies,
        constraints=constraints,
        required_attributes=tuple(
            _text(place, value) for place, value in task.values("requiresAttributes")
        ),
        availability_zones=frozenset(zones) if fields.has("subnet_azs") else None,
    )


def _parameters(
    fields: Fields, scheduling_strategy: SchedulingStrategy = SchedulingStrategy.REPLICA
) -> PlacementParameters:
    task = _task(fields)
    grouped = task if task.has("group") else fields
    return PlacementParameters(
        api=fields.choice("api", Api, Api.CREATE_SERVICE),
        launch_type=fields.choice("launchType", LaunchType, LaunchType.EC2),
        scheduling_strategy=fields.choice(
            "schedulingStrategy", SchedulingStrategy, scheduling_strategy
        ),
        strategy=tuple(
            StrategyItem(item.text("type", _STRATEGY_TYPE), _optional(item, "field"))
            for item in fields.items("strategy")
        ),
        constraints=_constraints(fields, "constraints"),
        task_definition_constraints=_constraints(fields, "task_definition_constraints"),
        more_constraints=fields.integer("constraint_count", 0),
        count=fields.maybe_integer("count"),
        group=(
            grouped.text("group", "write the name of a task group")
            if grouped.has("group")
            else DEFAULT_GROUP
        ),
        availability_zone_rebalancing=(
            fields.has("availabilityZoneRebalancing")
            and fields.name("availabilityZoneRebalancing", ("ENABLED", "DISABLED")) == "ENABLED"
        ),
    )


def _task(fields: Fields) -> Fields:
    return Fields(fields.raw("task") if fields.has("task") else {}, fields.where("task"))


_STRATEGY_TYPE = "write random, spread or binpack"
_CONSTRAINT_TYPE = "write distinctInstance or memberOf"


def _constraints(fields: Fields, name: str) -> tuple[ConstraintItem, ...]:
    return tuple(
        ConstraintItem(item.text("type", _CONSTRAINT_TYPE), _optional(item, "expression"))
        for item in fields.items(name)
    )


def _optional(fields: Fields, name: str) -> str | None:
    """A text that may be left out, or be empty."""
    value = fields.raw(name)
    if value is not None and not isinstance(value, str):
        raise CaseError(fields.where(name), "is no text", "write a text")
    return value


def _text(place: str, value: object) -> str:
    return Fields({place: value}).text(place, "write a text")


def read_dice(fields: Fields) -> Dice | None:
    """What the strategy `random` draws from, where a case has a `seed`."""
    seed = fields.maybe_integer("seed")
    return None if seed is None else Dice(seed)
