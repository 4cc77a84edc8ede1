"""Cases of kind `scaling`: plain input in, plain result out."""

from collections.abc import Callable, Mapping, Sequence

from study_app.simulator.engines.scaling.scaling import (
    Direction,
    combine_tracking,
    decide,
    tracking_delta,
)
from study_app.simulator.engines.scaling.step_scaling import DEFAULT_COOLDOWN, round_percent_change
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.inputs.policies import (
    circumstances,
    policy,
    scalable_target,
    verdict,
)
from study_app.simulator.kinds.scaling_timeline import timeline
from study_app.simulator.model.errors import CaseError


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """The result of one case; which fields it has depends on `policy`.

    `explain` adds the `trace` where policies decide. Raises CaseError for a malformed input.
    """
    fields = Fields(given)
    match fields.name("policy", _POLICIES):
        case "multi":
            return _scale(fields, fields.items("policies"), explain)
        case "step" | "target_tracking":
            return _scale(fields, [fields], explain)
        case "timeline":
            return timeline(fields, explain)
        case calculation:
            return _CALCULATIONS[calculation](fields)


def _scale(fields: Fields, items: Sequence[Fields], explain: bool) -> dict[str, object]:
    policies = [policy(item) for item in items]
    if not policies:
        raise CaseError("policies", "is empty", "write at least one policy")
    decision = decide(scalable_target(fields), policies, circumstances(fields), explain=explain)
    trace = {"trace": applied_lines(decision.trace)} if explain else {}
    return {
        "new": decision.new,
        "delta": decision.new - decision.before,
        "action": decision.direction.value,
        **verdict(policies),
        **trace,
    }


def _round(fields: Fields) -> dict[str, object]:
    return {"rounded": round_percent_change(fields.number("value"))}


def _delta(fields: Fields) -> dict[str, object]:
    return {"delta": tracking_delta(fields.number("raw_delta"))}


def _defaults(_: Fields) -> dict[str, object]:
    return {
        "step_cooldown": DEFAULT_COOLDOWN,
        "scale_out_cooldown": DEFAULT_COOLDOWN,
        "scale_in_cooldown": DEFAULT_COOLDOWN,
        "disableScaleIn": False,
        "metricAggregationType": "Average",
    }


def _gate(fields: Fields) -> dict[str, object]:
    direction = fields.choice("direction", Direction)
    return {"allowed": circumstances(fields).allow(direction)}


def _combine(fields: Fields) -> dict[str, object]:
    votes = []
    for place, vote in fields.values("votes"):
        if not isinstance(vote, str) or vote not in list(Direction):
            raise CaseError(place, "is no vote", f"write one of {', '.join(Direction)}")
        votes.append(Direction(vote))
    return {"action": combine_tracking(votes).value}


_CALCULATIONS: Mapping[str, Callable[[Fields], dict[str, object]]] = {
    "round_percent_change": _round,
    "target_tracking_delta": _delta,
    "combine_target_tracking": _combine,
    "gate": _gate,
    "defaults": _defaults,
}
_POLICIES = ("step", "target_tracking", "multi", "timeline", *_CALCULATIONS)
