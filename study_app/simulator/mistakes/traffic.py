"""What people get wrong about blue/green, linear and canary deployments: forgotten times."""

from collections.abc import Callable, Mapping
from typing import Final

from study_app.simulator.engines.traffic.traffic import NLB_MINUTES, Linear
from study_app.simulator.mistakes.mistake import Believed, Mistake, Simulate, misread
from study_app.simulator.model.case import Plain
from study_app.words.text import Text


def _shorter_by(minutes: Callable[[Plain], int]) -> Believed:
    """The right timeline, `minutes` shorter as a whole."""

    def result(given: Plain, simulate: Simulate) -> Plain | None:
        less, right = minutes(given), simulate(given)["minutes"]
        return {"minutes": right - less} if less and isinstance(right, int) else None

    return result


def _step_bake(given: Plain) -> int:
    """Minutes of the bake time of a linear step, 0 for another strategy."""
    minutes = given.get("stepBakeTimeInMinutes", Linear().stepBakeTimeInMinutes)
    return minutes if given.get("strategy") == "LINEAR" and isinstance(minutes, int) else 0


def _uneven_step_bake(given: Plain) -> int:
    """The same, if the last step is smaller."""
    percent = given.get("stepPercent", int(Linear().stepPercent))
    return _step_bake(given) if isinstance(percent, int | float) and 100 % percent else 0


def _one_nlb(given: Plain) -> int:
    return NLB_MINUTES if given.get("network_load_balancer") else 0


def _unbaked(name: str, strategy: str) -> Callable[[Plain], Mapping[str, object] | None]:
    return lambda given: {name: 0} if given.get("strategy") == strategy else None


TRAFFIC: Final = (
    Mistake(
        "ignore-bake-time",
        misread(lambda _: {"bakeTimeInMinutes": 0}),
        Text(
            "The bake time after the last shift was forgotten.",
            "마지막 전환 뒤의 베이크 타임을 잊었습니다.",
        ),
    ),
    Mistake(
        "bake-after-last-step",
        _shorter_by(lambda given: -_step_bake(given)),
        Text(
            "The step bake time was counted after the last step as well; there is none at 100%.",
            "마지막 단계 뒤에도 단계 베이크 타임을 더했습니다. 100%에서는 없습니다.",
        ),
    ),
    Mistake(
        "round-steps-down",
        _shorter_by(_uneven_step_bake),
        Text(
            "The smaller last step was forgotten; the number of steps is rounded up.",
            "더 작은 마지막 단계를 잊었습니다. 단계 수는 올림합니다.",
        ),
    ),
    Mistake(
        "ignore-step-bake",
        misread(_unbaked("stepBakeTimeInMinutes", "LINEAR")),
        Text(
            "The bake time between the steps was forgotten.",
            "단계 사이의 베이크 타임을 잊었습니다.",
        ),
    ),
    Mistake(
        "ignore-canary-bake",
        misread(_unbaked("canaryBakeTimeInMinutes", "CANARY")),
        Text("The bake time of the canary was forgotten.", "카나리의 베이크 타임을 잊었습니다."),
    ),
    Mistake(
        "one-nlb-delay",
        _shorter_by(_one_nlb),
        Text(
            "The delay of the Network Load Balancer was counted once; two stages have it.",
            "Network Load Balancer의 지연을 한 번만 더했습니다. 두 단계에 걸쳐 있습니다.",
        ),
    ),
    Mistake(
        "ignore-nlb",
        misread(lambda _: {"network_load_balancer": False}),
        Text(
            "The delay of the Network Load Balancer was forgotten.",
            "Network Load Balancer의 지연을 잊었습니다.",
        ),
    ),
)
