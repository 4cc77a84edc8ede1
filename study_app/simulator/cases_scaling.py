"""Cases of kind `scaling`: plain input in, plain result out."""

from collections.abc import Callable, Mapping, Sequence

from study_app.simulator.case_applied import applied_lines
from study_app.simulator.case_fields import Fields
from study_app.simulator.errors import CaseError
from study_app.simulator.scaling import (
    Circumstances,
    Direction,
    Policy,
    ScalableTarget,
    ScalingError,
    StepScaling,
    TargetTracking,
    combine_tracking,
    decide,
    tracking_delta,
)
from study_app.simulator.step_scaling import (
    DEFAULT_COOLDOWN,
    Adjustment,
    AdjustmentType,
    StepAdjustment,
    round_percent_change,
    step_problems,
)

_MOST_ADJUSTMENT = 1_000_000


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """The result of one case; which fields it has depends on `policy`.

    `explain` adds the `trace` where policies decide. Raises CaseError for a malformed input.
    """
    fields = Fields(given)
    match fields.name("policy", _POLICIES):
        case "multi":
            return _scale(fields, fields.items("policies"), explain)
        case "step" | "target_tracking":
            return _scale(fields, [fields], explain)
        case policy:
            return _CALCULATIONS[policy](fields)


def _scale(fields: Fields, items: Sequence[Fields], explain: bool) -> dict[str, object]:
    policies = [_policy(item) for item in items]
    if not policies:
        raise CaseError("policies", "is empty", "write at least one policy")
    decision = decide(_target(fields), policies, _circumstances(fields), explain=explain)
    trace = {"trace": applied_lines(decision.trace)} if explain else {}
    return {
        "new": decision.new,
        "delta": decision.new - decision.before,
        "action": decision.direction.value,
        **_verdict(*policies),
        **trace,
    }


def _round(fields: Fields) -> dict[str, object]:
    return {"rounded": round_percent_change(fields.number("value"))}


def _delta(fields: Fields) -> dict[str, object]:
    return {"delta": tracking_delta(fields.number("raw_delta"))}


def _defaults(_: Fields) -> dict[str, object]:
    return {
        "step_cooldown": DEFAULT_COOLDOWN,
        "scale_out_cooldown": DEFAULT_COOLDOWN,
        "scale_in_cooldown": DEFAULT_COOLDOWN,
        "disableScaleIn": False,
        "metricAggregationType": "Average",
    }


def _gate(fields: Fields) -> dict[str, object]:
    direction = fields.choice("direction", Direction)
    return {"allowed": _circumstances(fields).allow(direction)}


def _combine(fields: Fields) -> dict[str, object]:
    votes = []
    for place, vote in fields.values("votes"):
        if not isinstance(vote, str) or vote not in list(Direction):
            raise CaseError(place, "is no vote", f"write one of {', '.join(Direction)}")
        votes.append(Direction(vote))
    return {"action": combine_tracking(votes).value}


_CALCULATIONS: Mapping[str, Callable[[Fields], dict[str, object]]] = {
    "round_percent_change": _round,
    "target_tracking_delta": _delta,
    "combine_target_tracking": _combine,
    "gate": _gate,
    "defaults": _defaults,
}
_POLICIES = ("step", "target_tracking", "multi", *_CALCULATIONS)


def _target(fields: Fields) -> ScalableTarget:
    try:
        return ScalableTarget(
            current=fields.integer("current"),
            minimum=fields.integer("min", 0),
            maximum=fields.maybe_integer("max"),
        )
    except ScalingError as error:
        raise CaseError("max", "does not fit", str(error)) from error


def _circumstances(fields: Fields) -> Circumstances:
    controller = "ECS"
    if fields.has("deploymentController"):
        controller = fields.name("deploymentController", ("ECS", "CODE_DEPLOY", "EXTERNAL"))
    return Circumstances(
        deployment_in_progress=fields.flag("deployment_in_progress", default=False),
        dynamic_scaling_in_suspended=fields.flag("DynamicScalingInSuspended", default=False),
        dynamic_scaling_out_suspended=fields.flag("DynamicScalingOutSuspended", default=False),
        external_controller=controller == "EXTERNAL",
    )


def _policy(fields: Fields) -> Policy:
    """A policy by its own fields: a target, steps, or the adjustment of a step already found."""
    if fields.has("target"):
        return _tracking(fields)
    if not fields.has("steps"):
        return Adjustment(
            type=fields.choice("adjustmentType", AdjustmentType),
            value=_adjustment(fields),
            minimum_magnitude=_magnitude(fields),
        )
    return StepScaling(
        adjustment_type=fields.choice("adjustmentType", AdjustmentType),
        steps=tuple(
            StepAdjustment(
                value=_adjustment(step),
                lower=step.maybe_number("lower"),
                upper=step.maybe_number("upper"),
            )
            for step in fields.items("steps")
        ),
        threshold=fields.number("threshold"),
        metric=fields.maybe_number("metric"),
        minimum_magnitude=_magnitude(fields),
    )


def _tracking(fields: Fields) -> TargetTracking:
    target = fields.number("target")
    if target <= 0:
        raise CaseError(fields.where("target"), "is not above 0", "write the value to keep")
    return TargetTracking(
        target=target,
        metric=fields.maybe_number("metric"),
        disable_scale_in=fields.flag("disableScaleIn", default=False),
    )


def _adjustment(fields: Fields) -> int:
    return fields.integer("adjustment", least=-_MOST_ADJUSTMENT, most=_MOST_ADJUSTMENT)


def _magnitude(fields: Fields) -> int:
    return fields.integer("minAdjustmentMagnitude", 0, most=_MOST_ADJUSTMENT)


def _verdict(*policies: Policy) -> dict[str, object]:
    """Whether AWS would take the steps; what they would do is computed all the same."""
    problems = [
        problem
        for policy in policies
        if isinstance(policy, StepScaling)
        for problem in step_problems(policy.steps)
    ]
    return {
        "valid": not problems,
        "error": bool(problems),
        "message": "; ".join(problems) or None,
    }
