"""Service auto scaling at one moment: what each policy wants, and the result.

Capacities are numbers of tasks, metrics and targets have the unit of the metric. Cooldowns and
schedules are in `engines.scaling.timeline`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from math import ceil
from typing import assert_never

from study_app.simulator.engines.scaling import rules
from study_app.simulator.engines.scaling.step_scaling import (
    DEFAULT_COOLDOWN,
    Adjustment,
    AdjustmentType,
    StepAdjustment,
    matching_step,
)
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.trace import Applied
from study_app.words.errors import TextError


class ScalingError(TextError, ValueError):
    """An invalid scalable target or policy; the text says what to write instead."""


class Direction(StrEnum):
    """Where a policy wants the capacity to go."""

    OUT = "out"
    IN = "in"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalableTarget:
    """The service's DesiredCount with MinCapacity and MaxCapacity; None is no maximum.

    Policies scale the `current` count, which is the number of running tasks.
    """

    current: int
    minimum: int = 0
    maximum: int | None = None

    def __post_init__(self) -> None:
        if min(self.current, self.minimum) < 0:
            raise ScalingError("capacities are numbers of tasks; write 0 or more")
        if self.maximum is not None and self.maximum < self.minimum:
            raise ScalingError(
                "the maximum capacity {most} is below the minimum {least}",
                most=self.maximum,
                least=self.minimum,
            )

    def clamp(self, capacity: int) -> int:
        capacity = max(capacity, self.minimum)
        return capacity if self.maximum is None else min(capacity, self.maximum)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTracking:
    """A policy that keeps `metric` close to `target`. No data is None, and scales nothing.

    Scaling in begins where the metric is below `scale_in_from` x target: AWS says only that this
    is usually more than 10 % below. Cooldowns are in seconds.
    """

    target: Fraction
    metric: Fraction | None
    disable_scale_in: bool = False
    scale_in_from: Fraction = Fraction(1)
    scale_out_cooldown: int = DEFAULT_COOLDOWN
    scale_in_cooldown: int = DEFAULT_COOLDOWN

    def __post_init__(self) -> None:
        if self.target <= 0:
            raise ScalingError("the target value must be above 0")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepScaling:
    """A policy whose alarm breaches `threshold`; the step that holds `metric` decides."""

    adjustment_type: AdjustmentType
    steps: tuple[StepAdjustment, ...]
    threshold: Fraction
    metric: Fraction | None
    minimum_magnitude: int = 0
    cooldown: int = DEFAULT_COOLDOWN

    def adjustment(self, notes: Notebook) -> Adjustment | None:
        """The adjustment of the step that holds the metric; None where nothing is to be done."""
        if self.metric is None:
            notes.note(rules.NO_DATA, "metric = -")
            return None
        breach = self.metric - self.threshold
        step = matching_step(self.steps, breach)
        if step is None:
            notes.note(rules.NO_STEP, "{} - {} = {}", self.metric, self.threshold, breach)
            return None
        notes.note(
            rules.STEP,
            "{} - {} = {} -> {}",
            self.metric,
            self.threshold,
            breach,
            step.value,
        )
        return Adjustment(
            type=self.adjustment_type, value=step.value, minimum_magnitude=self.minimum_magnitude
        )


Policy = TargetTracking | StepScaling | Adjustment
"""A policy with its metric. A bare Adjustment is that of a step already selected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What keeps a service from scaling.

    A deployment turns scale-in off, but not for the EXTERNAL controller.
    Source: service-auto-scaling.
    """

    deployment_in_progress: bool = False
    dynamic_scaling_in_suspended: bool = False
    dynamic_scaling_out_suspended: bool = False
    external_controller: bool = False

    def allow(self, direction: Direction) -> bool:
        """Whether the service can scale in this direction: not in during a deployment."""
        match direction:
            case Direction.OUT:
                return not self.dynamic_scaling_out_suspended
            case Direction.IN:
                deploying = self.deployment_in_progress and not self.external_controller
                return not (deploying or self.dynamic_scaling_in_suspended)
            case Direction.NONE:
                return True
            case _:
                assert_never(direction)


@dataclass(frozen=True, slots=True)
class CapacityProposal:
    """The capacity that a policy wants, and the cooldown in seconds that this would start."""

    direction: Direction
    capacity: int
    cooldown: int = DEFAULT_COOLDOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalingDecision:
    """The new capacity. `winner` is what decided; None if no policy wanted a change."""

    before: int
    new: int
    winner: CapacityProposal | None
    trace: tuple[Applied, ...] = ()

    @property
    def direction(self) -> Direction:
        return direction_of(self.before, self.new)


def decide(
    target: ScalableTarget,
    policies: Sequence[Policy],
    circumstances: Circumstances | None = None,
    *,
    explain: bool = False,
) -> ScalingDecision:
    """The result of all policies at the same moment.

    The largest capacity that a policy wants is the new one. Target tracking policies act together:
    out if any wants out, in only if all that are allowed to scale in want in.
    """
    notes = Notebook(explain=explain)
    proposals = proposals_of(target, policies, notes)
    allowed = [_kept(proposal, circumstances or Circumstances(), notes) for proposal in proposals]
    winner = max(
        (proposal for proposal in allowed if proposal is not None),
        key=lambda proposal: proposal.capacity,
        default=None,
    )
    new = target.current if winner is None else winner.capacity
    if len(proposals) > 1:
        shown = ", ".join(str(proposal.capacity) for proposal in proposals)
        notes.note(rules.LARGEST, "({}) -> {}", shown, new)
    return ScalingDecision(before=target.current, new=new, winner=winner, trace=notes.trace)


def proposals_of(
    target: ScalableTarget, policies: Sequence[Policy], notes: Notebook
) -> list[CapacityProposal]:
    """What each policy wants, within the limits; policies that want no change are left out."""
    proposals = []
    tracking = []
    for policy in policies:
        match policy:
            case TargetTracking():
                tracking.append((policy, track(target, policy, notes)))
            case StepScaling():
                adjustment = policy.adjustment(notes)
                if adjustment is not None:
                    wanted = _adjust(target, adjustment, notes)
                    proposals.append(replace(wanted, cooldown=policy.cooldown))
            case Adjustment():
                proposals.append(_adjust(target, policy, notes))
            case _:
                assert_never(policy)
    together = _tracking_together(tracking, notes)
    return proposals if together is None else [*proposals, together]


def track(target: ScalableTarget, policy: TargetTracking, notes: Notebook) -> CapacityProposal:
    """What one target tracking policy wants."""
    current, metric = target.current, policy.metric
    nothing = CapacityProposal(Direction.NONE, current)
    if metric is None:
        notes.note(rules.NO_DATA, "metric = -")
        return nothing
    if current == 0 and metric > policy.target:
        notes.note(rules.FROM_ZERO, "{} > {}: 1", metric, policy.target)
        return CapacityProposal(Direction.OUT, target.clamp(1), policy.scale_out_cooldown)
    wanted = ceil(current * metric / policy.target)
    notes.note(rules.TRACK, "new = ceil({} x {} / {}) = {}", current, metric, policy.target, wanted)
    if wanted < current and metric >= policy.scale_in_from * policy.target:
        notes.note(rules.NOT_IN, "{} >= {} x {}", metric, policy.scale_in_from, policy.target)
        return nothing
    if wanted < current and policy.disable_scale_in:
        notes.note(rules.NOT_IN, "DisableScaleIn")
        return nothing
    cooldown = policy.scale_out_cooldown if wanted > current else policy.scale_in_cooldown
    return replace(_within(target, wanted, notes), cooldown=cooldown)


def tracking_delta(raw: Fraction) -> int:
    """Whole tasks for a change that target tracking computed: rounded up in both directions.

    Adding 1.5 tasks becomes 2; removing 0.5 would lift the metric above its target: none.
    """
    return ceil(raw)


def combine_tracking(votes: Sequence[Direction]) -> Direction:
    """The joint result of several target tracking policies; leave out those that are not allowed to
    scale in and do not want out."""
    if Direction.OUT in votes:
        return Direction.OUT
    all_in = bool(votes) and all(vote is Direction.IN for vote in votes)
    return Direction.IN if all_in else Direction.NONE


def direction_of(before: int, after: int) -> Direction:
    if after == before:
        return Direction.NONE
    return Direction.OUT if after > before else Direction.IN


def _tracking_together(
    tracking: Sequence[tuple[TargetTracking, CapacityProposal]], notes: Notebook
) -> CapacityProposal | None:
    voters = [
        proposal
        for policy, proposal in tracking
        if proposal.direction is Direction.OUT or not policy.disable_scale_in
    ]
    votes = [proposal.direction for proposal in voters]
    together = combine_tracking(votes)
    if len(tracking) > 1:
        notes.note(rules.ALL_IN, "({}) -> {}", ", ".join(votes), together)
    if together is Direction.NONE:
        return None
    return max(
        (proposal for proposal in voters if proposal.direction is together),
        key=lambda proposal: proposal.capacity,
    )


def _adjust(target: ScalableTarget, adjustment: Adjustment, notes: Notebook) -> CapacityProposal:
    """The capacity after an adjustment. One that starts outside the limits first moves to the
    nearer limit, if it moves that way at all."""
    wanted = adjustment.applied_to(target.current, notes)
    limit = target.clamp(target.current)
    towards = direction_of(target.current, limit)
    if towards is not Direction.NONE and direction_of(target.current, wanted) is towards:
        notes.note(rules.OUTSIDE, "{} -> {}", target.current, limit)
        wanted = adjustment.applied_to(limit, notes)
    return _within(target, wanted, notes)


def _within(target: ScalableTarget, wanted: int, notes: Notebook) -> CapacityProposal:
    current = target.current
    direction = direction_of(current, wanted)
    towards = direction_of(current, target.clamp(current))
    if towards is not Direction.NONE and direction is not towards:
        notes.note(rules.OUTSIDE, "{} -> {}", current, current)
        return CapacityProposal(Direction.NONE, current)
    new = target.clamp(wanted)
    if new != wanted:
        maximum = "-" if target.maximum is None else target.maximum
        notes.note(rules.LIMITS, "{} in {}..{}: {}", wanted, target.minimum, maximum, new)
    return CapacityProposal(direction, new)


def _kept(
    proposal: CapacityProposal, circumstances: Circumstances, notes: Notebook
) -> CapacityProposal | None:
    if circumstances.allow(proposal.direction):
        return proposal
    notes.note(rules.DEPLOYING, "{} {}: -", proposal.direction, proposal.capacity)
    return None
