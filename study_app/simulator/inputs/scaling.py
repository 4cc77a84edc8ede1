"""The input of a case about service auto scaling: target, circumstances and policies."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, assert_never

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
    adjustment_problems,
    step_problems,
)
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.parameter import AnyParameter, Flag, Parameter, whole
from study_app.simulator.model.problem import CaseError, Problem
from study_app.words.text import Text

MOST_ADJUSTMENT: Final = 1_000_000

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
    path="min", flag=Flag(name="--min", help="Minimum capacity (default: 0).", default="0")
)
MAXIMUM: Final[AnyParameter] = Parameter(
    path="max", flag=Flag(name="--max", help="Maximum capacity (default: no limit).")
)
SCALE_IN_MARGIN: Final = Parameter(
    path="scale_in_margin",
    read=whole(0, most=100),
    hint=Text(
        "Percent below the target at which scaling in begins. AWS says: usually more than 10.",
        "스케일 인하려면 목표값보다 몇 퍼센트 낮아야 하는지. AWS는 보통 10%보다 크다고 합니다.",
    ),
    flag=Flag(
        name="--scale-in-margin",
        help="Percent below the target at which scaling in begins (default: 0).",
        default="0",
    ),
)
TRACKING_PARAMETERS: Final = (CURRENT, METRIC, TARGET, MINIMUM, MAXIMUM, SCALE_IN_MARGIN)


def scalable_target(fields: CaseFields) -> ScalableTarget:
    """The `current` capacity with `min` and `max`; no `max` is no maximum."""
    try:
        return ScalableTarget(
            current=fields.integer("current"),
            minimum=fields.integer("min", 0),
            maximum=fields.maybe_integer("max"),
        )
    except ScalingError as error:
        raise CaseError("max", "{place} does not fit", error.text) from error


def circumstances(fields: CaseFields) -> Circumstances:
    """What keeps the service from scaling; by default nothing."""
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
    """A policy by its fields: a target, steps, or the adjustment of a step already selected."""
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
        raise CaseError(fields.where("target"), "{place} is not above 0", "write the value to keep")
    return TargetTracking(
        target=target,
        metric=fields.maybe_number("metric"),
        disable_scale_in=fields.flag("disableScaleIn", default=False),
        scale_in_from=1 - Fraction(SCALE_IN_MARGIN.of(fields), 100),
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
    return tuple(problem.within(place) for place, each in policies for problem in _problems(each))


def _problems(policy: Policy) -> Iterator[Problem]:
    match policy:
        case StepScaling():
            yield from (problem.within("steps") for problem in step_problems(policy.steps))
            for number, step in enumerate(policy.steps):
                for problem in adjustment_problems(policy.adjustment_type, step.value):
                    yield problem.within(f"steps[{number}]")
        case Adjustment():
            yield from adjustment_problems(policy.type, policy.value)
        case TargetTracking():
            pass
        case _:
            assert_never(policy)


def _adjustment(fields: CaseFields) -> int:
    return fields.integer("adjustment", least=-MOST_ADJUSTMENT, most=MOST_ADJUSTMENT)


def _magnitude(fields: CaseFields) -> int:
    return fields.integer("minAdjustmentMagnitude", 0, most=MOST_ADJUSTMENT)
