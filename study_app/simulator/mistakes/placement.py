"""What people get wrong about placement: the same engine on a misread input."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from study_app.simulator.inputs.placement import DEFAULT_GROUP
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.mistakes.mistake import Changed, Mistake, Simulate, misread
from study_app.simulator.model.case import Plain
from study_app.simulator.model.cluster import AVAILABILITY_ZONE
from study_app.words.text import Text

_ZONES: Final = f"attribute:{AVAILABILITY_ZONE}"
_INSTANCES: Final = ("instanceId", "host")
_OTHER_GROUP: Final = "service:another"

_Item = dict[str, Any]
_Rewrite = Callable[[_Item], _Item]


def _strategies(rewrite: _Rewrite) -> Changed:
    """Every strategy read as another; None if all stay the same."""

    def changed(given: Plain) -> Mapping[str, object] | None:
        strategy: Any = given.get("strategy")
        if not strategy:
            return None
        read = [rewrite(item) for item in strategy]
        return None if read == strategy else {"strategy": read}

    return changed


def _other_resource(item: _Item) -> _Item:
    other = {"cpu": "memory", "memory": "cpu"}.get(item.get("field", ""))
    return {**item, "field": other} if item["type"] == "binpack" and other else item


def _as_spread(item: _Item) -> _Item:
    return {"type": "spread", "field": "instanceId"} if item["type"] == "binpack" else item


def _as_binpack(item: _Item) -> _Item:
    return {"type": "binpack", "field": "memory"} if item["type"] == "spread" else item


def _as_instances(item: _Item) -> _Item:
    zones = item["type"] == "spread" and item.get("field") == _ZONES
    return {**item, "field": "instanceId"} if zones else item


def _as_zones(item: _Item) -> _Item:
    instances = item["type"] == "spread" and item.get("field") in _INSTANCES
    return {**item, "field": _ZONES} if instances else item


def _first_alone(given: Plain) -> Mapping[str, object] | None:
    strategy: Any = given.get("strategy") or []
    return {"strategy": strategy[:1]} if len(strategy) > 1 else None


def _reversed(given: Plain) -> Mapping[str, object] | None:
    strategy: Any = given.get("strategy") or []
    return {"strategy": strategy[::-1]} if len(strategy) > 1 else None


def _unconstrained(given: Plain) -> Mapping[str, object] | None:
    names = ("constraints", "task_definition_constraints")
    return dict.fromkeys(names) if any(given.get(name) for name in names) else None


def _group(given: Plain) -> object:
    task: Any = given.get("task") or {}
    return task.get("group") or given.get("group") or DEFAULT_GROUP


def _instances(given: Plain, rewrite: _Rewrite) -> Mapping[str, object] | None:
    """Every instance read as another; None if all stay the same."""
    name = "instances" if given.get("instances") is not None else "fixture"
    instances: Any = given.get(name)
    if not isinstance(instances, list):
        return None
    read = [rewrite(item) for item in instances]
    return None if read == instances else {name: read}


def _running(given: Plain, group: Callable[[object], object]) -> Mapping[str, object] | None:
    """The running tasks, each with its group mapped by `group`."""

    def rewrite(instance: _Item) -> _Item:
        tasks = instance.get("tasks") or []
        read = [{**task, "group": group(task.get("group"))} for task in tasks]
        return {**instance, "tasks": read} if tasks else instance

    return _instances(given, rewrite)


def _uncounted(given: Plain) -> Mapping[str, object] | None:
    mine = _group(given)
    return _running(given, lambda group: _OTHER_GROUP if group == mine else group)


def _all_counted(given: Plain) -> Mapping[str, object] | None:
    mine = _group(given)
    return _running(given, lambda _: mine)


def _all_active(given: Plain) -> Mapping[str, object] | None:
    names = ("status", "agent_connected", "agentConnected")
    return _instances(
        given, lambda one: {name: value for name, value in one.items() if name not in names}
    )


def _task(rewrite: Callable[[_Item], Iterator[tuple[str, object]]]) -> Changed:
    def changed(given: Plain) -> Mapping[str, object] | None:
        task: Any = given.get("task") or {}
        read = {**task, **dict(rewrite(task))}
        return None if read == task else {"task": read}

    return changed


def _weightless(task: _Item) -> Iterator[tuple[str, object]]:
    for name in ("cpu", "memory", "memoryReservation", "gpu", "hostPorts", "containers"):
        if task.get(name):
            yield name, None


def _without_reservation(task: _Item) -> Iterator[tuple[str, object]]:
    if task.get("memoryReservation") and task.get("memory"):
        yield "memoryReservation", None


def _never_again(given: Plain, simulate: Simulate) -> Plain | None:
    """All tasks where the first goes."""
    if given.get("mode", "place") != "place":
        return None
    count = CaseFields(given).integer("count", 1)
    first: Any = simulate({**given, "count": 1})
    if first.get("error") or first["unplaced"] or count < 1:
        return None
    (instance,) = first["placed_on"]
    return {
        "placed_on": [instance] * count,
        "counts": {instance: count},
        "unplaced": 0,
        "instances_used": 1,
        "az_counts": dict.fromkeys(first["az_counts"], count),
    }


def _whole_difference(given: Plain, simulate: Simulate) -> Plain | None:
    """As many moves as the difference between the fullest and the emptiest zone."""
    instances: Any = given.get("instances")
    if given.get("mode") != "rebalance" or not isinstance(instances, list):
        return None
    right, zones = simulate(given), Counter[str]()
    for instance in instances:
        tasks = instance.get("tasks") or []
        groups = [task.get("group") for task in tasks] + (instance.get("task_groups") or [])
        zones[str(instance.get("az"))] += groups.count(_group(given))
    moves = max(zones.values()) - min(zones.values())
    return {**right, "moves": [{}] * moves}


PLACEMENT: Final = (
    Mistake(
        "other-resource",
        misread(_strategies(_other_resource)),
        Text(
            "`binpack` was applied to the other resource.",
            "`binpack`을 다른 리소스 기준으로 했습니다.",
        ),
    ),
    Mistake(
        "spread-for-binpack",
        misread(_strategies(_as_spread)),
        Text(
            "The tasks were spread over instances; `binpack` fills the fullest that still fits.",
            (
                "태스크를 인스턴스에 분산했습니다. `binpack`은 들어가는 곳 가운데 가장 찬 곳을 "
                "채웁니다."
            ),
        ),
    ),
    Mistake(
        "binpack-for-spread",
        misread(_strategies(_as_binpack)),
        Text(
            "The tasks were packed; `spread` goes where the fewest tasks of the service are.",
            "태스크를 한곳에 채웠습니다. `spread`는 서비스의 태스크가 가장 적은 곳으로 갑니다.",
        ),
    ),
    Mistake(
        "instances-for-zones",
        misread(_strategies(_as_instances)),
        Text(
            "The tasks were spread over instances instead of Availability Zones.",
            "가용 영역이 아니라 인스턴스에 분산했습니다.",
        ),
    ),
    Mistake(
        "zones-for-instances",
        misread(_strategies(_as_zones)),
        Text(
            "The tasks were spread over Availability Zones instead of instances.",
            "인스턴스가 아니라 가용 영역에 분산했습니다.",
        ),
    ),
    Mistake(
        "first-strategy-alone",
        misread(_first_alone),
        Text(
            "Only the first strategy was applied; the next ones decide among what it leaves.",
            "첫 번째 전략만 적용했습니다. 다음 전략은 거기서 남은 것 가운데 고릅니다.",
        ),
    ),
    Mistake(
        "reverse-strategies",
        misread(_reversed),
        Text(
            "The strategies were applied from the last to the first.",
            "전략을 마지막 것부터 적용했습니다.",
        ),
    ),
    Mistake(
        "ignore-constraints",
        misread(_unconstrained),
        Text(
            "The placement constraints were ignored; they bind.",
            "배치 제약 조건을 무시했습니다. 제약 조건은 반드시 지켜집니다.",
        ),
    ),
    Mistake(
        "ignore-running",
        misread(_uncounted),
        Text(
            "The tasks of the service that run already were not counted.",
            "이미 실행 중인 서비스의 태스크를 세지 않았습니다.",
        ),
    ),
    Mistake(
        "count-every-group",
        misread(_all_counted),
        Text(
            "Tasks of other services were counted as well.", "다른 서비스의 태스크까지 세었습니다."
        ),
    ),
    Mistake(
        "never-again",
        _never_again,
        Text(
            "All tasks were put where the first one goes; each task sees those placed before it.",
            "모든 태스크를 첫 태스크가 간 곳에 두었습니다. 태스크마다 앞서 배치된 것을 봅니다.",
        ),
    ),
    Mistake(
        "ignore-resources",
        misread(_task(_weightless)),
        Text(
            "What is left of the resources was not checked.", "남은 리소스를 확인하지 않았습니다."
        ),
    ),
    Mistake(
        "hard-limit-counts",
        misread(_task(_without_reservation)),
        Text(
            (
                "The hard limit `memory` was subtracted; where there is one, "
                "`memoryReservation` counts."
            ),
            "하드 제한인 `memory`를 뺐습니다. `memoryReservation`이 있으면 그 값이 빠집니다.",
        ),
    ),
    Mistake(
        "ignore-state",
        misread(_all_active),
        Text(
            "An instance was used that is not ACTIVE, or whose agent is not connected.",
            "ACTIVE가 아니거나 에이전트가 연결되지 않은 인스턴스를 사용했습니다.",
        ),
    ),
    Mistake(
        "whole-difference",
        _whole_difference,
        Text(
            "The whole difference between the zones was moved; half of it evens them out.",
            "영역 사이의 차이만큼 옮겼습니다. 그 절반이면 고르게 됩니다.",
        ),
    ),
)
