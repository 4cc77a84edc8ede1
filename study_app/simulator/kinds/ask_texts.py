"""The values that asks give in words, and what a learner may type instead.

Numbers, ids and names that AWS gives to things need no translation and stay as they are.
"""

from collections.abc import Mapping
from typing import Final

VALUE_TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "yes": {"en": "yes", "ko": "예"},
    "no": {"en": "no", "ko": "아니요"},
    "none": {"en": "none", "ko": "없음"},
    "rolling.stop": {"en": "stop {count} old", "ko": "기존 {count}개 중지"},
    "rolling.start": {"en": "start {count} new", "ko": "새 {count}개 시작"},
    "rolling.after": {
        "en": "{step} (then {old} old, {new} new)",
        "ko": "{step} (그러면 기존 {old}개, 새 {new}개)",
    },
    "rolling.COMPLETED": {"en": "completes", "ko": "완료"},
    "rolling.STUCK": {"en": "stuck", "ko": "멈춤"},
    "scaling.out": {"en": "scales out", "ko": "확장"},
    "scaling.in": {"en": "scales in", "ko": "축소"},
    "scaling.none": {"en": "does not scale", "ko": "그대로"},
    "capacity_provider.scale_out": {"en": "scales out", "ko": "확장"},
    "capacity_provider.scale_in": {"en": "scales in", "ko": "축소"},
    "capacity_provider.none": {"en": "does not scale", "ko": "그대로"},
}
"""By kind of case and value; yes, no and none belong to every kind."""

_OUT: Final = ("scale out", "scale-out", "out", "확장한다", "스케일 아웃", "늘어난다")
_IN: Final = ("scale in", "scale-in", "in", "축소한다", "스케일 인", "줄어든다")
_STAYS: Final = (
    "no scaling",
    "nothing",
    "no change",
    "none",
    "stays the same",
    "그대로 둔다",
    "변화 없음",
)

ALSO_ACCEPTED: Final[Mapping[str, tuple[str, ...]]] = {
    "yes": ("valid", "네"),
    "no": ("invalid", "아니오"),
    "none": ("no instance", "nothing", "하나도 없음"),
    "rolling.COMPLETED": ("completed", "complete", "it completes", "완료된다", "완료됨"),
    "rolling.STUCK": ("gets stuck", "it is stuck", "blocked", "deadlock", "멈춘다", "막힘"),
    "scaling.out": _OUT,
    "scaling.in": _IN,
    "scaling.none": _STAYS,
    "capacity_provider.scale_out": _OUT,
    "capacity_provider.scale_in": _IN,
    "capacity_provider.none": _STAYS,
}
"""Beside the texts of both languages."""
