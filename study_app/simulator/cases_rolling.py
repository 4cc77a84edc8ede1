"""Cases of kind `rolling`: plain input in, plain result out."""

from collections.abc import Callable, Mapping

from study_app.simulator.case_applied import applied_lines
from study_app.simulator.case_fields import Fields
from study_app.simulator.deployment import (
    DeploymentConfiguration,
    Origin,
    RolloutInput,
    SchedulingStrategy,
    default_configuration,
    range_problems,
    seconds_to_healthy,
    validate,
)
from study_app.simulator.errors import CaseError
from study_app.simulator.rollout import MOST_TASKS, roll_out

_ROLLOUT = "rollout"
_ORIGINS: Mapping[str, Origin] = {
    "API": Origin.API,
    "CLI": Origin.API,
    "SDK": Origin.API,
    "console": Origin.CONSOLE,
}
_MOST_PERCENT = 1_000_000


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """The result of one case; which fields it has depends on `mode`, without one a rollout.

    `explain` adds the `trace` of a rollout. Raises CaseError for a malformed input.
    """
    fields = Fields(given)
    mode = fields.name("mode", (_ROLLOUT, *_MODES)) if fields.has("mode") else _ROLLOUT
    return _rollout(fields, explain) if mode == _ROLLOUT else _MODES[mode](fields)


def _rollout(fields: Fields, explain: bool) -> dict[str, object]:
    configuration = _configuration(fields, DeploymentConfiguration())
    for problem in range_problems(configuration):
        raise CaseError("input", "cannot be simulated", problem)
    parameters = RolloutInput(
        desired=fields.integer("desired", most=MOST_TASKS),
        configuration=configuration,
        room=fields.maybe_integer("cluster_room"),
    )
    result = roll_out(parameters, explain=explain)
    plain: dict[str, object] = {
        "lower": result.lower,
        "upper": result.upper,
        "steps": [str(step) for step in result.steps],
        "result": result.outcome.value,
        "states": [{"old": state.old, "new": state.new} for state in result.states],
    }
    if explain:
        plain["trace"] = applied_lines(result.trace)
    return plain


def _validate(fields: Fields) -> dict[str, object]:
    strategy = _strategy(fields)
    rebalancing = fields.has("availabilityZoneRebalancing") and (
        fields.name("availabilityZoneRebalancing", ("ENABLED", "DISABLED")) == "ENABLED"
    )
    messages = validate(
        _configuration(fields, default_configuration(strategy, _origin(fields))),
        strategy=strategy,
        desired_count=fields.maybe_integer("desiredCount", least=-MOST_TASKS),
        availability_zone_rebalancing=rebalancing,
        early_success_percent=_early_success_percent(fields),
    )
    prefix = "InvalidParameterException: "
    return {
        "valid": not messages,
        "error": "InvalidParameterException" if messages else None,
        "message": "; ".join(text.removeprefix(prefix) for text in messages) or None,
    }


def _defaults(fields: Fields) -> dict[str, object]:
    filled_in = default_configuration(_strategy(fields), _origin(fields))
    return {
        "minimumHealthyPercent": filled_in.minimumHealthyPercent,
        "maximumPercent": filled_in.maximumPercent,
    }


def _healthy_after(fields: Fields) -> dict[str, object]:
    return {
        "seconds_after_running": seconds_to_healthy(
            load_balancer=fields.flag("load_balancer", default=False),
            container_health_check=fields.flag("container_health_check", default=False),
        )
    }


_MODES: Mapping[str, Callable[[Fields], dict[str, object]]] = {
    "validate": _validate,
    "defaults": _defaults,
    "healthy_after": _healthy_after,
}


def _strategy(fields: Fields) -> SchedulingStrategy:
    return fields.choice("schedulingStrategy", SchedulingStrategy, SchedulingStrategy.REPLICA)


def _origin(fields: Fields) -> Origin:
    return _ORIGINS[fields.name("via", _ORIGINS)] if fields.has("via") else Origin.API


def _configuration(fields: Fields, default: DeploymentConfiguration) -> DeploymentConfiguration:
    def percent(name: str, otherwise: int) -> int:
        return fields.integer(name, otherwise, least=-_MOST_PERCENT, most=_MOST_PERCENT)

    return DeploymentConfiguration(
        minimumHealthyPercent=percent("minimumHealthyPercent", default.minimumHealthyPercent),
        maximumPercent=percent("maximumPercent", default.maximumPercent),
    )


def _early_success_percent(fields: Fields) -> int | None:
    criteria = fields.raw("earlySuccessCriteria")
    if criteria is None:
        return None
    inner = Fields(criteria, "earlySuccessCriteria")
    return inner.integer("healthyPercent", 100, least=-_MOST_PERCENT, most=_MOST_PERCENT)
