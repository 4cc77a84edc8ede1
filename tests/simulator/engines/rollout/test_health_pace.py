"""How long steps take."""

import pytest

from study_app.simulator.engines.health.pace import (
    HealthChecks,
    Stop,
    TaskPace,
    times,
)
from study_app.simulator.engines.rollout.rollout import RolloutInput, roll_out


@pytest.mark.parametrize(
    ("checks", "healthy"),
    [
        (HealthChecks(), 60),
        (HealthChecks(container=45), 45),
        (HealthChecks(target_group=70), 70),
        (HealthChecks(container=45, target_group=70), 70),
        (HealthChecks(container=10), 20),
    ],
)
def test_a_task_counts_once_all_its_checks_pass(checks: HealthChecks, healthy: int) -> None:
    assert checks.healthy_at(running_at=20) == healthy


@pytest.mark.parametrize(
    ("stop", "seconds", "killed"),
    [
        (Stop(), 0, False),
        (Stop(exits_after=12), 12, False),
        (Stop(exits_after=31), 30, True),
        (Stop(exits_after=5, deregistration_delay=300), 305, False),
        (Stop(exits_after=90, stop_timeout=120), 90, False),
    ],
)
def test_a_stop_waits_for_deregistration_then_for_the_signal(
    stop: Stop, seconds: int, killed: bool
) -> None:
    assert (stop.seconds, stop.killed) == (seconds, killed)


def test_steps_take_their_time_one_after_the_other() -> None:
    rollout = roll_out(RolloutInput(desired=6, room=8))
    pace = TaskPace(running_after=20, stop=Stop(exits_after=5, deregistration_delay=10))

    assert [str(step) for step in rollout.steps] == ["+2", "-2"] * 3
    assert list(times(rollout, pace)) == [60, 75, 135, 150, 210, 225]
