"""Capacity providers: strategies, and the managed scaling of their Auto Scaling groups."""

from typing import Any, Final

from study_app.simulator.engines.capacity.capacity import (
    INSTANCES_FROM_ZERO,
    CapacityDecision,
    ManagedScaling,
    action,
    desired_instances,
    manage,
    managed_scaling_problems,
    reservation,
)
from study_app.simulator.engines.capacity.strategy import (
    CapacityProviderStrategyItem,
    distribute,
    strategy_problems,
)
from study_app.simulator.engines.capacity.timeline import Minute, run
from study_app.simulator.inputs.capacity import (
    COUNT,
    DIRECTION_PARAMETERS,
    DISTRIBUTE_PARAMETERS,
    MANAGE_PARAMETERS,
    NEEDED,
    RUNNING_NOW,
    TARGET,
    TIMELINE_PARAMETERS,
    is_enabled,
    managed_scaling,
    read_group,
    read_launch_type,
    read_strategy,
    scenario,
)
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.kinds.kind import Ask, Kind, Mode, SimulateCommand
from study_app.simulator.kinds.scaling import IN_WORDS, OUT_WORDS, STAYS_WORDS
from study_app.simulator.mistakes.capacity_provider import CAPACITY_PROVIDER as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.notebook import plain_number
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import Problem, Refused, all_of
from study_app.simulator.playback.capacity import (
    CapacityOverTime,
    Dealing,
    play_distribution,
    play_timeline,
)
from study_app.simulator.playback.frames import TaskLook
from study_app.words.text import Text


def _reservation(fields: CaseFields, _: bool) -> Outcome[Plain]:
    needed, running = NEEDED.of(fields), RUNNING_NOW.of(fields)
    return Outcome({"reservation": plain_number(reservation(needed, running))})


def _direction(fields: CaseFields, _: bool) -> Outcome[Plain]:
    needed, running = NEEDED.of(fields), RUNNING_NOW.of(fields)
    target = fields.integer(TARGET.path, ManagedScaling().targetCapacity, least=1, most=100)
    return Outcome(
        {
            "action": action(needed, running, target).value,
            "reservation": plain_number(reservation(needed, running)),
            "desired": desired_instances(needed, running, target),
        }
    )


def _distribute(fields: CaseFields, explain: bool) -> Outcome[Dealing]:
    strategy, count = tuple(read_strategy(fields)), COUNT.of(fields)
    problems = _strategy_problems(strategy, fields)
    if problems:
        raise Refused(problems)
    distribution = distribute(strategy, count, explain=explain)
    trace = distribution.trace if explain else None
    return Outcome(Dealing(strategy, distribution), trace=trace)


def _strategy_problems(
    strategy: tuple[CapacityProviderStrategyItem, ...], fields: CaseFields
) -> tuple[Problem, ...]:
    found = strategy_problems(strategy, launch_type=read_launch_type(fields))
    return tuple(
        problem if problem.place == "launchType" else problem.within("strategy")
        for problem in found
    )


def _manage(fields: CaseFields, explain: bool) -> Outcome[CapacityDecision]:
    """One evaluation: `action` is what the reservation calls for, `instances` the resulting
    size."""
    settings, state = managed_scaling(fields), read_group(fields)
    _refuse(settings)
    decision = manage(state, settings, explain=explain)
    return Outcome(decision, trace=decision.trace if explain else None)


def _write_decision(decision: CapacityDecision) -> Plain:
    return {
        "needed": decision.needed,
        "reservation": plain_number(decision.reservation),
        "action": decision.action.value,
        "instances": decision.instances,
    }


def _timeline(fields: CaseFields, explain: bool) -> Outcome[CapacityOverTime]:
    planned = scenario(fields)
    _refuse(planned.settings)
    moments = run(planned, explain=explain)
    lines = tuple(line for moment in moments for line in moment.trace)
    return Outcome(CapacityOverTime(planned, moments), trace=lines if explain else None)


def _write_timeline(result: CapacityOverTime) -> Plain:
    """The last minute is repeated as `instances` and `tasks`."""
    return {
        "moments": [_moment(moment) for moment in result.moments],
        "instances": result.moments[-1].instances,
        "tasks": result.moments[-1].tasks,
    }


def _moment(moment: Minute) -> dict[str, object]:
    return {
        "at": moment.at,
        "wanted": moment.wanted,
        "tasks": moment.tasks,
        "provisioning": moment.provisioning,
        "instances": moment.instances,
        "reservation": plain_number(moment.reservation),
        "action": moment.action.value,
    }


def _refuse(settings: ManagedScaling) -> None:
    problems = managed_scaling_problems(settings)
    if problems:
        raise Refused(problems)


def _validate(fields: CaseFields, _: bool) -> Outcome[tuple[Problem, ...]]:
    problems = managed_scaling_problems(
        managed_scaling(fields),
        managed_termination_protection=is_enabled(
            fields, "managedTerminationProtection", default=False
        ),
        managed_scaling=is_enabled(fields, "status", default=True),
    )
    if fields.has("strategy"):
        problems += _strategy_problems(tuple(read_strategy(fields)), fields)
    return Outcome(problems)


def _write_problems(problems: tuple[Problem, ...]) -> Plain:
    return {"valid": not problems, "message": all_of(problems).en or None}


def _defaults(_: CaseFields, __: bool) -> Outcome[Plain]:
    settings = ManagedScaling()
    item = CapacityProviderStrategyItem(capacityProvider="any")
    return Outcome(
        {
            "targetCapacity": settings.targetCapacity,
            "minimumScalingStepSize": settings.minimumScalingStepSize,
            "maximumScalingStepSize": settings.maximumScalingStepSize,
            "instanceWarmupPeriod": settings.instanceWarmupPeriod,
            "managedTerminationProtection": "DISABLED",
            "managedDraining": "ENABLED",
            "base": item.base,
            "weight": item.weight,
        }
    )


def _scale_from_zero(_: CaseFields, __: bool) -> Outcome[Plain]:
    return Outcome({"instances": INSTANCES_FROM_ZERO})


_RUNNING: Final = {
    TaskLook.NEW: Text("running", "실행 중"),
    TaskLook.PENDING: Text("waiting", "대기 중"),
}
_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(name="reservation", run=_reservation, write=dict),
    Mode(
        name="direction",
        run=_direction,
        write=dict,
        parameters=DIRECTION_PARAMETERS,
        command=SimulateCommand(
            name="capacity",
            help="Let a capacity provider's managed scaling set the number of instances.",
            example="dva simulate capacity --needed 5 --running 4 --target 80",
        ),
    ),
    Mode(
        name="distribute",
        run=_distribute,
        write=lambda dealing: {"counts": dict(dealing.distribution.counts)},
        parameters=DISTRIBUTE_PARAMETERS,
        play=play_distribution,
        refusable=("counts",),
        looks=_RUNNING,
    ),
    Mode(
        name="manage",
        run=_manage,
        write=_write_decision,
        parameters=MANAGE_PARAMETERS,
        refusable=("needed", "reservation", "action", "instances"),
        looks=_RUNNING,
    ),
    Mode(
        name="timeline",
        run=_timeline,
        write=_write_timeline,
        parameters=TIMELINE_PARAMETERS,
        play=play_timeline,
        refusable=("moments", "instances", "tasks"),
        looks=_RUNNING,
    ),
    Mode(name="defaults", run=_defaults, write=dict),
    Mode(name="validate", run=_validate, write=_write_problems, says=all_of),
    Mode(name="scale_from_zero", run=_scale_from_zero, write=dict),
)


def _tasks_on(result: Plain, provider: str) -> object:
    counts = result["counts"]
    if not isinstance(counts, dict):
        raise KeyError("counts")
    return counts[provider]


CAPACITY_PROVIDER: Final = Kind(
    name="capacity_provider",
    modes=_MODES,
    asks={"tasks_on": Ask(about=_tasks_on)},
    says={"scale_out": OUT_WORDS, "scale_in": IN_WORDS, "none": STAYS_WORDS},
    mistakes=MISTAKES,
)
