"""Cases of kind `rolling`: plain input in, plain result out.

An input with `instances` is rolled out on them, any other within a number of places.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from study_app.simulator.engines.placement.placement import place
from study_app.simulator.engines.placement.validation import PlacementError
from study_app.simulator.engines.rollout.cluster_rollout import (
    ClusterResult,
    ServiceUpdate,
    drain_on,
    roll_out_on,
)
from study_app.simulator.engines.rollout.deployment import (
    DeploymentConfiguration,
    Origin,
    RolloutInput,
    SchedulingStrategy,
    default_configuration,
    seconds_to_healthy,
    validate,
)
from study_app.simulator.engines.rollout.rollout import MOST_TASKS, Result, Step, roll_out
from study_app.simulator.engines.rollout.rules import PLACED
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.instances import read_instances
from study_app.simulator.kinds.placement import read_request
from study_app.simulator.model.errors import CaseError
from study_app.simulator.model.trace import Applied

ROLLOUT, DRAIN = "rollout", "drain"

_MOST_ON_INSTANCES = 10_000
_ORIGINS: Mapping[str, Origin] = {
    "API": Origin.API,
    "CLI": Origin.API,
    "SDK": Origin.API,
    "console": Origin.CONSOLE,
}
_MOST_PERCENT = 1_000_000


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """The result of one case; which fields it has depends on `mode`, without one a rollout.

    On instances `placed` lists, for each step, the instance of each of its tasks. `explain` adds
    the `trace` of a rollout. What AWS refuses about the placement gives `{error: true, message}`.
    Raises CaseError for a malformed input.
    """
    fields = Fields(given)
    mode = mode_of(fields)
    if mode not in (ROLLOUT, DRAIN):
        return _MODES[mode](fields)
    try:
        rolled = read_rollout(fields, explain=explain)
    except PlacementError as error:
        return {"error": True, "message": str(error)}
    plain: dict[str, object] = {
        "lower": rolled.lower,
        "upper": rolled.upper,
        "steps": [str(step) for step in _steps(rolled)],
        "result": rolled.outcome.value,
        "states": [{"old": step.old, "new": step.new} for step in _steps(rolled)],
    }
    if isinstance(rolled, ClusterResult):
        plain["placed"] = [list(each.instances) for each in rolled.steps]
    if explain:
        plain["trace"] = applied_lines(rolled.trace)
    return plain


def mode_of(fields: Fields) -> str:
    """The mode that an input names, without one a rollout."""
    if not fields.has("mode"):
        return ROLLOUT
    return fields.name("mode", (ROLLOUT, DRAIN, *_MODES))


def read_rollout(fields: Fields, *, explain: bool) -> Result | ClusterResult:
    """Run the rollout or the draining that an input describes.

    Raises PlacementError where AWS would refuse its placement, CaseError where it is malformed.
    """
    configuration = _limits(fields)
    drain = mode_of(fields) == DRAIN
    if drain or fields.has("instances") or fields.has("fixture"):
        return _on_instances(fields, configuration, drain=drain, explain=explain)
    parameters = RolloutInput(
        desired=fields.integer("desired", most=MOST_TASKS),
        configuration=configuration,
        room=fields.maybe_integer("cluster_room"),
    )
    return roll_out(parameters, explain=explain)


def _on_instances(
    fields: Fields, configuration: DeploymentConfiguration, *, drain: bool, explain: bool
) -> ClusterResult:
    """Where the instances list no task of the service, its old tasks are placed first."""
    instances, request = read_instances(fields, sized=True), read_request(fields)
    group = request.task.group
    listed = sum(len(instance.tasks_of(group)) for instance in instances)
    desired = fields.integer("desired", listed if drain else None, most=_MOST_ON_INSTANCES)
    opening: tuple[Applied, ...] = ()
    if not listed and not drain:
        first = place(instances, replace(request, count=desired))
        instances = first.instances
        if first.unplaced:
            found = desired - first.unplaced
            opening = (Applied(PLACED, f"placed = {found} of {desired}"),)
    update = ServiceUpdate(
        desired=desired,
        task=request.task,
        configuration=configuration,
        strategies=request.strategies,
        constraints=request.constraints,
    )
    result = (drain_on if drain else roll_out_on)(instances, update, explain=explain)
    return replace(result, opening=opening)


def _steps(rolled: Result | ClusterResult) -> tuple[Step, ...]:
    if isinstance(rolled, ClusterResult):
        return tuple(each.step for each in rolled.steps)
    return rolled.steps


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


def _limits(fields: Fields) -> DeploymentConfiguration:
    """The limits of a rollout: what is out of range means nothing. Raises CaseError."""
    default = DeploymentConfiguration()
    name = "maximumPercent"
    try:
        maximum = fields.integer(name, default.maximumPercent, least=100, most=_MOST_PERCENT)
    except CaseError as error:
        # AWS's pages give no highest value, so that the message gives none either.
        raise CaseError(error.field, error.problem, "write a whole number, 100 or more") from error
    name = "minimumHealthyPercent"
    return DeploymentConfiguration(
        minimumHealthyPercent=fields.integer(name, default.minimumHealthyPercent, most=100),
        maximumPercent=maximum,
    )


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
