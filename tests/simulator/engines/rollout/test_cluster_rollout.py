"""Rollouts on real clusters: what fits, where, and why one is stuck."""

import pytest

from study_app.simulator.engines.placement.strategy import DistinctInstance, PlacementConstraint
from study_app.simulator.engines.rollout.cluster_rollout import roll_out_on
from study_app.simulator.engines.rollout.deployment import DeploymentConfiguration
from study_app.simulator.engines.rollout.rollout import RolloutOutcome
from study_app.simulator.engines.rollout.service_update import ClusterResult, ServiceUpdate
from study_app.simulator.model.cluster import (
    AVAILABILITY_ZONE,
    ContainerInstance,
    InstanceStatus,
    Task,
)
from study_app.simulator.model.problem import Refused
from study_app.simulator.model.resources import Requirements, Resources
from tests.instances import container_instance

SMALL = Requirements(cpu=256, memory=512)


def task(requirements: Requirements = SMALL, *, protected: bool = False) -> Task:
    return Task(group="service:s", requirements=requirements, protected=protected)


def instance(
    name: str,
    tasks: tuple[Task, ...] = (),
    *,
    cpu: int = 1024,
    memory: int = 2048,
    status: InstanceStatus = InstanceStatus.ACTIVE,
    zone: str = "z-A",
) -> ContainerInstance:
    registered = Resources(cpu=cpu, memory=memory)
    attributes = {AVAILABILITY_ZONE: zone}
    return container_instance(name, registered, tasks, attributes=attributes, status=status)


def roll(
    cluster: list[ContainerInstance],
    desired: int,
    minimum: int = 100,
    maximum: int = 200,
    *,
    requirements: Requirements = SMALL,
    constraints: tuple[PlacementConstraint, ...] = (),
    explain: bool = False,
) -> ClusterResult:
    configuration = DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=maximum)
    update = ServiceUpdate(
        desired=desired,
        task=task(requirements),
        configuration=configuration,
        constraints=constraints,
    )
    return roll_out_on(cluster, update, explain=explain)


def steps(result: ClusterResult) -> list[str]:
    return [str(each.step) for each in result.steps]


def test_the_documented_trace_with_room_for_eight() -> None:
    """6 tasks at 50/200 percent with room for 8: stop 3, start 5, stop 3, start 1."""
    cluster = [instance("a", (task(),) * 3), instance("b", (task(),) * 3, zone="z-B")]

    result = roll(cluster, 6, 50, 200)

    assert steps(result) == ["-3", "+5", "-3", "+1"]
    assert result.outcome is RolloutOutcome.COMPLETED
    assert [len(one.tasks) for one in result.cluster] == [3, 3]


def test_a_full_cluster_is_stuck_for_room() -> None:
    result = roll([instance("a", (task(),) * 4)], 4)

    assert steps(result) == []
    assert result.ending.rule.id == "rollout.stuck-room"


def test_a_larger_task_may_fit_only_once_old_ones_are_gone() -> None:
    larger = Requirements(cpu=512, memory=512)
    cluster = [instance("a", (task(),) * 2, cpu=1024)]

    assert steps(roll(cluster, 2, 0, 200, requirements=larger)) == ["-2", "+2"]
    assert steps(roll(cluster, 2, 50, 200, requirements=larger)) == ["-1", "+1", "-1", "+1"]
    half = roll(cluster, 2, 100, 200, requirements=larger)
    assert (steps(half), half.ending.rule.id) == (["+1", "-1"], "rollout.stuck-room")
    too_large = Requirements(cpu=2048)
    stuck = roll(cluster, 2, 0, 200, requirements=too_large)
    assert (steps(stuck), stuck.outcome) == (["-2"], RolloutOutcome.STUCK)


def test_a_static_port_needs_its_instance_to_itself() -> None:
    port = Requirements(ports=frozenset({8080}))
    cluster = [instance("a", (task(port),)), instance("b", (task(port),))]

    assert roll(cluster, 2, 100, 200, requirements=port).outcome is RolloutOutcome.STUCK
    assert steps(roll(cluster, 2, 50, 100, requirements=port)) == ["-1", "+1"] * 2


def test_a_stopped_task_does_not_block_its_instance() -> None:
    cluster = [instance("a", (task(),)), instance("b", (task(),))]
    distinct = (DistinctInstance(),)

    assert steps(roll(cluster, 2, 50, 100, constraints=distinct)) == ["-1", "+1"] * 2
    assert roll(cluster, 2, 100, 200, constraints=distinct).outcome is RolloutOutcome.STUCK


def test_protected_tasks_are_skipped() -> None:
    cluster = [instance("a", (task(protected=True), task()))]

    result = roll(cluster, 2, 0, 100)

    assert steps(result) == ["-1", "+1"]
    assert result.ending.rule.id == "rollout.stuck-protected"
    assert [each.protected for each in result.cluster[0].tasks] == [True, False]


def test_equal_limits_are_stuck_as_they_are_in_counts() -> None:
    result = roll([instance("a", (task(),) * 3, cpu=4096, memory=8192)], 3, 100, 125)
    assert result.ending.rule.id == "rollout.stuck-limits"


def test_tasks_leave_a_draining_instance_and_none_come() -> None:
    draining = instance("a", (task(),) * 2, status=InstanceStatus.DRAINING)

    result = roll([draining, instance("b")], 2)

    assert result.steps[0].instances == ("b", "b")
    assert result.steps[1].instances == ("a", "a")


def test_other_groups_stay_where_they_are() -> None:
    other = Task(group="service:other", requirements=SMALL)
    result = roll([instance("a", (other, task()))], 1, 0, 100)
    assert [each.group for each in result.cluster[0].tasks] == ["service:other", "service:s"]


def test_fewer_desired_tasks_stop_the_rest() -> None:
    result = roll([instance("a", (task(),) * 4)], 2)
    assert (steps(result), result.outcome) == (["-2", "+2", "-2"], RolloutOutcome.COMPLETED)


def test_a_trace_tells_numbers_and_a_step_its_cluster() -> None:
    result = roll([instance("a", (task(),)), instance("b", zone="z-B")], 1, explain=True)
    first = result.steps[0]

    assert [line.formula for line in first.step.trace] == [
        "stop = max(0, min(1 - 0, 1 - 1)) = 0",
        "start = max(0, min(1 - 0, 2 - 1)) = 1",
        "placed = 1 of 1",
    ]
    assert [len(one.tasks) for one in first.cluster] == [1, 1]
    assert result.closing[-1].formula == "old = 0, new = 1: COMPLETED"
    assert roll([instance("a", (task(),))], 1).closing == ()


def test_numbers_out_of_range_are_refused() -> None:
    with pytest.raises(Refused, match="minimumHealthyPercent is 101"):
        roll([], 1, 101)
    with pytest.raises(Refused, match="desired is -1"):
        roll([], -1)
