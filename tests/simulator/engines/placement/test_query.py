"""The cluster query language, example by example."""

from datetime import UTC, datetime

import pytest

from study_app.simulator.engines.query.expression import (
    And,
    Attribute,
    Expression,
    Field,
    Not,
    Operator,
    Or,
    Predicate,
)
from study_app.simulator.engines.query.query import Query, QueryError, parse, select
from study_app.simulator.model.cluster import ContainerInstance, Task, TaskStatus

ID, COUNT = Field.EC2_INSTANCE_ID, Field.RUNNING_TASKS_COUNT
A, B, C = (Predicate(Attribute(name), Operator.EXISTS) for name in "abc")


def equals(name: str, value: str) -> Predicate:
    return Predicate(Attribute(name), Operator.EQUALS, (value,))


def instance(
    attributes: dict[str, str] | None = None, groups: tuple[str, ...] = ()
) -> ContainerInstance:
    return ContainerInstance(
        id="one",
        attributes=attributes or {},
        tasks=tuple(Task(group=group) for group in groups),
        agent_version=(1, 14, 5),
        registered_at=datetime(2018, 6, 18, 22, 28, 28, tzinfo=UTC),
        ec2_instance_id="i-abcd1234",
    )


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("attribute:a exists", A),
        ("  attribute:a\n exists ", A),
        ("attribute:a exists and attribute:b exists or attribute:c exists", Or((And((A, B)), C))),
        ("attribute:a exists || attribute:b exists && attribute:c exists", Or((A, And((B, C))))),
        ("attribute:a exists and (attribute:b exists or attribute:c exists)", And((A, Or((B, C))))),
        ("(attribute:a exists)or(attribute:b exists)", Or((A, B))),
        ("((attribute:a exists))", A),
        ("(attribute:a exists or attribute:b exists) or attribute:c exists", Or((Or((A, B)), C))),
        ("not attribute:a exists", Not(A)),
        ("not(attribute:a exists)", Not(A)),
        ("!attribute:a exists", Not(A)),
        ("!(attribute:a exists)", Not(A)),
        ("not !not attribute:a exists", Not(Not(Not(A)))),
        ("not attribute:a exists and attribute:b exists", And((Not(A), B))),
        ("attribute:a==x", equals("a", "x")),
        ("attribute:a equals x", equals("a", "x")),
        ("attribute:a=='x y'", equals("a", "x y")),
        ('attribute:a=="it\'s"', equals("a", "it's")),
        ("attribute:a == it's", equals("a", "it's")),
        ("(attribute:a == x)", equals("a", "x")),
        ("attribute:a == x,y]", equals("a", "x,y]")),
        ("attribute:a == ''", equals("a", "")),
        ("attribute:a==x&&attribute:b==y", And((equals("a", "x"), equals("b", "y")))),
        ("attribute:a=='x'or attribute:b==y", Or((equals("a", "x"), equals("b", "y")))),
        (r"attribute:x_1-2./\y exists", Predicate(Attribute(r"x_1-2./\y"), Operator.EXISTS)),
        ("attribute:a =~ [mt]2.*", Predicate(Attribute("a"), Operator.MATCHES, ("[mt]2.*",))),
        ("task:group!~x", Predicate(Field.TASK_GROUP, Operator.NOT_MATCHES, ("x",))),
        ("ec2InstanceId in[a,'b' , \"c\"]", Predicate(ID, Operator.IN, ("a", "b", "c"))),
        ("ec2InstanceId !in [a]", Predicate(ID, Operator.NOT_IN, ("a",))),
        ("task:group !exists", Predicate(Field.TASK_GROUP, Operator.NOT_EXISTS)),
        ("runningTasksCount>=2", Predicate(COUNT, Operator.GREATER_THAN_EQUAL, ("2",))),
    ],
)
def test_a_text_means_this_expression(text: str, expression: Expression) -> None:
    assert parse(text) == expression


@pytest.mark.parametrize("operator", Operator)
def test_an_operator_goes_by_symbol_and_by_word(operator: Operator) -> None:
    argument = {"exists": "", "not_exists": "", "in": "[x]", "not_in": "[x]"}
    text = argument.get(operator.word, "x")
    assert parse(f"attribute:a {operator.word} {text}") == parse(f"attribute:a {operator} {text}")


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("", 1, "not, '(', or a subject"),
        ("colour == red", 1, "attribute:NAME, agentConnected"),
        ("agentConnectedX == true", 1, "subject"),
        ("task:groups == x", 1, "subject"),
        ("attribute: == x", 12, "an attribute name of 1 to 128"),
        ("attribute:stack prod", 17, "==, !=, >, >=, <, <=, =~, !~, in, !in, exists, !exists"),
        ("attribute:stack = prod", 17, "an operator of attribute:stack"),
        ("attribute:stack EQUALS prod", 17, "an operator of attribute:stack"),
        ("attribute:stack ==", 19, "a value"),
        ("attribute:stack == )", 20, "a value"),
        ("attribute:stack == 'prod", 25, "the closing ' for the one in column 20"),
        ("attribute:stack == prod)", 24, "and, or (in lower case), or the end"),
        ("attribute:stack == prod AND task:group exists", 25, "and, or (in lower case)"),
        ("(attribute:stack == prod", 25, "or ')'"),
        ("attribute:stack == prod and", 28, "a subject"),
        ("attribute:type =~ (t2|t3).*", 19, "a value without parentheses"),
        ("attribute:type =~ t(2|3).*", 20, "a value without parentheses"),
        ("attribute:type == 'a (b)'", 22, "a value without parentheses"),
        ("attribute:type =~ [a", 19, "a regular expression"),
        ("attribute:type =~ [[a]", 19, "a regular expression"),
        ("attribute:type =~ a{99999999999999}", 19, "a regular expression"),
        ("attribute:type in a", 19, "a list of values in square brackets"),
        ("attribute:type in []", 20, "a value"),
        ("attribute:type in [a", 21, "',' or ']'"),
        ("attribute:type in [a,]", 22, "a value"),
        ("attribute:type in [a b]", 22, "',' or ']'"),
        ("agentConnected exists", 16, "==, !=, =~, !~, in, !in"),
        ("agentConnected > true", 16, "==, !=, =~, !~, in, !in"),
        ("ec2InstanceId >= i-1", 15, "==, !=, =~, !~, in, !in"),
        ("agentVersion =~ 1.*", 14, "==, !=, >, >=, <, <="),
        ("agentVersion in [1]", 14, "==, !=, >, >=, <, <="),
        ("agentVersion > 1.x", 16, "a version such as 1.14.5"),
        ("agentVersion > 1.", 16, "a version such as 1.14.5"),
        ("runningTasksCount == one", 22, "a whole number"),
        ("runningTasksCount exists", 19, "==, !=, >, >=, <, <="),
        ("registeredAt > 2018-02-30", 16, "a date such as 2018-06-18"),
        ("registeredAt > yesterday", 16, "a date such as"),
        ("not", 4, "a subject"),
        ("()", 2, "a subject"),
    ],
)
def test_an_error_names_its_column_and_what_was_expected(
    text: str, column: int, expected: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)

    assert caught.value.column == column
    assert expected in caught.value.expected.en
    assert str(caught.value).startswith(f"column {column}: expected {caught.value.expected.en}")


def test_an_expression_has_at_most_2000_characters() -> None:
    exactly = "attribute:a exists".ljust(2000)

    assert parse(exactly) == A
    with pytest.raises(QueryError, match="column 2001: expected at most 2000 characters"):
        parse(exactly + " ")


def test_an_attribute_name_has_at_most_128_characters() -> None:
    assert parse(f"attribute:{'a' * 128} exists") == Predicate(
        Attribute("a" * 128), Operator.EXISTS
    )
    with pytest.raises(QueryError, match="1 to 128"):
        parse(f"attribute:{'a' * 129} exists")


@pytest.mark.parametrize("text", ["!" * 1900 + "task:group exists", "(" * 1900])
def test_endless_nesting_is_refused(text: str) -> None:
    with pytest.raises(QueryError, match="at most 64 nested"):
        parse(text)


@pytest.mark.parametrize(
    ("expression", "matches"),
    [
        ("attribute:a == x", True),
        ("attribute:a == X", False),
        ("attribute:a != y", True),
        ("attribute:a in [w, x]", True),
        ("attribute:a !in [w, x]", False),
        ("attribute:a =~ .*", True),
        ("attribute:a =~ [xy]", True),
        ("attribute:type =~ t2", False),  # a pattern has to match the whole value
        ("attribute:type =~ t2.*", True),
        ("attribute:type !~ t2", True),
        # An attribute that is not there satisfies nothing but !exists.
        ("attribute:no != x", False),
        ("attribute:no !in [x]", False),
        ("attribute:no !~ x", False),
        ("attribute:no < x", False),
        ("attribute:no exists", False),
        ("attribute:no !exists", True),
        ("not(attribute:no == x)", True),
        ("not(attribute:no != x)", True),
        # Numbers by value where both sides are one, otherwise texts.
        ("attribute:ten > 9", True),
        ("attribute:ten >= 10.0", True),
        ("attribute:ten == 10.0", False),
        ("attribute:ten > 9a", False),
        ("attribute:a > w", True),
        ("attribute:minus < -1", True),
        ("agentVersion == 1.14.5", True),
        ("agentVersion > 1.9.0", True),
        ("agentVersion > 1.14", True),
        ("agentVersion < 1.20", True),
        ("agentConnected == true", True),
        ("agentConnected in ['false']", False),
        ("agentConnected =~ tr.*", True),
        ("ec2InstanceId =~ i-a.*", True),
        ("registeredAt == 2018-06-18T22:28:28+00:00", True),
        ("registeredAt == 2018-06-18T22:28:28Z", True),
        ("registeredAt == 2018-06-18T22:28:28", True),
        ("registeredAt == 2018-06-18T23:28:28+01:00", True),
        ("registeredAt > 2018-06-18", True),
        ("registeredAt < 2018-06-19", True),
        ("runningTasksCount == 2", True),
        ("runningTasksCount > 10", False),
        # Any task on the instance will do, for a negative operator as well.
        ("task:group == database", True),
        ("task:group != database", True),
        ("task:group not_in [database, web]", False),
        ("not(task:group == database)", False),
        ("task:group exists", True),
    ],
)
def test_an_instance_matches_or_not(expression: str, matches: bool) -> None:
    attributes = {"a": "x", "type": "t2.small", "ten": "10", "minus": "-1.5"}
    one = instance(attributes, ("database", "web"))

    assert Query.parse(expression).matches(one) is matches


def test_without_tasks_there_is_no_task_group() -> None:
    assert Query.parse("task:group !exists").matches(instance())
    assert not Query.parse("task:group != x").matches(instance())


def test_what_is_unknown_about_an_instance_matches_nothing() -> None:
    bare = ContainerInstance(id="one")

    for subject in ("agentVersion != 1", "registeredAt != 2018-01-01", "ec2InstanceId != i-1"):
        assert not Query.parse(subject).matches(bare)


def test_a_stopped_task_is_gone_and_one_being_stopped_is_not() -> None:
    stopping = Task(group="web", desired_status=TaskStatus.STOPPED)
    stopped = Task(group="web", last_status=TaskStatus.STOPPED)

    assert Query.parse("task:group == web").matches(ContainerInstance(id="a", tasks=(stopping,)))
    assert not Query.parse("task:group == web").matches(ContainerInstance(id="a", tasks=(stopped,)))


def test_a_selection_keeps_the_order() -> None:
    cluster = [ContainerInstance(id=name, ec2_instance_id=name) for name in "cab"]

    assert [one.id for one in select(Query.parse("ec2InstanceId in [b, c]"), cluster)] == ["c", "b"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("attribute:a equals 'x'", "attribute:a == x"),
        ("attribute:a == 'x y'", "attribute:a == 'x y'"),
        ('attribute:a == "it\'s"', 'attribute:a == "it\'s"'),
        ("attribute:a not_in ['x',\"y\"]", "attribute:a !in [x, y]"),
        ("!(attribute:a exists)", "not attribute:a exists"),
        (
            "not(attribute:a exists||attribute:b exists)&&attribute:c exists",
            "not (attribute:a exists or attribute:b exists) and attribute:c exists",
        ),
    ],
)
def test_an_expression_prints_in_one_way(text: str, printed: str) -> None:
    assert str(Query.parse(text)) == printed


def test_every_part_of_an_expression_can_be_explained() -> None:
    query = Query.parse("attribute:a == x and not task:group == web")

    assert [(str(part), matches) for part, matches in query.explain(instance({"a": "x"}))] == [
        ("attribute:a == x", True),
        ("task:group == web", False),
        ("not task:group == web", True),
        ("attribute:a == x and not task:group == web", True),
    ]
