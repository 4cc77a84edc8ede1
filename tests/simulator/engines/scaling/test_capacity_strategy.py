"""Base, weight, and the strategies that AWS refuses."""

import pytest

from study_app.simulator.engines.capacity.strategy import (
    CapacityProviderStrategyItem,
    distribute,
    strategy_problems,
)
from study_app.simulator.model.problem import Refused


def item(name: str, weight: int = 0, base: int = 0) -> CapacityProviderStrategyItem:
    return CapacityProviderStrategyItem(capacityProvider=name, base=base, weight=weight)


@pytest.mark.parametrize(
    ("strategy", "count", "counts"),
    [
        ([item("a", 1, 2), item("b", 3)], 10, [4, 6]),
        ([item("a", 1), item("b", 4)], 5, [1, 4]),
        ([item("a", 1), item("b", 1)], 3, [2, 1]),
        ([item("a", 0, 2), item("b", 1)], 5, [2, 3]),
        ([item("a", 1), item("b", 1, 4)], 3, [0, 3]),
        ([item("a", 1), item("b", 2)], 0, [0, 0]),
    ],
)
def test_the_base_comes_first_and_weights_share_the_rest(
    strategy: list[CapacityProviderStrategyItem], count: int, counts: list[int]
) -> None:
    assert [given for _, given in distribute(strategy, count).counts] == counts


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        ([item("a"), item("b")], "weight value greater than zero"),
        ([], "weight value greater than zero"),
        ([item("a", 1, 1), item("b", 1, 1)], "multiple capacity providers with a base"),
        ([item("FARGATE", 1), item("asg", 1)], "cannot contain a mix"),
        ([item("a", 1), item("a", 1)], "a is named 2 times"),
        ([item("a", 1001)], "weight is 1001"),
        ([item("a", 1, 100_001)], "base is 100001"),
        ([item(str(number), 1) for number in range(21)], "at most 20"),
    ],
)
def test_what_aws_refuses_is_named(
    strategy: list[CapacityProviderStrategyItem], words: str
) -> None:
    assert any(words in problem.message for problem in strategy_problems(strategy))
    with pytest.raises(Refused, match=words):
        distribute(strategy, 1)


def test_fargate_and_its_spot_go_together() -> None:
    assert strategy_problems([item("FARGATE", 1), item("FARGATE_SPOT", 4)]) == ()


def test_a_launch_type_excludes_a_strategy() -> None:
    (problem,) = strategy_problems([item("a", 1)], launch_type="EC2")
    assert "are mutually exclusive" in problem.message


def test_a_trace_shows_where_each_task_goes() -> None:
    trace = distribute([item("a", 1, 1), item("b", 2)], 4, explain=True).trace
    assert [line.formula for line in trace] == [
        "a: min(1, 4) = 1",
        "a: 1 / 1",
        "b: 1 / 2",
        "b: 2 / 2",
    ]
