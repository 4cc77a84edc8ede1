"""Values of a case on one line of text, and back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from study_app.simulator.inputs.values.instance_lines import (
    NotationError,
    read_instances,
    write_instances,
)
from study_app.words.errors import error_text
from study_app.words.text import Text


@dataclass(frozen=True, slots=True)
class Notation:
    """How values of one sort are written on one line.

    `read` takes the text and the value that it replaces, from which it keeps what the line does not
    show. It raises NotationError.
    """

    write: Callable[[Any], str]
    read: Callable[[str, Any], object]


def read_pair(text: str, second: str) -> dict[str, str]:
    """`binpack:memory` as {type: binpack, field: memory}; `second` names what follows the colon."""
    kind, colon, value = text.strip().partition(":")
    return {"type": kind, second: value} if colon else {"type": kind}


_INTEGER: Final = re.compile(r"-?[0-9]{1,15}")
_FLOAT: Final = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,20})?(e[+-]?[0-9]{1,2})?")
_SCHEDULED: Final = re.compile(r"([0-9]{1,15}):([0-9]{0,15})\.\.([0-9]{0,15})")
_BOUND: Final = r"-?[0-9]{1,15}(?:\.[0-9]{1,20})?|"
_STEP: Final = re.compile(rf"({_BOUND})\.\.({_BOUND}):([+-]?[0-9]{{1,15}})")
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


def _read_text(text: str, _: object) -> object:
    return text


def _pairs(second: str, between: str) -> Notation:
    """A list of {type, second}, such as `spread:attribute:stack, binpack:memory`."""

    def write(value: Any) -> str:
        return f"{between} ".join(
            f"{one.get('type')}:{one[second]}" if one.get(second) else str(one.get("type"))
            for one in _mappings(value)
        )

    def read(text: str, _: object) -> object:
        return [read_pair(one, second) for one in text.split(between) if one.strip()]

    return Notation(write, read)


def _mappings(value: object) -> list[Mapping[str, Any]]:
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, Mapping)]


def _words(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _write_ports(value: Any) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else ""


def _read_ports(text: str, _: object) -> object:
    ports = _words(text)
    if not all(_INTEGER.fullmatch(port) for port in ports):
        raise NotationError("write host ports, such as {example}", example="80 8080")
    return [int(port) for port in ports]


def _write_events(value: Any) -> str:
    """Names of events, and new desired counts as `desired=6`."""
    return " ".join(
        f"desired={one.get('desired')}" if isinstance(one, Mapping) else str(one)
        for one in (value if isinstance(value, list) else ())
    )


def _read_events(text: str, _: object) -> object:
    return [_read_event(word) for word in _words(text)]


def _read_event(word: str) -> object:
    name, equals, value = word.partition("=")
    if not equals:
        return name
    if name != "desired" or not _INTEGER.fullmatch(value):
        raise NotationError(
            "write events, such as {example}", example="DID_NOT_RUN RUNNING desired=6"
        )
    return {"desired": int(value)}


def _write_schedule(value: Any) -> str:
    """A list of {at, min, max}, such as `0:2..8 60:..4`."""
    return " ".join(
        f"{one.get('at')}:{_write_scalar(one.get('min'))}..{_write_scalar(one.get('max'))}"
        for one in _mappings(value)
    )


def _read_schedule(text: str, _: object) -> object:
    actions = []
    for word in _words(text):
        found = _SCHEDULED.fullmatch(word)
        if found is None:
            raise NotationError(
                "write seconds, minimum and maximum, such as {example}", example="0:2..8 60:..4"
            )
        at, least, most = found.groups()
        limits = {"min": least, "max": most}
        actions.append(
            {"at": int(at)} | {name: int(limit) for name, limit in limits.items() if limit}
        )
    return actions


def _write_steps(value: Any) -> str:
    """A list of {lower, upper, adjustment}, such as `0..10:1 10..:3`."""
    return " ".join(
        f"{_write_scalar(one.get('lower'))}..{_write_scalar(one.get('upper'))}:"
        f"{one.get('adjustment')}"
        for one in _mappings(value)
    )


def _read_steps(text: str, _: object) -> object:
    steps = []
    for word in _words(text):
        found = _STEP.fullmatch(word)
        if found is None:
            raise NotationError(
                "write bounds and adjustments, such as {example}", example="0..10:1 10..:3"
            )
        lower, upper, adjustment = found.groups()
        bounds = {"lower": lower, "upper": upper}
        steps.append(
            {name: _read_scalar(bound) for name, bound in bounds.items() if bound}
            | {"adjustment": int(adjustment)}
        )
    return steps


def _write_values(value: object) -> str:
    """One value, or several of them as `60/20`."""
    if isinstance(value, list):
        return "/".join(map(_write_scalar, value))
    return _write_scalar(value)


def _read_values(text: str) -> object:
    if "/" in text:
        return [_read_scalar(part) if part else None for part in text.split("/")]
    return _read_scalar(text) if text else None


def _points(usual: str, remedy: Text) -> Notation:
    """A list of {at, value}, such as `0:240 60:480`: a time and the value from then on."""

    def name_of(points: Any) -> str:
        """The name of the value: as in the existing points, else `usual`."""
        return next((name for one in _mappings(points) for name in one if name != "at"), usual)

    def write(value: Any) -> str:
        name = name_of(value)
        return " ".join(f"{one.get('at')}:{_write_values(one.get(name))}" for one in value or ())

    def read(text: str, before: Any) -> object:
        name = name_of(before)
        points = []
        for word in _words(text):
            at, colon, value = word.partition(":")
            if not colon or not _INTEGER.fullmatch(at):
                raise NotationError(remedy)
            points.append({"at": int(at), name: _read_values(value)})
        return points

    return Notation(write, read)


SCALAR: Final = Notation(_write_scalar, _read_scalar)
"""A number, a flag or a text."""
TEXT: Final = Notation(_write_scalar, _read_text)
"""A text, even if it looks like a number."""
PORTS: Final = Notation(_write_ports, _read_ports)
EVENTS: Final = Notation(_write_events, _read_events)
SCHEDULE: Final = Notation(_write_schedule, _read_schedule)
STEPS: Final = Notation(_write_steps, _read_steps)
INSTANCES: Final = Notation(write_instances, read_instances)
STRATEGY: Final = _pairs("field", ",")
CONSTRAINTS: Final = _pairs("expression", ";")
READINGS: Final = _points(
    "load", error_text("write seconds and values, such as {example}", example="0:240 60:480")
)
DEMAND: Final = _points(
    "tasks", error_text("write times and tasks, such as {example}", example="0:4 10:12")
)
