"""Cases of kind `kubernetes`: plain input in, plain result out."""

import re
from collections.abc import Mapping

from study_app.simulator.engines.kubernetes.kubernetes import (
    Amount,
    KubernetesError,
    KubernetesRollout,
    Percent,
    RollingUpdate,
    roll_out,
)
from study_app.simulator.engines.rollout.rollout import MOST_TASKS
from study_app.simulator.kinds.inputs.applied import applied_lines
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.model.errors import CaseError

_PERCENT = re.compile(r"(-?[0-9]{1,7})%")
_REMEDY = "write a whole number of pods, or percent as '25%'"
_MOST_PODS = 1_000_000


def case(given: Mapping[str, object], *, explain: bool = False) -> Mapping[str, object]:
    """A RollingUpdate of `replicas` pods: its limits in pods, and its steps.

    Limits that Kubernetes refuses are a result, too. `explain` adds the `trace`. Raises CaseError
    for a malformed input.
    """
    try:
        _, rollout = read_kubernetes(Fields(given), explain=explain)
    except KubernetesError as error:
        nothing = dict.fromkeys(("lower", "upper", "steps", "states"))
        return {"error": True, "message": str(error), **nothing}
    trace = {"trace": applied_lines(rollout.trace)} if explain else {}
    return {
        "error": False,
        "message": None,
        "lower": rollout.lower,
        "upper": rollout.upper,
        "steps": [str(step) for step in rollout.steps],
        "states": [{"old": step.old, "new": step.new} for step in rollout.steps],
        **trace,
    }


def read_kubernetes(fields: Fields, *, explain: bool) -> tuple[int, KubernetesRollout]:
    """The replicas of an input, and their rollout.

    Raises KubernetesError for limits that Kubernetes refuses, CaseError for a malformed input.
    """
    replicas = fields.integer("replicas", most=MOST_TASKS)
    default = RollingUpdate()
    update = RollingUpdate(
        maxSurge=_amount(fields, "maxSurge", default.maxSurge),
        maxUnavailable=_amount(fields, "maxUnavailable", default.maxUnavailable),
    )
    return replicas, roll_out(replicas, update, explain=explain)


def _amount(fields: Fields, name: str, default: Amount) -> Amount:
    """Pods as a whole number, or a share of the replicas as `25%`."""
    if not fields.has(name):
        return default
    value = fields.raw(name)
    if not isinstance(value, str):
        return fields.integer(name, least=-_MOST_PODS, most=_MOST_PODS)
    percent = _PERCENT.fullmatch(value)
    if percent is None:
        raise CaseError(fields.where(name), f"is {value[:40]!r}", _REMEDY)
    return Percent(int(percent[1]))
