"""The rules of task definitions in words."""

from collections.abc import Mapping

DEFINITION_TEXTS: Mapping[str, Mapping[str, str]] = {
    "definition.fargate-size": {
        "en": "Fargate offers each CPU size with certain amounts of memory only",
        "ko": "Fargate는 CPU 크기마다 정해진 메모리만 제공합니다",
    },
}
