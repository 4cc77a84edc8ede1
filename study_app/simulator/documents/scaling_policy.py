"""A scaling policy, as input of `put-scaling-policy` or output of `describe-scaling-policies`.

Sources: API_PutScalingPolicy, API_ScalingPolicy, API_TargetTrackingScalingPolicyConfiguration,
API_StepScalingPolicyConfiguration. AWS returns numbers such as 50.0, and omits open bounds.
"""

from collections.abc import Mapping
from typing import Final

from study_app.simulator.engines.scaling.step_scaling import AdjustmentType
from study_app.simulator.inputs.scaling import MOST_ADJUSTMENT
from study_app.simulator.inputs.scaling_timeline import MOST_POLICIES, MOST_STEPS
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.problem import CaseError
from study_app.words.text import Text

_TRACKING, _STEPS = "TargetTrackingScalingPolicyConfiguration", "StepScalingPolicyConfiguration"
_KINDS: Final = ("TargetTrackingScaling", "StepScaling", "PredictiveScaling")
_RUNNING, _MINIMUM, _MAXIMUM, _THRESHOLD = 4, 1, 10, 50

ASSUMED: Final = Text(
    "A policy does not say how many tasks run, nor MinCapacity, MaxCapacity and the metric: "
    "{current}, {min}, {max} and the readings are examples. Edit them here.",
    "정책에는 실행 중인 태스크 수, MinCapacity, MaxCapacity, 지표가 없습니다. {current}, {min}, "
    "{max}와 지표는 예시이니 여기서 고치세요.",
)
THRESHOLD_ASSUMED: Final = Text(
    "The threshold is set in the CloudWatch alarm, not in the policy: {threshold} is an example.",
    "임계값은 정책이 아니라 CloudWatch 경보에 있습니다. {threshold}{threshold:은/는} 예시입니다.",
)


def policies_case(items: list[CaseFields], current: Case | None) -> tuple[Case, tuple[Text, ...]]:
    """A timeline case for these policies, and what it assumes.

    Raises CaseError if one is malformed or belongs to another service than Amazon ECS.
    """
    policies = [_policy(item) for item in items[: MOST_POLICIES + 1]]
    if not 0 < len(policies) <= MOST_POLICIES:
        place = "ScalingPolicies"
        raise CaseError(
            place,
            "{place} lists {count}",
            "keep 1 to {most} of one service",
            count=len(items),
            most=MOST_POLICIES,
        )
    given: dict[str, object] = {
        "policy": "timeline",
        "current": _RUNNING,
        "min": _MINIMUM,
        "max": _MAXIMUM,
        "policies": policies,
        "readings": _readings(policies),
    }
    before = current.given if current is not None and current.kind == "scaling" else {}
    kept = {name: before[name] for name in ("current", "min", "max") if name in before}
    given |= kept
    notes = []
    if len(kept) < 3:
        shown = {name: given[name] for name in ("current", "min", "max")}
        notes.append(ASSUMED.filled(**shown))
    if any("steps" in policy for policy in policies):
        notes.append(THRESHOLD_ASSUMED.filled(threshold=_THRESHOLD))
    return Case("scaling", given), tuple(notes)


def _policy(fields: CaseFields) -> Plain:
    if fields.has("ServiceNamespace"):
        fields.name("ServiceNamespace", ("ecs",))
    kind = fields.name("PolicyType", _KINDS) if fields.has("PolicyType") else None
    if fields.has(_TRACKING):
        return _tracking(fields.inner(_TRACKING))
    if fields.has(_STEPS):
        return _step(fields.inner(_STEPS))
    if kind == "PredictiveScaling":
        raise CaseError(
            fields.where("PolicyType"),
            "{place} is PredictiveScaling, which is not simulated",
            "keep policies of TargetTrackingScaling and StepScaling",
        )
    raise CaseError(
        fields.where(_TRACKING), "{place} is missing", "write it, or {name}", name=_STEPS
    )


def _tracking(fields: CaseFields) -> Plain:
    policy: dict[str, object] = {"target": _plain(fields, "TargetValue")}
    for theirs, ours in (
        ("ScaleOutCooldown", "scaleOutCooldown"),
        ("ScaleInCooldown", "scaleInCooldown"),
    ):
        if fields.has(theirs):
            policy[ours] = fields.integer(theirs)
    if fields.flag("DisableScaleIn", default=False):
        policy["disableScaleIn"] = True
    return policy


def _step(fields: CaseFields) -> Plain:
    policy: dict[str, object] = {
        "adjustmentType": fields.choice("AdjustmentType", AdjustmentType).value,
        "threshold": _THRESHOLD,
        "steps": [
            {
                "adjustment": item.integer(
                    "ScalingAdjustment", least=-MOST_ADJUSTMENT, most=MOST_ADJUSTMENT
                ),
                **_bound(item, "MetricIntervalLowerBound", "lower"),
                **_bound(item, "MetricIntervalUpperBound", "upper"),
            }
            for item in fields.items("StepAdjustments", most=MOST_STEPS)
        ],
    }
    for theirs, ours in (
        ("MinAdjustmentMagnitude", "minAdjustmentMagnitude"),
        ("Cooldown", "cooldown"),
    ):
        if fields.has(theirs):
            policy[ours] = fields.integer(theirs, most=MOST_ADJUSTMENT)
    return policy


def _bound(fields: CaseFields, theirs: str, ours: str) -> Mapping[str, object]:
    return {ours: _plain(fields, theirs)} if fields.has(theirs) else {}


def _plain(fields: CaseFields, name: str) -> int | float:
    number = fields.number(name)
    return int(number) if number.denominator == 1 else float(number)


def _readings(policies: list[Plain]) -> list[Plain]:
    """Example readings: twice above each policy's target, then far below."""
    kept = [policy.get("target", _THRESHOLD) for policy in policies]
    assert all(isinstance(one, int | float) for one in kept)
    readings: list[Plain] = []
    for at, percent in ((0, 150), (300, 150), (600, 50)):
        metrics = [one * percent / 100 for one in kept if isinstance(one, int | float)]
        seen: Plain = {"metric": metrics[0]} if len(metrics) == 1 else {"metrics": metrics}
        readings.append({"at": at, **seen})
    return readings
