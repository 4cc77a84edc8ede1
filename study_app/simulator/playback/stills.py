"""Cases that are computed at once: one picture with the result, and the rules that led to it."""

from study_app.simulator.kinds.inputs.applied import read_applied
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.instances import read_instances
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.playback.clusters import all_alike, boxes
from study_app.simulator.playback.frames import Box, Caption, Frame, Playback


def play(case: Case, result: Plain) -> Playback:
    """The picture of any case: its instances, if it has some, and its result as figures."""
    refused = result.get("error") is True or result.get("valid") is False
    return Playback(
        case,
        result,
        [
            Frame(
                caption=Caption("refused" if refused else "result"),
                boxes=_boxes(case.given),
                applied=read_applied(result.get("trace")),
                facts={
                    name: value
                    for name, value in result.items()
                    if name != "trace" and value is not None
                },
            )
        ],
    )


def _boxes(given: Plain) -> tuple[Box, ...]:
    if not given.get("instances") and not isinstance(given.get("fixture"), list):
        return ()
    return boxes(read_instances(Fields(given), sized=False), all_alike)
