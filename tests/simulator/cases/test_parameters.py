"""Parameters as texts, and back."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.cases.editing import boxes, with_parameter
from study_app.simulator.inputs.values.instance_lines import read_instances, write_instances
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError
from tests.yaml_files import read_yaml

DATA = Path(__file__).parents[2] / "data"
CASES: list[Any] = [
    pytest.param(Case(case["kind"], case["input"]), id=case["id"])
    for name in ("golden.yaml", "timelines.yaml")
    for case in read_yaml(DATA / name)["cases"]
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
    return {one.path: one.text for one in boxes(case)}


@pytest.mark.parametrize("case", CASES)
def test_what_is_written_reads_back_to_the_same_result(case: Case) -> None:
    """Writing a parameter as it stands changes nothing that the simulator sees."""
    before = simulate(case.kind, case.given, {})
    for parameter in boxes(case):
        if parameter.text:
            again = with_parameter(case, parameter.path, parameter.text)
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
    given: Any = with_parameter(PLACEMENT, path, text).given
    for step in path.split("."):
        given = given[step]
    assert given[:1] == value if path == "strategy" else given == value


def test_an_instance_keeps_the_tasks_that_its_line_does_not_show() -> None:
    line = "a,az=z-A,cpu=2048,memory=2048,stack=test; b,cpu=1,memory=1"
    given: Any = with_parameter(PLACEMENT, "instances", line).given
    first, second = given["instances"]
    assert first["tasks"] == [{"group": "other", "cpu": 128, "memory": 128}]
    assert (first["cpu"], first["attributes"]) == (2048, {"stack": "test"})
    assert second == {"id": "b", "cpu": 1, "memory": 1}


def test_an_empty_text_leaves_the_parameter_out() -> None:
    case = Case("rolling", {"desired": 4, "cluster_room": 4})
    assert with_parameter(case, "cluster_room", " ").given == {"desired": 4}


def test_the_original_stays_as_it_was() -> None:
    before = texts(PLACEMENT)
    with_parameter(PLACEMENT, "task.cpu", "1")
    with_parameter(PLACEMENT, "instances", "z,cpu=1,memory=1")
    assert texts(PLACEMENT) == before


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        ("task.hostPorts", "web", "task.hostPorts is 'web'; write host ports, such as 80 8080"),
        ("instances", "a,cpu=x", "cpu must be a whole number, not 'x'"),
        ("instances", "a,cpu", "'cpu' must be NAME=VALUE"),
    ],
)
def test_a_text_that_means_nothing_says_what_to_write(path: str, text: str, message: str) -> None:
    with pytest.raises(CaseError) as caught:
        with_parameter(PLACEMENT, path, text)
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
    again: Any = with_parameter(case, "readings", "0:70 120:").given
    assert again["readings"] == [{"at": 0, "metric": 70}, {"at": 120, "metric": None}]
    assert texts(case)["policies.0.target"] == "50"


@given(st.sampled_from([one.path for one in boxes(PLACEMENT)]), st.text(max_size=60))
def test_any_text_gives_a_case_or_a_message(path: str, text: str) -> None:
    """'Bad input gets one clear message with the place and the remedy'"""
    message = "; "
    try:
        case = with_parameter(PLACEMENT, path, text)
        simulate(case.kind, case.given, {})
    except CaseError as error:
        message = str(error)
    assert "; " in message


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=8)
NAMES = TEXTS.filter(bool) | st.sampled_from(["cpu", "az", "id", "attribute:a", "a=b", "a,b;c"])
INSTANCE = st.fixed_dictionaries(
    {"id": TEXTS.filter(bool), "cpu": st.integers(0, 10**9), "memory": st.integers(0, 10**9)},
    optional={
        "az": TEXTS.filter(bool),
        "agent_connected": st.booleans(),
        "taken_ports": st.lists(st.integers(0, 65535), max_size=2),
        "task_groups": st.lists(TEXTS, max_size=2),
        "remark": TEXTS,
        "attributes": st.dictionaries(
            NAMES, TEXTS | st.booleans() | st.integers(-9, 9) | st.none(), max_size=4
        ),
    },
)
INSTANCES = st.lists(INSTANCE, max_size=4, unique_by=lambda one: one["id"])


@given(INSTANCES)
def test_instances_read_back_as_they_were_written(instances: list[dict[str, Any]]) -> None:
    """Whatever stands in their texts, and in the same order."""
    line = write_instances(instances)
    read = read_instances(line, instances)
    assert read == instances
    assert list(map(list, read)) == list(map(list, instances))
    assert write_instances(read_instances(line, [])) == write_instances(
        [{**one, "attributes": one.get("attributes")} for one in read]
    )


def test_the_last_attribute_can_be_removed() -> None:
    given: Any = with_parameter(PLACEMENT, "instances", "a,cpu=1024,memory=2048").given
    assert given["instances"] == [
        {"id": "a", "cpu": 1024, "memory": 2048, "tasks": PLACEMENT_TASKS}
    ]


PLACEMENT_TASKS = [{"group": "other", "cpu": 128, "memory": 128}]


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ('a,x="p,q;r=s"', {"x": "p,q;r=s"}),
        ('a,x="say \\"so\\" \\\\"', {"x": 'say "so" \\'}),
        ("a,x=p=q", {"x": "p=q"}),
        ("a,attribute:cpu=fast", {"cpu": "fast"}),
        ('a,"x,y" = 1', {"x,y": "1"}),
    ],
)
def test_special_texts_stand_in_quotation_marks(text: str, attributes: object) -> None:
    assert read_instances(text, []) == [{"id": "a", "attributes": attributes}]


@pytest.mark.parametrize("text", ['a,x="p', 'a,x="p"q', 'a,x=p"q"', '"'])
def test_quotation_marks_in_the_wrong_place_are_refused(text: str) -> None:
    with pytest.raises(CaseError) as caught:
        with_parameter(PLACEMENT, "instances", text)
    assert "quot" in str(caught.value).partition(";")[2]


def test_instances_of_a_fixture_are_edited_as_instances() -> None:
    given = {name: value for name, value in PLACEMENT.given.items() if name != "instances"}
    fixture = PLACEMENT.given["instances"]
    case = Case("rolling", {"fixture": fixture, "desired": 2, **given})
    assert texts(case)["instances"] == "a,az=z-A,cpu=1024,memory=2048,stack=prod"
    assert "cluster_room" not in texts(case)
    again: Any = with_parameter(case, "instances", "a,cpu=1,memory=1").given
    assert next(iter(again)) == "instances"
    assert "fixture" not in again
    assert again["instances"][0]["tasks"] == PLACEMENT_TASKS


def test_daemons_have_neither_count_nor_strategy() -> None:
    case = Case("placement", {**PLACEMENT.given, "mode": "daemon"})
    assert not {"count", "strategy"} & set(texts(case))
    assert "constraints" in texts(case)


@pytest.mark.parametrize(
    ("case", "path", "text", "value"),
    [
        (Case("traffic", {}), "strategy", "LINEAR", "LINEAR"),
        (Case("query", {}), "expression", "7", "7"),
        (
            Case("circuit_breaker", {"mode": "watch"}),
            "events",
            "DID_NOT_RUN RUNNING desired=6",
            ["DID_NOT_RUN", "RUNNING", {"desired": 6}],
        ),
        (
            Case("scaling", {"policy": "timeline"}),
            "schedule",
            "0:2..8 60:..4",
            [{"at": 0, "min": 2, "max": 8}, {"at": 60, "max": 4}],
        ),
        (
            Case("scaling", {"policy": "timeline", "policies": [{"steps": []}]}),
            "policies.0.steps",
            "-10..0:-1 0..2.5:1 2.5..:+3",
            [
                {"lower": -10, "upper": 0, "adjustment": -1},
                {"lower": 0, "upper": 2.5, "adjustment": 1},
                {"lower": 2.5, "adjustment": 3},
            ],
        ),
    ],
)
def test_a_notation_goes_by_kind_and_path(case: Case, path: str, text: str, value: object) -> None:
    place: Any = with_parameter(case, path, text).given
    for step in path.split("."):
        place = place[int(step) if isinstance(place, list) else step]
    assert place == value
    assert texts(with_parameter(case, path, text))[path] == text.replace("+", "")


@pytest.mark.parametrize(
    ("case", "path", "text", "remedy"),
    [
        (Case("circuit_breaker", {}), "events", "desired=x", "write events, such as DID_NOT_RUN"),
        (Case("scaling", {}), "schedule", "0:2", "write seconds, minimum and maximum, such as"),
        (Case("scaling", {}), "steps", "0..1", "write bounds and adjustments, such as"),
        (Case("capacity_provider", {}), "demand", "4", "write times and tasks, such as 0:4"),
    ],
)
def test_a_line_that_means_nothing_says_what_to_write(
    case: Case, path: str, text: str, remedy: str
) -> None:
    with pytest.raises(CaseError) as caught:
        with_parameter(case, path, text)
    assert str(caught.value).startswith(f"{path} is {text!r}; {remedy}")


@pytest.mark.parametrize(
    ("case", "known"),
    [
        (Case("kubernetes", {"replicas": 1}), {"maxSurge", "maxUnavailable"}),
        (Case("traffic", {"strategy": "LINEAR"}), {"stepPercent", "fails_at", "desired"}),
        (Case("circuit_breaker", {"mode": "watch"}), {"enable", "resetOnHealthyTask", "events"}),
        (
            Case("scaling", {"policy": "timeline", "policies": [{"target": 1}, {"steps": []}]}),
            {"schedule", "policies.0.scaleInCooldown", "policies.1.cooldown", "policies.1.steps"},
        ),
    ],
)
def test_a_form_offers_what_its_kind_is_known_to_have(case: Case, known: set[str]) -> None:
    assert known <= set(texts(case))


@pytest.mark.parametrize("case", CASES)
def test_an_emptied_parameter_is_still_offered_and_comes_back_to_its_place(case: Case) -> None:
    offered = boxes(case)
    for parameter in offered:
        if not parameter.text or parameter.path == "strategy":
            continue
        less = with_parameter(case, parameter.path, "", case)
        assert (parameter.path, "") in [(box.path, box.text) for box in boxes(less, case)]
        same = with_parameter(case, parameter.path, parameter.text, case)
        assert _names(same.given) == _names(case.given)


def _names(given: Any) -> object:
    return [(name, _names(one)) for name, one in given.items()] if isinstance(given, dict) else 0


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("minimumHealthyPercent", 101, "is 101; write a whole number from 0 to 100"),
        ("minimumHealthyPercent", "x", "is 'x'; write a whole number from 0 to 100"),
        ("maximumPercent", 99, "is 99; write a whole number, 100 or more"),
        ("maximumPercent", "x", "is 'x'; write a whole number, 100 or more"),
    ],
)
def test_a_percentage_has_one_message(name: str, value: object, message: str) -> None:
    with pytest.raises(CaseError) as caught:
        simulate("rolling", {"desired": 2, name: value}, {})
    assert str(caught.value) == f"{name} {message}"


def test_more_than_200_percent_is_simulated() -> None:
    assert simulate("rolling", {"desired": 2, "maximumPercent": 250}, {})["upper"] == 5
