"""Reading what a case says about service auto scaling: target, circumstances and policies."""

from collections.abc import Iterable

from study_app.simulator.engines.scaling.scaling import (
    Circumstances,
    Policy,
    ScalableTarget,
    ScalingError,
    StepScaling,
    TargetTracking,
)
from study_app.simulator.engines.scaling.step_scaling import (
    Adjustment,
    AdjustmentType,
    StepAdjustment,
    step_problems,
)
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.model.errors import CaseError

_MOST_ADJUSTMENT = 1_000_000


def scalable_target(fields: Fields) -> ScalableTarget:
    """The `current` capacity with `min` and `max`; no `max` is no maximum."""
    try:
        return ScalableTarget(
            current=fields.integer("current"),
            minimum=fields.integer("min", 0),
            maximum=fields.maybe_integer("max"),
        )
    except ScalingError as error:
        raise CaseError("max", "does not fit", str(error)) from error


def circumstances(fields: Fields) -> Circumstances:
    """What keeps the service from scaling; without a word about it, nothing does."""
    controller = "ECS"
    if fields.has("deploymentController"):
        controller = fields.name("deploymentController", ("ECS", "CODE_DEPLOY", "EXTERNAL"))
    return Circumstances(
        deployment_in_progress=fields.flag("deployment_in_progress", default=False),
        dynamic_scaling_in_suspended=fields.flag("DynamicScalingInSuspended", default=False),
        dynamic_scaling_out_suspended=fields.flag("DynamicScalingOutSuspended", default=False),
        external_controller=controller == "EXTERNAL",
    )


def policy(fields: Fields) -> Policy:
    """A policy by its own fields: a target, steps, or the adjustment of a step already found."""
    if fields.has("target"):
        return target_tracking(fields)
    if fields.has("steps"):
        return step_scaling(fields)
    return Adjustment(
        type=fields.choice("adjustmentType", AdjustmentType),
        value=_adjustment(fields),
        minimum_magnitude=_magnitude(fields),
    )


def target_tracking(fields: Fields) -> TargetTracking:
    """A policy with a `target`."""
    target = fields.number("target")
    if target <= 0:
        raise CaseError(fields.where("target"), "is not above 0", "write the value to keep")
    return TargetTracking(
        target=target,
        metric=fields.maybe_number("metric"),
        disable_scale_in=fields.flag("disableScaleIn", default=False),
    )


def step_scaling(fields: Fields, *, most_steps: int | None = None) -> StepScaling:
    """A policy with `steps`; more of them than `most_steps` are malformed."""
    return StepScaling(
        adjustment_type=fields.choice("adjustmentType", AdjustmentType),
        steps=tuple(
            StepAdjustment(
                value=_adjustment(step),
                lower=step.maybe_number("lower"),
                upper=step.maybe_number("upper"),
            )
            for step in fields.items("steps", most=most_steps)
        ),
        threshold=fields.number("threshold"),
        metric=fields.maybe_number("metric"),
        minimum_magnitude=_magnitude(fields),
    )


def verdict(policies: Iterable[Policy]) -> dict[str, object]:
    """Whether AWS would take the steps; what they would do is computed all the same."""
    problems = [
        problem
        for each in policies
        if isinstance(each, StepScaling)
        for problem in step_problems(each.steps)
    ]
    return {
        "valid": not problems,
        "error": bool(problems),
        "message": "; ".join(problems) or None,
    }


def _adjustment(fields: Fields) -> int:
    return fields.integer("adjustment", least=-_MOST_ADJUSTMENT, most=_MOST_ADJUSTMENT)


def _magnitude(fields: Fields) -> int:
    return fields.integer("minAdjustmentMagnitude", 0, most=_MOST_ADJUSTMENT)
