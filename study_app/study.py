"""The use cases of studying, in sequence: begin, answer, overrule, undo, finish.

Both front ends, the screens and the plain lines, talk to these two classes and to nothing
below them. An event is on disk before the method that caused it returns.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from random import Random
from typing import Any, TypeVar

from study_app.bank.bank import Bank
from study_app.learning.events import (
    Answered,
    Finished,
    Flagged,
    Overruled,
    Skipped,
    Started,
    StudyEvent,
    Undone,
)
from study_app.learning.grading.grader import Grader
from study_app.learning.grading.reasons import Grade
from study_app.learning.history import History
from study_app.learning.items import Card, Kind, Question, Topic
from study_app.learning.language import Language
from study_app.learning.marking import Marked, mark
from study_app.learning.overview import Overview, overview
from study_app.learning.presentation import Arrangement, arrange
from study_app.learning.responses import Response
from study_app.learning.selection import Progress, progress, select
from study_app.learning.session import Given, OutOfTurn, Session, begin
from study_app.learning.statistics import Statistics, statistics
from study_app.learning.texts import fingerprint
from study_app.settings import Settings, SettingsError
from study_app.store.log import ReviewLog, StoreError

ItemT = TypeVar("ItemT", Card, Question)


class NotSaved(Exception):
    """Something could not be written; nothing else changed. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Chance:
    """Where randomness comes from. A fixed `seed` makes selection and order ignore the history."""

    source: Random
    seed: int | None = None

    def draw(self) -> int:
        """A seed for one session."""
        return self.source.getrandbits(32) if self.seed is None else self.seed


@dataclass(frozen=True, slots=True)
class Asked:
    """The question on screen: `number` of `total`, `attempt` counting from 0."""

    question: Question
    arrangement: Arrangement
    number: int
    total: int
    attempt: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An answer as it was shown and judged; `marked` is None for a skip."""

    arrangement: Arrangement
    marked: Marked | None


class Study:
    """One learner with one bank and one log."""

    def __init__(
        self,
        bank: Bank,
        log: ReviewLog,
        *,
        clock: Callable[[], datetime],
        new_id: Callable[[datetime], str],
        chance: Chance,
        settings: Settings,
        remember: Callable[[Settings], None],
        zone: tzinfo | None = None,
    ) -> None:
        self.bank = bank
        self.clock = clock
        self.settings = settings
        self._remember = remember
        self._log = log
        self._new_id = new_id
        self._chance = chance
        self._zone = zone

    @cached_property
    def grader(self) -> Grader:
        """Built at the first typed answer: a session of choices does not need its index."""
        return self.bank.grader()

    @cached_property
    def history(self) -> History:
        return History(self._log.events())

    def overview(self) -> Overview:
        """What home shows."""
        return overview(
            list(self.bank.topics.values()),
            self.bank.blueprints.values(),
            self.history,
            chance=Random(self._chance.draw()),
            now=self.clock(),
            zone=self._zone,
        )

    def progress(self, topic: Topic) -> Progress:
        """How far `topic` is."""
        return progress(topic.questions, self.history)

    def statistics(self) -> Statistics:
        return statistics(self.history, self.bank.questions)

    def choose(self, **choices: Any) -> None:
        """Change settings, now and for later sessions. Raises `NotSaved` if only for now."""
        self.settings = replace(self.settings, **choices)
        try:
            self._remember(self.settings)
        except SettingsError as error:
            raise NotSaved(str(error)) from error

    def readings(self, item: ItemT, language: Language) -> tuple[ItemT, ...]:
        """The wordings of `item` to be shown in `language`, the leading one first.

        English stands in where there is no translation, and beside a translation that is stale.
        """
        korean = self.bank.translated(item, "ko")
        if korean is None or language is Language.EN:
            return (item,)
        if language is Language.BOTH:
            return (item, korean)
        return (korean, item) if self.bank.is_stale(item.id, "ko") else (korean,)

    def topic_title(self, topic: Topic, language: Language) -> str:
        return self.bank.topic_title(topic.id, "ko" if language is Language.KO else "en")

    def quiz(
        self,
        topics: Collection[str] = (),
        *,
        count: int,
        kind: Kind | None = None,
        retries: int = 2,
    ) -> "Sitting":
        """A new quiz over `topics` (none: all of them), of at most `count` questions."""
        seed = self._chance.draw()
        questions = [
            question
            for topic in self.bank.topics.values()
            if not topics or topic.id in topics
            for question in topic.questions
            if kind is None or question.kind is kind
        ]
        history = self.history if self._chance.seed is None else None
        return self.sit(select(questions, count, Random(seed), history), retries, seed)

    def sit(self, items: Sequence[str], retries: int = 2, seed: int | None = None) -> "Sitting":
        """A new session over `items`. Sessions that were left unfinished are ended first."""
        while (left := self.history.unfinished()) is not None:
            Sitting(self, left).finish()
        at = self.clock()
        session = self._new_id(at)
        started = Started(
            id=self._new_id(at),
            at=at,
            session=session,
            seed=self._chance.draw() if seed is None else seed,
            items=tuple(items),
            retries=retries,
        )
        self.record(started)
        return Sitting(self, begin(started))

    def resume(self) -> "Sitting | None":
        """The session that was left unfinished, where it stopped.

        None where there is none, or where the content no longer has all of its questions.
        """
        session = self.history.unfinished()
        if session is None or any(ask.item not in self.bank.questions for ask in session.queue):
            return None
        return Sitting(self, session)

    def record(self, event: StudyEvent) -> None:
        """Put `event` on disk, then into the history. Raises `NotSaved`."""
        history = self.history
        try:
            self._log.append(event)
        except StoreError as error:
            raise NotSaved(str(error)) from error
        history.add(event)

    def stamp(self, started: Started) -> dict[str, Any]:
        """The common fields of an event that happens now in the session begun by `started`."""
        at = self.clock()
        return {
            "id": self._new_id(at),
            "at": at,
            "session": started.session,
            "mode": started.mode,
        }


class Sitting:
    """One session being studied. Every method that changes it writes to the log first."""

    def __init__(self, study: Study, session: Session) -> None:
        self.session = session
        self._study = study
        self._shown_at = study.clock()

    @property
    def asked(self) -> Asked | None:
        """The question on screen; None once the queue is empty."""
        ask = self.session.current
        if ask is None:
            return None
        question = self._study.bank.questions[ask.item]
        items = self.session.started.items
        return Asked(
            question=question,
            arrangement=arrange(question, self.session.started.seed, ask.attempt),
            number=items.index(ask.item) + 1,
            total=len(items),
            attempt=ask.attempt,
        )

    @property
    def last(self) -> Given | None:
        """What was given last, and can be undone."""
        return self.session.given[-1] if self.session.given else None

    @property
    def shown_for(self) -> timedelta:
        """Since when the question is on screen."""
        return self._study.clock() - self._shown_at

    def show(self) -> Asked | None:
        """Start the clock for the question on screen, and return it."""
        self._shown_at = self._study.clock()
        return self.asked

    def submit(self, response: Response) -> Marked:
        """Mark `response` and log it. Raises `Misfit` for a response of the wrong form."""
        question = self._current_question()
        marked = mark(question, response, self._study.grader)
        grade = marked.detail if isinstance(marked.detail, Grade) else None
        self._happen(
            Answered(
                **self._stamp(),
                item=question.id,
                item_hash=fingerprint(question),
                response=response,
                verdict=marked.verdict,
                score=marked.score,
                elapsed_ms=self.shown_for // timedelta(milliseconds=1),
                matched=grade.matched if grade else "",
                reason=grade.reason.text() if grade else "",
            )
        )
        return marked

    def skip(self) -> None:
        """Leave the question on screen unanswered; it does not come back in this session."""
        question = self._current_question()
        self._happen(
            Skipped(
                **self._stamp(),
                item=question.id,
                item_hash=fingerprint(question),
                elapsed_ms=self.shown_for // timedelta(milliseconds=1),
            )
        )

    def undo(self) -> Given | None:
        """Take back the last answer or skip; its question is on screen again. None if none."""
        last = self.last
        if last is not None:
            self._happen(Undone(**self._stamp(), target=last.event.id, item=last.ask.item))
        return last

    def overrule(self, given: Given) -> None:
        """The learner says of a missed typed answer: I was right."""
        if given.can_be_overruled:
            self._happen(Overruled(**self._stamp(), target=given.event.id, item=given.ask.item))

    def flag(self, item: str) -> bool:
        """Set or take away the mark on `item`. Returns whether it is marked now."""
        on = item not in self._study.history.flagged
        self._happen(Flagged(**self._stamp(), item=item, on=on))
        return on

    def reviewed(self, given: Given) -> Reviewed:
        """How `given` looked: marked again, since the log keeps answers and not renderings."""
        question = self._study.bank.questions[given.ask.item]
        arrangement = arrange(question, self.session.started.seed, given.ask.attempt)
        if isinstance(given.event, Skipped):
            return Reviewed(arrangement, None)
        return Reviewed(arrangement, mark(question, given.event.response, self._study.grader))

    def finish(self) -> None:
        """End the session. Ending it twice is ending it once."""
        if not self.session.finished:
            self._happen(Finished(**self._stamp()))

    def _current_question(self) -> Question:
        asked = self.asked
        if asked is None:
            raise OutOfTurn("no question is on screen")
        return asked.question

    def _happen(self, event: StudyEvent) -> None:
        following = self.session.after(event)
        self._study.record(event)
        self.session = following

    def _stamp(self) -> dict[str, Any]:
        return self._study.stamp(self.session.started)
