"""How long the steps of a rolling update take: waiting for health, and stopping a task.

Times are seconds. Sources: API_DeploymentConfiguration, service_definition_parameters,
load-balancer-connection-draining, task-lifecycle-explanation.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from study_app.simulator.engines.rollout.deployment import SECONDS_TO_HEALTHY
from study_app.simulator.engines.rollout.rollout import Result, StepKind

DEREGISTRATION_DELAY = 300
"""The default deregistration delay of a target group."""

STOP_TIMEOUT = 30
"""The default time between a container's stop signal and SIGKILL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthChecks:
    """When the checks of a task first pass, in seconds after its start; None: no such check."""

    target_group: int | None = None
    container: int | None = None

    def healthy_at(self, running_at: int) -> int:
        """When the task counts as healthy: when both checks have passed, or without checks 40 s
        after RUNNING."""
        passed = [check for check in (self.target_group, self.container) if check is not None]
        return max(running_at, *passed) if passed else running_at + SECONDS_TO_HEALTHY


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """The end of a task. `exits_after` is how long it takes to exit after the stop signal.

    `deregistration_delay` is None without a load balancer; with one it comes first.
    """

    exits_after: int = 0
    stop_timeout: int = STOP_TIMEOUT
    deregistration_delay: int | None = None

    @property
    def killed(self) -> bool:
        """Whether it is killed with SIGKILL."""
        return self.exits_after > self.stop_timeout

    @property
    def seconds(self) -> int:
        """From the decision to stop the task until it is STOPPED."""
        return (self.deregistration_delay or 0) + min(self.exits_after, self.stop_timeout)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskPace:
    """How quickly the tasks of a service start and stop."""

    running_after: int = 0
    checks: HealthChecks = field(default_factory=HealthChecks)
    stop: Stop = field(default_factory=Stop)


def times(rollout: Result, pace: TaskPace) -> Iterator[int]:
    """When each step of the rollout is over, in seconds since it began.

    The tasks of a step start or stop together, and one step follows the other (a model rule).
    """
    now = 0
    for step in rollout.steps:
        match step.kind:
            case StepKind.STOP:
                now += pace.stop.seconds
            case StepKind.START:
                now += pace.checks.healthy_at(pace.running_after)
            case _:
                assert_never(step.kind)
        yield now
