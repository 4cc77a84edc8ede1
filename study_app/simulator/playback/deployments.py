"""Deployments under a circuit breaker, and deployments that shift traffic."""

from collections.abc import Mapping, Sequence
from typing import Any

from study_app.simulator.kinds.inputs.applied import read_applied
from study_app.simulator.kinds.registry import simulate
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.trace import Applied
from study_app.simulator.playback.frames import (
    Box,
    Caption,
    Frame,
    Frames,
    Meter,
    Playback,
    Run,
    Series,
    TaskLook,
)


def play_watch(case: Case, result: Plain) -> Playback:
    """A frame for each event that the breaker looked at: the failures, and what becomes of it.

    Each is the result of the case with the events so far: what was counted stays counted.
    """
    events = list(_listed(case.given.get("events")))
    counts = _listed(result["counts"])
    looked_at = len(counts) if result["failed_at"] is None else int(str(result["failed_at"]))

    def so_far(number: int) -> Mapping[str, Any]:
        given = {**case.given, "events": events[:number]}
        return simulate(case.kind, given, {}, explain=True)

    def draw(number: int) -> Frame:
        now = so_far(number)
        known = len(_listed(so_far(number - 1)["trace"])) if number else 0
        return Frame(
            caption=caption(number),
            boxes=(
                Box(
                    id="failures",
                    meters=(Meter("failures", now["failures"], now["threshold"]),),
                    status=f"{now['failures']} / {now['threshold']}",
                    holds_tasks=False,
                ),
                *(
                    Box(id=one["id"], status=one["rolloutState"], holds_tasks=False)
                    for one in now["deployments"]
                ),
            ),
            applied=read_applied(now["trace"])[known:],
        )

    def caption(number: int) -> Caption:
        if number == 0:
            return Caption("breaker.before", {"threshold": so_far(0)["threshold"]})
        now = so_far(number)
        values = {
            "failures": now["failures"],
            "threshold": now["threshold"],
            "event": _event(events[number - 1]),
        }
        match now["status"], now["rollback_to"]:
            case "TRIGGERED", None:
                return Caption("breaker.stalled", values)
            case "TRIGGERED", target:
                return Caption("breaker.rollback", {**values, "target": target})
            case "MONITORING_COMPLETE", _:
                return Caption("breaker.completed", values)
            case _:
                return Caption("breaker.counted", values)

    def guesses(number: int) -> tuple[Caption, ...]:
        """After frame `number`: a count more or less, the end, or no end yet."""
        if number >= looked_at:
            return ()
        now = so_far(number + 1)
        failures, threshold = now["failures"], now["threshold"]
        right = caption(number + 1)
        event = _event(events[number])
        counted = [
            Caption("breaker.counted", {"failures": one, "threshold": threshold, "event": event})
            for one in (failures + 1, max(0, failures - 1), 0, failures)
        ]
        ending = Caption(
            "breaker.stalled", {"failures": threshold, "threshold": threshold, "event": event}
        )
        every = list(_unique([*counted[:2], ending, *counted[2:]]))
        return tuple(one for one in every if one != right)[:3]

    return Playback(
        case=case,
        result=result,
        frames=Frames(looked_at + 1, draw),
        series=(Series("failures", (0, *(int(str(one)) for one in counts))),),
        guesses=guesses,
    )


def _event(event: object) -> Caption:
    """What happened, in words; a change of the desired count is told with its number."""
    if isinstance(event, Mapping):
        return Caption("event.desired", {"desired": event.get("desired")})
    return Caption(f"event.{str(event).lower().replace('_', '-')}")


_ONCE = {"BAKE": "traffic.bake", "ROLLBACK": "traffic.rollback"}
"""Stages with a rule of their own; each shift takes the next line of a shift rule."""

_SHIFT = "traffic.shift"


def play_traffic(case: Case, result: Plain) -> Playback:
    """A frame for each stage of a blue/green, linear or canary deployment."""
    moments: list[Any] = list(_listed(result["moments"]))
    trace = read_applied(simulate(case.kind, case.given, {}, explain=True)["trace"])
    applied = _by_stage(moments, trace)

    def draw(number: int) -> Frame:
        moment = moments[number]
        return Frame(
            caption=_stage(moment, moment["green"]),
            boxes=(
                _side("blue", TaskLook.OLD, moment["blue_tasks"], moment["blue"]),
                _side("green", TaskLook.NEW, moment["green_tasks"], moment["green"]),
            ),
            applied=applied[number],
        )

    def guesses(number: int) -> tuple[Caption, ...]:
        """After frame `number`: all traffic, none, half of what is left, as it was."""
        if number + 1 >= len(moments):
            return ()
        following = moments[number + 1]
        right, before = following["green"], moments[number]["green"]
        others = (before, 100, 0, (before + 100) // 2, 50)
        wrong = [one for one in dict.fromkeys(others) if one != right]
        return tuple(_stage(following, one) for one in wrong[:3])

    return Playback(
        case=case,
        result=result,
        frames=Frames(len(moments), draw),
        series=(
            Series("blue %", tuple(round(moment["blue"]) for moment in moments)),
            Series("green %", tuple(round(moment["green"]) for moment in moments)),
        ),
        guesses=guesses,
    )


def _by_stage(
    moments: Sequence[Mapping[str, Any]], trace: tuple[Applied, ...]
) -> list[tuple[Applied, ...]]:
    shifts = iter([line for line in trace if line.rule.id.startswith(_SHIFT)])
    once = _ONCE.values()
    opening = tuple(
        line for line in trace if line.rule.id not in once and not line.rule.id.startswith(_SHIFT)
    )
    found: list[tuple[Applied, ...]] = []
    for moment in moments:
        stage = moment["stage"]
        if stage == "SHIFT":
            found.append(tuple(line for line in (next(shifts, None),) if line is not None))
        elif stage in _ONCE:
            found.append(tuple(line for line in trace if line.rule.id == _ONCE[stage]))
        else:
            found.append(() if found else opening)
    return found


def _stage(moment: Mapping[str, Any], green: object) -> Caption:
    values = {"minutes": moment["at"], "green": green}
    return Caption(f"traffic.{moment['stage'].lower().replace('_', '-')}", values)


def _side(name: str, look: TaskLook, tasks: int, percent: float) -> Box:
    return Box(
        id=name,
        runs=(Run(look, tasks),) if tasks else (),
        meters=(Meter("traffic", round(percent), 100),),
        status=f"{percent} %",
    )


def _listed(value: object) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else ()


def _unique(captions: Sequence[Caption]) -> Sequence[Caption]:
    kept: list[Caption] = []
    for caption in captions:
        if caption not in kept:
            kept.append(caption)
    return kept
