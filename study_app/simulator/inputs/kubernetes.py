"""The input of a case about a Kubernetes Deployment."""

import re
from typing import Final

from study_app.simulator.engines.kubernetes.kubernetes import Amount, Percent, RollingUpdate
from study_app.simulator.engines.rollout.rollout import MOST_TASKS
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.inputs.values.parameter import AnyParameter, Parameter, Read, whole
from study_app.simulator.model.problem import CaseError
from study_app.words.errors import error_text
from study_app.words.text import Text

_PERCENT: Final = re.compile(r"(-?[0-9]{1,7})%")
_REMEDY: Final = error_text(
    "write a whole number of pods, or percent as {example}", example="'25%'"
)
_MOST_PODS: Final = 1_000_000
_DEFAULT: Final = RollingUpdate()
_HINT: Final = Text(
    "A number of pods, or a share of them: 1 or 25%", "Pod 수 또는 비율: 1 또는 25%"
)


def _amount(default: Amount) -> Read[Amount]:
    """Pods as a whole number, or a share of the replicas as `25%`."""

    def read(fields: CaseFields, name: str) -> Amount:
        if not fields.has(name):
            return default
        value = fields.raw(name)
        if not isinstance(value, str):
            return fields.integer(name, least=-_MOST_PODS, most=_MOST_PODS)
        percent = _PERCENT.fullmatch(value)
        if percent is None:
            raise CaseError(
                fields.where(name), "{place} is {shown}", _REMEDY, shown=repr(value[:40])
            )
        return Percent(int(percent[1]))

    return read


REPLICAS: Final = Parameter(path="replicas", read=whole(most=MOST_TASKS))
SURGE: Final = Parameter(path="maxSurge", read=_amount(_DEFAULT.maxSurge), hint=_HINT)
UNAVAILABLE: Final = Parameter(
    path="maxUnavailable", read=_amount(_DEFAULT.maxUnavailable), hint=_HINT
)
PARAMETERS: Final[tuple[AnyParameter, ...]] = (REPLICAS, SURGE, UNAVAILABLE)


def read_update(fields: CaseFields) -> RollingUpdate:
    """The two limits. Raises CaseError if they are malformed."""
    return RollingUpdate(maxSurge=SURGE.of(fields), maxUnavailable=UNAVAILABLE.of(fields))
