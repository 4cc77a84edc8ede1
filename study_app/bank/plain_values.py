"""Frozen values as the plain data of JSON, and back: dataclasses, tuples, mappings, enums, dates.

Written by value, read by type: no class comes of reading but those that the type names, whatever
stands there. A dataclass is a list, its name before its fields, so that those of a union are told
apart.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]

_AS_THEY_ARE = (str, int, float, bool, NoneType, object)
"""Types whose values JSON has; `object` stands for whatever it has."""

_ALSO: Mapping[type, tuple[type, ...]] = {float: (float, int)}
"""What else stands for a value of a type: JSON writes 1.0 as it was written in a file, 1."""


def as_plain(value: object) -> object:
    """`value` as plain data: what `json.dumps` takes."""
    if is_dataclass(value) and not isinstance(value, type):
        read = (getattr(value, field.name) for field in fields(value))
        return [type(value).__name__, *map(as_plain, read)]
    match value:
        case Mapping():
            return {key: as_plain(one) for key, one in value.items()}
        case tuple() | list():
            return [as_plain(one) for one in value]
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case _:
            return value


@cache
def reader(hint: Any) -> Read:
    """What makes a value of the type `hint` of plain data that `as_plain` made.

    It raises ValueError, LookupError or TypeError where the data is of no such value. Raises
    TypeError itself for a type that is not understood.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is Mapping:
        return _mapping(arguments[1])
    if hint in _AS_THEY_ARE:
        return _plain(hint)
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and is_dataclass(hint):
        return _dataclasses((hint,))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    raise TypeError(f"{hint} is nothing that a kept bank is made of")


def _union(types: tuple[Any, ...]) -> Read:
    some = tuple(one for one in types if one is not NoneType)
    if all(map(is_dataclass, some)):
        read = _dataclasses(some)
    elif set(some) <= set(_AS_THEY_ARE):
        return _plain(*types)
    elif len(some) == 1:
        read = reader(some[0])
    else:
        raise TypeError(f"no telling apart of {some}")
    if len(some) == len(types):
        return read
    return lambda data: None if data is None else read(data)


def _dataclasses(types: tuple[type, ...]) -> Read:
    known = {one.__name__: one for one in types}
    readers: dict[str, dict[str, Read]] = {}

    def read(data: Any) -> Any:
        name, *values = data
        if name not in readers:  # the fields of a type that does not occur need not be looked at
            hints = get_type_hints(known[name])
            readers[name] = {field.name: reader(hints[field.name]) for field in fields(known[name])}
        pairs = zip(readers[name].items(), values, strict=True)
        return known[name](**{field: read_one(value) for (field, read_one), value in pairs})

    return read


def _tuple(types: tuple[Any, ...]) -> Read:
    if types[1:] == (...,):
        read = _every(types[0])
        return lambda data: tuple(read(_list(data)))
    each = tuple(map(reader, types))
    return lambda data: tuple(one(value) for one, value in zip(each, _list(data), strict=True))


def _list(data: Any) -> list[Any]:
    if type(data) is not list:  # the letters of a text could be read as well
        raise TypeError("no list")
    return data


def _mapping(hint: Any) -> Read:
    read = _every(hint)

    def pairs(data: Any) -> Any:
        return dict(zip(data, read(data.values()), strict=True))

    return pairs


def _every(hint: Any) -> Callable[[Iterable[Any]], Iterable[Any]]:
    """What reads many values of one type."""
    read = reader(hint)
    if hint is object:
        return lambda values: values
    if hint is not str:
        return lambda values: map(read, values)

    def texts(values: Iterable[Any]) -> Iterable[Any]:  # most of a bank
        if set(map(type, values)) - {str}:
            raise TypeError("no texts")
        return values

    return texts


def _plain(*types: type) -> Read:
    """Values that JSON has, of these types."""
    if object in types:
        return lambda data: data
    known = frozenset(one for each in types for one in _ALSO.get(each, (each,)))

    def read(data: Any) -> Any:
        if type(data) not in known:
            raise TypeError(f"{data!r:.60} is of another type")
        return data

    return read
