"""The health of a service: unhealthy tasks replaced, and how long a deployment takes."""

from typing import Any, Final

from study_app.simulator.engines.health.deployment import Deployed, deploy
from study_app.simulator.engines.health.replacement import Replacing, replace_unhealthy
from study_app.simulator.engines.health.rules import GRACE
from study_app.simulator.inputs.service_health import (
    DEPLOY_PARAMETERS,
    REPLACE_PARAMETERS,
    read_deploying,
    read_unhealthy,
)
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.kinds.kind import Ask, Kind, Mode, ValueWords
from study_app.simulator.kinds.steps import STEP_ASKS, list_field, step_words
from study_app.simulator.mistakes.service_health import SERVICE_HEALTH as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.playback.frames import TaskLook
from study_app.simulator.playback.service_health import play_deploying, play_replacing
from study_app.words.text import Text


def _replace(fields: CaseFields, explain: bool) -> Outcome[Replacing]:
    replacing = replace_unhealthy(read_unhealthy(fields), explain=explain)
    return Outcome(replacing, trace=replacing.trace if explain else None)


def _write_replacing(replacing: Replacing) -> Plain:
    """`waits` are the seconds of the grace period before the first step."""
    return {
        "lower": replacing.lower,
        "upper": replacing.upper,
        "waits": replacing.service.waits,
        "steps": [str(step) for step in replacing.steps],
        "states": [
            {"healthy": step.healthy, "unhealthy": step.unhealthy} for step in replacing.steps
        ],
    }


def _deploy(fields: CaseFields, explain: bool) -> Outcome[Deployed]:
    deployed = deploy(read_deploying(fields), explain=explain)
    return Outcome(deployed, trace=deployed.trace if explain else None)


def _write_deployed(deployed: Deployed) -> Plain:
    """`seconds` is when the deployment completes or fails, null if it does neither; `times` are
    when its steps are over."""
    steps = deployed.rollout.steps[: deployed.needed]
    return {
        "lower": deployed.rollout.lower,
        "upper": deployed.rollout.upper,
        "steps": [str(step) for step in steps],
        "states": [{"old": step.old, "new": step.new} for step in steps],
        "times": list(deployed.times[: deployed.needed]),
        "ready": deployed.ready_at,
        "seconds": deployed.conclusion.at,
        "rolloutState": deployed.conclusion.rolloutState.value,
    }


def _counts(result: Plain) -> list[int]:
    """How many tasks of a replacement there are after each step."""
    return [sum(state.values()) for state in list_field(result, "states")]


_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(
        name="deploy",
        run=_deploy,
        write=_write_deployed,
        parameters=DEPLOY_PARAMETERS,
        play=play_deploying,
        refusable=("steps", "states", "times", "seconds", "rolloutState"),
        looks={TaskLook.OLD: Text("old", "기존")},
    ),
    Mode(
        name="replace",
        run=_replace,
        write=_write_replacing,
        parameters=REPLACE_PARAMETERS,
        play=play_replacing,
        refusable=("waits", "steps", "states"),
        looks={
            TaskLook.OLD: Text("unhealthy", "비정상"),
            TaskLook.NEW: Text("healthy", "정상"),
        },
    ),
)

SERVICE_HEALTH: Final = Kind(
    name="service_health",
    modes=_MODES,
    default="deploy",
    asks={
        **STEP_ASKS,
        "fewest": Ask(value=lambda result: min(_counts(result))),
        "most": Ask(value=lambda result: max(_counts(result))),
        "seconds": Ask(value=lambda result: result["seconds"]),
        "state": Ask(value=lambda result: result["rolloutState"]),
        "waits": Ask(value=lambda result: result["waits"], only=(GRACE,)),
    },
    says={
        "COMPLETED": ValueWords(
            words=Text("COMPLETED", "COMPLETED"), also=("completed", "completes", "완료")
        ),
        "FAILED": ValueWords(words=Text("FAILED", "FAILED"), also=("failed", "fails", "실패")),
        "IN_PROGRESS": ValueWords(
            words=Text("IN_PROGRESS", "IN_PROGRESS"), also=("in progress", "진행 중")
        ),
    },
    words_for=step_words,
    mistakes=MISTAKES,
)
"""Asks: those of steps; `fewest` and `most` tasks of a replacement at any time; `seconds` until a
deployment ends and its `state`; `waits` for the grace period."""
