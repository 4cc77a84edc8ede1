"""What AWS refuses about placement."""

from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of
from study_app.simulator.engines.placement.validation import (
    PlacementParameters,
    PlacementStrategyItem,
    resolve,
)
from study_app.simulator.model.problem import Problem, Refused

AZ = "attribute:ecs.availability-zone"


def validate(**given: object) -> Any:
    return result_of("placement", {"mode": "validate", **given})


def spread(field: object) -> list[dict[str, object]]:
    return [{"type": "spread", "field": field}]


def member_of(expression: str) -> list[dict[str, object]]:
    return [{"type": "memberOf", "expression": expression}]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"strategy": None, "constraints": None},
        {"strategy": spread("instanceId") * 5},
        {"strategy": spread("host")},
        {"strategy": spread(AZ)},
        {"strategy": [{"type": "random", "field": "whatever"}]},
        {"strategy": [{"type": "binpack", "field": "cpu"}, {"type": "binpack", "field": "memory"}]},
        {"constraints": [{"type": "distinctInstance"}]},
        {"constraints": member_of("attribute:a exists") * 10},
        {"constraint_count": 10},
        {"launchType": "FARGATE"},
        {"launchType": "FARGATE", "strategy": []},
        {"launchType": "MANAGED_INSTANCES", "constraints": member_of("attribute:a exists")},
        {"schedulingStrategy": "DAEMON", "constraints": [{"type": "distinctInstance"}]},
        {"api": "RunTask", "count": 10},
        {"api": "CreateService", "count": 11},
        {"api": "RegisterTaskDefinition", "constraints": member_of("attribute:a exists")},
        {"availabilityZoneRebalancing": "ENABLED", "strategy": spread(AZ) + spread("host")},
        {"availabilityZoneRebalancing": "DISABLED", "strategy": spread("host")},
    ],
)
def test_this_is_fine(given: dict[str, object]) -> None:
    assert validate(**given) == {"valid": True, "message": None, "limit": None}


@pytest.mark.parametrize(
    ("given", "words", "limit"),
    [
        ({"strategy": spread("instanceId") * 6}, "6 placement strategies; at most 5", 5),
        (
            {"strategy": [{"type": "binpack", "field": "disk"}]},
            "InvalidParameterException: binpack field 'disk' is invalid",
            None,
        ),
        ({"strategy": [{"type": "binpack"}]}, "binpack field '' is invalid", None),
        ({"strategy": spread("zone")}, "spread field 'zone' is invalid", None),
        ({"strategy": spread("attribute:")}, "spread field 'attribute:' is invalid", None),
        ({"strategy": [{"type": "spread"}]}, "spread field '' is invalid", None),
        ({"strategy": [{"type": "pack"}]}, "type 'pack' is invalid", None),
        ({"launchType": "FARGATE", "strategy": spread(AZ)}, "not supported with FARGATE", None),
        ({"launchType": "MANAGED_INSTANCES", "strategy": spread(AZ)}, "not supported", None),
        (
            {"launchType": "FARGATE", "constraints": [{"type": "distinctInstance"}]},
            "constraints are not supported with FARGATE",
            None,
        ),
        ({"launchType": "FARGATE", "constraint_count": 1}, "not supported with FARGATE", None),
        ({"constraint_count": 11}, "11 placement constraints", 10),
        (
            {
                "constraints": member_of("attribute:a exists") * 6,
                "task_definition_constraints": member_of("attribute:a exists") * 5,
            },
            "11 placement constraints, those of the task definition included; at most 10",
            10,
        ),
        (
            {"constraints": [{"type": "distinctInstance", "expression": "attribute:a exists"}]},
            "distinctInstance takes no expression",
            None,
        ),
        ({"constraints": [{"type": "memberOf"}]}, "memberOf needs an expression", None),
        ({"constraints": [{"type": "notIn"}]}, "type 'notIn' is invalid", None),
        ({"constraints": member_of("attribute:a = b")}, "column 13: expected an operator", None),
        ({"constraints": member_of("attribute:a == ".ljust(2001, "b"))}, "at most 2000", 2000),
        (
            {"task_definition_constraints": [{"type": "distinctInstance"}]},
            "a task definition takes memberOf only",
            None,
        ),
        (
            {"api": "RegisterTaskDefinition", "constraints": [{"type": "distinctInstance"}]},
            "a task definition takes memberOf only",
            None,
        ),
        ({"api": "RegisterTaskDefinition", "strategy": spread(AZ)}, "no placement strategy", None),
        ({"schedulingStrategy": "DAEMON", "strategy": spread(AZ)}, "no placement strategy", None),
        ({"schedulingStrategy": "DAEMON", "launchType": "FARGATE"}, "cannot run on FARGATE", None),
        ({"api": "RunTask", "count": 11}, "RunTask starts at most 10 tasks, not 11", 10),
        ({"group": "g" * 256}, "a task group of 256 characters", 255),
        (
            {"availabilityZoneRebalancing": "ENABLED", "strategy": spread("host") + spread(AZ)},
            "first a spread over attribute:ecs.availability-zone",
            None,
        ),
        (
            {
                "availabilityZoneRebalancing": "ENABLED",
                "constraints": member_of(f"not({AZ} == a) or attribute:b exists"),
            },
            "no constraint on attribute:ecs.availability-zone",
            None,
        ),
        (
            {"availabilityZoneRebalancing": "ENABLED", "schedulingStrategy": "DAEMON"},
            "REPLICA",
            None,
        ),
    ],
)
def test_this_is_refused(given: dict[str, object], words: str, limit: int | None) -> None:
    found = validate(**given)

    assert found["valid"] is False
    assert words in found["message"]
    assert found["limit"] == limit


def test_all_that_is_wrong_is_said_at_once() -> None:
    parameters = PlacementParameters(
        strategy=(PlacementStrategyItem("a"), PlacementStrategyItem("b"))
    )
    with pytest.raises(Refused, match=r"'a' is invalid.*'b' is invalid") as caught:
        resolve(parameters)
    assert all(isinstance(problem, Problem) for problem in caught.value.problems)
