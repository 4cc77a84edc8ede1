"""Cases of traffic that shifts to a new revision."""

from collections.abc import Mapping
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.model.problem import CaseError


def traffic(strategy: str, *, explain: bool = False, **fields: object) -> Mapping[str, Any]:
    given = {"strategy": strategy, "desired": 3, **fields}
    return simulate("traffic", given, {}, explain=explain)


def shifts(result: Mapping[str, Any]) -> list[tuple[int, float]]:
    return [(each["at"], each["green"]) for each in result["moments"] if each["stage"] == "SHIFT"]


def test_the_fields_of_each_strategy_count() -> None:
    canary = traffic(
        "CANARY", canaryPercent=12.5, canaryBakeTimeInMinutes=7, bakeTimeInMinutes=1, desired=0
    )
    assert (shifts(canary), canary["minutes"]) == ([(0, 12.5), (7, 100)], 8)
    linear = traffic("LINEAR", stepPercent=50, stepBakeTimeInMinutes=5, bakeTimeInMinutes=2)
    assert (shifts(linear), linear["minutes"]) == ([(0, 50), (5, 100)], 7)
    at_once = traffic("BLUE_GREEN", bakeTimeInMinutes=3)
    assert (shifts(at_once), at_once["minutes"]) == ([(0, 100)], 3)


def test_a_share_is_whole_where_it_can_be() -> None:
    first = traffic("LINEAR", stepPercent=33.4)["moments"][2]
    assert (first["blue"], first["green"]) == (66.6, 33.4)
    last = traffic("CANARY")["moments"][-1]
    assert [type(last[name]) for name in ("blue", "green")] == [int, int]


def test_a_failure_ends_it_with_all_traffic_on_blue() -> None:
    result = traffic("CANARY", fails_at=4)
    assert result["moments"][-1] == {
        "at": 4,
        "stage": "ROLLBACK",
        "blue": 100,
        "green": 0,
        "blue_tasks": 3,
        "green_tasks": 0,
    }
    assert (result["completed"], result["minutes"]) == (False, 4)
    assert traffic("CANARY", fails_at=26)["completed"] is True


def test_a_network_load_balancer_takes_longer() -> None:
    slow = traffic("CANARY", network_load_balancer=True)
    assert slow["minutes"] == traffic("CANARY")["minutes"] + 20


def test_a_trace_tells_nothing_that_did_not_happen() -> None:
    trace = traffic("CANARY", fails_at=4, explain=True)["trace"]
    assert [(line["rule"], line["formula"]) for line in trace] == [
        ("traffic.double", "3 + 3 = 6"),
        ("traffic.shift-canary", "0 min: 5%"),
        ("traffic.rollback", "4 min"),
    ]


@pytest.mark.parametrize(
    ("strategy", "fields", "words"),
    [
        ("CANARY", {"canaryPercent": 0}, "canaryPercent is 0.0"),
        ("CANARY", {"canaryBakeTimeInMinutes": 1441}, "canaryBakeTimeInMinutes is 1441"),
        ("LINEAR", {"stepPercent": 10.05}, "in steps of 0.1"),
        ("LINEAR", {"stepBakeTimeInMinutes": -1}, "stepBakeTimeInMinutes is -1"),
        ("BLUE_GREEN", {"bakeTimeInMinutes": 1441}, "bakeTimeInMinutes is 1441"),
    ],
)
def test_what_aws_refuses_is_a_result(strategy: str, fields: dict[str, Any], words: str) -> None:
    result = traffic(strategy, **fields)
    assert result["error"] is True
    assert words in result["message"]
    assert result["moments"] is result["completed"] is result["minutes"] is None


@pytest.mark.parametrize(
    ("strategy", "fields", "field"),
    [
        ("ROLLING", {}, "strategy"),
        ("BLUE_GREEN", {}, "bakeTimeInMinutes"),
        ("CANARY", {"desired": None}, "desired"),
        ("CANARY", {"desired": 100_001}, "desired"),
        ("CANARY", {"canaryPercent": "5%"}, "canaryPercent"),
        ("LINEAR", {"stepBakeTimeInMinutes": 0.5}, "stepBakeTimeInMinutes"),
        ("LINEAR", {"network_load_balancer": "NLB"}, "network_load_balancer"),
        ("LINEAR", {"fails_at": -1}, "fails_at"),
    ],
)
def test_a_malformed_case_names_its_field(
    strategy: str, fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(CaseError) as caught:
        traffic(strategy, **fields)
    assert caught.value.place == field
