"""Trace lines about instances in plain values."""

from collections.abc import Iterable

from study_app.simulator.placement_filters import Considered


def trace_lines(trace: Iterable[Considered]) -> list[dict[str, object]]:
    """One mapping a line; `instance` is None where a line is about the whole cluster."""
    return [
        {
            "instance": considered.instance,
            "rule": considered.applied.rule.id,
            "formula": considered.applied.formula,
            "kept": considered.kept,
            "basis": str(considered.applied.rule.basis),
            "source": considered.applied.rule.source,
        }
        for considered in trace
    ]
