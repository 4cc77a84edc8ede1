"""One attempt at a mock exam: a fold over its events, so that it is resumed by folding them again.

Nothing is judged here: the submission logs answers, and only those count.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TypeVar, assert_never

from study_app.learning.exam.clock import NO_TIME, Clock
from study_app.learning.log.events import (
    Answered,
    Chosen,
    ExamStarted,
    Finished,
    Flagged,
    Noted,
    Paused,
    Resumed,
    Shown,
    Struck,
    StudyEvent,
    Submitted,
)

ValueT = TypeVar("ValueT")
Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attempt:
    """`current` is the question on screen. For each question: what is `chosen` and `struck`, how
    long it was on screen (`spent`), the values with which it was `drawn`, every choice ever made
    (`choices`), and when it was `flagged`, by the exam clock.

    `answers` are those logged at submission, by question. Once the exam is over nothing changes.
    """

    started: ExamStarted
    clock: Clock
    current: str | None = None
    chosen: Mapping[str, Keys] = field(default_factory=dict)
    struck: Mapping[str, Keys] = field(default_factory=dict)
    flagged: Mapping[str, timedelta] = field(default_factory=dict)
    spent: Mapping[str, timedelta] = field(default_factory=dict)
    drawn: Mapping[str, Mapping[str, object] | None] = field(default_factory=dict)
    choices: Mapping[str, tuple[Keys, ...]] = field(default_factory=dict)
    answers: Mapping[str, Answered] = field(default_factory=dict)
    submitted: Submitted | None = None
    given_up: bool = False

    @property
    def items(self) -> tuple[str, ...]:
        """The questions, in order."""
        return self.started.items

    @property
    def is_open(self) -> bool:
        """Whether it can be continued."""
        return self.submitted is None and not self.given_up

    @property
    def shown(self) -> frozenset[str]:
        """The questions that have been on screen."""
        return frozenset(self.drawn)

    @property
    def place(self) -> int:
        """The number of the question on screen, counted from 1."""
        return 1 if self.current is None else self.items.index(self.current) + 1

    def spent_at(self, item: str, now: datetime) -> timedelta:
        """How long a question was on screen by `now`."""
        more = self.clock.elapsed_at(now) - self.clock.elapsed if item == self.current else NO_TIME
        return self.spent.get(item, NO_TIME) + more

    def after(self, event: StudyEvent) -> "Attempt":
        """The attempt after `event`. Events after its end, or after time ran out, change
        nothing."""
        if isinstance(event, Answered):
            earlier = self.answers.get(event.item)
            if event.item not in self.items or (earlier and earlier.key < event.key):
                return self
            return replace(self, answers={**self.answers, event.item: event})
        if not self.is_open:
            return self
        match event:
            case Submitted():
                stopped = replace(self.clock.after(event.at), is_running=False)
                return replace(self._timed(stopped), submitted=event)
            case Finished():
                return replace(self, given_up=True)
            case Paused():
                return self._timed(self.clock.paused(event.at))
            case Resumed():
                return self._timed(self.clock.resumed(event.at))
            case Noted():
                return self._timed(self.clock.after(event.at))
            case Shown() | Chosen() | Struck() | Flagged() if event.item in self.items:
                return self._changed(event)
            case _:
                return self

    def _changed(self, event: Shown | Chosen | Struck | Flagged) -> "Attempt":
        clock = self.clock
        clock = clock.started(event.at) if isinstance(event, Shown) else clock.after(event.at)
        timed, item = self._timed(clock), event.item
        if clock.zero is not None:
            return timed
        match event:
            case Shown(drawn=drawn):
                known = {**self.drawn, item: self.drawn.get(item, drawn)}
                return replace(timed, current=item, drawn=known)
            case Chosen(keys=keys):
                choices = (*self.choices.get(item, ()), keys)
                return replace(
                    timed,
                    chosen=_with(self.chosen, item, keys),
                    choices={**self.choices, item: choices},
                )
            case Struck(keys=keys):
                return replace(timed, struck=_with(self.struck, item, keys))
            case Flagged(on=on):
                flagged = _with(self.flagged, item, clock.elapsed if on else None)
                return replace(timed, flagged=flagged)
            case _:
                assert_never(event)

    def _timed(self, clock: Clock) -> "Attempt":
        """The attempt with `clock`; the time elapsed on it counts for the question on screen."""
        passed = clock.elapsed - self.clock.elapsed
        if self.current is None or not passed:
            return replace(self, clock=clock)
        spent = {**self.spent, self.current: self.spent.get(self.current, NO_TIME) + passed}
        return replace(self, clock=clock, spent=spent)


def begin(started: ExamStarted) -> Attempt:
    """A fresh attempt; its clock does not run until a question is shown."""
    return Attempt(started, Clock(timedelta(minutes=started.minutes + started.extra)))


def attempt_of(events: Iterable[StudyEvent]) -> Attempt | None:
    """The attempt that `events`, in any order, describe; None without its start."""
    ordered = sorted(events, key=lambda event: event.key)
    started = next((event for event in ordered if isinstance(event, ExamStarted)), None)
    if started is None:
        return None
    attempt = begin(started)
    for event in ordered:
        attempt = attempt.after(event)
    return attempt


def _with(values: Mapping[str, ValueT], item: str, value: ValueT | None) -> Mapping[str, ValueT]:
    """`values` with a new value for `item`; an empty one removes it."""
    kept = {key: one for key, one in values.items() if key != item}
    return kept if value is None or value == () else {**kept, item: value}
