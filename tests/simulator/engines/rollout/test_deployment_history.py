"""Which deployment a failed one is rolled back to."""

import pytest

from study_app.simulator.engines.breaker.deployment_history import (
    Deployment,
    RolloutState,
    UnknownDeploymentError,
    complete,
    fail,
)

DONE, RUNNING, FAILED = RolloutState.COMPLETED, RolloutState.IN_PROGRESS, RolloutState.FAILED


def history(*states: RolloutState) -> tuple[Deployment, ...]:
    return tuple(Deployment(str(number), state) for number, state in enumerate(states))


def test_a_rollback_goes_to_the_last_completed_deployment() -> None:
    aftermath = fail(history(DONE, DONE, FAILED, RUNNING), "3", rollback=True)

    assert aftermath.target == "1"
    assert aftermath.deployments == history(DONE, RUNNING, FAILED, FAILED)


def test_a_deployment_that_is_rolled_back_to_is_no_target_until_it_completes() -> None:
    again = fail(history(DONE, RUNNING), "1", rollback=True).deployments

    assert fail(again, "0", rollback=True).stalled
    assert fail((*complete(again, "0"), Deployment("2", RUNNING)), "2", rollback=True).target == "0"


def test_without_a_completed_one_the_service_is_stalled() -> None:
    aftermath = fail(history(FAILED, RUNNING), "1", rollback=True)

    assert aftermath.stalled
    assert aftermath.deployments == history(FAILED, FAILED)


def test_without_rollback_nothing_else_changes() -> None:
    aftermath = fail(history(DONE, RUNNING), "1", rollback=False)

    assert aftermath.stalled
    assert aftermath.deployments == history(DONE, FAILED)


def test_only_a_deployment_in_progress_can_end() -> None:
    with pytest.raises(UnknownDeploymentError, match="'0'"):
        fail(history(DONE), "0", rollback=True)
    with pytest.raises(UnknownDeploymentError, match="'9'"):
        complete(history(RUNNING), "9")
