"""The health of a service: each rule with the sentence of its page, opened on 2026-11-29."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import result_of
from study_app.simulator.kinds.registry import play
from study_app.simulator.model.case import Case
from study_app.simulator.model.problem import CaseError


def replaced(**given: object) -> Any:
    return result_of("service_health", {"mode": "replace", **given})


def deployed(**given: object) -> Any:
    return result_of("service_health", given)


def rules(**given: object) -> dict[str, str]:
    lines: Any = result_of("service_health", given, {}, explain=True)["trace"]
    return {line["rule"]: line["formula"] for line in lines}


def test_a_replacement_starts_first() -> None:
    """ecs_services: "If a task is marked unhealthy, the service scheduler will first start a
    replacement task." If it is HEALTHY, "the service scheduler stops the unhealthy task"."""
    result = replaced(desired=4, unhealthy=2)
    assert result["steps"] == ["+2", "-2"]
    assert result["states"] == [
        {"healthy": 4, "unhealthy": 2},
        {"healthy": 4, "unhealthy": 0},
    ]


def test_where_none_may_start_first_one_stops_at_a_time() -> None:
    """ecs_services: "the scheduler will stop an unhealthy task one at a time at random to free up
    capacity, and then start a replacement task"."""
    assert replaced(desired=3, unhealthy=2, maximumPercent=125)["steps"] == ["-1", "+1"] * 2
    assert replaced(desired=3, unhealthy=1, cluster_room=3)["steps"] == ["-1", "+1"]


def test_maximum_percent_bounds_how_many_start_first() -> None:
    """API_DeploymentConfiguration, maximumPercent: "The Amazon ECS scheduler uses this parameter to
    replace unhealthy tasks by starting replacement tasks first"."""
    assert replaced(desired=4, unhealthy=3, maximumPercent=150)["steps"] == ["+2", "-2", "+1", "-1"]


def test_within_the_grace_period_a_failed_check_has_no_consequences() -> None:
    """service_definition_parameters: within healthCheckGracePeriodSeconds after a task has started
    the service scheduler ignores its unhealthy checks."""
    given = {"desired": 2, "unhealthy": 1, "healthCheckGracePeriodSeconds": 60}
    assert replaced(**given, running_for=20)["waits"] == 40
    assert replaced(**given, running_for=60)["waits"] == 0
    assert replaced(desired=2, unhealthy=1)["waits"] == 0


def test_a_task_without_health_checks_counts_after_forty_seconds() -> None:
    """API_DeploymentConfiguration: "the service scheduler will wait for 40 seconds after a task
    reaches a RUNNING state before the task is counted"."""
    assert deployed(desired=2, running_after=10)["seconds"] == 50


def test_all_checks_that_there_are_have_to_pass() -> None:
    """The same page: "wait for both the task to reach a healthy status and the load balancer
    target group health check to return a healthy status"."""
    given = {"desired": 2, "load_balancer": True, "deregistration_delay": 0}
    assert deployed(**given, target_healthy_after=25)["seconds"] == 25
    assert deployed(**given, target_healthy_after=25, container_healthy_after=35)["seconds"] == 35
    assert deployed(desired=2, container_healthy_after=12)["seconds"] == 12


def test_a_new_target_passes_one_check() -> None:
    """load-balancer-healthcheck: "For newly registered targets, only a single successful health
    check is required"; "By default, the load balancer checks every 30 seconds"."""
    assert deployed(desired=2, load_balancer=True, deregistration_delay=0)["seconds"] == 30


def test_the_load_balancer_lets_go_before_the_stop_signal() -> None:
    """load-balancer-connection-draining: deregistration_delay.timeout_seconds "300 (default)",
    ECS_CONTAINER_STOP_TIMEOUT "30 (default)"."""
    given = {"desired": 2, "load_balancer": True}
    assert deployed(**given, exits_after=5)["seconds"] == 30 + 300 + 5
    assert deployed(**given, exits_after=90)["seconds"] == 30 + 300 + 30
    assert deployed(**given, exits_after=90, stopTimeout=2)["seconds"] == 30 + 300 + 2


def test_every_round_takes_its_time() -> None:
    result = deployed(desired=4, minimumHealthyPercent=50, maximumPercent=100, exits_after=10)
    assert result["times"] == [10, 50, 60, 100]
    assert result["seconds"] == 100


def test_a_deployment_is_completed_after_its_bake_time() -> None:
    """deployment-alarm-failure: "The service deployment is marked as complete after the bake time
    expires.\""""
    result = deployed(desired=2, bakeTimeInMinutes=5)
    assert (result["ready"], result["seconds"], result["rolloutState"]) == (40, 340, "COMPLETED")


@pytest.mark.parametrize(
    ("at", "state", "seconds"),
    [(1, "FAILED", 1), (339, "FAILED", 339), (340, "COMPLETED", 340), (0, "COMPLETED", 340)],
)
def test_an_alarm_fails_a_deployment_unless_it_was_there_before(
    at: int, state: str, seconds: int
) -> None:
    """The same page: "If an alarm is in the ALARM state at the beginning of a deployment, Amazon
    ECS will not monitor alarms for the duration of that deployment"."""
    result = deployed(desired=2, bakeTimeInMinutes=5, alarm_at=at)
    assert (result["rolloutState"], result["seconds"]) == (state, seconds)


def test_early_success_needs_a_share_of_the_new_tasks() -> None:
    """early-success-criteria: "if the healthy percent is 50 and the desired count is 3, Amazon ECS
    completes the deployment after 2 tasks are healthy"."""
    given = {"desired": 3, "minimumHealthyPercent": 50, "maximumPercent": 100}
    assert deployed(**given)["steps"] == ["-1", "+1"] * 3
    assert deployed(**given, healthyPercent=50)["steps"] == ["-1", "+1"] * 2
    assert rules(**given, healthyPercent=50)["health.early-success"] == "ceil(3 x 50 / 100) = 2"


def test_blocking_cleanup_comes_before_the_end_and_deferred_cleanup_after_it() -> None:
    """The same page: with BLOCKING "3. Amazon ECS cleans up the tasks on the source service
    revision. 4. Amazon ECS completes the deployment", with DEFERRED the other way round."""
    given = {
        "desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 100, "exits_after": 20,
        "healthyPercent": 50, "bakeTimeInMinutes": 1,
    }  # fmt: skip
    assert deployed(**given)["seconds"] == 20 + 40 + 60 + 20
    deferred = deployed(**given, sourceServiceRevisionCleanup="DEFERRED")
    assert deferred["seconds"] == 20 + 40 + 60


def test_a_stuck_deployment_does_not_end() -> None:
    result = deployed(desired=3, maximumPercent=125)
    assert (result["seconds"], result["rolloutState"]) == (None, "IN_PROGRESS")


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"desired": 2, "unhealthy": 3, "mode": "replace"}, None),
        ({"desired": 2, "mode": "replace"}, "unhealthy"),
        ({"desired": 2, "bakeTimeInMinutes": 1441}, "bakeTimeInMinutes"),
        ({"desired": 2, "healthyPercent": 0}, "healthyPercent"),
        ({"desired": 2, "deregistration_delay": 3601}, "deregistration_delay"),
        ({"desired": 2, "unhealthi": 1}, "unhealthi"),
    ],
)  # fmt: skip
def test_numbers_out_of_range_are_one_clear_message(given: Any, place: str | None) -> None:
    if place is None:
        assert result_of("service_health", given)["error"] is True
        return
    with pytest.raises(CaseError) as caught:
        result_of("service_health", given)
    assert caught.value.place == place


CASES = st.fixed_dictionaries(
    {
        "desired": st.integers(0, 12),
        "minimumHealthyPercent": st.sampled_from([0, 25, 50, 75, 100]),
        "maximumPercent": st.sampled_from([100, 125, 150, 200]),
    },
    optional={"cluster_room": st.integers(0, 24)},
)


@given(CASES, st.data())
def test_a_replacement_never_exceeds_what_may_run_and_ends_healthy(
    case: dict[str, Any], data: st.DataObject
) -> None:
    """The process "continues until all unhealthy tasks are replaced with healthy tasks"."""
    bad = data.draw(st.integers(0, case["desired"]))
    result = replaced(**case, unhealthy=bad)
    most = max(case["desired"], result["upper"])
    assert all(state["healthy"] + state["unhealthy"] <= most for state in result["states"])
    assert sum(int(step) for step in result["steps"]) == 0
    if bad:
        assert result["states"][-1] == {"healthy": case["desired"], "unhealthy": 0}
    at_once = [int(step) for step in result["steps"]]
    assert all(step == -1 for step in at_once[::2] if step < 0)


@given(CASES, st.integers(0, 90), st.integers(0, 10), st.booleans())
def test_a_deployment_ends_when_its_last_step_is_over_and_baked(
    case: dict[str, Any], running_after: int, bake: int, balanced: bool
) -> None:
    """rolloutState COMPLETED: the steady state is reached and the bake time is complete."""
    given = {**case, "running_after": running_after, "bakeTimeInMinutes": bake}
    result = deployed(**given, load_balancer=balanced)
    times = result["times"]
    assert times == sorted(times)
    if result["rolloutState"] == "COMPLETED":
        assert result["seconds"] == (times[-1] if times else 0) + 60 * bake
    else:
        assert result["seconds"] is None


@pytest.mark.parametrize(
    "given",
    [
        {"mode": "replace", "desired": 4, "unhealthy": 3, "maximumPercent": 150},
        {"mode": "replace", "desired": 2, "unhealthy": 1, "healthCheckGracePeriodSeconds": 9},
        {"mode": "replace", "desired": 0, "unhealthy": 0},
        {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 150, "load_balancer": True},
        {"desired": 4, "alarm_at": 30, "bakeTimeInMinutes": 5},
        {"desired": 3, "maximumPercent": 125},
        {"desired": 4, "minimumHealthyPercent": 50, "maximumPercent": 100, "healthyPercent": 50},
    ],
)
def test_every_picture_tells_what_happened_in_both_languages(given: dict[str, object]) -> None:
    playback = play(Case("service_health", given))
    for number, frame in enumerate(playback.frames):
        english, korean = frame.caption.text("en"), frame.caption.text("ko")
        assert english != korean
        for guess in playback.guesses(number):
            assert guess != playback.frames[number + 1].caption
