"""The rules of service auto scaling, each with the page it comes from."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_GUIDE = "https://docs.aws.amazon.com/autoscaling/application/userguide"
_STEP_PAGE = f"{_GUIDE}/step-scaling-policy-overview.html"
_TRACKING_PAGE = f"{_GUIDE}/target-tracking-scaling-policy-overview.html"
_POLICY_PAGE = (
    "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html"
)
_SERVICE_PAGE = (
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html"
)

EXACT: Final = Rule(
    "scaling.exact",
    Basis.DOCUMENTED,
    _STEP_PAGE,
    Text(
        "ExactCapacity sets the capacity to the number itself",
        "ExactCapacity는 용량을 그 숫자로 정합니다",
    ),
)
CHANGE: Final = Rule(
    "scaling.change",
    Basis.DOCUMENTED,
    _STEP_PAGE,
    Text(
        "the change is added to the capacity, which never falls below 0",
        "변화량을 용량에 더하며, 용량은 0보다 작아지지 않습니다",
    ),
)
PERCENT: Final = Rule(
    "scaling.percent",
    Basis.DOCUMENTED,
    _STEP_PAGE,
    Text(
        "a percentage is rounded toward 0, but between 0 and 1 task it becomes a whole one",
        "백분율은 0 쪽으로 반올림하지만, 0과 1 사이이면 태스크 1개가 됩니다",
    ),
)
MAGNITUDE: Final = Rule(
    "scaling.magnitude",
    Basis.DOCUMENTED,
    _STEP_PAGE,
    Text(
        "a percentage moves at least MinAdjustmentMagnitude tasks",
        "백분율 조정은 적어도 MinAdjustmentMagnitude만큼 움직입니다",
    ),
)
STEP: Final = Rule(
    "scaling.step",
    Basis.DOCUMENTED,
    _STEP_PAGE,
    Text(
        "the step that contains the distance from the threshold gives the adjustment",
        "임계값과의 차이가 속하는 단계가 조정값을 정합니다",
    ),
)
NO_STEP: Final = Rule(
    "scaling.no-step",
    Basis.DOCUMENTED,
    _STEP_PAGE,
    Text(
        "no step contains the distance from the threshold: nothing changes",
        "임계값과의 차이가 속하는 단계가 없어 그대로입니다",
    ),
)
# AWS documents that tracking is proportional and which way it rounds, but no formula.
TRACK: Final = Rule(
    "scaling.track",
    Basis.ASSUMED,
    _TRACKING_PAGE,
    Text(
        "capacity in proportion to metric and target, rounded up in both directions",
        "용량은 지표와 목표값의 비율을 따르고, 늘릴 때도 줄일 때도 올림합니다",
    ),
)
FROM_ZERO: Final = Rule(
    "scaling.from-zero",
    Basis.DOCUMENTED,
    _TRACKING_PAGE,
    Text(
        "from 0 target tracking first adds the least that is possible",
        "0에서는 대상 추적이 먼저 가능한 최소한만 늘립니다",
    ),
)
NOT_IN: Final = Rule(
    "scaling.not-in",
    Basis.DOCUMENTED,
    _TRACKING_PAGE,
    Text("the policy does not scale in here", "이 정책은 여기서 스케일 인하지 않습니다"),
)
NO_DATA: Final = Rule(
    "scaling.no-data",
    Basis.DOCUMENTED,
    _TRACKING_PAGE,
    Text("without data there is no scaling", "데이터가 없으면 스케일링하지 않습니다"),
)
ALL_IN: Final = Rule(
    "scaling.all-in",
    Basis.DOCUMENTED,
    _TRACKING_PAGE,
    Text(
        "several target tracking policies: out if any wants out, in only if all want in",
        "대상 추적 정책이 여럿이면 하나라도 원하면 스케일 아웃, 모두 원할 때만 스케일 인합니다",
    ),
)
LARGEST: Final = Rule(
    "scaling.largest",
    Basis.DOCUMENTED,
    _POLICY_PAGE,
    Text(
        "of several policies the one with the largest capacity wins",
        "여러 정책 가운데 가장 큰 용량이 이깁니다",
    ),
)
LIMITS: Final = Rule(
    "scaling.limits",
    Basis.DOCUMENTED,
    _SERVICE_PAGE,
    Text(
        "the capacity stays between MinCapacity and MaxCapacity",
        "용량은 MinCapacity와 MaxCapacity 사이에 머뭅니다",
    ),
)
OUTSIDE: Final = Rule(
    "scaling.outside",
    Basis.DOCUMENTED,
    _SERVICE_PAGE,
    Text(
        "from outside the limits it first goes to the limit, and never further away",
        "한도 밖이면 먼저 한도까지 가고, 더 멀어지지는 않습니다",
    ),
)
DEPLOYING: Final = Rule(
    "scaling.deploying",
    Basis.DOCUMENTED,
    _SERVICE_PAGE,
    Text(
        "not now: a deployment turns scale-in off, a suspended direction stays off",
        "지금은 안 됩니다: 배포 중에는 스케일 인이 꺼지고, 중단된 방향은 꺼져 있습니다",
    ),
)
COOLDOWN_OUT: Final = Rule(
    "scaling.cooldown-out",
    Basis.DOCUMENTED,
    _STEP_PAGE,
    Text(
        "during a scale-out cooldown what was added counts; only a larger scale-out adds",
        "스케일 아웃 휴지 기간에는 더 큰 스케일 아웃만, 이미 늘린 만큼 빼고 더합니다",
    ),
)
COOLDOWN_IN: Final = Rule(
    "scaling.cooldown-in",
    Basis.DOCUMENTED,
    _STEP_PAGE,
    Text(
        "a scale-in cooldown blocks scaling in until it is over",
        "스케일 인 휴지 기간이 끝날 때까지 스케일 인하지 않습니다",
    ),
)
# AWS only says that a metric has to follow the capacity. Here one task takes its even share, and
# tasks that were added take theirs at the next reading.
LOAD: Final = Rule(
    "scaling.load",
    Basis.ASSUMED,
    _TRACKING_PAGE,
    Text(
        "utilization is the load by what all running tasks can take; no task, no data",
        "부하를 전체 태스크의 처리량으로 나눈 사용률이며, 태스크가 없으면 데이터도 없습니다",
    ),
)
SCHEDULED: Final = Rule(
    "scaling.scheduled",
    Basis.DOCUMENTED,
    f"{_GUIDE}/application-auto-scaling-scheduled-scaling.html",
    Text(
        "a scheduled action sets new limits and ignores cooldowns",
        "예약된 작업은 새 한도를 정하며 휴지 기간과 상관없습니다",
    ),
)
