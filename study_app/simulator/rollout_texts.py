"""The rules of a rolling update in words."""

from collections.abc import Mapping

ROLLOUT_TEXTS: Mapping[str, Mapping[str, str]] = {
    "rollout.lower": {
        "en": "healthy running tasks never fall below this (rounded up)",
        "ko": "정상 실행 태스크는 이보다 적어지지 않습니다(올림)",
    },
    "rollout.upper": {
        "en": "running and pending tasks never exceed this (rounded down)",
        "ko": "실행·대기 태스크는 이보다 많아지지 않습니다(내림)",
    },
    "rollout.stop": {
        "en": "first stop as many old tasks as the lower limit allows",
        "ko": "먼저 하한이 허용하는 만큼 기존 태스크를 중지합니다",
    },
    "rollout.room": {
        "en": "a task starts only where the cluster has room for it",
        "ko": "클러스터에 자리가 있어야 태스크가 시작됩니다",
    },
    "rollout.start": {
        "en": "then start as many new tasks as possible; all become healthy together",
        "ko": "그다음 가능한 만큼 새 태스크를 시작하고, 모두 함께 정상이 됩니다",
    },
    "rollout.completed": {
        "en": "Every task runs the new revision and no old task is left.",
        "ko": "모든 태스크가 새 리비전으로 실행되고 기존 태스크는 남지 않았습니다.",
    },
    "rollout.stuck-limits": {
        "en": "The two limits allow neither a stop nor a start.",
        "ko": "하한과 상한 때문에 중지도 시작도 할 수 없습니다.",
    },
    "rollout.stuck-room": {
        "en": "No old task may be stopped, and the cluster has no room for a new one.",
        "ko": "기존 태스크를 중지할 수 없고, 클러스터에 새 태스크의 자리도 없습니다.",
    },
    "rollout.unusual-maximum": {
        "en": "AWS publishes no range for maximumPercent; more than this is unusual",
        "ko": "AWS는 maximumPercent의 범위를 밝히지 않지만, 이보다 크면 이례적입니다",
    },
    "rollout.short-of-room": {
        "en": "the cluster cannot hold even the tasks that run at the beginning",
        "ko": "처음 실행 중인 태스크조차 클러스터에 다 들어가지 않습니다",
    },
    "rollout.stuck-protected": {
        "en": "The old tasks that are left are protected, so none may be stopped.",
        "ko": "남은 기존 태스크가 보호되어 있어 중지할 수 없습니다.",
    },
    "rollout.placed": {
        "en": "placement decides how many of the tasks find an instance",
        "ko": "배치 결과에 따라 인스턴스를 찾은 태스크만 시작됩니다",
    },
    "rollout.zones": {
        "en": "start in the emptiest zone first, then stop in the fullest",
        "ko": "먼저 가장 빈 영역에서 시작하고, 그다음 가장 찬 영역에서 중지합니다",
    },
    "rollout.drain-pending": {
        "en": "on a DRAINING instance the PENDING tasks of a service stop at once",
        "ko": "DRAINING 인스턴스에서는 서비스의 PENDING 태스크가 바로 중지됩니다",
    },
    "rollout.drain-stop": {
        "en": "first stop as many tasks on DRAINING instances as the lower limit allows",
        "ko": "먼저 하한이 허용하는 만큼 DRAINING 인스턴스의 태스크를 중지합니다",
    },
    "rollout.drain-start": {
        "en": "then start as many of them elsewhere as possible, of the same revision",
        "ko": "그다음 가능한 만큼 다른 인스턴스에서 같은 리비전의 태스크를 시작합니다",
    },
    "rollout.drained": {
        "en": "All tasks of the service run, and none of them on a DRAINING instance.",
        "ko": "서비스의 태스크가 모두 실행 중이고, DRAINING 인스턴스에는 하나도 없습니다.",
    },
}
