"""The rules of shifting traffic in words."""

from collections.abc import Mapping

TRAFFIC_TEXTS: Mapping[str, Mapping[str, str]] = {
    "traffic.double": {
        "en": "green has all its tasks before production traffic: up to twice the resources",
        "ko": "운영 트래픽 전에 그린 태스크가 모두 실행되어 자원이 최대 두 배 듭니다",
    },
    "traffic.shift": {
        "en": "green's share of the production traffic from this minute on",
        "ko": "이때부터 운영 트래픽 가운데 그린이 받는 비율",
    },
    "traffic.bake": {
        "en": "both revisions stay until the bake time is over",
        "ko": "베이크 시간이 끝날 때까지 두 리비전이 함께 유지됩니다",
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
