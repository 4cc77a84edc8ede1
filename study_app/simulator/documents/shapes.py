"""AWS documents as cases: JSON input or output of `aws ecs` commands, merged into the open case.

Only what the simulator knows is read; other fields are ignored. `INPUTS` and `OUTPUTS` list the
known documents.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, NamedTuple, assert_never

from study_app.simulator.documents.cases import (
    becomes_a_size,
    instances_of,
    is_service,
    places_tasks,
    with_instances,
    with_service,
    with_task_definition,
    with_tasks,
)
from study_app.simulator.documents.ignored import (
    NOT_ON_THESE,
    SHIFTS_TRAFFIC,
    interfaces,
    left_out_of_definition,
    left_out_of_service,
    needs_instances,
    not_described,
)
from study_app.simulator.documents.instances import read_container_instances
from study_app.simulator.documents.scaling_policy import policies_case
from study_app.simulator.documents.service import EcsService, ServiceSource, read_service
from study_app.simulator.documents.task_definition import (
    read_task_definition,
    refuse_task_definition,
)
from study_app.simulator.documents.tasks import read_tasks
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.service import SchedulingStrategy
from study_app.words.errors import error_text
from study_app.words.text import Text

INPUTS: Final = "register-task-definition, create-service, update-service or put-scaling-policy"
OUTPUTS: Final = (
    "describe-task-definition, describe-services, describe-container-instances, describe-tasks or "
    "describe-scaling-policies"
)
"""A part extracted with `--query`, such as `services[0]`, is recognized as well."""


class _Shape(StrEnum):
    TASK_DEFINITION = "task definition"
    SERVICE = "service"
    SERVICES = "services"
    CONTAINER_INSTANCES = "container instances"
    TASKS = "tasks"
    SCALING_POLICIES = "scaling policies"
    SCALING_POLICY_ARN = "what put-scaling-policy gives"


@dataclass(frozen=True, slots=True)
class Opened:
    """The resulting case, and notes about it."""

    case: Case
    notes: tuple[Text, ...] = ()


class _Document(NamedTuple):
    """A document with its shape; `fields` are those of its main object.

    A list extracted with `--query` has `entries`; a single entry has `fields` as well.
    """

    shape: _Shape
    fields: CaseFields
    source: ServiceSource = ServiceSource.DESCRIBED
    entries: Sequence[object] | None = None

    def items(self, name: str) -> list[CaseFields]:
        """The entries of the list that AWS calls `name`. Raises CaseError if it is not a list."""
        if self.entries is None:
            return self.fields.items(name) if self.fields.has(name) else [self.fields]
        return [CaseFields(entry, f"[{number}]") for number, entry in enumerate(self.entries)]


def is_aws(document: object) -> bool:
    """Whether `case_from` recognizes `document`, even if it is malformed."""
    return _recognized(document) is not None


def order(document: object) -> int:
    """The position of `document` when several are opened together: prerequisites first."""
    found = _recognized(document)
    if found is None:
        return len(_ORDER)
    later = found.source is ServiceSource.UPDATE
    return len(_ORDER) if later else _ORDER.index(found.shape)


def case_from(document: object, current: Case | None) -> Case:
    """The case from `opened`, without its notes."""
    return opened(document, current).case


def opened(document: object, current: Case | None) -> Opened:
    """`document` merged into `current`, the case on screen, or None if nothing is open.

    Raises CaseError for a document that is not recognized, is malformed, would be refused by AWS,
    or cannot be simulated. Its place is a path in the document.
    """
    found = _opened(document, current)
    return replace(found, notes=(*found.notes, *interfaces(found.case.given)))


def _opened(document: object, current: Case | None) -> Opened:
    found = _recognized(document)
    if found is None:
        remedy = error_text(
            "open the input of {inputs}, or the output of {outputs}", inputs=INPUTS, outputs=OUTPUTS
        )
        raise CaseError("document", "{place} is not AWS JSON that can be simulated", remedy)
    match found.shape:
        case _Shape.TASK_DEFINITION:
            case = _task_definition(found.fields, current)
            return Opened(case, tuple(left_out_of_definition(found.fields)))
        case _Shape.SERVICE:
            return _service(found.fields, found.source, current)
        case _Shape.SERVICES:
            service = _service(_only_service(found), found.source, current)
            return replace(service, notes=(*service.notes, *not_described(found.fields)))
        case _Shape.CONTAINER_INSTANCES:
            instances = read_container_instances(found.items("containerInstances"))
            notes = not_described(found.fields)
            return Opened(with_instances(instances, current), tuple(notes))
        case _Shape.TASKS:
            case, elsewhere = with_tasks(read_tasks(found.items("tasks")), current)
            said = [NOT_ON_THESE.filled(count=elsewhere)] if elsewhere else []
            return Opened(case, (*said, *not_described(found.fields)))
        case _Shape.SCALING_POLICIES:
            return Opened(*policies_case(found.items("ScalingPolicies"), current))
        case _Shape.SCALING_POLICY_ARN:
            raise CaseError(
                "PolicyARN",
                "{place} does not say what the policy does",
                "open the output of describe-scaling-policies",
            )
        case _:
            assert_never(found.shape)


_ORDER: Final = (
    _Shape.CONTAINER_INSTANCES, _Shape.TASK_DEFINITION, _Shape.SERVICE, _Shape.SERVICES,
    _Shape.TASKS, _Shape.SCALING_POLICIES, _Shape.SCALING_POLICY_ARN,
)  # fmt: skip

_ENTRIES: Final = {
    "taskArn": _Shape.TASKS,
    "containerInstanceArn": _Shape.CONTAINER_INSTANCES,
    "PolicyName": _Shape.SCALING_POLICIES,
}
"""The list that an object with this field is an entry of."""

_OF_A_SERVICE_THAT_IS: Final = (
    "serviceArn", "status", "runningCount", "deployments", "events", "createdAt",
)  # fmt: skip
"""Fields in the output of describe-services that create-service does not accept."""


def _recognized(document: object) -> _Document | None:
    match document:
        case Mapping():
            return _whole(document)
        case [Mapping() as first, *_]:
            return _cut_out(first, document)
        case _:
            return None


def _cut_out(first: Mapping[object, object], entries: Sequence[object]) -> _Document | None:
    """The part of an AWS list that `--query` left."""
    found = _whole(first)
    match found:
        case _Document(_Shape.SERVICE, source=ServiceSource.DESCRIBED):
            return found._replace(shape=_Shape.SERVICES, entries=entries)
        case _Document(_Shape.CONTAINER_INSTANCES | _Shape.TASKS | _Shape.SCALING_POLICIES):
            return found._replace(entries=entries)
        case _Document(_Shape.TASK_DEFINITION) if len(entries) == 1:
            return found
        case _:
            return None


def _whole(document: Mapping[object, object]) -> _Document | None:
    whole = CaseFields(document)
    match document:
        case {"ScalingPolicies": _}:
            return _Document(_Shape.SCALING_POLICIES, whole)
        case {"containerDefinitions": _}:
            return _Document(_Shape.TASK_DEFINITION, whole)
        case {"taskDefinition": Mapping()}:
            return _Document(_Shape.TASK_DEFINITION, whole.inner("taskDefinition"))
        case {"containerInstances": _}:
            return _Document(_Shape.CONTAINER_INSTANCES, whole)
        case {"tasks": list() | tuple()}:
            return _Document(_Shape.TASKS, whole)
        case {"services": list() | tuple()}:
            return _Document(_Shape.SERVICES, whole)
        case {"service": Mapping()}:
            return _Document(_Shape.SERVICE, whole.inner("service"))
        case {"serviceName": _}:
            is_there = any(name in document for name in _OF_A_SERVICE_THAT_IS)
            return _Document(
                _Shape.SERVICE, whole, ServiceSource.DESCRIBED if is_there else ServiceSource.CREATE
            )
        case {"service": str()}:
            return _Document(_Shape.SERVICE, whole, ServiceSource.UPDATE)
        case {"PolicyARN": _} if "PolicyName" not in document:
            return _Document(_Shape.SCALING_POLICY_ARN, whole)
        case _:
            shape = next((one for name, one in _ENTRIES.items() if name in document), None)
            return None if shape is None else _Document(shape, whole)


def _task_definition(fields: CaseFields, current: Case | None) -> Case:
    definition = read_task_definition(fields)
    refuse_task_definition(fields, definition, any_size=becomes_a_size(definition, current))
    return with_task_definition(definition, current)


def _service(fields: CaseFields, source: ServiceSource, current: Case | None) -> Opened:
    updated = current is not None and (is_service(current) or places_tasks(current))
    before = CaseFields(current.given if current is not None and updated else {}, "case")
    service = read_service(fields, source, before)
    case = with_service(service, current)
    return Opened(case, tuple(_notes(fields, service, case)))


def _notes(fields: CaseFields, service: EcsService, case: Case) -> Iterator[Text]:
    """What the case ignores of the service."""
    if service.traffic is not None:
        place = fields.where("deploymentConfiguration.strategy")
        yield SHIFTS_TRAFFIC.filled(place=place, strategy=service.traffic["strategy"])
    elif instances_of(case) is None and service.fargate is None:
        yield from needs_instances(fields)
    yield from left_out_of_service(
        fields,
        shifts_traffic=service.traffic is not None,
        daemon=service.scheduling is SchedulingStrategy.DAEMON,
        simulated=("capacityProviderStrategy",) if case.kind == "capacity_provider" else (),
    )


def _only_service(found: _Document) -> CaseFields:
    services = found.items("services")
    if len(services) != 1:
        remedy = error_text("keep one of them, as {option} 'services[0]' does", option="--query")
        raise CaseError("services", "{place} lists {count}", remedy, count=len(services))
    return services[0]
