"""The rules of how deployments fail and complete in words."""

from collections.abc import Mapping

DEPLOYMENT_TEXTS: Mapping[str, Mapping[str, str]] = {
    "deployment.breaker-threshold": {
        "en": "so many failures fail the deployment; percentages are rounded up",
        "ko": "실패가 이만큼 쌓이면 배포가 실패합니다(백분율은 올림)",
    },
    "deployment.breaker-stage-1": {
        "en": "until one task is RUNNING, each task that does not get there is a failure",
        "ko": "태스크 하나가 RUNNING이 될 때까지, RUNNING에 이르지 못한 태스크가 실패입니다",
    },
    "deployment.breaker-stage-2": {
        "en": "once a task was RUNNING, each failed health check is a failure",
        "ko": "RUNNING 태스크가 생긴 뒤에는 상태 확인에 실패한 태스크가 실패입니다",
    },
    "deployment.breaker-reset": {
        "en": "a healthy task sets the count of failures back to 0",
        "ko": "정상 태스크가 나오면 실패 횟수가 0으로 돌아갑니다",
    },
    "deployment.breaker-digest": {
        "en": "three failed attempts to resolve image digests fail the deployment",
        "ko": "이미지 다이제스트 확인이 세 번 실패하면 배포가 실패합니다",
    },
    "deployment.breaker-failed": {
        "en": "the circuit breaker was triggered: the deployment fails",
        "ko": "서킷 브레이커가 작동해 배포가 실패합니다",
    },
    "deployment.rolled-back": {
        "en": "the last COMPLETED deployment is IN_PROGRESS again, no target until it completes",
        "ko": "마지막으로 COMPLETED된 배포로 롤백하고, 다시 완료될 때까지 롤백 대상이 아닙니다",
    },
    "deployment.stalled": {
        "en": "no rollback, or nothing to roll back to: no new task starts",
        "ko": "롤백하지 않거나 롤백할 배포가 없어, 새 태스크를 시작하지 않습니다",
    },
    "deployment.alarm-failed": {
        "en": "an alarm went into ALARM: the deployment fails",
        "ko": "경보가 ALARM 상태가 되어 배포가 실패합니다",
    },
    "deployment.alarms-ignored": {
        "en": "an alarm was in ALARM when the deployment began: alarms are ignored for it",
        "ko": "배포 시작 때 이미 ALARM이면, 그 배포에서는 경보를 무시합니다",
    },
    "deployment.bake": {
        "en": "the bake time begins once the new tasks are healthy and the old ones gone",
        "ko": "새 태스크가 정상이고 기존 태스크가 사라지면 베이크 타임이 시작됩니다",
    },
    "deployment.finished": {
        "en": "all new tasks are healthy, and the bake time is over",
        "ko": "새 태스크가 모두 정상이고 베이크 타임이 끝났습니다",
    },
    "deployment.unfinished": {
        "en": "the new tasks are not there yet, and nothing has failed the deployment",
        "ko": "새 태스크가 아직 준비되지 않았고, 배포를 실패시킨 것도 없습니다",
    },
}
