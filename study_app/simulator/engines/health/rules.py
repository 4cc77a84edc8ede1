"""The rules of the health of a service, each with the page it comes from."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_SERVICES_PAGE = f"{_GUIDE}/ecs_services.html"
_CONFIGURATION_PAGE = (
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html"
)
_DRAINING_PAGE = f"{_GUIDE}/load-balancer-connection-draining.html"
_EARLY_PAGE = f"{_GUIDE}/early-success-criteria.html"

GRACE: Final = Rule(
    "health.grace",
    Basis.DOCUMENTED,
    f"{_GUIDE}/service_definition_parameters.html",
    Text(
        "within the grace period after its start a task's failed health checks are ignored",
        "태스크가 시작된 뒤 유예 기간 동안은 실패한 상태 확인을 무시합니다",
    ),
)
START_FIRST: Final = Rule(
    "health.start-first",
    Basis.DOCUMENTED,
    _SERVICES_PAGE,
    Text(
        "a replacement starts first, as far as maximumPercent and the cluster allow",
        "maximumPercent와 클러스터 자원이 허용하는 만큼 대체 태스크를 먼저 시작합니다",
    ),
)
STOP_REPLACED: Final = Rule(
    "health.stop-replaced",
    Basis.DOCUMENTED,
    _SERVICES_PAGE,
    Text(
        "once its replacement is HEALTHY, the unhealthy task stops",
        "대체 태스크가 HEALTHY가 되면 비정상 태스크를 중지합니다",
    ),
)
STOP_ONE: Final = Rule(
    "health.stop-one",
    Basis.DOCUMENTED,
    _SERVICES_PAGE,
    Text(
        "where none can start first, unhealthy tasks stop one at a time to make room",
        "먼저 시작할 수 없으면 자리를 만들기 위해 비정상 태스크를 하나씩 중지합니다",
    ),
)
# API_DeploymentConfiguration: "using the minimumHealthyPercent as a constraint".
NOT_HEALTHY: Final = Rule(
    "health.not-healthy",
    Basis.ASSUMED,
    _CONFIGURATION_PAGE,
    Text(
        "an unhealthy task does not count toward minimumHealthyPercent",
        "비정상 태스크는 minimumHealthyPercent가 지키는 태스크에 들지 않습니다",
    ),
)
REPLACED: Final = Rule(
    "health.replaced",
    Basis.DOCUMENTED,
    _SERVICES_PAGE,
    Text("all unhealthy tasks are replaced", "비정상 태스크가 모두 교체되었습니다"),
)
NO_CHECKS: Final = Rule(
    "health.no-checks",
    Basis.DOCUMENTED,
    _CONFIGURATION_PAGE,
    Text(
        "without any health check a task counts 40 seconds after it is RUNNING",
        "상태 확인이 없으면 RUNNING이 되고 40초 뒤에 정상으로 셉니다",
    ),
)
CHECKS: Final = Rule(
    "health.checks",
    Basis.DOCUMENTED,
    _CONFIGURATION_PAGE,
    Text(
        "a task counts as healthy once all of its health checks have passed",
        "있는 상태 확인을 모두 통과해야 정상으로 셉니다",
    ),
)
DEREGISTERED: Final = Rule(
    "health.deregistered",
    Basis.DOCUMENTED,
    _DRAINING_PAGE,
    Text(
        "behind a load balancer the deregistration delay comes before the stop signal",
        "로드 밸런서 뒤에서는 등록 취소 지연이 지나야 중지 신호를 보냅니다",
    ),
)
STOPPED: Final = Rule(
    "health.stopped",
    Basis.DOCUMENTED,
    _DRAINING_PAGE,
    Text(
        "a container has until the stop timeout to exit; then it is killed",
        "컨테이너는 중지 제한 시간까지 종료해야 하고, 넘으면 강제로 종료됩니다",
    ),
)
IN_TURN: Final = Rule(
    "health.in-turn",
    Basis.ASSUMED,
    _CONFIGURATION_PAGE,
    Text(
        "the tasks of a step go together, and one step follows the other",
        "한 단계의 태스크는 함께 움직이고, 단계는 차례로 이어집니다",
    ),
)
EARLY: Final = Rule(
    "health.early-success",
    Basis.DOCUMENTED,
    _EARLY_PAGE,
    Text(
        "this many healthy new tasks are enough (healthyPercent of the desired count, rounded up)",
        "정상인 새 태스크가 이만큼이면 충분합니다(원하는 태스크 수의 healthyPercent, 올림)",
    ),
)
CLEANED_UP: Final = Rule(
    "health.cleaned-up",
    Basis.DOCUMENTED,
    _EARLY_PAGE,
    Text(
        "BLOCKING: the deployment completes once the old tasks are cleaned up",
        "BLOCKING: 기존 태스크를 정리해야 배포가 완료됩니다",
    ),
)
LEFT_FOR_LATER: Final = Rule(
    "health.left-for-later",
    Basis.DOCUMENTED,
    _EARLY_PAGE,
    Text(
        "DEFERRED: the old tasks are cleaned up after the deployment completes",
        "DEFERRED: 기존 태스크는 배포가 완료된 뒤에 정리합니다",
    ),
)
