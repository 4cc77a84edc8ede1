"""Service auto scaling over time: load and capacity, a frame for each evaluation."""

from dataclasses import dataclass
from fractions import Fraction

from study_app.simulator.engines.scaling.timeline import Activity, Load, ScalingInput
from study_app.simulator.model.notebook import readable
from study_app.simulator.model.outcome import Outcome
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
from study_app.simulator.playback.stepping import SERVICE

_SECONDS = 60


@dataclass(frozen=True, slots=True)
class ScalingOverTime:
    """What was planned, and an activity for each reading and each scheduled action."""

    planned: ScalingInput
    activities: tuple[Activity, ...]


def play_scaling(outcome: Outcome[ScalingOverTime]) -> Reel:
    """The pictures of a timeline; if there is a load, it and the capacity of the tasks are
    curves."""
    planned, activities = outcome.done.planned, outcome.done.activities
    first = planned.target.current
    most = max([first, *(activity.after for activity in activities)])

    def draw(number: int) -> Frame:
        if number == 0:
            return Frame(
                caption=Caption("scaling.before", {"tasks": first}), boxes=(_pool(first, 0, most),)
            )
        activity = activities[number - 1]
        added = max(0, activity.after - activity.before)
        return Frame(
            caption=_caption(activity, activity.after),
            boxes=(_pool(activity.after - added, added, most),),
            applied=activity.trace,
        )

    def guesses(number: int) -> tuple[Caption, ...]:
        """After frame `number`: unchanged, one more, one less."""
        if number >= len(activities):
            return ()
        following = activities[number]
        others = (following.before, following.after + 1, following.after - 1, following.after + 2)
        wrong = [one for one in dict.fromkeys(others) if one >= 0 and one != following.after]
        return tuple(_caption(following, one) for one in wrong[:3])

    loads = {point.at: point for point in planned.readings if isinstance(point, Load)}
    return Reel(
        frames=Frames(len(activities) + 1, draw),
        series=_series(first, activities, loads),
        guesses=guesses,
    )


def _series(
    first: int, activities: tuple[Activity, ...], loads: dict[int, Load]
) -> tuple[Series, ...]:
    capacities = [first, *(activity.after for activity in activities)]
    if not loads:
        count = max((len(activity.metrics) for activity in activities), default=0)
        return (
            *(_metric_curve(activities, number, count) for number in range(count)),
            Series("tasks", tuple(capacities), own_scale=True),
        )
    per_task = next(iter(loads.values())).per_task
    load, over_time = Fraction(0), []
    for activity in activities:
        load = loads[activity.at].load if activity.at in loads else load
        over_time.append(load)
    return (
        Series("load", (over_time[0] if over_time else load, *over_time)),
        Series("capacity", tuple(per_task * capacity for capacity in capacities)),
    )


def _metric_curve(activities: tuple[Activity, ...], number: int, count: int) -> Series:
    """What policy `number` saw; None if there was no data."""
    seen = [activity.metrics[number] if activity.metrics else None for activity in activities]
    name = "metric" if count == 1 else f"metric {number + 1}"
    return Series(name, (Fraction(0), *(value or Fraction(0) for value in seen)))


def _caption(activity: Activity, after: int) -> Caption:
    metrics = ["-" if metric is None else readable(metric) for metric in activity.metrics]
    values: dict[str, object] = {
        "minutes": readable(Fraction(activity.at, _SECONDS)),
        "metric": ", ".join(dict.fromkeys(metrics)),
        "before": activity.before,
        "after": after,
    }
    if not activity.metrics:
        moved = after != activity.before
        return Caption("scaling.scheduled" if moved else "scaling.unmoved", values)
    return Caption("scaling.stays" if after == activity.before else "scaling.moves", values)


def _pool(running: int, added: int, most: int) -> Box:
    runs = (
        Run(TaskLook.OLD, running),
        Run(TaskLook.PENDING, added),
        Run(TaskLook.FREE, most - running - added),
    )
    return Box(id=SERVICE, runs=tuple(run for run in runs if run.count))
