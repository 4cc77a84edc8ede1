"""Blue/green, linear and canary deployments."""

from typing import Any, Final

from study_app.simulator.engines.traffic import rules
from study_app.simulator.engines.traffic.traffic import Timeline, TrafficState, shift
from study_app.simulator.inputs.traffic import DESIRED, FAILS_AT, NLB, PARAMETERS, read_strategy
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.kinds.kind import Ask, Kind, Mode
from study_app.simulator.kinds.steps import list_field
from study_app.simulator.mistakes.traffic import TRAFFIC as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.notebook import plain_number
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.playback.deployments import play_traffic
from study_app.simulator.playback.frames import TaskLook
from study_app.words.text import Text


def _shift(fields: CaseFields, explain: bool) -> Outcome[Timeline]:
    timeline = shift(
        read_strategy(fields),
        DESIRED.of(fields),
        network_load_balancer=NLB.of(fields),
        fails_at=FAILS_AT.of(fields),
        explain=explain,
    )
    return Outcome(timeline, trace=timeline.trace if explain else None)


def _write(timeline: Timeline) -> Plain:
    """`stage` is what begins at a moment, `minutes` when the last one begins."""
    return {
        "moments": [_moment(moment) for moment in timeline.moments],
        "completed": timeline.completed,
        "minutes": timeline.moments[-1].at,
    }


def _moment(moment: TrafficState) -> dict[str, object]:
    return {
        "at": moment.at,
        "stage": moment.stage.name,
        "blue": plain_number(moment.blue),
        "green": plain_number(moment.green),
        "blue_tasks": moment.blue_tasks,
        "green_tasks": moment.green_tasks,
    }


_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(
        name="shift",
        run=_shift,
        write=_write,
        parameters=PARAMETERS,
        play=play_traffic,
        refusable=("moments", "completed", "minutes"),
        looks={TaskLook.OLD: Text("old", "기존")},
    ),
)

_TIMES: Final = (
    rules.NLB,
    rules.SHIFT,
    rules.SHIFT_CANARY,
    rules.SHIFT_ALL,
    rules.BAKE,
    rules.ROLLBACK,
)
"""The rules that take time: the number of tasks does not affect the minutes."""

TRAFFIC: Final = Kind(
    name="traffic",
    modes=_MODES,
    default="shift",
    asks={
        "minutes": Ask(value=lambda result: result["minutes"], only=_TIMES),
        "shifts": Ask(
            value=lambda result: sum(
                one["stage"] == "SHIFT" for one in list_field(result, "moments")
            )
        ),
        "most_tasks": Ask(
            value=lambda result: max(
                one["blue_tasks"] + one["green_tasks"] for one in list_field(result, "moments")
            )
        ),
    },
    mistakes=MISTAKES,
)
"""Asks: when the last stage begins, how often the traffic shifts, and the most tasks of both
revisions together.
"""
