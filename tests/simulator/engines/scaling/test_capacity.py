"""Managed scaling of a capacity provider."""

import pytest

from study_app.simulator.engines.capacity.capacity import (
    Action,
    CapacityDecision,
    GroupState,
    ManagedScaling,
    manage,
    managed_scaling_problems,
)
from study_app.simulator.engines.capacity.needs import (
    InstanceType,
    ProvisioningGroup,
    instances_for,
)
from study_app.simulator.model.problem import Refused

LARGE = InstanceType(cpu=2048, memory=7680, eni_tasks=2)
XLARGE = InstanceType(cpu=4096, memory=15360, eni_tasks=3)


def group(count: int, cpu: int = 1024, memory: int = 1024) -> ProvisioningGroup:
    return ProvisioningGroup(count=count, cpu=cpu, memory=memory)


def state(running: int, busy: int, *groups: ProvisioningGroup) -> GroupState:
    return GroupState(
        running=running, busy=busy, provisioning=groups, instance_types=(LARGE, XLARGE)
    )


def summary(decision: CapacityDecision) -> tuple[float, Action, int]:
    return float(decision.reservation), decision.action, decision.instances


@pytest.mark.parametrize(
    ("tasks", "instances"),
    [
        (group(8), 2),  # four to the larger type
        (group(9), 3),
        (group(3, cpu=256, memory=7680), 2),
        (group(1, cpu=4096), None),  # fits only one of the two types
        (ProvisioningGroup(count=4, awsvpc=True), 2),
        (ProvisioningGroup(count=3, host_ports=True), 3),
        (ProvisioningGroup(count=1, gpu=1), None),
        (ProvisioningGroup(count=70), 1),
    ],
)
def test_equal_tasks_are_packed_onto_the_largest_type(
    tasks: ProvisioningGroup, instances: int | None
) -> None:
    assert instances_for(tasks, (LARGE, XLARGE)) == instances


def test_without_provisioning_tasks_busy_instances_are_needed() -> None:
    decision = manage(state(4, 4))
    assert summary(decision) == (100, Action.NONE, 4)


def test_the_largest_group_decides_how_many_are_added() -> None:
    decision = manage(state(4, 4, group(8), group(9)))
    assert decision.needed == 7
    assert summary(decision) == (175, Action.SCALE_OUT, 7)


def test_from_no_instances_it_is_two_first() -> None:
    decision = manage(state(0, 0, group(100)))
    assert summary(decision) == (200, Action.SCALE_OUT, 2)


def test_tasks_that_fit_nowhere_leave_the_reservation_at_the_target() -> None:
    settings = ManagedScaling(targetCapacity=80)
    decision = manage(state(4, 2, group(1, cpu=4096)), settings)
    assert summary(decision) == (80, Action.NONE, 4)


@pytest.mark.parametrize(
    ("least", "most", "instances"), [(1, 10_000, 7), (5, 10_000, 9), (1, 2, 6)]
)
def test_step_sizes_bound_what_is_added(least: int, most: int, instances: int) -> None:
    settings = ManagedScaling(minimumScalingStepSize=least, maximumScalingStepSize=most)
    assert manage(state(4, 4, group(9)), settings).instances == instances


@pytest.mark.parametrize(("since", "instances"), [(299, 4), (300, 8), (None, 8)])
def test_a_warm_up_blocks_the_next_scale_out(since: int | None, instances: int) -> None:
    warming = GroupState(
        running=4,
        busy=4,
        provisioning=(group(8),),
        instance_types=(LARGE,),
        seconds_since_scale_out=since,
    )
    decision = manage(warming)
    assert (decision.action, decision.instances) == (Action.SCALE_OUT, instances)


@pytest.mark.parametrize(
    ("minutes", "since", "instances"),
    [(14, None, 10), (15, None, 5), (15, 899, 10), (15, 900, 5)],
)
def test_scale_in_waits_and_takes_half_at_most(
    minutes: int, since: int | None, instances: int
) -> None:
    idle = GroupState(running=10, busy=1, minutes_below=minutes, seconds_since_scale_out=since)
    decision = manage(idle)
    assert (decision.action, decision.instances) == (Action.SCALE_IN, instances)


def test_a_target_below_100_keeps_spare_instances() -> None:
    idle = GroupState(running=10, busy=8, minutes_below=15)
    assert manage(idle, ManagedScaling(targetCapacity=90)).instances == 9


def test_a_trace_gives_the_numbers() -> None:
    trace = manage(state(4, 4, group(8)), explain=True).trace
    assert [line.formula for line in trace] == [
        "8 tasks of cpu 1024, memory 1024: 2",
        "2 -> 2",
        "M = 4 + 2 = 6",
        "6 / 4 -> 150%",
        "150, 100: scale_out",
        "ceil(6 x 100 / 100) = 6",
    ]


def test_settings_out_of_range_are_named() -> None:
    settings = ManagedScaling(
        targetCapacity=0,
        minimumScalingStepSize=0,
        maximumScalingStepSize=10_001,
        instanceWarmupPeriod=-1,
    )
    problems = managed_scaling_problems(
        settings, managed_termination_protection=True, managed_scaling=False
    )
    assert len(problems) == 5
    with pytest.raises(Refused, match="targetCapacity is 0"):
        manage(state(1, 1), settings)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (GroupState(running=1, busy=2), "2 of 1 instances are busy"),
        (GroupState(running=1, busy=1, provisioning=(group(1),)), "name the instance types"),
    ],
)
def test_numbers_that_cannot_be_are_refused(wrong: GroupState, words: str) -> None:
    with pytest.raises(Refused, match=words):
        manage(wrong)
