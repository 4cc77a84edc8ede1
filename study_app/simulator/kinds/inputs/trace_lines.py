"""Trace lines about instances in plain values, and back."""

from collections.abc import Iterable

from study_app.simulator.engines.placement.filters import Considered
from study_app.simulator.kinds.inputs.applied import read_applied


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


def read_considered(trace: object) -> tuple[Considered, ...]:
    """The lines of a plain trace as values again; nothing for what is no trace."""
    lines = trace if isinstance(trace, list) else []
    return tuple(
        Considered(line["instance"], applied, line["kept"])
        for line, applied in zip(lines, read_applied(lines), strict=True)
    )
