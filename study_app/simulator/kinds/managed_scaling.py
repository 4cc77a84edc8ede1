"""Cases of kind `capacity_provider` about managed scaling: one evaluation, and a timeline."""

from typing import Final

from study_app.simulator.engines.capacity import timeline as capacity_timeline
from study_app.simulator.engines.capacity.capacity import (
    GroupState,
    ManagedScaling,
    manage,
    managed_scaling_problems,
)
from study_app.simulator.engines.capacity.needs import InstanceType, ProvisioningGroup
from study_app.simulator.engines.capacity.strategy import MOST_TASKS
from study_app.simulator.engines.capacity.timeline import Demand, Moment, Scenario
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.numbers import plain_number
from study_app.simulator.model.errors import CaseError

MOST_ENTRIES: Final = 1440
"""The most groups, instance types and changes of demand in a case."""

_ANY = 10**9


def evaluation(fields: Fields, explain: bool) -> dict[str, object]:
    """One evaluation of managed scaling: `action` is where the reservation points to, and
    `instances` what it comes to. Settings that AWS refuses are a result, too."""
    settings, state = managed_scaling(fields), _group_state(fields)
    problems = managed_scaling_problems(settings)
    if problems:
        return _refused(problems, "needed", "reservation", "action", "instances")
    decision = manage(state, settings, explain=explain)
    trace = {"trace": applied_lines(decision.trace)} if explain else {}
    return {
        "error": False,
        "message": None,
        "needed": decision.needed,
        "reservation": plain_number(decision.reservation),
        "action": decision.action.value,
        "instances": decision.instances,
        **trace,
    }


def timeline(fields: Fields, explain: bool) -> dict[str, object]:
    """The minutes in which something changes, the first and the last; the last one again as
    `instances` and `tasks`."""
    planned = scenario(fields)
    problems = managed_scaling_problems(planned.settings)
    if problems:
        return _refused(problems, "moments", "instances", "tasks")
    moments = capacity_timeline.run(planned, explain=explain)
    lines = [line for moment in moments for line in moment.trace]
    trace = {"trace": applied_lines(lines)} if explain else {}
    return {
        "error": False,
        "message": None,
        "moments": [_moment(moment) for moment in moments],
        "instances": moments[-1].instances,
        "tasks": moments[-1].tasks,
        **trace,
    }


def scenario(fields: Fields) -> Scenario:
    """The scenario of a timeline. Raises CaseError for a malformed one."""
    # A task without any memory would fit an instance without end.
    task = Fields(fields.raw("task"), "task")
    task.integer("memory", least=1)
    return Scenario(
        instance_type=_instance_type(Fields(fields.raw("instance_type"), "instance_type")),
        task=_requirements(task, count=1),
        demand=tuple(
            Demand(at=item.integer("at"), tasks=item.integer("tasks", most=MOST_TASKS))
            for item in fields.items("demand", most=MOST_ENTRIES)
        ),
        minutes=fields.integer("minutes", least=1, most=capacity_timeline.MOST_MINUTES),
        running=fields.integer("running", 0, most=capacity_timeline.MOST_INSTANCES),
        settings=managed_scaling(fields),
    )


def managed_scaling(fields: Fields) -> ManagedScaling:
    """The settings as they stand; whether AWS takes them is for the validation to say."""
    default = ManagedScaling()

    def setting(name: str, otherwise: int) -> int:
        return fields.integer(name, otherwise, least=-_ANY, most=_ANY)

    return ManagedScaling(
        targetCapacity=setting("targetCapacity", default.targetCapacity),
        minimumScalingStepSize=setting("minimumScalingStepSize", default.minimumScalingStepSize),
        maximumScalingStepSize=setting("maximumScalingStepSize", default.maximumScalingStepSize),
        instanceWarmupPeriod=setting("instanceWarmupPeriod", default.instanceWarmupPeriod),
    )


def _group_state(fields: Fields) -> GroupState:
    running = fields.integer("running")
    state = GroupState(
        running=running,
        busy=fields.integer("busy", most=running),
        provisioning=tuple(
            _requirements(item, count=item.integer("count"))
            for item in fields.items("provisioning", most=MOST_ENTRIES)
        ),
        instance_types=tuple(
            _instance_type(item) for item in fields.items("instance_types", most=MOST_ENTRIES)
        ),
        minutes_below=fields.integer("minutes_below", 0),
        seconds_since_scale_out=fields.maybe_integer("seconds_since_scale_out"),
    )
    if any(group.count for group in state.provisioning) and not state.instance_types:
        raise CaseError(
            "instance_types", "is empty", "write the instance types for the tasks that provision"
        )
    return state


def _requirements(fields: Fields, *, count: int) -> ProvisioningGroup:
    return ProvisioningGroup(
        count=count,
        cpu=fields.integer("cpu", 0),
        memory=fields.integer("memory", 0),
        gpu=fields.integer("gpu", 0),
        awsvpc=fields.flag("awsvpc", default=False),
        host_ports=fields.flag("host_ports", default=False),
    )


def _instance_type(fields: Fields) -> InstanceType:
    return InstanceType(
        cpu=fields.integer("cpu"),
        memory=fields.integer("memory"),
        gpu=fields.integer("gpu", 0),
        eni_tasks=fields.integer("eni_tasks", 0),
    )


def _moment(moment: Moment) -> dict[str, object]:
    return {
        "at": moment.at,
        "wanted": moment.wanted,
        "tasks": moment.tasks,
        "provisioning": moment.provisioning,
        "instances": moment.instances,
        "reservation": plain_number(moment.reservation),
        "action": moment.action.value,
    }


def _refused(problems: tuple[str, ...], *fields: str) -> dict[str, object]:
    return {"error": True, "message": "; ".join(problems), **dict.fromkeys(fields)}
