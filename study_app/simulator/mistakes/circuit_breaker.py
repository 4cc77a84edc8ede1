"""What people get wrong about the circuit breaker: another threshold, all else as it is."""

from collections.abc import Callable, Mapping
from typing import Final

from study_app.simulator.engines.breaker.circuit_breaker import (
    LEAST_THRESHOLD,
    MOST_THRESHOLD,
    CircuitBreaker,
    ThresholdType,
)
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.mistakes.mistake import Believed, Mistake, misread
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

_FORMER_LEAST: Final = 10
"""The minimum before AWS lowered it to 3."""

_BOUNDED, _UNBOUNDED, _COUNT = ThresholdType

_ThresholdOf = Callable[[ThresholdType, int, int], int | None]
"""The threshold as wrongly computed from type, value and desired count."""


def _threshold(believed: _ThresholdOf) -> Believed:
    """Any threshold can be expressed as COUNT, so the same deployment can be watched with it."""

    def changed(given: Plain) -> Mapping[str, object] | None:
        fields, default = CaseFields(given), CircuitBreaker()
        kind = fields.choice("type", ThresholdType, default.type)
        value = fields.integer("value", default.value, least=1)
        threshold = believed(kind, value, fields.integer("desired"))
        return None if threshold is None else {"type": _COUNT.value, "value": max(1, threshold)}

    return misread(changed)


def _percent(value: int, desired: int) -> int:
    return -(-value * desired // 100)


def _bounded(threshold: int, least: int = LEAST_THRESHOLD) -> int:
    return min(max(threshold, least), MOST_THRESHOLD)


def _rounded_down(kind: ThresholdType, value: int, desired: int) -> int | None:
    match kind:
        case ThresholdType.BOUNDED_PERCENT:
            return _bounded(value * desired // 100)
        case ThresholdType.UNBOUNDED_PERCENT:
            return value * desired // 100
        case ThresholdType.COUNT:
            return None


def _without_bounds(kind: ThresholdType, value: int, desired: int) -> int | None:
    return _percent(value, desired) if kind is _BOUNDED else None


def _formerly_bounded(kind: ThresholdType, value: int, desired: int) -> int | None:
    return _bounded(_percent(value, desired), _FORMER_LEAST) if kind is _BOUNDED else None


def _bounded_anyway(kind: ThresholdType, value: int, desired: int) -> int | None:
    return _bounded(_percent(value, desired)) if kind is _UNBOUNDED else None


def _percent_anyway(kind: ThresholdType, value: int, desired: int) -> int | None:
    return _bounded(_percent(value, desired)) if kind is _COUNT else None


def _value_as_count(kind: ThresholdType, value: int, _: int) -> int | None:
    return None if kind is _COUNT else value


def _every_task(_: ThresholdType, __: int, desired: int) -> int:
    return desired


def _default_value(given: Plain) -> Mapping[str, object] | None:
    return {"value": CircuitBreaker().value} if "value" in given else None


def _other_reset(given: Plain) -> Mapping[str, object] | None:
    default = CircuitBreaker().resetOnHealthyTask
    return {"resetOnHealthyTask": not given.get("resetOnHealthyTask", default)}


CIRCUIT_BREAKER: Final = (
    Mistake(
        "round-down",
        _threshold(_rounded_down),
        Text(
            "The percentage of the desired count was rounded down; it is rounded up.",
            "원하는 태스크 수의 백분율을 내림했습니다. 올림해야 합니다.",
        ),
    ),
    Mistake(
        "no-bounds",
        _threshold(_without_bounds),
        Text(
            "The bounds were forgotten: BOUNDED_PERCENT is never below 3 nor above 200.",
            "범위를 잊었습니다. BOUNDED_PERCENT는 3보다 작거나 200보다 클 수 없습니다.",
        ),
    ),
    Mistake(
        "former-minimum",
        _threshold(_formerly_bounded),
        Text(
            "The minimum was taken to be 10, as it was once; it is 3.",
            "최솟값을 예전처럼 10으로 보았습니다. 지금은 3입니다.",
        ),
    ),
    Mistake(
        "every-task",
        _threshold(_every_task),
        Text(
            "As many failures as tasks were expected; the threshold is a share of them.",
            "태스크 수만큼 실패해야 한다고 보았습니다. 임계값은 그 일부입니다.",
        ),
    ),
    Mistake(
        "value-as-count",
        _threshold(_value_as_count),
        Text(
            "The value was taken for a number of failures; here it is a percentage.",
            "값을 실패 횟수로 보았습니다. 여기서는 백분율입니다.",
        ),
    ),
    Mistake(
        "bounds-everywhere",
        _threshold(_bounded_anyway),
        Text(
            "The bounds of BOUNDED_PERCENT were used; UNBOUNDED_PERCENT has none.",
            "BOUNDED_PERCENT의 범위를 적용했습니다. UNBOUNDED_PERCENT에는 범위가 없습니다.",
        ),
    ),
    Mistake(
        "percent-everywhere",
        _threshold(_percent_anyway),
        Text(
            "The value was taken for a percentage; with COUNT it is the number of failures.",
            "값을 백분율로 보았습니다. COUNT에서는 실패 횟수 그 자체입니다.",
        ),
    ),
    Mistake(
        "default-value",
        misread(_default_value),
        Text(
            "The default of 50 was used instead of the value that is set.",
            "설정된 값 대신 기본값 50을 사용했습니다.",
        ),
    ),
    Mistake(
        "other-reset",
        misread(_other_reset),
        Text(
            "`resetOnHealthyTask` was read the other way around.",
            "`resetOnHealthyTask`를 반대로 이해했습니다.",
        ),
    ),
)
