"""Reading the input of a case, field by field, in plain values.

A field that is left out and one that is null mean the same. Fields that nobody asks for are
left alone, so a case may carry remarks.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from study_app.simulator.model.errors import CaseError

MOST_COUNT = 1_000_000_000
"""The largest whole number that a case may hold, unless a field says otherwise."""

_MOST_NUMBER = 10**15
_NUMBER_REMEDY = f"write a number from -{_MOST_NUMBER} to {_MOST_NUMBER}"

Named = TypeVar("Named", bound=StrEnum)


class Fields:
    """One mapping of a case. `place` is where it stands: `steps[2]`, or nothing for the input."""

    def __init__(self, given: object, place: str = "") -> None:
        if not isinstance(given, Mapping):
            raise CaseError(place or "input", f"is {_shown(given)}", "write fields with values")
        self._given: Mapping[object, object] = given
        self._place = place

    def has(self, name: str) -> bool:
        """Whether the field is there and not null."""
        return self._given.get(name) is not None

    def where(self, name: str) -> str:
        """The field with its place, as an error names it: `steps[2].upper`."""
        return f"{self._place}.{name}" if self._place else name

    def integer(
        self, name: str, default: int | None = None, *, least: int = 0, most: int = MOST_COUNT
    ) -> int:
        """A whole number from `least` to `most`. Required where there is no default."""
        if not self.has(name) and default is not None:
            return default
        remedy = f"write a whole number from {least} to {most}"
        value = self._required(name, remedy)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise CaseError(self.where(name), f"is {_shown(value)}", remedy)
        return value

    def maybe_integer(self, name: str, *, least: int = 0, most: int = MOST_COUNT) -> int | None:
        """As `integer`, None where it is left out."""
        return self.integer(name, least=least, most=most) if self.has(name) else None

    def number(self, name: str, default: int | None = None) -> Fraction:
        """Any number, exactly as it was written: 0.1 is one tenth."""
        if not self.has(name) and default is not None:
            return Fraction(default)
        return _number(self._required(name, _NUMBER_REMEDY), self.where(name))

    def maybe_number(self, name: str) -> Fraction | None:
        """As `number`, None where it is left out."""
        return self.number(name) if self.has(name) else None

    def maybe_numbers(self, name: str) -> list[Fraction | None]:
        """A list of numbers, None where one is null."""
        return [
            None if value is None else _number(value, place) for place, value in self.values(name)
        ]

    def flag(self, name: str, *, default: bool | None = None) -> bool:
        """true or false."""
        if not self.has(name) and default is not None:
            return default
        value = self._required(name, "write true or false")
        if not isinstance(value, bool):
            raise CaseError(self.where(name), f"is {_shown(value)}", "write true or false")
        return value

    def text(self, name: str, remedy: str) -> str:
        """A text with something in it."""
        value = self._required(name, remedy)
        if not isinstance(value, str) or not value:
            raise CaseError(self.where(name), f"is {_shown(value)}", remedy)
        return value

    def choice(self, name: str, kind: type[Named], default: Named | None = None) -> Named:
        """One of the names that AWS knows."""
        if not self.has(name) and default is not None:
            return default
        return kind(self.name(name, [member.value for member in kind]))

    def name(self, name: str, known: Collection[str]) -> str:
        """One of the `known` names."""
        remedy = f"write one of {', '.join(known)}"
        value = self._required(name, remedy)
        if not isinstance(value, str) or value not in known:
            raise CaseError(self.where(name), f"is {_shown(value)}", remedy)
        return value

    def raw(self, name: str) -> object:
        """The value as it is, None where it is left out."""
        return self._given.get(name)

    def values(self, name: str, *, most: int | None = None) -> Iterator[tuple[str, object]]:
        """Every entry of a list with its place; nothing where the list is left out.

        `most` is how many entries the list may have, None is no limit.
        """
        value = self._given.get(name, [])
        if value is None:
            return
        if not isinstance(value, list | tuple):
            raise CaseError(self.where(name), f"is {_shown(value)}", "write a list")
        if most is not None and len(value) > most:
            raise CaseError(self.where(name), f"has {len(value)} entries", f"write at most {most}")
        for number, entry in enumerate(value):
            yield f"{self.where(name)}[{number}]", entry

    def items(self, name: str, *, most: int | None = None) -> list["Fields"]:
        """Every entry of a list of mappings, with the same limit."""
        return [Fields(entry, place) for place, entry in self.values(name, most=most)]

    def _required(self, name: str, remedy: str) -> object:
        value = self._given.get(name)
        if value is None:
            raise CaseError(self.where(name), "is missing", remedy)
        return value


def _number(value: object, where: str) -> Fraction:
    match value:
        case bool():
            pass
        # A NaN is in no range.
        case int() | float() if -_MOST_NUMBER <= value <= _MOST_NUMBER:
            return Fraction(str(value))
    raise CaseError(where, f"is {_shown(value)}", _NUMBER_REMEDY)


def _shown(value: object) -> str:
    """A value as an error shows it, never longer than a line."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() if abs(value) > _MOST_NUMBER:
            return "out of range"
        case int() | float():
            return str(value)
        case str():
            return repr(value if len(value) <= 40 else value[:37] + "...")
        case list() | tuple():
            return "a list"
        case Mapping():
            return "a mapping"
        case _:
            return f"of type {type(value).__name__}"
