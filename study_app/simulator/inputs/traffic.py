"""The input of a case about a deployment that shifts traffic."""

from collections.abc import Callable
from typing import Final

from study_app.simulator.engines.rollout.rollout import MOST_TASKS
from study_app.simulator.engines.traffic.traffic import BlueGreen, Canary, Linear, Strategy
from study_app.simulator.inputs.values.fields import MOST_COUNT, CaseFields
from study_app.simulator.inputs.values.parameter import (
    AnyParameter,
    Parameter,
    maybe_whole,
    number,
    switch,
    whole,
)
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

BLUE_GREEN, LINEAR, CANARY = "BLUE_GREEN", "LINEAR", "CANARY"

_LINEAR: Final = Linear()
_CANARY: Final = Canary()


def _with(name: str) -> Callable[[Plain], bool]:
    return lambda given: given.get("strategy") == name


STRATEGY: Final = Parameter(
    path="strategy",
    read=lambda fields, name: fields.name(name, (BLUE_GREEN, LINEAR, CANARY)),
    hint=Text("BLUE_GREEN, LINEAR or CANARY.", "BLUE_GREEN, LINEAR, CANARY 중 하나."),
)
DESIRED: Final = Parameter(path="desired", read=whole(most=MOST_TASKS))
STEP: Final = Parameter(
    path="stepPercent", read=number(int(_LINEAR.stepPercent)), when=_with(LINEAR)
)
STEP_BAKE: Final = Parameter(
    path="stepBakeTimeInMinutes",
    read=whole(_LINEAR.stepBakeTimeInMinutes, least=-MOST_COUNT),
    when=_with(LINEAR),
)
CANARY_SHARE: Final = Parameter(
    path="canaryPercent", read=number(int(_CANARY.canaryPercent)), when=_with(CANARY)
)
CANARY_BAKE: Final = Parameter(
    path="canaryBakeTimeInMinutes",
    read=whole(_CANARY.canaryBakeTimeInMinutes, least=-MOST_COUNT),
    when=_with(CANARY),
)
BAKE: Final = Parameter(
    path="bakeTimeInMinutes",
    read=maybe_whole(least=-MOST_COUNT),
    when=lambda given: given.get("strategy") in (BLUE_GREEN, LINEAR, CANARY),
)
NLB: Final = Parameter(path="network_load_balancer", read=switch(default=False))
FAILS_AT: Final = Parameter(path="fails_at", read=maybe_whole())
PARAMETERS: Final[tuple[AnyParameter, ...]] = (
    STRATEGY, DESIRED, STEP, STEP_BAKE, CANARY_SHARE, CANARY_BAKE, BAKE, NLB, FAILS_AT,
)  # fmt: skip


def read_strategy(fields: CaseFields) -> Strategy:
    """The strategy; whether AWS accepts its numbers is left to the engine. Raises CaseError."""
    match STRATEGY.of(fields):
        case "BLUE_GREEN":
            # The API requires this one; for the others CloudFormation has a default.
            return BlueGreen(bakeTimeInMinutes=fields.integer(BAKE.path, least=-MOST_COUNT))
        case "LINEAR":
            return Linear(
                stepPercent=STEP.of(fields),
                stepBakeTimeInMinutes=STEP_BAKE.of(fields),
                bakeTimeInMinutes=BAKE.of(fields),
            )
        case _:
            return Canary(
                canaryPercent=CANARY_SHARE.of(fields),
                canaryBakeTimeInMinutes=CANARY_BAKE.of(fields),
                bakeTimeInMinutes=BAKE.of(fields),
            )
