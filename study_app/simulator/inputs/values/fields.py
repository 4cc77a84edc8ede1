"""Reads the input of a case, field by field, from plain values.

A missing field and a null one mean the same. Every name that is read is remembered, so that an
unknown field can be refused with the nearest known name.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from study_app.simulator.model.case import Plain
from study_app.simulator.model.problem import CaseError, UnknownFieldError, joined
from study_app.words.errors import error_text
from study_app.words.text import Text

MOST_COUNT = 1_000_000_000
"""The largest whole number that a case may hold, unless a field says otherwise."""

_MOST_NUMBER = 10**15
_NUMBER_REMEDY = error_text(
    "write a number from {least} to {most}", least=f"-{_MOST_NUMBER}", most=_MOST_NUMBER
)

_ALMOST = 0.85
"""How alike two names are, from 0 to 1, if one is the other misspelled."""

Named = TypeVar("Named", bound=StrEnum)


@dataclass(slots=True)
class _Asked:
    """One mapping of the input, its place, and the names that were read from it."""

    place: str
    given: Plain
    names: set[str] = field(default_factory=set)


class CaseFields:
    """One mapping of a case. `place` is its path: `steps[2]`, or empty for the input."""

    def __init__(
        self, given: object, place: str = "", *, within: "CaseFields | None" = None
    ) -> None:
        # Nearly all are dictionaries, and asking an abstract class takes longer.
        if type(given) is not dict and not isinstance(given, Mapping):
            raise CaseError(
                place or "input",
                "{place} must be a mapping, not {found}",
                "write fields with values",
                found=_shown(given),
            )
        self._given: Plain = given
        self._place = place
        # One mapping may be read in several places: the names read are combined.
        self._read: dict[int, _Asked] = {} if within is None else within._read  # noqa: SLF001 - its own kind
        self._asked = self._read.setdefault(id(given), _Asked(place, given)).names

    @property
    def plain(self) -> Plain:
        """The mapping itself, to be read as a whole."""
        return self._given

    def has(self, name: str) -> bool:
        """Whether the field is there and not null."""
        self._asked.add(name)
        return self._given.get(name) is not None

    def knows(self, *names: str) -> None:
        """Mark fields as known, whether or not they are read this time."""
        self._asked.update(names)

    def where(self, name: str) -> str:
        """The field with its place, as an error names it: `steps[2].upper`."""
        return joined(self._place, name)

    def inner(self, name: str) -> "CaseFields":
        """The fields of a nested structure; empty if it is missing."""
        return CaseFields(self.raw(name) if self.has(name) else {}, self.where(name), within=self)

    def refuse_unknown(self, known: Mapping[str, Collection[str]]) -> None:
        """Raises CaseError for a field of this input that was never read.

        `known` are further names that count as known, by the place of their mapping with `*` for a
        list index: a setting of another strategy is not a misspelling.
        """
        for asked in self._read.values():
            if asked.names.issuperset(asked.given):
                continue
            also = known.get(_pattern(asked.place), ())
            for name in asked.given:
                if name not in asked.names and name not in also:
                    self.refuse_misspelled(known)
                    raise _unknown(joined(asked.place, str(name)), str(name), {*asked.names, *also})

    def refuse_misspelled(self, known: Mapping[str, Collection[str]]) -> None:
        """The same for an input that was read in part: raises CaseError only for a field that is
        spelled almost like one that was read in vain.
        """
        for asked in self._read.values():
            also = known.get(_pattern(asked.place), ())
            for name in map(str, asked.given):
                if name in asked.names or name in also:
                    continue
                near = get_close_matches(name, sorted(asked.names), n=1, cutoff=_ALMOST)
                if near and asked.given.get(near[0]) is None:
                    raise _unknown(joined(asked.place, name), name, near)

    def integer(
        self, name: str, default: int | None = None, *, least: int = 0, most: int = MOST_COUNT
    ) -> int:
        """A whole number from `least` to `most`. Required if there is no default."""
        self._asked.add(name)
        value = self._given.get(name)
        if value is None:
            if default is not None:
                return default
            self._required(name, _whole_number(least, most))
        if type(value) is int and least <= value <= most:
            return value  # without its place, which only an error needs
        return integer_at(self.where(name), value, least=least, most=most)

    def maybe_integer(self, name: str, *, least: int = 0, most: int = MOST_COUNT) -> int | None:
        """Like `integer`, None if missing."""
        return self.integer(name, least=least, most=most) if self.has(name) else None

    def number(self, name: str, default: int | None = None) -> Fraction:
        """Any number, exactly as it was written: 0.1 is one tenth."""
        if not self.has(name) and default is not None:
            return Fraction(default)
        return _number(self._required(name, _NUMBER_REMEDY), self.where(name))

    def maybe_number(self, name: str) -> Fraction | None:
        """Like `number`, None if missing."""
        return self.number(name) if self.has(name) else None

    def maybe_numbers(self, name: str) -> list[Fraction | None]:
        """A list of numbers, None for a null entry."""
        return [
            None if value is None else _number(value, place) for place, value in self.values(name)
        ]

    def flag(self, name: str, *, default: bool | None = None) -> bool:
        """true or false."""
        value = self.raw(name)
        if value is None:
            if default is not None:
                return default
            self._required(name, "write true or false")
        if not isinstance(value, bool):
            raise CaseError(
                self.where(name), "{place} is {shown}", "write true or false", shown=_shown(value)
            )
        return value

    def text(self, name: str, remedy: Text | str) -> str:
        """A non-empty text."""
        return text_at(self.where(name), self._required(name, remedy), remedy)

    def choice(self, name: str, kind: type[Named], default: Named | None = None) -> Named:
        """One of the names that AWS knows."""
        if not self.has(name) and default is not None:
            return default
        return kind(self.name(name, [member.value for member in kind]))

    def name(self, name: str, known: Collection[str]) -> str:
        """One of the `known` names."""
        return name_at(self.where(name), self._required(name, _one_of(", ".join(known))), known)

    def raw(self, name: str) -> object:
        """The value as is, None if missing."""
        self._asked.add(name)
        return self._given.get(name)

    def values(self, name: str, *, most: int | None = None) -> Iterator[tuple[str, object]]:
        """Every entry of a list with its place; empty if the list is missing.

        `most` is how many entries the list may have, None is no limit.
        """
        value = self.raw(name)
        if value is None:
            return
        if not isinstance(value, list | tuple):
            raise CaseError(
                self.where(name), "{place} is {shown}", "write a list", shown=_shown(value)
            )
        if most is not None and len(value) > most:
            raise CaseError(
                self.where(name),
                "{place} has {count} entries",
                "write at most {most}",
                count=len(value),
                most=most,
            )
        where = self.where(name)
        for number, entry in enumerate(value):
            yield f"{where}[{number}]", entry

    def items(self, name: str, *, most: int | None = None) -> list["CaseFields"]:
        """Every entry of a list of mappings, with the same limit."""
        return [
            CaseFields(entry, place, within=self) for place, entry in self.values(name, most=most)
        ]

    def _required(self, name: str, remedy: Text | str) -> object:
        value = self.raw(name)
        if value is None:
            raise CaseError(self.where(name), "{place} is missing", remedy)
        return value


def integer_at(place: str, value: object, *, least: int = 0, most: int = MOST_COUNT) -> int:
    """Check that the `value` at `place` is a whole number from `least` to `most`."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise CaseError(
            place, "{place} is {shown}", _whole_number(least, most), shown=_shown(value)
        )
    return value


@lru_cache(maxsize=256)  # asked for with every number that is read
def _whole_number(least: int, most: int) -> Text:
    return error_text("write a whole number from {least} to {most}", least=least, most=most)


def text_at(place: str, value: object, remedy: Text | str) -> str:
    """Check that the `value` at `place` is a non-empty text."""
    if not isinstance(value, str) or not value:
        raise CaseError(place, "{place} is {shown}", remedy, shown=_shown(value))
    return value


def name_at(place: str, value: object, known: Collection[str]) -> str:
    """Check that the `value` at `place` is one of the `known` names."""
    if not isinstance(value, str) or value not in known:
        raise CaseError(place, "{place} is {shown}", _one_of(", ".join(known)), shown=_shown(value))
    return value


@lru_cache(maxsize=256)
def _one_of(known: str) -> Text:
    return error_text("write one of {known}", known=known)


def _unknown(place: str, name: str, known: Collection[str]) -> UnknownFieldError:
    near = get_close_matches(name, sorted(known), n=1)
    if near:
        remedy = error_text("did you mean {near}?", near=repr(near[0]))
    else:
        remedy = error_text("known fields: {known}", known=", ".join(sorted(known)))
    return UnknownFieldError(place, remedy)


def _pattern(place: str) -> str:
    """`policies[2]` as `policies.*`."""
    return re.sub(r"\[[0-9]+\]", ".*", place)


def _number(value: object, where: str) -> Fraction:
    match value:
        case bool():
            pass
        # A NaN is in no range.
        case int() | float() if -_MOST_NUMBER <= value <= _MOST_NUMBER:
            return Fraction(str(value))
    raise CaseError(where, "{place} is {shown}", _NUMBER_REMEDY, shown=_shown(value))


def _shown(value: object) -> Text | str:
    """A value as an error shows it, never longer than a line."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() if abs(value) > _MOST_NUMBER:
            return error_text("out of range")
        case int() | float():
            return str(value)
        case str():
            return repr(value if len(value) <= 40 else value[:37] + "...")
        case list() | tuple():
            return error_text("a list")
        case Mapping():
            return error_text("a mapping")
        case _:
            return error_text("of type {name}", name=type(value).__name__)
