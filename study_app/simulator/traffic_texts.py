"""The rules of shifting traffic in words."""

from collections.abc import Mapping

TRAFFIC_TEXTS: Mapping[str, Mapping[str, str]] = {
    "traffic.double": {
        "en": "green has all its tasks before production traffic: up to twice the resources",
        "ko": "프로덕션 트래픽 전에 그린 태스크가 모두 실행되어 자원이 최대 두 배 듭니다",
    },
    "traffic.shift": {
        "en": "equal shares, with the step's bake time after each but the last",
        "ko": "같은 비율씩 옮기고, 마지막을 뺀 매 단계 뒤에 단계 베이크 타임을 둡니다",
    },
    "traffic.shift-canary": {
        "en": "the canary's share first, and after its bake time all of the rest",
        "ko": "먼저 카나리 비율만, 카나리 베이크 타임 뒤에 나머지를 모두 옮깁니다",
    },
    "traffic.shift-all": {
        "en": "all production traffic goes to green at once",
        "ko": "프로덕션 트래픽을 한 번에 모두 그린으로 옮깁니다",
    },
    "traffic.bake": {
        "en": "both revisions stay until the bake time is over",
        "ko": "베이크 타임이 끝날 때까지 두 리비전이 함께 유지됩니다",
    },
    "traffic.nlb": {
        "en": "with a Network Load Balancer both traffic shifts take ten more minutes",
        "ko": "Network Load Balancer에서는 두 번의 트래픽 전환이 각각 10분 더 걸립니다",
    },
    "traffic.rollback": {
        "en": "a failure sends all traffic back to blue at once",
        "ko": "실패하면 모든 트래픽이 곧바로 블루로 돌아갑니다",
    },
}
