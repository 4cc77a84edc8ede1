"""What people get wrong about a rolling update.

Mistakes about the two limits are the same rollout with other limits; mistakes about the order of
its steps are a separate rollout.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from study_app.simulator.engines.rollout.deployment import DeploymentConfiguration, RolloutInput
from study_app.simulator.engines.rollout.rollout import (
    MOST_TASKS,
    RevisionCounts,
    RolloutOutcome,
    RolloutStep,
    StepKind,
    roll_out,
)
from study_app.simulator.inputs.rolling import (
    DESIRED,
    MAXIMUM,
    MINIMUM,
    ROOM,
    has_instances,
    read_rollout,
)
from study_app.simulator.inputs.values.fields import CaseFields
from study_app.simulator.mistakes.mistake import Believed, Mistake, Simulate, misread
from study_app.simulator.model.case import Plain
from study_app.words.text import Text

_MOST_STEPS: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limits(DeploymentConfiguration):
    """Wrongly assumed limits, whatever the percentages are."""

    least: int
    most: int

    def lower(self, desired: int) -> int:  # noqa: ARG002
        return self.least

    def upper(self, desired: int) -> int:  # noqa: ARG002
        return self.most


@dataclass(frozen=True, slots=True)
class _Given:
    """The input of a rollout within a number of slots; percentages of the desired count."""

    desired: int
    minimum: int
    maximum: int
    room: int | None

    @property
    def lower(self) -> int:
        return -(-self.desired * self.minimum // 100)

    @property
    def upper(self) -> int:
        return self.desired * self.maximum // 100


_LimitsOf = Callable[[_Given], tuple[int, int]]
"""The lower and the upper limit, as wrongly computed."""

_Steps = Callable[[_Given], list[RolloutStep]]


def _with_limits(believed: _LimitsOf) -> Believed:
    def result(given: Plain, _: Simulate) -> Plain | None:
        read = _read(given)
        if read is None:
            return None
        least, most = believed(read)
        rolled = roll_out(
            RolloutInput(
                desired=read.desired,
                configuration=_Limits(least=least, most=most),
                room=read.room,
            )
        )
        return _plain(least, most, rolled.steps, rolled.outcome)

    return result


def _with_steps(steps: _Steps) -> Believed:
    def result(given: Plain, _: Simulate) -> Plain | None:
        read = _read(given)
        if read is None:
            return None
        found = steps(read)
        last = found[-1].after if found else RevisionCounts(read.desired, 0)
        done = last == RevisionCounts(0, read.desired)
        outcome = RolloutOutcome.COMPLETED if done else RolloutOutcome.STUCK
        return _plain(read.lower, read.upper, found, outcome)

    return result


def _read(given: Plain) -> _Given | None:
    """None for another mode, and on instances: there placement matters, too."""
    fields = CaseFields(given)
    if given.get("mode", "rollout") != "rollout" or has_instances(given):
        return None
    rollout = read_rollout(fields)
    return _Given(
        desired=rollout.desired,
        minimum=rollout.configuration.minimumHealthyPercent,
        maximum=rollout.configuration.maximumPercent,
        room=rollout.room,
    )


def _plain(
    lower: int,
    upper: int,
    steps: tuple[RolloutStep, ...] | list[RolloutStep],
    outcome: RolloutOutcome,
) -> dict[str, object]:
    return {
        "lower": lower,
        "upper": upper,
        "steps": [str(step) for step in steps],
        "result": outcome.value,
        "states": [{"old": step.old, "new": step.new} for step in steps],
    }


def _rounded_down(given: _Given) -> tuple[int, int]:
    return given.desired * given.minimum // 100, given.upper


def _rounded_up(given: _Given) -> tuple[int, int]:
    return given.lower, -(-given.desired * given.maximum // 100)


def _swapped(given: _Given) -> tuple[int, int]:
    return -(-given.desired * given.maximum // 100), given.desired * given.minimum // 100


def _may_stop(given: _Given) -> tuple[int, int]:
    return given.desired - given.desired * given.minimum // 100, given.upper


def _on_top(given: _Given) -> tuple[int, int]:
    return given.lower, given.desired + given.upper


def _start_first(given: _Given) -> list[RolloutStep]:
    return _rounds(given, (StepKind.START, StepKind.STOP))


def _one_at_a_time(given: _Given) -> list[RolloutStep]:
    return _rounds(given, (StepKind.STOP, StepKind.START), at_once=1)


def _without_pending(given: _Given) -> list[RolloutStep]:
    return _rounds(given, (StepKind.STOP, StepKind.START), pending_counts=False)


def _rounds(
    given: _Given,
    order: tuple[StepKind, StepKind],
    *,
    at_once: int = MOST_TASKS,
    pending_counts: bool = True,
) -> list[RolloutStep]:
    """A rollout in which each round goes in this `order`, with at most so many tasks `at_once`.

    Without `pending_counts` a started task counts against the upper limit only once it runs, so
    whatever may start at all starts together.
    """
    state, steps = RevisionCounts(given.desired, 0), list[RolloutStep]()
    while len(steps) < _MOST_STEPS:
        before = state
        for kind in order:
            if kind is StepKind.STOP:
                count = min(at_once, state.old, state.running - given.lower)
                following = RevisionCounts(state.old - count, state.new)
            else:
                places = given.upper if given.room is None else min(given.upper, given.room)
                free, wanted = places - state.running, given.desired - state.new
                count = min(at_once, wanted, free if pending_counts or free <= 0 else wanted)
                following = RevisionCounts(state.old, state.new + count)
            if count > 0:
                state = following
                steps.append(RolloutStep(kind, count, state))
        if state == before:
            break
    return steps


def _with_percent(name: str, value: int) -> Believed:
    return misread(lambda given: None if "mode" in given else {name: value})


def _room_beside(given: Plain) -> dict[str, object] | None:
    room, desired = given.get(ROOM.path), given.get(DESIRED.path)
    if not isinstance(room, int) or not isinstance(desired, int):
        return None
    return {ROOM.path: desired + room}


ROLLING: Final = (
    Mistake(
        "round-lower-down",
        _with_limits(_rounded_down),
        Text(
            "The lower limit was rounded down; it is rounded up.",
            "하한을 내림했습니다. 하한은 올림합니다.",
        ),
    ),
    Mistake(
        "round-upper-up",
        _with_limits(_rounded_up),
        Text(
            "The upper limit was rounded up; it is rounded down.",
            "상한을 올림했습니다. 상한은 내림합니다.",
        ),
    ),
    Mistake(
        "swap-min-max",
        _with_limits(_swapped),
        Text(
            "`minimumHealthyPercent` and `maximumPercent` were swapped.",
            "`minimumHealthyPercent`와 `maximumPercent`를 서로 바꾸었습니다.",
        ),
    ),
    Mistake(
        "start-before-stop",
        _with_steps(_start_first),
        Text(
            (
                "New tasks were started before old ones stopped, although the lower limit "
                "allows a stop."
            ),
            "하한이 중지를 허용하는데도 기존 태스크를 중지하기 전에 새 태스크를 시작했습니다.",
        ),
    ),
    Mistake(
        "forget-pending",
        _with_steps(_without_pending),
        Text(
            "PENDING tasks were forgotten; they count against the upper limit as well.",
            "PENDING 태스크를 잊었습니다. 이들도 상한에 포함됩니다.",
        ),
    ),
    Mistake(
        "ignore-lower",
        _with_percent(MINIMUM.path, 0),
        Text(
            "The lower limit was ignored: all old tasks were allowed to stop at once.",
            "하한을 무시해 기존 태스크를 한꺼번에 모두 중지할 수 있다고 보았습니다.",
        ),
    ),
    Mistake(
        "ignore-upper",
        _with_percent(MAXIMUM.path, 200),
        Text(
            "The upper limit was ignored: all new tasks were allowed beside the old ones.",
            "상한을 무시해 새 태스크를 모두 기존 태스크와 함께 띄울 수 있다고 보았습니다.",
        ),
    ),
    Mistake(
        "min-may-stop",
        _with_limits(_may_stop),
        Text(
            (
                "`minimumHealthyPercent` was taken for the share that may stop; it is the one "
                "that stays."
            ),
            "`minimumHealthyPercent`를 남겨야 할 비율이 아니라 중지해도 되는 비율로 보았습니다.",
        ),
    ),
    Mistake(
        "max-on-top",
        _with_limits(_on_top),
        Text(
            "`maximumPercent` was added to the desired count; it includes it.",
            (
                "`maximumPercent`를 원하는 태스크 수에 더했습니다. "
                "이 값에는 원하는 태스크 수가 이미 포함됩니다."
            ),
        ),
    ),
    Mistake(
        "ignore-room",
        misread(lambda given: {ROOM.path: None} if ROOM.path in given else None),
        Text("The room in the cluster was ignored.", "클러스터에 남은 자리를 무시했습니다."),
    ),
    Mistake(
        "room-beside-running",
        misread(_room_beside),
        Text(
            "The room was taken for free places beside the running tasks; it holds those, too.",
            "자리 수를 빈자리 수로 보았습니다. 실행 중인 태스크의 자리도 포함한 수입니다.",
        ),
    ),
    Mistake(
        "one-at-a-time",
        _with_steps(_one_at_a_time),
        Text(
            "One task at a time was replaced; each step moves as many as the limits allow.",
            "태스크를 하나씩 교체했습니다. 각 단계는 두 한도가 허용하는 만큼 움직입니다.",
        ),
    ),
)
