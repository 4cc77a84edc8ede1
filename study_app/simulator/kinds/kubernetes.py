"""The RollingUpdate of a Kubernetes Deployment."""

from typing import Any, Final

from study_app.simulator.engines.kubernetes.kubernetes import roll_out
from study_app.simulator.inputs.kubernetes import PARAMETERS, REPLICAS, read_update
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.kinds.kind import Kind, Mode
from study_app.simulator.kinds.steps import RUNNING_ASKS, STEP_ASKS, step_words
from study_app.simulator.mistakes.kubernetes import KUBERNETES as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.playback.frames import TaskLook
from study_app.simulator.playback.rolling import PodRollout, play_kubernetes
from study_app.words.text import Text


def _rollout(fields: CaseFields, explain: bool) -> Outcome[PodRollout]:
    replicas = REPLICAS.of(fields)
    rollout = roll_out(replicas, read_update(fields), explain=explain)
    return Outcome(PodRollout(replicas, rollout), trace=rollout.trace if explain else None)


def _write(result: PodRollout) -> Plain:
    rollout = result.rollout
    return {
        "lower": rollout.lower,
        "upper": rollout.upper,
        "steps": [str(step) for step in rollout.steps],
        "states": [{"old": step.old, "new": step.new} for step in rollout.steps],
    }


_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(
        name="rollout",
        run=_rollout,
        write=_write,
        parameters=PARAMETERS,
        play=play_kubernetes,
        refusable=("lower", "upper", "steps", "states"),
        looks={TaskLook.OLD: Text("old", "기존")},
    ),
)

KUBERNETES: Final = Kind(
    name="kubernetes",
    modes=_MODES,
    default="rollout",
    asks={**STEP_ASKS, **RUNNING_ASKS},
    words_for=step_words,
    mistakes=MISTAKES,
)
