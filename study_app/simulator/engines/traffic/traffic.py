"""Blue/green, linear and canary deployments as timelines of production traffic.

Blue is the old revision, green the new one. Times are minutes since green started to get ready for
traffic, shares are percent. Source: API_DeploymentConfiguration, API_LinearConfiguration,
API_CanaryConfiguration, deployment-type-blue-green.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

from study_app.simulator.engines.traffic import rules
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import Problem, Refused
from study_app.simulator.model.trace import Applied, Rule

MOST_MINUTES = 1440
"""The longest bake time of a deployment, of a step and of a canary."""

BAKE_MINUTES = 15
"""CloudFormation's default bake time for blue/green, linear and canary deployments."""

NLB_MINUTES = 10
"""The extra minutes of each of the two traffic shift stages with a Network Load Balancer."""

_ALL = Fraction(100)
_TENTH = Fraction(1, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueGreen:
    """All traffic at once, then the bake time."""

    bakeTimeInMinutes: int  # noqa: N815


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Equal steps with a bake time after each except the last."""

    stepPercent: Fraction = Fraction(10)  # noqa: N815
    stepBakeTimeInMinutes: int = 6  # noqa: N815
    bakeTimeInMinutes: int | None = None  # noqa: N815


@dataclass(frozen=True, slots=True, kw_only=True)
class Canary:
    """A small share first, then all of the rest."""

    canaryPercent: Fraction = Fraction(5)  # noqa: N815
    canaryBakeTimeInMinutes: int = 10  # noqa: N815
    bakeTimeInMinutes: int | None = None  # noqa: N815


Strategy = BlueGreen | Linear | Canary


class Stage(StrEnum):
    """What begins at a moment of the timeline."""

    SCALE_UP = "green runs beside blue"
    TEST_TRAFFIC = "test traffic to green"
    SHIFT = "production traffic shifts"
    BAKE = "bake time"
    CLEAN_UP = "blue is removed"
    ROLLBACK = "all traffic back to blue"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrafficState:
    """What holds from `at` on: green's share of the traffic in percent, and both task counts."""

    at: int
    stage: Stage
    green: Fraction
    blue_tasks: int
    green_tasks: int
    trace: tuple[Applied, ...] = ()
    """The rules applied at this point; empty unless requested."""

    @property
    def blue(self) -> Fraction:
        return _ALL - self.green


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A deployment from the scale-up of green to its end."""

    moments: tuple[TrafficState, ...]
    completed: bool

    @property
    def trace(self) -> tuple[Applied, ...]:
        """All rules in order of use; empty unless requested."""
        return tuple(line for moment in self.moments for line in moment.trace)


def bake_minutes(strategy: Strategy) -> int:
    """The bake time of a deployment; the API gives no default, so it is CloudFormation's."""
    minutes = strategy.bakeTimeInMinutes
    return BAKE_MINUTES if minutes is None else minutes


def strategy_problems(strategy: Strategy) -> tuple[Problem, ...]:
    """Every reason for which AWS would refuse the strategy."""
    problems: list[Problem] = []
    for name, minutes in _minutes(strategy):
        if not 0 <= minutes <= MOST_MINUTES:
            problems.append(Problem.out_of_range(name, minutes, 0, MOST_MINUTES))
    match strategy:
        case Linear():
            problems += _share_problems("stepPercent", strategy.stepPercent, Fraction(3))
        case Canary():
            problems += _share_problems("canaryPercent", strategy.canaryPercent, _TENTH)
        case BlueGreen():
            pass
        case _:
            assert_never(strategy)
    return tuple(problems)


def shift(
    strategy: Strategy,
    desired: int,
    *,
    network_load_balancer: bool = False,
    fails_at: int | None = None,
    explain: bool = False,
) -> Timeline:
    """The timeline of one deployment of `desired` tasks.

    Green has all its tasks before any production traffic, so both revisions run side by side
    until blue is removed. What `fails_at` that minute, an alarm or a lifecycle hook, sends all
    traffic back to blue. Raises Refused for a strategy that AWS refuses.
    """
    problems = strategy_problems(strategy)
    if desired < 0:
        problems = (
            *problems,
            Problem.ours(
                "desired", "{place} is {shown}", "write {least} or more", shown=desired, least=0
            ),
        )
    if problems:
        raise Refused(problems)

    notes = Notebook(explain=explain)
    notes.note(rules.DOUBLE, "{} + {} = {}", desired, desired, 2 * desired)
    delay = NLB_MINUTES if network_load_balancer else 0
    if delay:
        notes.note(rules.NLB, "2 x {} min", delay)
    moments: list[TrafficState] = []
    for at, stage, green in _stages(strategy, delay):
        if fails_at is not None and fails_at <= at and stage is not Stage.SCALE_UP:
            notes.note(rules.ROLLBACK, "{} min", fails_at)
            back = _moment(fails_at, Stage.ROLLBACK, Fraction(0), desired, notes)
            return Timeline(moments=(*moments, back), completed=False)
        if stage is Stage.SHIFT:
            notes.note(_shift_rule(strategy), "{} min: {}%", at, green)
        elif stage is Stage.BAKE and (bake := bake_minutes(strategy)):
            if strategy.bakeTimeInMinutes is None:
                notes.note(rules.BAKE_UNLESS_SET, "{} min", bake)
            notes.note(rules.BAKE, "{} + {} = {} min", at, bake, at + bake)
        moments.append(_moment(at, stage, green, desired, notes))
        notes = Notebook(explain=explain)
    return Timeline(moments=tuple(moments), completed=True)


def shares(strategy: Strategy) -> tuple[tuple[int, Fraction], ...]:
    """Each shift as minutes since the first one, and green's share of the traffic after it."""
    match strategy:
        case BlueGreen():
            return ((0, _ALL),)
        case Canary():
            if strategy.canaryPercent == _ALL:
                return ((0, _ALL),)
            return ((0, strategy.canaryPercent), (strategy.canaryBakeTimeInMinutes, _ALL))
        case Linear():
            count = -(-_ALL // strategy.stepPercent)
            return tuple(
                (
                    step * strategy.stepBakeTimeInMinutes,
                    min(_ALL, (step + 1) * strategy.stepPercent),
                )
                for step in range(count)
            )
        case _:
            assert_never(strategy)


def _stages(strategy: Strategy, delay: int) -> Iterator[tuple[int, Stage, Fraction]]:
    yield 0, Stage.SCALE_UP, Fraction(0)
    yield 0, Stage.TEST_TRAFFIC, Fraction(0)
    first = 2 * delay
    last = first
    for after, green in shares(strategy):
        last = first + after
        yield last, Stage.SHIFT, green
    yield last, Stage.BAKE, _ALL
    yield last + bake_minutes(strategy), Stage.CLEAN_UP, _ALL


def _shift_rule(strategy: Strategy) -> Rule:
    match strategy:
        case BlueGreen():
            return rules.SHIFT_ALL
        case Canary():
            return rules.SHIFT_CANARY
        case Linear():
            return rules.SHIFT
        case _:
            assert_never(strategy)


def _moment(at: int, stage: Stage, green: Fraction, desired: int, notes: Notebook) -> TrafficState:
    return TrafficState(
        at=at,
        stage=stage,
        green=green,
        blue_tasks=0 if stage is Stage.CLEAN_UP else desired,
        green_tasks=0 if stage is Stage.ROLLBACK else desired,
        trace=notes.trace,
    )


def _minutes(strategy: Strategy) -> Iterator[tuple[str, int]]:
    yield "bakeTimeInMinutes", bake_minutes(strategy)
    match strategy:
        case Linear():
            yield "stepBakeTimeInMinutes", strategy.stepBakeTimeInMinutes
        case Canary():
            yield "canaryBakeTimeInMinutes", strategy.canaryBakeTimeInMinutes
        case BlueGreen():
            pass
        case _:
            assert_never(strategy)


def _share_problems(name: str, share: Fraction, least: Fraction) -> list[Problem]:
    if least <= share <= _ALL and share % _TENTH == 0:
        return []
    return [
        Problem.ours(
            name,
            "{place} is {shown}",
            "write a number from {least} to {most} in steps of {step}",
            shown=float(share),
            least=float(least),
            most=100.0,
            step="0.1",
        )
    ]
