"""A capacity provider strategy: which provider gets how many tasks, by base and weight."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from study_app.simulator.engines.capacity import rules
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.trace import Applied

MOST_PROVIDERS = 20
MOST_BASE = 100_000
MOST_WEIGHT = 1000
MOST_TASKS = 100_000
"""The most tasks that are distributed in one simulation."""

FARGATE_PROVIDERS = ("FARGATE", "FARGATE_SPOT")


class StrategyError(ValueError):
    """A strategy that AWS refuses; the message lists everything that is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityProviderStrategyItem:
    """One provider of a strategy, with the defaults of the API (the console fills in weight 1).

    `base` is how many tasks at the least run on it, `weight` its share of all others.
    """

    capacityProvider: str  # noqa: N815
    base: int = 0
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many tasks each provider gets, in the order of the strategy."""

    counts: tuple[tuple[str, int], ...]
    trace: tuple[Applied, ...] = ()


def strategy_problems(
    strategy: Sequence[CapacityProviderStrategyItem], *, launch_type: str | None = None
) -> tuple[str, ...]:
    """Everything for which AWS would refuse the strategy, one message each.

    A message that begins with `InvalidParameterException: ` is AWS's own.
    """
    names = [item.capacityProvider for item in strategy]
    problems = []
    if launch_type is not None:
        problems.append(
            f"launchType {launch_type} and a capacity provider strategy exclude each other; "
            "leave one of them out"
        )
    if len(strategy) > MOST_PROVIDERS:
        problems.append(f"{len(strategy)} capacity providers; at most {MOST_PROVIDERS} may be used")
    problems += [
        f"{name} is named {times} times; name each capacity provider once"
        for name, times in Counter(names).items()
        if times > 1
    ]
    fargate = [name in FARGATE_PROVIDERS for name in names]
    if any(fargate) and not all(fargate):
        problems.append(
            "InvalidParameterException: A capacity provider strategy cannot contain a mix of "
            "capacity providers using Auto Scaling groups and Fargate providers. Specify one or "
            "the other and try again."
        )
    for item in strategy:
        if not 0 <= item.base <= MOST_BASE:
            problems.append(f"base is {item.base}; write a number from 0 to {MOST_BASE}")
        if not 0 <= item.weight <= MOST_WEIGHT:
            problems.append(f"weight is {item.weight}; write a number from 0 to {MOST_WEIGHT}")
    if sum(item.base > 0 for item in strategy) > 1:
        problems.append(
            "InvalidParameterException: The specified capacity provider strategy contains "
            "multiple capacity providers with a base value defined"
        )
    if all(item.weight == 0 for item in strategy):
        problems.append(
            "InvalidParameterException: There are no capacity providers in the capacity provider "
            "strategy with a weight value greater than zero"
        )
    return tuple(problems)


def distribute(
    strategy: Sequence[CapacityProviderStrategyItem], count: int, *, explain: bool = False
) -> Distribution:
    """Give `count` tasks to the providers: the base first, then by weight.

    A provider of weight 0 gets its base and no more. Raises StrategyError for a strategy that
    AWS refuses and for a count out of range.
    """
    problems = strategy_problems(strategy)
    if not 0 <= count <= MOST_TASKS:
        problems = (*problems, f"count is {count}; write a number from 0 to {MOST_TASKS}")
    if problems:
        raise StrategyError("; ".join(problems))

    notes = Notebook(explain=explain)
    bases = [min(item.base, count) for item in strategy]
    for item, base in zip(strategy, bases, strict=True):
        if item.base:
            name = item.capacityProvider
            notes.note(rules.BASE, "{}: min({}, {}) = {}", name, item.base, count, base)

    weighted = [0] * len(strategy)
    for _ in range(count - sum(bases)):
        chosen = _next_by_weight(strategy, weighted)
        weighted[chosen] += 1
        notes.note(
            rules.WEIGHT,
            "{}: {} / {}",
            strategy[chosen].capacityProvider,
            weighted[chosen],
            strategy[chosen].weight,
        )
    counts = tuple(
        (item.capacityProvider, base + further)
        for item, base, further in zip(strategy, bases, weighted, strict=True)
    )
    return Distribution(counts, notes.trace)


def next_by_weight(
    strategy: Sequence[CapacityProviderStrategyItem], counts: Mapping[str, int]
) -> tuple[str, ...]:
    """The providers that a task beyond the base may go to: those with the fewest for their weight.

    `counts` are the tasks that each has, its base among them. AWS documents no order among equals.
    """
    shares = {
        item.capacityProvider: Fraction(counts[item.capacityProvider] - item.base, item.weight)
        for item in strategy
        if item.weight > 0
    }
    least = min(shares.values())
    return tuple(name for name, share in shares.items() if share == least)


def _next_by_weight(
    strategy: Sequence[CapacityProviderStrategyItem], weighted: Sequence[int]
) -> int:
    """The provider with the fewest tasks for its weight, the first of them in a tie."""
    with_weight = (number for number, item in enumerate(strategy) if item.weight > 0)
    # Floats do here: within MOST_TASKS and MOST_WEIGHT two shares are equal or far apart.
    return min(with_weight, key=lambda number: weighted[number] / strategy[number].weight)
