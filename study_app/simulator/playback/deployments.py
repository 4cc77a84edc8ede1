"""Deployments under a circuit breaker, and deployments that shift traffic."""

from collections.abc import Sequence
from dataclasses import dataclass

from study_app.simulator.engines.breaker.circuit_breaker import (
    BreakerReport,
    BreakerStatus,
    DesiredCount,
    Event,
    Look,
)
from study_app.simulator.engines.breaker.deployment_history import Aftermath, Deployment
from study_app.simulator.engines.traffic.traffic import Timeline, TrafficState
from study_app.simulator.model.notebook import plain_number
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.trace import Applied
from study_app.simulator.playback.frames import (
    Box,
    Caption,
    Frame,
    Frames,
    Meter,
    Reel,
    Run,
    Series,
    TaskLook,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Watching:
    """A deployment under a circuit breaker: the last of the initial `deployments`.

    `threshold` explains its computation. The `aftermath` is their state after the last event
    examined.
    """

    threshold: Applied
    threshold_at_first: int
    events: Sequence[Event]
    deployments: tuple[Deployment, ...]
    report: BreakerReport
    aftermath: Aftermath


def play_watch(outcome: Outcome[Watching]) -> Reel:
    """A frame for each event that the breaker examined: the failures, and the outcome."""
    watched = outcome.done
    report, events = watched.report, watched.events
    looks = (Look(0, watched.threshold_at_first), *report.looks)
    last = len(looks) - 1

    def draw(number: int) -> Frame:
        now = looks[number]
        # The last event decides the outcome of the deployments.
        settled = number == last and number > 0
        deployments = watched.aftermath.deployments if settled else watched.deployments
        closing = watched.aftermath.trace if settled else ()
        return Frame(
            caption=caption(number),
            boxes=(
                Box(
                    id="failures",
                    meters=(Meter("failures", now.failures, now.threshold),),
                    status=f"{now.failures} / {now.threshold}",
                    holds_tasks=False,
                ),
                *map(_deployment, deployments),
            ),
            applied=(*now.trace, *closing) if number else (watched.threshold,),
        )

    def caption(number: int) -> Caption:
        now = looks[number]
        if number == 0:
            return Caption("breaker.before", {"threshold": now.threshold})
        values = {
            "failures": now.failures,
            "threshold": now.threshold,
            "event": _event(events[number - 1]),
        }
        match report.status if number == last else None, watched.aftermath.target:
            case BreakerStatus.TRIGGERED, None:
                return Caption("breaker.stalled", values)
            case BreakerStatus.TRIGGERED, target:
                return Caption("breaker.rollback", {**values, "target": target})
            case BreakerStatus.MONITORING_COMPLETE, _:
                return Caption("breaker.completed", values)
            case _:
                return Caption("breaker.counted", values)

    def guesses(number: int) -> tuple[Caption, ...]:
        """After frame `number`: a count more or less, the end, or no end yet."""
        if number >= last:
            return ()
        now = looks[number + 1]
        failures, threshold = now.failures, now.threshold
        right = caption(number + 1)
        event = _event(events[number])
        counted = [
            Caption("breaker.counted", {"failures": one, "threshold": threshold, "event": event})
            for one in (failures + 1, max(0, failures - 1), 0, failures)
        ]
        ending = Caption(
            "breaker.stalled", {"failures": threshold, "threshold": threshold, "event": event}
        )
        every = _unique([*counted[:2], ending, *counted[2:]])
        return tuple(one for one in every if one != right)[:3]

    return Reel(
        frames=Frames(len(looks), draw),
        series=(Series("failures", tuple(look.failures for look in looks)),),
        guesses=guesses,
    )


def _deployment(deployment: Deployment) -> Box:
    return Box(id=deployment.id, status=deployment.rolloutState.value, holds_tasks=False)


def _event(event: Event) -> Caption:
    """What happened, in words; a change of the desired count includes the number."""
    if isinstance(event, DesiredCount):
        return Caption("event.desired", {"desired": event.desired})
    return Caption(f"event.{event.name.lower().replace('_', '-')}")


def play_traffic(outcome: Outcome[Timeline]) -> Reel:
    """A frame for each stage of a blue/green, linear or canary deployment."""
    moments = outcome.done.moments

    def draw(number: int) -> Frame:
        moment = moments[number]
        return Frame(
            caption=_stage(moment, plain_number(moment.green)),
            boxes=(
                _side("blue", TaskLook.OLD, moment.blue_tasks, plain_number(moment.blue)),
                _side("green", TaskLook.NEW, moment.green_tasks, plain_number(moment.green)),
            ),
            applied=moment.trace,
        )

    def guesses(number: int) -> tuple[Caption, ...]:
        """After frame `number`: all traffic, none, half of the rest, or unchanged."""
        if number + 1 >= len(moments):
            return ()
        following = moments[number + 1]
        right = plain_number(following.green)
        before = plain_number(moments[number].green)
        others = (before, 100, 0, (before + 100) // 2, 50)
        wrong = [one for one in dict.fromkeys(others) if one != right]
        return tuple(_stage(following, one) for one in wrong[:3])

    return Reel(
        frames=Frames(len(moments), draw),
        series=(
            Series("blue %", tuple(round(plain_number(moment.blue)) for moment in moments)),
            Series("green %", tuple(round(plain_number(moment.green)) for moment in moments)),
        ),
        guesses=guesses,
    )


def _stage(moment: TrafficState, green: float) -> Caption:
    values = {"minutes": moment.at, "green": green}
    return Caption(f"traffic.{moment.stage.name.lower().replace('_', '-')}", values)


def _side(name: str, look: TaskLook, tasks: int, percent: float) -> Box:
    return Box(
        id=name,
        runs=(Run(look, tasks),) if tasks else (),
        meters=(Meter("traffic", round(percent), 100),),
        status=f"{percent}%",
    )


def _unique(captions: Sequence[Caption]) -> Sequence[Caption]:
    kept: list[Caption] = []
    for caption in captions:
        if caption not in kept:
            kept.append(caption)
    return kept
