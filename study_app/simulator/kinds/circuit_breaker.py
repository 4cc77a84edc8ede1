"""The deployment circuit breaker: its threshold, and a deployment under its watch."""

from typing import Any, Final, assert_never

from study_app.simulator.engines.breaker.circuit_breaker import (
    BreakerReport,
    BreakerStatus,
    CircuitBreaker,
    TaskEvent,
    watch,
)
from study_app.simulator.engines.breaker.deployment_history import (
    Aftermath,
    Deployment,
    complete,
    fail,
)
from study_app.simulator.inputs.breaker import (
    DESIRED,
    THRESHOLD_PARAMETERS,
    WATCH_PARAMETERS,
    read_breaker,
    read_deployments,
    read_events,
    read_threshold,
)
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.kinds.kind import Kind, Mode
from study_app.simulator.mistakes.circuit_breaker import CIRCUIT_BREAKER as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.playback.deployments import Watching, play_watch


def _threshold(fields: CaseFields, explain: bool) -> Outcome[int]:
    desired, breaker = DESIRED.of(fields), read_threshold(fields)
    return Outcome(
        breaker.threshold(desired), trace=(breaker.explain(desired),) if explain else None
    )


def _watch(fields: CaseFields, explain: bool) -> Outcome[Watching]:
    desired, events = DESIRED.of(fields), read_events(fields)
    deployments = read_deployments(fields)
    breaker = read_breaker(fields)
    report = watch(breaker, desired, events, explain=explain)
    watching = Watching(
        threshold=breaker.explain(desired),
        threshold_at_first=breaker.threshold(desired),
        events=events,
        deployments=deployments,
        report=report,
        aftermath=_aftermath(
            report,
            breaker,
            deployments,
            completed=TaskEvent.COMPLETED in events,
            explain=explain,
        ),
    )
    trace = (watching.threshold, *report.trace, *watching.aftermath.trace)
    return Outcome(watching, trace=trace if explain else None)


def _aftermath(
    report: BreakerReport,
    breaker: CircuitBreaker,
    deployments: tuple[Deployment, ...],
    *,
    completed: bool,
    explain: bool,
) -> Aftermath:
    watched = deployments[-1].id
    match report.status:
        case BreakerStatus.TRIGGERED:
            return fail(deployments, watched, rollback=breaker.rollback, explain=explain)
        case BreakerStatus.MONITORING_COMPLETE:
            return Aftermath(deployments=complete(deployments, watched), target=None)
        # A disabled breaker examines no events; the deployment can complete anyway.
        case BreakerStatus.DISABLED if completed:
            return Aftermath(deployments=complete(deployments, watched), target=None)
        case BreakerStatus.DISABLED | BreakerStatus.MONITORING:
            return Aftermath(deployments=deployments, target=None)
        case _:
            assert_never(report.status)


def _write(watching: Watching) -> Plain:
    """`failed_at` is the number of the event that triggered the breaker, from 1."""
    report, aftermath = watching.report, watching.aftermath
    triggered = report.status is BreakerStatus.TRIGGERED
    return {
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
    }


_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(
        name="threshold",
        run=_threshold,
        write=lambda threshold: {"threshold": threshold},
        parameters=THRESHOLD_PARAMETERS,
        refusable=("threshold",),
    ),
    Mode(
        name="watch",
        run=_watch,
        write=_write,
        parameters=WATCH_PARAMETERS,
        play=play_watch,
        refusable=(
            "threshold", "failures", "status", "failed_at", "counts", "rollback_to", "stalled",
            "deployments",
        ),
    ),
)  # fmt: skip

CIRCUIT_BREAKER: Final = Kind(
    name="circuit_breaker", modes=_MODES, default="threshold", mistakes=MISTAKES
)
