"""The parameters of a case as texts that a learner can edit, and back.

Every parameter has a path into the case's input, such as `desired`, `task.cpu` or
`policies.0.target`, and a way to be written on one line.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from study_app.simulator.case import Case, Plain
from study_app.simulator.errors import CaseError


@dataclass(frozen=True, slots=True)
class Notation:
    """How values of one sort are written on one line.

    `read` is given the text and the value that it replaces, of which it keeps what the line does
    not show. It raises ValueError with a remedy.
    """

    write: Callable[[Any], str]
    read: Callable[[str, Any], object]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a case with its value as text, empty where the case leaves it out."""

    path: str
    text: str


def parameters(case: Case) -> tuple[Parameter, ...]:
    """Everything about `case` that can be edited, in the order of its form."""
    return tuple(
        Parameter(path, _notation(path).write(value))
        for path in _paths(case)
        if (value := _at(case.given, path)) is not _ABSENT
    )


def changed(case: Case, path: str, text: str) -> Case:
    """`case` with the parameter at `path` as `text` says; an empty text leaves it out.

    Raises CaseError where the text means nothing. Whether the simulator takes it is for the
    simulator to say.
    """
    if not text.strip():
        return Case(case.kind, _replaced(case.given, path.split("."), _ABSENT))
    try:
        value = _notation(path).read(text.strip(), _at(case.given, path))
    except ValueError as error:
        raise CaseError(path, f"is {text.strip()[:40]!r}", str(error)) from error
    return Case(case.kind, _replaced(case.given, path.split("."), value))


class _Absent:
    """What stands for no value: null is one."""


_ABSENT: Final = _Absent()


def _at(given: object, path: str) -> object:
    """The value at `path`; None where only its last step is missing, `_ABSENT` where more is."""
    *parents, last = path.split(".")
    place = given
    for step in parents:
        match place:
            case Mapping() if step in place:
                place = place[step]
            case list() if step.isdecimal() and int(step) < len(place):
                place = place[int(step)]
            case _:
                return _ABSENT
    return place.get(last) if isinstance(place, Mapping) else _ABSENT


def _replaced(place: Any, path: list[str], value: object) -> Any:
    step, *rest = path
    if isinstance(place, list):
        at = int(step)
        return [*place[:at], _replaced(place[at], rest, value), *place[at + 1 :]]
    kept = dict(place)
    if rest:
        kept[step] = _replaced(kept.get(step) or {}, rest, value)
    elif value is _ABSENT:
        kept.pop(step, None)
    else:
        kept[step] = value
    return kept


_ON_INSTANCES: Final = (
    "task.cpu",
    "task.memory",
    "task.networkMode",
    "task.hostPorts",
    "strategy",
    "constraints",
    "instances",
)
_ROLLING: Final = ("desired", "minimumHealthyPercent", "maximumPercent")
_MANAGED: Final = (
    "targetCapacity",
    "minimumScalingStepSize",
    "maximumScalingStepSize",
    "instanceWarmupPeriod",
)


def _paths(case: Case) -> Iterator[str]:
    """The form of a kind: what it is known to have, then whatever else the input has on top."""
    known = tuple(_known(case))
    yield from known
    for name, value in case.given.items():
        plain = isinstance(value, str | int | float) and name not in ("mode", "policy", "fixture")
        if plain and name not in known:
            yield name


def _known(case: Case) -> Iterator[str]:
    given = case.given
    on_instances = bool(given.get("instances"))
    match case.kind, given.get("mode"), given.get("policy"):
        case "rolling", None | "rollout" | "drain", _:
            yield from _ROLLING
            yield from _ON_INSTANCES if on_instances else ("cluster_room",)
        case "placement", None | "place" | "candidates" | "terminate" | "daemon", _:
            yield "count"
            yield from _ON_INSTANCES
        case "query", _, _:
            yield from ("expression", "instances")
        case "scaling", _, "timeline":
            yield from ("current", "min", "max", "load_per_task", "readings")
            yield from _of_policies(given)
        case "scaling", _, "target_tracking":
            yield from ("current", "metric", "target", "min", "max")
        case "capacity_provider", "timeline" | "manage", _:
            yield from (*_MANAGED, "demand", "task.cpu", "task.memory")
            yield from ("instance_type.cpu", "instance_type.memory")
        case "capacity_provider", "distribute", _:
            yield from ("count", *_of_strategy(given))
        case _:
            return


def _of_policies(given: Plain) -> Iterator[str]:
    policies = given.get("policies")
    for number, policy in enumerate(policies if isinstance(policies, list) else ()):
        if isinstance(policy, Mapping):
            for name, value in policy.items():
                if isinstance(value, int | float | bool | str):
                    yield f"policies.{number}.{name}"


def _of_strategy(given: Plain) -> Iterator[str]:
    strategy = given.get("strategy")
    for number, _ in enumerate(strategy if isinstance(strategy, list) else ()):
        yield from (f"strategy.{number}.base", f"strategy.{number}.weight")


def _notation(path: str) -> Notation:
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
        elif key in _OWN_TEXTS:
            fields[key] = value
        else:
            fields.setdefault("attributes", {})[key] = value
    return fields


_INTEGER: Final = re.compile(r"-?[0-9]{1,15}")
_FLOAT: Final = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,9}")
_WHOLE_NUMBERS: Final = frozenset({"cpu", "memory", "gpu", "eni_tasks"})
_OWN_TEXTS: Final = frozenset({"az", "status", "ec2_instance_id", "agent_version", "registered_at"})
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


def _points(usual: str) -> Notation:
    """A list of {at, value}, such as `0:240 60:480`: seconds and what holds from then on."""

    def name_of(points: Any) -> str:
        """What the value is called: as in the points that are there, else as `usual`."""
        first = points[0] if isinstance(points, list) and points else {}
        return next((name for name in first if name != "at"), usual)

    def write(value: Any) -> str:
        points = value if isinstance(value, list) else []
        name = name_of(points)
        return " ".join(f"{one.get('at')}:{_write_scalar(one.get(name))}" for one in points)

    def read(text: str, before: Any) -> object:
        name = name_of(before)
        points = []
        for part in text.replace(",", " ").split():
            at, colon, value = part.partition(":")
            if not colon or not _INTEGER.fullmatch(at):
                raise ValueError("write seconds and values, such as 0:240 60:480")
            points.append({"at": int(at), name: _read_scalar(value) if value else None})
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
