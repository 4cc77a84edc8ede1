"""Cases of kind `scaling` with policy `timeline`: policies over time, plain in and plain out."""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from study_app.simulator.engines.scaling.scaling import ScalingError
from study_app.simulator.engines.scaling.timeline import (
    Activity,
    Deployment,
    Load,
    MetricPolicy,
    Point,
    Reading,
    Scenario,
    ScheduledAction,
    run,
)
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.numbers import plain_number
from study_app.simulator.kinds.inputs.policies import (
    circumstances,
    scalable_target,
    step_scaling,
    target_tracking,
    verdict,
)
from study_app.simulator.model.errors import CaseError

MOST_READINGS: Final = 1440
"""One a minute for a day; the most scheduled actions, too."""

MOST_DEPLOYMENTS: Final = 100
MOST_POLICIES: Final = 10
MOST_STEPS: Final = 40
"""Twice as many as AWS takes, so that a case can show that it refuses them."""

_LEAST_PER_TASK: Final = Fraction(1, 1_000_000)
_DATA = ("metric", "metrics", "load")


def timeline(fields: Fields, explain: bool) -> dict[str, object]:
    """One activity for each reading and each scheduled action, in order of time.

    The `metric` of an activity is a number, a list of them where there are several policies, and
    null without data and for a scheduled action.
    """
    planned = scenario(fields)
    try:
        activities = run(planned, explain=explain)
    except ScalingError as error:
        raise CaseError("schedule", "does not fit", str(error)) from error
    lines = [line for activity in activities for line in activity.trace]
    trace = {"trace": applied_lines(lines)} if explain else {}
    capacities = [activity.after for activity in activities]
    return {
        "activities": [_activity(activity) for activity in activities],
        "capacities": capacities,
        "final": capacities[-1] if capacities else planned.target.current,
        **verdict(planned.policies),
        **trace,
    }


def scenario(fields: Fields) -> Scenario:
    """The scenario of a case, for the engine. Raises CaseError for a malformed one."""
    policies = tuple(_policy(item) for item in fields.items("policies", most=MOST_POLICIES))
    if not policies:
        raise CaseError("policies", "is empty", "write at least one policy")
    # AWS asks for a maximum when a target is registered; without one a loop may grow for ever.
    fields.integer("max")
    return Scenario(
        target=scalable_target(fields),
        policies=policies,
        readings=tuple(
            _point(item, len(policies), fields)
            for item in fields.items("readings", most=MOST_READINGS)
        ),
        schedule=tuple(
            ScheduledAction(
                at=item.integer("at"),
                minimum=item.maybe_integer("min"),
                maximum=item.maybe_integer("max"),
            )
            for item in fields.items("schedule", most=MOST_READINGS)
        ),
        deployments=tuple(
            _deployment(item) for item in fields.items("deployments", most=MOST_DEPLOYMENTS)
        ),
        circumstances=circumstances(fields),
    )


def _policy(fields: Fields) -> MetricPolicy:
    if fields.has("target"):
        tracking = target_tracking(fields)
        return replace(
            tracking,
            scale_out_cooldown=fields.integer("scaleOutCooldown", tracking.scale_out_cooldown),
            scale_in_cooldown=fields.integer("scaleInCooldown", tracking.scale_in_cooldown),
        )
    if fields.has("steps"):
        steps = step_scaling(fields, most_steps=MOST_STEPS)
        return replace(steps, cooldown=fields.integer("cooldown", steps.cooldown))
    raise CaseError(fields.where("target"), "is missing", "write a target, or steps")


def _point(fields: Fields, policies: int, whole: Fields) -> Point:
    """A reading: `metric` for one policy, `metrics` for several, or the `load` of all tasks."""
    at = fields.integer("at")
    named = [name for name in _DATA if fields.has(name)]
    if len(named) > 1:
        remedy = f"write one of {', '.join(_DATA)}"
        raise CaseError(fields.where(named[1]), f"stands beside {named[0]}", remedy)
    if named == ["load"]:
        return Load(at=at, load=_load(fields), per_task=_per_task(whole))
    metrics = (
        fields.maybe_numbers("metrics") if named == ["metrics"] else [fields.maybe_number("metric")]
    )
    if len(metrics) != policies:
        remedy = f"write {policies} numbers, one for each policy, or a load"
        raise CaseError(fields.where("metrics"), "does not fit", remedy)
    return Reading(at=at, metrics=tuple(metrics))


def _load(fields: Fields) -> Fraction:
    load = fields.number("load")
    if load < 0:
        raise CaseError(fields.where("load"), "is below 0", "write what all tasks have to do")
    return load


def _per_task(fields: Fields) -> Fraction:
    per_task = fields.number("load_per_task")
    if per_task < _LEAST_PER_TASK:
        remedy = f"write the load that keeps one task at 100 %, from {float(_LEAST_PER_TASK)}"
        raise CaseError("load_per_task", "is too small", remedy)
    return per_task


def _deployment(fields: Fields) -> Deployment:
    begins = fields.integer("begins")
    return Deployment(begins=begins, ends=fields.integer("ends", least=begins))


def _activity(activity: Activity) -> dict[str, object]:
    return {
        "at": activity.at,
        "before": activity.before,
        "after": activity.after,
        "metric": _metric(activity),
    }


def _metric(activity: Activity) -> object:
    shown = [None if one is None else plain_number(one) for one in activity.metrics]
    match shown:
        case []:
            return None
        case [one]:
            return one
        case _:
            return shown
