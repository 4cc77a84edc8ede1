"""Cases of kind `traffic`: plain input in, plain result out."""

from collections.abc import Mapping
from typing import Final

from study_app.simulator.engines.rollout.rollout import MOST_TASKS
from study_app.simulator.engines.traffic.traffic import (
    BlueGreen,
    Canary,
    Linear,
    Moment,
    Strategy,
    TrafficError,
    shift,
)
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import MOST_COUNT, Fields
from study_app.simulator.kinds.inputs.numbers import plain_number

_STRATEGIES: Final = ("BLUE_GREEN", "LINEAR", "CANARY")


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """The timeline of a deployment: minutes, and shares of the production traffic in percent.

    `stage` is what begins at a moment, `minutes` when the last one begins. Numbers that AWS
    refuses are a result, too. `explain` adds the `trace`.

    Raises CaseError for a malformed input.
    """
    fields = Fields(given)
    strategy = _strategy(fields)
    desired = fields.integer("desired", most=MOST_TASKS)
    network_load_balancer = fields.flag("network_load_balancer", default=False)
    fails_at = fields.maybe_integer("fails_at")
    try:
        timeline = shift(
            strategy,
            desired,
            network_load_balancer=network_load_balancer,
            fails_at=fails_at,
            explain=explain,
        )
    except TrafficError as error:
        nothing = dict.fromkeys(("moments", "completed", "minutes"))
        return {"error": True, "message": str(error), **nothing}
    trace = {"trace": applied_lines(timeline.trace)} if explain else {}
    return {
        "error": False,
        "message": None,
        "moments": [_moment(moment) for moment in timeline.moments],
        "completed": timeline.completed,
        "minutes": timeline.moments[-1].at,
        **trace,
    }


def _strategy(fields: Fields) -> Strategy:
    match fields.name("strategy", _STRATEGIES):
        case "BLUE_GREEN":
            # The API wants this one; for the others AWS fills it in.
            return BlueGreen(bakeTimeInMinutes=_minutes(fields, "bakeTimeInMinutes"))
        case "LINEAR":
            linear = Linear()
            return Linear(
                stepPercent=fields.number("stepPercent", int(linear.stepPercent)),
                stepBakeTimeInMinutes=_minutes(
                    fields, "stepBakeTimeInMinutes", linear.stepBakeTimeInMinutes
                ),
                bakeTimeInMinutes=_minutes(fields, "bakeTimeInMinutes", linear.bakeTimeInMinutes),
            )
        case _:
            canary = Canary()
            return Canary(
                canaryPercent=fields.number("canaryPercent", int(canary.canaryPercent)),
                canaryBakeTimeInMinutes=_minutes(
                    fields, "canaryBakeTimeInMinutes", canary.canaryBakeTimeInMinutes
                ),
                bakeTimeInMinutes=_minutes(fields, "bakeTimeInMinutes", canary.bakeTimeInMinutes),
            )


def _minutes(fields: Fields, name: str, default: int | None = None) -> int:
    """Minutes as they stand; whether AWS takes them is for the strategy to say."""
    return fields.integer(name, default, least=-MOST_COUNT)


def _moment(moment: Moment) -> dict[str, object]:
    return {
        "at": moment.at,
        "stage": moment.stage.name,
        "blue": plain_number(moment.blue),
        "green": plain_number(moment.green),
        "blue_tasks": moment.blue_tasks,
        "green_tasks": moment.green_tasks,
    }
