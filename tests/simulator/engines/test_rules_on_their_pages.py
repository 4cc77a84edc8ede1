"""Rules that an expert found wrong, each with the sentence of AWS's page that it follows.

The pages were opened on 2026-11-29.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.engines.scaling.scaling import Circumstances, Direction


def trace(kind: str, given: Mapping[str, object]) -> list[tuple[str, str]]:
    """The rules of a case, each as `(id, basis)`."""
    lines: Any = simulate(kind, given, {}, explain=True)["trace"]
    return [(line["rule"], line["basis"]) for line in lines]


def scaled(*readings: tuple[int, int], **target: object) -> object:
    given = {
        "policy": "timeline",
        "current": 4,
        "max": 40,
        **target,
        "policies": [{"target": 60}],
        "readings": [{"at": at, "metric": metric} for at, metric in readings],
    }
    return simulate("scaling", given)["capacities"]


def test_a_cooldown_lets_only_a_larger_scale_out_add() -> None:
    """target-tracking-scaling-policy-overview: "A scaling policy won't increase the desired
    capacity again unless either a larger scale out is triggered or the cooldown period ends.\""""
    assert scaled((0, 90), (60, 70)) == [6, 6]  # +1 is not larger than +2
    assert scaled((0, 90), (60, 80)) == [6, 6]  # nor is +2
    assert scaled((0, 90), (60, 90)) == [6, 9]  # +3 is
    assert scaled((0, 90), (300, 70)) == [6, 7]  # the cooldown is over


def test_the_maximum_does_not_make_a_scale_out_smaller() -> None:
    """What is larger is what the policy asks for."""
    assert scaled((0, 90), (60, 90), max=7) == [6, 7]


@pytest.mark.parametrize("value", [-1, 0])
def test_an_exact_capacity_below_zero_is_invalid(value: int) -> None:
    """step-scaling-policy-overview: "Specify a non-negative value with this adjustment type.\""""
    steps = [{"lower": 0, "adjustment": value}]
    given = {"adjustmentType": "ExactCapacity", "threshold": 50, "metric": 60, "steps": steps}
    result = simulate("scaling", {"policy": "step", "current": 4, **given})
    assert result["valid"] is (value >= 0)
    single = {"policy": "step", "current": 4, "adjustmentType": "ExactCapacity"}
    assert simulate("scaling", {**single, "adjustment": value})["valid"] is (value >= 0)


def test_a_change_below_zero_is_valid() -> None:
    given = {"policy": "step", "current": 4, "adjustmentType": "ChangeInCapacity"}
    assert simulate("scaling", {**given, "adjustment": -1})["valid"] is True


def test_a_deployment_does_not_keep_the_external_controller_from_scaling_in() -> None:
    """service-auto-scaling: Application Auto Scaling turns off scale-in processes while
    deployments are in progress. "This behavior does not apply to Amazon ECS services using the
    external deployment controller.\""""
    deploying = {"policy": "gate", "direction": "in", "deployment_in_progress": True}
    for controller, allowed in (("ECS", False), ("CODE_DEPLOY", False), ("EXTERNAL", True)):
        gate = simulate("scaling", {**deploying, "deploymentController": controller})
        assert gate["allowed"] is allowed
    suspended = Circumstances(external_controller=True, dynamic_scaling_in_suspended=True)
    assert not suspended.allow(Direction.IN)
    assert suspended.allow(Direction.OUT)


def test_the_smallest_size_for_windows_has_one_vcpu() -> None:
    """task-cpu-memory-error: 256 and 512 CPU units are for Linux, 1024 to 4096 for Windows too."""
    given = {"mode": "fit", "cpu": 200, "memory": 600}
    assert simulate("fargate_size", given) == {
        "error": False, "message": None, "cpu": 256, "memory": 1024,
    }  # fmt: skip
    windows = {**given, "operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"}
    assert simulate("fargate_size", windows)["cpu"] == 1024
    assert simulate("fargate_size", {**windows, "memory": 40_000})["error"] is True
    old = {**given, "memory": 40_000, "platformVersion": "1.3.0"}
    assert simulate("fargate_size", old)["error"] is True


def test_a_base_on_a_provider_of_weight_0_is_assumed() -> None:
    """API_CapacityProviderStrategyItem: "Base requirements are satisfied first before weight
    distribution", and "Capacity providers with weight of 0 cannot place tasks"."""
    strategy = [{"cp": "a", "base": 2, "weight": 0}, {"cp": "b", "weight": 1}]
    given = {"mode": "distribute", "strategy": strategy, "count": 5}
    assert simulate("capacity_provider", given)["counts"] == {"a": 2, "b": 3}
    assert trace("capacity_provider", given)[0] == ("capacity.base-without-weight", "assumed")
    strategy[0]["weight"] = 1
    assert trace("capacity_provider", given)[0] == ("capacity.base", "documented")


def test_a_bake_time_that_nobody_sets_is_that_of_cloudformation() -> None:
    """AWS::ECS::Service DeploymentConfiguration: "For blue/green, linear, and canary deployments,
    the value is set to 15 minutes" when you don't specify one; the API gives no default."""
    given = {"strategy": "CANARY", "desired": 2}
    assert simulate("traffic", given)["minutes"] == 10 + 15
    assert ("traffic.bake-unless-set", "documented") in trace("traffic", given)
    named = {**given, "bakeTimeInMinutes": 15}
    assert "traffic.bake-unless-set" not in dict(trace("traffic", named))


@pytest.mark.parametrize(
    ("expression", "rule"),
    [
        ("task:group != web", ("query.other-group", "assumed")),
        ("task:group !in [web]", ("query.other-group", "assumed")),
        ("task:group == web", ("query.part", "documented")),
    ],
)
def test_another_group_is_assumed(expression: str, rule: tuple[str, str]) -> None:
    """cluster-query-language documents `not(task:group == database)`, and no `task:group !=`."""
    instances = [{"id": "i-1", "tasks": [{"group": "api"}]}]
    given = {"expression": expression, "instances": instances}
    assert trace("query", given)[0] == rule


def test_a_spread_over_a_missing_attribute_is_assumed() -> None:
    """task-placement-strategies: "any platform or custom attribute that's applied to a container
    instance"; of instances without it the page says nothing."""
    room = {"cpu": 1024, "memory": 1024}
    given = {
        "count": 1,
        "task": {"cpu": 1, "memory": 1},
        "strategy": [{"type": "spread", "field": "attribute:rack"}],
        "instances": [{"id": "i-1", **room, "attributes": {"rack": "r1"}}, {"id": "i-2", **room}],
    }
    choices: Any = simulate("placement", given, {}, explain=True)["trace"]
    spread = [line for line in flat(choices) if line["rule"].startswith("placement.spread")]
    assert [(line["rule"], line["basis"]) for line in spread] == [
        ("placement.spread", "documented"),
        ("placement.spread-without-attribute", "assumed"),
    ]


def test_the_margin_of_a_scale_in_is_a_field() -> None:
    """target-tracking-scaling-policy-overview: a threshold "far enough below the target value
    (usually more than 10% lower)"."""
    given = {"policy": "target_tracking", "current": 20, "target": 50}
    for margin, metric, new in ((0, 46, 19), (10, 46, 20), (10, 45, 20), (10, 44, 18)):
        case = {**given, "metric": metric, "scale_in_margin": margin}
        assert simulate("scaling", case)["new"] == new, case
    timeline = {
        "policy": "timeline",
        "current": 20,
        "max": 20,
        "policies": [{"target": 50, "scale_in_margin": 10}],
        "readings": [{"at": 0, "metric": 46}],
    }
    assert simulate("scaling", timeline)["final"] == 20


def flat(lines: Any) -> list[dict[str, Any]]:
    """The lines of a trace, decision by decision or not."""
    match lines:
        case {"rule": _}:
            return [lines]
        case dict():
            return [one for part in lines.values() for one in flat(part)]
        case list():
            return [one for part in lines for one in flat(part)]
        case _:
            return []
