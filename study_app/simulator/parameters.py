"""The parameters of a case as texts that a learner can edit, and back.

Every parameter has a path into the case's input, such as `desired`, `task.cpu` or
`policies.0.target`, and a way to be written on one line.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from study_app.simulator.case import Case, Plain
from study_app.simulator.errors import CaseError
from study_app.simulator.notations import notation_of


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a case with its value as text, empty where the case leaves it out."""

    path: str
    text: str


def parameters(case: Case) -> tuple[Parameter, ...]:
    """Everything about `case` that can be edited, in the order of its form."""
    return tuple(
        Parameter(path, notation_of(path).write(value))
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
        value = notation_of(path).read(text.strip(), _at(case.given, path))
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
