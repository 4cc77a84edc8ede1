"""Cluster auto scaling: what a capacity provider with managed scaling does with its Auto Scaling
group.

M is the number of instances needed, N the number running. Source: managed-scaling- behavior and
cluster-auto-scaling in the developer guide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from study_app.simulator.engines.capacity import rules
from study_app.simulator.engines.capacity.needs import (
    InstanceType,
    ProvisioningGroup,
    instances_for,
)
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.model.trace import Applied

INSTANCES_FROM_ZERO = 2
"""The size to which an empty group always scales out first."""

SCALE_IN_DATA_POINTS = 15
"""Minutes below the target before a scale-in, and after a scale-out."""


class Action(StrEnum):
    """What managed scaling does."""

    SCALE_OUT = "scale_out"
    SCALE_IN = "scale_in"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ManagedScaling:
    """The settings with AWS's own names and defaults: percent, instances, seconds.

    Source: API_ManagedScaling.
    """

    targetCapacity: int = 100  # noqa: N815
    minimumScalingStepSize: int = 1  # noqa: N815
    maximumScalingStepSize: int = 10_000  # noqa: N815
    instanceWarmupPeriod: int = 300  # noqa: N815

    def step(self, needed: int) -> int:
        """How many instances are added at once if `needed` are wanted."""
        if needed < self.minimumScalingStepSize:
            return self.minimumScalingStepSize
        return min(self.maximumScalingStepSize, needed)


def managed_scaling_problems(
    settings: ManagedScaling,
    *,
    managed_termination_protection: bool = False,
    managed_scaling: bool = True,
    instance_scale_in_protection: bool = True,
) -> tuple[Problem, ...]:
    """Everything for which AWS would refuse the capacity provider."""
    ranges = (
        ("targetCapacity", settings.targetCapacity, 1, 100),
        ("minimumScalingStepSize", settings.minimumScalingStepSize, 1, 10_000),
        ("maximumScalingStepSize", settings.maximumScalingStepSize, 1, 10_000),
        ("instanceWarmupPeriod", settings.instanceWarmupPeriod, 0, 10_000),
    )
    problems = [
        Problem.out_of_range(name, value, least, most)
        for name, value, least, most in ranges
        if not least <= value <= most
    ]
    if settings.minimumScalingStepSize > settings.maximumScalingStepSize:
        problems.append(
            Problem.ours(
                "minimumScalingStepSize",
                "The minimum or maximum scaling step size value is invalid: the minimum {least} "
                "is above the maximum {most}",
                least=settings.minimumScalingStepSize,
                most=settings.maximumScalingStepSize,
            )
        )
    if managed_termination_protection and not managed_scaling:
        problems.append(
            Problem.ours(
                "managedTerminationProtection",
                "managed termination protection needs managed scaling",
                "turn it on",
            )
        )
    if managed_termination_protection and not instance_scale_in_protection:
        problems.append(
            Problem.ours(
                "managedTerminationProtection",
                "managed termination protection needs instance scale-in protection of the Auto "
                "Scaling group",
                "turn it on",
            )
        )
    return tuple(problems)


def reservation(needed: int, running: int) -> Fraction:
    """CapacityProviderReservation in percent: M / N x 100, and 200 or 100 if N is 0."""
    if running == 0:
        return Fraction(200 if needed else 100)
    return Fraction(100 * needed, running)


def action(needed: int, running: int, target: int = 100) -> Action:
    """Out above the target; in below it, if there is an unneeded instance."""
    percent = reservation(needed, running)
    if percent > target:
        return Action.SCALE_OUT
    return Action.SCALE_IN if percent < target and needed < running else Action.NONE


def desired_instances(needed: int, running: int, target: int = 100) -> int:
    """The group size that target tracking aims for: ceil(N x reservation / target)."""
    if running == 0:
        return INSTANCES_FROM_ZERO if needed else 0
    return -(-needed * 100 // target)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupState:
    """An Auto Scaling group at one moment.

    `busy` instances run a non-daemon task. `minutes_below` counts the data points below the target
    in a row; the times since the last scale-out are seconds, None if there was none.
    """

    running: int
    busy: int
    provisioning: tuple[ProvisioningGroup, ...] = ()
    instance_types: tuple[InstanceType, ...] = ()
    minutes_below: int = 0
    seconds_since_scale_out: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityDecision:
    """What managed scaling wants and does: `instances` is the size of the group afterward."""

    needed: int
    reservation: Fraction
    action: Action
    instances: int
    trace: tuple[Applied, ...] = ()


def manage(
    state: GroupState, settings: ManagedScaling | None = None, *, explain: bool = False
) -> CapacityDecision:
    """One evaluation of managed scaling.

    `action` is what the reservation calls for; a warm-up or a wait keeps `instances` unchanged.
    Raises Refused for settings that AWS refuses and for impossible numbers.
    """
    settings = settings or ManagedScaling()
    _require_possible(state, settings)
    notes = Notebook(explain=explain)
    needed = _needed(state, settings, notes)
    running, target = state.running, settings.targetCapacity
    if needed is None:
        # No task fits: the metric stays where it is.
        return CapacityDecision(
            needed=state.busy,
            reservation=Fraction(target),
            action=Action.NONE,
            instances=running,
            trace=notes.trace,
        )
    percent = reservation(needed, running)
    rule = rules.RESERVATION if running else rules.RESERVATION_EMPTY
    notes.note(rule, "{} / {} -> {}%", needed, running, percent)
    wanted = action(needed, running, target)
    notes.note(rules.ACTION, "{}, {}: {}", percent, target, wanted)
    match wanted:
        case Action.SCALE_OUT:
            instances = _scaled_out(needed, state, settings, notes)
        case Action.SCALE_IN:
            instances = _scaled_in(needed, state, settings, notes)
        case _:
            instances = running
    return CapacityDecision(
        needed=needed, reservation=percent, action=wanted, instances=instances, trace=notes.trace
    )


def _needed(state: GroupState, settings: ManagedScaling, notes: Notebook) -> int | None:
    """M; None if no provisioning task fits the smallest instance type."""
    if not any(group.count for group in state.provisioning):
        notes.note(rules.BUSY, "M = {}", state.busy)
        return state.busy
    further = _further(state.provisioning, state.instance_types, notes)
    if further is None:
        return None
    added = settings.step(further)
    notes.note(rules.STEP_SIZE, "{} -> {}", further, added)
    needed = state.running + added
    notes.note(rules.NEEDED, "M = {} + {} = {}", state.running, added, needed)
    return needed


def _further(
    groups: Sequence[ProvisioningGroup], types: Sequence[InstanceType], notes: Notebook
) -> int | None:
    counts = []
    for group in groups:
        count = instances_for(group, types)
        if count is None:
            notes.note(rules.LEFT_OUT, "{} tasks of cpu {}, memory {}", *group.size)
        else:
            notes.note(rules.GROUP, "{} tasks of cpu {}, memory {}: {}", *group.size, count)
            counts.append(count)
    return max(counts, default=None)


def _scaled_out(needed: int, state: GroupState, settings: ManagedScaling, notes: Notebook) -> int:
    since, warmup = state.seconds_since_scale_out, settings.instanceWarmupPeriod
    if since is not None and since < warmup:
        notes.note(rules.WARMUP, "{} < {}", since, warmup)
        return state.running
    desired = desired_instances(needed, state.running, settings.targetCapacity)
    if state.running == 0:
        notes.note(rules.FROM_ZERO, "0 -> {}", desired)
    else:
        target = settings.targetCapacity
        notes.note(rules.DESIRED, "ceil({} x 100 / {}) = {}", needed, target, desired)
    return desired


def _scaled_in(needed: int, state: GroupState, settings: ManagedScaling, notes: Notebook) -> int:
    since = state.seconds_since_scale_out
    waits = state.minutes_below < SCALE_IN_DATA_POINTS
    if waits or (since is not None and since < 60 * SCALE_IN_DATA_POINTS):
        shown = "-" if since is None else since
        notes.note(rules.SCALE_IN_WAIT, "{}, {} s", state.minutes_below, shown)
        return state.running
    target = settings.targetCapacity
    desired = desired_instances(needed, state.running, target)
    notes.note(rules.DESIRED, "ceil({} x 100 / {}) = {}", needed, target, desired)
    removed = min(state.running - desired, max(1, state.running // 2))
    notes.note(rules.SCALE_IN, "{} - {}", state.running, removed)
    return state.running - removed


def _require_possible(state: GroupState, settings: ManagedScaling) -> None:
    problems = list(managed_scaling_problems(settings))
    if not 0 <= state.busy <= state.running:
        problems.append(
            Problem.ours(
                "busy",
                "{busy} of {running} instances are busy",
                "write a number from 0 to the number of running instances",
                busy=state.busy,
                running=state.running,
            )
        )
    if any(group.count for group in state.provisioning) and not state.instance_types:
        problems.append(
            Problem.ours(
                "instance_types", "tasks are provisioning", "name the instance types of the group"
            )
        )
    if problems:
        raise Refused(problems)
