"""The update of a service on a real cluster as values: what it is, its steps, its result."""

from dataclasses import dataclass, field

from study_app.simulator.engines.placement.strategy import (
    SERVICE_STRATEGY,
    PlacementConstraint,
    PlacementStrategy,
)
from study_app.simulator.engines.rollout.deployment import DeploymentConfiguration
from study_app.simulator.engines.rollout.rollout import (
    Ending,
    RevisionCounts,
    RolloutOutcome,
    RolloutStep,
    explain_limits,
)
from study_app.simulator.model.cluster import ContainerInstance, Task
from study_app.simulator.model.trace import Applied


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceUpdate:
    """A new deployment of a service, or the draining of instances: `task` is a new task.

    The tasks of the same group that run on the cluster are the old ones.
    """

    desired: int
    task: Task
    configuration: DeploymentConfiguration = field(default_factory=DeploymentConfiguration)
    strategies: tuple[PlacementStrategy, ...] = SERVICE_STRATEGY
    constraints: tuple[PlacementConstraint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterStep:
    """A step with the instance of each task, and the cluster after it."""

    step: RolloutStep
    instances: tuple[str, ...]
    cluster: tuple[ContainerInstance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterResult:
    """A rollout on a cluster from its first step to its ending, and the cluster afterward.

    In the states, `old` are the tasks to be replaced. `before` is the cluster at first.
    """

    update: ServiceUpdate
    initial: RevisionCounts
    before: tuple[ContainerInstance, ...]
    lower: int
    upper: int
    steps: tuple[ClusterStep, ...]
    ending: Ending
    cluster: tuple[ContainerInstance, ...]
    newest: int
    """The number of the deployment whose tasks are the new ones."""
    closing: tuple[Applied, ...] = ()
    opening: tuple[Applied, ...] = ()
    """Notes about the tasks that were running before."""

    @property
    def outcome(self) -> RolloutOutcome:
        return self.ending.outcome

    @property
    def limits(self) -> tuple[Applied, Applied]:
        """Lower and upper limit as formulas; present even without a trace."""
        return explain_limits(self.update.desired, self.update.configuration)

    @property
    def trace(self) -> tuple[Applied, ...]:
        """Every decision in order; empty unless a trace was requested."""
        if not self.closing:
            return ()
        by_step = (applied for each in self.steps for applied in each.step.trace)
        return (*self.opening, *self.limits, *by_step, *self.closing)
