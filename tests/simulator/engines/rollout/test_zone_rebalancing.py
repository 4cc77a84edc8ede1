"""Evening out a service over its Availability Zones."""

from typing import Any

import pytest

from study_app.simulator.cases.case_runs import result_of
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
)
from study_app.simulator.kinds.registry import play
from study_app.simulator.model.case import Case
from study_app.simulator.model.cluster import (
    AVAILABILITY_ZONE,
    ContainerInstance,
    InstanceStatus,
    Task,
)
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.resources import Requirements, Resources
from study_app.simulator.model.service import SchedulingStrategy
from tests.instances import container_instance

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
    assert words in problem.message


def rebalanced(*zones: int, **given: object) -> Any:
    """The case of one instance a zone with so many tasks of the service."""
    instances = [
        {
            "id": f"i-{number}",
            "az": f"z-{number}",
            "cpu": 2048,
            "memory": 2048,
            "task_groups": ["service:s"] * tasks,
        }
        for number, tasks in enumerate(zones, 1)
    ]
    case = {"mode": "rebalance", "task": {"cpu": 1, "memory": 1}, "instances": instances, **given}
    return result_of("placement", case)


@pytest.mark.parametrize(
    ("zones", "after"), [((2, 0), [1, 1]), ((3, 0), [2, 1]), ((5, 0, 0), [2, 2, 1])]
)
def test_a_case_ends_in_the_distribution_that_the_page_gives(
    zones: tuple[int, ...], after: list[int]
) -> None:
    """service-rebalancing: for two tasks in two zones "one task per Availability Zone", for three
    one and two, for five in three zones one, two and two."""
    result = rebalanced(*zones)
    assert result["balanced"] is True
    assert sorted(result["az_counts"].values(), reverse=True) == after


def test_a_case_that_may_not_be_rebalanced_is_refused() -> None:
    """The same page: no service with "100% for the maximumPercent value", and only one whose first
    strategy is a spread over zones."""
    assert rebalanced(2, 0, maximumPercent=100)["error"] is True
    first = [{"type": "binpack", "field": "memory"}]
    assert rebalanced(2, 0, strategy=first)["error"] is True
    assert rebalanced(2, 0, strategy=first)["moves"] is None


def test_every_move_is_a_picture() -> None:
    instances = [
        {"id": "i-1", "az": "a", "cpu": 9, "memory": 9, "task_groups": ["service:s"] * 3},
        {"id": "i-2", "az": "b", "cpu": 9, "memory": 9},
    ]
    given = {"mode": "rebalance", "task": {"cpu": 1, "memory": 1}, "instances": instances}
    playback = play(Case("placement", given))
    assert [frame.caption.text("en") for frame in playback.frames] == [
        "tasks by zone: a 3, b 0",
        "start one on i-2, then stop one on i-1",
        "the zones are balanced",
    ]
    assert all(guess != playback.frames[1].caption for guess in playback.guesses(0))


def test_more_moves_than_anybody_looks_at_are_one_clear_message() -> None:
    with pytest.raises(CaseError, match="write at most 1000 tasks of the service"):
        rebalanced(1001, 0)
