"""What people get wrong about a RollingUpdate of Kubernetes: often what is right about ECS."""

from collections.abc import Mapping
from typing import Final

from study_app.simulator.engines.kubernetes.kubernetes import RollingUpdate
from study_app.simulator.mistakes.mistake import Changed, Mistake, misread
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

_DEFAULT: Final = f"{RollingUpdate().maxSurge.value}%"  # type: ignore[union-attr]
"""Of both limits."""

_SURGE, _UNAVAILABLE = "maxSurge", "maxUnavailable"


def _pods(name: str, *, up: bool) -> Changed:
    """A percentage rounded the other way, as a number of pods."""

    def changed(given: Plain) -> Mapping[str, object] | None:
        amount, replicas = given.get(name, _DEFAULT), given.get("replicas")
        if not isinstance(amount, str) or not isinstance(replicas, int):
            return None
        percent = int(amount.removesuffix("%"))
        return {name: -(-percent * replicas // 100) if up else percent * replicas // 100}

    return changed


def _swapped(given: Plain) -> Mapping[str, object]:
    return {_SURGE: given.get(_UNAVAILABLE), _UNAVAILABLE: given.get(_SURGE)}


def _share_that_stays(given: Plain) -> Mapping[str, object] | None:
    amount = given.get(_UNAVAILABLE, _DEFAULT)
    if not isinstance(amount, str):
        return None
    return {_UNAVAILABLE: f"{100 - int(amount.removesuffix('%'))}%"}


KUBERNETES: Final = (
    Mistake(
        "round-surge-down",
        misread(_pods(_SURGE, up=False)),
        Text(
            "`maxSurge` was rounded down, as ECS does with its upper limit; it is rounded up.",
            "`maxSurge`를 ECS의 상한처럼 내림했습니다. 올림해야 합니다.",
        ),
    ),
    Mistake(
        "round-unavailable-up",
        misread(_pods(_UNAVAILABLE, up=True)),
        Text(
            "`maxUnavailable` was rounded up; it is rounded down.",
            "`maxUnavailable`을 올림했습니다. 내림해야 합니다.",
        ),
    ),
    Mistake(
        "swap-limits",
        misread(_swapped),
        Text(
            "`maxSurge` and `maxUnavailable` were swapped.",
            "`maxSurge`와 `maxUnavailable`을 서로 바꾸었습니다.",
        ),
    ),
    Mistake(
        "unavailable-stays",
        misread(_share_that_stays),
        Text(
            "`maxUnavailable` was taken for the share that stays, not for the one that may go.",
            "`maxUnavailable`을 없어도 되는 비율이 아니라 남겨야 할 비율로 보았습니다.",
        ),
    ),
    Mistake(
        "ignore-surge",
        misread(lambda _: {_SURGE: 0}),
        Text(
            "The surge was ignored: no pod was allowed beside the replicas.",
            "surge를 무시해 replicas보다 많은 Pod를 허용하지 않았습니다.",
        ),
    ),
    Mistake(
        "ignore-unavailable",
        misread(lambda _: {_UNAVAILABLE: 0}),
        Text(
            "The pods that may be unavailable were ignored.",
            "일부 Pod가 없어도 된다는 점을 무시했습니다.",
        ),
    ),
)
