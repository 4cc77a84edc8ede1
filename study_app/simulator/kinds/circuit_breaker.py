"""Cases of kind `circuit_breaker`: plain input in, plain result out."""

from collections.abc import Mapping

from study_app.simulator.engines.breaker.circuit_breaker import (
    BreakerError,
    CircuitBreaker,
    ThresholdType,
)
from study_app.simulator.kinds.breaker_watch import watching
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import MOST_COUNT, Fields


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """The threshold of a breaker for `desired` tasks, by `type` and `value`.

    With `mode` watch, what becomes of a deployment. A value that AWS refuses is a result, too.
    `explain` adds the `trace`.

    Raises CaseError for a malformed input.
    """
    fields = Fields(given)
    if fields.has("mode") and fields.name("mode", ("watch",)):
        return watching(fields, explain)
    desired = fields.integer("desired")
    default = CircuitBreaker()
    kind = fields.choice("type", ThresholdType, default.type)
    value = fields.integer("value", default.value, least=-MOST_COUNT)
    try:
        breaker = CircuitBreaker(type=kind, value=value)
    except BreakerError as error:
        return {"error": True, "message": str(error), "threshold": None}
    trace = {"trace": applied_lines([breaker.explain(desired)])} if explain else {}
    return {"error": False, "message": None, "threshold": breaker.threshold(desired), **trace}
