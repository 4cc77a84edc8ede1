"""What people get wrong about the health of a service: the order of a replacement, and times."""

from collections.abc import Mapping
from typing import Final

from study_app.simulator.inputs.rolling import DESIRED
from study_app.simulator.inputs.service_health import ROOM, UNHEALTHY
from study_app.simulator.mistakes.mistake import Believed, Changed, Mistake, Simulate, misread
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

_BALANCED, _CONTAINER = "load_balancer", "container_healthy_after"


def _replaces(given: Plain) -> bool:
    return given.get("mode") == "replace"


def _in_replacing(changed: Changed) -> Believed:
    """A mistake about the input of a replacement."""
    return misread(lambda given: changed(given) if _replaces(given) else None)


def _in_deploying(changed: Changed) -> Believed:
    """A mistake about the input of a deployment."""
    return misread(lambda given: None if _replaces(given) else changed(given))


def _no_start_first(given: Plain) -> Mapping[str, object]:
    return {ROOM.path: given.get(DESIRED.path)}


def _all_at_once(given: Plain, simulate: Simulate) -> Plain | None:
    """All unhealthy tasks stop together instead of one at a time."""
    right = simulate(given)
    if not _replaces(given) or right.get("steps", [""])[:1] != ["-1"]:  # type: ignore[index]
        return None
    unhealthy, desired = given.get(UNHEALTHY.path), given.get(DESIRED.path)
    assert isinstance(unhealthy, int | float)
    assert isinstance(desired, int | float)
    count, healthy = int(unhealthy), int(desired - unhealthy)
    return {
        **right,
        "steps": [f"-{count}", f"+{count}"],
        "states": [
            {"healthy": healthy, "unhealthy": 0},
            {"healthy": healthy + count, "unhealthy": 0},
        ],
    }


def _without(*names: str) -> Changed:
    return lambda given: dict.fromkeys(names) if any(name in given for name in names) else None


def _no_delay(given: Plain) -> Mapping[str, object] | None:
    return {"deregistration_delay": 0} if given.get(_BALANCED) is True else None


def _forty_seconds(given: Plain) -> Mapping[str, object] | None:
    """40 s after RUNNING although there are health checks."""
    running = given.get("running_after", 0)
    if not isinstance(running, int | float):
        return None
    if given.get(_BALANCED) is True:
        return {"target_healthy_after": int(running) + 40, _CONTAINER: None}
    return None if given.get(_CONTAINER) is None else {_CONTAINER: None}


def _one_check(given: Plain) -> Mapping[str, object] | None:
    """The container's check alone, although the target group has to report healthy, too."""
    return {"target_healthy_after": 0} if given.get(_BALANCED) is True else None


def _no_forty(given: Plain) -> Mapping[str, object] | None:
    """A task counts as soon as it is RUNNING, although nothing checks it."""
    if given.get(_BALANCED) is True or given.get(_CONTAINER) is not None:
        return None
    return {_CONTAINER: given.get("running_after", 0)}


def _full_timeout(given: Plain) -> Mapping[str, object]:
    return {"exits_after": given.get("stopTimeout", 30)}


def _late(given: Plain) -> Mapping[str, object] | None:
    """An alarm active from the beginning, mistaken for one raised by the deployment."""
    return {"alarm_at": 1} if given.get("alarm_at") == 0 else None


SERVICE_HEALTH: Final = (
    Mistake(
        "stop-before-start",
        _in_replacing(_no_start_first),
        Text(
            "The unhealthy tasks were stopped first; a replacement starts first where it may.",
            "비정상 태스크를 먼저 중지했습니다. 가능하면 대체 태스크를 먼저 시작합니다.",
        ),
    ),
    Mistake(
        "all-at-once",
        _all_at_once,
        Text(
            "All unhealthy tasks were stopped together; they stop one at a time.",
            "비정상 태스크를 한꺼번에 중지했습니다. 하나씩 중지합니다.",
        ),
    ),
    Mistake(
        "ignore-grace-period",
        _in_replacing(lambda _: {"healthCheckGracePeriodSeconds": 0}),
        Text(
            "The health check grace period was ignored.",
            "상태 확인 유예 기간을 무시했습니다.",
        ),
    ),
    Mistake(
        "grace-from-now",
        _in_replacing(lambda _: {"running_for": 0}),
        Text(
            "The grace period was counted from now; it begins when the task starts.",
            "유예 기간을 지금부터 셌습니다. 태스크가 시작될 때부터 셉니다.",
        ),
    ),
    Mistake(
        "ignore-deregistration-delay",
        _in_deploying(_no_delay),
        Text(
            "The deregistration delay of the target group was forgotten.",
            "대상 그룹의 등록 취소 지연을 잊었습니다.",
        ),
    ),
    Mistake(
        "forty-seconds-anyway",
        _in_deploying(_forty_seconds),
        Text(
            "40 seconds were counted although there are health checks.",
            "상태 확인이 있는데도 40초를 더했습니다.",
        ),
    ),
    Mistake(
        "no-forty-seconds",
        _in_deploying(_no_forty),
        Text(
            "A task without health checks was counted at RUNNING; it takes 40 seconds more.",
            "상태 확인이 없는 태스크를 RUNNING에서 바로 셌습니다. 40초가 더 걸립니다.",
        ),
    ),
    Mistake(
        "one-check-is-enough",
        _in_deploying(_one_check),
        Text(
            "The check of the target group was forgotten; all checks have to pass.",
            "대상 그룹의 상태 확인을 잊었습니다. 모든 상태 확인을 통과해야 합니다.",
        ),
    ),
    Mistake(
        "full-stop-timeout",
        _in_deploying(_full_timeout),
        Text(
            "The whole stop timeout was waited for; a container may exit earlier.",
            "중지 제한 시간을 다 기다렸습니다. 컨테이너는 더 일찍 종료할 수 있습니다.",
        ),
    ),
    Mistake(
        "ignore-bake-time",
        _in_deploying(lambda _: {"bakeTimeInMinutes": 0}),
        Text("The bake time was forgotten.", "베이크 타임을 잊었습니다."),
    ),
    Mistake(
        "ignore-early-success",
        _in_deploying(_without("healthyPercent", "sourceServiceRevisionCleanup")),
        Text("The early success criteria were ignored.", "조기 성공 기준을 무시했습니다."),
    ),
    Mistake(
        "ignore-alarm",
        _in_deploying(_without("alarm_at")),
        Text("The alarm was ignored.", "경보를 무시했습니다."),
    ),
    Mistake(
        "old-alarm-counts",
        _in_deploying(_late),
        Text(
            "An alarm that was in ALARM before was counted; it is ignored for this deployment.",
            "전부터 ALARM이던 경보를 셌습니다. 그 배포에서는 무시합니다.",
        ),
    ),
)
