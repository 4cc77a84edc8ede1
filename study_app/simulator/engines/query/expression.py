"""Expressions of the cluster query language as values, and converted back to text.

`str(expression)` is an expression that parses back into an equal value: operators as symbols,
`and` and `or` as words, quotes and parentheses only where they are needed.
Source: cluster-query-language.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias, assert_never


class Operator(StrEnum):
    """An operator by its symbol; `word` is its name, which AWS takes as well."""

    EQUALS = "=="
    NOT_EQUALS = "!="
    GREATER_THAN = ">"
    GREATER_THAN_EQUAL = ">="
    LESS_THAN = "<"
    LESS_THAN_EQUAL = "<="
    MATCHES = "=~"
    NOT_MATCHES = "!~"
    IN = "in"
    NOT_IN = "!in"
    EXISTS = "exists"
    NOT_EXISTS = "!exists"

    @property
    def word(self) -> str:
        return self.name.lower()


class Field(StrEnum):
    """A subject that every container instance has."""

    AGENT_CONNECTED = "agentConnected"
    AGENT_VERSION = "agentVersion"
    EC2_INSTANCE_ID = "ec2InstanceId"
    REGISTERED_AT = "registeredAt"
    RUNNING_TASKS_COUNT = "runningTasksCount"
    TASK_GROUP = "task:group"


@dataclass(frozen=True, slots=True)
class Attribute:
    """A subject that a container instance may have: one of its attributes."""

    name: str

    def __str__(self) -> str:
        return f"attribute:{self.name}"


Subject: TypeAlias = Field | Attribute

_IDENTITY = frozenset(
    {
        Operator.EQUALS,
        Operator.NOT_EQUALS,
        Operator.IN,
        Operator.NOT_IN,
        Operator.MATCHES,
        Operator.NOT_MATCHES,
    }
)
_ORDER = frozenset(
    {
        Operator.EQUALS,
        Operator.NOT_EQUALS,
        Operator.GREATER_THAN,
        Operator.GREATER_THAN_EQUAL,
        Operator.LESS_THAN,
        Operator.LESS_THAN_EQUAL,
    }
)


def allowed_operators(subject: Subject) -> frozenset[Operator]:
    """The operators that AWS lists for `subject`; for the last two it lists none, so all."""
    match subject:
        case Field.AGENT_CONNECTED | Field.EC2_INSTANCE_ID:
            return _IDENTITY
        case Field.AGENT_VERSION | Field.REGISTERED_AT | Field.RUNNING_TASKS_COUNT:
            return _ORDER
        case Field.TASK_GROUP | Attribute():
            return frozenset(Operator)
        case _:
            assert_never(subject)


@dataclass(frozen=True, slots=True)
class Predicate:
    """`subject operator arguments`: no argument for exists, a list for in, one for the rest."""

    subject: Subject
    operator: Operator
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        match self.operator:
            case Operator.EXISTS | Operator.NOT_EXISTS:
                return f"{self.subject} {self.operator}"
            case Operator.IN | Operator.NOT_IN:
                listed = ", ".join(map(_value, self.arguments))
                return f"{self.subject} {self.operator} [{listed}]"
            case _:
                return f"{self.subject} {self.operator} {_value(self.arguments[0])}"


@dataclass(frozen=True, slots=True)
class Not:
    """True where `operand` is false: plain negation."""

    operand: "Expression"

    def __str__(self) -> str:
        match self.operand:
            case Predicate() | Not():
                return f"not {self.operand}"
            case _:
                return f"not ({self.operand})"


@dataclass(frozen=True, slots=True)
class And:
    """True where all of two or more `operands` are; binds tighter than or."""

    operands: tuple["Expression", ...]

    def __str__(self) -> str:
        return " and ".join(
            f"({operand})" if isinstance(operand, And | Or) else str(operand)
            for operand in self.operands
        )


@dataclass(frozen=True, slots=True)
class Or:
    """True where one of two or more `operands` is."""

    operands: tuple["Expression", ...]

    def __str__(self) -> str:
        return " or ".join(
            f"({operand})" if isinstance(operand, Or) else str(operand) for operand in self.operands
        )


Expression: TypeAlias = Predicate | Not | And | Or

_BARE = re.compile(r"[A-Za-z0-9_.:/@\\*+?^$-]+")


def _value(text: str) -> str:
    """`text` as an argument, quoted if necessary. A text with both kinds of quotes must have been
    unquoted."""
    if _BARE.fullmatch(text):
        return text
    if "'" not in text:
        return f"'{text}'"
    return f'"{text}"' if '"' not in text else text
