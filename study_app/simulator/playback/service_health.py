"""The pictures of a service's health: tasks that are replaced, and a deployment with its times."""

from collections.abc import Mapping
from typing import Final

from study_app.simulator.engines.health.deployment import Deployed
from study_app.simulator.engines.health.replacement import Replacing
from study_app.simulator.engines.rollout.rollout import RevisionCounts, StepKind
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.playback.frames import (
    Box,
    Caption,
    Frame,
    Frames,
    Reel,
    Run,
    Series,
    TaskLook,
)
from study_app.simulator.playback.stepping import SERVICE, pool
from study_app.words.text import Text

WORDS: Final[Mapping[str, Text]] = {
    "health.before": Text(
        "{unhealthy} {unhealthy:task is|tasks are} unhealthy", "태스크 {unhealthy}개가 비정상"
    ),
    "health.waits": Text(
        "{unhealthy} {unhealthy:task fails|tasks fail}, ignored for {seconds} s more",
        "태스크 {unhealthy}개가 실패하지만 {seconds}초 더 무시",
    ),
    "health.start": Text(
        "start {count} {count:replacement|replacements}", "대체 태스크 {count}개 시작"
    ),
    "health.stop": Text("stop {count} unhealthy", "비정상 태스크 {count}개 중지"),
    "health.replaced": Text("every task is healthy", "모든 태스크가 정상"),
    "health.at": Text("{seconds} s: {what}", "{seconds}초: {what}"),
    "health.ends": Text("{seconds} s: the deployment is {state}", "{seconds}초: 배포가 {state}"),
    "health.unfinished": Text("the deployment does not end", "배포가 끝나지 않음"),
}
"""The captions of these pictures."""

_HEALTHY, _UNHEALTHY = Text("healthy", "정상"), Text("unhealthy", "비정상")


def _said(name: str, values: Mapping[str, object] | None = None) -> Caption:
    return Caption(name, values or {}, WORDS[name])


def play_replacing(outcome: Outcome[Replacing]) -> Reel:
    """A frame before, one for each step, and one for the end."""
    replacing = outcome.done
    service, steps = replacing.service, replacing.steps
    last = len(steps) + 1
    healthy = [service.desired - service.unhealthy, *(step.healthy for step in steps)]
    unhealthy = [service.unhealthy, *(step.unhealthy for step in steps)]

    def draw(number: int) -> Frame:
        at = min(number, len(steps))
        free = max(0, replacing.upper - healthy[at] - unhealthy[at])
        runs = (
            Run(TaskLook.NEW, healthy[at]),
            Run(TaskLook.OLD, unhealthy[at]),
            Run(TaskLook.FREE, free),
        )
        if number == 0:
            applied = replacing.opening
        else:
            applied = steps[number - 1].trace if number <= len(steps) else replacing.closing
        return Frame(
            caption=caption(number),
            boxes=(Box(id=SERVICE, runs=tuple(run for run in runs if run.count)),),
            applied=applied,
        )

    def caption(number: int) -> Caption:
        if number == 0:
            values = {"unhealthy": service.unhealthy, "seconds": service.waits}
            return _said("health.waits" if service.waits else "health.before", values)
        if number == last:
            return _said("health.replaced")
        return _moved(steps[number - 1].count)

    def guesses(number: int) -> tuple[Caption, ...]:
        if number >= len(steps):
            return ()
        count = steps[number].count
        every = [_moved(-count), _moved(count + 1), _moved(count - 1), _said("health.replaced")]
        return tuple(one for one in every if one != caption(number + 1))[:3]

    return Reel(
        frames=Frames(last + 1, draw),
        series=(
            Series("healthy", (*healthy, healthy[-1]), words=_HEALTHY),
            Series("unhealthy", (*unhealthy, unhealthy[-1]), words=_UNHEALTHY),
        ),
        guesses=guesses,
    )


def _moved(count: int) -> Caption:
    if count == 0:
        return _said("health.replaced")
    return _said("health.start" if count > 0 else "health.stop", {"count": abs(count)})


def play_deploying(outcome: Outcome[Deployed]) -> Reel:
    """A frame before, one for each step until the bake time, and one for the end."""
    deployed = outcome.done
    rollout = deployed.rollout
    steps = rollout.steps[: deployed.needed]
    states = [rollout.parameters.initial, *(step.after for step in steps)]
    last = len(steps) + 1

    def draw(number: int) -> Frame:
        at = min(number, len(steps))
        state: RevisionCounts = states[at]
        if number == 0:
            applied = (*deployed.opening, *rollout.limits)
        elif number <= len(steps):
            applied = steps[number - 1].trace
        else:
            applied = (*deployed.ending, *deployed.conclusion.trace)
        return Frame(
            caption=caption(number), boxes=(pool(state, 0, rollout.upper),), applied=applied
        )

    def caption(number: int) -> Caption:
        if number == 0:
            return Caption("rolling.before", {"old": states[0].old})
        if number == last:
            conclusion = deployed.conclusion
            if conclusion.at is None:
                return _said("health.unfinished")
            values = {"seconds": conclusion.at, "state": conclusion.rolloutState.value}
            return _said("health.ends", values)
        step = steps[number - 1]
        name = "rolling.stop" if step.kind is StepKind.STOP else "rolling.start"
        what = Caption(name, {"count": step.count})
        return _said("health.at", {"seconds": deployed.times[number - 1], "what": what})

    def guesses(number: int) -> tuple[Caption, ...]:
        """After frame `number`: the same a little earlier or later, or another end."""
        right = caption(number + 1) if number < last else None
        match right:
            case Caption("health.at" | "health.ends", values, words):
                seconds = values["seconds"]
                assert isinstance(seconds, int)
                others = (seconds + 30, max(0, seconds - 30), seconds + 60, seconds + 40)
                every = [Caption(right.id, {**values, "seconds": one}, words) for one in others]
                return tuple(one for one in every if one != right)[:3]
            case _:
                return ()

    return Reel(
        frames=Frames(last + 1, draw),
        series=(
            Series("old", tuple(state.old for state in [*states, states[-1]])),
            Series("new", tuple(state.new for state in [*states, states[-1]])),
        ),
        guesses=guesses,
    )
