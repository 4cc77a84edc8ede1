"""How placement and query cases are read, and what their results hold."""

import json
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of
from study_app.simulator.model.problem import CaseError

ONE = [{"id": "a", "az": "z", "cpu": 1000, "memory": 1000, "tasks": [{"group": "service:s"}]}]


@pytest.mark.parametrize("mode", ["place", "candidates", "terminate", "daemon"])
def test_what_aws_refuses_is_a_result_in_other_modes(mode: str) -> None:
    found = result_of(
        "placement",
        {
            "mode": mode,
            "instances": ONE,
            "strategy": [{"type": "spread", "field": "zone"}],
            "count": 1,
        },
    )

    assert found["error"] is True
    assert "spread field 'zone' is invalid" in str(found["message"])


def test_run_task_places_at_most_ten() -> None:
    given = {"mode": "place", "instances": ONE, "task": {}, "api": "RunTask"}

    assert result_of("placement", {**given, "count": 10})["unplaced"] == 0
    assert result_of("placement", {**given, "count": 11})["error"] is True


def test_run_task_has_another_default_than_a_service() -> None:
    two = [*ONE, {"id": "b", "az": "y", "cpu": 9, "memory": 9}]
    given = {"mode": "candidates", "instances": two, "task": {}}

    assert result_of("placement", {**given, "api": "RunTask"}) == {"optimal_candidates": ["a", "b"]}
    assert result_of("placement", {**given, "api": "UpdateService"}) == {
        "optimal_candidates": ["b"]
    }
    assert result_of(
        "placement", {"mode": "default_strategy", "api": "RegisterTaskDefinition"}
    ) == {"strategy": None}


def test_place_is_the_mode_of_a_case_without_one() -> None:
    assert result_of("placement", {"instances": ONE, "count": 2}) == {
        "placed_on": ["a", "a"],
        "counts": {"a": 2},
        "unplaced": 0,
        "instances_used": 1,
        "az_counts": {"z": 2},
    }


def test_a_fixture_may_stand_in_place_of_instances() -> None:
    assert result_of("placement", {"fixture": ONE})["placed_on"] == ["a"]


@pytest.mark.parametrize("place", ["task", "case"])
def test_tasks_may_belong_to_another_group(place: str) -> None:
    group: dict[str, object] = {"group": "database"}
    given = {"task": group} if place == "task" else group

    found = result_of(
        "placement", {"instances": ONE, "constraints": [{"type": "distinctInstance"}], **given}
    )
    assert found["placed_on"] == ["a"]


def test_numbers_of_listed_tasks_count_against_the_instance() -> None:
    busy = {"group": "x", "cpu": 900, "memory": 800, "memoryReservation": 100, "hostPorts": [80]}
    instances = [{**ONE[0], "tasks": [busy, {**busy, "lastStatus": "STOPPED"}]}]

    def placed(**task: object) -> object:
        return result_of("placement", {"instances": instances, "task": task})["unplaced"]

    assert (placed(cpu=100), placed(cpu=101)) == (0, 1)
    assert (placed(memory=900), placed(memory=901)) == (0, 1)
    assert (placed(hostPorts=[81]), placed(hostPorts=[80])) == (0, 1)
    assert placed(hostPorts=[80], networkMode="awsvpc") == 0


def test_remaining_amounts_stand_above_what_listed_tasks_leave() -> None:
    instances = [{**ONE[0], "remaining_cpu": 50, "remaining_memory": 70, "remaining_gpu": 1}]

    def placed(**task: object) -> object:
        return result_of("placement", {"instances": instances, "task": task})["unplaced"]

    assert (placed(cpu=50, memory=70, gpu=1), placed(cpu=51)) == (0, 1)
    assert (placed(memory=71), placed(gpu=2)) == (1, 1)


def test_network_interfaces_are_those_free_beside_listed_tasks() -> None:
    awsvpc = {"group": "x", "networkMode": "awsvpc"}
    instances = [{**ONE[0], "eni_tasks": 1, "tasks": [awsvpc, awsvpc]}]

    assert (
        result_of("placement", {"instances": instances, "task": awsvpc, "count": 2})["unplaced"]
        == 1
    )


def test_containers_add_up_and_the_task_level_counts() -> None:
    containers = [{"cpu": 300, "memory": 500}, {"cpu": 300, "memoryReservation": 100}]
    instances = [{"id": "a", "cpu": 600, "memory": 600}]

    assert (
        result_of("placement", {"instances": instances, "task": {"containers": containers}})[
            "unplaced"
        ]
        == 0
    )
    whole = {"containers": containers, "cpu": 601}
    assert result_of("placement", {"instances": instances, "task": whole})["unplaced"] == 1


def test_port_mappings_are_read_as_aws_writes_them() -> None:
    mapping = {"containerPort": 80}
    task = {"networkMode": "host", "portMappings": [mapping]}

    assert result_of("placement", {"instances": ONE, "task": task, "count": 2})["unplaced"] == 1
    task = {"portMappings": [mapping]}
    assert result_of("placement", {"instances": ONE, "task": task, "count": 2})["unplaced"] == 0


def test_subnets_and_required_attributes_narrow_the_instances() -> None:
    two = [*ONE, {"id": "b", "az": "y", "cpu": 9, "memory": 9, "attributes": {"gpu": True}}]

    assert result_of("placement", {"instances": two, "subnet_azs": ["y"]})["placed_on"] == ["b"]
    assert result_of("placement", {"instances": two, "task": {"requiresAttributes": ["gpu"]}})[
        "placed_on"
    ] == ["b"]


def test_a_seed_makes_random_draw() -> None:
    instances = [{"id": name, "cpu": 9, "memory": 9} for name in "abcd"]
    given = {"instances": instances, "strategy": [{"type": "random"}], "count": 20}

    assert set(result_of("placement", given)["placed_on"]) == {"a"}  # type: ignore[call-overload]
    assert result_of("placement", {**given, "seed": 1}) == result_of(
        "placement", {**given, "seed": 1}
    )
    assert set(result_of("placement", {**given, "seed": 1})["placed_on"]) == set("abcd")  # type: ignore[call-overload]


def test_more_memory_reserved_than_there_is_does_not_register() -> None:
    found = result_of(
        "placement", {"mode": "register_memory", "total_bytes": 2**30, "ECS_RESERVED_MEMORY": 1025}
    )
    assert found["error"] is True


@pytest.mark.parametrize("mode", ["place", "candidates", "terminate", "daemon"])
def test_a_case_explains_itself_on_request(mode: str) -> None:
    given = {"mode": mode, "instances": ONE}
    found = dict(result_of("placement", given, explain=True))
    trace: Any = found.pop("trace")

    assert found == result_of("placement", given)
    first = trace[0][0] if mode == "place" else trace[0]
    assert first["instance"] == "a"
    assert set(first) == {"instance", "rule", "formula", "kept", "basis", "source"}
    json.dumps(trace)


def test_a_query_that_is_none_is_a_result() -> None:
    found = result_of("query", {"instances": [], "expression": "attribute:a =~ (b|c)"})

    assert found["error"] is True
    assert "column 16: expected a value without parentheses" in str(found["message"])


def test_a_query_explains_each_part_for_each_instance() -> None:
    trace: Any = result_of(
        "query", {"instances": ONE, "expression": "not task:group == service:s"}, explain=True
    )["trace"]

    assert [(line["instance"], line["formula"], line["kept"]) for line in trace] == [
        ("a", "task:group == service:s", True),
        ("a", "not task:group == service:s", False),
    ]


def test_both_spellings_of_a_field_are_read() -> None:
    given = {
        "id": "a",
        "agentConnected": False,
        "agentVersion": "1.2",
        "registeredAt": "2018-01-01",
        "ec2InstanceId": "i-1",
        "tasks": [{"group": "g", "last_status": "PENDING"}],
    }
    expression = (
        "agentConnected == false and agentVersion == 1.2 and registeredAt == 2018-01-01 "
        "and ec2InstanceId == i-1 and runningTasksCount == 0 and task:group == g"
    )
    assert result_of("query", {"instances": [given], "expression": expression}) == {
        "matches": ["a"]
    }


@pytest.mark.parametrize(
    ("given", "field", "remedy"),
    [
        ({}, "instances", "write a list of instances"),
        ({"instances": "A"}, "instances", "write a list"),
        ({"fixture": "A"}, "fixture", "write the name of one"),
        ({"instances": [3]}, "instances[0]", "write fields with values"),
        ({"instances": [{"cpu": 1}]}, "instances[0].id", "write the id"),
        ({"instances": [{"id": "a", "memory": 1}]}, "instances[0].cpu", "write a whole number"),
        ({"instances": ONE * 2}, "instances[1].id", "write another id"),
        ({"instances": [{**ONE[0], "status": "BUSY"}]}, "instances[0].status", "ACTIVE, DRAINING"),
        ({"instances": [{**ONE[0], "attributes": []}]}, "instances[0].attributes", "with their"),
        (
            {"instances": [{**ONE[0], "attributes": {"a": 1.5}}]},
            "instances[0].attributes.a",
            "in quotes",
        ),
        (
            {"instances": [{**ONE[0], "attributes": {"ecs.availability-zone": "y"}}]},
            "instances[0].attributes.ecs.availability-zone",
            "leave one of them out",
        ),
        (
            {"instances": [{**ONE[0], "agent_version": "new"}]},
            "instances[0].agent_version",
            "1.14.5",
        ),
        ({"instances": [{**ONE[0], "agentVersion": 1.1}]}, "instances[0].agentVersion", "quotes"),
        ({"instances": [{**ONE[0], "tasks": [{"group": 1}]}]}, "instances[0].tasks[0].group", ""),
        ({"instances": ONE, "task": []}, "task", "write fields with values"),
        ({"instances": ONE, "task": {"hostPorts": [65536]}}, "task.hostPorts[0]", "65535"),
        ({"instances": ONE, "task": {"networkMode": "nat"}}, "task.networkMode", "bridge, host"),
        ({"instances": ONE, "count": -1}, "count", "from 0 to 100000"),
        ({"instances": ONE, "strategy": "random"}, "strategy", "write a list"),
        ({"instances": ONE, "strategy": [{}]}, "strategy[0].type", "random, spread or binpack"),
        ({"instances": ONE, "constraints": [{}]}, "constraints[0].type", "distinctInstance"),
        ({"instances": ONE, "mode": "move"}, "mode", "place, candidates"),
        ({"mode": "default_strategy", "api": "StopTask"}, "api", "RunTask, CreateService"),
    ],
)
def test_a_malformed_case_says_where_and_what_to_write(
    given: dict[str, object], field: str, remedy: str
) -> None:
    with pytest.raises(CaseError) as caught:
        result_of("placement", given)

    assert caught.value.place == field
    assert remedy in caught.value.remedy.en
