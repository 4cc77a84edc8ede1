"""The trace of a case as Markdown: the formulas that led to the answer, each with its rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from study_app.simulator.kinds.kind import Ask
from study_app.simulator.model.trace import (
    Applied,
    Basis,
    Considered,
    Decision,
    Rule,
    Trace,
)
from study_app.words.text import Text
from study_app.words.wording import say

_BASIS: Final = {
    Basis.DOCUMENTED: Text("documented", "문서에 있음"),
    Basis.ASSUMED: Text("assumed", "이 모델의 가정"),
}
_TASK: Final = Text("task {number}", "{number}번째 태스크")
_LEFT_OUT: Final = Text("{count} more lines", "{count}줄 더")

_MOST_LINES: Final = 14
_LAST_LINES: Final = 4
"""How many lines of the end of a long trace are shown, after its beginning."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One use of a rule; `about` says what it concerns, in a trace about several things."""

    applied: Applied
    about: str = ""


def explanation(trace: Trace, asked: Ask, language: str, *, by_part: bool) -> list[str]:
    """The lines of `trace` that matter for what is `asked`, as Markdown without bullets.

    The words of a rule follow its first use only. `by_part`: the lines of all instances about one
    part of an expression are one line.
    """
    lines = _parts(trace) if by_part else _lines(trace, language)
    seen: set[Rule] = set()
    shown = [_shown(line, language, seen) for line in _relevant(lines, asked)]
    if len(shown) <= _MOST_LINES:
        return shown
    first = _MOST_LINES - _LAST_LINES - 1
    left_out = say(_LEFT_OUT, language, count=len(shown) - _MOST_LINES + 1)
    return [*shown[:first], f"… {left_out}", *shown[-_LAST_LINES:]]


def _shown(line: _Line, language: str, seen: set[Rule]) -> str:
    rule, formula = line.applied.rule, line.applied.text(language)
    head = f"{line.about}: `{formula}`" if line.about else f"`{formula}`"
    if rule in seen:
        return head
    seen.add(rule)
    return f"{head}: {rule.text(language).rstrip('.')} ({say(_BASIS[rule.basis], language)})"


def _lines(trace: Trace, language: str) -> Iterator[_Line]:
    """Every informative line; candidates already ruled out are skipped."""
    dropped: set[tuple[Rule, str]] = set()
    together: list[Considered] = []
    for number, line in enumerate(trace, start=1):
        match line:
            case Applied():
                yield _Line(line)
            case Considered():
                together.append(line)
            case Decision(considered):
                yield from _decisive(considered, say(_TASK, language, number=number), dropped)
    yield from _decisive(together, "", dropped)


def _decisive(
    considered: Iterable[Considered], task: str, dropped: set[tuple[Rule, str]]
) -> Iterator[_Line]:
    """For a filter the lines that drop an instance, for any other rule one line that keeps one."""
    kept: dict[Rule, _Line] = {}
    for line in considered:
        rule, instance = line.applied.rule, line.instance or ""
        if rule.filters:
            if not line.kept and (rule, instance) not in dropped:
                dropped.add((rule, instance))
                yield _Line(line.applied, instance)
        elif (line.kept and rule not in kept) or not instance:
            kept[rule] = _Line(line.applied, task)
    yield from kept.values()


def _parts(trace: Trace) -> Iterator[_Line]:
    """For a query, one line per part of the expression, with the instances that match it."""
    matching: dict[str, list[str]] = {}
    applied: dict[str, Applied] = {}
    for line in trace:
        if not isinstance(line, Considered):
            continue
        formula = line.applied.english
        applied.setdefault(formula, line.applied)
        names = matching.setdefault(formula, [])
        if line.kept and line.instance is not None:
            names.append(line.instance)
    for formula, names in matching.items():
        yield _Line(applied[formula], ", ".join(names) or "-")


def _relevant(lines: Iterator[_Line], asked: Ask) -> Iterator[_Line]:
    seen: set[Rule] = set()
    for line in lines:
        rule = line.applied.rule
        if rule in asked.without or (asked.only and rule not in asked.only):
            continue
        if asked.beginning and rule in seen:
            continue
        seen.add(rule)
        yield line
