"""Alarms, bake time, and early success."""

import pytest

from study_app.simulator.engines.breaker.deployment_history import RolloutState
from study_app.simulator.engines.health.ending import (
    AlarmPeriod,
    Course,
    DeploymentAlarms,
    EarlySuccessCriteria,
    conclude,
)
from study_app.simulator.engines.rollout.rollout import (
    DeploymentConfiguration,
    RolloutInput,
    roll_out,
)

ALARMS = DeploymentAlarms(alarmNames=("cpu", "errors"))
COMPLETED, FAILED = RolloutState.COMPLETED, RolloutState.FAILED


@pytest.mark.parametrize(
    ("course", "state", "at"),
    [
        (Course(ready_at=100), COMPLETED, 100),
        (Course(ready_at=100, bake_minutes=5), COMPLETED, 400),
        (Course(ready_at=None), RolloutState.IN_PROGRESS, None),
        (Course(ready_at=None, breaker_at=70), FAILED, 70),
        (Course(ready_at=100, bake_minutes=5, breaker_at=399), FAILED, 399),
        (Course(ready_at=100, bake_minutes=5, breaker_at=400), COMPLETED, 400),
    ],
)
def test_a_deployment_ends_by_its_first_failure_or_after_the_bake_time(
    course: Course, state: RolloutState, at: int | None
) -> None:
    conclusion = conclude(course)
    assert (conclusion.rolloutState, conclusion.at) == (state, at)


@pytest.mark.parametrize(
    ("periods", "state", "at"),
    [
        ([AlarmPeriod(name="cpu", begins=200)], FAILED, 200),
        (
            [AlarmPeriod(name="cpu", begins=350), AlarmPeriod(name="errors", begins=300)],
            FAILED,
            300,
        ),
        ([AlarmPeriod(name="cpu", begins=400)], COMPLETED, 400),
        ([AlarmPeriod(name="other", begins=200)], COMPLETED, 400),
        # In ALARM when the deployment begins: ignored, whatever comes later.
        (
            [
                AlarmPeriod(name="cpu", begins=-50, ends=10),
                AlarmPeriod(name="errors", begins=200),
            ],
            COMPLETED,
            400,
        ),
        (
            [AlarmPeriod(name="cpu", begins=-50, ends=0), AlarmPeriod(name="cpu", begins=20)],
            FAILED,
            20,
        ),
    ],
)
def test_an_alarm_fails_the_deployment_unless_it_was_there_before(
    periods: list[AlarmPeriod], state: RolloutState, at: int
) -> None:
    course = Course(ready_at=100, bake_minutes=5, alarms=ALARMS, in_alarm=tuple(periods))
    conclusion = conclude(course)
    assert (conclusion.rolloutState, conclusion.at) == (state, at)


def test_with_both_detectors_the_first_one_fails_the_deployment() -> None:
    alarm = (AlarmPeriod(name="cpu", begins=150),)
    course = Course(ready_at=None, breaker_at=200, alarms=ALARMS, in_alarm=alarm)

    conclusion = conclude(course, explain=True)

    assert (conclusion.at, conclusion.rule.id) == (150, "deployment.alarm-failed")
    assert conclusion.trace[-1].formula == "150 s: FAILED"


def test_alarms_that_are_not_enabled_are_not_watched() -> None:
    off = DeploymentAlarms(alarmNames=("cpu",), enable=False)
    alarm = (AlarmPeriod(name="cpu", begins=50),)
    assert conclude(Course(ready_at=100, alarms=off, in_alarm=alarm)).rolloutState is COMPLETED


def test_a_bake_time_of_more_than_a_day_is_refused() -> None:
    with pytest.raises(ValueError, match="1441 minutes"):
        conclude(Course(ready_at=0, bake_minutes=1441))


@pytest.mark.parametrize(
    ("desired", "percent", "tasks"),
    [(2, 50, 1), (3, 50, 2), (10, 80, 8), (100, 90, 90), (3, 1, 1), (3, 0, 1), (0, 50, 0)],
)
def test_early_success_needs_a_share_and_at_least_one(
    desired: int, percent: int, tasks: int
) -> None:
    assert EarlySuccessCriteria(healthyPercent=percent).tasks(desired) == tasks


def test_early_success_is_reached_with_a_step_of_the_rollout() -> None:
    slow = roll_out(
        RolloutInput(
            desired=4, configuration=DeploymentConfiguration(minimumHealthyPercent=75), room=5
        )
    )
    stuck = roll_out(RolloutInput(desired=4, room=4))

    assert [str(step) for step in slow.steps][:4] == ["-1", "+2", "-2", "+2"]
    assert EarlySuccessCriteria(healthyPercent=75).step(slow) == 4
    assert EarlySuccessCriteria(healthyPercent=50).step(slow) == 2
    assert EarlySuccessCriteria(healthyPercent=50).step(stuck) is None
