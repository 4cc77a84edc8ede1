"""Kubernetes' two limits, and where ECS differs."""

import pytest

from study_app.simulator.engines.kubernetes.kubernetes import Percent, RollingUpdate, roll_out
from study_app.simulator.engines.rollout.rollout import DeploymentConfiguration
from study_app.simulator.model.problem import Refused


def steps(replicas: int, update: RollingUpdate) -> list[str]:
    return [str(step) for step in roll_out(replicas, update).steps]


def test_surge_rounds_up_where_ecs_rounds_down() -> None:
    update = RollingUpdate(maxSurge=Percent(25), maxUnavailable=0)

    assert update.surge(3) == 1
    assert DeploymentConfiguration(maximumPercent=125).upper(3) == 3
    assert steps(3, update) == ["+1", "-1"] * 3


def test_unavailable_rounds_down() -> None:
    assert RollingUpdate().unavailable(3) == 0
    assert RollingUpdate().unavailable(4) == 1


def test_it_never_deadlocks() -> None:
    update = RollingUpdate(maxSurge=0, maxUnavailable=Percent(1))
    assert update.unavailable(4) == 1
    assert steps(4, update) == ["-1", "+1"] * 4


def test_it_starts_before_it_stops() -> None:
    assert steps(4, RollingUpdate(maxSurge=2, maxUnavailable=2)) == ["+2", "-4", "+2"]


def test_without_replicas_there_is_nothing_to_do() -> None:
    assert steps(0, RollingUpdate()) == []


@pytest.mark.parametrize(
    ("replicas", "update", "words"),
    [
        (-1, RollingUpdate(), "replicas is -1"),
        (3, RollingUpdate(maxSurge=-1), "maxSurge is -1"),
        (3, RollingUpdate(maxUnavailable=Percent(101)), "maxUnavailable is 101"),
        (3, RollingUpdate(maxSurge=0, maxUnavailable=0), "may not be 0"),
    ],
)
def test_what_kubernetes_refuses(replicas: int, update: RollingUpdate, words: str) -> None:
    with pytest.raises(Refused, match=words):
        roll_out(replicas, update)
