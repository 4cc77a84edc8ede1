"""The rules of capacity providers, each with the page it comes from."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide"
_BEHAVIOR_PAGE = f"{_GUIDE}/managed-scaling-behavior.html"
_CLUSTER_PAGE = f"{_GUIDE}/cluster-auto-scaling.html"
_STRATEGIES_PAGE = f"{_GUIDE}/task-placement-strategies.html"
_ITEM_PAGE = (
    "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
    "API_CapacityProviderStrategyItem.html"
)

RESERVATION: Final = Rule(
    "capacity.reservation",
    Basis.DOCUMENTED,
    _BEHAVIOR_PAGE,
    Text(
        "CapacityProviderReservation is needed instances by running ones, in percent",
        "CapacityProviderReservation은 필요한 인스턴스 수를 실행 중인 수로 나눈 백분율입니다",
    ),
)
# The guide only documents needed / running; a blog of AWS gives the two values without instances.
RESERVATION_EMPTY: Final = Rule(
    "capacity.reservation-empty",
    Basis.ASSUMED,
    _BEHAVIOR_PAGE,
    Text(
        "without instances it is 200 if one is needed, else 100",
        "인스턴스가 없으면 필요할 때 200, 아니면 100입니다",
    ),
)
ACTION: Final = Rule(
    "capacity.action",
    Basis.DOCUMENTED,
    _CLUSTER_PAGE,
    Text(
        "above targetCapacity scales out, below it scales in, equal does nothing",
        "targetCapacity보다 크면 스케일 아웃, 작으면 스케일 인, 같으면 그대로입니다",
    ),
)
DESIRED: Final = Rule(
    "capacity.desired",
    Basis.ASSUMED,
    _CLUSTER_PAGE,
    Text(
        "as many instances as bring the reservation to targetCapacity, rounded up",
        "예약률이 targetCapacity가 되는 인스턴스 수(올림)",
    ),
)
FROM_ZERO: Final = Rule(
    "capacity.from-zero",
    Basis.DOCUMENTED,
    _BEHAVIOR_PAGE,
    Text(
        "from no instances it always scales out to two first",
        "인스턴스가 없으면 언제나 먼저 두 대로 스케일 아웃합니다",
    ),
)
BUSY: Final = Rule(
    "capacity.busy",
    Basis.DOCUMENTED,
    _BEHAVIOR_PAGE,
    Text(
        "nothing to provision: only instances with a non-daemon task are needed",
        "프로비저닝할 태스크가 없으면, 데몬이 아닌 태스크가 있는 인스턴스만 필요합니다",
    ),
)
LEFT_OUT: Final = Rule(
    "capacity.left-out",
    Basis.DOCUMENTED,
    _BEHAVIOR_PAGE,
    Text(
        "a task that does not fit the smallest instance type is left out",
        "가장 작은 인스턴스 유형에 들어가지 않는 태스크는 제외합니다",
    ),
)
GROUP: Final = Rule(
    "capacity.group",
    Basis.DOCUMENTED,
    _BEHAVIOR_PAGE,
    Text(
        "equal tasks are packed onto instances of the largest type",
        "요구 사항이 같은 태스크를 가장 큰 유형의 인스턴스에 채워 셉니다",
    ),
)
NEEDED: Final = Rule(
    "capacity.needed",
    Basis.ASSUMED,
    _BEHAVIOR_PAGE,
    Text(
        "the running instances and those for the largest group are needed",
        "필요한 수는 실행 중인 수에 가장 큰 그룹의 수를 더한 것입니다",
    ),
)
STEP_SIZE: Final = Rule(
    "capacity.step-size",
    Basis.DOCUMENTED,
    _BEHAVIOR_PAGE,
    Text(
        "at least minimumScalingStepSize, at most maximumScalingStepSize at once",
        "한 번에 minimumScalingStepSize 이상, maximumScalingStepSize 이하입니다",
    ),
)
WARMUP: Final = Rule(
    "capacity.warmup",
    Basis.DOCUMENTED,
    _BEHAVIOR_PAGE,
    Text(
        "instances that are warming up block the next scale-out",
        "준비 중인 인스턴스가 있으면 스케일 아웃을 기다립니다",
    ),
)
SCALE_IN_WAIT: Final = Rule(
    "capacity.scale-in-wait",
    Basis.DOCUMENTED,
    _BEHAVIOR_PAGE,
    Text(
        "scale-in waits for 15 data points below, and for 15 minutes after a scale-out",
        "스케일 인은 낮은 데이터 15개와, 스케일 아웃 뒤 15분을 기다립니다",
    ),
)
SCALE_IN: Final = Rule(
    "capacity.scale-in",
    Basis.ASSUMED,
    _BEHAVIOR_PAGE,
    Text(
        "a scale-in takes empty instances only, at most half of all at once",
        "스케일 인은 빈 인스턴스만, 한 번에 최대 절반까지 줄입니다",
    ),
)
# AWS publishes no overall timing; the strategies page says which instance binpack chooses, for a
# task that starts and for one that stops.
NEXT_MINUTE: Final = Rule(
    "capacity.next-minute",
    Basis.ASSUMED,
    _BEHAVIOR_PAGE,
    Text(
        "added instances run from the next minute on, removed ones are gone by then",
        "추가된 인스턴스는 다음 1분부터 실행되고, 제거된 인스턴스는 그때 이미 없습니다",
    ),
)
PLACE: Final = Rule(
    "capacity.place",
    Basis.ASSUMED,
    _STRATEGIES_PAGE,
    Text(
        "waiting tasks go to the fullest instance with room (binpack)",
        "대기 중인 태스크는 자리가 있는 인스턴스 가운데 가장 찬 곳에 배치됩니다(binpack)",
    ),
)
STOP: Final = Rule(
    "capacity.stop",
    Basis.ASSUMED,
    _STRATEGIES_PAGE,
    Text(
        "too many tasks: PROVISIONING ones go first, then those of the emptiest instance",
        "태스크가 남으면 PROVISIONING 태스크부터, 그다음 가장 빈 인스턴스에서 중지합니다",
    ),
)
BASE: Final = Rule(
    "capacity.base",
    Basis.DOCUMENTED,
    _ITEM_PAGE,
    Text("the base of a provider is served first", "base가 있는 공급자가 base만큼 먼저 받습니다"),
)
# The page says both: that a base comes first, and that weight 0 places no task.
BASE_WITHOUT_WEIGHT: Final = Rule(
    "capacity.base-without-weight",
    Basis.ASSUMED,
    _ITEM_PAGE,
    Text(
        "a provider of weight 0 gets its base all the same, and no other task",
        "가중치가 0인 공급자도 base만큼은 받고, 그 밖의 태스크는 받지 않습니다",
    ),
)
WEIGHT: Final = Rule(
    "capacity.weight",
    Basis.ASSUMED,
    _ITEM_PAGE,
    Text(
        "each further task goes where tasks by weight is least, the first in a tie",
        "나머지 태스크는 가중치 대비 태스크가 가장 적은 곳으로, 같으면 앞쪽으로 갑니다",
    ),
)
