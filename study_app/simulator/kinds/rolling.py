"""Rolling updates: within a number of slots, on instances, and draining instances."""

from typing import Any, Final

from study_app.simulator.engines.rollout.cluster_rollout import drain_on, roll_out_on
from study_app.simulator.engines.rollout.deployment import (
    DeploymentConfiguration,
    default_configuration,
    seconds_to_healthy,
    validate,
)
from study_app.simulator.engines.rollout.rollout import (
    MOST_TASKS,
    Result,
    RolloutStep,
    cautions,
    roll_out,
    unusual_limits,
)
from study_app.simulator.engines.rollout.rules import LOWER, UPPER
from study_app.simulator.engines.rollout.service_update import ClusterResult
from study_app.simulator.inputs.placement import KNOWN, rebalances
from study_app.simulator.inputs.rolling import (
    PARAMETERS,
    has_instances,
    read_configuration,
    read_early_success_percent,
    read_limits,
    read_origin,
    read_rollout,
    read_scheduling_strategy,
    read_update,
)
from study_app.simulator.inputs.running_service import DEPLOYMENTS
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.kinds.kind import Ask, Kind, Mode, SimulateCommand, ValueWords
from study_app.simulator.kinds.steps import RUNNING_ASKS, STEP_ASKS, step_words
from study_app.simulator.mistakes.rolling import ROLLING as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import Problem, in_one_line
from study_app.simulator.model.trace import Applied
from study_app.simulator.playback.frames import TaskLook
from study_app.simulator.playback.rolling import play_draining, play_rollout
from study_app.words.text import Text

Rolled = Result | ClusterResult


def _rollout(fields: CaseFields, explain: bool) -> Outcome[Rolled]:
    rolled: Rolled
    if has_instances(fields.plain):
        found = read_update(fields, drain=False)
        rolled = roll_out_on(
            found.instances,
            found.update,
            in_flight=found.in_flight,
            opening=found.opening,
            explain=explain,
        )
    else:
        rolled = roll_out(read_rollout(fields), explain=explain)
    return Outcome(rolled, trace=rolled.trace if explain else None)


def _drain(fields: CaseFields, explain: bool) -> Outcome[ClusterResult]:
    found = read_update(fields, drain=True)
    rolled = drain_on(found.instances, found.update, opening=found.opening, explain=explain)
    return Outcome(rolled, trace=rolled.trace if explain else None)


def _cautions(fields: CaseFields) -> tuple[Applied, ...]:
    if has_instances(fields.plain):
        return unusual_limits(read_limits(fields))
    return cautions(read_rollout(fields))


def _write(rolled: Rolled) -> Plain:
    """On instances `placed` lists, for each step, the instance of each of its tasks."""
    steps = _steps(rolled)
    plain: dict[str, object] = {
        "lower": rolled.lower,
        "upper": rolled.upper,
        "steps": [str(step) for step in steps],
        "result": rolled.outcome.value,
        "states": [{"old": step.old, "new": step.new} for step in steps],
    }
    if isinstance(rolled, ClusterResult):
        plain["placed"] = [list(each.instances) for each in rolled.steps]
    return plain


def _steps(rolled: Rolled) -> tuple[RolloutStep, ...]:
    if isinstance(rolled, ClusterResult):
        return tuple(each.step for each in rolled.steps)
    return rolled.steps


def _validate(fields: CaseFields, _: bool) -> Outcome[tuple[Problem, ...]]:
    strategy = read_scheduling_strategy(fields)
    problems = validate(
        read_configuration(fields, default_configuration(strategy, read_origin(fields))),
        strategy=strategy,
        desired_count=fields.maybe_integer("desiredCount", least=-MOST_TASKS),
        availability_zone_rebalancing=rebalances(fields),
        early_success_percent=read_early_success_percent(fields),
    )
    return Outcome(problems)


def _write_problems(problems: tuple[Problem, ...]) -> Plain:
    return {
        "valid": not problems,
        "error": "InvalidParameterException" if problems else None,
        "message": _message(problems).en or None,
    }


def _message(problems: tuple[Problem, ...]) -> Text:
    return in_one_line(problem.what for problem in problems)


def _defaults(fields: CaseFields, _: bool) -> Outcome[DeploymentConfiguration]:
    return Outcome(default_configuration(read_scheduling_strategy(fields), read_origin(fields)))


def _write_configuration(configuration: DeploymentConfiguration) -> Plain:
    return {
        "minimumHealthyPercent": configuration.minimumHealthyPercent,
        "maximumPercent": configuration.maximumPercent,
    }


def _healthy_after(fields: CaseFields, _: bool) -> Outcome[Plain]:
    seconds = seconds_to_healthy(
        load_balancer=fields.flag("load_balancer", default=False),
        container_health_check=fields.flag("container_health_check", default=False),
    )
    return Outcome({"seconds_after_running": seconds})


_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(
        name="rollout",
        run=_rollout,
        write=_write,
        parameters=PARAMETERS,
        play=play_rollout,
        validator="validate",
        cautions=_cautions,
        looks={TaskLook.OLD: Text("old", "기존")},
        command=SimulateCommand(
            name="rollout",
            help="Step through a rolling update.",
            example="dva simulate rollout --desired 4 --min 50 --max 100",
            pictures=True,
        ),
    ),
    Mode(
        name="drain",
        run=_drain,
        write=_write,
        parameters=PARAMETERS,
        play=play_draining,
        validator="validate",
        cautions=_cautions,
        looks={
            TaskLook.OLD: Text("running", "실행 중"),
            TaskLook.PENDING: Text("not yet healthy", "아직 정상 아님"),
        },
    ),
    Mode(name="validate", run=_validate, write=_write_problems, says=_message),
    Mode(name="defaults", run=_defaults, write=_write_configuration),
    Mode(name="healthy_after", run=_healthy_after, write=dict),
)

ROLLING: Final = Kind(
    name="rolling",
    modes=_MODES,
    default="rollout",
    also=("rollout",),
    knows=(*KNOWN, DEPLOYMENTS, "desiredCount", "earlySuccessCriteria", "via"),
    asks={
        **STEP_ASKS,
        **RUNNING_ASKS,
        "lower": Ask(value=lambda result: result["lower"], only=(LOWER,)),
        "upper": Ask(value=lambda result: result["upper"], only=(UPPER,)),
        "outcome": Ask(value=lambda result: result["result"]),
    },
    says={
        "COMPLETED": ValueWords(
            words=Text("completes", "완료"),
            also=("completed", "complete", "it completes", "완료된다", "완료됨"),
        ),
        "STUCK": ValueWords(
            words=Text("stuck", "멈춤"),
            also=("gets stuck", "it is stuck", "blocked", "deadlock", "멈춘다", "막힘"),
        ),
    },
    words_for=step_words,
    mistakes=MISTAKES,
)
