"""Service auto scaling over time: cooldowns, scheduled actions, deployments.

Times are seconds from an arbitrary origin, capacities numbers of tasks. The metrics are given, or
follow from a load and the tasks running by then, which closes the loop.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import assert_never

from study_app.simulator.engines.scaling import rules
from study_app.simulator.engines.scaling.scaling import (
    Circumstances,
    Direction,
    ScalableTarget,
    ScalingDecision,
    ScalingError,
    StepScaling,
    TargetTracking,
    decide,
)
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.trace import Applied

MetricPolicy = TargetTracking | StepScaling
"""A policy that watches a metric; the metric in it is replaced by each reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPoint:
    """One data point a policy, in the order of the policies; None is no data."""

    at: int
    metrics: tuple[Fraction | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """The load shared by all running tasks; one task can handle `per_task`, in the same unit.

    The metric of every policy is the average utilization that follows, in percent.
    """

    at: int
    load: Fraction
    per_task: Fraction

    def __post_init__(self) -> None:
        if self.per_task <= 0:
            raise ScalingError("the load that one task holds must be above 0")

    def utilization(self, running: int, notes: Notebook) -> Fraction | None:
        """Percent of what `running` tasks can handle; without tasks there is no data."""
        if running == 0:
            notes.note(rules.LOAD, "0 tasks: -")
            return None
        percent = 100 * self.load / (self.per_task * running)
        notes.note(
            rules.LOAD,
            "100 x {} / ({} x {}) = {}%",
            self.load,
            self.per_task,
            running,
            percent,
        )
        return percent


Point = DataPoint | Load
"""A moment at which the policies look at their metrics."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledAction:
    """From `at` on the target has this minimum and maximum; None keeps the previous one."""

    at: int
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeploymentWindow:
    """A deployment that is in progress from `begins` until just before `ends`."""

    begins: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """What happened at one moment; `before` equals `after` if nothing changed.

    `metrics` is what the policies saw, in their order; a scheduled action sees nothing.
    """

    at: int
    before: int
    after: int
    metrics: tuple[Fraction | None, ...] = ()
    trace: tuple[Applied, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalingInput:
    """Everything known in advance about a service and its load."""

    target: ScalableTarget
    policies: tuple[MetricPolicy, ...]
    readings: tuple[Point, ...]
    schedule: tuple[ScheduledAction, ...] = ()
    deployments: tuple[DeploymentWindow, ...] = ()
    circumstances: Circumstances = field(default_factory=Circumstances)


def run(scenario: ScalingInput, *, explain: bool = False) -> tuple[Activity, ...]:
    """One activity for each scheduled action and each reading, in order of time.

    A scheduled action comes before a reading of the same moment, ignores cooldowns, and moves the
    capacity only into its new limits. Raises ScalingError if a reading does not have one metric per
    policy, or an action leaves the maximum below the minimum.
    """
    for reading in scenario.readings:
        if isinstance(reading, DataPoint) and len(reading.metrics) != len(scenario.policies):
            raise ScalingError(
                "the reading at {at} has {count} metrics; write one for each of the {policies} "
                "policies",
                at=reading.at,
                count=len(reading.metrics),
                policies=len(scenario.policies),
            )
    service = _Service(scenario, explain=explain)
    events: list[ScheduledAction | Point] = [*scenario.schedule, *scenario.readings]
    activities = []
    for event in sorted(events, key=lambda event: event.at):
        match event:
            case ScheduledAction():
                activities.append(service.reschedule(event))
            case DataPoint() | Load():
                activities.append(service.read(event))
            case _:
                assert_never(event)
    return tuple(activities)


class _Service:
    """A service while time passes."""

    def __init__(self, scenario: ScalingInput, *, explain: bool) -> None:
        self._scenario = scenario
        self._explain = explain
        self._target = scenario.target
        self._out_until: int | None = None
        self._in_until: int | None = None
        # The capacity before the scale-out whose cooldown lasts: what it added counts as part of
        # the next scale-out.
        self._base = scenario.target.current

    def reschedule(self, action: ScheduledAction) -> Activity:
        notes = Notebook(explain=self._explain)
        before = self._target
        minimum = before.minimum if action.minimum is None else action.minimum
        maximum = before.maximum if action.maximum is None else action.maximum
        changed = ScalableTarget(current=before.current, minimum=minimum, maximum=maximum)
        after = changed.clamp(before.current)
        shown = "-" if maximum is None else maximum
        notes.note(rules.SCHEDULED, "{} in {}..{}: {}", before.current, minimum, shown, after)
        self._target = replace(changed, current=after)
        # A later scale-out is never computed from outside the new limits.
        self._base = changed.clamp(self._base)
        return Activity(at=action.at, before=before.current, after=after, trace=notes.trace)

    def read(self, point: Point) -> Activity:
        measured, notes = Notebook(explain=self._explain), Notebook(explain=self._explain)
        metrics = self._metrics(point, measured)
        policies = [
            replace(policy, metric=metric)
            for policy, metric in zip(self._scenario.policies, metrics, strict=True)
        ]
        circumstances = self._circumstances(point.at)
        decision = decide(self._target, policies, circumstances, explain=self._explain)
        after = self._target.current
        match decision.direction:
            case Direction.OUT if self._cooling(self._out_until, point.at):
                decision = self._further_out(policies, circumstances, notes)
                after = max(after, decision.new)
                notes.note(
                    rules.COOLDOWN_OUT,
                    "max({}, {}) = {}",
                    self._target.current,
                    decision.new,
                    after,
                )
            case Direction.IN if self._cooling(self._in_until, point.at):
                notes.note(rules.COOLDOWN_IN, "{} < {}", point.at, self._in_until)
            case Direction.OUT:
                self._base = self._target.current
                after = decision.new
            case Direction.IN | Direction.NONE:
                after = decision.new
            case _:
                assert_never(decision.direction)
        before = self._moved(point.at, after, decision)
        trace = (*measured.trace, *decision.trace, *notes.trace)
        return Activity(at=point.at, before=before, after=after, metrics=metrics, trace=trace)

    def _metrics(self, point: Point, notes: Notebook) -> tuple[Fraction | None, ...]:
        match point:
            case DataPoint():
                return point.metrics
            case Load():
                utilization = point.utilization(self._target.current, notes)
                return (utilization,) * len(self._scenario.policies)
            case _:
                assert_never(point)

    def _further_out(
        self, policies: Sequence[MetricPolicy], circumstances: Circumstances, notes: Notebook
    ) -> ScalingDecision:
        """The result of a scale-out during the cooldown of a previous one.

        A step begins from the capacity before that one. Target tracking measures the tasks that
        run, so what was added is part of its capacity already; it adds only where it wants more
        tasks than were added, whatever the maximum then leaves of it.
        """
        tracking = [policy for policy in policies if isinstance(policy, TargetTracking)]
        steps = [policy for policy in policies if isinstance(policy, StepScaling)]
        before = replace(self._target, current=self._base)
        tracked = decide(self._target, tracking, circumstances, explain=self._explain)
        current = self._target.current
        wanted = decide(replace(self._target, maximum=None), tracking, circumstances).new
        if current < wanted <= current + (current - self._base):
            notes.note(
                rules.COOLDOWN_OUT, "{} - {} <= {} - {}", wanted, current, current, self._base
            )
            tracked = replace(tracked, new=current)
        decisions = (tracked, decide(before, steps, circumstances, explain=self._explain))
        trace = tuple(line for decision in decisions for line in decision.trace)
        return replace(max(decisions, key=lambda decision: decision.new), trace=trace)

    def _moved(self, at: int, after: int, decision: ScalingDecision) -> int:
        """Start the cooldown of a move, if there is one; returns the capacity before it."""
        before = self._target.current
        cooldown = decision.winner.cooldown if decision.winner is not None else 0
        if after > before:
            self._out_until = at + cooldown
            self._in_until = None
        elif after < before:
            self._in_until = at + cooldown
            self._out_until = None
        self._target = replace(self._target, current=after)
        return before

    def _circumstances(self, at: int) -> Circumstances:
        deploying = any(
            deployment.begins <= at < deployment.ends for deployment in self._scenario.deployments
        )
        if not deploying:
            return self._scenario.circumstances
        return replace(self._scenario.circumstances, deployment_in_progress=True)

    @staticmethod
    def _cooling(until: int | None, at: int) -> bool:
        return until is not None and at < until
