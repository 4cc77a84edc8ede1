"""Tasks as returned by `describe-tasks`, each on its container instance.

Sources: API_DescribeTasks, API_Task, task-lifecycle-explanation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from study_app.simulator.documents.fields import optional_text
from study_app.simulator.engines.fargate.fargate import cpu_units, memory_mib
from study_app.simulator.inputs.placement import MOST_TASKS
from study_app.simulator.inputs.values.fields import MOST_COUNT, CaseFields
from study_app.simulator.inputs.values.instances import UNNAMED_GROUP
from study_app.simulator.model.case import Plain
from study_app.simulator.model.problem import CaseError
from study_app.words.errors import error_text

_STAGES: Final[Mapping[str, tuple[str, str]]] = {
    "PROVISIONING": ("PENDING", "RUNNING"),
    "PENDING": ("PENDING", "RUNNING"),
    "ACTIVATING": ("PENDING", "RUNNING"),
    "RUNNING": ("RUNNING", "RUNNING"),
    "DEACTIVATING": ("RUNNING", "STOPPED"),
    "STOPPING": ("RUNNING", "STOPPED"),
    "DEPROVISIONING": ("STOPPED", "STOPPED"),
    "STOPPED": ("STOPPED", "STOPPED"),
    "DELETED": ("STOPPED", "STOPPED"),
}
"""AWS's last status as the last and the desired status of a case."""

_DESIRED: Final = ("PENDING", "RUNNING", "STOPPED")


@dataclass(frozen=True, slots=True, kw_only=True)
class AwsTask:
    """A task that has not stopped.

    `instance` is the id of its container instance, if any. `plain` is the task in the form of a
    case; `sized`: AWS gives its CPU and memory.
    """

    instance: str | None
    group: str
    plain: Plain
    sized: bool


def read_tasks(items: Iterable[CaseFields]) -> tuple[AwsTask, ...]:
    """The tasks in the order of the document. Raises CaseError if one is malformed."""
    found = [_task(item) for item in items]
    if len(found) > MOST_TASKS:
        raise CaseError(
            "tasks",
            "{place} lists {count}",
            "keep at most {most}",
            count=len(found),
            most=MOST_TASKS,
        )
    return tuple(task for task in found if task is not None)


def _task(fields: CaseFields) -> AwsTask | None:
    last, desired = _STAGES[
        fields.name("lastStatus", _STAGES) if fields.has("lastStatus") else "RUNNING"
    ]
    if fields.has("desiredStatus") and fields.name("desiredStatus", _DESIRED) == "STOPPED":
        desired = "STOPPED"
    if last == "STOPPED":
        return None
    arn = optional_text(fields, "containerInstanceArn")
    group = optional_text(fields, "group") or UNNAMED_GROUP
    plain: dict[str, object] = {"group": group}
    for name, read, examples in (
        ("cpu", cpu_units, "'256' or '0.25 vCPU'"),
        ("memory", memory_mib, "'512' or '1 GB'"),
    ):
        if fields.has(name):
            written = fields.raw(name)
            amount = read(written) if isinstance(written, int | str) else None
            if isinstance(written, bool) or amount is None or not 0 <= amount <= MOST_COUNT:
                remedy = error_text("write an amount like {example}", example=examples)
                raise CaseError(fields.where(name), "{place} is not a valid value", remedy)
            plain[name] = amount
    if last != "RUNNING":
        plain["last_status"] = last
    if desired != "RUNNING":
        plain["desired_status"] = desired
    if started_by := optional_text(fields, "startedBy"):
        plain["startedBy"] = started_by
    if any(item.raw("type") == "ElasticNetworkInterface" for item in fields.items("attachments")):
        plain["networkMode"] = "awsvpc"
    return AwsTask(
        instance=arn.rpartition("/")[2] if arn else None,
        group=group,
        plain=plain,
        sized="cpu" in plain or "memory" in plain,
    )
