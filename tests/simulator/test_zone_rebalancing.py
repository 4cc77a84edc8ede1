"""Evening out a service over its Availability Zones."""

import pytest

from study_app.simulator.engines.placement.strategy import (
    Binpack,
    BinpackField,
    MemberOf,
    Spread,
)
from study_app.simulator.engines.query.query import Query
from study_app.simulator.engines.rollout.deployment import DeploymentConfiguration
from study_app.simulator.engines.rollout.zone_rebalancing import (
    RebalancingService,
    rebalance,
    rebalancing_problems,
    zone_targets,
)
from study_app.simulator.model.cluster import (
    AVAILABILITY_ZONE,
    ContainerInstance,
    InstanceStatus,
    Task,
    container_instance,
)
from study_app.simulator.model.resources import Requirements, Resources
from study_app.simulator.model.service import SchedulingStrategy

TASK = Task(group="service:s", requirements=Requirements(cpu=256))
ZONE = Spread(AVAILABILITY_ZONE)


def instance(
    zone: str, tasks: int, *, cpu: int = 4096, status: InstanceStatus = InstanceStatus.ACTIVE
) -> ContainerInstance:
    attributes = {AVAILABILITY_ZONE: zone}
    resources = Resources(cpu=cpu, memory=1024)
    return container_instance(
        f"i-{zone}", resources, (TASK,) * tasks, attributes=attributes, status=status
    )


def spread_of(*instances: ContainerInstance) -> list[int]:
    return [len(one.tasks) for one in rebalance(instances, TASK).cluster]


@pytest.mark.parametrize(
    ("desired", "zones", "targets"),
    [(9, 3, (3, 3, 3)), (10, 3, (4, 3, 3)), (2, 3, (1, 1, 0)), (0, 2, (0, 0)), (3, 0, ())],
)
def test_each_zone_gets_its_share(desired: int, zones: int, targets: tuple[int, ...]) -> None:
    assert zone_targets(desired, zones) == targets


def test_tasks_move_from_the_fullest_zone_to_the_emptiest() -> None:
    result = rebalance([instance("a", 4), instance("b", 1), instance("c", 1)], TASK)

    assert [(move.to, move.from_) for move in result.moves] == [("i-b", "i-a"), ("i-c", "i-a")]
    assert result.balanced
    assert spread_of(instance("a", 5), instance("b", 0)) == [3, 2]


def test_a_balanced_service_stays_as_it_is() -> None:
    assert rebalance([instance("a", 2), instance("b", 1)], TASK).moves == ()


def test_no_instance_is_added_for_it() -> None:
    result = rebalance([instance("a", 4), instance("b", 1, cpu=256)], TASK)
    assert (result.balanced, result.moves) == (False, ())


def test_only_zones_that_take_tasks_count() -> None:
    draining = instance("b", 0, status=InstanceStatus.DRAINING)
    assert rebalance([instance("a", 4), draining], TASK).balanced
    assert spread_of(instance("a", 4), draining) == [4, 0]


def test_a_protected_task_interrupts() -> None:
    protected = Task(group="service:s", protected=True)
    attributes = {AVAILABILITY_ZONE: "a"}
    full = container_instance("i-a", Resources(), (protected,) * 3, attributes=attributes)
    result = rebalance([full, instance("b", 0)], TASK)

    assert not result.balanced
    assert [len(one.tasks) for one in result.cluster] == [3, 0]


def test_a_trace_counts_the_zones() -> None:
    result = rebalance([instance("a", 2), instance("b", 0)], TASK, explain=True)
    assert [line.formula for line in result.moves[0].trace] == ["b = 0, a = 2"]


def test_a_usual_service_can_be_rebalanced() -> None:
    assert rebalancing_problems(RebalancingService()) == ()
    assert rebalancing_problems(RebalancingService(strategies=(ZONE,))) == ()
    assert rebalancing_problems(RebalancingService(strategies=())) == ()


@pytest.mark.parametrize(
    ("service", "words"),
    [
        (RebalancingService(strategy=SchedulingStrategy.DAEMON), "REPLICA"),
        (RebalancingService(strategies=(Binpack(BinpackField.CPU), ZONE)), "first strategy"),
        (
            RebalancingService(configuration=DeploymentConfiguration(maximumPercent=100)),
            "maximumPercent is 100",
        ),
        (RebalancingService(classic_load_balancer=True), "Classic Load Balancer"),
        (RebalancingService(external_controller=True), "EXTERNAL"),
        (
            RebalancingService(
                constraints=(MemberOf(Query.parse("attribute:ecs.availability-zone == z-A")),)
            ),
            "a constraint names ecs.availability-zone",
        ),
    ],
)
def test_what_does_not_go_with_it_is_named(service: RebalancingService, words: str) -> None:
    (problem,) = rebalancing_problems(service)
    assert words in problem
