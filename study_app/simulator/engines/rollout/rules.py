"""The rules of a rolling update, each with the page it comes from."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_API = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference"

_LIMITS_PAGE = f"{_API}/API_DeploymentConfiguration.html"
_TRACES_PAGE = f"{_GUIDE}/service-options.html"
_EVENTS_PAGE = f"{_GUIDE}/service-event-messages-list.html"

LOWER: Final = Rule(
    "rollout.lower",
    Basis.DOCUMENTED,
    _LIMITS_PAGE,
    Text(
        "healthy running tasks never fall below this (rounded up)",
        "정상 실행 태스크는 이보다 적어지지 않습니다(올림)",
    ),
)
UPPER: Final = Rule(
    "rollout.upper",
    Basis.DOCUMENTED,
    _LIMITS_PAGE,
    Text(
        "running and pending tasks never exceed this (rounded down)",
        "실행·대기 태스크는 이보다 많아지지 않습니다(내림)",
    ),
)
# AWS documents the limits and three worked traces, and no order. The trace of 6 tasks at 50/200
# percent with room for 8 (stop 3, start 5, stop 3, start 1) leaves only this one.
STOP: Final = Rule(
    "rollout.stop",
    Basis.ASSUMED,
    _TRACES_PAGE,
    Text(
        "first stop as many old tasks as the lower limit allows",
        "먼저 하한이 허용하는 만큼 기존 태스크를 중지합니다",
    ),
)
START: Final = Rule(
    "rollout.start",
    Basis.ASSUMED,
    _TRACES_PAGE,
    Text(
        "then start as many new tasks as possible; all become healthy together",
        "그다음 가능한 만큼 새 태스크를 시작하고, 모두 함께 정상이 됩니다",
    ),
)
ROOM: Final = Rule(
    "rollout.room",
    Basis.DOCUMENTED,
    _LIMITS_PAGE,
    Text(
        "a task starts only where the cluster has room for it",
        "클러스터에 자리가 있어야 태스크가 시작됩니다",
    ),
)
COMPLETED: Final = Rule(
    "rollout.completed",
    Basis.DOCUMENTED,
    f"{_GUIDE}/early-success-criteria.html",
    Text(
        "Every task runs the new revision and no old task is left.",
        "모든 태스크가 새 리비전으로 실행되고 기존 태스크는 남지 않았습니다.",
    ),
)
STUCK_LIMITS: Final = Rule(
    "rollout.stuck-limits",
    Basis.DOCUMENTED,
    _EVENTS_PAGE,
    Text(
        "The two limits allow neither a stop nor a start.",
        "하한과 상한 때문에 중지도 시작도 할 수 없습니다.",
    ),
)
STUCK_ROOM: Final = Rule(
    "rollout.stuck-room",
    Basis.DOCUMENTED,
    _EVENTS_PAGE,
    Text(
        "No old task may be stopped, and the cluster has no room for a new one.",
        "기존 태스크를 중지할 수 없고, 클러스터에 새 태스크의 자리도 없습니다.",
    ),
)
UNUSUAL_MAXIMUM: Final = Rule(
    "rollout.unusual-maximum",
    Basis.ASSUMED,
    _LIMITS_PAGE,
    Text(
        "AWS publishes no range for maximumPercent; more than this is unusual",
        "AWS는 maximumPercent의 범위를 밝히지 않지만, 이보다 크면 이례적입니다",
    ),
)
SHORT_OF_ROOM: Final = Rule(
    "rollout.short-of-room",
    Basis.ASSUMED,
    _LIMITS_PAGE,
    Text(
        "the cluster cannot hold even the tasks that run at the beginning",
        "처음 실행 중인 태스크조차 클러스터에 다 들어가지 않습니다",
    ),
)
STUCK_PROTECTED: Final = Rule(
    "rollout.stuck-protected",
    Basis.DOCUMENTED,
    f"{_GUIDE}/task-scale-in-protection.html",
    Text(
        "The old tasks that are left are protected, so none may be stopped.",
        "남은 기존 태스크가 보호되어 있어 중지할 수 없습니다.",
    ),
)
PLACED: Final = Rule(
    "rollout.placed",
    Basis.DOCUMENTED,
    _EVENTS_PAGE,
    Text(
        "placement decides how many of the tasks find an instance",
        "배치 결과에 따라 인스턴스를 찾은 태스크만 시작됩니다",
    ),
)
IN_FLIGHT: Final = Rule(
    "rollout.in-flight",
    Basis.DOCUMENTED,
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Deployment.html",
    Text(
        "the tasks of the PRIMARY deployment are the new ones, those of ACTIVE ones are replaced",
        "PRIMARY 배포의 태스크가 새 태스크이고, ACTIVE 배포의 태스크가 교체됩니다",
    ),
)
# describe-container-instances says how many tasks run on an instance, and not whose they are.
RECOGNIZED: Final = Rule(
    "rollout.recognized",
    Basis.ASSUMED,
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstance.html",
    Text(
        "this many tasks on the instances are assumed to be the service's; describe-tasks is exact",
        "인스턴스의 태스크 중 이만큼을 서비스의 것으로 봅니다. 정확히는 describe-tasks가 압니다",
    ),
)
NOT_RECOGNIZED: Final = Rule(
    "rollout.not-recognized",
    Basis.ASSUMED,
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstance.html",
    Text(
        "this many tasks of the service fit on none of these instances and are left out",
        "서비스의 태스크 가운데 이만큼은 어느 인스턴스에도 맞지 않아 제외합니다",
    ),
)
PLACED_BEFORE: Final = Rule(
    "rollout.placed-before",
    Basis.ASSUMED,
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerInstance.html",
    Text(
        "no task here is known to be of the service: its tasks are placed first, beside the others",
        "서비스의 태스크로 알려진 것이 없어, 먼저 다른 태스크 옆에 배치하고 시작합니다",
    ),
)
ZONES: Final = Rule(
    "rollout.zones",
    Basis.DOCUMENTED,
    f"{_GUIDE}/service-rebalancing.html",
    Text(
        "start in the emptiest zone first, then stop in the fullest",
        "먼저 가장 빈 영역에서 시작하고, 그다음 가장 찬 영역에서 중지합니다",
    ),
)
DRAIN_STOP: Final = Rule(
    "rollout.drain-stop",
    Basis.ASSUMED,
    f"{_GUIDE}/container-instance-draining.html",
    Text(
        "first stop as many tasks on DRAINING instances as the lower limit allows",
        "먼저 하한이 허용하는 만큼 DRAINING 인스턴스의 태스크를 중지합니다",
    ),
)
DRAIN_START: Final = Rule(
    "rollout.drain-start",
    Basis.ASSUMED,
    f"{_GUIDE}/container-instance-draining.html",
    Text(
        "then start as many of them elsewhere as possible, of the same revision",
        "그다음 가능한 만큼 다른 인스턴스에서 같은 리비전의 태스크를 시작합니다",
    ),
)
DRAINED: Final = Rule(
    "rollout.drained",
    Basis.DOCUMENTED,
    f"{_GUIDE}/container-instance-draining.html",
    Text(
        "All tasks of the service run, and none of them on a DRAINING instance.",
        "서비스의 태스크가 모두 실행 중이고, DRAINING 인스턴스에는 하나도 없습니다.",
    ),
)
DRAIN_PENDING: Final = Rule(
    "rollout.drain-pending",
    Basis.DOCUMENTED,
    f"{_GUIDE}/container-instance-draining.html",
    Text(
        "on a DRAINING instance the PENDING tasks of a service stop at once",
        "DRAINING 인스턴스에서는 서비스의 PENDING 태스크가 바로 중지됩니다",
    ),
)
