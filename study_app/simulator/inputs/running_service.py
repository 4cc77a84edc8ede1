"""The input of a case about a running service, and which tasks on its instances belong to it.

`deployments` of a case are those of `describe-services`, with AWS's names. Only `describe-tasks`
says which tasks on an instance belong to the service. Without it, tasks of unknown group are taken
for them, as far as their number and resources allow.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from study_app.simulator.engines.placement.filters import constraint_filters
from study_app.simulator.engines.placement.strategy import (
    DistinctInstance,
    MemberOf,
    PlacementRequest,
)
from study_app.simulator.engines.rollout import rules
from study_app.simulator.engines.rollout.rollout import MOST_TASKS, RevisionCounts
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.instances import UNNAMED_GROUP
from study_app.simulator.model.cluster import ContainerInstance, Task
from study_app.simulator.model.trace import Applied

DEPLOYMENTS: Final = "deployments"
MOST_DEPLOYMENTS: Final = 20

_STATUSES: Final = ("PRIMARY", "ACTIVE", "INACTIVE")
_ROLLOUT_STATES: Final = ("IN_PROGRESS", "COMPLETED", "FAILED")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningService:
    """How many tasks of a service run; those of a deployment in flight are `new`.

    `primary` is the id of the deployment in flight, or None.
    """

    old: int
    new: int = 0
    in_flight: bool = False
    primary: str | None = None

    @property
    def state(self) -> RevisionCounts:
        return RevisionCounts(self.old, self.new)


def read_running(fields: CaseFields, desired: int) -> RunningService | None:
    """The running tasks; None if the case does not say. Raises CaseError."""
    items = fields.items(DEPLOYMENTS, most=MOST_DEPLOYMENTS)
    if not items:
        return None
    tasks = {"PRIMARY": 0, "ACTIVE": 0, "INACTIVE": 0}
    state, primary = None, None
    for item in items:
        status = item.name("status", _STATUSES) if item.has("status") else "PRIMARY"
        tasks[status] += sum(
            item.integer(name, 0, most=MOST_TASKS) for name in ("runningCount", "pendingCount")
        )
        rollout = item.name("rolloutState", _ROLLOUT_STATES) if item.has("rolloutState") else None
        name = item.text("id", "write the id of the deployment") if item.has("id") else None
        if status == "PRIMARY":
            state, primary = rollout, name
    replaced = tasks["ACTIVE"] + tasks["INACTIVE"]
    if state == "IN_PROGRESS" or (state is None and replaced):
        new = min(desired, tasks["PRIMARY"])
        return RunningService(old=replaced, new=new, in_flight=True, primary=primary)
    return RunningService(old=replaced + tasks["PRIMARY"])


def recognized(
    instances: Sequence[ContainerInstance], request: PlacementRequest, running: RunningService
) -> tuple[tuple[ContainerInstance, ...], tuple[Applied, ...]]:
    """`instances` with the tasks of the service in its group, and what had to be assumed.

    Old tasks are of deployment 0, those of the one in flight of deployment 1.
    """
    group = request.task.group
    said = []
    if running.in_flight:
        formula = f"PRIMARY = {running.new}, ACTIVE = {running.old}"
        said.append(Applied(rules.IN_FLIGHT, formula))
    if any(instance.tasks_of(group) for instance in instances):
        return tuple(_numbered(one, group, running) for one in instances), tuple(said)
    found = _stand_ins(instances, request, running.state.running)
    total = running.state.running
    if found:
        said.append(Applied(rules.RECOGNIZED, f"recognized = {len(found)} of {total}"))
    if len(found) < total:
        said.append(
            Applied(
                rules.NOT_RECOGNIZED, f"left out = {total} - {len(found)} = {total - len(found)}"
            )
        )
    cluster = list(instances)
    for number, at in enumerate(found):
        deployment = int(running.in_flight and number >= len(found) - running.new)
        cluster[at] = _with_one_named(cluster[at], replace(request.task, deployment=deployment))
    return tuple(cluster), tuple(said)


def _numbered(
    instance: ContainerInstance, group: str, running: RunningService
) -> ContainerInstance:
    """Among the listed tasks of a service, those of the deployment in flight are the newest."""
    if not running.in_flight or running.primary is None:
        return instance
    tasks = tuple(
        replace(task, deployment=int(task.started_by == running.primary))
        if task.group == group
        else task
        for task in instance.tasks
    )
    return replace(instance, tasks=tasks)


def _stand_ins(
    instances: Sequence[ContainerInstance], request: PlacementRequest, count: int
) -> list[int]:
    """The instance of each task of the service, by index, spread as evenly as possible."""
    room = [_most(instance, request) for instance in instances]
    zones: Counter[str | None] = Counter()
    taken = [0] * len(instances)
    found: list[int] = []
    while len(found) < count:
        free = [at for at, most in enumerate(room) if taken[at] < most]
        if not free:
            break
        at = min(free, key=lambda at: (zones[instances[at].availability_zone], taken[at]))
        taken[at] += 1
        zones[instances[at].availability_zone] += 1
        found.append(at)
    return found


def _most(instance: ContainerInstance, request: PlacementRequest) -> int:
    """The most tasks of unknown group that could belong to the service."""
    members = [one for one in request.constraints if isinstance(one, MemberOf)]
    if not constraint_filters(members, request.task.group).passed(instance):
        return 0
    most = sum(task.group == UNNAMED_GROUP and task.stays for task in instance.tasks)
    needed, has, left = request.task.requirements, instance.registered, instance.remaining
    if needed.cpu:
        most = min(most, max(0, has.cpu - left.cpu) // needed.cpu)
    if needed.memory:
        most = min(most, max(0, has.memory - left.memory) // needed.memory)
    distinct = any(isinstance(one, DistinctInstance) for one in request.constraints)
    return min(most, 1) if distinct else most


def _with_one_named(instance: ContainerInstance, task: Task) -> ContainerInstance:
    """One task of unknown group as `task`; its resources are already taken."""
    at = next(at for at, one in enumerate(instance.tasks) if one.group == UNNAMED_GROUP)
    return replace(instance, tasks=(*instance.tasks[:at], task, *instance.tasks[at + 1 :]))
