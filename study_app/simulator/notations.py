"""Values of a case on one line of text, and back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Notation:
    """How values of one sort are written on one line.

    `read` is given the text and the value that it replaces, of which it keeps what the line does
    not show. It raises ValueError with a remedy.
    """

    write: Callable[[Any], str]
    read: Callable[[str, Any], object]


def notation_of(path: str) -> Notation:
    """How the parameter at `path` is written; its last name decides."""
    return _NOTATIONS.get(path.rpartition(".")[2], _SCALAR)


def read_item(text: str, second: str) -> dict[str, str]:
    """`binpack:memory` as {type: binpack, field: memory}; `second` names what follows the colon."""
    kind, colon, value = text.strip().partition(":")
    return {"type": kind, second: value} if colon else {"type": kind}


def read_instance(text: str) -> dict[str, Any]:
    """`i1,az=z1,cpu=1024,stack=prod`: fields of an instance, whatever else its attributes.

    Raises ValueError with a remedy.
    """
    name, *parts = (part.strip() for part in text.split(","))
    fields: dict[str, Any] = {"id": name}
    for part in parts:
        key, equals, value = part.partition("=")
        if not equals:
            raise ValueError(f"{part!r} is no NAME=VALUE")
        if key in _WHOLE_NUMBERS:
            if not _INTEGER.fullmatch(value):
                raise ValueError(f"{key} must be a whole number, not {value!r}")
            fields[key] = int(value)
        elif key in _OWN_SCALARS:
            fields[key] = _WORDS.get(value, value)
        else:
            fields.setdefault("attributes", {})[key] = value
    return fields


_INTEGER: Final = re.compile(r"-?[0-9]{1,15}")
_FLOAT: Final = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,9}")
_WHOLE_NUMBERS: Final = frozenset(
    {"cpu", "memory", "gpu", "eni_tasks", "remaining_cpu", "remaining_memory", "remaining_gpu"}
)
_OWN_SCALARS: Final = frozenset(
    {
        *("az", "status"),
        *("agent_connected", "ec2_instance_id", "agent_version", "registered_at"),
        *("agentConnected", "ec2InstanceId", "agentVersion", "registeredAt"),
    }
)
_WORDS: Final[Mapping[str, object]] = {"true": True, "false": False}


def _write_scalar(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _read_scalar(text: str, _: object = None) -> object:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _items(second: str, between: str) -> Notation:
    """A list of {type, second}, such as `spread:attribute:stack, binpack:memory`."""

    def write(value: Any) -> str:
        found = value if isinstance(value, list) else []
        return f"{between} ".join(
            f"{one.get('type')}:{one[second]}" if one.get(second) else str(one.get("type"))
            for one in found
            if isinstance(one, Mapping)
        )

    def read(text: str, _: object) -> object:
        return [read_item(one, second) for one in _split(text, between)]

    return Notation(write, read)


def _split(text: str, between: str) -> list[str]:
    return [part.strip() for part in text.split(between) if part.strip()]


def _write_ports(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else ""


def _read_ports(text: str, _: object) -> object:
    ports = text.replace(",", " ").split()
    if not all(_INTEGER.fullmatch(port) for port in ports):
        raise ValueError("write host ports, such as 80 8080")
    return [int(port) for port in ports]


def _write_instances(value: Any) -> str:
    found = value if isinstance(value, list) else []
    return "; ".join(_write_instance(one) for one in found if isinstance(one, Mapping))


def _write_instance(instance: Mapping[str, Any]) -> str:
    parts = [str(instance.get("id"))]
    attributes = instance.get("attributes")
    for name, value in {
        **instance,
        **(attributes if isinstance(attributes, Mapping) else {}),
    }.items():
        if name != "id" and isinstance(value, str | int):
            parts.append(f"{name}={_write_scalar(value)}")
    return ",".join(parts)


def _read_instances(text: str, before: Any) -> object:
    """What a line does not show, such as the tasks of an instance, stays with its id."""
    known = {
        one.get("id"): {
            name: value for name, value in one.items() if not isinstance(value, str | int)
        }
        for one in (before if isinstance(before, list) else ())
        if isinstance(one, Mapping)
    }
    read = [read_instance(one) for one in _split(text, ";")]
    return [{**known.get(one["id"], {}), **one} for one in read]


def _write_values(value: object) -> str:
    """One value, or several of them as `60/20`."""
    if isinstance(value, list):
        return "/".join(map(_write_scalar, value))
    return _write_scalar(value)


def _read_values(text: str) -> object:
    if "/" in text:
        return [_read_scalar(part) if part else None for part in text.split("/")]
    return _read_scalar(text) if text else None


def _points(usual: str) -> Notation:
    """A list of {at, value}, such as `0:240 60:480`: seconds and what holds from then on."""

    def name_of(points: Any) -> str:
        """What the value is called: as in the points that are there, else as `usual`."""
        first = points[0] if isinstance(points, list) and points else {}
        return next((name for name in first if name != "at"), usual)

    def write(value: Any) -> str:
        points = value if isinstance(value, list) else []
        name = name_of(points)
        return " ".join(f"{one.get('at')}:{_write_values(one.get(name))}" for one in points)

    def read(text: str, before: Any) -> object:
        name = name_of(before)
        points = []
        for part in text.replace(",", " ").split():
            at, colon, value = part.partition(":")
            if not colon or not _INTEGER.fullmatch(at):
                raise ValueError("write seconds and values, such as 0:240 60:480")
            points.append({"at": int(at), name: _read_values(value)})
        return points

    return Notation(write, read)


_SCALAR: Final = Notation(_write_scalar, _read_scalar)
_NOTATIONS: Final[Mapping[str, Notation]] = {
    "strategy": _items("field", ","),
    "constraints": _items("expression", ";"),
    "hostPorts": Notation(_write_ports, _read_ports),
    "instances": Notation(_write_instances, _read_instances),
    "readings": _points("load"),
    "demand": _points("tasks"),
}
