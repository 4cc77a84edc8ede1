"""Cases of kind `circuit_breaker` with mode `watch`: a deployment under the eyes of a breaker."""

from collections.abc import Mapping, Sequence
from typing import Final, assert_never

from study_app.simulator.engines.breaker.circuit_breaker import (
    BreakerError,
    BreakerReport,
    BreakerStatus,
    CircuitBreaker,
    DesiredCount,
    Event,
    TaskEvent,
    ThresholdType,
    watch,
)
from study_app.simulator.engines.breaker.deployment_history import (
    Aftermath,
    Deployment,
    RolloutState,
    complete,
    fail,
)
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import MOST_COUNT, Fields
from study_app.simulator.model.errors import CaseError

MOST_EVENTS: Final = 10_000
MOST_DEPLOYMENTS: Final = 100

_RESULT: Final = (
    "threshold",
    "failures",
    "status",
    "failed_at",
    "counts",
    "rollback_to",
    "stalled",
    "deployments",
)
_ID_REMEDY = "write the id of a deployment"
_FIRST_UPDATE: Final = (
    Deployment("old", RolloutState.COMPLETED),
    Deployment("new", RolloutState.IN_PROGRESS),
)


def watching(fields: Fields, explain: bool) -> dict[str, object]:
    """Where the breaker stands after the `events`, and what becomes of the `deployments`.

    The last deployment is the one that is watched. `failed_at` is the number of the event that
    triggered the breaker, from 1.
    """
    desired, events = fields.integer("desired"), _events(fields)
    deployments = _deployments(fields)
    try:
        breaker = _breaker(fields)
    except BreakerError as error:
        return {"error": True, "message": str(error), **dict.fromkeys(_RESULT)}
    report = watch(breaker, desired, events, explain=explain)
    aftermath = _aftermath(report, breaker, events, deployments, explain)
    triggered = report.status is BreakerStatus.TRIGGERED
    lines = (breaker.explain(desired), *report.trace, *aftermath.trace)
    trace = {"trace": applied_lines(lines)} if explain else {}
    return {
        "error": False,
        "message": None,
        "threshold": report.threshold,
        "failures": report.failures,
        "status": report.status.value,
        "failed_at": None if report.failed_at is None else report.failed_at + 1,
        "counts": list(report.counts),
        "rollback_to": aftermath.target,
        "stalled": triggered and aftermath.stalled,
        "deployments": [
            {"id": each.id, "rolloutState": each.rolloutState.value}
            for each in aftermath.deployments
        ],
        **trace,
    }


def _aftermath(
    report: BreakerReport,
    breaker: CircuitBreaker,
    events: Sequence[Event],
    deployments: tuple[Deployment, ...],
    explain: bool,
) -> Aftermath:
    watched = deployments[-1].id
    match report.status:
        case BreakerStatus.TRIGGERED:
            return fail(deployments, watched, rollback=breaker.rollback, explain=explain)
        case BreakerStatus.MONITORING_COMPLETE:
            return Aftermath(deployments=complete(deployments, watched), target=None)
        # A breaker that is off looks at no event; the deployment may complete all the same.
        case BreakerStatus.DISABLED if TaskEvent.COMPLETED in events:
            return Aftermath(deployments=complete(deployments, watched), target=None)
        case BreakerStatus.DISABLED | BreakerStatus.MONITORING:
            return Aftermath(deployments=deployments, target=None)
        case _:
            assert_never(report.status)


def _breaker(fields: Fields) -> CircuitBreaker:
    default = CircuitBreaker()
    return CircuitBreaker(
        enable=fields.flag("enable", default=default.enable),
        rollback=fields.flag("rollback", default=default.rollback),
        type=fields.choice("type", ThresholdType, default.type),
        value=fields.integer("value", default.value, least=-MOST_COUNT),
        resetOnHealthyTask=fields.flag("resetOnHealthyTask", default=default.resetOnHealthyTask),
    )


def _events(fields: Fields) -> list[Event]:
    return [_event(place, value) for place, value in fields.values("events", most=MOST_EVENTS)]


def _event(place: str, value: object) -> Event:
    match value:
        case str() if value in TaskEvent.__members__:
            return TaskEvent[value]
        case Mapping():
            return DesiredCount(Fields(value, place).integer("desired"))
        case _:
            remedy = f"write one of {', '.join(TaskEvent.__members__)}, or a new desired count"
            raise CaseError(place, "is no event", remedy)


def _deployments(fields: Fields) -> tuple[Deployment, ...]:
    if not fields.has("deployments"):
        return _FIRST_UPDATE
    items = fields.items("deployments", most=MOST_DEPLOYMENTS)
    if not items:
        raise CaseError("deployments", "is empty", "write at least the deployment to watch")
    deployments: list[Deployment] = []
    for item in items:
        name = item.text("id", _ID_REMEDY)
        if name in [each.id for each in deployments]:
            raise CaseError(item.where("id"), f"is {name!r} again", "write each id once")
        deployments.append(Deployment(name, item.choice("rolloutState", RolloutState)))
    if deployments[-1].rolloutState is not RolloutState.IN_PROGRESS:
        state, remedy = items[-1].where("rolloutState"), "write IN_PROGRESS: it is watched"
        raise CaseError(state, f"is {deployments[-1].rolloutState.value}", remedy)
    return tuple(deployments)
