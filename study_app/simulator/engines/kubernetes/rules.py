"""The rules of a Kubernetes Deployment's RollingUpdate, each with the page it comes from."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_PAGE = "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/"

SURGE: Final = Rule(
    "kubernetes.surge",
    Basis.DOCUMENTED,
    _PAGE,
    Text(
        "this many pods may run above replicas; a percentage of maxSurge is rounded up",
        "replicas보다 이만큼 더 실행할 수 있습니다(maxSurge 백분율은 올림)",
    ),
)
UNAVAILABLE: Final = Rule(
    "kubernetes.unavailable",
    Basis.DOCUMENTED,
    _PAGE,
    Text(
        "this many pods may be missing; a percentage of maxUnavailable is rounded down",
        "replicas에서 이만큼 모자라도 됩니다(maxUnavailable 백분율은 내림)",
    ),
)
# The page only refuses two plain zeros. That one of two percentages rounding to 0 becomes 1 is in
# the source of the controller (ResolveFenceposts in deployment_util.go).
NO_DEADLOCK: Final = Rule(
    "kubernetes.no-deadlock",
    Basis.ASSUMED,
    _PAGE,
    Text(
        "both limits come to 0, so one pod may be missing: Kubernetes never deadlocks",
        "둘 다 0이 되면 Pod 하나는 모자라도 되므로, 교착 상태에 빠지지 않습니다",
    ),
)
# The page documents the limits and that new pods come first, but not how many at once.
START: Final = Rule(
    "kubernetes.start",
    Basis.ASSUMED,
    _PAGE,
    Text(
        "first start as many new pods as possible; all become available together",
        "먼저 가능한 만큼 새 Pod를 시작하고, 모두 함께 사용 가능한 상태가 됩니다",
    ),
)
STOP: Final = Rule(
    "kubernetes.stop",
    Basis.ASSUMED,
    _PAGE,
    Text(
        "then stop as many old pods as the lower limit allows",
        "그다음 하한이 허용하는 만큼 기존 Pod를 종료합니다",
    ),
)
COMPLETED: Final = Rule(
    "kubernetes.completed",
    Basis.DOCUMENTED,
    _PAGE,
    Text(
        "all pods are new and available: the rollout is complete",
        "모든 Pod가 새 버전이고 사용 가능한 상태가 되어 롤아웃이 끝납니다",
    ),
)
