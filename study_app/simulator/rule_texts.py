"""What a learner reads about each rule, by rule id and language.

Formulas carry the numbers and need no translation; these lines say what the formula means.
"""

from collections.abc import Mapping

RULE_TEXTS: Mapping[str, Mapping[str, str]] = {
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
}
