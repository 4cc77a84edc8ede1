"""The exams in the log: attempts at mock exams, the open one, real outcomes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import assert_never

from study_app.learning.exam import outcome
from study_app.learning.exam.attempt import Attempt, attempt_of
from study_app.learning.history.state import State
from study_app.learning.log.events import ExamStarted, ExamTaken, Finished, StudyEvent, Submitted


class Exams:
    """Keeps `state` up to date with what begins and ends; `events` gives those of a session."""

    def __init__(self, state: State, events: Callable[[str], Iterable[StudyEvent]]) -> None:
        self._state = state
        self._events = events

    def take(self, event: ExamStarted | Submitted | Finished | ExamTaken) -> None:
        match event:
            case ExamStarted(session=session):
                self._state.exams[session] = event.key
            case Submitted(session=session) | Finished(session=session):
                self._state.exams_over.add(session)
            case ExamTaken():
                outcome.take(self._state.outcomes, event)
            case _:
                assert_never(event)

    @property
    def outcomes(self) -> Mapping[str, outcome.ExamOutcome]:
        """How real exams went, by exam and day."""
        return self._state.outcomes

    def open(self) -> Attempt | None:
        """The latest that can be continued."""
        for session in reversed(self._by_start()):
            if session not in self._state.exams_over:
                found = attempt_of(self._events(session))
                if found is not None and found.is_open:
                    return found
        return None

    def every(self) -> Sequence[Attempt]:
        """All attempts, oldest first."""
        found = (attempt_of(self._events(session)) for session in self._by_start())
        return [one for one in found if one is not None]

    def _by_start(self) -> list[str]:
        return sorted(self._state.exams, key=lambda session: self._state.exams[session])
