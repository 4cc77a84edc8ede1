"""A service's deployment configuration: its two limits, its defaults, and what AWS refuses.

Percentages are whole numbers of percent; counts are numbers of tasks.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import assert_never

from study_app.simulator.model.problem import INVALID_PARAMETER, Problem
from study_app.simulator.model.service import SchedulingStrategy

MOST_MAXIMUM_PERCENT = 200
"""The highest customary maximumPercent. AWS publishes no range, so more is not an error."""

SECONDS_TO_HEALTHY = 40
"""A task without any health check counts as healthy this long after it is RUNNING."""


class Origin(StrEnum):
    """Where a service was created: the console's daemon defaults differ from the API's."""

    API = "API"
    CONSOLE = "console"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeploymentConfiguration:
    """The two limits of a rolling update, in percent of the desired count.

    Named as in the API; the defaults are those of a replica service.
    Source: API_DeploymentConfiguration.
    """

    minimumHealthyPercent: int = 100  # noqa: N815
    maximumPercent: int = 200  # noqa: N815

    def lower(self, desired: int) -> int:
        """The minimum number of healthy RUNNING tasks: the percentage of `desired`, rounded up."""
        return -(-desired * self.minimumHealthyPercent // 100)

    def upper(self, desired: int) -> int:
        """The maximum number of RUNNING and PENDING tasks: the percentage of `desired`, rounded
        down."""
        return desired * self.maximumPercent // 100


@dataclass(frozen=True, slots=True)
class RevisionCounts:
    """The number of tasks of the old and the new revision."""

    old: int
    new: int

    @property
    def running(self) -> int:
        return self.old + self.new


@dataclass(frozen=True, slots=True, kw_only=True)
class RolloutInput:
    """A service whose `desired` tasks all run the old revision and are healthy.

    `running` are the initial tasks if that is not so, as with a deployment in flight. `room` is how
    many tasks of this service the cluster can hold at once, including running ones; None is no
    limit. With less room than running tasks none starts until enough have stopped.
    """

    desired: int
    configuration: DeploymentConfiguration = field(default_factory=DeploymentConfiguration)
    room: int | None = None
    running: RevisionCounts | None = None

    @property
    def initial(self) -> RevisionCounts:
        """The initial tasks."""
        return RevisionCounts(self.desired, 0) if self.running is None else self.running


def default_configuration(
    strategy: SchedulingStrategy, origin: Origin = Origin.API
) -> DeploymentConfiguration:
    """AWS's default limits. Source: API_DeploymentConfiguration."""
    match strategy:
        case SchedulingStrategy.REPLICA:
            return DeploymentConfiguration()
        case SchedulingStrategy.DAEMON:
            minimum = 50 if origin is Origin.CONSOLE else 0
            return DeploymentConfiguration(minimumHealthyPercent=minimum, maximumPercent=100)
        case _:
            assert_never(strategy)


def seconds_to_healthy(*, load_balancer: bool, container_health_check: bool) -> int | None:
    """How long after RUNNING a task counts as healthy; None if health checks decide.

    With a load balancer its target group must report the task healthy, with a health check on an
    essential container that check must pass, with both, both. Source: API_DeploymentConfiguration.
    """
    return None if load_balancer or container_health_check else SECONDS_TO_HEALTHY


def validate(
    configuration: DeploymentConfiguration,
    *,
    strategy: SchedulingStrategy = SchedulingStrategy.REPLICA,
    desired_count: int | None = None,
    availability_zone_rebalancing: bool = False,
    early_success_percent: int | None = None,
) -> tuple[Problem, ...]:
    """Every reason for which AWS would refuse this service; empty if it is valid.

    Valid does not mean that a rollout can complete: 2 tasks at 75/100 percent are valid and stuck.
    `early_success_percent` is healthyPercent of the early success criteria.
    """
    minimum, maximum = configuration.minimumHealthyPercent, configuration.maximumPercent
    daemon = strategy is SchedulingStrategy.DAEMON
    problems = list(range_problems(configuration))
    if minimum == maximum == 100:
        # AWS's pages only say that 100/100 prevents deployments; the message is quoted by tools.
        problems.append(
            Problem.aws(
                "maximumPercent",
                "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block "
                "deployments",
                INVALID_PARAMETER,
            )
        )
    if daemon and maximum > 100:
        problems.append(
            Problem.aws(
                "maximumPercent",
                "The daemon scheduling strategy does not support values above 100 for "
                f"maximumPercent (it is {maximum})",
                INVALID_PARAMETER,
            )
        )
    if daemon and desired_count is not None:
        problems.append(
            Problem.aws(
                "desiredCount",
                "The daemon scheduling strategy does not support a desired count for services. "
                "Remove the desired count value and try again",
                INVALID_PARAMETER,
            )
        )
    if availability_zone_rebalancing and maximum == 100:
        problems.append(
            Problem.ours(
                "maximumPercent",
                "{place} is {shown}",
                "Availability Zone rebalancing needs more, because it starts a task before it "
                "stops one",
                shown=100,
            )
        )
    if early_success_percent is not None and not minimum <= early_success_percent <= 100:
        problems.append(
            Problem.ours(
                "earlySuccessCriteria.healthyPercent",
                "healthyPercent of the early success criteria is {value}",
                "write a number from minimumHealthyPercent ({least}) to {most}",
                value=early_success_percent,
                least=minimum,
                most=100,
            )
        )
    return tuple(problems)


def range_problems(configuration: DeploymentConfiguration) -> tuple[Problem, ...]:
    """Percentages out of range. AWS's pages give no range: a model rule."""
    minimum, maximum = configuration.minimumHealthyPercent, configuration.maximumPercent
    problems = []
    if not 0 <= minimum <= 100:
        name = "minimumHealthyPercent"
        problems.append(Problem.out_of_range(name, minimum, 0, 100))
    if maximum < 100:
        name = "maximumPercent"
        problems.append(Problem.out_of_range(name, maximum, 100, MOST_MAXIMUM_PERCENT))
    return tuple(problems)
