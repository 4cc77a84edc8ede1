"""The documents of the AWS CLI in tests/data/aws, and what tests make of them."""

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.documents.shapes import case_from
from study_app.simulator.model.case import Case

FOLDER = Path(__file__).parents[2] / "data" / "aws"
DOCUMENTS: Mapping[str, Any] = {
    path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))
}
INSTANCES = DOCUMENTS["container-instances"]
FIRST, SECOND, THIRD = (
    one["containerInstanceArn"].rpartition("/")[2] for one in INSTANCES["containerInstances"]
)


def opened(*names: str, current: Case | None = None) -> Case:
    for name in names:
        current = case_from(DOCUMENTS[name], current)
    assert current is not None
    return current


def instances_of(case: Case) -> list[dict[str, Any]]:
    instances = case.given["instances"]
    assert isinstance(instances, list)
    return instances


def run(case: Case) -> Mapping[str, Any]:
    return simulate(case.kind, case.given, {}, explain=True)


def changed(name: str, **changes: object) -> dict[str, Any]:
    """A document with other fields in the object that it is about; None takes one out."""
    document: dict[str, Any] = copy.deepcopy(DOCUMENTS[name])
    inner: Any = document
    for key in ("taskDefinition", "service"):
        if isinstance(inner.get(key), dict):
            inner = inner[key]
    if "services" in inner:
        inner = inner["services"][0]
    for field, value in changes.items():
        inner.pop(field, None)
        if value is not None:
            inner[field] = value
    return document


def one_container(**changes: object) -> dict[str, Any]:
    container = {"name": "web", "image": "nginx", "memory": 256, **changes}
    kept = {field: value for field, value in container.items() if value is not None}
    return {"family": "web", "containerDefinitions": [kept]}


def one_service(**changes: object) -> dict[str, Any]:
    return {"serviceName": "web", "desiredCount": 4, **changes}
