"""Documents of AWS as cases: JSON that `aws ecs` commands take or give, laid over what is open.

A document is read for what the simulator knows; AWS may say more, and that is left alone. Which
documents are known is told by `KNOWN`.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple, assert_never

from study_app.simulator.documents.cases import (
    becomes_a_size,
    is_service,
    places_tasks,
    with_instances,
    with_service,
    with_task_definition,
)
from study_app.simulator.documents.instances import read_container_instances
from study_app.simulator.documents.service import Source, read_service
from study_app.simulator.documents.task_definition import (
    read_task_definition,
    refuse_task_definition,
)
from study_app.simulator.inputs.fields import CaseFields
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError

KNOWN: Final = (
    "what register-task-definition, create-service or update-service takes, or what "
    "describe-task-definition, describe-services or describe-container-instances gives"
)


class _Shape(StrEnum):
    TASK_DEFINITION = "task definition"
    SERVICE = "service"
    SERVICES = "services"
    CONTAINER_INSTANCES = "container instances"


class _Document(NamedTuple):
    """A document by its shape; `fields` are those of the object that stands within, if one does."""

    shape: _Shape
    fields: CaseFields
    source: Source = Source.DESCRIBED


def is_aws(document: object) -> bool:
    """Whether `case_from` knows what `document` is meant to be; it may be malformed still."""
    return _recognised(document) is not None


def case_from(document: object, current: Case | None) -> Case:
    """`document` laid over `current`, the case on screen; None is that nothing is open.

    Raises CaseError for a document of no known shape, for one that is malformed or that AWS would
    refuse, and for one that cannot be simulated. Its field is the place in the document.
    """
    found = _recognised(document)
    if found is None:
        raise CaseError("document", "is not AWS JSON that can be simulated", f"open {KNOWN}")
    match found.shape:
        case _Shape.TASK_DEFINITION:
            return _task_definition(found.fields, current)
        case _Shape.SERVICE:
            return _service(found.fields, found.source, current)
        case _Shape.SERVICES:
            return _service(_only_service(found.fields), found.source, current)
        case _Shape.CONTAINER_INSTANCES:
            return with_instances(read_container_instances(found.fields), current)
        case _:
            assert_never(found.shape)


def _recognised(document: object) -> _Document | None:
    if not isinstance(document, Mapping):
        return None
    whole = CaseFields(document)
    match document:
        case {"containerDefinitions": _}:
            return _Document(_Shape.TASK_DEFINITION, whole)
        case {"taskDefinition": Mapping()}:
            return _Document(_Shape.TASK_DEFINITION, whole.inner("taskDefinition"))
        case {"containerInstances": _}:
            return _Document(_Shape.CONTAINER_INSTANCES, whole)
        case {"services": list() | tuple()}:
            return _Document(_Shape.SERVICES, whole)
        case {"service": Mapping()}:
            return _Document(_Shape.SERVICE, whole.inner("service"))
        case {"serviceName": _}:
            return _Document(_Shape.SERVICE, whole, Source.CREATE)
        case {"service": str()}:
            return _Document(_Shape.SERVICE, whole, Source.UPDATE)
        case _:
            return None


def _task_definition(fields: CaseFields, current: Case | None) -> Case:
    definition = read_task_definition(fields)
    refuse_task_definition(fields, definition, any_size=becomes_a_size(definition, current))
    return with_task_definition(definition, current)


def _service(fields: CaseFields, source: Source, current: Case | None) -> Case:
    updated = current is not None and (is_service(current) or places_tasks(current))
    before = CaseFields(current.given if current is not None and updated else {}, "case")
    return with_service(read_service(fields, source, before), current)


def _only_service(fields: CaseFields) -> CaseFields:
    services = fields.items("services")
    if len(services) != 1:
        raise CaseError(fields.where("services"), f"lists {len(services)}", "keep one of them")
    return services[0]
