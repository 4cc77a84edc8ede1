"""The rules of capacity providers in words."""

from collections.abc import Mapping

CAPACITY_TEXTS: Mapping[str, Mapping[str, str]] = {
    "capacity.reservation": {
        "en": "CapacityProviderReservation is needed instances by running ones, in percent",
        "ko": "CapacityProviderReservation은 필요한 인스턴스 수를 실행 중인 수로 나눈 백분율입니다",
    },
    "capacity.reservation-empty": {
        "en": "without instances it is 200 if one is needed, else 100",
        "ko": "인스턴스가 없으면 필요할 때 200, 아니면 100입니다",
    },
    "capacity.action": {
        "en": "above targetCapacity scales out, below it scales in, equal does nothing",
        "ko": "targetCapacity보다 크면 확장, 작으면 축소, 같으면 그대로입니다",
    },
    "capacity.desired": {
        "en": "as many instances as bring the reservation to targetCapacity, rounded up",
        "ko": "예약률이 targetCapacity가 되는 인스턴스 수(올림)",
    },
    "capacity.from-zero": {
        "en": "from no instances it always scales out to two first",
        "ko": "인스턴스가 없으면 언제나 먼저 두 대로 확장합니다",
    },
    "capacity.busy": {
        "en": "nothing to provision: needed are the instances with a task that is no daemon",
        "ko": "프로비저닝할 태스크가 없으면, 데몬이 아닌 태스크가 있는 인스턴스만 필요합니다",
    },
    "capacity.left-out": {
        "en": "a task that does not fit the smallest instance type is left out",
        "ko": "가장 작은 인스턴스 유형에 들어가지 않는 태스크는 제외합니다",
    },
    "capacity.group": {
        "en": "equal tasks are packed onto instances of the largest type",
        "ko": "요구 사항이 같은 태스크를 가장 큰 유형의 인스턴스에 채워 셉니다",
    },
    "capacity.needed": {
        "en": "needed are the running instances and those of the largest group",
        "ko": "필요한 수는 실행 중인 수에 가장 큰 그룹의 수를 더한 것입니다",
    },
    "capacity.step-size": {
        "en": "at least minimumScalingStepSize, at most maximumScalingStepSize at once",
        "ko": "한 번에 minimumScalingStepSize 이상, maximumScalingStepSize 이하입니다",
    },
    "capacity.warmup": {
        "en": "instances that warm up block the next scale-out",
        "ko": "준비 중인 인스턴스가 있으면 다음 확장을 기다립니다",
    },
    "capacity.scale-in-wait": {
        "en": "scale-in waits for 15 data points below, and for 15 minutes after a scale-out",
        "ko": "축소는 낮은 데이터 15개와, 확장 뒤 15분을 기다립니다",
    },
    "capacity.scale-in": {
        "en": "a scale-in takes empty instances only, at most half of all at once",
        "ko": "축소는 빈 인스턴스만, 한 번에 최대 절반까지 줄입니다",
    },
    "capacity.next-minute": {
        "en": "added instances run from the next minute on, removed ones are gone by then",
        "ko": "추가된 인스턴스는 다음 1분부터 실행되고, 제거된 인스턴스는 그때 이미 없습니다",
    },
    "capacity.place": {
        "en": "waiting tasks go to the fullest instance with room (binpack)",
        "ko": "대기 중인 태스크는 자리가 있는 인스턴스 가운데 가장 찬 곳에 배치됩니다(binpack)",
    },
    "capacity.stop": {
        "en": "too many tasks: PROVISIONING ones go first, then those of the emptiest instance",
        "ko": "태스크가 남으면 PROVISIONING 태스크부터, 그다음 가장 빈 인스턴스에서 중지합니다",
    },
    "capacity.base": {
        "en": "the base of a provider is served first",
        "ko": "base가 있는 공급자가 base만큼 먼저 받습니다",
    },
    "capacity.weight": {
        "en": "each further task goes where tasks by weight is least, the first in a tie",
        "ko": "나머지 태스크는 가중치 대비 태스크가 가장 적은 곳으로, 같으면 앞쪽으로 갑니다",
    },
}
