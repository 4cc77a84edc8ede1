"""Trace lines in plain values, and back."""

from collections.abc import Iterable

from study_app.simulator.trace import Applied, Basis, Rule


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


def read_applied(trace: object) -> tuple[Applied, ...]:
    """The lines of a plain trace as values again; nothing for what is no trace."""
    return tuple(
        Applied(Rule(line["rule"], Basis(line["basis"]), line["source"]), line["formula"])
        for line in (trace if isinstance(trace, list) else ())
    )
