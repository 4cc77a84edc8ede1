"""What AWS refuses about a deployment configuration."""

import pytest

from study_app.simulator.engines.rollout.deployment import (
    DeploymentConfiguration,
    seconds_to_healthy,
    validate,
)
from study_app.simulator.model.service import SchedulingStrategy


def configuration(minimum: int, maximum: int) -> DeploymentConfiguration:
    return DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=maximum)


@pytest.mark.parametrize(
    ("minimum", "maximum"),
    [
        (100, 200),
        (0, 100),
        (0, 200),
        (100, 101),
        (99, 100),
        (50, 250),  # unusual, and pointed out by `cautions`, but not refused
    ],
)
def test_usual_limits_are_fine(minimum: int, maximum: int) -> None:
    assert validate(configuration(minimum, maximum)) == ()


@pytest.mark.parametrize(
    ("minimum", "maximum", "words"),
    [
        (-1, 200, "minimumHealthyPercent is -1"),
        (101, 200, "minimumHealthyPercent is 101"),
        (150, 150, "minimumHealthyPercent is 150"),
        (50, 99, "maximumPercent is 99"),
        (100, 100, "InvalidParameterException: Both maximumPercent and minimumHealthyPercent"),
    ],
)
def test_limits_that_cannot_be_are_named(minimum: int, maximum: int, words: str) -> None:
    (problem,) = validate(configuration(minimum, maximum))
    assert words in str(problem)


def test_a_daemon_service_takes_100_percent_and_no_desired_count() -> None:
    daemon = SchedulingStrategy.DAEMON

    assert validate(configuration(0, 100), strategy=daemon) == ()
    assert len(validate(configuration(0, 150), strategy=daemon, desired_count=0)) == 2


def test_rebalancing_needs_more_than_100_percent() -> None:
    assert validate(configuration(0, 101), availability_zone_rebalancing=True) == ()
    (problem,) = validate(configuration(0, 100), availability_zone_rebalancing=True)
    assert "Availability Zone rebalancing" in problem.message


@pytest.mark.parametrize(("percent", "fine"), [(49, False), (50, True), (100, True), (101, False)])
def test_early_success_lies_between_the_lower_limit_and_100(percent: int, fine: bool) -> None:
    messages = validate(configuration(50, 200), early_success_percent=percent)
    assert (messages == ()) is fine


@pytest.mark.parametrize(
    ("load_balancer", "container_health_check", "seconds"),
    [(False, False, 40), (False, True, None), (True, False, None), (True, True, None)],
)
def test_only_without_health_checks_time_makes_healthy(
    load_balancer: bool, container_health_check: bool, seconds: int | None
) -> None:
    found = seconds_to_healthy(
        load_balancer=load_balancer, container_health_check=container_health_check
    )
    assert found == seconds
