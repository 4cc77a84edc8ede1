"""The placement and query cases of tests/data/golden.yaml with a change each: computed, never
looked up. `tests/simulator/cases/test_cases.py` looks at them as they are.
"""

import copy
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of
from tests.yaml_files import read_yaml

DATA = read_yaml(Path(__file__).parents[3] / "data" / "golden.yaml")
CASES: dict[str, dict[str, Any]] = {
    case["id"]: case for case in DATA["cases"] if case["kind"] in ("placement", "query")
}
RUN = {"placement": partial(result_of, "placement"), "query": partial(result_of, "query")}


def result(case: Mapping[str, Any]) -> Mapping[str, Any]:
    given = dict(case["input"])
    if "fixture" in given:
        given["fixture"] = DATA["fixtures"][given["fixture"]]
    return RUN[case["kind"]](given)


def test_all_cases_are_there() -> None:
    kinds = [case["kind"] for case in CASES.values()]
    assert (kinds.count("placement"), kinds.count("query")) == (31, 16)


def changed(name: str, path: tuple[str | int, ...], value: object) -> Mapping[str, Any]:
    """The result of a copy of a case in which one number or text is another."""
    case = copy.deepcopy(CASES[name])
    place: Any = case["input"]
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return result(case)


@pytest.mark.parametrize(
    ("name", "path", "value", "expected"),
    [
        ("place-default-az-1", ("instances", 1, "az"), "z-A", {"optimal_candidates": ["c"]}),
        (
            "term-default-az-1",
            ("instances", 2, "az"),
            "z-D",
            {"optimal_instances_to_stop_on": ["b", "c"]},
        ),
        (
            "term-default-az-1",
            ("instances", 1, "tasks"),
            [{"group": "service:other"}],
            {"optimal_instances_to_stop_on": ["c"]},
        ),
        ("place-binpack-memory-1", ("task", "memory"), 2049, {"placed_on": ["i4"]}),
        ("place-binpack-memory-2", ("instances", 0, "memory"), 3072, {"placed_on": ["i2"]}),
        ("place-softlimit-1", ("task", "memoryReservation"), 129, {"counts": {"a": 1}}),
        ("place-eni-c5large", ("instances", 0, "eni_tasks"), 1, {"unplaced": 2}),
        ("place-distinct-1", ("constraints",), None, {"counts": {"a": 2, "b": 1}}),
        (
            "place-memberof-t2",
            ("constraints", 0, "expression"),
            "attribute:ecs.instance-type =~ m5.*",
            {"counts": {"a": 2}},
        ),
        (
            "place-affinity-databases",
            ("instances", 0, "tasks"),
            [{"group": "databases"}],
            {"counts": {"a": 1, "b": 1}},
        ),
        ("place-spread-az-binpack", ("task", "memory"), 4097, {"instances_used": 6}),
        ("place-reserved-port-22", ("task", "hostPorts"), [23], {"unplaced": 0}),
        ("place-host-mode", ("task", "networkMode"), "awsvpc", {"unplaced": 0}),
        ("place-ports-94", ("task", "hostPorts"), list(range(8001, 8096)), {"unplaced": 1}),
        (
            "term-binpack",
            ("instances", 0, "remaining_memory"),
            4096,
            {"optimal_instances_to_stop_on": ["x", "y"]},
        ),
        ("place-daemon-1", ("instances", 0, "status"), "DRAINING", {"counts": {"b": 1, "c": 1}}),
        ("place-constraint-max10", ("constraint_count",), 10, {"valid": True, "limit": None}),
        ("place-fargate-strategy", ("launchType",), "EC2", {"valid": True, "message": None}),
        ("reserve-memory-256", ("ECS_RESERVED_MEMORY",), 32, {"mib": 7953}),
        ("q-agent", ("expression",), "agentVersion < 1.14.4", {"matches": ["i1"]}),
    ],
)
def test_other_numbers_give_another_result(
    name: str, path: tuple[str | int, ...], value: object, expected: dict[str, object]
) -> None:
    found = changed(name, path, value)
    assert {name: found[name] for name in expected} == expected
