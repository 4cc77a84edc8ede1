"""A case of the lab as lines: every step with what there is then, and the rules behind it."""

from collections.abc import Iterable, Iterator

from study_app.drawing.pictures import basis_of, dropped
from study_app.learning.material.scenarios import Scenario
from study_app.plain.pictures import curve_lines, frame_lines
from study_app.simulator.model.trace import Applied
from study_app.simulator.playback.frames import Playback
from study_app.usecases.lab import Lab
from study_app.words.language import Language
from study_app.words.pages import page_name
from study_app.words.visible import one_line, visible
from study_app.words.width import display_width
from study_app.words.wording import say

_FRAMES = 500
"""How many pictures are printed before the last one: more are for the screen, one at a time."""


def lab_lines(lab: Lab, language: Language) -> Iterator[str]:
    """The scenario from its text to its last step, then the case beside it, if any."""
    yield f"# {lab.title(language)}"
    for warning in lab.warnings():
        yield f"! {say(warning, language)}"
    for text in lab.texts(language):
        yield ""
        yield text
    label, beside_label = lab.labels(language)
    if lab.beside is not None:
        yield ""
        yield f"## {label}"
    yield from playback_lines(lab.playback, language)
    if lab.beside is not None:
        yield ""
        yield f"## {beside_label}"
        yield from playback_lines(lab.beside, language)


def playback_lines(playback: Playback, language: Language) -> Iterator[str]:
    """Every frame of a case: what happened, what there is, the rules; the curves at the end."""
    last = len(playback.frames) - 1
    for number in _printed(last):
        frame = playback.frames[number]
        if number == last and last > _FRAMES:
            yield ""
            left_out = last - _FRAMES
            yield say("... {steps} {steps:step|steps} left out", language, steps=left_out)
        yield ""
        yield f"{number}/{last}  {frame.caption.text(language.spoken)}"
        yield from (f"  {line}" for line in frame_lines(frame, playback.looks, language))
        for applied in frame.applied:
            yield from _rule_lines(applied, language)
        for name, why in dropped(frame, language):
            yield f"    {say('not {instance}', language, instance=f'{name}  {why}')}"
    if playback.series:
        yield ""
        yield from curve_lines(playback, language)


def _printed(last: int) -> Iterable[int]:
    """Of a very long case the first pictures and the last one."""
    return range(last + 1) if last <= _FRAMES else (*range(_FRAMES), last)


def scenario_lines(scenarios: Iterable[Scenario], language: Language) -> Iterator[str]:
    """Every scenario by its id, to choose one from."""
    listed = list(scenarios)
    width = max((display_width(one.id) for one in listed), default=0)
    for one in listed:
        title = one.title.get(language.spoken) or one.title.get("en", "")
        yield f"{one.id.ljust(width)}  {title}"
    yield ""
    yield say("Open one with: dva lab {example}", language, example=listed[0].id if listed else "")


def _rule_lines(applied: Applied, language: Language) -> Iterator[str]:
    """One use of a rule: its numbers, what it says, and whether AWS documents it."""
    yield f"    {one_line(applied.text(language))}"
    *others, last = (visible(applied.rule.text(one)) for one in language.read)
    yield from (f"        {text}" for text in others)
    basis, page = basis_of(applied, language), visible(page_name(applied.rule.source))
    yield f"        {last} ({basis}: {page})"
