"""Managed scaling minute by minute, and one evaluation of it, as cases."""

from collections.abc import Mapping
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.engines.capacity.needs import InstanceType, ProvisioningGroup
from study_app.simulator.engines.capacity.timeline import CapacityInput, Demand
from study_app.simulator.model.problem import CaseError, Refused

TWO_TASKS: Mapping[str, object] = {"cpu": 2048, "memory": 7680}
TASK: Mapping[str, object] = {"cpu": 1024, "memory": 1024}


def timeline(
    *demand: tuple[int, int], explain: bool = False, **fields: object
) -> Mapping[str, Any]:
    given = {
        "mode": "timeline",
        "instance_type": TWO_TASKS,
        "task": TASK,
        "demand": [{"at": at, "tasks": tasks} for at, tasks in demand],
        "minutes": 60,
        **fields,
    }
    return simulate("capacity_provider", given, {}, explain=explain)


def instances(result: Mapping[str, Any]) -> list[tuple[int, int]]:
    """The minute and the number, where the number of instances changes."""
    found: list[tuple[int, int]] = []
    for moment in result["moments"]:
        if not found or moment["instances"] != found[-1][1]:
            found.append((moment["at"] // 60, moment["instances"]))
    return found


def test_without_demand_only_the_ends_are_told() -> None:
    result = timeline(minutes=7)
    assert [(moment["at"], moment["reservation"]) for moment in result["moments"]] == [
        (0, 100),
        (420, 100),
    ]
    assert (result["instances"], result["tasks"]) == (0, 0)


def test_from_zero_it_is_two_and_more_after_the_warm_up() -> None:
    """From 0 instances always 2 first, more only after the warm-up."""
    assert instances(timeline((0, 9))) == [(0, 0), (1, 2), (6, 5)]
    assert instances(timeline((0, 9), instanceWarmupPeriod=60)) == [(0, 0), (1, 2), (2, 5)]
    assert instances(timeline((0, 9), instanceWarmupPeriod=61)) == [(0, 0), (1, 2), (3, 5)]


def test_a_demand_within_a_minute_is_seen_at_the_next_one() -> None:
    assert instances(timeline((1, 2), running=0)) == [(0, 0), (2, 2), (17, 1)]


def test_the_last_of_two_demands_at_once_holds() -> None:
    assert timeline((0, 8), (0, 2), running=1)["moments"][0]["wanted"] == 2


def test_step_sizes_bound_what_is_added() -> None:
    grown = timeline((0, 20), running=1, maximumScalingStepSize=4)
    assert instances(grown) == [(0, 1), (1, 5), (6, 9), (11, 10)]
    assert instances(timeline((0, 4), running=1, minimumScalingStepSize=6))[1] == (1, 7)


def test_scale_in_waits_for_15_points_below_and_then_halves() -> None:
    """15 data points of 1 min; then between one instance and 50 % per minute."""
    result = timeline((0, 1), running=9)
    assert instances(result) == [(0, 9), (15, 5), (16, 3), (17, 2), (18, 1)]
    assert result["moments"][1]["at"] == 14 * 60
    assert result["moments"][1]["action"] == "scale_in"


def test_scale_in_waits_for_15_minutes_after_a_scale_out() -> None:
    """Also 15 min after any scale-out."""
    result = timeline((0, 2), (600, 4), (660, 2), running=1, minutes=40)
    assert instances(result) == [(0, 1), (11, 2), (26, 1)]


def test_points_below_that_are_interrupted_begin_again() -> None:
    """A reservation above 100 meanwhile stops it."""
    result = timeline((0, 2), (600, 4), (660, 2), running=2, minutes=40)
    assert instances(result) == [(0, 2), (26, 1)]


def test_a_target_below_100_keeps_spare_instances() -> None:
    result = timeline((0, 8), running=4, targetCapacity=80, minutes=30)
    assert instances(result) == [(0, 4), (1, 5)]
    assert result["moments"][-1]["reservation"] == 80


def test_tasks_that_fit_nowhere_wait_and_change_nothing() -> None:
    """A group that does not fit the smallest type is left out: CPR stays at targetCapacity."""
    result = timeline((0, 2), running=3, task={"cpu": 4096, "memory": 1}, targetCapacity=90)
    assert [(each["provisioning"], each["reservation"]) for each in result["moments"]] == [
        (2, 90),
        (2, 90),
    ]
    assert (result["instances"], result["tasks"]) == (3, 0)


@pytest.mark.parametrize(
    ("task", "last"),
    [
        ({"memory": 7680}, 4),
        ({"memory": 1, "host_ports": True}, 4),
        ({"memory": 1, "awsvpc": True}, 2),
        ({"memory": 1, "gpu": 4}, 4),
        ({"memory": 1920}, 1),
    ],
)
def test_every_requirement_counts(task: dict[str, object], last: int) -> None:
    offered = {**TWO_TASKS, "eni_tasks": 2, "gpu": 4}
    assert timeline((0, 4), running=1, task=task, instance_type=offered)["instances"] == last


def test_waiting_tasks_are_the_first_to_stop() -> None:
    result = timeline((0, 6), (60, 3), running=1, minutes=2, instanceWarmupPeriod=10_000)
    states = [(each["wanted"], each["tasks"], each["provisioning"]) for each in result["moments"]]
    assert states == [(6, 2, 4), (3, 3, 0), (3, 3, 0)]
    blocked = timeline((0, 6), (60, 3), task={"cpu": 9999, "memory": 1}, minutes=1)["moments"]
    assert [each["provisioning"] for each in blocked] == [6, 3]


def test_a_trace_tells_minute_by_minute_what_happened() -> None:
    trace = timeline((0, 3), (60, 1), running=1, minutes=1, explain=True)["trace"]
    assert [(line["rule"], line["formula"]) for line in trace] == [
        ("capacity.place", "min(3, 1 x 2 - 0) = 2"),
        ("capacity.group", "1 tasks of cpu 1024, memory 1024: 1"),
        ("capacity.step-size", "1 -> 1"),
        ("capacity.needed", "M = 1 + 1 = 2"),
        ("capacity.reservation", "2 / 1 -> 200%"),
        ("capacity.action", "200, 100: scale_out"),
        ("capacity.desired", "ceil(2 x 100 / 100) = 2"),
        ("capacity.next-minute", "1 -> 2"),
        ("capacity.stop", "2 + 1 -> 1"),
        ("capacity.busy", "M = 1"),
        ("capacity.reservation", "1 / 2 -> 50%"),
        ("capacity.action", "50, 100: scale_in"),
        ("capacity.scale-in-wait", "1, 60 s"),
    ]


def test_settings_that_aws_refuses_are_a_result() -> None:
    result = timeline((0, 1), targetCapacity=101, instanceWarmupPeriod=-1)
    assert result["error"] is True
    assert result["message"] == (
        "targetCapacity is 101; write a number from 1 to 100; "
        "instanceWarmupPeriod is -1; write a number from 0 to 10000"
    )
    assert result["moments"] is result["instances"] is result["tasks"] is None


def test_a_scenario_is_bounded() -> None:
    with pytest.raises(Refused, match=r"minutes is 1441.*running is -1.*tasks is 100001"):
        CapacityInput(
            instance_type=InstanceType(cpu=1, memory=1),
            task=ProvisioningGroup(count=1, memory=1),
            demand=(Demand(at=0, tasks=100_001),),
            minutes=1441,
            running=-1,
        )


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"minutes": 0}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        ({"minutes": None}, "minutes"),
        ({"running": 100_001}, "running"),
        ({"task": None}, "task.memory"),
        ({"task": {"cpu": 1}}, "task.memory"),
        ({"task": {"memory": 0}}, "task.memory"),
        ({"task": {"memory": 1, "awsvpc": 1}}, "task.awsvpc"),
        ({"instance_type": "c5.large"}, "instance_type"),
        ({"instance_type": {"cpu": 1}}, "instance_type.memory"),
        ({"demand": 5}, "demand"),
        ({"demand": [{"at": 0}]}, "demand[0].tasks"),
        ({"demand": [{"at": -1, "tasks": 1}]}, "demand[0].at"),
        ({"demand": [{"at": 0, "tasks": 100_001}]}, "demand[0].tasks"),
        ({"demand": [{"at": 0, "tasks": 1}] * 1441}, "demand"),
        ({"targetCapacity": "90"}, "targetCapacity"),
    ],
)
def test_a_malformed_timeline_names_its_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(CaseError) as caught:
        timeline(**fields)
    assert caught.value.place == field


def manage(*, explain: bool = False, **fields: object) -> Mapping[str, Any]:
    given = {"mode": "manage", "running": 4, "busy": 4, "instance_types": [TWO_TASKS], **fields}
    return simulate("capacity_provider", given, {}, explain=explain)


def test_one_evaluation_gives_what_the_reservation_says_and_what_comes_of_it() -> None:
    provisioning = [{"count": 8, **TASK}]
    expected = {"needed": 8, "reservation": 200, "action": "scale_out", "error": False}
    assert manage(provisioning=provisioning) == {**expected, "message": None, "instances": 8}
    warming = manage(provisioning=provisioning, seconds_since_scale_out=299)
    assert warming == {**expected, "message": None, "instances": 4}
    waiting = manage(busy=1, minutes_below=14)
    assert (waiting["reservation"], waiting["action"], waiting["instances"]) == (25, "scale_in", 4)
    assert manage(busy=1, minutes_below=15)["instances"] == 2
    assert manage(running=3, busy=1)["reservation"] == pytest.approx(100 / 3)


def test_an_evaluation_explains_itself() -> None:
    trace = manage(explain=True)["trace"]
    assert [line["formula"] for line in trace] == ["M = 4", "4 / 4 -> 100%", "100, 100: none"]


def test_settings_refused_in_an_evaluation_are_a_result() -> None:
    result = manage(minimumScalingStepSize=9, maximumScalingStepSize=8)
    assert result["error"] is True
    assert "step size" in result["message"]
    assert {result[name] for name in ("needed", "reservation", "action", "instances")} == {None}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"running": None}, "running"),
        ({"busy": 5}, "busy"),
        ({"busy": 5, "targetCapacity": 0}, "busy"),
        ({"provisioning": [{"cpu": 1}]}, "provisioning[0].count"),
        ({"provisioning": [{"count": 1, "host_ports": 80}]}, "provisioning[0].host_ports"),
        ({"provisioning": [{"count": 1}], "instance_types": []}, "instance_types"),
        ({"instance_types": [{"cpu": 1}]}, "instance_types[0].memory"),
        ({"instance_types": [TWO_TASKS] * 1441}, "instance_types"),
        ({"minutes_below": -1}, "minutes_below"),
        ({"seconds_since_scale_out": 0.5}, "seconds_since_scale_out"),
    ],
)
def test_a_malformed_evaluation_names_its_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(CaseError) as caught:
        manage(**fields)
    assert caught.value.place == field
