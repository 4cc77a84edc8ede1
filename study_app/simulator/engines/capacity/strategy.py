"""A capacity provider strategy: which provider gets how many tasks, by base and weight."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from study_app.simulator.engines.capacity import rules
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.problem import INVALID_PARAMETER, Problem, Refused
from study_app.simulator.model.trace import Applied

MOST_PROVIDERS = 20
MOST_BASE = 100_000
MOST_WEIGHT = 1000
MOST_TASKS = 100_000
"""The most tasks that are distributed in one simulation."""

FARGATE_PROVIDERS = ("FARGATE", "FARGATE_SPOT")


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityProviderStrategyItem:
    """One provider of a strategy, with the defaults of the API (the console fills in weight 1).

    `base` is the minimum number of tasks on it, `weight` its share of the rest.
    """

    capacityProvider: str  # noqa: N815
    base: int = 0
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many tasks each provider gets, in the order of the strategy, and the provider of each
    task.

    `bases` are the tasks claimed by a base; they come first, provider by provider.
    """

    counts: tuple[tuple[str, int], ...]
    takers: tuple[str, ...]
    trace: tuple[Applied, ...] = ()


def strategy_problems(
    strategy: Sequence[CapacityProviderStrategyItem], *, launch_type: str | None = None
) -> tuple[Problem, ...]:
    """Every reason for which AWS would refuse the strategy. Places are those of its items, and
    `launchType`."""
    names = [item.capacityProvider for item in strategy]
    problems = []
    if launch_type is not None:
        problems.append(
            Problem.ours(
                "launchType",
                "launchType {type} and a capacity provider strategy are mutually exclusive",
                "remove one of them",
                type=launch_type,
            )
        )
    if len(strategy) > MOST_PROVIDERS:
        problems.append(
            Problem.ours(
                "",
                "{count} capacity providers",
                "at most {most} may be used",
                limit=MOST_PROVIDERS,
                count=len(strategy),
                most=MOST_PROVIDERS,
            )
        )
    problems += [
        Problem.ours(
            f"[{len(names) - 1 - names[::-1].index(name)}].capacityProvider",
            "{name} is named {times} times",
            "name each capacity provider once",
            name=name,
            times=times,
        )
        for name, times in Counter(names).items()
        if times > 1
    ]
    fargate = [name in FARGATE_PROVIDERS for name in names]
    if any(fargate) and not all(fargate):
        problems.append(
            Problem.aws(
                "",
                "A capacity provider strategy cannot contain a mix of capacity providers using "
                "Auto Scaling groups and Fargate providers. Specify one or the other and try "
                "again.",
                INVALID_PARAMETER,
            )
        )
    for number, item in enumerate(strategy):
        for name, value, most in (
            ("base", item.base, MOST_BASE),
            ("weight", item.weight, MOST_WEIGHT),
        ):
            if not 0 <= value <= most:
                problems.append(
                    Problem.ours(
                        f"[{number}].{name}",
                        "{place} is {shown}",
                        "write a number from {least} to {most}",
                        place=name,
                        shown=value,
                        least=0,
                        most=most,
                    )
                )
    if sum(item.base > 0 for item in strategy) > 1:
        problems.append(
            Problem.aws(
                "",
                "The specified capacity provider strategy contains multiple capacity providers "
                "with a base value defined",
                INVALID_PARAMETER,
            )
        )
    if all(item.weight == 0 for item in strategy):
        problems.append(
            Problem.aws(
                "",
                "There are no capacity providers in the capacity provider strategy with a weight "
                "value greater than zero",
                INVALID_PARAMETER,
            )
        )
    return tuple(problems)


def distribute(
    strategy: Sequence[CapacityProviderStrategyItem], count: int, *, explain: bool = False
) -> Distribution:
    """Give `count` tasks to the providers: the base first, then by weight.

    A provider of weight 0 is assumed to get its base. Raises Refused for a strategy that AWS
    refuses and for a count out of range.
    """
    problems = strategy_problems(strategy)
    if not 0 <= count <= MOST_TASKS:
        problems = (*problems, Problem.out_of_range("count", count, 0, MOST_TASKS))
    if problems:
        raise Refused(problems)

    notes = Notebook(explain=explain)
    bases = [min(item.base, count) for item in strategy]
    for item, base in zip(strategy, bases, strict=True):
        if item.base:
            name = item.capacityProvider
            rule = rules.BASE if item.weight else rules.BASE_WITHOUT_WEIGHT
            notes.note(rule, "{}: min({}, {}) = {}", name, item.base, count, base)

    takers = [
        item.capacityProvider
        for item, base in zip(strategy, bases, strict=True)
        for _ in range(base)
    ]
    weighted = [0] * len(strategy)
    for _ in range(count - sum(bases)):
        chosen = _next_by_weight(strategy, weighted)
        weighted[chosen] += 1
        takers.append(strategy[chosen].capacityProvider)
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
    return Distribution(counts, tuple(takers), notes.trace)


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
    """The provider with the fewest tasks for its weight; ties go to the first."""
    with_weight = (number for number, item in enumerate(strategy) if item.weight > 0)
    # Floats suffice: within MOST_TASKS and MOST_WEIGHT two shares are equal or far apart.
    return min(with_weight, key=lambda number: weighted[number] / strategy[number].weight)
