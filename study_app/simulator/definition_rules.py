"""The rules of task definitions that a result can be explained by, with their pages."""

from typing import Final

from study_app.simulator.trace import Basis, Rule

FARGATE_SIZE: Final = Rule(
    "definition.fargate-size",
    Basis.DOCUMENTED,
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
)
