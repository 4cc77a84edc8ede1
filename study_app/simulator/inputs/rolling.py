"""The input of a case about a rolling update: the service, its limits, and where its tasks run.

An input with instances is rolled out on them, any other within a number of slots.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from study_app.simulator.engines.placement.placement import place
from study_app.simulator.engines.rollout.deployment import (
    DeploymentConfiguration,
    Origin,
    RolloutInput,
)
from study_app.simulator.engines.rollout.rollout import MOST_TASKS
from study_app.simulator.engines.rollout.rules import PLACED, PLACED_BEFORE
from study_app.simulator.engines.rollout.service_update import ServiceUpdate
from study_app.simulator.inputs.placement import (
    CONSTRAINTS,
    INSTANCES,
    STRATEGY,
    TASK,
    read_request,
)
from study_app.simulator.inputs.running_service import read_running, recognized
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.instances import UNNAMED_GROUP, limited, read_instances
from study_app.simulator.inputs.values.parameter import (
    AnyParameter,
    Flag,
    Parameter,
    maybe_whole,
    whole,
)
from study_app.simulator.model.case import Plain
from study_app.simulator.model.cluster import ContainerInstance
from study_app.simulator.model.problem import CaseError
from study_app.simulator.model.service import SchedulingStrategy
from study_app.simulator.model.trace import Applied

_DEFAULT: Final = DeploymentConfiguration()
_MOST_ON_INSTANCES: Final = 10_000
_MOST_PERCENT: Final = 1_000_000
_ORIGINS: Final[Mapping[str, Origin]] = {
    "API": Origin.API,
    "CLI": Origin.API,
    "SDK": Origin.API,
    "console": Origin.CONSOLE,
}


def has_instances(given: Plain) -> bool:
    """Whether the tasks run on instances that the input lists."""
    return bool(given.get(INSTANCES.path) or given.get("fixture"))


def _maximum_percent(fields: CaseFields, name: str) -> int:
    try:
        return fields.integer(name, _DEFAULT.maximumPercent, least=100, most=_MOST_PERCENT)
    except CaseError as error:
        # AWS's pages give no maximum, so the message gives none either.
        raise error.with_remedy("write a whole number, {least} or more", least=100) from error


DESIRED: Final = Parameter(
    path="desired",
    read=whole(most=MOST_TASKS),
    flag=Flag(name="--desired", help="desiredCount", metavar="N", required=True),
)
MINIMUM: Final = Parameter(
    path="minimumHealthyPercent",
    read=whole(_DEFAULT.minimumHealthyPercent, most=100),
    flag=Flag(name="--min", help="minimumHealthyPercent (100)", default="100"),
)
MAXIMUM: Final = Parameter(
    path="maximumPercent",
    read=_maximum_percent,
    flag=Flag(name="--max", help="maximumPercent (200)", default="200"),
)
ROOM: Final = Parameter(
    path="cluster_room",
    read=maybe_whole(),
    when=lambda given: not has_instances(given),
    flag=Flag(name="--room", help="How many tasks the cluster has room for.", metavar="N"),
)
PARAMETERS: Final[tuple[AnyParameter, ...]] = (
    DESIRED,
    MINIMUM,
    MAXIMUM,
    *(
        # Instances of a rollout come from files: there is no flag for them.
        replace(one, when=has_instances, flag=None)
        for one in (*TASK, STRATEGY, CONSTRAINTS, INSTANCES)
    ),
    ROOM,
)


def read_rollout(fields: CaseFields) -> RolloutInput:
    """A rollout within a number of slots. Raises CaseError if it is malformed."""
    desired = DESIRED.of(fields)
    running = read_running(fields, desired)
    return RolloutInput(
        desired=desired,
        configuration=read_limits(fields),
        room=ROOM.of(fields),
        running=None if running is None else running.state,
    )


class Update(NamedTuple):
    """A rollout or a draining on instances, and notes shown first."""

    instances: tuple[ContainerInstance, ...]
    update: ServiceUpdate
    opening: tuple[Applied, ...]
    in_flight: bool = False


def read_update(fields: CaseFields, *, drain: bool) -> Update:
    """A rollout or a draining on instances.

    If the instances list no task of the service, its running tasks are identified among the others;
    if none is known to run, its old tasks are placed first. Raises Refused if AWS would refuse the
    placement, CaseError if the input is malformed.
    """
    configuration = read_limits(fields)
    instances, request = read_instances(fields, sized=True), read_request(fields)
    listed = sum(len(instance.tasks_of(request.task.group)) for instance in instances)
    desired = fields.integer(DESIRED.path, listed if drain else None, most=_MOST_ON_INSTANCES)
    opening: tuple[Applied, ...] = ()
    running = read_running(fields, desired)
    if running is not None and running.state.running:
        instances, opening = recognized(instances, request, running)
        listed = sum(len(instance.tasks_of(request.task.group)) for instance in instances)
    if not listed and not drain and (running is None or running.state.running):
        room = limited(instances, request.task.requirements)
        first = place(room, replace(request, count=desired))
        found = desired - first.unplaced
        if any(task.group == UNNAMED_GROUP for one in instances for task in one.tasks):
            opening = (Applied(PLACED_BEFORE, f"placed = {found} of {desired}"),)
        elif first.unplaced:
            opening = (Applied(PLACED, f"placed = {found} of {desired}"),)
        instances = first.instances
    instances = limited(instances, request.task.requirements)
    update = ServiceUpdate(
        desired=desired,
        task=request.task,
        configuration=configuration,
        strategies=request.strategies,
        constraints=request.constraints,
    )
    return Update(instances, update, opening, bool(listed and running and running.in_flight))


def read_limits(fields: CaseFields) -> DeploymentConfiguration:
    """The limits of a rollout. Raises CaseError, also for values out of range."""
    return DeploymentConfiguration(
        maximumPercent=MAXIMUM.of(fields), minimumHealthyPercent=MINIMUM.of(fields)
    )


def read_configuration(
    fields: CaseFields, default: DeploymentConfiguration
) -> DeploymentConfiguration:
    """The limits; whether AWS accepts them is left to the validation."""

    def percent(name: str, otherwise: int) -> int:
        return fields.integer(name, otherwise, least=-_MOST_PERCENT, most=_MOST_PERCENT)

    return DeploymentConfiguration(
        minimumHealthyPercent=percent(MINIMUM.path, default.minimumHealthyPercent),
        maximumPercent=percent(MAXIMUM.path, default.maximumPercent),
    )


def read_early_success_percent(fields: CaseFields) -> int | None:
    """healthyPercent of the early success criteria; None if there are none."""
    if not fields.has("earlySuccessCriteria"):
        return None
    criteria = fields.inner("earlySuccessCriteria")
    return criteria.integer("healthyPercent", 100, least=-_MOST_PERCENT, most=_MOST_PERCENT)


def read_scheduling_strategy(fields: CaseFields) -> SchedulingStrategy:
    """REPLICA unless the input says otherwise."""
    return fields.choice("schedulingStrategy", SchedulingStrategy, SchedulingStrategy.REPLICA)


def read_origin(fields: CaseFields) -> Origin:
    """`via` what the service was created."""
    return _ORIGINS[fields.name("via", _ORIGINS)] if fields.has("via") else Origin.API
