"""The cluster query language."""

from typing import Any, Final

from study_app.simulator.engines.query.explanation import explain_query
from study_app.simulator.engines.query.query import Query, QueryError
from study_app.simulator.inputs.placement import INSTANCES
from study_app.simulator.inputs.values import notation
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.instances import read_instances
from study_app.simulator.inputs.values.parameter import Flag, Parameter, text
from study_app.simulator.kinds.kind import Ask, Kind, Mode, SimulateCommand
from study_app.simulator.kinds.steps import list_field
from study_app.simulator.mistakes.query import QUERY as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.playback.instances import QueryMatches, play_query

EXPRESSION: Final = Parameter(
    path="expression",
    read=text("write an expression"),
    notation=notation.TEXT,
    flag=Flag(name="expression", type=str, required=True),
)


def _match(fields: CaseFields, explain: bool) -> Outcome[QueryMatches]:
    instances = read_instances(fields, sized=False)
    try:
        query = Query.parse(EXPRESSION.of(fields))
    except QueryError as error:
        raise Refused([Problem.ours(EXPRESSION.path, error.text)]) from error
    matching = tuple(instance.id for instance in instances if query.matches(instance))
    lines = (line for instance in instances for line in explain_query(query, instance))
    result = QueryMatches(query=query, instances=instances, matching=matching)
    return Outcome(result, trace=tuple(lines) if explain else None)


def _write(result: QueryMatches) -> Plain:
    """`matches` is in the order of the instances."""
    return {"matches": list(result.matching)}


_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(
        name="match",
        run=_match,
        write=_write,
        parameters=(EXPRESSION, INSTANCES),
        play=play_query,
        explained_by_part=True,
        command=SimulateCommand(
            name="query",
            help="Show which container instances a cluster query language expression matches.",
            example=(
                'dva simulate query "attribute:ecs.instance-type =~ t2.*"\n'
                "--instance a,ecs.instance-type=t2.small --instance b,ecs.instance-type=m5.large"
            ),
        ),
    ),
)

QUERY: Final = Kind(
    name="query",
    modes=_MODES,
    default="match",
    asks={
        "matching": Ask(value=lambda result: len(list_field(result, "matches"))),
        "matches": Ask(value=lambda result: result["matches"], is_set=True),
    },
    mistakes=MISTAKES,
)
