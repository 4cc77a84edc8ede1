"""Capacity providers: instances that come and go with the tasks, and tasks dealt out by weight."""

from collections.abc import Mapping

from study_app.simulator.engines.capacity.needs import fitting
from study_app.simulator.engines.capacity.strategy import distribute, next_by_weight
from study_app.simulator.engines.capacity.timeline import Moment, run
from study_app.simulator.kinds.capacity_provider import read_strategy
from study_app.simulator.kinds.inputs.fields import Fields
from study_app.simulator.kinds.managed_scaling import scenario
from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.notebook import readable
from study_app.simulator.playback.frames import (
    Box,
    Caption,
    Frame,
    Frames,
    Playback,
    Run,
    Series,
    TaskLook,
)

_SECONDS = 60
_MOST_BOXES = 200
"""Instances that are drawn; of more only the number is told."""

_LONGEST_CURVE = 200


def play_timeline(case: Case, result: Plain) -> Playback:
    """A frame for each minute in which something changes."""
    planned = scenario(Fields(case.given))
    moments = run(planned, explain=True)
    slots = fitting(planned.task, planned.instance_type)

    def draw(number: int) -> Frame:
        moment = moments[number]
        return Frame(
            caption=_caption(moment, moment.instances, slots),
            boxes=tuple(_instances(moment, slots)),
            applied=moment.trace,
            facts={"CapacityProviderReservation": f"{readable(moment.reservation)} %"},
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

    return Playback(
        case=case,
        result=result,
        frames=Frames(len(moments), draw),
        series=(
            Series("wanted", tuple(moment.wanted for moment in moments)),
            Series("tasks", tuple(moment.tasks for moment in moments)),
            Series("instances", tuple(moment.instances for moment in moments), own_scale=True),
        ),
        guesses=guesses,
    )


def _caption(moment: Moment, instances: int, slots: int) -> Caption:
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


def _instances(moment: Moment, slots: int) -> list[Box]:
    """Binpack fills one instance after the other; what waits stands apart."""
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


def play_distribution(case: Case, result: Plain) -> Playback:
    """A frame for each task of a strategy: the base first, then by weight."""
    fields = Fields(case.given)
    strategy = read_strategy(fields)
    count = fields.integer("count")

    def draw(number: int) -> Frame:
        dealt = distribute(strategy, number, explain=True)
        return Frame(
            caption=caption(number),
            boxes=tuple(
                Box(id=name, runs=(Run(TaskLook.NEW, tasks),) if tasks else ())
                for name, tasks in dealt.counts
            ),
            applied=dealt.trace[-1:] if number else (),
        )

    def caption(number: int) -> Caption:
        if number == 0:
            return Caption("placement.before", {"count": count})
        return goes_to(number, _taker(counts(number - 1), counts(number)))

    def counts(number: int) -> Mapping[str, int]:
        return dict(distribute(strategy, number).counts)

    def goes_to(number: int, name: str) -> Caption:
        return Caption("placement.placed", {"number": number, "instance": name})

    def guesses(number: int) -> tuple[Caption, ...]:
        if number >= count:
            return ()
        as_good = next_by_weight(strategy, counts(number))
        taker = _taker(counts(number), counts(number + 1))
        wrong = (
            item.capacityProvider
            for item in strategy
            if item.capacityProvider != taker
            and not (taker in as_good and item.capacityProvider in as_good)
        )
        return tuple(goes_to(number + 1, name) for name in wrong)[:3]

    curves = [counts(number) for number in range(count + 1)] if count <= _LONGEST_CURVE else []
    return Playback(
        case=case,
        result=result,
        frames=Frames(count + 1, draw),
        series=tuple(
            Series(item.capacityProvider, tuple(each[item.capacityProvider] for each in curves))
            for item in strategy
            if curves
        ),
        guesses=guesses,
    )


def _taker(before: Mapping[str, int], after: Mapping[str, int]) -> str:
    return next(name for name, tasks in after.items() if tasks > before[name])
