"""Step scaling: which step a metric falls into, and what its adjustment makes of the capacity.

Source: Application Auto Scaling, step-scaling-policy-overview.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import assert_never

from study_app.simulator.engines.scaling import rules
from study_app.simulator.model.notebook import Notebook, readable

MOST_STEPS = 20
"""Step adjustments in a policy."""

DEFAULT_COOLDOWN = 300
"""Seconds for an Amazon ECS service, in both directions, unless set."""


class AdjustmentType(StrEnum):
    """How the number of an adjustment is meant."""

    CHANGE_IN_CAPACITY = "ChangeInCapacity"
    EXACT_CAPACITY = "ExactCapacity"
    PERCENT_CHANGE_IN_CAPACITY = "PercentChangeInCapacity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """ScalingAdjustment with its type: tasks, or percent of the capacity.

    `minimum_magnitude` is MinAdjustmentMagnitude, the fewest tasks that a percentage moves;
    the other types do without.
    """

    type: AdjustmentType
    value: int
    minimum_magnitude: int = 0

    def applied_to(self, capacity: int, notes: Notebook) -> int:
        """The new capacity, before any limit; never below 0."""
        match self.type:
            case AdjustmentType.EXACT_CAPACITY:
                new = max(0, self.value)
                notes.note(rules.EXACT, "new = {}", new)
            case AdjustmentType.CHANGE_IN_CAPACITY:
                new = max(0, capacity + self.value)
                notes.note(rules.CHANGE, "new = max(0, {} + {}) = {}", capacity, self.value, new)
            case AdjustmentType.PERCENT_CHANGE_IN_CAPACITY:
                change = self._percent_of(capacity, notes)
                new = max(0, capacity + change)
                notes.note(rules.CHANGE, "new = max(0, {} + {}) = {}", capacity, change, new)
            case _:
                assert_never(self.type)
        return new

    def _percent_of(self, capacity: int, notes: Notebook) -> int:
        exact = Fraction(capacity * self.value, 100)
        change = round_percent_change(exact)
        notes.note(rules.PERCENT, "{} x {} / 100 = {} -> {}", capacity, self.value, exact, change)
        if self.value != 0 and abs(change) < self.minimum_magnitude:
            change = self.minimum_magnitude if self.value > 0 else -self.minimum_magnitude
            notes.note(rules.MAGNITUDE, "MinAdjustmentMagnitude: {}", change)
        return change


@dataclass(frozen=True, slots=True, kw_only=True)
class StepAdjustment:
    """One step: `value` is its ScalingAdjustment.

    The bounds are MetricIntervalLowerBound and MetricIntervalUpperBound, distances from the
    threshold in units of the metric; None has no end.
    """

    value: int
    lower: Fraction | None = None
    upper: Fraction | None = None

    def holds_above(self, breach: Fraction) -> bool:
        """Above the threshold the lower bound is part of the step, the upper one is not."""
        return (self.lower is None or self.lower <= breach) and (
            self.upper is None or breach < self.upper
        )

    def holds_below(self, breach: Fraction) -> bool:
        """Below the threshold the upper bound is part of the step, the lower one is not."""
        return (self.lower is None or self.lower < breach) and (
            self.upper is None or breach <= self.upper
        )


def matching_step(steps: Sequence[StepAdjustment], breach: Fraction) -> StepAdjustment | None:
    """The step of a metric that is `breach` above its threshold, if there is one.

    A metric on its threshold is in the step that begins there, else in the one that ends there.
    """
    found = None
    if breach >= 0:
        found = next((step for step in steps if step.holds_above(breach)), None)
    if found is None and breach <= 0:
        found = next((step for step in steps if step.holds_below(breach)), None)
    return found


def round_percent_change(value: Fraction) -> int:
    """A percentage of tasks as whole tasks: toward 0, but from 0 to the next whole one."""
    if 0 < value < 1:
        return 1
    if -1 < value < 0:
        return -1
    return floor(value) if value > 0 else ceil(value)


def step_problems(steps: Sequence[StepAdjustment]) -> tuple[str, ...]:
    """Everything for which AWS refuses these steps, one message each; empty if they are fine.

    A message that begins with `ValidationException: ` is AWS's own.
    """
    problems = []
    lowers = [step.lower for step in steps]
    uppers = [step.upper for step in steps]
    if not steps:
        problems.append("there is no step adjustment; write at least one")
    if len(steps) > MOST_STEPS:
        problems.append(
            f"ValidationException: There can be at most {MOST_STEPS} step adjustments per scaling "
            "policy"
        )
    if any(step.lower is None and step.upper is None for step in steps):
        problems.append("a step has neither bound; write at least one of them")
    if lowers.count(None) > 1:
        problems.append("several steps have no lower bound; one at most may do without")
    if uppers.count(None) > 1:
        problems.append("several steps have no upper bound; one at most may do without")
    problems += _order_problems(steps)
    if None not in lowers and any(lower is not None and lower < 0 for lower in lowers):
        problems.append(
            "ValidationException: There must be a StepAdjustment with an unspecified lower bound "
            "(i.e., lower bound is null) when one StepAdjustment has a negative lower bound"
        )
    if None not in uppers and any(upper is not None and upper > 0 for upper in uppers):
        problems.append(
            "ValidationException: There must be a StepAdjustment with an unspecified upper bound "
            "(i.e., upper bound is null) when one StepAdjustment has a positive upper bound"
        )
    return tuple(problems)


def _order_problems(steps: Sequence[StepAdjustment]) -> list[str]:
    problems = [
        f"a step goes from {readable(step.lower)} to {readable(step.upper)}; write the smaller "
        "bound as the lower one"
        for step in steps
        if step.lower is not None and step.upper is not None and step.lower >= step.upper
    ]
    in_order = sorted(steps, key=lambda step: (step.lower is not None, step.lower or 0))
    for step, following in pairwise(in_order):
        if step.upper is None or following.lower is None or step.upper > following.lower:
            problems.append("two steps overlap; let each begin where the one before it ends")
        elif step.upper < following.lower:
            problems.append("there is a gap between two steps; let each begin where another ends")
    return problems
