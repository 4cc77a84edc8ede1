"""What people get wrong about the cluster query language: the expression, read as a different
one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final, assert_never

from study_app.simulator.engines.query.expression import (
    And,
    Expression,
    Field,
    Not,
    Operator,
    Or,
    Predicate,
)
from study_app.simulator.engines.query.query import parse
from study_app.simulator.mistakes.mistake import Believed, Mistake, misread
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

_Part = Callable[[Expression], Expression]

_NEGATIVE: Final = (Operator.NOT_EQUALS, Operator.NOT_IN, Operator.NOT_MATCHES)
_POSITIVE: Final[Mapping[Operator, Operator]] = {
    Operator.NOT_EQUALS: Operator.EQUALS,
    Operator.NOT_IN: Operator.IN,
    Operator.NOT_MATCHES: Operator.MATCHES,
}
_PATTERNS: Final = (Operator.MATCHES, Operator.NOT_MATCHES)


def _read_as(part: _Part) -> Believed:
    """Every part of the expression read by `part`, from the inside out."""

    def changed(given: Plain) -> Mapping[str, object] | None:
        expression = parse(str(given["expression"]))
        read = _rebuilt(expression, part)
        return None if read == expression else {"expression": str(read)}

    return misread(changed)


def _rebuilt(expression: Expression, part: _Part) -> Expression:
    match expression:
        case Predicate():
            return part(expression)
        case Not(operand):
            return part(Not(_rebuilt(operand, part)))
        case And(operands):
            return part(And(tuple(_rebuilt(one, part) for one in operands)))
        case Or(operands):
            return part(Or(tuple(_rebuilt(one, part) for one in operands)))
        case _:
            assert_never(expression)


def _missing_differs(part: Expression) -> Expression:
    """A missing attribute is assumed to differ from every value."""
    if isinstance(part, Predicate) and part.operator in _NEGATIVE:
        return Not(replace(part, operator=_POSITIVE[part.operator]))
    return part


def _from_the_start(part: Expression) -> Expression:
    if isinstance(part, Predicate) and part.operator in _PATTERNS:
        return replace(part, arguments=(f"{part.arguments[0]}.*",))
    return part


def _no_task_of(part: Expression) -> Expression:
    return _missing_differs(part) if _is_about_groups(part) else part


def _is_about_groups(part: Expression) -> bool:
    return isinstance(part, Predicate) and part.subject is Field.TASK_GROUP


def _or_first(part: Expression) -> Expression:
    """`a or b and c` as `(a or b) and c`; needless parentheses do not count."""
    if not isinstance(part, Or) or not any(isinstance(one, And) for one in part.operands):
        return part
    alternatives: list[list[Expression]] = [[]]
    for operand in part.operands:
        first, *others = operand.operands if isinstance(operand, And) else (operand,)
        alternatives[-1].append(first)
        alternatives += [[one] for one in others]
    return And(tuple(one[0] if len(one) == 1 else Or(tuple(one)) for one in alternatives))


def _every_and_as_or(part: Expression) -> Expression:
    return Or(part.operands) if isinstance(part, And) else part


def _every_or_as_and(part: Expression) -> Expression:
    return And(part.operands) if isinstance(part, Or) else part


def _without_not(part: Expression) -> Expression:
    return part.operand if isinstance(part, Not) else part


def _lower_case(given: Plain) -> Mapping[str, object] | None:
    """Values without their case, in the expression and on the instances."""

    def lowered(part: Expression) -> Expression:
        if isinstance(part, Predicate) and part.operator not in _PATTERNS:
            return replace(part, arguments=tuple(one.lower() for one in part.arguments))
        return part

    name = "instances" if given.get("instances") is not None else "fixture"
    instances: Any = given[name]
    return {
        "expression": str(_rebuilt(parse(str(given["expression"])), lowered)),
        name: [{**one, **dict(_lower(one))} for one in instances],
    }


def _lower(instance: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    attributes = instance.get("attributes")
    if attributes:
        yield "attributes", {name: str(value).lower() for name, value in attributes.items()}
    if "az" in instance:
        yield "az", instance["az"].lower()


QUERY: Final = (
    Mistake(
        "missing-differs",
        _read_as(_missing_differs),
        Text(
            (
                "An instance without the attribute was taken to differ; no operator but "
                "`!exists` matches."
            ),
            "속성이 없는 인스턴스를 '다르다'고 보았습니다. `!exists`만 일치합니다.",
        ),
    ),
    Mistake(
        "match-from-start",
        _read_as(_from_the_start),
        Text(
            "The pattern was compared with the beginning of the value; it has to fit all of it.",
            "패턴을 값의 앞부분에만 맞추었습니다. 값 전체와 맞아야 합니다.",
        ),
    ),
    Mistake(
        "or-before-and",
        _read_as(_or_first),
        Text(
            "`or` was read before `and`; `and` binds tighter.",
            "`or`를 `and`보다 먼저 묶었습니다. `and`가 먼저 묶입니다.",
        ),
    ),
    Mistake(
        "no-task-of",
        _read_as(_no_task_of),
        Text(
            (
                "`task:group !=` was read as 'no task of that group'; one task of another group "
                "is enough."
            ),
            "`task:group !=`를 '그 그룹 없음'으로 읽었습니다. 다른 그룹이 하나만 있어도 됩니다.",
        ),
    ),
    Mistake(
        "ignore-not",
        _read_as(_without_not),
        Text("A `not` was overlooked.", "`not`을 놓쳤습니다."),
    ),
    Mistake(
        "and-as-or",
        _read_as(_every_and_as_or),
        Text("`and` was read as `or`.", "`and`를 `or`로 읽었습니다."),
    ),
    Mistake(
        "or-as-and",
        _read_as(_every_or_as_and),
        Text("`or` was read as `and`.", "`or`를 `and`로 읽었습니다."),
    ),
    Mistake(
        "ignore-case",
        misread(_lower_case),
        Text(
            "Upper and lower case were taken to be the same.",
            "대문자와 소문자를 구별하지 않았습니다.",
        ),
    ),
)
