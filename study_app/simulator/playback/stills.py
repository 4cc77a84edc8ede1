"""Cases without steps: one picture with the result, and the rules that led to it."""

from study_app.simulator.inputs.rolling import has_instances
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.instances import read_instances
from study_app.simulator.model.case import Plain
from study_app.simulator.model.trace import Applied, Considered, Decision, Trace
from study_app.simulator.playback.clusters import all_alike, boxes
from study_app.simulator.playback.frames import Box, Caption, Frame, Reel


def still(given: Plain, result: Plain, trace: Trace | None, *, refused: bool) -> Reel:
    """The single picture of a case: its instances, if any, and its result as figures."""
    return Reel(
        frames=[
            Frame(
                caption=Caption("refused" if refused else "result"),
                boxes=_boxes(given),
                applied=tuple(_applied(trace or ())),
                facts={name: value for name, value in result.items() if value is not None},
            )
        ]
    )


def _applied(trace: Trace) -> list[Applied]:
    found: list[Applied] = []
    for line in trace:
        match line:
            case Applied():
                found.append(line)
            case Considered():
                found.append(line.applied)
            case Decision():
                found += [one.applied for one in line.lines]
    return found


def _boxes(given: Plain) -> tuple[Box, ...]:
    if not has_instances(given):
        return ()
    return boxes(read_instances(CaseFields(given), sized=False), all_alike)
