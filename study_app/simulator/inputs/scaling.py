"""Reading what a case says about service auto scaling: target, circumstances and policies."""

from collections.abc import Sequence
from typing import Final

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
from study_app.simulator.inputs.fields import CaseFields
from study_app.simulator.inputs.parameter import AnyParameter, Flag, Parameter
from study_app.simulator.model.problem import CaseError, Problem, joined

_MOST_ADJUSTMENT: Final = 1_000_000

CURRENT: Final[AnyParameter] = Parameter(
    path="current",
    flag=Flag(name="--current", help="Running tasks.", metavar="N", required=True),
)
METRIC: Final[AnyParameter] = Parameter(
    path="metric",
    flag=Flag(name="--metric", help="Current value of the metric.", type=float, required=True),
)
TARGET: Final[AnyParameter] = Parameter(
    path="target",
    flag=Flag(name="--target", help="Target value for target tracking.", type=float, required=True),
)
MINIMUM: Final[AnyParameter] = Parameter(
    path="min", flag=Flag(name="--min", help="Minimum capacity (0).", default="0")
)
MAXIMUM: Final[AnyParameter] = Parameter(
    path="max", flag=Flag(name="--max", help="Maximum capacity (no limit).")
)
TRACKING_PARAMETERS: Final = (CURRENT, METRIC, TARGET, MINIMUM, MAXIMUM)


def scalable_target(fields: CaseFields) -> ScalableTarget:
    """The `current` capacity with `min` and `max`; no `max` is no maximum."""
    try:
        return ScalableTarget(
            current=fields.integer("current"),
            minimum=fields.integer("min", 0),
            maximum=fields.maybe_integer("max"),
        )
    except ScalingError as error:
        raise CaseError("max", "does not fit", str(error)) from error


def circumstances(fields: CaseFields) -> Circumstances:
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


def policy(fields: CaseFields) -> Policy:
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


def target_tracking(fields: CaseFields) -> TargetTracking:
    """A policy with a `target`."""
    target = fields.number("target")
    if target <= 0:
        raise CaseError(fields.where("target"), "is not above 0", "write the value to keep")
    return TargetTracking(
        target=target,
        metric=fields.maybe_number("metric"),
        disable_scale_in=fields.flag("disableScaleIn", default=False),
    )


def step_scaling(fields: CaseFields, *, most_steps: int | None = None) -> StepScaling:
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


def policy_problems(policies: Sequence[tuple[str, Policy]]) -> tuple[Problem, ...]:
    """What AWS refuses about the steps of policies, each given with its place."""
    return tuple(
        problem.within(joined(place, "steps"))
        for place, each in policies
        if isinstance(each, StepScaling)
        for problem in step_problems(each.steps)
    )


def _adjustment(fields: CaseFields) -> int:
    return fields.integer("adjustment", least=-_MOST_ADJUSTMENT, most=_MOST_ADJUSTMENT)


def _magnitude(fields: CaseFields) -> int:
    return fields.integer("minAdjustmentMagnitude", 0, most=_MOST_ADJUSTMENT)
