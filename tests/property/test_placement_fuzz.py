"""Malformed placement and query cases raise CaseError, and never anything else."""

import copy
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import result_of
from study_app.simulator.model.problem import CaseError
from tests.yaml_files import read_yaml

DATA = read_yaml(Path(__file__).parents[1] / "data" / "golden.yaml")


def _inputs(kind: str) -> list[dict[str, Any]]:
    found = []
    for case in DATA["cases"]:
        if case["kind"] == kind:
            given_input = dict(case["input"])
            if "fixture" in given_input:
                given_input["instances"] = DATA["fixtures"][given_input.pop("fixture")]
            found.append(given_input)
    return found


RICH: dict[str, Any] = {
    "mode": "place",
    "api": "CreateService",
    "launchType": "EC2",
    "schedulingStrategy": "REPLICA",
    "availabilityZoneRebalancing": "DISABLED",
    "group": "service:x",
    "seed": 7,
    "count": 3,
    "subnet_azs": ["a", "b"],
    "task_definition_constraints": [{"type": "memberOf", "expression": "attribute:x !exists"}],
    "constraints": [{"type": "distinctInstance"}],
    "strategy": [{"type": "spread", "field": "host"}, {"type": "random"}],
    "task": {
        "group": "service:s",
        "networkMode": "host",
        "requiresAttributes": ["y"],
        "containers": [{"cpu": 1, "memory": 4, "memoryReservation": 2, "gpu": 1}],
        "portMappings": [{"hostPort": 80, "containerPort": 80}],
    },
    "instances": [
        {
            "id": "one",
            "az": "a",
            "cpu": 100,
            "memory": 100,
            "gpu": 1,
            "eni_tasks": 2,
            "remaining_cpu": 50,
            "status": "ACTIVE",
            "agentConnected": True,
            "agent_version": "1.2.3",
            "registered_at": "2018-01-01T00:00:00Z",
            "ec2_instance_id": "i-1",
            "attributes": {"y": 1, "z": None, "w": True},
            "task_groups": ["database"],
            "tasks": [{"group": "g", "cpu": 1, "hostPorts": [8080], "lastStatus": "PENDING"}],
        }
    ],
}

# Texts that mean something somewhere, so that a change reaches beyond the first check.
TEXTS = st.sampled_from(
    [
        "place",
        "terminate",
        "daemon",
        "validate",
        "candidates",
        "default_strategy",
        "one",
        "RunTask",
        "FARGATE",
        "DAEMON",
        "ENABLED",
        "awsvpc",
        "none",
        "memberOf",
        "binpack",
        "cpu",
        "1.9.0",
        "STOPPED",
        "0000-01-01T00:00:00+14:00",
    ]
) | st.sampled_from(["", "attribute:x =~ [[a]", "attribute:x == y"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**30, -(10**30), 10**400, 65536, 2**63])
    | st.floats()
    | TEXTS
    | st.text(max_size=5)
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3),
    max_leaves=6,
)


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
def broken(draw: st.DrawFn, originals: list[dict[str, Any]]) -> dict[str, Any]:
    """A real case in which up to three values are something else, or gone."""
    case: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(originals)))
    for _ in range(draw(st.integers(1, 3))):
        places = _places(case)
        *path, last = draw(st.sampled_from(places))
        holder: Any = case
        for step in path:
            holder = holder[step]
        if isinstance(holder, dict) and draw(st.booleans()):
            del holder[last]
        else:
            holder[last] = draw(VALUES)
        if not case:
            break
    return case


def _is_fine(case: Callable[..., Mapping[str, object]], given_input: Any) -> None:
    # Whatever is raised beside CaseError fails the test.
    with suppress(CaseError):
        json.dumps(case(given_input, explain=True))


@settings(max_examples=400)
@given(broken([RICH, *_inputs("placement")]))
def test_a_broken_placement_case_is_an_answer_or_a_case_error(given_input: dict[str, Any]) -> None:
    """Fuzzed input never raises anything but the room's own errors."""
    _is_fine(partial(result_of, "placement"), given_input)


@settings(max_examples=200)
@given(broken(_inputs("query")))
def test_a_broken_query_case_is_an_answer_or_a_case_error(given_input: dict[str, Any]) -> None:
    """Fuzzed input never raises anything but the room's own errors."""
    _is_fine(partial(result_of, "query"), given_input)


@given(VALUES)
def test_what_is_no_case_at_all_is_a_case_error(value: Any) -> None:
    """Fuzzed input never raises anything but the room's own errors."""
    _is_fine(partial(result_of, "placement"), value)
    _is_fine(partial(result_of, "query"), value)


@pytest.mark.parametrize("given_input", [RICH, *_inputs("placement")])
def test_unbroken_cases_are_answers(given_input: dict[str, Any]) -> None:
    assert "error" not in result_of("placement", given_input, explain=True)
