"""From the text of a cluster query to an expression.

```
expr   := and (("or"|"||") and)*
and    := not (("and"|"&&") not)*          and binds tighter than or: assumed
not    := ("not"|"!") not | "(" expr ")" | predicate
```
White space around symbols and brackets is optional. Words are lower case: assumed.
"""

import re
from collections.abc import Mapping
from typing import Final, NoReturn, assert_never

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
from study_app.simulator.engines.query.patterns import PatternError, read_pattern
from study_app.simulator.engines.query.values import (
    read_count,
    read_instant,
    read_version,
)
from study_app.words.errors import TextError, error_text
from study_app.words.text import Text

MOST_CHARACTERS: Final = 2000
"""The longest expression that AWS takes. Source: API_PlacementConstraint."""

MOST_NESTING: Final = 64
"""How deep parentheses and negations may be nested: a limit of this model, not of AWS."""

MOST_NAME_CHARACTERS: Final = 128


class QueryError(TextError, ValueError):
    """An invalid expression. `column` counts from 1; `expected` is what would be valid there."""

    def __init__(self, column: int, expected: Text, found: Text | str) -> None:
        super().__init__(
            "column {column}: expected {expected}, found {found}",
            column=column,
            expected=expected,
            found=found,
        )
        self.column = column
        self.expected = expected
        self.found = found


def parse(text: str) -> Expression:
    """Parse `text`.

    Raises QueryError with the column of the first error and what was expected there.
    """
    if len(text) > MOST_CHARACTERS:
        expected = error_text("at most {most} characters", most=MOST_CHARACTERS)
        raise QueryError(MOST_CHARACTERS + 1, expected, str(len(text)))
    return _Parser(text).whole()


_SPACE = re.compile(r"\s*")
_OR = re.compile(r"\|\||or(?!\w)")
_AND = re.compile(r"&&|and(?!\w)")
_NOT = re.compile(r"!|not(?!\w)")
_NAME = re.compile(r"[A-Za-z0-9_\-./\\]*")
_FIELD = re.compile("|".join(f"{re.escape(name)}(?![\\w:])" for name in Field))
_OPERATOR = re.compile(r"==|!=|>=|<=|=~|!~|>|<|!(exists|in)(?!\w)|[A-Za-z_]+")
# A value ends before && and ||, which no attribute value can hold.
_BARE = re.compile(r"((?!&&|\|\|)[^\s)])+")
_BARE_IN_LIST = re.compile(r"[^\s),\]]+")
_FOUND = re.compile(r"\w+|\S")

_OPERATORS: Mapping[str, Operator] = {
    **{str(operator): operator for operator in Operator},
    **{operator.word: operator for operator in Operator},
}


class _Parser:
    """One pass over a text; every method reads from `_at` and advances it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._nesting = 0

    def whole(self) -> Expression:
        expression = self._or()
        self._skip_space()
        if self._at < len(self._text):
            self._fail("and, or (in lower case), or the end of the expression")
        return expression

    def _or(self) -> Expression:
        operands = [self._and()]
        while self._take(_OR):
            operands.append(self._and())
        return operands[0] if len(operands) == 1 else Or(tuple(operands))

    def _and(self) -> Expression:
        operands = [self._not()]
        while self._take(_AND):
            operands.append(self._not())
        return operands[0] if len(operands) == 1 else And(tuple(operands))

    def _not(self) -> Expression:
        if self._take(_NOT):
            self._nest()
            expression: Expression = Not(self._not())
            self._nesting -= 1
            return expression
        if self._take_text("("):
            self._nest()
            expression = self._or()
            if not self._take_text(")"):
                self._fail("and, or (in lower case), or ')'")
            self._nesting -= 1
            return expression
        return self._predicate()

    def _nest(self) -> None:
        self._nesting += 1
        if self._nesting > MOST_NESTING:
            self._fail("at most {most} nested parentheses and negations", most=MOST_NESTING)

    def _predicate(self) -> Predicate:
        subject = self._subject()
        operator = self._operator(subject)
        match operator:
            case Operator.EXISTS | Operator.NOT_EXISTS:
                return Predicate(subject, operator)
            case Operator.IN | Operator.NOT_IN:
                return Predicate(subject, operator, self._list())
            case _:
                self._skip_space()
                start = self._at
                argument = self._value(_BARE)
                expected = _misfit(subject, operator, argument)
                if expected is not None:
                    raise QueryError(start + 1, expected, repr(argument))
                return Predicate(subject, operator, (argument,))

    def _subject(self) -> Subject:
        if self._take_text("attribute:"):
            start = self._at
            name = self._match(_NAME)
            if not 1 <= len(name) <= MOST_NAME_CHARACTERS:
                self._at = start
                self._fail(
                    "an attribute name of 1 to {most} letters, digits, or any of {code} directly "
                    "after the colon",
                    most=MOST_NAME_CHARACTERS,
                    code="_ - . / \\",
                )
            return Attribute(name)
        field = self._take(_FIELD)
        if not field:
            self._fail("not, '(', or a subject: attribute:NAME, {known}", known=", ".join(Field))
        return Field(field)

    def _operator(self, subject: Subject) -> Operator:
        self._skip_space()
        start = self._at
        operator = _OPERATORS.get(self._take(_OPERATOR))
        allowed = allowed_operators(subject)
        if operator is None or operator not in allowed:
            self._at = start
            known = ", ".join(operator for operator in Operator if operator in allowed)
            expected = error_text("an operator of {name}: {known}", name=subject, known=known)
            if operator:
                raise QueryError(start + 1, expected, repr(str(operator)))
            raise self._error(start, expected)
        return operator

    def _list(self) -> tuple[str, ...]:
        if not self._take_text("["):
            self._fail("a list of values in square brackets: ['a', 'b']")
        values = [self._value(_BARE_IN_LIST)]
        while self._take_text(","):
            values.append(self._value(_BARE_IN_LIST))
        if not self._take_text("]"):
            self._fail("',' or ']'")
        return tuple(values)

    def _value(self, bare: re.Pattern[str]) -> str:
        self._skip_space()
        start = self._at
        quote = self._take_text("'") or self._take_text('"')
        if quote:
            end = self._text.find(quote, self._at)
            if end < 0:
                expected = error_text(
                    "the closing {quote} for the one in column {column}",
                    quote=quote,
                    column=start + 1,
                )
                raise self._error(len(self._text), expected)
            value, self._at = self._text[start + 1 : end], end + 1
        else:
            value = self._match(bare)
            if not value:
                self._fail("a value")
        for parenthesis in "()":
            if parenthesis in value:
                raise self._error(
                    self._text.index(parenthesis, start),
                    error_text(
                        "a value without parentheses, which can only group whole predicates"
                    ),
                )
        return value

    def _take(self, pattern: re.Pattern[str]) -> str:
        """The match of `pattern` after white space; empty if it does not match."""
        self._skip_space()
        return self._match(pattern)

    def _take_text(self, text: str) -> str:
        self._skip_space()
        if not self._text.startswith(text, self._at):
            return ""
        self._at += len(text)
        return text

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found.group()

    def _skip_space(self) -> None:
        self._match(_SPACE)

    def _fail(self, expected: str, /, **values: object) -> NoReturn:
        """Raise QueryError for what comes next."""
        self._skip_space()
        raise self._error(self._at, error_text(expected, **values))

    def _error(self, at: int, expected: Text) -> QueryError:
        word = _FOUND.match(self._text, at)
        return QueryError(at + 1, expected, repr(word.group()) if word else error_text("the end"))


def _misfit(subject: Subject, operator: Operator, argument: str) -> Text | None:
    """What `argument` should have been; None if it is valid."""
    if operator in (Operator.MATCHES, Operator.NOT_MATCHES):
        try:
            read_pattern(argument)
        except PatternError as error:
            return error.text
        return None
    match subject:
        case Field.AGENT_VERSION:
            fits = read_version(argument) is not None
            expected = error_text("a version such as {example}", example="1.14.5")
        case Field.REGISTERED_AT:
            fits = read_instant(argument) is not None
            expected = error_text(
                "a date such as {example}", example="2018-06-18 or 2018-06-18T22:28:28+00:00"
            )
        case Field.RUNNING_TASKS_COUNT:
            fits, expected = read_count(argument) is not None, error_text("a whole number")
        case Field.AGENT_CONNECTED | Field.EC2_INSTANCE_ID | Field.TASK_GROUP | Attribute():
            return None
        case _:
            assert_never(subject)
    return None if fits else expected
