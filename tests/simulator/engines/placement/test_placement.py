"""Placement, example by example: filters, reasons, strategies, defaults, traces."""

from collections.abc import Iterable
from random import Random as Dice
from typing import TypeAlias

import pytest

from study_app.simulator.engines.placement.filters import FailureReason
from study_app.simulator.engines.placement.placement import (
    UNABLE_TO_PLACE,
    Placed,
    Placement,
    Unplaced,
    candidates,
    place,
)
from study_app.simulator.engines.placement.strategy import (
    RUN_TASK_STRATEGY,
    Binpack,
    BinpackField,
    DistinctInstance,
    MemberOf,
    PlacementConstraint,
    PlacementRequest,
    PlacementStrategy,
    Random,
    Spread,
)
from study_app.simulator.engines.query.query import Query
from study_app.simulator.model.cluster import (
    AVAILABILITY_ZONE,
    ContainerInstance,
    InstanceStatus,
    Task,
    TaskStatus,
)
from study_app.simulator.model.resources import RESERVED_PORTS, Requirements, Resources
from study_app.simulator.model.trace import Considered
from tests.instances import container_instance

AZ = Spread(AVAILABILITY_ZONE)
MEMORY = Binpack(BinpackField.MEMORY)


def instance(
    name: str,
    zone: str | None = "z",
    *,
    cpu: int = 1024,
    memory: int = 1024,
    gpu: int = 0,
    enis: int | None = None,
    tasks: tuple[Task, ...] = (),
    status: InstanceStatus = InstanceStatus.ACTIVE,
    agent_connected: bool = True,
    **attributes: str,
) -> ContainerInstance:
    return container_instance(
        name,
        Resources(cpu=cpu, memory=memory, gpu=gpu, enis=enis),
        tasks,
        attributes=attributes | ({AVAILABILITY_ZONE: zone} if zone else {}),
        status=status,
        agent_connected=agent_connected,
    )


def request(
    count: int = 1,
    *strategies: PlacementStrategy,
    task: Requirements | None = None,
    constraints: tuple[PlacementConstraint, ...] = (),
) -> PlacementRequest:
    needed = task or Requirements(cpu=100, memory=100)
    return PlacementRequest(
        task=Task(group="service:s", requirements=needed),
        count=count,
        strategies=strategies or (AZ, Spread()),
        constraints=constraints,
    )


def mine(number: int) -> tuple[Task, ...]:
    return (Task(group="service:s"),) * number


def reason(instance: ContainerInstance, wanted: PlacementRequest) -> FailureReason:
    (choice,) = place([instance], wanted).choices
    assert isinstance(choice, Unplaced)
    ((_, found),) = choice.reasons
    return found


@pytest.mark.parametrize(
    ("one", "task", "expected"),
    [
        (instance("a", status=InstanceStatus.DRAINING), Requirements(), "AGENT"),
        (instance("a", agent_connected=False), Requirements(), "AGENT"),
        (instance("a", cpu=9), Requirements(cpu=10), "RESOURCE:CPU"),
        (instance("a", memory=9), Requirements(memory=10), "RESOURCE:MEMORY"),
        (instance("a", cpu=9, memory=9), Requirements(cpu=10, memory=10), "RESOURCE:CPU"),
        (instance("a", gpu=1), Requirements(gpu=2), "RESOURCE:GPU"),
        (instance("a"), Requirements(ports=frozenset({22})), "RESOURCE:PORTS"),
        (instance("a"), Requirements(ports=frozenset(range(8000, 8095))), "RESOURCE:PORTS"),
        (instance("a", enis=0), Requirements(enis=1), "RESOURCE:ENI"),
    ],
)
def test_an_instance_that_cannot_take_the_task_says_why(
    one: ContainerInstance, task: Requirements, expected: str
) -> None:
    assert reason(one, request(task=task)) == expected


def test_constraints_have_reasons_of_their_own() -> None:
    only_prod = MemberOf(Query.parse("attribute:stack == prod"))
    distinct = (DistinctInstance(),)

    assert reason(instance("a", stack="test"), request(constraints=(only_prod,))) == (
        "MemberOf placement constraint unsatisfied"
    )
    assert reason(instance("a", tasks=mine(1)), request(constraints=distinct)) == (
        "DistinctInstance placement constraint unsatisfied"
    )


def test_attributes_and_zones_may_be_required() -> None:
    task = Task(group="service:s")
    trunk = PlacementRequest(task=task, required_attributes=("ecs.awsvpc-trunk-id",))
    zone = PlacementRequest(task=task, availability_zones=frozenset({"y"}))

    assert reason(instance("a"), trunk) == "ATTRIBUTE"
    assert reason(instance("a"), zone) == "LOCATION"
    assert reason(instance("a", None), zone) == "LOCATION"
    assert place([instance("a", "y")], zone).placed_on == ("a",)


def unplaced(*instances: ContainerInstance) -> Unplaced:
    (choice,) = place(instances, request()).choices
    assert isinstance(choice, Unplaced)
    return choice


def test_a_service_that_cannot_place_a_task_has_an_event() -> None:
    assert place([instance("a", cpu=150)], request(2)).event == UNABLE_TO_PLACE
    assert place([instance("a")], request(2)).event is None


def test_a_task_being_stopped_does_not_count() -> None:
    """distinctInstance looks at the desired status; so does spread, by assumption."""
    stopping = Task(
        group="service:s",
        requirements=Requirements(cpu=1000),
        desired_status=TaskStatus.STOPPED,
    )
    one = instance("a", cpu=1100, tasks=(stopping,))

    assert place([one], request(constraints=(DistinctInstance(),))).placed_on == ("a",)
    assert place([one], request(task=Requirements(cpu=101))).placed_on == (None,)
    assert candidates([one, instance("b")], request()) == ("a", "b")


def test_all_constraints_bind() -> None:
    both = (
        MemberOf(Query.parse("attribute:stack == prod")),
        MemberOf(Query.parse(f"attribute:{AVAILABILITY_ZONE} == y")),
    )
    cluster = [
        instance("a", "y"),
        instance("b", "z", stack="prod"),
        instance("c", "y", stack="prod"),
    ]
    assert place(cluster, request(2, constraints=both)).placed_on == ("c", "c")


def test_an_expression_sees_the_tasks_placed_before() -> None:
    few = MemberOf(Query.parse("runningTasksCount < 2"))
    lonely = MemberOf(Query.parse("not(task:group == service:s)"))
    cluster = [instance("a"), instance("b")]

    assert place(cluster, request(5, MEMORY, constraints=(few,))).placed_on == (
        "a", "a", "b", "b", None,
    )  # fmt: skip
    assert place(cluster, request(3, MEMORY, constraints=(lonely,))).placed_on == ("a", "b", None)


def test_spread_counts_tasks_on_instances_that_are_no_candidates() -> None:
    cluster = [
        instance("a", "y"),
        instance("b", "y", status=InstanceStatus.DRAINING, tasks=mine(2)),
        instance("c", "z", tasks=mine(1)),
    ]
    assert place(cluster, request(2, AZ)).placed_on == ("c", "a")


def test_spread_counts_tasks_of_its_own_group_only() -> None:
    others = (Task(group="service:other"),) * 3
    assert candidates([instance("a", tasks=others), instance("b", tasks=mine(1))], request()) == (
        "a",
    )


def test_instances_without_the_attribute_share_a_bucket() -> None:
    cluster = [instance("a", None), instance("b", None, tasks=mine(1)), instance("c", "z")]

    assert candidates(cluster, request(1, AZ)) == ("c",)
    assert place(cluster, request(2, AZ)).placed_on == ("c", "a")


def test_ties_go_to_the_instance_registered_first() -> None:
    cluster = [instance("z"), instance("y"), instance("x")]

    assert place(cluster, request(3, Spread())).placed_on == ("z", "y", "x")
    assert place(cluster, request(1, AZ)).placed_on == ("z",)


def test_equal_candidates_are_listed_as_registered() -> None:
    cluster = [instance("a", "z"), instance("b", "y"), instance("c", "z"), instance("d", "y")]

    assert candidates(cluster, request(1, AZ)) == ("a", "b", "c", "d")


def test_a_chain_narrows_in_its_order() -> None:
    cluster = [
        instance("a", "y", memory=500, tasks=mine(1)),
        instance("b", "z", memory=900),
        instance("c", "z", memory=700),
    ]
    assert candidates(cluster, request(1, AZ, MEMORY)) == ("c",)
    assert candidates(cluster, request(1, MEMORY, AZ)) == ("a",)
    assert candidates(cluster, request(1, AZ)) == ("b", "c")


def test_binpack_looks_at_what_remains() -> None:
    busy = instance(
        "b", memory=2000, tasks=(Task(group="x", requirements=Requirements(memory=1500)),)
    )

    assert place([instance("a"), busy], request(1, MEMORY)).placed_on == ("b",)
    assert place([instance("a"), busy], request(1, Binpack(BinpackField.CPU))).placed_on == ("a",)


def test_random_draws_from_the_seed_and_takes_the_first_without_one() -> None:
    cluster = [instance(name, cpu=100_000, memory=100_000) for name in "abcd"]
    chance = request(40, *RUN_TASK_STRATEGY)

    drawn = place(cluster, chance, rng=Dice(1))
    assert drawn.placed_on == place(cluster, chance, rng=Dice(1)).placed_on
    assert drawn.placed_on != place(cluster, chance, rng=Dice(2)).placed_on
    assert set(drawn.placed_on) == set("abcd")
    assert set(place(cluster, chance).placed_on) == {"a"}


def test_random_after_spread_draws_from_what_spread_left() -> None:
    cluster = [instance("a", "x", tasks=mine(1)), instance("b", "y"), instance("c", "y")]
    chosen = {
        place(cluster, request(1, AZ, Random(), MEMORY), rng=Dice(seed)).placed_on[0]
        for seed in range(20)
    }
    assert chosen == {"b", "c"}


def test_a_seed_changes_nothing_without_the_strategy_random() -> None:
    cluster = [instance(name) for name in "abc"]
    assert place(cluster, request(3), rng=Dice(5)).placed_on == ("a", "b", "c")


Line: TypeAlias = tuple[str | None, str, str, bool]


def lines(trace: Iterable[Considered]) -> list[Line]:
    return [(one.instance, one.applied.rule.id, one.applied.english, one.kept) for one in trace]


def result() -> Placement:
    cluster = [instance("a", "y", cpu=200), instance("b", "z", cpu=100), instance("c", None, cpu=0)]
    return place(cluster, request(4))


def test_a_placement_counts_what_it_placed() -> None:
    placement = result()

    assert placement.placed_on == ("a", "b", "a", None)
    assert placement.counts == {"a": 2, "b": 1}
    assert placement.zone_counts == {"y": 2, "z": 1}
    assert placement.unplaced == 1
    assert [one.remaining.cpu for one in placement.instances] == [0, 0, 0]


def test_nothing_to_place_is_fine() -> None:
    assert place([], request(0)).placed_on == ()
    assert place([], request(2)).placed_on == (None, None)
    assert candidates([], request()) == ()


def test_the_trace_of_a_choice() -> None:
    cluster = [
        instance("a", "y", tasks=mine(1)),
        instance("b", "z", agent_connected=False),
        instance("c", "z", memory=512),
        instance("d", "z"),
    ]
    (choice,) = place(cluster, request(1, AZ, MEMORY), explain=True).choices
    assert isinstance(choice, Placed)

    of_zone = "tasks of the group with ecs.availability-zone"
    assert lines(choice.trace) == [
        ("a", "placement.agent", "status = ACTIVE, agentConnected = true", True),
        ("a", "placement.cpu", "100 <= 1024", True),
        ("a", "placement.memory", "100 <= 1024", True),
        ("b", "placement.agent", "status = ACTIVE, agentConnected = false", False),
        ("c", "placement.agent", "status = ACTIVE, agentConnected = true", True),
        ("c", "placement.cpu", "100 <= 1024", True),
        ("c", "placement.memory", "100 <= 512", True),
        ("d", "placement.agent", "status = ACTIVE, agentConnected = true", True),
        ("d", "placement.cpu", "100 <= 1024", True),
        ("d", "placement.memory", "100 <= 1024", True),
        ("a", "placement.spread", f"{of_zone} y = 1, least = 0", False),
        ("c", "placement.spread", f"{of_zone} z = 0, least = 0", True),
        ("d", "placement.spread", f"{of_zone} z = 0, least = 0", True),
        ("c", "placement.binpack", "remaining memory = 512, least = 512", True),
        ("d", "placement.binpack", "remaining memory = 1024, least = 512", False),
        ("c", "placement.selected", "c of [c]", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "rng", "last"),
    [
        (request(1, AZ), None, ("placement.tie", "a of [a, b]")),
        (request(1, Random()), Dice(1), ("placement.random", "b of [a, b]")),
        (request(1, task=Requirements(gpu=1)), None, ("placement.unplaced", "candidates: 0")),
    ],
)
def test_the_last_line_of_a_trace_is_the_outcome(
    wanted: PlacementRequest, rng: Dice | None, last: tuple[str, str]
) -> None:
    (choice,) = place([instance("a"), instance("b")], wanted, rng=rng, explain=True).choices

    assert (choice.trace[-1].applied.rule.id, choice.trace[-1].applied.english) == last


def test_ports_are_free_again_once_a_task_stops() -> None:
    web = request(2, task=Requirements(ports=frozenset({80})))
    placement = place([instance("a")], web)
    (after,) = placement.instances

    assert placement.placed_on == ("a", None)
    assert after.remaining.ports == RESERVED_PORTS | {80}
    assert after.without_task(0).remaining == instance("a").remaining
