"""Rules of what takes time: a capacity provider minute by minute, and a closed scaling loop."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from study_app.simulator.engines.capacity.capacity import Action, GroupState, ManagedScaling, manage
from study_app.simulator.engines.capacity.needs import InstanceType, ProvisioningGroup
from study_app.simulator.engines.capacity.timeline import CapacityInput, Demand, Minute, run
from study_app.simulator.engines.scaling.scaling import ScalableTarget, StepScaling, TargetTracking
from study_app.simulator.engines.scaling.step_scaling import AdjustmentType, StepAdjustment
from study_app.simulator.engines.scaling.timeline import (
    DataPoint,
    DeploymentWindow,
    Load,
    MetricPolicy,
    ScheduledAction,
)
from study_app.simulator.engines.scaling.timeline import ScalingInput as Service
from study_app.simulator.engines.scaling.timeline import run as scale

MOST_TASKS, LAST_DEMAND, MINUTES = 8, 900, 150


TARGET_CAPACITIES = st.sampled_from([100, 100, 90, 50, 15])
DEMAND_TIMES = st.lists(st.integers(0, LAST_DEMAND), max_size=4, unique=True)


@st.composite
def settings(draw: st.DrawFn) -> ManagedScaling:
    least = draw(st.integers(1, 4))
    return ManagedScaling(
        targetCapacity=draw(TARGET_CAPACITIES),
        minimumScalingStepSize=least,
        maximumScalingStepSize=draw(st.integers(least, 6)),
        instanceWarmupPeriod=draw(st.integers(0, 300)),
    )


@st.composite
def scenarios(draw: st.DrawFn) -> CapacityInput:
    """A demand that changes within a quarter of an hour, and two hours to settle."""
    return CapacityInput(
        instance_type=InstanceType(cpu=draw(st.integers(0, 4)), memory=4),
        task=ProvisioningGroup(count=1, cpu=1, memory=draw(st.integers(1, 5))),
        demand=tuple(
            Demand(at=at, tasks=draw(st.integers(0, MOST_TASKS))) for at in draw(DEMAND_TIMES)
        ),
        minutes=MINUTES,
        running=draw(st.integers(0, 20)),
        settings=draw(settings()),
    )


def slots(scenario: CapacityInput) -> int:
    return min(scenario.instance_type.cpu, 4 // scenario.task.memory)


def every_minute(moments: tuple[Minute, ...]) -> Iterator[Minute]:
    """What held at each minute: the moment before it goes on."""
    by_time = {moment.at: moment for moment in moments}
    current = moments[0]
    for minute in range(moments[-1].at // 60 + 1):
        current = by_time.get(60 * minute, current)
        yield current


def one_by_one(scenario: CapacityInput) -> Iterator[tuple[int, int, int, Fraction]]:
    """The same with instances by themselves: tasks, provisioning, instances, reservation."""
    loads = [0] * scenario.running
    room, below, scaled_out_at, added = slots(scenario), 0, None, 0
    for at in range(0, 60 * scenario.minutes + 1, 60):
        loads += [0] * added
        past = [demand for demand in scenario.demand if demand.at <= at]
        wanted = max(past, key=lambda demand: demand.at).tasks if past else 0
        while sum(loads) > wanted:
            # binpack: the instance with the most left loses its task, once it has one
            busiest_last = [number for number, load in enumerate(loads) if load]
            loads[min(busiest_last, key=lambda number: loads[number])] -= 1
        while sum(loads) < wanted and any(load < room for load in loads):
            free = [number for number, load in enumerate(loads) if load < room]
            loads[max(free, key=lambda number: loads[number])] += 1
        waiting = wanted - sum(loads)
        decision = manage(
            GroupState(
                running=len(loads),
                busy=sum(load > 0 for load in loads),
                provisioning=(replace(scenario.task, count=waiting),),
                instance_types=(scenario.instance_type,),
                minutes_below=below + 1,
                seconds_since_scale_out=None if scaled_out_at is None else at - scaled_out_at,
            ),
            scenario.settings,
        )
        yield sum(loads), waiting, len(loads), decision.reservation
        below = below + 1 if decision.reservation < scenario.settings.targetCapacity else 0
        added = max(0, decision.instances - len(loads))
        scaled_out_at = at if added else scaled_out_at
        for _ in range(len(loads) - decision.instances):
            loads.remove(0)


@given(scenarios())
def test_numbers_tell_the_same_as_instances_one_by_one(scenario: CapacityInput) -> None:
    """binpack: keep candidates with minimal remaining (they already fit); at scale-in the
    instance with the MOST available resource loses its task. Only empty instances go."""
    changes: list[tuple[int, int, int, Fraction]] = [
        (each.tasks, each.provisioning, each.instances, each.reservation)
        for each in every_minute(run(scenario))
    ]
    assert changes == list(one_by_one(scenario))


@given(scenarios())
def test_every_wanted_task_runs_or_waits(scenario: CapacityInput) -> None:
    """Tasks stay PROVISIONING until an instance has room for them."""
    for moment in run(scenario):
        assert moment.tasks + moment.provisioning == moment.wanted
        assert min(moment.tasks, moment.provisioning, moment.instances) >= 0
        assert moment.tasks <= moment.instances * slots(scenario)
        full = moment.tasks == moment.instances * slots(scenario)
        assert full or moment.provisioning == 0


@given(scenarios())
def test_after_quiet_minutes_all_that_fits_runs_on_as_few_instances_as_the_target_asks(
    scenario: CapacityInput,
) -> None:
    """Equal to targetCapacity -> nothing, above -> scale out, below (and an instance can go) ->
    scale in; a group that does not fit the smallest type is left out."""
    last = run(scenario)[-1]

    if slots(scenario) == 0 and last.wanted:
        assert last.tasks == 0
        assert last.reservation == scenario.settings.targetCapacity
    else:
        busy = ceil(Fraction(last.tasks, slots(scenario))) if last.tasks else 0
        assert last.tasks == last.wanted
        assert last.instances == ceil(Fraction(100 * busy, scenario.settings.targetCapacity))
    assert last.action is Action.NONE


@given(scenarios())
def test_each_move_is_as_large_as_the_rules_allow(scenario: CapacityInput) -> None:
    """From 0 instances always 2 first; then between one instance and 50 % per minute; the
    warm-up blocks the next scale-out."""
    moments = run(scenario)
    instances = {moment.at: moment.instances for moment in moments}
    target = scenario.settings.targetCapacity
    scaled_out_at: list[int] = []
    for moment in moments:
        before, after = moment.instances, instances.get(moment.at + 60, moment.instances)
        match moment.action:
            case Action.SCALE_OUT:
                assert moment.reservation > target
                assert after == 2 if before == 0 else after > before
                scaled_out_at.append(moment.at)
            case Action.SCALE_IN:
                assert moment.reservation < target
                assert 0 < before - after <= max(1, before // 2)
                assert not scaled_out_at or moment.at - scaled_out_at[-1] >= 900
            case Action.NONE:
                assert after == before
    warmup = scenario.settings.instanceWarmupPeriod
    assert all(later - earlier >= warmup for earlier, later in pairwise(scaled_out_at))


@given(scenarios())
def test_a_moment_is_told_because_it_differs(scenario: CapacityInput) -> None:
    """One engine serves both; only a minute in which something changes needs a moment."""
    moments, explained = run(scenario), run(scenario, explain=True)

    assert [replace(each, trace=()) for each in explained] == list(moments)
    assert (moments[0].at, moments[-1].at) == (0, 60 * MINUTES)
    whole = list(every_minute(moments))
    for moment in moments[1:-1]:
        assert not moment.looks_like(whole[moment.at // 60 - 1])


NUMBERS = st.integers(0, 400).map(Fraction)
COOLDOWNS = st.sampled_from([0, 60, 300])
STEPS = st.builds(
    StepScaling,
    adjustment_type=st.sampled_from(AdjustmentType),
    steps=st.integers(-60, 60).map(
        lambda value: (
            StepAdjustment(value=value, lower=Fraction(0)),
            StepAdjustment(value=-value, upper=Fraction(0)),
        )
    ),
    threshold=st.integers(1, 100).map(Fraction),
    metric=st.none(),
    cooldown=COOLDOWNS,
)
TRACKING = st.builds(
    TargetTracking,
    target=st.integers(1, 100).map(Fraction),
    metric=st.none(),
    disable_scale_in=st.booleans(),
    scale_out_cooldown=COOLDOWNS,
    scale_in_cooldown=COOLDOWNS,
)
LOADS = st.lists(NUMBERS, max_size=12).map(
    lambda loads: tuple(
        Load(at=60 * minute, load=load, per_task=Fraction(7)) for minute, load in enumerate(loads)
    )
)


@st.composite
def targets(draw: st.DrawFn) -> ScalableTarget:
    minimum = draw(st.integers(0, 10))
    maximum = draw(st.integers(minimum, 40))
    return ScalableTarget(
        current=draw(st.integers(minimum, maximum)), minimum=minimum, maximum=maximum
    )


POLICIES = st.lists(STEPS | TRACKING, min_size=1, max_size=3)
SCHEDULED_TIMES = st.lists(st.integers(0, 720), max_size=3, unique=True)


@st.composite
def services(draw: st.DrawFn) -> Service:
    target = draw(targets())
    policies: list[MetricPolicy] = draw(POLICIES)
    begins = draw(st.integers(0, 600))
    schedule = []
    for at in draw(SCHEDULED_TIMES):
        minimum = draw(st.integers(0, 10))
        maximum = draw(st.integers(minimum, 40))
        schedule.append(ScheduledAction(at=at, minimum=minimum, maximum=maximum))
    return Service(
        target=target,
        policies=tuple(policies),
        readings=draw(LOADS),
        schedule=tuple(schedule),
        deployments=(DeploymentWindow(begins=begins, ends=begins + draw(st.integers(0, 300))),),
    )


@given(services())
def test_a_closed_loop_stays_within_its_limits(service: Service) -> None:
    """Clamp to min/max; scheduled actions set a new min and max; policies go on inside them."""
    schedule = sorted(service.schedule, key=lambda action: action.at)
    for activity in scale(service):
        minimum, maximum = service.target.minimum, service.target.maximum
        for action in schedule:
            if action.at <= activity.at:
                minimum, maximum = action.minimum or 0, action.maximum
        assert maximum is not None
        assert minimum <= activity.after <= maximum


@given(services())
def test_a_load_is_nothing_but_the_metrics_that_follow_from_it(service: Service) -> None:
    """Utilization = 100 x load / (load_per_task x running tasks); no task, no data."""
    activities = scale(service)
    seen = [each for each in activities if each.metrics]

    for load, activity in zip(service.readings, seen, strict=True):
        assert isinstance(load, Load)
        for metric in activity.metrics:
            if activity.before == 0:
                assert metric is None
            else:
                assert metric == 100 * load.load / (load.per_task * activity.before)
    readings = tuple(DataPoint(at=each.at, metrics=each.metrics) for each in seen)
    assert scale(replace(service, readings=readings)) == activities


@given(targets(), TRACKING, LOADS)
def test_tracking_follows_a_load_at_once_and_ends_at_or_below_its_target(
    target: ScalableTarget, policy: TargetTracking, loads: tuple[Load, ...]
) -> None:
    """new = clamp(ceil(current * metric/target), min, max); a scaling policy won't increase the
    desired capacity again unless either a larger scale out is triggered or the cooldown ends."""
    service = Service(target=target, policies=(policy,), readings=loads)
    for load, activity in zip(loads, scale(service), strict=True):
        if activity.before:
            enough = ceil(100 * load.load / (load.per_task * policy.target))
            waits = policy.scale_out_cooldown > 0 and activity.after == activity.before
            assert activity.after >= target.clamp(enough) or waits
            free = not policy.disable_scale_in and policy.scale_in_cooldown == 0
            assert activity.after == target.clamp(enough) or not free or waits


@given(services())
def test_asking_why_changes_no_activity(service: Service) -> None:
    """One engine serves both."""
    bare, explained = scale(service), scale(service, explain=True)

    assert all(each.trace == () for each in bare)
    assert [replace(each, trace=()) for each in explained] == list(bare)
    assert all(each.trace for each in explained)
