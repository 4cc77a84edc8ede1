"""Trace lines in plain values, and back."""

from collections.abc import Iterable, Mapping
from typing import Final

from study_app.simulator.engines.breaker import rules as breaker
from study_app.simulator.engines.capacity import rules as capacity
from study_app.simulator.engines.kubernetes import rules as kubernetes
from study_app.simulator.engines.placement import rules as placement
from study_app.simulator.engines.rollout import rules as rollout
from study_app.simulator.engines.scaling import rules as scaling
from study_app.simulator.engines.task_definition import rules as task_definition
from study_app.simulator.engines.traffic import rules as traffic
from study_app.simulator.model.trace import Applied, Rule

RULES: Final[Mapping[str, Rule]] = {
    value.id: value
    for module in (
        breaker, capacity, kubernetes, placement, rollout, scaling, task_definition, traffic,
    )
    for value in vars(module).values()
    if isinstance(value, Rule)
}  # fmt: skip


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
        Applied(RULES[line["rule"]], line["formula"])
        for line in (trace if isinstance(trace, list) else ())
    )
