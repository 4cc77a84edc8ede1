"""What rollouts have in common: a frame before the first step, one per step, and one for the end.

Started tasks are pending in the frame of their step and healthy from the next one on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from study_app.simulator.engines.rollout.rollout import RevisionCounts, RolloutStep, StepKind
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

SERVICE = "service"
"""The id of the only box of a rollout without instances."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The captions of one sort of rollout, by id."""

    before: str = "rolling.before"
    stop: str = "rolling.stop"
    start: str = "rolling.start"
    completed: str = "rolling.completed"
    old: str = "old"
    new: str = "new"
    """The names of the curves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """`boxes(n, pending)` is what there is to see after step n, with so many tasks just started.

    `limits` are the rules of the first frame, `closing` those of the last.
    """

    initial: RevisionCounts
    steps: Sequence[RolloutStep]
    limits: tuple[Applied, ...]
    closing: tuple[Applied, ...]
    is_completed: bool
    boxes: Callable[[int, int], tuple[Box, ...]]
    words: Words = Words()

    def reel(self) -> Reel:
        """The pictures, each built on access."""
        states = [self.state(number) for number in range(len(self.steps) + 2)]
        return Reel(
            frames=Frames(len(states), self._draw),
            series=(
                Series(self.words.old, tuple(state.old for state in states)),
                Series(self.words.new, tuple(state.new for state in states)),
            ),
            guesses=self._guesses,
        )

    def state(self, number: int) -> RevisionCounts:
        """How many old and new tasks there are in frame `number`."""
        if number == 0 or not self.steps:
            return self.initial
        return self.steps[min(number, len(self.steps)) - 1].after

    def _draw(self, number: int) -> Frame:
        step = self._step(number)
        started = step.count if step is not None and step.kind is StepKind.START else 0
        return Frame(
            caption=self._caption(number),
            boxes=self.boxes(number, started),
            applied=self._applied(number),
        )

    def _guesses(self, number: int) -> tuple[Caption, ...]:
        """After frame `number`: the other action, one task more, one less, stuck, complete."""
        if number > len(self.steps):
            return ()
        following = self._step(number + 1)
        if following is None:
            count = max(1, self.state(number).old)
            guesses = [
                self._action(StepKind.STOP, count),
                self._action(StepKind.START, count),
                Caption(self.words.completed),
                Caption("rolling.stuck"),
            ]
        else:
            kind, count = following.kind, following.count
            other = StepKind.STOP if kind is StepKind.START else StepKind.START
            guesses = [
                self._action(other, count),
                self._action(kind, count + 1),
                self._action(kind, count - 1) if count > 1 else self._action(other, count + 1),
                Caption("rolling.stuck"),
            ]
        right = self._caption(number + 1)
        return tuple(one for one in guesses if one != right)[:3]

    def _step(self, number: int) -> RolloutStep | None:
        return self.steps[number - 1] if 1 <= number <= len(self.steps) else None

    def _caption(self, number: int) -> Caption:
        step = self._step(number)
        if step is not None:
            return self._action(step.kind, step.count)
        if number == 0:
            counts = {"old": self.initial.old, "new": self.initial.new}
            return Caption(self.words.before, counts)
        return Caption(self.words.completed if self.is_completed else "rolling.stuck")

    def _action(self, kind: StepKind, count: int) -> Caption:
        name = self.words.stop if kind is StepKind.STOP else self.words.start
        return Caption(name, {"count": count})

    def _applied(self, number: int) -> tuple[Applied, ...]:
        step = self._step(number)
        if step is not None:
            return step.trace
        if number == 0:
            return self.limits
        # Decisions that allowed nothing are shown only to explain why a rollout is stuck.
        return self.closing[-1:] if self.is_completed else self.closing


def pool(state: RevisionCounts, pending: int, upper: int) -> Box:
    """The tasks of a service without instances, and the slots up to its upper limit."""
    runs = (
        Run(TaskLook.OLD, state.old),
        Run(TaskLook.NEW, state.new - pending),
        Run(TaskLook.PENDING, pending),
        Run(TaskLook.FREE, max(0, upper - state.running)),
    )
    return Box(id=SERVICE, runs=tuple(run for run in runs if run.count))
