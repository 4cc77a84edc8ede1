"""Scenarios: cases of the simulator that a learner can open in the lab."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from study_app.simulator.model.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A worked example: a case for the simulator, with the texts about it.

    `group` names its group, `beside` is a second case to compare it with; the labels tell the two
    apart. `position` orders the groups. All texts go by language (`en`, `ko`) and may be empty.
    """

    id: str
    group: Mapping[str, str]
    title: Mapping[str, str]
    text: Mapping[str, str]
    case: Case
    source: str = ""
    position: int = 0
    label: Mapping[str, str] = field(default_factory=dict)
    beside: Case | None = None
    beside_label: Mapping[str, str] = field(default_factory=dict)
