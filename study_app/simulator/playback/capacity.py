"""Capacity providers: instances that come and go with the tasks, and tasks dealt out by weight."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from study_app.simulator.engines.capacity.needs import fitting
from study_app.simulator.engines.capacity.strategy import (
    CapacityProviderStrategyItem,
    Distribution,
    next_by_weight,
)
from study_app.simulator.engines.capacity.timeline import CapacityInput, Minute
from study_app.simulator.model.notebook import readable
from study_app.simulator.model.outcome import Outcome
from study_app.simulator.model.trace import Applied
from study_app.simulator.playback.frames import (
    Box,
    Caption,
    Frame,
    Frames,
    Reel,
    Run,
    Series,
    TaskLook,
)

_SECONDS = 60
_MOST_BOXES = 200
"""The most instances drawn; beyond that only the number is shown."""

_LONGEST_CURVE = 200


@dataclass(frozen=True, slots=True)
class CapacityOverTime:
    """What was planned, and the minutes in which something changes."""

    planned: CapacityInput
    moments: tuple[Minute, ...]


@dataclass(frozen=True, slots=True)
class Dealing:
    """Tasks distributed by a capacity provider strategy."""

    strategy: tuple[CapacityProviderStrategyItem, ...]
    distribution: Distribution


def play_timeline(outcome: Outcome[CapacityOverTime]) -> Reel:
    """A frame for each minute in which something changes."""
    planned, moments = outcome.done.planned, outcome.done.moments
    slots = fitting(planned.task, planned.instance_type)

    def draw(number: int) -> Frame:
        moment = moments[number]
        return Frame(
            caption=_caption(moment, moment.instances, slots),
            boxes=tuple(_instances(moment, slots)),
            applied=moment.trace,
            facts={"CapacityProviderReservation": f"{readable(moment.reservation)}%"},
        )

    def guesses(number: int) -> tuple[Caption, ...]:
        """After frame `number`: as many instances as before, one more, one less."""
        if number + 1 >= len(moments):
            return ()
        following = moments[number + 1]
        right = following.instances
        others = (moments[number].instances, right + 1, right - 1, right + 2)
        wrong = [one for one in dict.fromkeys(others) if one >= 0 and one != right]
        return tuple(_caption(following, one, slots) for one in wrong[:3])

    return Reel(
        frames=Frames(len(moments), draw),
        series=(
            Series("wanted", tuple(moment.wanted for moment in moments)),
            Series("tasks", tuple(moment.tasks for moment in moments)),
            Series("instances", tuple(moment.instances for moment in moments), own_scale=True),
        ),
        guesses=guesses,
    )


def _caption(moment: Minute, instances: int, slots: int) -> Caption:
    tasks = min(moment.wanted, instances * slots)
    return Caption(
        "capacity.moment",
        {
            "minutes": moment.at // _SECONDS,
            "instances": instances,
            "tasks": tasks,
            "waiting": moment.wanted - tasks,
        },
    )


def _instances(moment: Minute, slots: int) -> list[Box]:
    """Binpack fills one instance after the other; waiting tasks are shown separately."""
    boxes = []
    for number in range(min(moment.instances, _MOST_BOXES)):
        here = min(slots, max(0, moment.tasks - number * slots))
        runs = (Run(TaskLook.NEW, here), Run(TaskLook.FREE, slots - here))
        boxes.append(Box(id=f"i-{number + 1}", runs=tuple(run for run in runs if run.count)))
    if moment.instances > _MOST_BOXES:
        boxes.append(Box(id=f"+ {moment.instances - _MOST_BOXES}", holds_tasks=False))
    if moment.provisioning:
        boxes.append(Box(id="PROVISIONING", runs=(Run(TaskLook.PENDING, moment.provisioning),)))
    return boxes


def play_distribution(outcome: Outcome[Dealing]) -> Reel:
    """A frame for each task of a strategy: the base first, then by weight."""
    strategy, dealt = outcome.done.strategy, outcome.done.distribution
    takers, count = dealt.takers, len(dealt.takers)
    claimed = sum(min(item.base, count) for item in strategy)
    said = dict(zip(range(1, count + 1), _lines(dealt, claimed), strict=True))

    def draw(number: int) -> Frame:
        return Frame(
            caption=caption(number),
            boxes=tuple(
                Box(id=name, runs=(Run(TaskLook.NEW, tasks),) if tasks else ())
                for name, tasks in counts(number).items()
            ),
            applied=said[number] if number else (),
        )

    def caption(number: int) -> Caption:
        if number == 0:
            return Caption("placement.before", {"count": count})
        return goes_to(number, takers[number - 1])

    def counts(number: int) -> Mapping[str, int]:
        return {**{item.capacityProvider: 0 for item in strategy}, **Counter(takers[:number])}

    def goes_to(number: int, name: str) -> Caption:
        return Caption("placement.placed", {"number": number, "instance": name})

    def guesses(number: int) -> tuple[Caption, ...]:
        if number >= count:
            return ()
        as_good = next_by_weight(strategy, counts(number))
        taker = takers[number]
        wrong = (
            item.capacityProvider
            for item in strategy
            if item.capacityProvider != taker
            and not (taker in as_good and item.capacityProvider in as_good)
        )
        return tuple(goes_to(number + 1, name) for name in wrong)[:3]

    curves = [counts(number) for number in range(count + 1)] if count <= _LONGEST_CURVE else []
    return Reel(
        frames=Frames(count + 1, draw),
        series=tuple(
            Series(item.capacityProvider, tuple(each[item.capacityProvider] for each in curves))
            for item in strategy
            if curves
        ),
        guesses=guesses,
    )


def _lines(dealt: Distribution, claimed: int) -> Iterator[tuple[Applied, ...]]:
    """The rules of each task: those about the base for every task claimed by it."""
    bases = len(dealt.trace) - (len(dealt.takers) - claimed)
    for number in range(len(dealt.takers)):
        at = bases + number - claimed
        yield dealt.trace[:bases] if number < claimed else dealt.trace[at : at + 1]
