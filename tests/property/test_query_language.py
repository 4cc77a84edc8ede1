"""Laws of the cluster query language, over drawn expressions and instances."""

import re
from datetime import UTC
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    allowed_operators,
)
from study_app.simulator.engines.query.query import Query, QueryError, parse
from study_app.simulator.model.cluster import ContainerInstance, Task

NAMES = st.sampled_from(["stack", "ecs.instance-type", "in", "or", "not", "exists", r"a/b\c_d.e-f"])
# Few and short, so that drawn expressions and drawn instances have something in common.
WORDS = st.sampled_from(["x", "y", "xy", "10", "9", "-1.5", "", "t2.small", "or", "it's", "a b"])
PATTERNS = st.sampled_from(["x", "x.*", ".*", "[xy]", "t2.*", "[0-9]+", "", "x|y"])
VERSIONS = st.lists(st.integers(0, 20), min_size=1, max_size=3).map(tuple)
MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0))
# Whatever a value can be: everything but parentheses, and not both kinds of quotes.
VALUES = WORDS | st.text(st.characters(exclude_characters="()\"'"), max_size=8)


SUBJECTS: st.SearchStrategy[Subject] = st.sampled_from(Field) | st.builds(Attribute, NAMES)
SEVERAL_VALUES = st.lists(VALUES, min_size=1, max_size=3).map(tuple)


@cache
def operators(subject: Subject) -> st.SearchStrategy[Operator]:
    return st.sampled_from(sorted(allowed_operators(subject)))


@st.composite
def predicates(draw: st.DrawFn) -> Predicate:
    subject = draw(SUBJECTS)
    operator = draw(operators(subject))
    match operator:
        case Operator.EXISTS | Operator.NOT_EXISTS:
            return Predicate(subject, operator)
        case Operator.IN | Operator.NOT_IN:
            return Predicate(subject, operator, draw(SEVERAL_VALUES))
        case Operator.MATCHES | Operator.NOT_MATCHES:
            return Predicate(subject, operator, (draw(PATTERNS),))
    match subject:
        case Field.AGENT_VERSION:
            argument = ".".join(map(str, draw(VERSIONS)))
        case Field.REGISTERED_AT:
            argument = draw(MOMENTS).isoformat()
        case Field.RUNNING_TASKS_COUNT:
            argument = str(draw(st.integers(0, 4)))
        case _:
            argument = draw(VALUES)
    return Predicate(subject, operator, (argument,))


def combined(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.builds(Not, parts) | st.builds(And, several) | st.builds(Or, several)


EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(predicates(), combined, max_leaves=6)

INSTANCES = st.builds(
    ContainerInstance,
    id=st.just("one"),
    attributes=st.dictionaries(NAMES, WORDS, max_size=4),
    tasks=st.lists(st.builds(Task, group=WORDS), max_size=3).map(tuple),
    agent_connected=st.booleans(),
    agent_version=st.none() | VERSIONS,
    registered_at=st.none() | MOMENTS,
    ec2_instance_id=st.none() | WORDS,
)


@given(EXPRESSIONS)
def test_a_printed_expression_parses_back(expression: Expression) -> None:
    """parse(print(expr)) == expr"""
    assert parse(str(expression)) == expression
    assert str(Query.parse(str(expression))) == str(expression)


@given(EXPRESSIONS, INSTANCES)
def test_not_is_negation(expression: Expression, instance: ContainerInstance) -> None:
    """`not(p)` is plain negation."""
    assert Query(Not(expression)).matches(instance) is not Query(expression).matches(instance)


@given(EXPRESSIONS, EXPRESSIONS, INSTANCES)
def test_and_or_are_those_of_logic(
    one: Expression, other: Expression, instance: ContainerInstance
) -> None:
    """and: both; or: one of the two."""
    first, second = Query(one).matches(instance), Query(other).matches(instance)

    assert Query(And((one, other))).matches(instance) is (first and second)
    assert Query(Or((one, other))).matches(instance) is (first or second)


@given(predicates(), predicates(), predicates())
def test_and_binds_tighter_than_or(a: Predicate, b: Predicate, c: Predicate) -> None:
    """expr := or ; or := and (("or"|"||") and)* ; and := not (("and"|"&&") not)*"""
    assert parse(f"{a} or {b} and {c}") == parse(f"{a} or ({b} and {c})")
    assert parse(f"{a} and {b} or {c}") == parse(f"({a} and {b}) || {c}")
    assert parse(f"not {a} and {b}") == parse(f"(not {a}) && {b}")


@given(predicates(), INSTANCES)
def test_one_predicate_by_the_book(predicate: Predicate, instance: ContainerInstance) -> None:
    """A subject that is missing satisfies only !exists; of several task groups any will do."""
    assert Query(predicate).matches(instance) is by_the_book(predicate, instance)


def by_the_book(predicate: Predicate, instance: ContainerInstance) -> bool:
    """The semantics of section 2 once more, in the plainest way."""
    groups = [task.group for task in instance.tasks]
    found: list[object] = []
    match predicate.subject:
        case Attribute(name):
            found = [instance.attributes[name]] if name in instance.attributes else []
        case Field.AGENT_CONNECTED:
            found = ["true"] if instance.agent_connected else ["false"]
        case Field.AGENT_VERSION:
            found = [instance.agent_version]
        case Field.EC2_INSTANCE_ID:
            found = [instance.ec2_instance_id]
        case Field.REGISTERED_AT:
            found = [instance.registered_at]
        case Field.RUNNING_TASKS_COUNT:
            found = [len(groups)]
        case Field.TASK_GROUP:
            found = list(groups)
    found = [value for value in found if value is not None]
    if predicate.operator is Operator.EXISTS:
        return found != []
    if predicate.operator is Operator.NOT_EXISTS:
        return found == []
    return any(holds(predicate, value) for value in found)


def holds(predicate: Predicate, value: object) -> bool:
    first = predicate.arguments[0]
    match predicate.operator:
        case Operator.IN:
            return value in predicate.arguments
        case Operator.NOT_IN:
            return value not in predicate.arguments
        case Operator.MATCHES:
            return re.fullmatch(first, str(value)) is not None
        case Operator.NOT_MATCHES:
            return re.fullmatch(first, str(value)) is None
        case Operator.EQUALS:
            return same(predicate.subject, value, first)
        case Operator.NOT_EQUALS:
            return not same(predicate.subject, value, first)
    less = below(predicate.subject, value, first)
    equal = not less and not below(predicate.subject, value, first, swapped=True)
    match predicate.operator:
        case Operator.LESS_THAN:
            return less
        case Operator.LESS_THAN_EQUAL:
            return less or equal
        case Operator.GREATER_THAN:
            return not less and not equal
        case _:
            return not less


TEXTS = {Field.AGENT_CONNECTED, Field.EC2_INSTANCE_ID, Field.TASK_GROUP}


def same(subject: Subject, value: object, argument: str) -> bool:
    if isinstance(subject, Attribute) or subject in TEXTS:
        return value == argument
    left, right = sides(subject, value, argument)
    return left == right


def below(subject: Subject, value: object, argument: str, *, swapped: bool = False) -> bool:
    left, right = sides(subject, value, argument)
    return bool(right < left if swapped else left < right)  # type: ignore[operator]


def sides(subject: Subject, value: object, argument: str) -> tuple[object, object]:
    match subject:
        case Field.AGENT_VERSION:
            return value, tuple(int(number) for number in argument.split("."))
        case Field.REGISTERED_AT:
            return str(value), argument.replace("T", " ")  # both in UTC, with four-digit years
        case Field.RUNNING_TASKS_COUNT:
            return value, int(argument)
    number = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
    if number.fullmatch(str(value)) and number.fullmatch(argument):
        return Fraction(str(value)), Fraction(argument)
    return str(value), argument


PIECES = st.sampled_from(
    [
        *(text for operator in Operator for text in (str(operator), operator.word)),
        *(str(field) for field in Field),
        *[
            "attribute:",
            "attribute:a",
            "and",
            "or",
            "not",
            "&&",
            "||",
            "!",
            "(",
            ")",
            "[",
            "]",
            ",",
            "'",
            "x",
            "1.2",
            "2018-01-01",
            ".*",
            "[[",
        ],
        '"',
        " ",
    ]
)


@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES).map("".join) | st.text())
def test_any_text_parses_or_names_a_column_of_itself(text: str) -> None:
    """A syntax error names its column and what was expected; nothing else is ever raised."""
    read = parsed(text)
    if isinstance(read, QueryError):
        assert 1 <= read.column <= len(text) + 1
        assert read.expected.en
    else:
        assert parse(str(read)) == read


def parsed(text: str) -> Expression | QueryError:
    try:
        return parse(text)
    except QueryError as error:
        return error


@given(EXPRESSIONS, st.sampled_from(["§", ")", "exists", "attribute:a exists", "AND", "'"]))
def test_what_follows_a_whole_expression_is_blamed_itself(
    expression: Expression, more: str
) -> None:
    """A syntax error names its column and what was expected."""
    text = f"{expression} "
    with pytest.raises(QueryError, match="and, or") as caught:
        parse(text + more)
    assert caught.value.column == len(text) + 1
