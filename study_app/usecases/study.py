"""The use cases around a session: what to do next, beginning, resuming, recording.

Whatever the front ends, screens and plain lines, change or look up goes through `Study` and, within
a session, through `Sitting`; of the rooms below they know values only. An event is on disk before
the method that caused it returns.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from study_app.bank.bank import Bank
from study_app.grading.answer import Answer
from study_app.learning.answering.marking import GradesText
from study_app.learning.choosing.practice import ANYTHING, Practice, chosen
from study_app.learning.choosing.selection import TopicProgress, progress, select
from study_app.learning.history.history import History
from study_app.learning.history.overview import Overview, overview
from study_app.learning.log.events import Finished, Flagged, SessionMode, Started
from study_app.learning.log.session import RETRIES, Session, begin
from study_app.learning.material.items import Asking, Card, Question, Topic
from study_app.learning.material.syllabus import Syllabus
from study_app.learning.plan.goal import Goal, goal_of
from study_app.settings import Settings, SettingsError
from study_app.store.checkpoint import from_whole_log
from study_app.store.log import ReviewLog
from study_app.usecases.journal import Derive, Journal, NotSaved, Recall, made_anew
from study_app.words.language import Language

if TYPE_CHECKING:
    from study_app.grading.grader import Grader
    from study_app.grading.reasons import Grade

ItemT = TypeVar("ItemT", Card, Question)


@dataclass(frozen=True, slots=True)
class Chance:
    """Where randomness comes from. A fixed `seed` makes selection and order ignore the history."""

    source: Random
    seed: int | None = None

    def draw(self) -> int:
        """A seed for one session."""
        return self.source.getrandbits(32) if self.seed is None else self.seed


class Study(Journal):
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
        derive: Derive = made_anew,
        folders: Sequence[Path] = (),
    ) -> None:
        super().__init__(log, clock=clock, new_id=new_id, zone=zone, recall=recall, derive=derive)
        self.bank = bank
        self.folders = folders
        """The folders that the content was read from."""
        self.settings = settings
        self._remember = remember
        self._chance = chance

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
    def syllabus(self) -> Syllabus:
        """What there is to be learned, in outline."""
        return self.bank.syllabus()

    @property
    def card_of(self) -> Mapping[str, str]:
        return self.syllabus.card_of

    def overview(self) -> Overview:
        """What the log says at a glance."""
        return overview(
            self.syllabus.questions.keys(), self.history, unfinished=self.resumable(), day=self.day
        )

    def progress(self, topic: Topic) -> TopicProgress:
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
        if language is Language.EN:
            return (item,)
        korean = self.bank.translated(item, "ko")
        if korean is None:
            return (item,)
        if language is Language.BOTH:
            return (item, korean)
        return (korean, item) if self.bank.is_stale(item.id, "ko") else (korean,)

    def topic_title(self, topic: Topic, language: Language) -> str:
        return self.bank.topic_title(topic.id, language.spoken)

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
        for at in (event.at for session in left for event in session.events):
            self.goes_on_after(at)
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
