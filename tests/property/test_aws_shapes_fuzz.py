"""Documents of AWS with drawn changes: a case that can be simulated or refused, or CaseError."""

import copy
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.documents.shapes import case_from, is_aws
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError

FOLDER = Path(__file__).parents[1] / "data" / "aws"
DOCUMENTS: list[dict[str, Any]] = [
    json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))
]
KEYS = sorted(
    {
        *("containerDefinitions", "taskDefinition", "containerInstances", "services", "service"),
        *("serviceName", "family", "name", "type", "value", "memory", "cpu", "desiredCount"),
        *("placementStrategy", "placementConstraints", "resourceRequirements", "hostPort"),
        *("containerPortRange", "expression", "field", "launchType", "earlySuccessCriteria"),
        *("taskArn", "lastStatus", "deployments", "runningCount", "PolicyName", "strategy"),
    }
)
# Texts that mean something somewhere, so that a change reaches beyond the first check.
TEXTS = st.sampled_from(
    [
        *("FARGATE", "FARGATE_SPOT", "EC2", "MANAGED_INSTANCES", "DAEMON", "REPLICA", "ENABLED"),
        *("awsvpc", "host", "none", "GPU", "ALL", "STRINGSET", "DRAINING", "BLUE_GREEN"),
        *("memberOf", "distinctInstance", "binpack", "spread", "random", "memory", "host"),
        *("256", "0.25 vCPU", "1 GB", "9" * 5000, "", "/", "arn:aws:ecs:x:1:y/", "\ud800"),
        *("attribute:x =~ [[a]", "attribute:x == y", "runningTasksCount > 1", "x" * 3000),
        *("2018-01-01", "0000-01-01T00:00:00+14:00", "WINDOWS_SERVER_2022_CORE"),
    ]
)
SCALARS = (
    st.none()
    | st.booleans()
    # Between 1,000 and a million a case is still fine, and slow.
    | st.integers(-5, 1000)
    | st.sampled_from([10**7, 2**63, 10**30, -(10**30), 10**400])
    | st.floats()
    | TEXTS
    | st.text(max_size=5)
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS) | SCALARS, inner, max_size=3)
    ),
    max_leaves=6,
)
CHANGES = st.sampled_from(["replaced", "gone", "added"])
HOW_MANY = st.integers(1, 3)
NEW_KEYS = st.sampled_from(KEYS)
OPEN: list[Case | None] = [
    None,
    *(
        case_from(document, None)
        for document in DOCUMENTS
        if document.get("service") != "shop-web" and "tasks" not in document
    ),
    Case("placement", {"instances": [{"id": "a", "cpu": 9, "memory": 9}], "task": {"group": "g"}}),
    Case("placement", {"instances": [3], "mode": [], "task": 7, "count": "many"}),
    Case("placement", {"mode": "validate", "strategy": {}}),
    Case("rolling", {"desired": "four", "cluster_room": 3, "strategy": [{"type": "spread"}]}),
    Case("rolling", {"mode": "drain", "fixture": [{"id": "a", "cpu": {}, "memory": 9}]}),
    Case("query", {"instances": {"id": "a"}, "expression": 5}),
    Case("scaling", {}),
]


def _places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a nested value where something can be put instead."""
    found = [path] if path else []
    match value:
        case dict():
            for key, inner in value.items():
                found += _places(inner, (*path, key))
        case list():
            for number, inner in enumerate(value):
                found += _places(inner, (*path, number))
    return found


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """A real document in which up to three values are something else, more, or gone."""
    document: Any = copy.deepcopy(draw(st.sampled_from(DOCUMENTS)))
    for _ in range(draw(HOW_MANY)):
        places = _places(document)
        if not places:
            break
        *path, last = draw(st.sampled_from(places))
        holder: Any = document
        for step in path:
            holder = holder[step]
        match draw(CHANGES):
            case "replaced":
                holder[last] = draw(VALUES)
            case "gone":
                del holder[last]
            case _ if isinstance(holder, dict):
                holder[draw(NEW_KEYS)] = draw(VALUES)
            case _:
                holder.append(draw(VALUES))
    return document


def _read(document: Any, current: Case | None) -> Case | CaseError:
    try:
        return case_from(document, current)
    except CaseError as error:
        return error


def _survives(document: Any, current: Case | None) -> None:
    match _read(document, current):
        case CaseError() as error:
            assert error.place
            assert error.remedy.en
            assert str(error).startswith(error.place)
            # A few lines to read, whatever was written.
            assert len(str(error)) < 700
        case Case(kind, given_input):
            assert is_aws(document)
            json.dumps(given_input)
            # Whatever is raised beside CaseError fails the test.
            with suppress(CaseError):
                json.dumps(simulate(kind, given_input, {}, explain=True))


@settings(max_examples=400, deadline=None)
@given(broken(), st.sampled_from(OPEN))
def test_a_broken_document_is_a_case_or_one_clear_message(
    document: Any, current: Case | None
) -> None:
    """Bad input gets one clear message with the place and the remedy."""
    _survives(document, current)


@settings(deadline=None)
@given(VALUES, st.sampled_from(OPEN))
def test_what_is_no_document_at_all_is_one_clear_message(
    document: Any, current: Case | None
) -> None:
    """Bad input gets one clear message with the place and the remedy."""
    _survives(document, current)


@settings(deadline=None)
@given(st.lists(st.sampled_from(DOCUMENTS), max_size=5), st.sampled_from(OPEN))
def test_any_row_of_documents_ends_in_a_case(
    documents: list[dict[str, Any]], current: Case | None
) -> None:
    """Each document is laid over what is open, or refused; nothing else happens."""
    for document in documents:
        with suppress(CaseError):
            current = case_from(document, current)
            simulate(current.kind, current.given, {})


@pytest.mark.parametrize("shape", ["containerDefinitions", "containerInstances", "services"])
def test_deep_nesting_is_one_clear_message(shape: str) -> None:
    """Bad input gets one clear message with the place and the remedy."""
    nested: Any = []
    for _ in range(100_000):
        nested = [nested]

    _survives({shape: nested, "family": "web"}, None)


def test_a_number_too_long_to_print_is_one_clear_message() -> None:
    """Bad input gets one clear message with the place and the remedy."""
    for document in DOCUMENTS:
        for *path, last in _places(document):
            changed: Any = copy.deepcopy(document)
            holder: Any = changed
            for step in path:
                holder = holder[step]
            holder[last] = 10**5000
            _survives(changed, None)
