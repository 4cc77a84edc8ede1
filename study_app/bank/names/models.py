"""The names that AWS's own API models know, as botocore ships them.

botocore is optional (the dependency group `api`): without it there are no models to ask.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from study_app.bank.names.tables import SERVICES


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The names of one service.

    `members` are the parameters and fields at any depth, `errors` the exceptions by shape and by
    code. `commands` goes by AWS CLI command (`run-task`); its options come without `--`.
    """

    operations: frozenset[str]
    members: frozenset[str]
    values: frozenset[str]
    errors: frozenset[str]
    commands: Mapping[str, frozenset[str]]

    def knows(self, name: str) -> bool:
        """Whether `name` is one of this service. The first letter of a member may be of either
        case: the API of Amazon ECS writes `desiredCount`, CloudFormation `DesiredCount`."""
        return (
            name in self.operations
            or name in self.members
            or name[:1].swapcase() + name[1:] in self.members
            or name in self.values
            or name in self.errors
        )

    def names(self) -> Iterator[str]:
        yield from self.operations
        yield from self.members
        yield from self.values
        yield from self.errors


Models = Callable[[str], Service | None]
"""The service of a botocore id (`ecs`, `stepfunctions`); None where there is none."""


def services_in_scope(models: Models, first: Sequence[str] = ()) -> Iterator[Service]:
    """The services of both exams, one after the other, so that a model is read only when it is
    come to. Those of the blueprint names in `first` come first; unknown ones are passed over."""
    names = [*(name for name in first if name in SERVICES), *SERVICES]
    for service_id in dict.fromkeys(found for name in names for found in SERVICES[name]):
        service = models(service_id)
        if service is not None:
            yield service


def installed_models() -> Models | None:
    """The models of the installed botocore, each read when it is first asked for."""
    return None if find_spec("botocore") is None else _installed_service


@cache
def _installed_service(service_id: str) -> Service | None:
    # botocore has no type stubs: what is used of it is named here, and nowhere else.
    botocore: Any = import_module("botocore")
    loader_class: Any = import_module("botocore.loaders").Loader
    unknown: type[Exception] = import_module("botocore.exceptions").UnknownServiceError
    # Its default search path holds ~/.aws/models too, which would make the check differ by machine.
    loader = loader_class([loader_class.BUILTIN_DATA_PATH], include_default_search_paths=False)
    try:
        model: Mapping[str, Any] = loader.load_service_model(service_id, "service-2")
    except unknown:
        return None
    return service_of(model, lambda name: str(botocore.xform_name(name, "-")))


def service_of(model: Mapping[str, Any], command_name: Callable[[str], str]) -> Service:
    """The names in `model`, the JSON of a `service-2` file.

    `command_name` turns `RunTask` into the `run-task` of the AWS CLI.
    """
    operations: Mapping[str, Any] = model["operations"]
    shapes: Mapping[str, Any] = model["shapes"]
    exceptions = {name: shape for name, shape in shapes.items() if shape.get("exception")}
    codes = {shape.get("error", {}).get("code", name) for name, shape in exceptions.items()}
    return Service(
        operations=frozenset(operations),
        members=frozenset(name for shape in shapes.values() for name in shape.get("members", ())),
        values=frozenset(value for shape in shapes.values() for value in shape.get("enum", ())),
        errors=frozenset(exceptions.keys() | codes),
        commands={
            command_name(name): frozenset(map(command_name, _inputs(operation, shapes)))
            for name, operation in operations.items()
        },
    )


def _inputs(operation: Mapping[str, Any], shapes: Mapping[str, Any]) -> Mapping[str, Any]:
    """The input members of `operation`; some operations take nothing."""
    if "input" not in operation:
        return {}
    members: Mapping[str, Any] = shapes[operation["input"]["shape"]].get("members", {})
    return members
