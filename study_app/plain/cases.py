"""Simulated cases as lines: instances drawn as boxes, all other results as fields."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from study_app.learning.language import Language
from study_app.learning.visible import one_line
from study_app.width import display_width, ljust
from study_app.wording import say

_BAR_CELLS = 12
_TASK_SHAPE, _OTHER_SHAPE = "■", "□"
_MOST_SHAPES = 14


def case_lines(
    outcomes: Sequence[Mapping[str, Any]], cases: Sequence[Any], language: Language
) -> Iterator[str]:
    """Every case with its result, then how many of them match what they expect."""
    for outcome, case in zip(outcomes, cases, strict=True):
        mark = {True: "✓", False: "✗", None: "·"}[outcome.get("matches")]
        mark = "✗" if "error" in outcome else mark
        yield one_line(f"{mark} {outcome['id']} ({outcome['kind']})")
        if "error" in outcome:
            yield f"    {one_line(str(outcome['error']))}"
            continue
        given = case["input"]
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
    """One result. Placed tasks stand in the boxes of their instances."""
    if kind == "placement" and "placed_on" in result:
        yield from _boxes(given, result, language)
        return
    for name, value in result.items():
        if name != "trace":
            yield one_line(f"{name}: {_inline(value)}")
    yield from _trace_lines(result.get("trace", ()))


def _boxes(
    given: Mapping[str, Any], result: Mapping[str, Any], language: Language
) -> Iterator[str]:
    counts: Mapping[str, int] = result["counts"]
    task = given.get("task") or {}
    boxes = [
        _box(instance, counts.get(str(instance["id"]), 0), task)
        for instance in given.get("instances") or given.get("fixture") or ()
    ]
    for number in range(0, len(boxes), 3):
        for parts in zip(*boxes[number : number + 3], strict=True):
            yield "  ".join(parts)
    yield say(
        "{shape} placed now   {other} there before", language, shape=_TASK_SHAPE, other=_OTHER_SHAPE
    )
    if result["unplaced"]:
        yield say("{unplaced} not placed", language, unplaced=result["unplaced"])
    yield from _trace_lines(line for choice in result.get("trace", ()) for line in choice)


def _box(instance: Mapping[str, Any], placed: int, task: Mapping[str, Any]) -> list[str]:
    before = len(instance.get("tasks") or ())
    name = one_line(f"{instance['id']} {instance.get('az') or ''}".strip())
    shapes = (_TASK_SHAPE * placed + _OTHER_SHAPE * before)[:_MOST_SHAPES]
    more = placed + before - len(shapes)
    rows = [shapes + (f" +{more}" if more else "")]
    for resource in ("cpu", "memory"):
        total = instance.get(resource)
        if isinstance(total, int) and total > 0:
            used = placed * int(task.get(resource) or 0)
            used += sum(int(one.get(resource) or 0) for one in instance.get("tasks") or ())
            full = min(_BAR_CELLS, round(_BAR_CELLS * used / total))
            bar = "█" * full + "░" * (_BAR_CELLS - full)
            rows.append(f"{resource[:3]} {bar}")
        else:
            rows.append("")
    width = max(20, display_width(name) + 3)
    top = f"┌ {name} " + "─" * (width - display_width(name)) + "┐"
    return [top, *(f"│ {ljust(row, width)} │" for row in rows), "└" + "─" * (width + 2) + "┘"]


def _trace_lines(trace: Iterable[Any]) -> Iterator[str]:
    for line in trace:
        if not isinstance(line, Mapping):
            continue
        kept = {True: "+", False: "-"}.get(line.get("kept", None), " ")
        where = f"{line['instance']}: " if line.get("instance") else ""
        yield one_line(f"  {kept} {where}{line.get('formula', '')}  [{line.get('rule', '')}]")


def _inline(value: object) -> str:
    match value:
        case Mapping():
            return "{" + ", ".join(f"{key}: {_inline(one)}" for key, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(_inline, value)) + "]"
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)
