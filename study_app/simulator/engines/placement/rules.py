"""The rules of placement, termination and daemons, each with the page it comes from."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_API = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference"

_FAILURES = f"{_GUIDE}/api_failures_messages.html"
_PLACEMENT = f"{_GUIDE}/task-placement.html"
_CONSTRAINTS = f"{_GUIDE}/task-placement-constraints.html"
_STRATEGIES = f"{_GUIDE}/task-placement-strategies.html"
_SERVICE = f"{_GUIDE}/ecs_service-options.html"

AGENT: Final = Rule(
    "placement.agent",
    Basis.DOCUMENTED,
    _FAILURES,
    Text(
        "only an ACTIVE instance with a connected agent gets new tasks",
        "에이전트가 연결된 ACTIVE 인스턴스에만 새 태스크가 배치됩니다",
    ),
    filters=True,
)
LOCATION: Final = Rule(
    "placement.location",
    Basis.DOCUMENTED,
    _FAILURES,
    Text(
        "the instance must be in an Availability Zone of the task's subnets",
        "인스턴스가 태스크 서브넷의 가용 영역에 있어야 합니다",
    ),
    filters=True,
)
ATTRIBUTE: Final = Rule(
    "placement.attribute",
    Basis.DOCUMENTED,
    _FAILURES,
    Text(
        "the instance must have every attribute that the task requires",
        "인스턴스에 태스크가 요구하는 속성이 모두 있어야 합니다",
    ),
    filters=True,
)
CPU: Final = Rule(
    "placement.cpu",
    Basis.DOCUMENTED,
    _PLACEMENT,
    Text(
        "the CPU units of the task must fit into what remains",
        "태스크의 CPU 단위가 남은 양에 들어가야 합니다",
    ),
    filters=True,
)
GPU: Final = Rule(
    "placement.gpu",
    Basis.DOCUMENTED,
    _PLACEMENT,
    Text(
        "the GPUs of the task must fit into what remains",
        "태스크의 GPU가 남은 수에 들어가야 합니다",
    ),
    filters=True,
)
MEMORY: Final = Rule(
    "placement.memory",
    Basis.DOCUMENTED,
    _PLACEMENT,
    Text(
        "the reserved memory of the task must fit into what remains",
        "태스크가 예약하는 메모리가 남은 양에 들어가야 합니다",
    ),
    filters=True,
)
PORTS: Final = Rule(
    "placement.ports",
    Basis.DOCUMENTED,
    f"{_API}/API_PortMapping.html",
    Text(
        "every static host port of the task must be free",
        "태스크의 고정 호스트 포트가 모두 비어 있어야 합니다",
    ),
    filters=True,
)
PORT_LIMIT: Final = Rule(
    "placement.port-limit",
    Basis.DOCUMENTED,
    f"{_API}/API_PortMapping.html",
    Text(
        "an instance reserves at most 100 ports, six of them from the start",
        "인스턴스는 포트를 최대 100개까지 예약하며, 그중 6개는 처음부터 예약되어 있습니다",
    ),
    filters=True,
)
ENI: Final = Rule(
    "placement.eni",
    Basis.DOCUMENTED,
    f"{_GUIDE}/container-instance-eni.html",
    Text(
        "a task in awsvpc mode needs a network interface of its own",
        "awsvpc 모드의 태스크에는 전용 네트워크 인터페이스가 필요합니다",
    ),
    filters=True,
)
ENI_UNKNOWN: Final = Rule(
    "placement.eni-unknown",
    Basis.ASSUMED,
    f"{_GUIDE}/eni-trunking-supported-instance-types.html",
    Text(
        "no eni_tasks, and the instance type's limit is unknown: interfaces are not limited here",
        "eni_tasks도, 한도가 알려진 인스턴스 유형도 없어 인터페이스를 제한하지 않습니다",
    ),
    filters=True,
)
DISTINCT_INSTANCE: Final = Rule(
    "placement.distinct-instance",
    Basis.DOCUMENTED,
    _CONSTRAINTS,
    Text(
        "each task of the group runs on a different instance",
        "그룹의 태스크는 저마다 다른 인스턴스에서 실행됩니다",
    ),
    filters=True,
)
MEMBER_OF: Final = Rule(
    "placement.member-of",
    Basis.DOCUMENTED,
    _CONSTRAINTS,
    Text(
        "the instance must match the expression of the constraint",
        "인스턴스가 제약 조건의 표현식과 일치해야 합니다",
    ),
    filters=True,
)

SPREAD: Final = Rule(
    "placement.spread",
    Basis.DOCUMENTED,
    _STRATEGIES,
    Text(
        "instances whose value of the field has the fewest tasks of this group stay",
        "필드 값이 같은 곳에 이 그룹의 태스크가 가장 적은 인스턴스만 남습니다",
    ),
)
SPREAD_WITHOUT_ATTRIBUTE: Final = Rule(
    "placement.spread-without-attribute",
    Basis.ASSUMED,
    _STRATEGIES,
    Text(
        "instances without the attribute count as one value of their own",
        "속성이 없는 인스턴스들은 하나의 값을 가진 것으로 봅니다",
    ),
)
BINPACK: Final = Rule(
    "placement.binpack",
    Basis.DOCUMENTED,
    _STRATEGIES,
    Text(
        "instances with the least of the resource remaining stay",
        "해당 리소스가 가장 적게 남은 인스턴스만 남습니다",
    ),
)
RANDOM: Final = Rule(
    "placement.random",
    Basis.DOCUMENTED,
    _STRATEGIES,
    Text("any instance that is left may be taken", "남은 인스턴스 가운데 무작위로 고릅니다"),
)
SELECTED: Final = Rule(
    "placement.selected",
    Basis.DOCUMENTED,
    _PLACEMENT,
    Text("the instance that is left gets the task", "마지막에 남은 인스턴스에 태스크가 배치됩니다"),
)
TIE: Final = Rule(
    "placement.tie",
    Basis.ASSUMED,
    _STRATEGIES,
    Text(
        "of several equal instances the one registered first gets the task",
        "조건이 같은 인스턴스가 여럿이면 먼저 등록된 쪽에 배치됩니다",
    ),
)
UNPLACED: Final = Rule(
    "placement.unplaced",
    Basis.DOCUMENTED,
    f"{_GUIDE}/service-event-messages-list.html",
    Text(
        "no container instance met all of the requirements",
        "모든 요구 사항을 충족하는 컨테이너 인스턴스가 없습니다",
    ),
)

PROTECTED: Final = Rule(
    "termination.protected",
    Basis.DOCUMENTED,
    f"{_GUIDE}/task-scale-in-protection.html",
    Text(
        "a task with scale-in protection is not stopped",
        "스케일 인 보호가 설정된 태스크는 중지되지 않습니다",
    ),
)
OLDEST_DEPLOYMENT: Final = Rule(
    "termination.oldest-deployment",
    Basis.ASSUMED,
    _SERVICE,
    Text("tasks of the oldest deployment stop first", "가장 오래된 배포의 태스크부터 중지됩니다"),
)
STOP_SPREAD: Final = Rule(
    "termination.spread",
    Basis.DOCUMENTED,
    _STRATEGIES,
    Text(
        "tasks where the field's value has the most tasks of this group may stop",
        "필드 값이 같은 곳에 이 그룹의 태스크가 가장 많은 태스크가 중지 대상입니다",
    ),
)
STOP_BINPACK: Final = Rule(
    "termination.binpack",
    Basis.DOCUMENTED,
    _STRATEGIES,
    Text(
        "tasks whose stop leaves the most of the resource on their instance may stop",
        "중지한 뒤 인스턴스에 해당 리소스가 가장 많이 남는 태스크가 중지 대상입니다",
    ),
)
STOP_RANDOM: Final = Rule(
    "termination.random",
    Basis.ASSUMED,
    _STRATEGIES,
    Text("any task that is left may stop", "남은 태스크 가운데 무작위로 고릅니다"),
)
STOP_TIE: Final = Rule(
    "termination.tie",
    Basis.ASSUMED,
    _STRATEGIES,
    Text(
        "of several equal tasks the newest on the instance registered last stops",
        "조건이 같으면 가장 늦게 등록된 인스턴스의 최신 태스크가 중지됩니다",
    ),
)

DAEMON_START: Final = Rule(
    "daemon.start",
    Basis.DOCUMENTED,
    _SERVICE,
    Text(
        "an ACTIVE instance that meets the constraints gets the one daemon task",
        "제약 조건에 맞는 ACTIVE 인스턴스마다 데몬 태스크가 하나씩 시작됩니다",
    ),
)
DAEMON_KEEP: Final = Rule(
    "daemon.keep",
    Basis.DOCUMENTED,
    _SERVICE,
    Text(
        "the daemon task that runs there already stays",
        "이미 실행 중인 데몬 태스크는 그대로 유지됩니다",
    ),
)
DAEMON_STOP: Final = Rule(
    "daemon.stop",
    Basis.DOCUMENTED,
    _SERVICE,
    Text(
        "a daemon task where it does not belong, or a second one, is stopped",
        "있어야 할 곳이 아닌 데몬 태스크나 두 번째 데몬 태스크는 중지됩니다",
    ),
)
