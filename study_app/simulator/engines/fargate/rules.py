"""The rule of the task sizes of Fargate, with its page."""

from typing import Final

from study_app.simulator.model.trace import Basis, Rule
from study_app.words.text import Text

FARGATE_SIZE: Final = Rule(
    "definition.fargate-size",
    Basis.DOCUMENTED,
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
    Text(
        "Fargate offers each CPU size with certain amounts of memory only",
        "Fargate는 CPU 크기마다 정해진 메모리만 제공합니다",
    ),
)
