"""Traffic timelines of blue/green, linear and canary deployments."""

from fractions import Fraction

import pytest

from study_app.simulator.engines.traffic.traffic import (
    BlueGreen,
    Canary,
    Linear,
    Stage,
    Strategy,
    shares,
    shift,
    strategy_problems,
)
from study_app.simulator.model.problem import Refused


def percents(strategy: Strategy) -> list[tuple[int, float]]:
    return [(at, float(green)) for at, green in shares(strategy)]


def test_blue_green_shifts_everything_at_once() -> None:
    assert percents(BlueGreen(bakeTimeInMinutes=5)) == [(0, 100)]


def test_canary_waits_once() -> None:
    assert percents(Canary()) == [(0, 5), (10, 100)]
    assert percents(Canary(canaryPercent=Fraction(100))) == [(0, 100)]


def test_linear_goes_by_equal_steps_without_a_bake_after_100() -> None:
    assert percents(Linear()) == [(6 * step, 10 * (step + 1)) for step in range(10)]
    by_thirty = Linear(stepPercent=Fraction(30), stepBakeTimeInMinutes=5)
    assert percents(by_thirty) == [(0, 30), (5, 60), (10, 90), (15, 100)]
    by_half = Linear(stepPercent=Fraction("33.4"))
    assert percents(by_half) == [(0, 33.4), (6, 66.8), (12, 100)]


def test_a_timeline_ends_with_the_bake_time_and_blue_removed() -> None:
    timeline = shift(Canary(bakeTimeInMinutes=15), 4)

    assert [(each.at, each.stage) for each in timeline.moments] == [
        (0, Stage.SCALE_UP),
        (0, Stage.TEST_TRAFFIC),
        (0, Stage.SHIFT),
        (10, Stage.SHIFT),
        (10, Stage.BAKE),
        (25, Stage.CLEAN_UP),
    ]
    assert timeline.completed
    assert [(each.blue_tasks, each.green_tasks) for each in timeline.moments[-2:]] == [
        (4, 4),
        (0, 4),
    ]


def test_a_network_load_balancer_takes_ten_more_minutes_twice() -> None:
    plain = shift(BlueGreen(bakeTimeInMinutes=5), 1)
    slow = shift(BlueGreen(bakeTimeInMinutes=5), 1, network_load_balancer=True)
    assert slow.moments[-1].at == plain.moments[-1].at + 20


def test_a_failure_sends_all_traffic_back() -> None:
    timeline = shift(Linear(), 3, fails_at=13)
    last = timeline.moments[-1]

    assert not timeline.completed
    assert (last.at, last.stage, float(last.green)) == (13, Stage.ROLLBACK, 0)
    assert (last.blue_tasks, last.green_tasks) == (3, 0)
    assert timeline.moments[-2].green == 30


def test_a_failure_after_the_end_comes_too_late() -> None:
    assert shift(BlueGreen(bakeTimeInMinutes=5), 3, fails_at=6).completed
    assert not shift(BlueGreen(bakeTimeInMinutes=5), 3, fails_at=4).completed


@pytest.mark.parametrize(
    ("strategy", "words"),
    [
        (BlueGreen(bakeTimeInMinutes=1441), "bakeTimeInMinutes is 1441"),
        (Linear(stepPercent=Fraction("2.9")), "stepPercent is 2.9"),
        (Linear(stepPercent=Fraction("10.05")), "in steps of 0.1"),
        (Linear(stepBakeTimeInMinutes=-1), "stepBakeTimeInMinutes is -1"),
        (Canary(canaryPercent=Fraction(0)), "canaryPercent is 0.0"),
        (Canary(canaryPercent=Fraction("100.1")), "canaryPercent is 100.1"),
        (Canary(canaryBakeTimeInMinutes=1441), "canaryBakeTimeInMinutes is 1441"),
    ],
)
def test_numbers_out_of_range_are_refused(strategy: Strategy, words: str) -> None:
    (problem,) = strategy_problems(strategy)
    assert words in problem.message
    with pytest.raises(Refused, match="write"):
        shift(strategy, 1)


def test_a_trace_gives_each_shift() -> None:
    trace = shift(Canary(), 2, explain=True).trace
    assert [line.formula for line in trace] == [
        "2 + 2 = 4",
        "0 min: 5%",
        "10 min: 100%",
        "15 min",
        "10 + 15 = 25 min",
    ]


@pytest.mark.parametrize(
    ("strategy", "rule"),
    [
        (BlueGreen(bakeTimeInMinutes=5), "traffic.shift-all"),
        (Canary(), "traffic.shift-canary"),
        (Linear(), "traffic.shift"),
    ],
)
def test_each_strategy_has_its_own_rule_of_shifting(strategy: Strategy, rule: str) -> None:
    trace = shift(strategy, 2, explain=True).trace
    assert {line.rule.id for line in trace if "shift" in line.rule.id} == {rule}
