"""Outcomes as plain values: the one place where results and traces become JSON."""

from typing import Any

from study_app.simulator.kinds.kind import Mode
from study_app.simulator.model.case import Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import all_of
from study_app.simulator.model.trace import Applied, Considered, Decision, Trace


def outcome_as_plain(mode: Mode[Any], outcome: Outcome[Any]) -> Plain:
    """The result of a case of `mode`, with its trace if requested.

    `error: true` means that AWS, or Kubernetes, refuses the input; `message` says why.
    """
    if outcome.refusal:
        nothing = dict.fromkeys(mode.refusable or ())
        return {"error": True, "message": all_of(outcome.refusal).en, **nothing}
    head = {} if mode.refusable is None else {"error": False, "message": None}
    trace = {} if outcome.trace is None else {"trace": trace_lines(outcome.trace)}
    return {**head, **mode.write(outcome.done), **trace}


def without_trace(result: Plain) -> Plain:
    """A result as printed without its trace."""
    return {name: value for name, value in result.items() if name != "trace"}


def trace_lines(trace: Trace) -> list[object]:
    """One mapping per line; if there are several decisions, a list of lines for each."""
    return [_line(line) for line in trace]


def _line(line: Applied | Considered | Decision) -> object:
    match line:
        case Applied(rule) as applied:
            return {
                "rule": rule.id,
                "formula": applied.english,
                "basis": str(rule.basis),
                "source": rule.source,
            }
        case Considered(instance, Applied(rule) as applied, kept):
            return {
                "instance": instance,
                "rule": rule.id,
                "formula": applied.english,
                "kept": kept,
                "basis": str(rule.basis),
                "source": rule.source,
            }
        case Decision(lines):
            return [_line(one) for one in lines]
