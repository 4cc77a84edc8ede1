"""Laws of placement, and the rules of the specification once more in their plainest form."""

from collections import Counter
from random import Random as Dice
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.cases.case_runs import result_of
from study_app.simulator.engines.placement.daemon import run_daemon
from study_app.simulator.engines.placement.filters import filters
from study_app.simulator.engines.placement.placement import Placed, Unplaced, place
from study_app.simulator.engines.placement.strategy import (
    Binpack,
    BinpackField,
    DistinctInstance,
    MemberOf,
    PlacementRequest,
    Random,
    Spread,
)
from study_app.simulator.engines.placement.termination import stop_candidates, terminate
from study_app.simulator.engines.query.query import Query
from study_app.simulator.model.cluster import (
    AVAILABILITY_ZONE,
    ContainerInstance,
    InstanceStatus,
    Task,
)
from study_app.simulator.model.resources import RESERVED_PORTS, Requirements, Resources
from study_app.simulator.model.trace import Applied
from tests.instances import container_instance

GROUPS = st.sampled_from(["service:s", "service:other", "database"])
SIZES = st.sampled_from([0, 128, 256, 300, 512])
STRATEGIES = st.lists(
    st.sampled_from(
        [
            Spread(AVAILABILITY_ZONE),
            Spread("stack"),
            Spread(),
            Binpack(BinpackField.CPU),
            Binpack(BinpackField.MEMORY),
        ]
    ),
    max_size=4,
).map(tuple)
EXPRESSIONS = (
    "attribute:stack == prod",
    "attribute:stack !exists",
    "not(task:group == database)",
    "runningTasksCount < 3",
    "task:group == service:s or runningTasksCount == 0",
)
CONSTRAINTS = st.lists(
    st.sampled_from([DistinctInstance(), *(MemberOf(Query.parse(text)) for text in EXPRESSIONS)]),
    max_size=2,
).map(tuple)
REQUIREMENTS = st.builds(
    Requirements,
    cpu=SIZES,
    memory=SIZES,
    gpu=st.sampled_from([0, 0, 1]),
    ports=st.sampled_from([frozenset[int](), frozenset({80}), frozenset({22})]),
    enis=st.sampled_from([0, 0, 1]),
)


# What instances are drawn from is made once: to make it for each takes longer than to draw.
ATTRIBUTES = st.fixed_dictionaries(
    {},
    optional={
        AVAILABILITY_ZONE: st.sampled_from("abc"),
        "stack": st.sampled_from(["prod", "test"]),
    },
)
ROOM = st.sampled_from([256, 512, 1024, 2048])
GPUS = st.integers(0, 2)
ENIS = st.none() | st.integers(0, 3)
TASKS = st.lists(st.builds(Task, group=GROUPS), max_size=3).map(tuple)
STATUSES = st.sampled_from([InstanceStatus.ACTIVE] * 5 + [InstanceStatus.DRAINING])
CONNECTED = st.sampled_from([True] * 5 + [False])


@st.composite
def clusters(draw: st.DrawFn) -> tuple[ContainerInstance, ...]:
    def instance(number: int) -> ContainerInstance:
        attributes = draw(ATTRIBUTES)
        return container_instance(
            f"i{number}",
            Resources(cpu=draw(ROOM), memory=draw(ROOM), gpu=draw(GPUS), enis=draw(ENIS)),
            draw(TASKS),
            attributes=attributes,
            status=draw(STATUSES),
            agent_connected=draw(CONNECTED),
        )

    return tuple(instance(number) for number in range(draw(st.integers(0, 7))))


REQUESTS = st.builds(
    PlacementRequest,
    task=st.builds(Task, group=GROUPS, requirements=REQUIREMENTS),
    count=st.integers(0, 10),
    strategies=STRATEGIES | STRATEGIES.map(lambda chain: (*chain, Random())),
    constraints=CONSTRAINTS,
)


def fits(instance: ContainerInstance, request: PlacementRequest) -> bool:
    """Section 1.1 and 1.3 in their plainest form."""
    task, left = request.task.requirements, instance.remaining
    if instance.status is not InstanceStatus.ACTIVE or not instance.agent_connected:
        return False
    if task.cpu > left.cpu or task.memory > left.memory or task.gpu > left.gpu:
        return False
    if task.ports & left.ports or (left.enis is not None and task.enis > left.enis):
        return False
    for constraint in request.constraints:
        match constraint:
            case DistinctInstance():
                if any(one.group == request.task.group for one in instance.tasks):
                    return False
            case MemberOf(query):
                if not query.matches(instance):
                    return False
    return True


def by_the_book(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest
) -> list[str | None]:
    """The pseudo code of section 1.4, word by word, for every task anew."""
    cluster, placed = list(instances), list[str | None]()
    for _ in range(request.count):
        left = [index for index, one in enumerate(cluster) if fits(one, request)]
        for strategy in request.strategies:
            values = {}
            for index in left:
                match strategy:
                    case Spread(attribute):
                        values[index] = sum(
                            task.group == request.task.group
                            for other, one in enumerate(cluster)
                            for task in one.tasks
                            if (
                                other == index
                                if attribute is None
                                else one.attributes.get(attribute)
                                == cluster[index].attributes.get(attribute)
                            )
                        )
                    case Binpack(field):
                        remaining = cluster[index].remaining
                        values[index] = (
                            remaining.cpu if field is BinpackField.CPU else remaining.memory
                        )
                    case Random():
                        values = dict.fromkeys(left, 0)
            left = [index for index in left if values[index] == min(values.values())]
        placed.append(cluster[left[0]].id if left else None)
        if left:
            cluster[left[0]] = cluster[left[0]].with_task(request.task)
    return placed


@given(clusters(), REQUESTS)
def test_the_quick_engine_places_as_the_plain_pseudo_code(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest
) -> None:
    """keep candidates with minimal n(key); keep candidates with minimal remaining; tie -> smallest
    in registration order. Recompute after each single placement."""
    assert list(place(instances, request).placed_on) == by_the_book(instances, request)


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(1, 3))),
    st.permutations([Spread(AVAILABILITY_ZONE), Spread("stack"), Binpack(BinpackField.CPU)]),
    st.integers(0, 3),
)
def test_keys_that_cross_each_other_are_counted_each_by_itself(
    places: list[tuple[str, str, int]], chain: list[Spread | Binpack], length: int
) -> None:
    """n(key) = number of tasks of this service on ALL cluster instances with that key."""
    cluster = tuple(
        container_instance(
            f"i{number}",
            Resources(cpu=tasks),
            attributes={AVAILABILITY_ZONE: zone, "stack": stack},
        )
        for number, (zone, stack, tasks) in enumerate(places)
    )
    request = PlacementRequest(
        task=Task(group="service:s", requirements=Requirements(cpu=1)),
        count=sum(tasks for _, _, tasks in places) + 1,
        strategies=tuple(chain[:length]),
    )
    placed = place(cluster, request).placed_on

    assert list(placed) == by_the_book(cluster, request)
    assert placed.count(None) == 1


@given(clusters(), REQUESTS, st.integers() | st.none())
def test_every_placed_task_fits_and_satisfies_its_constraints(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest, seed: int | None
) -> None:
    """Placement constraints are binding; instances satisfy CPU, GPU, memory and port
    requirements."""
    cluster = {one.id: one for one in instances}
    for name in place(instances, request, rng=None if seed is None else Dice(seed)).placed_on:
        if name is not None:
            assert fits(cluster[name], request)
            cluster[name] = cluster[name].with_task(request.task)


@given(clusters(), REQUESTS, st.integers() | st.none())
def test_a_placeable_task_is_never_left_out_by_a_strategy(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest, seed: int | None
) -> None:
    """Strategies are best effort: they never make a placeable task unplaceable."""
    placement = place(instances, request, rng=None if seed is None else Dice(seed))

    if placement.unplaced:
        assert not any(fits(one, request) for one in placement.instances)
    assert len(placement.placed_on) == request.count
    assert sum(placement.counts.values()) + placement.unplaced == request.count


@given(clusters(), REQUESTS)
def test_what_is_taken_is_what_the_tasks_take(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest
) -> None:
    """CPU, memory and GPUs are subtracted, a static host port is reserved, an ENI is used."""
    placement, task = place(instances, request), request.task.requirements
    for before, after in zip(instances, placement.instances, strict=True):
        tasks = placement.counts.get(before.id, 0)
        assert len(after.tasks) == len(before.tasks) + tasks
        assert before.remaining.cpu - after.remaining.cpu == tasks * task.cpu
        assert before.remaining.memory - after.remaining.memory == tasks * task.memory
        assert before.remaining.gpu - after.remaining.gpu == tasks * task.gpu
        assert after.remaining.ports == before.remaining.ports | (task.ports if tasks else set())


@given(st.integers(1, 5), st.integers(1, 4), st.integers(0, 40), st.booleans())
def test_spread_never_differs_by_more_than_one_where_nothing_blocks(
    zones: int, instances: int, count: int, within: bool
) -> None:
    """spread: evenly across Availability Zones, and then evenly across instances within each."""
    cluster = tuple(
        container_instance(
            f"{zone}-{number}",
            Resources(cpu=10_000, memory=10_000),
            attributes={AVAILABILITY_ZONE: f"zone-{zone}"},
        )
        for number in range(instances)
        for zone in range(zones)
    )
    chain = (Spread(AVAILABILITY_ZONE), Spread()) if within else (Spread(AVAILABILITY_ZONE),)
    task = Task(group="service:s", requirements=Requirements(cpu=1, memory=1))
    placement = place(cluster, PlacementRequest(task=task, count=count, strategies=chain))

    by_zone = [placement.zone_counts.get(f"zone-{zone}", 0) for zone in range(zones)]
    assert max(by_zone) - min(by_zone) <= 1
    if within:
        for zone in range(zones):
            here = [placement.counts.get(f"{zone}-{number}", 0) for number in range(instances)]
            assert max(here) - min(here) <= 1


@given(clusters(), REQUESTS, st.integers())
def test_same_seed_same_trace(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest, seed: int
) -> None:
    """Same input and seed, same trace, byte for byte."""
    one = place(instances, request, rng=Dice(seed), explain=True)
    other = place(instances, request, rng=Dice(seed), explain=True)

    assert repr(one.choices) == repr(other.choices)


@given(clusters(), REQUESTS, st.integers() | st.none())
def test_asking_why_changes_nothing(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest, seed: int | None
) -> None:
    """One engine serves both: bulk runs keep outcomes only."""
    bare = place(instances, request, rng=None if seed is None else Dice(seed))
    explained = place(instances, request, rng=None if seed is None else Dice(seed), explain=True)

    assert bare.placed_on == explained.placed_on
    assert bare.instances == explained.instances
    assert all(choice.trace == () for choice in bare.choices)
    assert all(choice.trace for choice in explained.choices)


@given(clusters(), REQUESTS, st.integers() | st.none())
def test_every_candidate_has_a_line_for_each_rule_up_to_the_one_that_dropped_it(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest, seed: int | None
) -> None:
    """Every filter, constraint and strategy leaves a line (candidate, rule, value, kept or
    dropped)."""
    rng = None if seed is None else Dice(seed)
    for choice in place(instances, request, rng=rng, explain=True).choices:
        *lines, outcome = choice.trace
        dropped = Counter(line.instance for line in lines if not line.kept)
        assert all(times == 1 for times in dropped.values())
        for instance in instances:
            mine = [line.kept for line in lines if line.instance == instance.id]
            assert mine
            assert all(mine[:-1])
        left = [one.id for one in instances if one.id not in dropped]
        match choice:
            case Placed(name):
                assert outcome.instance == name
                assert name in left
                assert outcome.applied.formula == f"{name} of [{', '.join(left)}]"
            case Unplaced():
                assert left == []
                assert [name for name, _ in choice.reasons] == [one.id for one in instances]


@given(clusters(), GROUPS, st.integers(0, 6), STRATEGIES)
def test_termination_turns_the_strategies_round(
    instances: tuple[ContainerInstance, ...],
    group: str,
    count: int,
    strategies: tuple[Spread | Binpack, ...],
) -> None:
    """Choose tasks in the key-group with most tasks; inside the chosen set the highest instance,
    then the newest task."""
    termination = terminate(instances, group, count, strategies)
    cluster = list(instances)
    for stopped in termination.stopped:
        left = [index for index, one in enumerate(cluster) if one.tasks_of(group)]
        for strategy in strategies:
            values = {}
            for index in left:
                match strategy:
                    case Spread(None):
                        values[index] = len(cluster[index].tasks_of(group))
                    case Spread(str(attribute)):
                        values[index] = sum(
                            len(one.tasks_of(group))
                            for one in cluster
                            if one.attributes.get(attribute)
                            == cluster[index].attributes.get(attribute)
                        )
                    case Binpack(field):  # all of these tasks take nothing
                        values[index] = field.remaining(cluster[index])
            left = [index for index in left if values[index] == max(values.values())]
        assert stop_candidates(cluster, group, strategies) == tuple(cluster[one].id for one in left)
        chosen = left[-1]
        assert stopped.instance == cluster[chosen].id
        newest = max(n for n, task in enumerate(cluster[chosen].tasks) if task.group == group)
        cluster[chosen] = cluster[chosen].without_task(newest)
    assert tuple(cluster) == termination.instances
    there = sum(len(one.tasks_of(group)) for one in instances)
    assert len(termination.stopped) == min(count, there)
    assert termination.blocked == max(0, count - there)


@given(clusters(), REQUESTS)
def test_a_daemon_has_one_task_on_each_instance_that_qualifies(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest
) -> None:
    """Exactly one task on each ACTIVE instance satisfying the constraints; running tasks that stop
    matching are stopped; new instances get one."""
    run = run_daemon(instances, request)
    group = request.task.group
    failed = dict(run.failed)
    for before, after in zip(instances, run.instances, strict=True):
        others = [task for task in before.tasks if task.group != group]
        bare = container_instance(
            before.id,
            before.registered,
            tuple(others),
            attributes=before.attributes,
            status=before.status,
        )
        qualifies = bare.status is InstanceStatus.ACTIVE and all(
            isinstance(one, DistinctInstance) or one.query.matches(bare)
            for one in request.constraints
        )
        tasks = len(after.tasks_of(group))
        assert run.counts.get(before.id, 0) == tasks
        if not qualifies:
            assert tasks == 0
        elif before.tasks_of(group):
            assert tasks == 1
        else:
            assert tasks == fits(before, request)
            assert (before.id in failed) is not fits(before, request)
    assert run_daemon(run.instances, request).instances == run.instances


@given(clusters(), REQUESTS)
def test_a_filter_says_the_numbers_that_it_compares(
    instances: tuple[ContainerInstance, ...], request: PlacementRequest
) -> None:
    """A trace line carries its own arithmetic; computed again, it gives the same answer."""
    for instance in instances:
        for condition in filters(request).all:
            formula = Applied(condition.rule, condition.formula(instance)).english
            left, less, right = formula.partition(" <= ")
            if less and right.isdigit():
                assert (sum(map(int, left.split(" + "))) <= int(right)) is condition.passes(
                    instance
                )


def numbers(least: int, most: int) -> st.SearchStrategy[Any]:
    return st.integers(least, most)


@given(
    st.lists(
        st.tuples(numbers(1, 3), numbers(0, 1024), numbers(0, 1024), numbers(0, 3)),
        min_size=1,
        max_size=6,
    ),
    numbers(0, 300),
    numbers(0, 300),
    numbers(0, 12),
    st.sampled_from(["bridge", "awsvpc"]),
)
def test_cases_and_values_tell_the_same(
    sizes: list[tuple[int, int, int, int]], cpu: int, memory: int, count: int, mode: str
) -> None:
    """`counts`, `instances_used` and `az_counts` speak of this call's tasks only, without zeros."""
    given_instances = [
        {"id": f"i{n}", "az": f"z{az}", "cpu": size, "memory": mem, "eni_tasks": enis}
        for n, (az, size, mem, enis) in enumerate(sizes)
    ]
    found: Any = result_of(
        "placement",
        {
            "mode": "place",
            "instances": given_instances,
            "task": {"cpu": cpu, "memory": memory, "networkMode": mode},
            "count": count,
        },
    )
    instances = tuple(
        container_instance(
            f"i{n}",
            Resources(cpu=size, memory=mem, enis=enis, ports=RESERVED_PORTS),
            attributes={AVAILABILITY_ZONE: f"z{az}"},
        )
        for n, (az, size, mem, enis) in enumerate(sizes)
    )
    needed = Requirements(cpu=cpu, memory=memory, enis=int(mode == "awsvpc"))
    request = PlacementRequest(task=Task(group="service:s", requirements=needed), count=count)
    placed = by_the_book(instances, request)
    zones = {f"i{n}": f"z{az}" for n, (az, *_) in enumerate(sizes)}
    assert found == {
        "placed_on": placed,
        "counts": dict(Counter(name for name in placed if name)),
        "unplaced": placed.count(None),
        "instances_used": len({name for name in placed if name}),
        "az_counts": dict(Counter(zones[name] for name in placed if name)),
    }
