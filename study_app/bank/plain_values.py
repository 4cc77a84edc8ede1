"""Frozen values as the plain data of JSON, and back: dataclasses, tuples, mappings, enums, dates.

Written by value, read by type: no class comes of reading but those that the type names, whatever
stands there. A dataclass is a list, its name before its fields, so that those of a union are told
apart.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]

_AS_THEY_ARE = (str, int, float, bool, NoneType, object)
"""Types whose values JSON has; `object` stands for whatever it has."""


def written(value: object) -> object:
    """`value` as plain data: what `json.dumps` takes."""
    if is_dataclass(value) and not isinstance(value, type):
        read = (getattr(value, field.name) for field in fields(value))
        return [type(value).__name__, *map(written, read)]
    match value:
        case Mapping():
            return {key: written(one) for key, one in value.items()}
        case tuple() | list():
            return [written(one) for one in value]
        case date():
            return value.isoformat()
        case Enum():
            return value.value
        case _:
            return value


@cache
def reader(hint: Any) -> Read:
    """What makes a value of the type `hint` of plain data that `written` made.

    It raises ValueError, LookupError or TypeError where the data is of no such value. Raises
    TypeError itself for a type that is not understood.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _union(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin is Mapping:
        return _mapping(reader(arguments[1]))
    if hint in _AS_THEY_ARE:
        return _same
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
        return _same
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
        read = reader(types[0])
        return tuple if read is _same else lambda data: tuple(map(read, data))
    each = tuple(map(reader, types))
    return lambda data: tuple(one(value) for one, value in zip(each, data, strict=True))


def _mapping(read: Read) -> Read:
    if read is _same:
        return _same
    return lambda data: {key: read(value) for key, value in data.items()}


def _same(data: Any) -> Any:
    return data
