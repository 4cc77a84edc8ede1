"""Cases of kind `query`: plain input in, plain result out."""

from collections.abc import Mapping

from study_app.simulator.engines.query.explanation import explain_query
from study_app.simulator.engines.query.query import Query, QueryError
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.instances import read_instances
from study_app.simulator.kinds.inputs.trace_lines import trace_lines


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """`{matches: [id, ...]}` in the order of the instances, with `trace` if asked for.

    The instances stand in `instances`, or in `fixture` in place of the fixture's name. An
    expression that is none gives `{error: true, message}`. Raises CaseError for malformed input.
    """
    fields = Fields(given)
    instances = read_instances(fields, sized=False)
    try:
        query = Query.parse(fields.text("expression", "write an expression"))
    except QueryError as error:
        return {"error": True, "message": str(error)}
    result: dict[str, object] = {
        "matches": [instance.id for instance in instances if query.matches(instance)]
    }
    if explain:
        result["trace"] = trace_lines(
            line for instance in instances for line in explain_query(query, instance)
        )
    return result
