"""The learner's log as the use cases write it: an event is on disk before the method returns."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from typing import Any, Protocol

from study_app.learning.history.history import History
from study_app.learning.history.state import BEFORE_ALL
from study_app.learning.log.days import study_day
from study_app.learning.log.events import ExamStarted, SessionMode, Started, StudyEvent
from study_app.store.errors import Replaced, StoreError
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.words.errors import TextError, error_text
from study_app.words.text import Text, joined

NAMED_ROWS = 5
"""How many unreadable rows are listed by position."""


class Unreadable(TextError):
    """A file that cannot be used. The text says where the problem is and what to do."""


class NotSaved(TextError):
    """Something could not be written; nothing else changed. The text says what to do."""


class LogReplaced(NotSaved):
    """Another file, or none, is where the log was: `Journal.use_what_is_there` or `put_back`."""


class Recall(Protocol):
    """What makes a history of a log; `card_of` says of which card a question is."""

    def __call__(self, log: ReviewLog, /, *, card_of: Mapping[str, str]) -> History: ...


class Derive(Protocol):
    """What keeps a plain value that `make` derives from the whole log, and from what `made_of`
    names, until either changes.
    """

    def __call__(self, log: ReviewLog, made_of: str, make: Callable[[], Any], /) -> Any: ...


def made_anew(_log: ReviewLog, _made_of: str, make: Callable[[], Any], /) -> Any:
    """Keep nothing."""
    return make()


class Journal(ABC):
    """An open log with its history; each event is dated after all others recorded here."""

    def __init__(
        self,
        log: ReviewLog,
        *,
        clock: Callable[[], datetime],
        new_id: Callable[[datetime], str],
        zone: tzinfo | None,
        recall: Recall,
        derive: Derive = made_anew,
    ) -> None:
        self.clock = clock
        self.zone = zone
        self._log = log
        self._new_id = new_id
        self._recall = recall
        self._derive = derive
        self._latest = BEFORE_ALL[0]
        """Of what was recorded here: a clock that is set back must not change the order."""

    @property
    @abstractmethod
    def card_of(self) -> Mapping[str, str]:
        """The card of each question that has one."""

    @cached_property
    def history(self) -> History:
        return self._recall(self._log, card_of=self.card_of)

    @property
    def day(self) -> date:
        """The study day of the learner now."""
        return study_day(self.clock(), self.zone, self.history.day_starts)

    def latest_answers(self, count: int) -> Iterator[StudyEvent]:
        """The latest answers of the log, and what was said of them: `count` events in all. They
        are read now, and each is made when it is asked for, on whichever thread.

        Raises `Unreadable`.
        """
        kinds = ("answered", "skipped", "undone", "overruled", "rated", "guessed", "was_wrong")
        try:
            return self._log.latest_of((*kinds, "read"), count)
        except StoreError as error:
            raise Unreadable(error.text) from error

    def derived(self, made_of: str, make: Callable[[], Any]) -> Any:
        """The plain value that `make` derives from the log and from what `made_of` names."""
        return self._derive(self._log, made_of, make)

    def record(self, *events: StudyEvent) -> None:
        """Put `events` on disk, all or none, then into the history. Raises `NotSaved`."""
        history = self.history
        try:
            self._log.append(*events)
        except Replaced as error:
            raise LogReplaced(error.text) from error
        except StoreError as error:
            raise NotSaved(error.text) from error
        history.take(events)

    def use_what_is_there(self) -> None:
        """After `LogReplaced`: go on with the file that is there now. Raises `NotSaved`."""
        self._go_on_with(self._log.use_what_is_there)

    def put_back(self) -> None:
        """After `LogReplaced`: write the events of the file that was there into the one that is
        there now. Raises `NotSaved`.
        """
        self._go_on_with(self._log.put_back)

    def _go_on_with(self, change: Callable[[], object]) -> None:
        try:
            change()
            self.history = self._recall(self._log, card_of=self.card_of)
        except StoreError as error:
            raise NotSaved(error.text) from error

    def close(self) -> None:
        """Close the log and keep the copy of the day, where something was recorded.

        Raises `NotSaved` where the copy cannot be written.
        """
        from study_app.store.backup import back_up_daily

        if self._latest > BEFORE_ALL[0] and self._log.path != MEMORY:
            try:
                back_up_daily(self._log.path, self.day, self._log.dating)
            except StoreError as error:
                raise NotSaved(error.text) from error
        self._log.close()

    def notices(self) -> Iterator[Text]:
        """What a learner should know of the log before the first question."""
        _ = self.history
        path = self._log.path
        aside = self._log.set_aside
        if aside:
            named = (
                error_text("{position} ({why})", position=position, why=why)
                for position, why in sorted(aside.items())[:NAMED_ROWS]
            )
            more = len(aside) - NAMED_ROWS
            yield error_text(
                "{path}: rows that cannot be read were set aside: position {positions}{more}. "
                "All others count. `dva restore --recover` writes a file without them.",
                path=path,
                positions=joined(named, ", "),
                more=error_text(" and {count} more", count=more) if more > 0 else "",
            )
        if self._log.only_read is not None:
            yield error_text("Your answers will not be saved. {what}", what=self._log.only_read)

    def outside(self) -> dict[str, Any]:
        """The common fields of an event that happens now outside of any session."""
        return {**self._moment(), "session": "", "mode": SessionMode.NONE}

    def stamp(self, started: Started | ExamStarted, at: datetime | None = None) -> dict[str, Any]:
        """The common fields of an event in the session begun by `started`: of one that happens now,
        or of one `at` a moment that was found out afterward.
        """
        moment = self._moment() if at is None else self._at(at)
        return {**moment, "session": started.session, "mode": started.mode}

    def new_session(self) -> dict[str, Any]:
        """The common fields of an event that begins a session now, but for its mode."""
        moment = self._moment()
        return {**moment, "session": self._new_id(moment["at"])}

    def goes_on_after(self, at: datetime) -> None:
        """What happens from now on comes after `at`, whatever the clock on the wall says."""
        self._latest = max(self._latest, at)

    def _moment(self) -> dict[str, Any]:
        """Id, time and study day of an event that happens now, after all others recorded here."""
        now = self.clock()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        self._latest = max(now, self._latest + timedelta(milliseconds=1))
        return self._at(self._latest)

    def _at(self, at: datetime) -> dict[str, Any]:
        day = study_day(at, self.zone, self.history.day_starts)
        return {"id": self._new_id(at), "at": at, "day": day}
