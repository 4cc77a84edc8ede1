"""Service auto scaling: target tracking, step scaling, several policies, all also over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from study_app.simulator.engines.scaling.scaling import (
    Direction,
    ScalingDecision,
    ScalingError,
    combine_tracking,
    decide,
    tracking_delta,
)
from study_app.simulator.engines.scaling.step_scaling import DEFAULT_COOLDOWN, round_percent_change
from study_app.simulator.engines.scaling.timeline import Activity, run
from study_app.simulator.inputs.scaling import (
    TRACKING_PARAMETERS,
    circumstances,
    policy,
    policy_problems,
    scalable_target,
)
from study_app.simulator.inputs.scaling_timeline import PARAMETERS, STEPS_HINT, scenario
from study_app.simulator.inputs.values import notation
from study_app.simulator.inputs.values.fields import CaseFields, name_at
from study_app.simulator.inputs.values.parameter import AnyParameter, Parameter
from study_app.simulator.kinds.kind import Kind, Mode, SimulateCommand, ValueWords
from study_app.simulator.mistakes.scaling import SCALING as MISTAKES
from study_app.simulator.model.case import Plain
from study_app.simulator.model.notebook import plain_number
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.problem import CaseError, Problem, all_of
from study_app.simulator.playback.frames import TaskLook
from study_app.simulator.playback.scaling import ScalingOverTime, play_scaling
from study_app.words.text import Text


@dataclass(frozen=True, slots=True)
class _Decided:
    """The decision of the policies, and AWS's objections to their steps."""

    decision: ScalingDecision
    problems: tuple[Problem, ...]


def _one(fields: CaseFields, explain: bool) -> Outcome[_Decided]:
    return _decide(fields, [("", fields)], explain=explain)


def _multi(fields: CaseFields, explain: bool) -> Outcome[_Decided]:
    items = fields.items("policies")
    if not items:
        raise CaseError("policies", "{place} is empty", "write at least one policy")
    placed = [(f"policies[{number}]", item) for number, item in enumerate(items)]
    return _decide(fields, placed, explain=explain)


def _decide(
    fields: CaseFields, items: Sequence[tuple[str, CaseFields]], *, explain: bool
) -> Outcome[_Decided]:
    policies = [(place, policy(item)) for place, item in items]
    decision = decide(
        scalable_target(fields),
        [one for _, one in policies],
        circumstances(fields),
        explain=explain,
    )
    decided = _Decided(decision, policy_problems(policies))
    return Outcome(decided, trace=decision.trace if explain else None)


def _write_decided(decided: _Decided) -> Plain:
    decision = decided.decision
    return {
        "new": decision.new,
        "delta": decision.new - decision.before,
        "action": decision.direction.value,
        **_verdict(decided.problems),
    }


def _wrong_steps(decided: _Decided) -> Text:
    return all_of(decided.problems)


def _verdict(problems: tuple[Problem, ...]) -> dict[str, object]:
    """Whether AWS would accept the steps; their effect is computed anyway."""
    return {
        "valid": not problems,
        "error": bool(problems),
        "message": all_of(problems).en or None,
    }


def _timeline(fields: CaseFields, explain: bool) -> Outcome[ScalingOverTime]:
    planned = scenario(fields)
    try:
        activities = run(planned, explain=explain)
    except ScalingError as error:
        raise CaseError("schedule", "{place} does not fit", error.text) from error
    lines = tuple(line for activity in activities for line in activity.trace)
    return Outcome(ScalingOverTime(planned, activities), trace=lines if explain else None)


def _write_timeline(result: ScalingOverTime) -> Plain:
    """The `metric` of an activity is a number, a list of them where there are several policies, and
    null without data and for a scheduled action."""
    capacities = [activity.after for activity in result.activities]
    return {
        "activities": [_activity(activity) for activity in result.activities],
        "capacities": capacities,
        "final": capacities[-1] if capacities else result.planned.target.current,
        **_verdict(_problems(result)),
    }


def _problems(result: ScalingOverTime) -> tuple[Problem, ...]:
    policies = enumerate(result.planned.policies)
    return policy_problems([(f"policies[{number}]", one) for number, one in policies])


def _wrong_policies(result: ScalingOverTime) -> Text:
    return all_of(_problems(result))


def _activity(activity: Activity) -> dict[str, object]:
    return {
        "at": activity.at,
        "before": activity.before,
        "after": activity.after,
        "metric": _metric(activity),
    }


def _metric(activity: Activity) -> object:
    shown = [None if one is None else plain_number(one) for one in activity.metrics]
    match shown:
        case []:
            return None
        case [one]:
            return one
        case _:
            return shown


def _round(fields: CaseFields, _: bool) -> Outcome[Plain]:
    return Outcome({"rounded": round_percent_change(fields.number("value"))})


def _delta(fields: CaseFields, _: bool) -> Outcome[Plain]:
    return Outcome({"delta": tracking_delta(fields.number("raw_delta"))})


def _combine(fields: CaseFields, _: bool) -> Outcome[Plain]:
    votes = [
        Direction(name_at(place, vote, [one.value for one in Direction]))
        for place, vote in fields.values("votes")
    ]
    return Outcome({"action": combine_tracking(votes).value})


def _gate(fields: CaseFields, _: bool) -> Outcome[Plain]:
    direction = fields.choice("direction", Direction)
    return Outcome({"allowed": circumstances(fields).allow(direction)})


def _defaults(_: CaseFields, __: bool) -> Outcome[Plain]:
    return Outcome(
        {
            "step_cooldown": DEFAULT_COOLDOWN,
            "scale_out_cooldown": DEFAULT_COOLDOWN,
            "scale_in_cooldown": DEFAULT_COOLDOWN,
            "disableScaleIn": False,
            "metricAggregationType": "Average",
        }
    )


_STEPS: Final[AnyParameter] = Parameter(
    path="steps",
    notation=notation.STEPS,
    hint=STEPS_HINT,
    when=lambda given: "steps" in given,
)
_RUNNING: Final = {TaskLook.OLD: Text("running", "실행 중")}
_MODES: Final[tuple[Mode[Any], ...]] = (
    Mode(name="step", run=_one, write=_write_decided, says=_wrong_steps, parameters=(_STEPS,)),
    Mode(
        name="target_tracking",
        run=_one,
        write=_write_decided,
        says=_wrong_steps,
        parameters=TRACKING_PARAMETERS,
        command=SimulateCommand(
            name="scale",
            help="Let target tracking set the number of tasks.",
            example="dva simulate scale --current 4 --metric 90 --target 60 --max 10",
        ),
    ),
    Mode(name="multi", run=_multi, write=_write_decided, says=_wrong_steps),
    Mode(
        name="timeline",
        run=_timeline,
        write=_write_timeline,
        says=_wrong_policies,
        parameters=PARAMETERS,
        play=play_scaling,
        looks=_RUNNING,
    ),
    Mode(name="round_percent_change", run=_round, write=dict),
    Mode(name="target_tracking_delta", run=_delta, write=dict),
    Mode(name="combine_target_tracking", run=_combine, write=dict),
    Mode(name="gate", run=_gate, write=dict),
    Mode(name="defaults", run=_defaults, write=dict),
)

OUT_WORDS: Final = ValueWords(
    words=Text("scales out", "스케일 아웃"),
    also=("scale out", "scale-out", "out", "확장", "확장한다", "늘어난다"),
)
IN_WORDS: Final = ValueWords(
    words=Text("scales in", "스케일 인"),
    also=("scale in", "scale-in", "in", "축소", "축소한다", "줄어든다"),
)
STAYS_WORDS: Final = ValueWords(
    words=Text("does not scale", "그대로"),
    also=(
        "no scaling", "nothing", "no change", "none", "stays the same", "그대로 둔다",
        "변화 없음",
    ),
)  # fmt: skip

SCALING: Final = Kind(
    name="scaling",
    modes=_MODES,
    chosen_by="policy",
    says={"out": OUT_WORDS, "in": IN_WORDS, "none": STAYS_WORDS},
    mistakes=MISTAKES,
)
