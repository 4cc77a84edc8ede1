"""The input of a case about a circuit breaker and the deployment that it watches."""

from collections.abc import Mapping
from typing import Final

from study_app.simulator.engines.breaker.circuit_breaker import (
    CircuitBreaker,
    DesiredCount,
    Event,
    TaskEvent,
    ThresholdType,
)
from study_app.simulator.engines.breaker.deployment_history import Deployment, RolloutState
from study_app.simulator.inputs.values import notation
from study_app.simulator.inputs.values.fields import MOST_COUNT, CaseFields
from study_app.simulator.inputs.values.parameter import (
    AnyParameter,
    Parameter,
    one_of,
    switch,
    whole,
)
from study_app.simulator.model.problem import CaseError
from study_app.words.errors import error_text
from study_app.words.text import Text

MOST_EVENTS: Final = 10_000
MOST_DEPLOYMENTS: Final = 100

_DEFAULT: Final = CircuitBreaker()
_ID_REMEDY: Final = "write the id of a deployment"
_FIRST_UPDATE: Final = (
    Deployment("old", RolloutState.COMPLETED),
    Deployment("new", RolloutState.IN_PROGRESS),
)

DESIRED: Final = Parameter(path="desired", read=whole())
TYPE: Final = Parameter(path="type", read=one_of(ThresholdType, _DEFAULT.type))
VALUE: Final = Parameter(path="value", read=whole(_DEFAULT.value, least=-MOST_COUNT))
ENABLE: Final = Parameter(path="enable", read=switch(default=_DEFAULT.enable))
ROLLBACK: Final = Parameter(path="rollback", read=switch(default=_DEFAULT.rollback))
RESET: Final = Parameter(
    path="resetOnHealthyTask", read=switch(default=_DEFAULT.resetOnHealthyTask)
)
EVENTS: Final[AnyParameter] = Parameter(
    path="events",
    notation=notation.EVENTS,
    hint=Text(
        "In order: DID_NOT_RUN, RUNNING, UNHEALTHY, HEALTHY, NO_DIGEST, COMPLETED, or a "
        "new desired count: DID_NOT_RUN RUNNING desired=6",
        "순서대로 DID_NOT_RUN, RUNNING, UNHEALTHY, HEALTHY, NO_DIGEST, COMPLETED 또는 "
        "새 원하는 태스크 수: DID_NOT_RUN RUNNING desired=6",
    ),
)
THRESHOLD_PARAMETERS: Final[tuple[AnyParameter, ...]] = (DESIRED, TYPE, VALUE)
WATCH_PARAMETERS: Final[tuple[AnyParameter, ...]] = (
    DESIRED, ENABLE, ROLLBACK, TYPE, VALUE, RESET, EVENTS,
)  # fmt: skip


def read_threshold(fields: CaseFields) -> CircuitBreaker:
    """A breaker defined only by its threshold.

    Raises Refused for a value that AWS refuses, CaseError for a malformed one.
    """
    return CircuitBreaker(type=TYPE.of(fields), value=VALUE.of(fields))


def read_breaker(fields: CaseFields) -> CircuitBreaker:
    """A breaker with all its settings. Raises as `read_threshold` does."""
    return CircuitBreaker(
        enable=ENABLE.of(fields),
        rollback=ROLLBACK.of(fields),
        type=TYPE.of(fields),
        value=VALUE.of(fields),
        resetOnHealthyTask=RESET.of(fields),
    )


def read_events(fields: CaseFields) -> list[Event]:
    """What happens to the deployment, in order. Raises CaseError."""
    return [
        _event(place, value, fields)
        for place, value in fields.values(EVENTS.path, most=MOST_EVENTS)
    ]


def _event(place: str, value: object, whole: CaseFields) -> Event:
    match value:
        case str() if value in TaskEvent.__members__:
            return TaskEvent[value]
        case Mapping():
            return DesiredCount(DESIRED.of(CaseFields(value, place, within=whole)))
        case _:
            remedy = error_text(
                "write one of {known}, or a new desired count",
                known=", ".join(TaskEvent.__members__),
            )
            raise CaseError(place, "{place} is not an event", remedy)


def read_deployments(fields: CaseFields) -> tuple[Deployment, ...]:
    """The deployments of the service, the last of which is watched. Raises CaseError."""
    if not fields.has("deployments"):
        return _FIRST_UPDATE
    items = fields.items("deployments", most=MOST_DEPLOYMENTS)
    if not items:
        raise CaseError(
            "deployments",
            "{place} is empty",
            "write at least one deployment; the last one is watched",
        )
    deployments: list[Deployment] = []
    for item in items:
        name = item.text("id", _ID_REMEDY)
        if name in [each.id for each in deployments]:
            raise CaseError(
                item.where("id"), "{place} repeats {id}", "write each id once", id=repr(name)
            )
        deployments.append(Deployment(name, item.choice("rolloutState", RolloutState)))
    if deployments[-1].rolloutState is not RolloutState.IN_PROGRESS:
        raise CaseError(
            items[-1].where("rolloutState"),
            "{place} is {shown}",
            "write IN_PROGRESS, since this is the deployment being watched",
            shown=deployments[-1].rolloutState.value,
        )
    return tuple(deployments)
