"""The rules of how deployments fail, complete and shift traffic, each with its page."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_BREAKER_PAGE = f"{_GUIDE}/deployment-circuit-breaker.html"
_ALARM_PAGE = f"{_GUIDE}/deployment-alarm-failure.html"
_EARLY_PAGE = f"{_GUIDE}/early-success-criteria.html"

BREAKER_THRESHOLD: Final = Rule(
    "deployment.breaker-threshold",
    Basis.DOCUMENTED,
    _BREAKER_PAGE,
    Text(
        "this many failures fail the deployment; percentages are rounded up",
        "실패가 이만큼 쌓이면 배포가 실패합니다(백분율은 올림)",
    ),
)
BREAKER_STAGE_1: Final = Rule(
    "deployment.breaker-stage-1",
    Basis.DOCUMENTED,
    _BREAKER_PAGE,
    Text(
        "until one task is RUNNING, each task that does not get there is a failure",
        "태스크 하나가 RUNNING이 될 때까지, RUNNING에 이르지 못한 태스크가 실패입니다",
    ),
)
BREAKER_STAGE_2: Final = Rule(
    "deployment.breaker-stage-2",
    Basis.DOCUMENTED,
    _BREAKER_PAGE,
    Text(
        "once a task was RUNNING, each failed health check is a failure",
        "RUNNING 태스크가 생긴 뒤에는 상태 확인에 실패한 태스크가 실패입니다",
    ),
)
BREAKER_RESET: Final = Rule(
    "deployment.breaker-reset",
    Basis.DOCUMENTED,
    _BREAKER_PAGE,
    Text(
        "a healthy task resets the failure count to 0",
        "정상 태스크가 나오면 실패 횟수가 0으로 돌아갑니다",
    ),
)
BREAKER_DIGEST: Final = Rule(
    "deployment.breaker-digest",
    Basis.DOCUMENTED,
    f"{_GUIDE}/deployment-type-ecs.html",
    Text(
        "three failed attempts to resolve image digests fail the deployment",
        "이미지 다이제스트 확인이 세 번 실패하면 배포가 실패합니다",
    ),
)
BREAKER_FAILED: Final = Rule(
    "deployment.breaker-failed",
    Basis.DOCUMENTED,
    _BREAKER_PAGE,
    Text(
        "the circuit breaker was triggered: the deployment fails",
        "서킷 브레이커가 작동해 배포가 실패합니다",
    ),
)
ROLLED_BACK: Final = Rule(
    "deployment.rolled-back",
    Basis.DOCUMENTED,
    _BREAKER_PAGE,
    Text(
        "the last COMPLETED deployment is IN_PROGRESS again, no target until it completes",
        "마지막으로 COMPLETED된 배포로 롤백하고, 다시 완료될 때까지 롤백 대상이 아닙니다",
    ),
)
STALLED: Final = Rule(
    "deployment.stalled",
    Basis.DOCUMENTED,
    _BREAKER_PAGE,
    Text(
        "no rollback, or nothing to roll back to: no new task starts",
        "롤백하지 않거나 롤백할 배포가 없어, 새 태스크를 시작하지 않습니다",
    ),
)
ALARM_FAILED: Final = Rule(
    "deployment.alarm-failed",
    Basis.DOCUMENTED,
    _ALARM_PAGE,
    Text(
        "an alarm went into ALARM: the deployment fails",
        "경보가 ALARM 상태가 되어 배포가 실패합니다",
    ),
)
ALARMS_IGNORED: Final = Rule(
    "deployment.alarms-ignored",
    Basis.DOCUMENTED,
    _ALARM_PAGE,
    Text(
        "an alarm was in ALARM when the deployment began: alarms are ignored for it",
        "배포 시작 때 이미 ALARM이면, 그 배포에서는 경보를 무시합니다",
    ),
)
BAKE: Final = Rule(
    "deployment.bake",
    Basis.DOCUMENTED,
    _ALARM_PAGE,
    Text(
        "the bake time begins once the new tasks are healthy and the old ones gone",
        "새 태스크가 정상이고 기존 태스크가 사라지면 베이크 타임이 시작됩니다",
    ),
)
FINISHED: Final = Rule(
    "deployment.finished",
    Basis.DOCUMENTED,
    _EARLY_PAGE,
    Text(
        "all new tasks are healthy, and the bake time is over",
        "새 태스크가 모두 정상이고 베이크 타임이 끝났습니다",
    ),
)
UNFINISHED: Final = Rule(
    "deployment.unfinished",
    Basis.DOCUMENTED,
    _EARLY_PAGE,
    Text(
        "the new tasks are not there yet, and nothing has failed the deployment",
        "새 태스크가 아직 준비되지 않았고, 배포를 실패시킨 것도 없습니다",
    ),
)
