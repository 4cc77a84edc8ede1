"""A study session as a pure state machine: a queue of questions and their results.

The state is a fold over the session's events, so an interrupted session is resumed by folding them
again.
"""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import reduce
from typing import assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import TypedText
from study_app.learning.log.events import (
    Answered,
    Chosen,
    ExamStarted,
    ExamTaken,
    Finished,
    Flagged,
    Guessed,
    Noted,
    Overruled,
    Paused,
    PlanSet,
    Rated,
    Read,
    Resumed,
    Said,
    Shown,
    Skipped,
    Started,
    Struck,
    StudyEvent,
    Submitted,
    Suspended,
    Undone,
    Unknown,
    WasWrong,
)

RETRIES = 2
"""The default number of times that a missed question is asked again."""

RETRY_GAP = 3
"""How many other questions come before a missed one is asked again, if there are that many."""


class OutOfTurn(ValueError):
    """An event that does not fit the state of its session."""


@dataclass(frozen=True, slots=True)
class QueuedQuestion:
    """A question to be asked; `attempt` counts from 0 within the session."""

    item: str
    attempt: int = 0


@dataclass(frozen=True, slots=True)
class SessionResponse:
    """The learner's response to a `QueuedQuestion`. An overruled answer counts as correct."""

    ask: QueuedQuestion
    event: Answered | Skipped
    overruled: bool = False

    @property
    def can_be_overruled(self) -> bool:
        """True only for a typed answer: which option was picked is beyond doubt."""
        typed = isinstance(self.event, Answered) and isinstance(self.event.response, TypedText)
        return typed and self.verdict in {Verdict.CLOSE, Verdict.WRONG}

    @property
    def verdict(self) -> Verdict | None:
        """None for a skip."""
        match self.event:
            case Answered(verdict=verdict):
                return Verdict.CORRECT if self.overruled else verdict
            case Skipped():
                return None
            case _:
                assert_never(self.event)


@dataclass(frozen=True, slots=True)
class Session:
    """`queue[0]` is the question on screen. Created by `begin`, advanced by `after`."""

    started: Started
    queue: tuple[QueuedQuestion, ...]
    given: tuple[SessionResponse, ...] = ()
    flagged: frozenset[str] = frozenset()
    finished: bool = False
    events: tuple[StudyEvent, ...] = ()

    @property
    def current(self) -> QueuedQuestion | None:
        return self.queue[0] if self.queue and not self.finished else None

    @property
    def first_given(self) -> tuple[SessionResponse, ...]:
        """The first attempt at each question, in order: the basis of the score."""
        return tuple(given for given in self.given if given.ask.attempt == 0)

    def count(self, verdict: Verdict | None) -> int:
        """How many first attempts ended with `verdict` (None: skipped)."""
        return sum(given.verdict is verdict for given in self.first_given)

    def after(self, event: StudyEvent) -> "Session":
        """The session after `event`. Raises `OutOfTurn` if it does not fit."""
        following = replace(self, events=(*self.events, event))
        match event:
            case Answered() | Skipped():
                return _take(following, event)
            case Undone(target=target):
                return _without(self, target)
            case Overruled(target=target):
                return _overrule(following, target)
            case Flagged(item=item, on=on):
                changed = self.flagged | {item} if on else self.flagged - {item}
                return replace(following, flagged=changed)
            case Finished():
                return replace(following, finished=True)
            case Started():
                raise OutOfTurn("a session starts once")
            case Rated() | Guessed() | WasWrong() | Read() | Suspended() | Noted():
                return following
            case PlanSet() | ExamTaken() | Unknown():
                return following
            case ExamStarted() | Shown() | Chosen() | Struck() | Paused() | Resumed() | Submitted():
                raise OutOfTurn("an exam is no session of this kind")
            case _:
                assert_never(event)


def begin(started: Started) -> Session:
    """A new session, nothing answered."""
    return Session(started, tuple(QueuedQuestion(item) for item in started.items))


def replay(started: Started, events: Iterable[StudyEvent]) -> Session:
    """The session that `events` lead to."""
    return reduce(Session.after, events, begin(started))


def resumed(events: Iterable[StudyEvent]) -> Session | None:
    """The session that `events`, in any order, describe; None if its start is missing.

    Undone events are left out, even if a clock that was set back put the undo first. So are events
    that do not fit: two programs may have continued the same session.
    """
    ordered = sorted(events, key=lambda event: event.key)
    started = next((event for event in ordered if isinstance(event, Started)), None)
    if started is None:
        return None
    undone = {event.target for event in ordered if isinstance(event, Undone)}
    session = begin(started)
    for event in ordered:
        if isinstance(event, Started | Undone) or undone & {event.id, _target(event)}:
            continue
        with suppress(OutOfTurn):
            session = session.after(event)
    return session


def _target(event: StudyEvent) -> str | None:
    return event.target if isinstance(event, Undone | Said) else None


def _take(session: Session, event: Answered | Skipped) -> Session:
    ask = session.current
    if ask is None or ask.item != event.item:
        raise OutOfTurn(f"{event.item} is not the question on screen")
    given = SessionResponse(ask, event)
    rest = session.queue[1:]
    missed = given.verdict in {Verdict.CLOSE, Verdict.WRONG}
    if missed and ask.attempt < session.started.retries:
        again = QueuedQuestion(ask.item, ask.attempt + 1)
        rest = (*rest[:RETRY_GAP], again, *rest[RETRY_GAP:])
    return replace(session, queue=rest, given=(*session.given, given))


def _overrule(session: Session, target: str) -> Session:
    given = tuple(
        replace(one, overruled=True) if one.event.id == target else one for one in session.given
    )
    settled = {one.ask.item for one in given if one.overruled}
    if given == session.given:
        raise OutOfTurn("there is no such answer to overrule")
    queue = tuple(ask for ask in session.queue if ask.attempt == 0 or ask.item not in settled)
    return replace(session, given=given, queue=queue)


def _without(session: Session, target: str) -> Session:
    last = session.given[-1].event.id if session.given else None
    said = any(isinstance(event, Said) and event.id == target for event in session.events)
    if session.finished or not (said or last == target):
        raise OutOfTurn("only the last answer can be undone")
    kept = (event for event in session.events if target not in {event.id, _target(event)})
    return replay(session.started, kept)
