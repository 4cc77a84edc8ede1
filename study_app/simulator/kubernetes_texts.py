"""The rules of a Kubernetes Deployment's RollingUpdate in words."""

from collections.abc import Mapping

KUBERNETES_TEXTS: Mapping[str, Mapping[str, str]] = {
    "kubernetes.surge": {
        "en": "so many pods may run above replicas; a percentage of maxSurge is rounded up",
        "ko": "replicas보다 이만큼 더 실행할 수 있습니다(maxSurge 백분율은 올림)",
    },
    "kubernetes.unavailable": {
        "en": "so many pods may be missing; a percentage of maxUnavailable is rounded down",
        "ko": "replicas에서 이만큼 모자라도 됩니다(maxUnavailable 백분율은 내림)",
    },
    "kubernetes.no-deadlock": {
        "en": "both limits come to 0, so one pod may be missing: Kubernetes never deadlocks",
        "ko": "둘 다 0이 되면 파드 하나는 모자라도 되므로, 교착 상태에 빠지지 않습니다",
    },
    "kubernetes.start": {
        "en": "first start as many new pods as possible; all become available together",
        "ko": "먼저 가능한 만큼 새 파드를 시작하고, 모두 함께 사용 가능한 상태가 됩니다",
    },
    "kubernetes.stop": {
        "en": "then stop as many old pods as the lower limit allows",
        "ko": "그다음 하한이 허용하는 만큼 기존 파드를 종료합니다",
    },
    "kubernetes.completed": {
        "en": "all pods are new and available: the rollout is complete",
        "ko": "모든 파드가 새 버전이고 사용 가능한 상태가 되어 롤아웃이 끝납니다",
    },
}
