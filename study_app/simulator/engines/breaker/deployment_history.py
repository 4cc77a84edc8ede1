"""The deployments of a service, and what happens to them when one fails.

Source: deployment-circuit-breaker and deployment-alarm-failure in the developer guide.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from study_app.simulator.engines.breaker import rules
from study_app.simulator.model.notebook import Notebook
from study_app.simulator.model.trace import Applied
from study_app.words.errors import TextError


class RolloutState(StrEnum):
    """The rolloutState of a deployment."""

    IN_PROGRESS = "IN_PROGRESS"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Deployment:
    """One deployment of a service."""

    id: str
    rolloutState: RolloutState  # noqa: N815


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftermath:
    """The deployments after a failure, oldest first.

    `target` is the deployment rolled out again; without one the service is stalled: no new task
    starts.
    """

    deployments: tuple[Deployment, ...]
    target: str | None
    trace: tuple[Applied, ...] = ()

    @property
    def stalled(self) -> bool:
        return self.target is None


class UnknownDeploymentError(TextError, ValueError):
    """No deployment in progress has this id."""

    def __init__(self, name: str) -> None:
        super().__init__("no deployment {name} is in progress; write its id", name=repr(name))


def fail(
    deployments: Sequence[Deployment], failed: str, *, rollback: bool, explain: bool = False
) -> Aftermath:
    """Mark the deployment `failed`, and roll back to the last one that COMPLETED.

    That one returns to IN_PROGRESS, so it is not a rollback target until it completes again.
    `deployments` are oldest first. Raises UnknownDeploymentError unless `failed` is in progress.
    """
    if Deployment(failed, RolloutState.IN_PROGRESS) not in deployments:
        raise UnknownDeploymentError(failed)
    completed = [each.id for each in deployments if each.rolloutState is RolloutState.COMPLETED]
    target = completed[-1] if rollback and completed else None
    notes = Notebook(explain=explain)
    if target is None:
        notes.note(rules.STALLED, "{}: FAILED", failed)
    else:
        notes.note(rules.ROLLED_BACK, "{}: FAILED, {}: IN_PROGRESS", failed, target)
    return Aftermath(
        deployments=tuple(
            replace(each, rolloutState=_state_after(each, failed, target)) for each in deployments
        ),
        target=target,
        trace=notes.trace,
    )


def complete(deployments: Sequence[Deployment], completed: str) -> tuple[Deployment, ...]:
    """The deployments once `completed` has reached a steady state."""
    if Deployment(completed, RolloutState.IN_PROGRESS) not in deployments:
        raise UnknownDeploymentError(completed)
    return tuple(
        replace(each, rolloutState=RolloutState.COMPLETED) if each.id == completed else each
        for each in deployments
    )


def _state_after(deployment: Deployment, failed: str, target: str | None) -> RolloutState:
    if deployment.id == failed:
        return RolloutState.FAILED
    return RolloutState.IN_PROGRESS if deployment.id == target else deployment.rolloutState
