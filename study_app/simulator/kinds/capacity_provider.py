"""Cases of kind `capacity_provider`: plain input in, plain result out."""

from collections.abc import Callable, Mapping

from study_app.simulator.engines.capacity.capacity import (
    INSTANCES_FROM_ZERO,
    ManagedScaling,
    action,
    desired_instances,
    managed_scaling_problems,
    reservation,
)
from study_app.simulator.engines.capacity.strategy import (
    MOST_TASKS,
    CapacityProviderStrategyItem,
    distribute,
    strategy_problems,
)
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.numbers import plain_number
from study_app.simulator.kinds.managed_scaling import evaluation, managed_scaling, timeline

_NAME_REMEDY = "write the name of a capacity provider"
_ANY = 10**9
_SWITCH = ("ENABLED", "DISABLED")


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """The result of one case; which fields it has depends on `mode`.

    `explain` adds the `trace` of a distribution and of managed scaling. Raises CaseError for a
    malformed input.
    """
    fields = Fields(given)
    mode = fields.name("mode", (*_EXPLAINED, *_MODES))
    return _EXPLAINED[mode](fields, explain) if mode in _EXPLAINED else _MODES[mode](fields)


def _reservation(fields: Fields) -> dict[str, object]:
    needed, running = fields.integer("M"), fields.integer("N")
    return {"reservation": plain_number(reservation(needed, running))}


def _direction(fields: Fields) -> dict[str, object]:
    needed, running = fields.integer("M"), fields.integer("N")
    target = fields.integer("targetCapacity", ManagedScaling().targetCapacity, least=1, most=100)
    return {
        "action": action(needed, running, target).value,
        "reservation": plain_number(reservation(needed, running)),
        "desired": desired_instances(needed, running, target),
    }


def _distribute(fields: Fields, explain: bool) -> dict[str, object]:
    strategy = read_strategy(fields)
    count = fields.integer("count", most=MOST_TASKS)
    problems = strategy_problems(strategy, launch_type=_launch_type(fields))
    if problems:
        return {"error": True, "message": "; ".join(problems), "counts": None}
    distribution = distribute(strategy, count, explain=explain)
    trace = {"trace": applied_lines(distribution.trace)} if explain else {}
    return {"error": False, "message": None, "counts": dict(distribution.counts), **trace}


def _defaults(_: Fields) -> dict[str, object]:
    settings = ManagedScaling()
    item = CapacityProviderStrategyItem(capacityProvider="any")
    return {
        "targetCapacity": settings.targetCapacity,
        "minimumScalingStepSize": settings.minimumScalingStepSize,
        "maximumScalingStepSize": settings.maximumScalingStepSize,
        "instanceWarmupPeriod": settings.instanceWarmupPeriod,
        "managedTerminationProtection": "DISABLED",
        "managedDraining": "ENABLED",
        "base": item.base,
        "weight": item.weight,
    }


def _validate(fields: Fields) -> dict[str, object]:
    settings = managed_scaling(fields)
    problems = managed_scaling_problems(
        settings,
        managed_termination_protection=_enabled(fields, "managedTerminationProtection", False),
        managed_scaling=_enabled(fields, "status", True),
    )
    if fields.has("strategy"):
        strategy = read_strategy(fields)
        problems += strategy_problems(strategy, launch_type=_launch_type(fields))
    return {"valid": not problems, "message": "; ".join(problems) or None}


def _scale_from_zero(_: Fields) -> dict[str, object]:
    return {"instances": INSTANCES_FROM_ZERO}


_EXPLAINED: Mapping[str, Callable[[Fields, bool], dict[str, object]]] = {
    "distribute": _distribute,
    "manage": evaluation,
    "timeline": timeline,
}
_MODES: Mapping[str, Callable[[Fields], dict[str, object]]] = {
    "reservation": _reservation,
    "direction": _direction,
    "defaults": _defaults,
    "validate": _validate,
    "scale_from_zero": _scale_from_zero,
}


def read_strategy(fields: Fields) -> list[CapacityProviderStrategyItem]:
    return [
        CapacityProviderStrategyItem(
            capacityProvider=item.text("cp", _NAME_REMEDY),
            base=item.integer("base", 0, least=-_ANY, most=_ANY),
            weight=item.integer("weight", 0, least=-_ANY, most=_ANY),
        )
        for item in fields.items("strategy")
    ]


def _launch_type(fields: Fields) -> str | None:
    if not fields.has("launchType"):
        return None
    return fields.name("launchType", ("EC2", "FARGATE", "EXTERNAL"))


def _enabled(fields: Fields, name: str, default: bool) -> bool:
    if not fields.has(name):
        return default
    return fields.name(name, _SWITCH) == "ENABLED"
