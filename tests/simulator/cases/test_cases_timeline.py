"""Cases of service auto scaling over time."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.engines.scaling.scaling import ScalingError
from study_app.simulator.engines.scaling.timeline import Load, run
from study_app.simulator.inputs.scaling_timeline import scenario
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import CaseError

TRACKING: Mapping[str, object] = {"target": 50}
STEPS: Mapping[str, object] = {
    "adjustmentType": "ChangeInCapacity",
    "threshold": 50,
    "steps": [
        {"upper": -10, "adjustment": -2},
        {"lower": -10, "upper": 0, "adjustment": 0},
        {"lower": 0, "upper": 10, "adjustment": 2},
        {"lower": 10, "adjustment": 3},
    ],
}


def case(**fields: object) -> dict[str, object]:
    return {
        "policy": "timeline",
        "current": 10,
        "max": 40,
        "policies": [TRACKING],
        "load_per_task": 10,
        **fields,
    }


def timeline(*, explain: bool = False, **fields: object) -> Mapping[str, Any]:
    return simulate("scaling", case(**fields), {}, explain=explain)


def loads(*loads: tuple[int, float]) -> list[dict[str, object]]:
    return [{"at": at, "load": load} for at, load in loads]


def test_nothing_is_left_as_it_is() -> None:
    assert timeline() == {
        "activities": [],
        "capacities": [],
        "final": 10,
        "valid": True,
        "error": False,
        "message": None,
    }


def test_a_load_gives_the_metric_of_the_tasks_that_run_by_then() -> None:
    """Utilization 100 x load / (load_per_task x running tasks)."""
    result = timeline(current=4, readings=loads((0, 30), (60, 30)))
    assert [(each["metric"], each["after"]) for each in result["activities"]] == [(75, 6), (50, 6)]


def test_a_growing_load_scales_out_during_a_cooldown() -> None:
    """The policy won't increase the capacity again unless a larger scale out is triggered."""
    result = timeline(current=4, readings=loads((0, 30), (60, 35), (120, 40), (180, 70)))
    assert result["capacities"] == [6, 6, 6, 14]


def test_a_step_during_a_cooldown_begins_from_before_it() -> None:
    """Capacity already added counts: +2, then a +3 step adds 1."""
    result = timeline(policies=[STEPS], readings=loads((0, 55), (60, 78)))
    assert [each["metric"] for each in result["activities"]] == [55, 65]
    assert result["capacities"] == [12, 13]


def test_of_tracking_and_steps_the_larger_one_wins_during_a_cooldown() -> None:
    """Several policies at once: largest resulting capacity wins."""
    readings = [{"at": 0, "metrics": [50, 55]}, {"at": 60, "metrics": [60, 55]}]
    assert timeline(policies=[TRACKING, STEPS], readings=readings)["capacities"] == [12, 15]
    readings = [{"at": 0, "metrics": [50, 55]}, {"at": 60, "metrics": [51, 65]}]
    assert timeline(policies=[TRACKING, STEPS], readings=readings)["capacities"] == [12, 13]


def test_a_load_stands_for_the_metric_of_every_policy() -> None:
    result = timeline(policies=[TRACKING, STEPS], readings=loads((0, 60)))
    assert result["activities"][0]["metric"] == [60, 60]
    assert result["final"] == 13


def test_without_tasks_there_is_no_data() -> None:
    """No data -> no scaling."""
    result = timeline(current=0, readings=loads((0, 500)))
    assert result["activities"] == [{"at": 0, "before": 0, "after": 0, "metric": None}]


def test_a_scale_out_never_leaves_limits_that_came_after_it() -> None:
    """Scheduled actions set a new min and max; policies go on inside them."""
    readings = [{"at": at, "metric": 55} for at in (0, 140)]
    schedule = [{"at": 60, "max": 5}, {"at": 120, "max": 8}]
    result = timeline(policies=[STEPS], readings=readings, schedule=schedule)
    assert result["capacities"] == [12, 5, 5, 7]


def test_cooldowns_of_the_policies_count() -> None:
    readings = loads((0, 60), (60, 20), (119, 10), (120, 10))
    tracking = {"target": 50, "scaleOutCooldown": 0, "scaleInCooldown": 60}
    assert timeline(policies=[tracking], readings=readings)["capacities"] == [12, 4, 4, 2]
    readings = [{"at": at, "metric": 55} for at in (0, 99, 100)]
    capacities = timeline(policies=[{**STEPS, "cooldown": 100}], readings=readings)["capacities"]
    assert capacities == [12, 12, 14]


def test_scale_in_may_be_disabled_and_a_deployment_stops_it() -> None:
    readings = loads((0, 10), (60, 10))
    disabled = {"target": 50, "disableScaleIn": True}
    assert timeline(policies=[disabled], readings=readings)["final"] == 10
    deployments = [{"begins": 0, "ends": 60}]
    assert timeline(readings=readings, deployments=deployments)["capacities"] == [10, 2]
    suspended = timeline(readings=loads((0, 90)), DynamicScalingOutSuspended=True)
    assert suspended["final"] == 10


def test_steps_that_aws_refuses_are_computed_all_the_same() -> None:
    gap = {**STEPS, "steps": [{"lower": 0, "upper": 5, "adjustment": 1}]}
    result = timeline(policies=[gap], readings=[{"at": 0, "metric": 52}])
    assert (result["valid"], result["error"], result["final"]) == (False, True, 11)
    assert "unspecified upper bound" in result["message"]
    many = {**STEPS, "steps": [{"lower": n, "upper": n + 1, "adjustment": 1} for n in range(21)]}
    assert "at most 20 step adjustments" in timeline(policies=[many])["message"]


def test_the_trace_is_that_of_the_activities_in_order() -> None:
    given = case(current=4, readings=loads((0, 30), (60, 35)), schedule=[{"at": 30, "min": 2}])
    activities = run(scenario(CaseFields(given)), explain=True)
    trace: Any = simulate("scaling", given, {}, explain=True)["trace"]

    assert all(activity.trace for activity in activities)
    assert [(line["rule"], line["formula"]) for line in trace] == [
        (line.rule.id, line.formula) for activity in activities for line in activity.trace
    ]
    assert [line["formula"] for line in trace] == [
        "100 x 30 / (10 x 4) = 75%",
        "new = ceil(4 x 75 / 50) = 6",
        "6 in 2..40: 6",
        "100 x 35 / (10 x 6) = 58.333%",
        "new = ceil(6 x 58.333 / 50) = 7",
        "7 - 6 <= 6 - 4",
        "max(6, 6) = 6",
    ]
    assert trace[0]["basis"] == "assumed"


def test_a_task_holds_some_load() -> None:
    with pytest.raises(ScalingError, match="above 0"):
        Load(at=0, load=Fraction(1), per_task=Fraction(0))
    load = Load(at=0, load=Fraction(1), per_task=Fraction(4))
    assert load.utilization(2, Notebook(explain=False)) == Fraction(25, 2)


READING: Mapping[str, object] = {"at": 0, "metric": 1}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"max": None}, "max"),
        ({"max": 3, "min": 4}, "max"),
        ({"policies": []}, "policies"),
        ({"policies": [TRACKING] * 11}, "policies"),
        ({"policies": [{"adjustmentType": "ExactCapacity"}]}, "policies[0].target"),
        ({"policies": [{"target": 0}]}, "policies[0].target"),
        ({"policies": [{"target": 1, "scaleInCooldown": -1}]}, "policies[0].scaleInCooldown"),
        ({"policies": [{**STEPS, "cooldown": "1m"}]}, "policies[0].cooldown"),
        ({"policies": [{**STEPS, "steps": [{}] * 41}]}, "policies[0].steps"),
        ({"readings": [READING] * 1441}, "readings"),
        ({"readings": [{"metric": 1}]}, "readings[0].at"),
        ({"readings": [{**READING, "load": 1}]}, "readings[0].load"),
        ({"readings": [{"at": 0, "metrics": [1, 2]}]}, "readings[0].metrics"),
        ({"readings": [{"at": 0, "metrics": ["1"]}]}, "readings[0].metrics[0]"),
        ({"readings": [READING], "policies": [TRACKING, STEPS]}, "readings[0].metrics"),
        ({"readings": [{"at": 0, "load": -1}]}, "readings[0].load"),
        ({"readings": [{"at": 0, "load": 1}], "load_per_task": None}, "load_per_task"),
        ({"readings": [{"at": 0, "load": 1}], "load_per_task": 0}, "load_per_task"),
        ({"schedule": [{"at": 0, "max": -1}]}, "schedule[0].max"),
        ({"schedule": [{"at": 0, "min": 41}]}, "schedule"),
        ({"deployments": [{"begins": 5, "ends": 4}]}, "deployments[0].ends"),
        ({"deployments": [{"begins": 0, "ends": 1}] * 101}, "deployments"),
    ],
)
def test_a_malformed_case_names_its_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(CaseError) as caught:
        timeline(**fields)
    assert caught.value.place == field
