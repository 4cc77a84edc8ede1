"""Parameters as texts, and back."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.case import Case
from study_app.simulator.cases import simulate
from study_app.simulator.errors import CaseError
from study_app.simulator.parameters import changed, parameters

DATA = Path(__file__).parents[1] / "data"
CASES: list[Any] = [
    pytest.param(Case(case["kind"], case["input"]), id=case["id"])
    for name in ("golden.yaml", "timelines.yaml")
    for case in yaml.safe_load((DATA / name).read_text("utf-8"))["cases"]
    if not isinstance(case["input"].get("fixture"), str)
]
PLACEMENT = Case(
    "placement",
    {
        "count": 2,
        "task": {"cpu": 256, "memory": 512},
        "strategy": [{"type": "spread", "field": "attribute:ecs.availability-zone"}],
        "constraints": [{"type": "memberOf", "expression": "attribute:stack == prod"}],
        "instances": [
            {
                "id": "a",
                "az": "z-A",
                "cpu": 1024,
                "memory": 2048,
                "attributes": {"stack": "prod"},
                "tasks": [{"group": "other", "cpu": 128, "memory": 128}],
            }
        ],
    },
)


def texts(case: Case) -> dict[str, str]:
    return {one.path: one.text for one in parameters(case)}


@pytest.mark.parametrize("case", CASES)
def test_what_is_written_reads_back_to_the_same_result(case: Case) -> None:
    """Writing a parameter as it stands changes nothing that the simulator sees."""
    before = simulate(case.kind, case.given, {})
    for parameter in parameters(case):
        if parameter.text:
            again = changed(case, parameter.path, parameter.text)
            assert simulate(again.kind, again.given, {}) == before, parameter


def test_a_placement_on_one_line_each() -> None:
    assert texts(PLACEMENT) == {
        "count": "2",
        "task.cpu": "256",
        "task.memory": "512",
        "task.networkMode": "",
        "task.hostPorts": "",
        "strategy": "spread:attribute:ecs.availability-zone",
        "constraints": "memberOf:attribute:stack == prod",
        "instances": "a,az=z-A,cpu=1024,memory=2048,stack=prod",
    }


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("strategy", "binpack:memory, random", [{"type": "binpack", "field": "memory"}]),
        ("task.hostPorts", "80, 8080", [80, 8080]),
        ("count", "7", 7),
    ],
)
def test_a_text_becomes_a_value(path: str, text: str, value: object) -> None:
    given: Any = changed(PLACEMENT, path, text).given
    for step in path.split("."):
        given = given[step]
    assert given[:1] == value if path == "strategy" else given == value


def test_an_instance_keeps_the_tasks_that_its_line_does_not_show() -> None:
    line = "a,az=z-A,cpu=2048,memory=2048,stack=test; b,cpu=1,memory=1"
    given: Any = changed(PLACEMENT, "instances", line).given
    first, second = given["instances"]
    assert first["tasks"] == [{"group": "other", "cpu": 128, "memory": 128}]
    assert (first["cpu"], first["attributes"]) == (2048, {"stack": "test"})
    assert second == {"id": "b", "cpu": 1, "memory": 1}


def test_an_empty_text_leaves_the_parameter_out() -> None:
    case = Case("rolling", {"desired": 4, "cluster_room": 4})
    assert changed(case, "cluster_room", " ").given == {"desired": 4}


def test_the_original_stays_as_it_was() -> None:
    before = texts(PLACEMENT)
    changed(PLACEMENT, "task.cpu", "1")
    changed(PLACEMENT, "instances", "z,cpu=1,memory=1")
    assert texts(PLACEMENT) == before


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("task.hostPorts", "web", "task.hostPorts is 'web'; write host ports, such as 80 8080"),
        ("instances", "a,cpu=x", "cpu must be a whole number, not 'x'"),
        ("instances", "a,cpu", "'cpu' is no NAME=VALUE"),
    ],
)
def test_a_text_that_means_nothing_says_what_to_write(path: str, text: str, message: str) -> None:
    with pytest.raises(CaseError) as caught:
        changed(PLACEMENT, path, text)
    assert message in str(caught.value)


def test_readings_keep_the_name_of_what_they_read() -> None:
    case = Case(
        "scaling",
        {
            "policy": "timeline",
            "current": 1,
            "max": 5,
            "policies": [{"target": 50}],
            "readings": [{"at": 0, "metric": 60}, {"at": 60, "metric": None}],
        },
    )
    assert texts(case)["readings"] == "0:60 60:"
    again: Any = changed(case, "readings", "0:70 120:").given
    assert again["readings"] == [{"at": 0, "metric": 70}, {"at": 120, "metric": None}]
    assert texts(case)["policies.0.target"] == "50"


@given(st.sampled_from([one.path for one in parameters(PLACEMENT)]), st.text(max_size=60))
def test_any_text_gives_a_case_or_a_message(path: str, text: str) -> None:
    """'Bad input gets one clear message with the place and the remedy'"""
    message = "; "
    try:
        case = changed(PLACEMENT, path, text)
        simulate(case.kind, case.given, {})
    except CaseError as error:
        message = str(error)
    assert "; " in message
