"""Cases of a deployment that a circuit breaker watches."""

from collections.abc import Mapping
from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of as simulate
from study_app.simulator.model.problem import CaseError

OLD = {"id": "old", "rolloutState": "COMPLETED"}
NEW = {"id": "new", "rolloutState": "IN_PROGRESS"}


def watched(*events: object, explain: bool = False, **fields: object) -> Mapping[str, Any]:
    given = {"mode": "watch", "desired": 1, "events": list(events), **fields}
    return simulate("circuit_breaker", given, {}, explain=explain)


def states(result: Mapping[str, Any]) -> dict[str, str]:
    return {each["id"]: each["rolloutState"] for each in result["deployments"]}


def test_without_a_mode_the_threshold_is_all() -> None:
    assert simulate("circuit_breaker", {"desired": 7}, {}) == {
        "error": False,
        "message": None,
        "threshold": 4,
    }


def test_nothing_has_happened_yet() -> None:
    result = watched()
    assert (result["status"], result["failures"], result["counts"]) == ("MONITORING", 0, [])
    assert result["deployments"] == [OLD, NEW]
    assert (result["failed_at"], result["rollback_to"], result["stalled"]) == (None, None, False)


def test_a_new_desired_count_changes_the_threshold() -> None:
    result = watched("DID_NOT_RUN", {"desired": 10}, "DID_NOT_RUN", "DID_NOT_RUN")
    assert (result["threshold"], result["status"]) == (5, "MONITORING")
    assert result["counts"] == [1, 1, 2, 3]


def test_what_comes_after_the_end_is_not_looked_at() -> None:
    result = watched(*["UNHEALTHY"] * 2, "RUNNING", *["UNHEALTHY"] * 9)
    assert (result["failed_at"], result["counts"]) == (6, [0, 0, 0, 1, 2, 3])


def test_three_digests_trigger_without_a_failure() -> None:
    result = watched(*["NO_DIGEST"] * 3)
    assert (result["status"], result["failed_at"], result["failures"]) == ("TRIGGERED", 3, 0)


def test_without_rollback_a_triggered_service_is_stalled() -> None:
    result = watched(*["DID_NOT_RUN"] * 3)
    assert states(result) == {"old": "COMPLETED", "new": "FAILED"}
    assert (result["rollback_to"], result["stalled"]) == (None, True)


def test_failures_add_up_where_a_healthy_task_resets_nothing() -> None:
    events = ["RUNNING", "UNHEALTHY", "UNHEALTHY", "HEALTHY", "UNHEALTHY"]
    assert watched(*events)["counts"] == [0, 1, 2, 0, 1]
    assert watched(*events, resetOnHealthyTask=False)["counts"] == [0, 1, 2, 2, 3]


def test_a_completed_deployment_becomes_the_next_target() -> None:
    result = watched("HEALTHY", "COMPLETED", "UNHEALTHY")
    assert (result["status"], result["counts"]) == ("MONITORING_COMPLETE", [0, 0])
    assert states(result) == {"old": "COMPLETED", "new": "COMPLETED"}


@pytest.mark.parametrize(("events", "state"), [(["COMPLETED"], "COMPLETED"), ([], "IN_PROGRESS")])
def test_a_breaker_that_is_off_fails_nothing(events: list[str], state: str) -> None:
    result = watched(*["DID_NOT_RUN"] * 9, *events, enable=False, rollback=True)
    assert (result["status"], result["counts"]) == ("DISABLED", [])
    assert states(result) == {"old": "COMPLETED", "new": state}


def test_the_last_completed_deployment_is_rolled_back_to() -> None:
    history = [{**OLD, "id": "first"}, OLD, {"id": "failed", "rolloutState": "FAILED"}, NEW]
    result = watched(*["DID_NOT_RUN"] * 3, rollback=True, deployments=history)
    assert result["rollback_to"] == "old"
    assert states(result)["first"] == "COMPLETED"
    assert result["stalled"] is False


def test_a_trace_goes_from_the_threshold_to_the_rollback() -> None:
    result = watched(
        {"desired": 7}, "DID_NOT_RUN", "HEALTHY", *["NO_DIGEST"] * 3, explain=True, rollback=True
    )
    assert [(line["rule"], line["formula"]) for line in result["trace"]] == [
        ("deployment.breaker-threshold", "threshold = min(max(ceil(50 x 1 / 100), 3), 200) = 3"),
        ("deployment.breaker-threshold", "threshold = min(max(ceil(50 x 7 / 100), 3), 200) = 4"),
        ("deployment.breaker-stage-1", "1 / 4"),
        ("deployment.breaker-reset", "1 -> 0"),
        ("deployment.breaker-digest", "1 / 3"),
        ("deployment.breaker-digest", "2 / 3"),
        ("deployment.breaker-digest", "3 / 3"),
        ("deployment.rolled-back", "new: FAILED, old: IN_PROGRESS"),
    ]
    stalled = watched(*["NO_DIGEST"] * 3, explain=True)["trace"][-1]
    assert (stalled["rule"], stalled["formula"]) == ("deployment.stalled", "new: FAILED")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"mode": "look"}, "mode"),
        ({"desired": -1}, "desired"),
        ({"enable": "yes"}, "enable"),
        ({"events": "RUNNING"}, "events"),
        ({"events": ["RUNNING", "a task is RUNNING"]}, "events[1]"),
        ({"events": [3]}, "events[0]"),
        ({"events": [{"desired": -2}]}, "events[0].desired"),
        ({"events": ["RUNNING"] * 10_001}, "events"),
        ({"deployments": []}, "deployments"),
        ({"deployments": [OLD]}, "deployments[0].rolloutState"),
        ({"deployments": [{**NEW, "rolloutState": "PENDING"}]}, "deployments[0].rolloutState"),
        ({"deployments": [NEW, NEW]}, "deployments[1].id"),
        ({"deployments": [{"rolloutState": "FAILED"}, NEW]}, "deployments[0].id"),
        ({"deployments": [{**OLD, "id": str(n)} for n in range(100)] + [NEW]}, "deployments"),
    ],
)
def test_a_malformed_case_names_its_field(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(CaseError) as caught:
        watched(**fields)
    assert caught.value.place == field
