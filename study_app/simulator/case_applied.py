"""Trace lines in plain values."""

from collections.abc import Iterable

from study_app.simulator.trace import Applied


def applied_lines(trace: Iterable[Applied]) -> list[dict[str, object]]:
    """One mapping a line."""
    return [
        {
            "rule": applied.rule.id,
            "formula": applied.formula,
            "basis": str(applied.rule.basis),
            "source": applied.rule.source,
        }
        for applied in trace
    ]
