"""The input of a case about service auto scaling over time: policies, readings, a schedule."""

from dataclasses import replace
from fractions import Fraction
from typing import Final

from study_app.simulator.engines.scaling.timeline import (
    DataPoint,
    DeploymentWindow,
    Load,
    MetricPolicy,
    Point,
    ScalingInput,
    ScheduledAction,
)
from study_app.simulator.inputs.scaling import (
    CURRENT,
    MAXIMUM,
    MINIMUM,
    SCALE_IN_MARGIN,
    circumstances,
    scalable_target,
    step_scaling,
    target_tracking,
)
from study_app.simulator.inputs.values import notation
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.parameter import AnyParameter, Parameter
from study_app.simulator.model.case import Plain
from study_app.simulator.model.problem import CaseError
from study_app.words.errors import error_text
from study_app.words.text import Text

MOST_READINGS: Final = 1440
"""One per minute for a day; also the most scheduled actions."""

MOST_DEPLOYMENTS: Final = 100
MOST_POLICIES: Final = 10
MOST_STEPS: Final = 40
"""Twice as many as AWS accepts, so that a case can show the refusal."""

_LEAST_PER_TASK: Final = Fraction(1, 1_000_000)
_DATA = ("metric", "metrics", "load")


def _steps(policy: Plain) -> bool:
    return "steps" in policy


def _tracks(policy: Plain) -> bool:
    return "steps" not in policy


STEPS_HINT: Final = Text(
    "For each step its bounds from the threshold on, and its adjustment: "
    "0..10:1 10..:3. An open bound is left out.",
    "단계마다 임계값에서 잰 하한과 상한, 조정값: 0..10:1 10..:3. 한계가 없는 쪽은 비워 둡니다.",
)
PARAMETERS: Final[tuple[AnyParameter, ...]] = (
    CURRENT,
    MINIMUM,
    MAXIMUM,
    Parameter(path="load_per_task"),
    Parameter(
        path="readings",
        pictured=True,
        notation=notation.READINGS,
        hint=Text(
            "Seconds and the metric value then: 0:240 60:480. Nothing after the colon is no data; "
            "60/20 is a value for each of two policies.",
            "초와 그때의 측정값: 0:240 60:480. 콜론 뒤가 비면 데이터 없음. "
            "60/20은 두 정책에 하나씩인 값입니다.",
        ),
    ),
    Parameter(
        path="schedule",
        notation=notation.SCHEDULE,
        hint=Text(
            "Seconds with the new minimum and maximum: 0:2..8 60:..4. What is left out stays.",
            "초와 새 최솟값, 최댓값: 0:2..8 60:..4. 비워 둔 쪽은 그대로입니다.",
        ),
    ),
    *(
        Parameter(path=f"policies.*.{name}", when=_steps)
        for name in ("adjustmentType", "threshold", "minAdjustmentMagnitude", "cooldown")
    ),
    Parameter(path="policies.*.steps", notation=notation.STEPS, hint=STEPS_HINT, when=_steps),
    *(
        Parameter(path=f"policies.*.{name}", when=_tracks)
        for name in ("target", "scaleOutCooldown", "scaleInCooldown", "disableScaleIn")
    ),
    Parameter(path="policies.*.scale_in_margin", hint=SCALE_IN_MARGIN.hint, when=_tracks),
)


def scenario(fields: CaseFields) -> ScalingInput:
    """The scenario of a case, for the engine. Raises CaseError for a malformed one."""
    policies = tuple(_policy(item) for item in fields.items("policies", most=MOST_POLICIES))
    if not policies:
        raise CaseError("policies", "{place} is empty", "write at least one policy")
    # AWS requires a maximum when a target is registered; without one a loop could grow forever.
    fields.integer("max")
    return ScalingInput(
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


def _policy(fields: CaseFields) -> MetricPolicy:
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
    raise CaseError(fields.where("target"), "{place} is missing", "write a target, or steps")


def _point(fields: CaseFields, policies: int, whole: CaseFields) -> Point:
    """A reading: `metric` for one policy, `metrics` for several, or the `load` of all tasks."""
    at = fields.integer("at")
    named = [name for name in _DATA if fields.has(name)]
    if len(named) > 1:
        remedy = error_text("write one of {known}", known=", ".join(_DATA))
        raise CaseError(
            fields.where(named[1]),
            "{place} cannot be combined with {other}",
            remedy,
            other=named[0],
        )
    if named == ["load"]:
        return Load(at=at, load=_load(fields), per_task=_per_task(whole))
    metrics = (
        fields.maybe_numbers("metrics") if named == ["metrics"] else [fields.maybe_number("metric")]
    )
    if len(metrics) != policies:
        remedy = error_text("write {count} numbers, one for each policy, or a load", count=policies)
        raise CaseError(fields.where("metrics"), "{place} does not fit", remedy)
    return DataPoint(at=at, metrics=tuple(metrics))


def _load(fields: CaseFields) -> Fraction:
    load = fields.number("load")
    if load < 0:
        raise CaseError(fields.where("load"), "{place} is below 0", "write the load on all tasks")
    return load


def _per_task(fields: CaseFields) -> Fraction:
    per_task = fields.number("load_per_task")
    if per_task < _LEAST_PER_TASK:
        remedy = error_text(
            "write the load that keeps one task at 100%, from {least}", least=float(_LEAST_PER_TASK)
        )
        raise CaseError("load_per_task", "{place} is too small", remedy)
    return per_task


def _deployment(fields: CaseFields) -> DeploymentWindow:
    begins = fields.integer("begins")
    return DeploymentWindow(begins=begins, ends=fields.integer("ends", least=begins))
