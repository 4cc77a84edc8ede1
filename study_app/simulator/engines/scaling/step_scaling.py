"""Step scaling: which step a metric falls into, and the resulting capacity.

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
from study_app.simulator.model.problem import VALIDATION, Problem

MOST_STEPS = 20
"""Step adjustments in a policy."""

DEFAULT_COOLDOWN = 300
"""Seconds for an Amazon ECS service, in both directions, unless set."""


class AdjustmentType(StrEnum):
    """The meaning of an adjustment's number."""

    CHANGE_IN_CAPACITY = "ChangeInCapacity"
    EXACT_CAPACITY = "ExactCapacity"
    PERCENT_CHANGE_IN_CAPACITY = "PercentChangeInCapacity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """ScalingAdjustment with its type: tasks, or percent of the capacity.

    `minimum_magnitude` is MinAdjustmentMagnitude, the fewest tasks that a percentage moves; other
    types have none.
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
    threshold in units of the metric; None is unbounded.
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


def adjustment_problems(type: AdjustmentType, value: int) -> tuple[Problem, ...]:  # noqa: A002
    """Why AWS refuses an adjustment of that type: an exact capacity is a number of tasks."""
    if type is not AdjustmentType.EXACT_CAPACITY or value >= 0:
        return ()
    return (
        Problem.ours(
            "adjustment",
            "{place} is {shown}",
            "write {least} or more",
            place="ExactCapacity",
            shown=value,
            least=0,
        ),
    )


def step_problems(steps: Sequence[StepAdjustment]) -> tuple[Problem, ...]:
    """Every reason for which AWS refuses these steps; empty if they are valid. Places are those of
    the steps."""
    problems = []
    lowers = [step.lower for step in steps]
    uppers = [step.upper for step in steps]
    if not steps:
        problems.append(Problem.ours("", "there is no step adjustment", "write at least one"))
    if len(steps) > MOST_STEPS:
        problems.append(
            Problem.aws(
                "",
                f"There can be at most {MOST_STEPS} step adjustments per scaling policy",
                VALIDATION,
                MOST_STEPS,
            )
        )
    boundless = [step.lower is None and step.upper is None for step in steps]
    if any(boundless):
        problems.append(
            Problem.ours(
                f"[{boundless.index(True)}]",
                "a step has neither bound",
                "write at least one of them",
            )
        )
    for name, bounds in (("lower", lowers), ("upper", uppers)):
        if bounds.count(None) > 1:
            problems.append(
                Problem.ours(
                    f"[{bounds.index(None, bounds.index(None) + 1)}]",
                    "several steps have no {bound} bound",
                    "at most one may omit it",
                    bound=name,
                )
            )
    problems += _order_problems(steps)
    if None not in lowers and any(lower is not None and lower < 0 for lower in lowers):
        problems.append(
            Problem.aws(
                "",
                "There must be a StepAdjustment with an unspecified lower bound (i.e., lower "
                "bound is null) when one StepAdjustment has a negative lower bound",
                VALIDATION,
            )
        )
    if None not in uppers and any(upper is not None and upper > 0 for upper in uppers):
        problems.append(
            Problem.aws(
                "",
                "There must be a StepAdjustment with an unspecified upper bound (i.e., upper "
                "bound is null) when one StepAdjustment has a positive upper bound",
                VALIDATION,
            )
        )
    return tuple(problems)


def _order_problems(steps: Sequence[StepAdjustment]) -> list[Problem]:
    problems = [
        Problem.ours(
            f"[{number}].lower",
            "a step goes from {lower} to {upper}",
            "write the smaller bound as the lower one",
            lower=readable(step.lower),
            upper=readable(step.upper),
        )
        for number, step in enumerate(steps)
        if step.lower is not None and step.upper is not None and step.lower >= step.upper
    ]
    in_order = sorted(
        enumerate(steps), key=lambda one: (one[1].lower is not None, one[1].lower or 0)
    )
    for (_, step), (number, following) in pairwise(in_order):
        place = f"[{number}].lower"
        if step.upper is None or following.lower is None or step.upper > following.lower:
            problems.append(
                Problem.ours(
                    place, "two steps overlap", "let each begin where the one before it ends"
                )
            )
        elif step.upper < following.lower:
            problems.append(
                Problem.ours(
                    place, "there is a gap between two steps", "let each begin where another ends"
                )
            )
    return problems
