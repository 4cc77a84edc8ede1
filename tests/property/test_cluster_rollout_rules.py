"""Rollouts on drawn clusters, and in comparison with rollouts in counts."""

from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.engines.rollout.cluster_rollout import roll_out_on
from study_app.simulator.engines.rollout.deployment import DeploymentConfiguration
from study_app.simulator.engines.rollout.rollout import (
    RolloutInput,
    RolloutOutcome,
    StepKind,
    roll_out,
)
from study_app.simulator.engines.rollout.service_update import ServiceUpdate
from study_app.simulator.engines.rollout.zone_rebalancing import rebalance
from study_app.simulator.model.cluster import AVAILABILITY_ZONE, ContainerInstance, Task
from study_app.simulator.model.resources import Requirements, Resources
from tests.instances import container_instance

ONE = Task(group="service:s", requirements=Requirements(cpu=1))


def cluster_of(slots: list[int], running: int) -> list[ContainerInstance]:
    """Instances with `slots` for one task each, filled up in order with `running` old tasks."""
    instances = []
    for number, size in enumerate(slots):
        tasks = (ONE,) * min(size, running)
        running -= len(tasks)
        attributes = {AVAILABILITY_ZONE: f"z-{number % 3}"}
        name = f"i-{number}"
        instances.append(
            container_instance(name, Resources(cpu=size), tasks, attributes=attributes)
        )
    return instances


@st.composite
def updates(draw: st.DrawFn) -> tuple[list[int], ServiceUpdate]:
    slots = draw(st.lists(st.integers(1, 6), min_size=1, max_size=6))
    configuration = DeploymentConfiguration(
        minimumHealthyPercent=draw(st.integers(0, 100)),
        maximumPercent=draw(st.integers(100, 250)),
    )
    desired = draw(st.integers(0, sum(slots)))
    return slots, ServiceUpdate(desired=desired, task=ONE, configuration=configuration)


@given(updates())
def test_equal_tasks_on_a_cluster_are_a_rollout_in_counts(
    drawn: tuple[list[int], ServiceUpdate],
) -> None:
    """On a real cluster placement decides what fits; with equal tasks that is a number."""
    slots, update = drawn
    counted = roll_out(
        RolloutInput(desired=update.desired, configuration=update.configuration, room=sum(slots))
    )
    placed = roll_out_on(cluster_of(slots, update.desired), update)

    assert [str(each.step) for each in placed.steps] == [str(step) for step in counted.steps]
    assert placed.ending == counted.ending


@given(updates(), st.integers(1, 4), st.integers(1, 3))
def test_limits_hold_and_every_task_fits(
    drawn: tuple[list[int], ServiceUpdate], size: int, old_size: int
) -> None:
    """Bounds never broken at any step; every placed task fits."""
    slots, update = drawn
    old = Task(group="service:s", requirements=Requirements(cpu=old_size))
    new = Task(group="service:s", requirements=Requirements(cpu=size))
    cluster = []
    running = 0
    for number, slot in enumerate(slots):
        count = min(slot // old_size, update.desired - running)
        running += count
        name = f"i-{number}"
        cluster.append(container_instance(name, Resources(cpu=slot), (old,) * count))
    update = ServiceUpdate(desired=update.desired, task=new, configuration=update.configuration)

    result = roll_out_on(cluster, update)

    for each in result.steps:
        running_after = each.step.after.running
        if each.step.kind is StepKind.STOP:
            assert running_after >= result.lower
        else:
            assert running_after <= result.upper
    assert all(one.remaining.cpu >= 0 for one in result.cluster)
    tasks = [task for one in result.cluster for task in one.tasks]
    if result.outcome is RolloutOutcome.COMPLETED:
        assert [task.requirements for task in tasks] == [new.requirements] * update.desired
    assert roll_out_on(cluster, update, explain=True).cluster == result.cluster


@given(st.lists(st.integers(0, 8), min_size=1, max_size=5))
def test_rebalancing_ends_with_equal_zones(tasks: list[int]) -> None:
    """Target: desired / AZs each, remainder spread; start in the emptiest, stop in the fullest."""
    cluster = [
        container_instance(
            f"i-{number}",
            Resources(cpu=100),
            (ONE,) * count,
            attributes={AVAILABILITY_ZONE: f"z-{number}"},
        )
        for number, count in enumerate(tasks)
    ]
    result = rebalance(cluster, ONE)

    counts = sorted((len(one.tasks) for one in result.cluster), reverse=True)
    assert result.balanced
    share, remainder = divmod(sum(tasks), len(tasks))
    assert counts == [share + (number < remainder) for number in range(len(tasks))]
