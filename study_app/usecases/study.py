"""The use cases around a session: what to do next, beginning, resuming, recording.

Whatever the front ends, screens and plain lines, change or look up goes through `Study` and, within
a session, through `Sitting`; of the rooms below they know values only. An event is on disk before
the method that caused it returns.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from study_app.bank.bank import Bank
from study_app.grading.answer import Answer
from study_app.learning.answering.marking import GradesText
from study_app.learning.choosing.practice import ANYTHING, Practice, chosen
from study_app.learning.choosing.selection import Progress, progress, select
from study_app.learning.history.history import History
from study_app.learning.history.overview import Overview, overview
from study_app.learning.history.state import BEFORE_ALL
from study_app.learning.log.days import study_day
from study_app.learning.log.events import (
    ExamStarted,
    Finished,
    Flagged,
    SessionMode,
    Started,
    StudyEvent,
)
from study_app.learning.log.session import RETRIES, Session, begin
from study_app.learning.material.items import Asking, Card, Question, Topic
from study_app.learning.material.syllabus import Syllabus
from study_app.learning.plan.goal import Goal, goal_of
from study_app.settings import Settings, SettingsError
from study_app.store.checkpoint import from_whole_log
from study_app.store.errors import Replaced, StoreError
from study_app.store.log import ReviewLog
from study_app.store.opening import MEMORY
from study_app.words.errors import TextError, error_text
from study_app.words.language import Language
from study_app.words.text import Text

if TYPE_CHECKING:
    from study_app.grading.grader import Grader
    from study_app.grading.reasons import Grade

NAMED_ROWS = 5
"""So many of the rows that cannot be read are told by their position."""

ItemT = TypeVar("ItemT", Card, Question)


class Unreadable(TextError):
    """A file that cannot be used. The text says where the problem is and what to do."""


class NotSaved(TextError):
    """Something could not be written; nothing else changed. The text says what to do."""


class LogReplaced(NotSaved):
    """Another file, or none, is where the log was: `Study.use_what_is_there` or `put_back`."""


class Recall(Protocol):
    """What makes a history of a log; `card_of` says of which card a question is."""

    def __call__(self, log: ReviewLog, /, *, card_of: Mapping[str, str]) -> History: ...


@dataclass(frozen=True, slots=True)
class Chance:
    """Where randomness comes from. A fixed `seed` makes selection and order ignore the history."""

    source: Random
    seed: int | None = None

    def draw(self) -> int:
        """A seed for one session."""
        return self.source.getrandbits(32) if self.seed is None else self.seed


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
        remember: Callable[[Mapping[str, object]], None],
        zone: tzinfo | None = None,
        recall: Recall = from_whole_log,
        folders: Sequence[Path] = (),
    ) -> None:
        self.bank = bank
        self.folders = folders
        """The folders that the content was read from."""
        self.clock = clock
        self.settings = settings
        self._remember = remember
        self._log = log
        self._new_id = new_id
        self._chance = chance
        self.zone = zone
        self._recall = recall
        self._latest = BEFORE_ALL[0]
        """Of what was recorded here: a clock that is set back must not change the order."""

    def grading_of(self, question: Question, own: Collection[str] = ()) -> GradesText:
        """How typed answers to `question` are graded; the learner's `own` forms are right too."""

        def grade(response: str, answer: Answer, prompt: str) -> "Grade":
            description = self.bank.description_of(question)
            return self._grader.grade(response, answer, prompt, own, description)

        return grade

    @cached_property
    def _grader(self) -> "Grader":
        """Built at the first typed answer: a session of choices does not need its index."""
        return self.bank.grader()

    @cached_property
    def history(self) -> History:
        return self._recall(self._log, card_of=self.syllabus.card_of)

    @cached_property
    def syllabus(self) -> Syllabus:
        """What there is to be learned, in outline."""
        return self.bank.syllabus()

    def overview(self) -> Overview:
        """What the log says at a glance."""
        return overview(
            self.syllabus.questions.keys(), self.history, unfinished=self.resumable(), day=self.day
        )

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

    def progress(self, topic: Topic) -> Progress:
        """How far `topic` is."""
        return progress(topic.question_ids, self.history)

    def choose(self, *, language: Language | None = None, theme: str | None = None) -> None:
        """Change settings, now and for later sessions. Raises `NotSaved` if only for now."""
        choices = {"language": language, "theme": theme}
        changed: dict[str, Any] = {name: one for name, one in choices.items() if one is not None}
        self.settings = replace(self.settings, **changed)
        try:
            self._remember(changed)
        except SettingsError as error:
            raise NotSaved(error.text) from error

    def translations(self, item: ItemT, language: Language) -> tuple[ItemT, ...]:
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
        return self.bank.topic_title(topic.id, language.spoken)

    @property
    def day(self) -> date:
        """The study day of the learner now."""
        return study_day(self.clock(), self.zone, self.history.day_starts)

    @property
    def goal(self) -> Goal:
        """What the learner studies for."""
        return goal_of(self.history.wishes, self.bank.blueprints.values(), self.day)

    def questions(self, practice: Practice = ANYTHING) -> list[Asking]:
        """The questions that are asked for, in the order of study."""
        questions = (
            question
            for topic in self.bank.topics.values()
            if not practice.topics or topic.id in practice.topics
            for question in self.bank.questions_of(topic)
        )
        exam = self.bank.blueprints.get(self.goal.exam)
        return chosen(questions, practice, exam, self.history)

    def quiz(self, practice: Practice = ANYTHING, *, count: int, retries: int = RETRIES) -> Session:
        """A new quiz of at most `count` of the questions that are asked for."""
        seed = self.draw()
        questions = [question.id for question in self.questions(practice)]
        return self.sit(select(questions, count, Random(seed), self.remembered), retries, seed)

    @property
    def remembered(self) -> History | None:
        """The history for who chooses questions: None with a seed, that the same are chosen."""
        return self.history if self._chance.seed is None else None

    def draw(self) -> int:
        """A seed for one session."""
        return self._chance.draw()

    def sit(
        self,
        items: Sequence[str],
        retries: int = RETRIES,
        seed: int | None = None,
        mode: SessionMode = SessionMode.QUIZ,
    ) -> Session:
        """A new session over `items`. One that was left unfinished can still be resumed later."""
        started = Started(
            **self.new_session(),
            seed=self.draw() if seed is None else seed,
            items=tuple(items),
            retries=retries,
            mode=mode,
        )
        self.record(started)
        return begin(started)

    def end(self, session: Session) -> None:
        """End a session that was left unfinished, so that it is not offered any more."""
        self.record(Finished(**self.stamp(session.started)))

    def resumable(self) -> list[Session]:
        """The sessions that were left unfinished, where they stopped; the latest begun first.

        Without those of which the content no longer has all questions.
        """
        known = self.bank.questions.keys()
        left = [one for one in self.history.unfinished() if known >= set(one.started.items)]
        times = (event.at for session in left for event in session.events)
        self._latest = max(self._latest, *times) if left else self._latest
        return left

    def missed(self) -> list[str]:
        """The questions that were not right on the last try, the longest unasked first."""
        return [item for item in self.history.missed() if item in self.bank.questions]

    def flagged(self) -> list[str]:
        """The questions that are marked to be looked at again, in the order of the content."""
        return [item for item in self.bank.questions if item in self.history.flagged]

    def flag(self, item: str) -> bool:
        """Set or take away the mark on `item`, outside of a session. Returns whether it is set."""
        on = item not in self.history.flagged
        self.record(Flagged(**self._moment(), session="", item=item, on=on))
        return on

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
            self.history = self._recall(self._log, card_of=self.syllabus.card_of)
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
            named = [f"{position} ({why})" for position, why in sorted(aside.items())[:NAMED_ROWS]]
            more = len(aside) - NAMED_ROWS
            yield error_text(
                "{path}: rows that cannot be read were set aside: position {positions}{more}. "
                "All others count. `dva restore --recover` writes a file without them.",
                path=path,
                positions=", ".join(named),
                more=error_text(" and {count} more", count=more) if more > 0 else "",
            )
        if self._log.only_read is not None:
            yield error_text("Your answers will not be saved. {what}", what=self._log.only_read)

    def outside(self) -> dict[str, Any]:
        """The common fields of an event that happens now outside of any session."""
        return {**self._moment(), "session": "", "mode": SessionMode.NONE}

    def stamp(self, started: Started | ExamStarted, at: datetime | None = None) -> dict[str, Any]:
        """The common fields of an event in the session begun by `started`: of one that happens now,
        or of one `at` a moment that was found out afterwards.
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
        """Id, time and study day of an event that happens now, after all others of this study."""
        now = self.clock()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        self._latest = max(now, self._latest + timedelta(milliseconds=1))
        return self._at(self._latest)

    def _at(self, at: datetime) -> dict[str, Any]:
        day = study_day(at, self.zone, self.history.day_starts)
        return {"id": self._new_id(at), "at": at, "day": day}
