"""Evaluates an expression of the cluster query language on container instances.

An expression is compiled to a function once, which is fast for any number of instances. A subject
that an instance lacks satisfies no operator but `!exists`, not even `!=`. Source:
cluster-query-language, and the 2023 guide for missing attributes.
"""

import operator as py
from collections.abc import Callable, Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any, TypeAlias, assert_never

from study_app.simulator.engines.query.expression import (
    And,
    Attribute,
    Expression,
    Field,
    Not,
    Operator,
    Or,
    Predicate,
    Subject,
)
from study_app.simulator.engines.query.patterns import read_pattern
from study_app.simulator.engines.query.values import (
    read_count,
    read_instant,
    read_number,
    read_version,
)
from study_app.simulator.model.cluster import ContainerInstance

Matches: TypeAlias = Callable[[ContainerInstance], bool]

_Value: TypeAlias = str | int | tuple[int, ...] | datetime
_Test: TypeAlias = Callable[[_Value], bool]


def evaluator(expression: Expression) -> Matches:
    """A function that tests whether an instance matches `expression`, as parsed."""
    match expression:
        case Predicate():
            return _predicate(expression)
        case Not(operand):
            inner = evaluator(operand)
            return lambda instance: not inner(instance)
        case And(operands):
            every = tuple(map(evaluator, operands))
            return lambda instance: all(matches(instance) for matches in every)
        case Or(operands):
            some = tuple(map(evaluator, operands))
            return lambda instance: any(matches(instance) for matches in some)
        case _:
            assert_never(expression)


def _predicate(predicate: Predicate) -> Matches:
    values = _values(predicate.subject)
    match predicate.operator:
        case Operator.EXISTS:
            return lambda instance: bool(values(instance))
        case Operator.NOT_EXISTS:
            return lambda instance: not values(instance)
        case _:
            test = _test(predicate)
            # An instance has several task groups: one that passes is enough.
            return lambda instance: any(map(test, values(instance)))


def _values(subject: Subject) -> Callable[[ContainerInstance], tuple[_Value, ...]]:
    """A function for the values of `subject` on an instance: none, one, or one per task."""
    match subject:
        case Attribute(name):
            return lambda instance: _known(instance.attributes.get(name))
        case Field.AGENT_CONNECTED:
            return lambda instance: ("true" if instance.agent_connected else "false",)
        case Field.AGENT_VERSION:
            return lambda instance: _known(instance.agent_version)
        case Field.EC2_INSTANCE_ID:
            return lambda instance: _known(instance.ec2_instance_id)
        case Field.REGISTERED_AT:
            return lambda instance: _known(instance.registered_at)
        case Field.RUNNING_TASKS_COUNT:
            return lambda instance: (instance.running_tasks_count,)
        case Field.TASK_GROUP:
            return lambda instance: instance.task_groups
        case _:
            assert_never(subject)


def _known(value: _Value | None) -> tuple[_Value, ...]:
    return () if value is None else (value,)


# Both sides are of one type, which depends on the subject.
_Comparison: TypeAlias = Callable[[Any, Any], bool]

_COMPARISONS: Mapping[Operator, _Comparison] = {
    Operator.EQUALS: py.eq,
    Operator.NOT_EQUALS: py.ne,
    Operator.GREATER_THAN: py.gt,
    Operator.GREATER_THAN_EQUAL: py.ge,
    Operator.LESS_THAN: py.lt,
    Operator.LESS_THAN_EQUAL: py.le,
}


def _test(predicate: Predicate) -> _Test:
    """The test for one value."""
    arguments = predicate.arguments
    match predicate.operator:
        case Operator.IN:
            return lambda value: value in arguments
        case Operator.NOT_IN:
            return lambda value: value not in arguments
        case Operator.MATCHES:
            return _pattern_test(arguments[0])
        case Operator.NOT_MATCHES:
            matches = _pattern_test(arguments[0])
            return lambda value: not matches(value)
        case _:
            return _comparison_test(predicate)


def _pattern_test(argument: str) -> _Test:
    matches = read_pattern(argument)
    return lambda value: matches(str(value))


def _comparison_test(predicate: Predicate) -> _Test:
    compare, argument = _COMPARISONS[predicate.operator], predicate.arguments[0]
    match predicate.subject:
        case Field.AGENT_VERSION:
            version = read_version(argument)
            return lambda value: compare(value, version)
        case Field.REGISTERED_AT:
            instant = read_instant(argument)
            return lambda value: compare(value, instant)
        case Field.RUNNING_TASKS_COUNT:
            count = read_count(argument)
            return lambda value: compare(value, count)
        case _ if predicate.operator in (Operator.EQUALS, Operator.NOT_EQUALS):
            return lambda value: compare(value, argument)
        case _:
            number = read_number(argument)
            return lambda value: _ordered(compare, str(value), argument, number)


def _ordered(compare: _Comparison, value: str, argument: str, number: Fraction | None) -> bool:
    """Compare as numbers if both sides are numbers, else as texts: assumed."""
    mine = read_number(value) if number is not None else None
    return compare(value, argument) if mine is None else compare(mine, number)
