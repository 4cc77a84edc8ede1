"""All named mistakes, by kind of case."""

from collections.abc import Mapping
from typing import Final

from study_app.simulator.mistakes.capacity_provider import CAPACITY_PROVIDER
from study_app.simulator.mistakes.circuit_breaker import CIRCUIT_BREAKER
from study_app.simulator.mistakes.fargate_size import FARGATE_SIZE
from study_app.simulator.mistakes.kubernetes import KUBERNETES
from study_app.simulator.mistakes.mistake import Mistake
from study_app.simulator.mistakes.placement import PLACEMENT
from study_app.simulator.mistakes.query import QUERY
from study_app.simulator.mistakes.rolling import ROLLING
from study_app.simulator.mistakes.scaling import SCALING
from study_app.simulator.mistakes.traffic import TRAFFIC


def _by_id(mistakes: tuple[Mistake, ...]) -> dict[str, Mistake]:
    return {mistake.id: mistake for mistake in mistakes}


MISTAKES: Final[Mapping[str, Mapping[str, Mistake]]] = {
    "placement": _by_id(PLACEMENT),
    "query": _by_id(QUERY),
    "rolling": _by_id(ROLLING),
    "circuit_breaker": _by_id(CIRCUIT_BREAKER),
    "scaling": _by_id(SCALING),
    "capacity_provider": _by_id(CAPACITY_PROVIDER),
    "fargate_size": _by_id(FARGATE_SIZE),
    "traffic": _by_id(TRAFFIC),
    "kubernetes": _by_id(KUBERNETES),
}
"""Those of a kind in the order in which they are looked for: the likeliest first."""
