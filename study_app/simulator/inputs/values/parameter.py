"""A parameter of a case, declared once: its path, and how it is read, written and explained."""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final, Generic, TypeVar

from study_app.simulator.inputs.values.fields import MOST_COUNT, CaseFields, Named
from study_app.simulator.inputs.values.notation import SCALAR, Notation
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

ValueT_co = TypeVar("ValueT_co", covariant=True)
Read = Callable[[CaseFields, str], ValueT_co]
"""Reads the field of that name. Raises CaseError with its place."""

TYPE_A_VALUE: Final = Text(
    "Type a value; the cluster updates.", "값을 입력하면 결과가 바로 바뀝니다."
)
"""The hint of a self-explanatory parameter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """How a parameter is given to `dva simulate`: `--min`, or without dashes as an argument.

    `default` is written like the parameter; without one the flag must be given if `required`,
    otherwise the simulator's default applies.
    """

    name: str
    help: str = ""
    type: type = int
    metavar: str | None = None
    required: bool = False
    default: str | None = None
    multiple: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter(Generic[ValueT_co]):
    """`path` is its path from the input; `*` is a list index.

    `read` is None if it is read as part of something larger. `when` tells, from the mapping that
    holds the parameter, whether it applies there. `flag` is set if a command accepts it. `short` is
    its name where there is little room; what is `pictured` need not be stated beside the picture.
    """

    path: str
    read: Read[ValueT_co] | None = None
    notation: Notation = SCALAR
    hint: Text = TYPE_A_VALUE
    when: Callable[[Plain], bool] | None = None
    flag: Flag | None = None
    short: str = ""
    pictured: bool = False

    @property
    def name(self) -> str:
        """The last step of its path."""
        return self.path.rpartition(".")[2]

    @property
    def holder(self) -> str:
        """The path of the mapping that holds it; empty for the input itself."""
        return self.path.rpartition(".")[0]

    def of(self, fields: CaseFields) -> ValueT_co:
        """The value in `fields`, the mapping that holds it. Raises CaseError."""
        assert self.read is not None
        return self.read(fields, self.name)

    def applies(self, holder: Plain) -> bool:
        """Whether it applies in the mapping that holds it."""
        return self.when is None or self.when(holder)


AnyParameter = Parameter[Any]


def whole(default: int | None = None, *, least: int = 0, most: int = MOST_COUNT) -> Read[int]:
    """A whole number; required if there is no default."""
    return lambda fields, name: fields.integer(name, default, least=least, most=most)


def maybe_whole(*, least: int = 0, most: int = MOST_COUNT) -> Read[int | None]:
    """A whole number, or nothing."""
    return lambda fields, name: fields.maybe_integer(name, least=least, most=most)


def number(default: int | None = None) -> Read[Fraction]:
    """Any number, exactly; required if there is no default."""
    return lambda fields, name: fields.number(name, default)


def maybe_number() -> Read[Fraction | None]:
    """Any number, or nothing."""
    return lambda fields, name: fields.maybe_number(name)


def switch(*, default: bool) -> Read[bool]:
    """True or false."""
    return lambda fields, name: fields.flag(name, default=default)


def one_of(kind: type[Named], default: Named | None = None) -> Read[Named]:
    """One of the names that AWS knows."""
    return lambda fields, name: fields.choice(name, kind, default)


def text(remedy: Text | str) -> Read[str]:
    """A non-empty text."""
    return lambda fields, name: fields.text(name, remedy)
