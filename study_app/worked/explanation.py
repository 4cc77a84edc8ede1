"""The trace of a case as Markdown: the formulas that led to the answer, each with its rule."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from study_app.simulator.kinds.inputs.applied import RULES
from study_app.simulator.kinds.registry import simulate
from study_app.simulator.model.case import Case

BASIS: Final[Mapping[str, Mapping[str, str]]] = {
    "documented": {"en": "documented", "ko": "문서"},
    "assumed": {"en": "assumed", "ko": "가정"},
}
_TASK: Final = {"en": "task {number}", "ko": "{number}번째 태스크"}
_LEFT_OUT: Final = {"en": "{count} more lines", "ko": "{count}줄 더"}

_MOST_LINES: Final = 14
_LAST_LINES: Final = 4
"""Of a longer trace the beginning and so many lines of its end are shown."""

_ONLY: Final[Mapping[tuple[str, str], frozenset[str]]] = {
    ("rolling", "lower"): frozenset({"rollout.lower"}),
    ("rolling", "upper"): frozenset({"rollout.upper"}),
}
"""The rules that decide, where the others of the trace are about something else."""

_ONCE: Final = frozenset(
    {("rolling", ask) for ask in ("first_step", "first_stop", "first_start")}
    | {("kubernetes", ask) for ask in ("first_step", "first_stop", "first_start")}
)
"""Asks about the beginning: the first use of each rule says all."""

_ENDING: Final = "rollout.completed"
"""Says nothing about a beginning."""

_FILTERS: Final = frozenset(
    f"placement.{name}"
    for name in (
        "agent", "location", "attribute", "cpu", "gpu", "memory", "ports", "port-limit", "eni",
        "distinct-instance", "member-of",
    )
)  # fmt: skip
"""Of a filter only those lines are worth reading that drop an instance; of every other rule about
instances those that keep one."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One use of a rule; `about` says of what, where a trace has several."""

    rule: str
    formula: str
    basis: str
    about: str = ""


def explanation(case: Case, what: str, language: str) -> list[str]:
    """The lines of the trace that matter for the ask `what`, as Markdown without bullets.

    The words of a rule stand behind its first use only.
    """
    result = simulate(case.kind, case.given, {}, explain=True)
    lines = list(_relevant(_lines(case.kind, result.get("trace") or [], language), case.kind, what))
    seen: set[str] = set()
    shown = [_shown(line, language, seen) for line in lines]
    if len(shown) <= _MOST_LINES:
        return shown
    first = _MOST_LINES - _LAST_LINES - 1
    left_out = _LEFT_OUT.get(language, _LEFT_OUT["en"]).format(count=len(shown) - _MOST_LINES + 1)
    return [*shown[:first], f"… {left_out}", *shown[-_LAST_LINES:]]


def _shown(line: _Line, language: str, seen: set[str]) -> str:
    head = f"{line.about}: `{line.formula}`" if line.about else f"`{line.formula}`"
    if line.rule in seen:
        return head
    seen.add(line.rule)
    basis = BASIS[line.basis]
    text = RULES[line.rule].text(language).rstrip(".")
    return f"{head}: {text} ({basis.get(language, basis['en'])})"


def _lines(kind: str, trace: Any, language: str) -> Iterator[_Line]:
    if kind == "query":
        yield from _parts(trace)
    elif trace and isinstance(trace[0], list):
        task = _TASK.get(language, _TASK["en"])
        dropped: set[tuple[str, str]] = set()
        for number, lines in enumerate(trace, start=1):
            yield from _instances(lines, task.format(number=number), dropped)
    elif trace and "kept" in trace[0]:
        yield from _instances(trace, "", set())
    else:
        for line in trace:
            yield _Line(line["rule"], line["formula"], line["basis"])


def _parts(trace: Sequence[Mapping[str, Any]]) -> Iterator[_Line]:
    """Of a query one line a part of the expression, with the instances that match it."""
    matching: dict[str, list[str]] = {}
    for line in trace:
        names = matching.setdefault(line["formula"], [])
        if line["kept"]:
            names.append(line["instance"])
    for formula, names in matching.items():
        yield _Line("query.part", formula, trace[0]["basis"], ", ".join(names) or "-")


def _instances(
    trace: Iterable[Mapping[str, Any]], task: str, dropped: set[tuple[str, str]]
) -> Iterator[_Line]:
    """The lines that decide; `dropped` has the instances by rule that are known to be out."""
    kept: dict[str, _Line] = {}
    for line in trace:
        rule, instance = line["rule"], str(line["instance"] or "")
        if rule in _FILTERS:
            if not line["kept"] and (rule, instance) not in dropped:
                dropped.add((rule, instance))
                yield _Line(rule, line["formula"], line["basis"], instance)
        elif (line["kept"] and rule not in kept) or not instance:
            kept[rule] = _Line(rule, line["formula"], line["basis"], task)
    yield from kept.values()


def _relevant(lines: Iterator[_Line], kind: str, what: str) -> Iterator[_Line]:
    only, once, seen = _ONLY.get((kind, what)), (kind, what) in _ONCE, set[str]()
    for line in lines:
        if only is not None and line.rule not in only:
            continue
        if once and (line.rule in seen or line.rule == _ENDING):
            continue
        seen.add(line.rule)
        yield line
