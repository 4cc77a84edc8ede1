"""The result of each part of a query for an instance, and whether AWS documents it."""

from collections.abc import Iterator

from study_app.simulator.engines.query import rules
from study_app.simulator.engines.query.expression import (
    Attribute,
    Expression,
    Field,
    Operator,
    Predicate,
)
from study_app.simulator.engines.query.query import Query
from study_app.simulator.model.cluster import ContainerInstance
from study_app.simulator.model.trace import Applied, Considered, Rule

_NEGATIVE = frozenset({Operator.NOT_EQUALS, Operator.NOT_IN, Operator.NOT_MATCHES})


def explain_query(query: Query, instance: ContainerInstance) -> Iterator[Considered]:
    """A line for every part of the expression, from the inside out."""
    for part, matches in query.explain(instance):
        applied = Applied(_rule(part, instance), str(part))
        yield Considered(instance.id, applied, matches)


def _rule(part: Expression, instance: ContainerInstance) -> Rule:
    """That `!=` does not match a missing attribute is in the 2023 guide only.

    AWS documents `not(task:group == x)`, but no other negative operator on groups.
    """
    match part:
        case Predicate(subject=Attribute(name), operator=operator) if (
            operator in _NEGATIVE and name not in instance.attributes
        ):
            return rules.QUERY_MISSING
        case Predicate(subject=Field.TASK_GROUP, operator=operator) if operator in _NEGATIVE:
            return rules.QUERY_OTHER_GROUP
        case _:
            return rules.QUERY_PART
