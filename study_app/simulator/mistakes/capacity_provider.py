"""What people get wrong about capacity providers: managed scaling, then base and weight."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from study_app.simulator.engines.capacity.capacity import (
    action,
    desired_instances,
    reservation,
)
from study_app.simulator.inputs.capacity import NEEDED, TARGET, managed_scaling
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.mistakes.mistake import (
    Believed,
    Changed,
    Mistake,
    Simulate,
    misread,
)
from study_app.simulator.model.case import Plain
from study_app.simulator.model.notebook import plain_number
from study_app.words.text import Text

_Item = dict[str, Any]

_NO_STEPS: Final = ("minimumScalingStepSize", "maximumScalingStepSize")


def _in_mode(*modes: str) -> Callable[[Plain], bool]:
    return lambda given: given.get("mode") in modes


_directs: Final = _in_mode("reservation", "direction")
_manages: Final = _in_mode("manage", "timeline")


def _swapped(given: Plain) -> Mapping[str, object] | None:
    return {"M": given.get("N"), "N": given.get("M")} if _directs(given) else None


def _target_100(given: Plain) -> Mapping[str, object] | None:
    return {TARGET.path: None} if TARGET.path in given else None


def _desired(believed: Callable[[int, int], int]) -> Believed:
    """The group size that `believed` computes from the needed instances and the target."""

    def result(given: Plain, _: Simulate) -> Plain | None:
        if given.get("mode") != "direction" or not given.get("N"):
            return None
        fields = CaseFields(given)
        return {"desired": believed(NEEDED.of(fields), TARGET.of(fields))}

    return result


def _without_steps(given: Plain) -> Mapping[str, object] | None:
    named = any(name in given for name in _NO_STEPS)
    return dict.fromkeys(_NO_STEPS) if named and _manages(given) else None


def _at_once(given: Plain) -> Mapping[str, object] | None:
    if given.get("mode") != "manage":
        return None
    return {"minutes_below": 1_000, "seconds_since_scale_out": None}


def _from_zero(given: Plain, simulate: Simulate) -> Plain | None:
    """As many instances as are needed, even if there is none yet."""
    if given.get("mode") == "direction" and given.get("N") == 0:
        return {"desired": given["M"]}
    if given.get("mode") == "manage" and given.get("running") == 0:
        return {"instances": simulate(given)["needed"]}
    return None


def _needed(believed: Callable[[Plain, int, Simulate], int | None]) -> Believed:
    """What managed scaling would do if so many instances were needed."""

    def result(given: Plain, simulate: Simulate) -> Plain | None:
        if given.get("mode") != "manage" or not given.get("provisioning"):
            return None
        fields = CaseFields(given)
        running, target = fields.integer("running"), managed_scaling(fields).targetCapacity
        needed = believed(given, running, simulate)
        if needed is None or running == 0:
            return None
        wanted = action(needed, running, target)
        return {
            "needed": needed,
            "reservation": plain_number(reservation(needed, running)),
            "action": wanted.value,
            "instances": desired_instances(needed, running, target),
        }

    return result


def _without_running(given: Plain, running: int, simulate: Simulate) -> int | None:
    needed = simulate(given)["needed"]
    return needed - running if isinstance(needed, int) and needed > running else None


def _all_groups(given: Plain, running: int, simulate: Simulate) -> int | None:
    """Every group of tasks on separate instances."""
    groups: Any = given["provisioning"]
    further = 0
    for group in groups:
        alone = {**given, "provisioning": [group], **dict.fromkeys(_NO_STEPS)}
        needed = simulate(alone)["needed"]
        further += max(0, needed - running) if isinstance(needed, int) else 0
    return running + managed_scaling(CaseFields(given)).step(further) if further else None


def _strategy(rewrite: Callable[[list[_Item]], list[_Item]]) -> Changed:
    def changed(given: Plain) -> Mapping[str, object] | None:
        strategy: Any = given.get("strategy")
        if given.get("mode") != "distribute" or not isinstance(strategy, list):
            return None
        read = rewrite(strategy)
        return None if read == strategy else {"strategy": read}

    return changed


def _without_base(strategy: list[_Item]) -> list[_Item]:
    return [{**item, "base": 0} if item.get("base") else item for item in strategy]


def _base_alone(strategy: list[_Item]) -> list[_Item]:
    return [{**item, "weight": 0} if item.get("base") else item for item in strategy]


def _equal_weights(strategy: list[_Item]) -> list[_Item]:
    return [{**item, "weight": 1} if item.get("weight") else item for item in strategy]


def _swapped_weights(strategy: list[_Item]) -> list[_Item]:
    weights = [item.get("weight", 0) for item in reversed(strategy)]
    return [{**item, "weight": weight} for item, weight in zip(strategy, weights, strict=True)]


def _weights_as_counts(given: Plain, _: Simulate) -> Plain | None:
    strategy: Any = given.get("strategy")
    if given.get("mode") != "distribute" or not isinstance(strategy, list):
        return None
    counts = {item["cp"]: item.get("base", 0) + item.get("weight", 0) for item in strategy}
    return {"counts": counts}


CAPACITY_PROVIDER: Final = (
    Mistake(
        "ratio-upside-down",
        misread(_swapped),
        Text(
            "Needed and running instances were swapped in the ratio.",
            "비율에서 필요한 인스턴스와 실행 중인 인스턴스를 서로 바꾸었습니다.",
        ),
    ),
    Mistake(
        "target-as-100",
        misread(_target_100),
        Text("`targetCapacity` was taken to be 100.", "`targetCapacity`를 100으로 보았습니다."),
    ),
    Mistake(
        "round-down",
        _desired(lambda needed, target: needed * 100 // target),
        Text(
            "The number of instances was rounded down; it is rounded up.",
            "인스턴스 수를 내림했습니다. 올림해야 합니다.",
        ),
    ),
    Mistake(
        "times-target",
        _desired(lambda needed, target: -(-needed * target // 100)),
        Text(
            "The needed instances were multiplied by `targetCapacity`; they are divided by it.",
            "필요한 인스턴스 수에 `targetCapacity`를 곱했습니다. 나누어야 합니다.",
        ),
    ),
    Mistake(
        "forget-running",
        _needed(_without_running),
        Text(
            "Only the new instances were counted as needed; those that run belong to them.",
            "새 인스턴스만 필요한 수로 세었습니다. 실행 중인 인스턴스도 포함됩니다.",
        ),
    ),
    Mistake(
        "sum-of-groups",
        _needed(_all_groups),
        Text(
            "The instances of all groups of tasks were added up; the largest group counts.",
            "모든 태스크 그룹의 인스턴스 수를 더했습니다. 가장 큰 그룹만 셉니다.",
        ),
    ),
    Mistake(
        "ignore-step-sizes",
        misread(_without_steps),
        Text("The scaling step sizes were ignored.", "스케일링 단계 크기를 무시했습니다."),
    ),
    Mistake(
        "only-what-is-needed",
        _from_zero,
        Text(
            "From no instances exactly the needed ones were added; it is always two first.",
            "인스턴스가 없을 때 필요한 만큼만 늘렸습니다. 처음에는 언제나 두 대입니다.",
        ),
    ),
    Mistake(
        "at-once",
        misread(_at_once),
        Text("Warm-up and waiting time were ignored.", "준비 시간과 대기 시간을 무시했습니다."),
    ),
    Mistake(
        "ignore-base",
        misread(_strategy(_without_base)),
        Text("The base was ignored.", "base를 무시했습니다."),
    ),
    Mistake(
        "base-alone",
        misread(_strategy(_base_alone)),
        Text(
            (
                "The provider with the base was given its base and no more; it shares in the "
                "rest as well."
            ),
            "base가 있는 공급자에게 base만 주었습니다. 나머지도 함께 나누어 받습니다.",
        ),
    ),
    Mistake(
        "equal-weights",
        misread(_strategy(_equal_weights)),
        Text(
            "The remaining tasks were split evenly; they are split by weight.",
            "나머지를 똑같이 나누었습니다. 가중치에 따라 나눕니다.",
        ),
    ),
    Mistake(
        "swap-weights",
        misread(_strategy(_swapped_weights)),
        Text("The weights were swapped.", "가중치를 서로 바꾸었습니다."),
    ),
    Mistake(
        "weights-as-counts",
        _weights_as_counts,
        Text(
            "The weight was taken for a number of tasks; it is a share.",
            "가중치를 태스크 수로 보았습니다. 가중치는 비율입니다.",
        ),
    ),
)
