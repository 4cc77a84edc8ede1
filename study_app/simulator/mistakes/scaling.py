"""What people get wrong about service auto scaling.

A wrong reading of a target tracking policy is expressed as an adjustment to an exact capacity, and
of a percentage as one by a number of tasks. So limits and circumstances are handled by the
simulator.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Any, Final

from study_app.simulator.engines.scaling.scaling import TargetTracking
from study_app.simulator.engines.scaling.step_scaling import AdjustmentType
from study_app.simulator.inputs.scaling import scalable_target, target_tracking
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.mistakes.mistake import Believed, Mistake, Simulate, misread
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

_EXACT, _CHANGE, _PERCENT = (
    AdjustmentType.EXACT_CAPACITY.value,
    AdjustmentType.CHANGE_IN_CAPACITY.value,
    AdjustmentType.PERCENT_CHANGE_IN_CAPACITY.value,
)
_A_LITTLE: Final = 0.001
"""Smaller than the precision of any metric in a case."""

_Rounding = Callable[[Fraction], int]


def _rounded(rounding: _Rounding) -> Believed:
    """A different rounding in target tracking, even if only that is asked for."""

    def result(given: Plain, simulate: Simulate) -> Plain | None:
        if given.get("policy") == "target_tracking_delta":
            return {"delta": rounding(CaseFields(given).number("raw_delta"))}
        return tracked(given, simulate)

    tracked = _tracked(
        lambda current, policy: rounding(current * (policy.metric or Fraction(0)) / policy.target)
    )
    return result


def _tracked(believed: Callable[[int, TargetTracking], int]) -> Believed:
    def changed(given: Plain) -> Mapping[str, object] | None:
        if given.get("policy") != "target_tracking":
            return None
        fields = CaseFields(given)
        policy, current = target_tracking(fields), scalable_target(fields).current
        if not policy.metric:
            return None
        wanted = believed(current, policy)
        if policy.disable_scale_in:
            wanted = max(wanted, current)
        return {"target": None, "adjustmentType": _EXACT, "adjustment": wanted}

    return misread(changed)


def _upside_down(current: int, policy: TargetTracking) -> int:
    assert policy.metric
    return ceil(current * policy.target / policy.metric)


def _points(current: int, policy: TargetTracking) -> int:
    assert policy.metric
    return ceil(current * (100 + policy.metric - policy.target) / 100)


def _one_more_or_less(current: int, policy: TargetTracking) -> int:
    assert policy.metric
    return current + (policy.metric > policy.target) - (policy.metric < policy.target)


def _percentages(rounding: _Rounding) -> Believed:
    """A different rounding of percentages, even if only that is asked for."""

    def changed(given: Plain) -> Mapping[str, object] | None:
        if given.get("adjustmentType") != _PERCENT:
            return None
        current = scalable_target(CaseFields(given)).current
        least = CaseFields(given).integer("minAdjustmentMagnitude", 0)

        def tasks(percent: int) -> int:
            change = rounding(Fraction(current * percent, 100))
            return change if abs(change) >= least else least if percent > 0 else -least

        return {"adjustmentType": _CHANGE, **_adjusted(given, tasks)}

    def result(given: Plain, simulate: Simulate) -> Plain | None:
        if given.get("policy") == "round_percent_change":
            return {"rounded": rounding(CaseFields(given).number("value"))}
        return on_capacity(given, simulate)

    on_capacity = misread(changed)
    return result


def _adjusted(given: Plain, tasks: Callable[[int], int]) -> dict[str, object]:
    """The adjustment of `given`, or those of its steps, each made to `tasks`."""
    found: dict[str, object] = {}
    if isinstance(value := given.get("adjustment"), int | float):
        found["adjustment"] = tasks(int(value))
    if isinstance(steps := given.get("steps"), list):
        found["steps"] = [{**step, "adjustment": tasks(int(step["adjustment"]))} for step in steps]
    return found


def _away_from_zero(exact: Fraction) -> int:
    return ceil(exact) if exact > 0 else floor(exact)


def _to_nearest(exact: Fraction) -> int:
    return floor(exact + Fraction(1, 2))


def _read_as(kind: str, other: str) -> Believed:
    return misread(
        lambda given: {"adjustmentType": other} if given.get("adjustmentType") == kind else None,
    )


def _without(*names: str) -> Believed:
    """The fields `names` were ignored."""
    return misread(
        lambda given: dict.fromkeys(names) if any(name in given for name in names) else None,
    )


def _absolute_bounds(given: Plain) -> Mapping[str, object] | None:
    return {"threshold": 0} if "steps" in given and "threshold" in given else None


def _other_side(given: Plain) -> Mapping[str, object] | None:
    """A metric on a bound, pushed into the step that ends there."""
    if "steps" not in given or "metric" not in given:
        return None
    fields = CaseFields(given)
    metric, threshold = fields.number("metric"), fields.number("threshold")
    return {"metric": float(metric) + (_A_LITTLE if metric < threshold else -_A_LITTLE)}


def _alone(combine: Callable[[int, Sequence[int]], int]) -> Believed:
    """Several policies, each evaluated alone; `combine` gets the capacity and their results."""

    def result(given: Plain, simulate: Simulate) -> Plain | None:
        if given.get("policy") != "multi":
            return None
        current = scalable_target(CaseFields(given)).current
        policies: Any = given.get("policies")
        alone = [simulate({**given, "policies": [one]})["new"] for one in policies]
        new = combine(current, [one for one in alone if isinstance(one, int)])
        return {"new": new, "delta": new - current, "action": _action(current, new)}

    return result


def _action(before: int, after: int) -> str:
    return "none" if before == after else "out" if after > before else "in"


def _without_cooldowns(given: Plain) -> Mapping[str, object] | None:
    policies: Any = given.get("policies")
    if given.get("policy") != "timeline" or not isinstance(policies, list):
        return None
    none = {"cooldown": 0, "scaleOutCooldown": 0, "scaleInCooldown": 0}
    return {"policies": [{**policy, **none} for policy in policies]}


SCALING: Final = (
    Mistake(
        "round-down",
        _rounded(floor),
        Text(
            "The capacity was rounded down; target tracking rounds it up in both directions.",
            "용량을 내림했습니다. 대상 추적은 늘릴 때도 줄일 때도 올림합니다.",
        ),
    ),
    Mistake(
        "round-to-nearest",
        _rounded(_to_nearest),
        Text(
            "The capacity was rounded to the nearest number; target tracking rounds it up.",
            "용량을 반올림했습니다. 대상 추적은 올림합니다.",
        ),
    ),
    Mistake(
        "ratio-upside-down",
        _tracked(_upside_down),
        Text(
            "Target and metric were swapped in the ratio.",
            "비율에서 목표값과 지표를 서로 바꾸었습니다.",
        ),
    ),
    Mistake(
        "points-as-percent",
        _tracked(_points),
        Text(
            "The distance between metric and target was used as the percentage to scale by.",
            "지표와 목표값의 차이를 늘리거나 줄일 백분율로 보았습니다.",
        ),
    ),
    Mistake(
        "one-at-a-time",
        _tracked(_one_more_or_less),
        Text(
            "One task was added or removed; target tracking goes all the way at once.",
            "태스크를 하나만 늘리거나 줄였습니다. 대상 추적은 한 번에 끝까지 갑니다.",
        ),
    ),
    Mistake(
        "bounds-are-metrics",
        misread(_absolute_bounds),
        Text(
            "The bounds of the steps were compared with the metric; they count from the threshold.",
            "단계의 경계를 지표와 비교했습니다. 경계는 임계값으로부터의 차이입니다.",
        ),
    ),
    Mistake(
        "bound-in-other-step",
        misread(_other_side),
        Text(
            "A metric on the bound was assigned to the step that ends there.",
            "경계에 있는 지표를 거기서 끝나는 단계에 넣었습니다.",
        ),
    ),
    Mistake(
        "percent-away-from-zero",
        _percentages(_away_from_zero),
        Text(
            "The percentage was rounded away from 0; it is rounded toward 0.",
            "백분율을 0에서 먼 쪽으로 반올림했습니다. 0에 가까운 쪽으로 반올림합니다.",
        ),
    ),
    Mistake(
        "percent-toward-zero",
        _percentages(int),
        Text(
            "Less than one task was rounded to none; it becomes a whole task.",
            "1개가 안 되는 변화를 0으로 버렸습니다. 이때는 태스크 1개가 됩니다.",
        ),
    ),
    Mistake(
        "percent-as-tasks",
        _read_as(_PERCENT, _CHANGE),
        Text("The percentage was taken for a number of tasks.", "백분율을 태스크 수로 보았습니다."),
    ),
    Mistake(
        "change-as-exact",
        _read_as(_CHANGE, _EXACT),
        Text("The change was taken for the new capacity.", "변화량을 새 용량으로 보았습니다."),
    ),
    Mistake(
        "exact-as-change",
        _read_as(_EXACT, _CHANGE),
        Text(
            "The exact capacity was added to the current one.",
            "정확한 용량을 지금 용량에 더했습니다.",
        ),
    ),
    Mistake(
        "ignore-magnitude",
        _without("minAdjustmentMagnitude"),
        Text("`MinAdjustmentMagnitude` was ignored.", "`MinAdjustmentMagnitude`를 무시했습니다."),
    ),
    Mistake(
        "ignore-maximum",
        _without("max"),
        Text("The maximum capacity was ignored.", "최대 용량을 무시했습니다."),
    ),
    Mistake(
        "ignore-minimum",
        _without("min"),
        Text("The minimum capacity was ignored.", "최소 용량을 무시했습니다."),
    ),
    Mistake(
        "smallest-wins",
        _alone(lambda _, capacities: min(capacities)),
        Text(
            "The smallest capacity was taken; of several policies the largest wins.",
            "가장 작은 용량을 골랐습니다. 정책이 여럿이면 가장 큰 용량이 이깁니다.",
        ),
    ),
    Mistake(
        "add-up",
        _alone(lambda current, capacities: current + sum(one - current for one in capacities)),
        Text(
            "The changes of all policies were added up; the largest capacity alone counts.",
            "모든 정책의 변화량을 더했습니다. 가장 큰 용량 하나만 적용됩니다.",
        ),
    ),
    Mistake(
        "ignore-circumstances",
        _without(
            "deployment_in_progress", "DynamicScalingInSuspended", "DynamicScalingOutSuspended"
        ),
        Text(
            "The condition that blocks scaling right now was ignored.",
            "지금 스케일링을 막고 있는 조건을 무시했습니다.",
        ),
    ),
    Mistake(
        "ignore-disabled-scale-in",
        _without("disableScaleIn"),
        Text("`DisableScaleIn` was ignored.", "`DisableScaleIn`을 무시했습니다."),
    ),
    Mistake(
        "ignore-cooldown",
        misread(_without_cooldowns),
        Text("The cooldowns were ignored.", "휴지 기간을 무시했습니다."),
    ),
)
