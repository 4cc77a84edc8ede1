"""Which sessions are open, and which events belong to one."""

from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from study_app.learning.history.state import State
from study_app.learning.log.events import Finished, Started, StudyEvent
from study_app.learning.log.session import Session, resumed
from study_app.learning.log.summary import Key

Recall = Callable[[str], Iterable[StudyEvent]]
"""Returns the events of one item or session by its id."""


class Sessions:
    """Keeps `state` up to date as sessions begin and end. `recall` returns all events of a session;
    without it incoming events are kept.
    """

    def __init__(self, state: State, recall: Recall | None) -> None:
        self._state = state
        self._recall = recall
        self._kept: dict[str, list[StudyEvent]] = {}
        self._headed: set[str] = set()
        """Sessions whose start arrived last, with no answer before it."""
        self._read: dict[str, Sequence[StudyEvent]] = {}
        """Events of sessions read while adding the current events."""

    def keep(self, event: StudyEvent) -> None:
        if self._recall is None and event.session:
            self._kept.setdefault(event.session, []).append(event)

    def take_bound(self, event: Started | Finished) -> None:
        match event:
            case Started(session=session):
                self._state.begun[session] = event.key
                if session in self._state.headless:
                    self._state.headless.remove(session)
                else:
                    self._headed.add(session)
            case Finished(session=session):
                self._state.ended.add(session)
            case _:
                assert_never(event)

    def match(self, answered: set[str]) -> None:
        """Record the `answered` sessions without a start; forget those that are over."""
        known = self._headed | self._state.begun.keys() | self._state.headless
        for session in answered - known:
            if not any(isinstance(one, Started) for one in self.events(session)):
                self._state.headless.add(session)
        for session in self._state.begun.keys() & self._state.ended:
            del self._state.begun[session]
            self._state.ended.remove(session)

    def forget(self) -> None:
        """Treat everything so far as earlier events."""
        self._headed.clear()

    def events(self, session: str) -> Iterable[StudyEvent]:
        return self._kept.get(session, ()) if self._recall is None else self._recall(session)

    def that_may_go_on(self, session: str) -> Iterable[StudyEvent]:
        """The events of a session, some of which may be earlier ones."""
        if session in self._headed:
            return ()
        if session not in self._read:  # an exam answers all of its questions
            self._read[session] = tuple(self.events(session))
        return self._read[session]

    def settle(self) -> None:
        """Called after a batch of events was added."""
        self._read.clear()

    def unfinished(self) -> list[Session]:
        """The sessions with answers that are not finished, newest first."""
        left = []
        for name in sorted(self._state.begun, key=self._begun, reverse=True):
            session = resumed(self.events(name))
            if session is not None and session.given and session.current is not None:
                left.append(session)
        return left

    def _begun(self, session: str) -> Key:
        return self._state.begun[session]
