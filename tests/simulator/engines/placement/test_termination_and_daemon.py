"""Which tasks stop, and where a daemon runs."""

from random import Random as Dice

import pytest

from study_app.simulator.engines.placement.daemon import run_daemon
from study_app.simulator.engines.placement.placement import place
from study_app.simulator.engines.placement.strategy import (
    Binpack,
    BinpackField,
    DistinctInstance,
    MemberOf,
    PlacementRequest,
    Random,
    Spread,
)
from study_app.simulator.engines.placement.termination import (
    UNABLE_TO_SCALE_IN,
    stop_candidates,
    terminate,
)
from study_app.simulator.engines.query.query import Query
from study_app.simulator.model.cluster import (
    AVAILABILITY_ZONE,
    ContainerInstance,
    InstanceStatus,
    Task,
    TaskStatus,
)
from study_app.simulator.model.resources import Requirements, Resources
from tests.instances import container_instance

S = "service:s"
AZ = Spread(AVAILABILITY_ZONE)


def task(memory: int = 0, *, deployment: int = 0, protected: bool = False) -> Task:
    needed = Requirements(memory=memory)
    return Task(group=S, requirements=needed, deployment=deployment, protected=protected)


def instance(
    name: str, zone: str, *tasks: Task, status: InstanceStatus = InstanceStatus.ACTIVE
) -> ContainerInstance:
    return container_instance(
        name,
        Resources(cpu=1000, memory=1000),
        tasks,
        attributes={AVAILABILITY_ZONE: zone},
        status=status,
    )


def stops(
    instances: list[ContainerInstance], count: int, *strategies: Spread | Binpack
) -> list[str]:
    return [one.instance for one in terminate(instances, S, count, strategies).stopped]


def test_without_a_strategy_the_fullest_zone_then_its_fullest_instance() -> None:
    cluster = [
        instance("a", "y", task()),
        instance("b", "y", task(), task()),
        instance("c", "z", task(), task()),
    ]
    assert stop_candidates(cluster, S) == ("b",)
    assert [one.instance for one in terminate(cluster, S, 4).stopped] == ["b", "c", "b", "c"]


def test_spread_alone_leaves_the_choice_within_a_zone_to_the_last_instance() -> None:
    cluster = [instance("a", "y", task(), task()), instance("b", "y", task())]

    assert stop_candidates(cluster, S, (AZ,)) == ("a", "b")
    assert stops(cluster, 3, AZ) == ["b", "a", "a"]


def test_binpack_stops_where_most_remains_afterwards() -> None:
    cluster = [instance("a", "y", task(600)), instance("b", "y", task(100), task(100))]

    assert stops(cluster, 1, Binpack(BinpackField.MEMORY)) == ["a"]  # 1000 against 900


def test_the_newest_task_of_an_instance_stops_first() -> None:
    old, new = task(1), task(2)
    (stopped,) = terminate([instance("a", "y", old, new)], S).stopped
    assert stopped.task is new


def test_tasks_of_the_oldest_deployment_stop_first() -> None:
    cluster = [instance("a", "y", task(deployment=1)), instance("b", "z", task(deployment=2))]

    assert stop_candidates(cluster, S) == ("a",)


def test_protected_tasks_stay_and_there_is_an_event() -> None:
    cluster = [instance("a", "y", task(protected=True), task(protected=True), task())]
    termination = terminate(cluster, S, 2)

    assert len(termination.stopped) == 1
    assert not termination.stopped[0].task.protected
    assert termination.blocked == 1
    assert termination.event == UNABLE_TO_SCALE_IN
    assert terminate(cluster, S, 1).event is None


def test_other_groups_and_tasks_being_stopped_are_left_alone() -> None:
    other = Task(group="service:other")
    stopping = Task(group=S, desired_status=TaskStatus.STOPPED)

    assert stop_candidates([instance("a", "y", other, stopping)], S) == ()


def test_random_draws_from_the_seed() -> None:
    cluster = [instance(name, "y", task()) for name in "abcdef"]
    chosen = {
        terminate(cluster, S, 1, (Random(),), rng=Dice(n)).stopped[0].instance for n in range(30)
    }

    assert len(chosen) > 1
    assert terminate(cluster, S, 1, (Random(),)).stopped[0].instance == "f"


def test_a_trace_says_why_a_task_was_spared() -> None:
    cluster = [
        instance("a", "y", task(protected=True), task(deployment=2)),
        instance("b", "z", task(), task()),
    ]
    (stopped,) = terminate(cluster, S, 1, (AZ,), explain=True).stopped

    by_zone = "tasks of the group by attribute:ecs.availability-zone"
    found = [
        (one.instance, one.applied.rule.id, one.applied.english, one.kept) for one in stopped.trace
    ]
    assert found == [
        ("a", "termination.protected", "task 1: protectionEnabled = true", False),
        ("a", "termination.oldest-deployment", "task 2: - deployment = -2, most = 0", False),
        ("b", "termination.oldest-deployment", "task 1: - deployment = 0, most = 0", True),
        ("b", "termination.oldest-deployment", "task 2: - deployment = 0, most = 0", True),
        ("b", "termination.spread", f"task 1: {by_zone} = 2, most = 2", True),
        ("b", "termination.spread", f"task 2: {by_zone} = 2, most = 2", True),
        ("b", "termination.tie", "task 2: one of 2", True),
    ]  # fmt: skip


def daemon(*constraints: MemberOf | DistinctInstance, cpu: int = 10) -> PlacementRequest:
    needed = Requirements(cpu=cpu)
    return PlacementRequest(task=Task(group=S, requirements=needed), constraints=constraints)


def test_a_daemon_follows_the_instances() -> None:
    cluster = [
        instance("new", "y"),
        instance("has", "y", task()),
        instance("twice", "y", task(), task()),
        instance("draining", "y", task(), status=InstanceStatus.DRAINING),
    ]
    run = run_daemon(cluster, daemon(DistinctInstance()))

    assert (run.started, run.kept) == (("new",), ("has", "twice"))
    assert run.stopped == ("twice", "draining")
    assert run.counts == {"new": 1, "has": 1, "twice": 1}


def test_a_daemon_task_that_stops_matching_is_stopped() -> None:
    cluster = [instance("a", "y", task()), instance("b", "z", task())]
    run = run_daemon(cluster, daemon(MemberOf(Query.parse(f"attribute:{AVAILABILITY_ZONE} == z"))))

    assert (run.kept, run.stopped) == (("b",), ("a",))


def test_a_daemon_does_not_stand_in_its_own_way() -> None:
    alone = MemberOf(Query.parse(f"not(task:group == {S})"))
    assert run_daemon([instance("a", "y", task())], daemon(alone)).counts == {"a": 1}


def test_an_instance_may_lack_the_room_for_its_daemon() -> None:
    run = run_daemon([instance("a", "y")], daemon(cpu=1001))

    assert run.failed == (("a", "RESOURCE:CPU"),)
    assert run.counts == {}


def test_a_daemon_comes_before_the_replicas() -> None:
    replicas = PlacementRequest(
        task=Task(group="service:web", requirements=Requirements(cpu=500)), count=2
    )
    with_daemon = run_daemon([instance("a", "y")], daemon()).instances

    assert place([instance("a", "y")], replicas).unplaced == 0
    assert place(with_daemon, replicas).unplaced == 1


@pytest.mark.parametrize("explain", [True, False])
def test_a_daemon_explains_itself_on_request(explain: bool) -> None:
    cluster = [
        instance("a", "y", task(), task()),
        instance("b", "y"),
        instance("c", "y", status=InstanceStatus.DRAINING),
    ]
    trace = run_daemon(cluster, daemon(), explain=explain).trace

    assert [(one.instance, one.applied.rule.id, one.kept) for one in trace] == explain * [
        ("a", "daemon.keep", True),
        ("a", "daemon.stop", False),
        ("b", "daemon.start", True),
        ("c", "placement.agent", False),
    ]
