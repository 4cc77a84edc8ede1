"""The rules of service auto scaling in words."""

from collections.abc import Mapping

SCALING_TEXTS: Mapping[str, Mapping[str, str]] = {
    "scaling.exact": {
        "en": "ExactCapacity sets the capacity to the number itself",
        "ko": "ExactCapacity는 용량을 그 숫자로 정합니다",
    },
    "scaling.change": {
        "en": "the change is added to the capacity, which never falls below 0",
        "ko": "변화량을 용량에 더하며, 용량은 0보다 작아지지 않습니다",
    },
    "scaling.percent": {
        "en": "a percentage is rounded toward 0, but between 0 and 1 task it becomes a whole one",
        "ko": "백분율은 0 쪽으로 반올림하지만, 0과 1 사이이면 태스크 1개가 됩니다",
    },
    "scaling.magnitude": {
        "en": "a percentage moves at least MinAdjustmentMagnitude tasks",
        "ko": "백분율 조정은 적어도 MinAdjustmentMagnitude만큼 움직입니다",
    },
    "scaling.step": {
        "en": "the step that holds the distance from the threshold gives the adjustment",
        "ko": "임계값과의 차이가 속하는 단계가 조정값을 정합니다",
    },
    "scaling.no-step": {
        "en": "no step holds the distance from the threshold: nothing changes",
        "ko": "임계값과의 차이가 속하는 단계가 없어 그대로입니다",
    },
    "scaling.track": {
        "en": "capacity in proportion to metric and target, rounded up in both directions",
        "ko": "용량은 지표와 목표값의 비율을 따르고, 늘릴 때도 줄일 때도 올림합니다",
    },
    "scaling.from-zero": {
        "en": "from 0 target tracking first adds the least that is possible",
        "ko": "0에서는 대상 추적이 먼저 가능한 최소한만 늘립니다",
    },
    "scaling.not-in": {
        "en": "the policy does not scale in here",
        "ko": "이 정책은 여기서 축소하지 않습니다",
    },
    "scaling.no-data": {
        "en": "without data there is no scaling",
        "ko": "데이터가 없으면 조정하지 않습니다",
    },
    "scaling.all-in": {
        "en": "several target tracking policies: out if any wants out, in only if all want in",
        "ko": "대상 추적 정책이 여럿이면 하나라도 원하면 확장, 모두 원할 때만 축소합니다",
    },
    "scaling.largest": {
        "en": "of several policies the one with the largest capacity wins",
        "ko": "여러 정책 가운데 가장 큰 용량이 이깁니다",
    },
    "scaling.limits": {
        "en": "the capacity stays between MinCapacity and MaxCapacity",
        "ko": "용량은 MinCapacity와 MaxCapacity 사이에 머뭅니다",
    },
    "scaling.outside": {
        "en": "from outside the limits it first goes to the limit, and never further away",
        "ko": "한도 밖이면 먼저 한도까지 가고, 더 멀어지지는 않습니다",
    },
    "scaling.deploying": {
        "en": "not now: a deployment turns scale-in off, a suspended direction stays off",
        "ko": "지금은 안 됩니다: 배포 중에는 축소가 꺼지고, 중단된 방향은 꺼져 있습니다",
    },
    "scaling.cooldown-out": {
        "en": "during a scale-out cooldown what was added counts; only a larger scale-out adds",
        "ko": "확장 쿨다운 동안에는 이미 늘린 만큼 포함해, 더 큰 확장만 더합니다",
    },
    "scaling.cooldown-in": {
        "en": "a scale-in cooldown blocks scaling in until it is over",
        "ko": "축소 쿨다운이 끝날 때까지 축소하지 않습니다",
    },
    "scaling.load": {
        "en": "utilization is the load by what all running tasks can take; no task, no data",
        "ko": "부하를 전체 태스크의 처리량으로 나눈 사용률이며, 태스크가 없으면 데이터도 없습니다",
    },
    "scaling.scheduled": {
        "en": "a scheduled action sets new limits and ignores cooldowns",
        "ko": "예약된 작업은 새 한도를 정하며 쿨다운과 상관없습니다",
    },
}
