"""The pictures of the lab in words and numbers, as a screen reader tells them."""

from collections import Counter
from collections.abc import Iterator, Mapping

from study_app.drawing.curves import curve_name, figure
from study_app.drawing.pictures import LOOKS
from study_app.simulator.playback.frames import Box, Frame, Mark, Playback, TaskLook
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.visible import inline, one_line
from study_app.words.wording import say

MOST_VALUES = 200
"""How many values of a curve are shown: the last ones of a longer curve."""


def frame_lines(frame: Frame, looks: Mapping[TaskLook, Text], language: Language) -> Iterator[str]:
    """The figures, then a line an instance: where it is, its tasks, how much of it is taken."""
    for name, value in frame.facts.items():
        yield f"{one_line(name)}: {one_line(inline(value))}"
    for box in frame.boxes:
        yield _box_line(box, {**LOOKS, **looks}, language)


def curve_lines(playback: Playback, language: Language) -> Iterator[str]:
    """Each curve as its values, one a step."""
    for series in playback.series:
        values = series.values[-MOST_VALUES:]
        listed = ", ".join(figure(value) for value in values)
        before = "... " if len(values) < len(series.values) else ""
        yield f"{curve_name(series, language)}: {before}{listed}"


def _box_line(box: Box, names: Mapping[TaskLook, Text], language: Language) -> str:
    name = one_line(f"{box.id}, {box.zone}" if box.zone else box.id)
    if box.mark is Mark.CHOSEN:
        name = say("{name}, chosen", language, name=name)
    if box.mark is Mark.DROPPED:
        name = say("{name}, dropped", language, name=name)
    held = list(_held(box, names, language))
    return f"{name}: {'; '.join(held)}" if held else name


def _held(box: Box, names: Mapping[TaskLook, Text], language: Language) -> Iterator[str]:
    if box.holds_tasks:
        counts: Counter[TaskLook] = Counter()
        for run in box.runs:
            counts[run.look] += run.count
        tasks = [
            f"{counts[look]} {say(names[look], language)}" for look in TaskLook if counts[look]
        ]
        yield ", ".join(tasks) or say("no tasks", language)
    for meter in box.meters:
        yield say(
            "{name} {used} of {total}",
            language,
            name=one_line(meter.name),
            used=meter.used,
            total=meter.total,
        )
    if box.ports:
        yield f"port {' '.join(map(str, box.ports))}"
    if box.status:
        yield one_line(box.status)
    yield from map(one_line, box.labels)
