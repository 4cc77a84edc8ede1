"""Simulated cases as lines: a placement as the lab draws it, all other results as fields."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from study_app.drawing.pictures import legend, stage
from study_app.plain.lab import COLUMNS, ROWS
from study_app.simulator.kinds.registry import with_fixture
from study_app.simulator.model.case import Case
from study_app.simulator.playback.play import play
from study_app.words.language import Language
from study_app.words.visible import inline, one_line
from study_app.words.wording import say


def case_lines(
    outcomes: Sequence[Mapping[str, Any]],
    cases: Sequence[Any],
    fixtures: Mapping[str, Any],
    language: Language,
) -> Iterator[str]:
    """Every case with its result, then how many of them match what they expect."""
    for outcome, case in zip(outcomes, cases, strict=True):
        mark = {True: "✓", False: "✗", None: "·"}[outcome.get("matches")]
        mark = "✗" if "error" in outcome else mark
        yield one_line(f"{mark} {outcome['id']} ({outcome['kind']})")
        if "error" in outcome:
            yield f"    {one_line(str(outcome['error']))}"
            continue
        given = with_fixture(case["input"], fixtures)
        for line in result_lines(str(outcome["kind"]), given, outcome["result"], language):
            yield f"    {line}"
    yield say(
        "{cases} cases: {matching} match, {others} do not, {errors} malformed",
        language,
        cases=len(outcomes),
        matching=sum(outcome.get("matches") is True for outcome in outcomes),
        others=sum(outcome.get("matches") is False for outcome in outcomes),
        errors=sum("error" in outcome for outcome in outcomes),
    )


def result_lines(
    kind: str, given: Mapping[str, Any], result: Mapping[str, Any], language: Language
) -> Iterator[str]:
    """One result. Placed tasks stand in the boxes of their instances; a fixture by its contents."""
    if kind == "placement" and "placed_on" in result:
        yield from _picture(given, result, language)
        return
    for name, value in result.items():
        if name != "trace":
            yield one_line(f"{name}: {inline(value)}")
    yield from _trace_lines(result.get("trace", ()))


def _picture(
    given: Mapping[str, Any], result: Mapping[str, Any], language: Language
) -> Iterator[str]:
    """The cluster once every task has found its place, or none."""
    playback = play(Case("placement", given))
    last = len(playback.frames) - 1
    frame = playback.frames[last]
    # What the last task chose is no news about the whole.
    whole = replace(frame, boxes=tuple(replace(box, mark=None) for box in frame.boxes))
    drawn = [*stage(whole, COLUMNS, ROWS), legend([playback], (), language)]
    yield from ("".join(text for text, _ in line).rstrip() for line in drawn)
    if result["unplaced"]:
        yield say("{unplaced} not placed", language, unplaced=result["unplaced"])
    yield from _trace_lines(line for choice in result.get("trace", ()) for line in choice)


def _trace_lines(trace: Iterable[Any]) -> Iterator[str]:
    for line in trace:
        if not isinstance(line, Mapping):
            continue
        kept = {True: "+", False: "-"}.get(line.get("kept", None), " ")
        where = f"{line['instance']}: " if line.get("instance") else ""
        yield one_line(f"  {kept} {where}{line.get('formula', '')}  [{line.get('rule', '')}]")
