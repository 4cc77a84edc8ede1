"""The cluster query language: which container instances does an expression mean?

attribute:ecs.instance-type =~ t2.* and not (task:group == database)
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from study_app.simulator.engines.query.evaluation import Matches, evaluator
from study_app.simulator.engines.query.expression import (
    And,
    Expression,
    Not,
    Or,
    Predicate,
    Subject,
)
from study_app.simulator.engines.query.parser import QueryError, parse
from study_app.simulator.model.cluster import ContainerInstance

__all__ = ["Query", "QueryError", "parse", "select"]


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed expression, ready to be evaluated on many instances.

    `str(query)` parses back into an equal query.
    """

    expression: Expression
    matches: Matches = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "matches", evaluator(self.expression))

    @classmethod
    def parse(cls, text: str) -> "Query":
        """Raises QueryError with the column and what was expected there."""
        return cls(parse(text))

    def __str__(self) -> str:
        return str(self.expression)

    @property
    def subjects(self) -> frozenset[Subject]:
        """All subjects in the expression."""
        return frozenset(
            part.subject for part in _parts(self.expression) if isinstance(part, Predicate)
        )

    def explain(self, instance: ContainerInstance) -> Iterator[tuple[Expression, bool]]:
        """Every part of the expression, from the inside out, and whether `instance` matches it."""
        for part in _parts(self.expression):
            yield part, evaluator(part)(instance)


def select(query: Query, instances: Iterable[ContainerInstance]) -> list[ContainerInstance]:
    """The instances that match, in their order."""
    return [instance for instance in instances if query.matches(instance)]


def _parts(expression: Expression) -> Iterator[Expression]:
    match expression:
        case Not(operand):
            yield from _parts(operand)
        case And(operands) | Or(operands):
            for operand in operands:
                yield from _parts(operand)
        case Predicate():
            pass
    yield expression
