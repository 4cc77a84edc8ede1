"""The use cases around progress: habits, mistakes, how well the exam's parts are known."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from study_app.learning.choosing.practice import Practice
from study_app.learning.choosing.selection import SESSION_LENGTH
from study_app.learning.log.session import Session
from study_app.learning.material.items import Question
from study_app.learning.plan.situation import Situation, situation
from study_app.learning.statistics.habits import (
    AnswerTimes,
    Retention,
    StudyDays,
    coming_due,
    retention,
    study_days,
    times,
    weeks_before,
)
from study_app.learning.statistics.mistakes import (
    Confusion,
    Leech,
    confusions,
    either_way,
    leeches,
    to_practice,
)
from study_app.learning.statistics.skills import ExamParts, exam_parts
from study_app.usecases.study import Study
from study_app.words.language import Language

WEEKS = 4


@dataclass(frozen=True)
class ProgressFigures:
    """The current figures, each computed on demand. Create a new one after an answer. Question
    texts are in `language`.
    """

    situation: Situation
    study: Study
    language: Language

    def due(self, days: int) -> tuple[int, ...]:
        """How many cards come due on each of so many days, today first."""
        return coming_due(self.situation.begun.values(), self.situation.day, days)

    @cached_property
    def days(self) -> StudyDays:
        """The last four weeks, from a Monday on."""
        return study_days(self.situation, weeks_before(self.situation.day, WEEKS))

    @cached_property
    def every_day(self) -> dict[date, int]:
        """The answers of every study day that has any."""
        days = self.study.history.state.days
        return {day: days[day].answers for day in sorted(days)}

    @cached_property
    def retention(self) -> Retention:
        return retention(self.situation.history.memories.values())

    @cached_property
    def times(self) -> AnswerTimes:
        return times(self.situation)

    @cached_property
    def confusions(self) -> tuple[Confusion, ...]:
        """By what was asked and what was answered, the most frequent first."""
        return confusions(self.study.history, self._read)

    @cached_property
    def pairs(self) -> tuple[Confusion, ...]:
        """The confusions with both directions as one."""
        return either_way(self.confusions, self.study.history)

    @cached_property
    def leeches(self) -> tuple[Leech, ...]:
        return leeches(self.situation.history.memories)

    @property
    def overruled(self) -> int:
        """How many answers the learner marked as right."""
        return sum(one.overruled for one in self.study.history.items.values())

    @cached_property
    def parts(self) -> ExamParts | None:
        """None where the content has no exam."""
        return exam_parts(self.situation)

    def day(self, number: int) -> date:
        """The study day so many days from today."""
        return self.situation.day + timedelta(days=number)

    def questions_of(self, pair: Confusion) -> Sequence[str]:
        """The questions for a pair; none if all are suspended or gone."""
        return to_practice(pair, self.situation)[:SESSION_LENGTH]

    def practice(self, part: str) -> Session:
        """A new session on a domain, task or skill that has questions. Raises `NotSaved`."""
        return self.study.quiz(practice_of(part), count=SESSION_LENGTH)

    def card_of(self, part: str) -> str | None:
        """The first card of a task or skill in the order of study, those not begun first."""
        exam = self.situation.goal.exam
        found = [
            card
            for card in self.situation.syllabus.cards
            if card in self.situation.exam_cards
            and any(
                skill == part or skill.startswith(f"{part}.")
                for skill in self.situation.syllabus.cards[card].skills[exam]
            )
        ]
        return min(found, key=lambda card: card in self.situation.begun, default=None)

    def _read(self, item: str) -> Question | None:
        question = self.study.bank.questions.get(item)
        if not isinstance(question, Question):
            return None
        return self.study.translations(question, self.language)[0]


def progress_of(study: Study, language: Language | None = None) -> ProgressFigures:
    """The progress as of now, in the learner's language or another."""
    found = situation(study.day, study.bank.blueprints, study.syllabus, study.history)
    return ProgressFigures(found, study, study.settings.language if language is None else language)


def practice_of(part: str) -> Practice:
    """What practices a part of the exam: `2` is a domain, `2.1` a task, `2.1.3` a skill."""
    match part.count("."):
        case 0:
            return Practice(domain=part)
        case 1:
            return Practice(task=part)
        case _:
            return Practice(skill=part)
