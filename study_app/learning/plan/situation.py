"""The learner's situation today: what is begun, due and new, and the pace."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from study_app.learning.history.history import History
from study_app.learning.log.events import Subject
from study_app.learning.log.summary import Key
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.syllabus import Syllabus, topic_of
from study_app.learning.plan.days import next_review_day, quota
from study_app.learning.plan.goal import Goal, goal_of
from study_app.learning.plan.order import new_cards
from study_app.learning.plan.pace import Pace, pace_of
from study_app.learning.scheduling.asking import askable, question_to_ask, standing
from study_app.learning.scheduling.fsrs import Strength, retrievability
from study_app.learning.scheduling.memory import Memory


@dataclass(frozen=True, slots=True)
class CardStanding:
    """A begun card today.

    `due` is FSRS's due time, `planned` the day of the next review. `suspended`: no review asks it,
    because the learner suspended it or all of its questions.
    """

    card: str
    memory: Memory
    strength: Strength
    due: datetime
    planned: date
    retrievability: float
    suspended: bool

    @property
    def expected_asks(self) -> float:
        """The expected number of times a review asks it: once more after a miss."""
        return 2 - self.retrievability


@dataclass(frozen=True)
class Situation:
    """Everything a plan is computed from, on the study day `day`."""

    day: date
    goal: Goal
    blueprint: Blueprint | None
    syllabus: Syllabus
    history: History

    @cached_property
    def begun(self) -> Mapping[str, CardStanding]:
        """The begun cards that are in the content, by id."""
        memories = self.history.memories
        return {
            card: self._standing(card, memories[card])
            for card in sorted(memories)
            if card in self.syllabus.cards
        }

    @cached_property
    def due(self) -> Sequence[CardStanding]:
        """The reviews due by today, lowest retrievability first."""
        due = (one for one in self.begun.values() if one.planned <= self.day and not one.suspended)
        return sorted(due, key=lambda one: (one.retrievability, one.card))

    @cached_property
    def exam_cards(self) -> frozenset[str]:
        return frozenset(self.syllabus.cards_of(self.goal.exam))

    @cached_property
    def unbegun(self) -> Sequence[str]:
        """Cards of the exam not begun, not suspended, not left out, in the order of study."""
        memories = self.history.memories
        return [
            card
            for card in self.syllabus.cards
            if card in self.exam_cards
            and card not in memories
            and topic_of(card) not in self.goal.left_out
            and not self.is_suspended(card)
        ]

    @cached_property
    def begun_today(self) -> Sequence[str]:
        """Cards of the exam whose first review was today."""
        memories = self.history.memories
        return [card for card in sorted(self.exam_cards & memories.keys()) if self._is_new(card)]

    @cached_property
    def new_today(self) -> int:
        """Today's quota minus the cards begun today."""
        begun = len(self.begun_today)
        return max(0, quota(len(self.unbegun) + begun, self.goal, self.day) - begun)

    @cached_property
    def new(self) -> Sequence[str]:
        """The unbegun cards, in the order in which to begin them."""
        memories = self.history.memories
        latest = max(memories, key=lambda card: memories[card].first.key, default=None)
        return new_cards(
            self.unbegun,
            self.syllabus,
            self.blueprint,
            first=self.goal.first,
            topic=None if latest is None else topic_of(latest),
            begun=self.exam_cards & memories.keys(),
        )

    @cached_property
    def pace(self) -> Pace:
        return pace_of(self.history.tenths, self.history.memories.values())

    def is_suspended(self, card: str) -> bool:
        """Whether no review asks `card`."""
        if self.history.wishes.is_suspended(Subject.CARD, card):
            return True
        # One question is enough, and this is looked up for every card of the plan.
        return not any(standing(card, self.goal.exam, self.syllabus, self._is_suspended))

    def askable(self, card: str) -> Sequence[str]:
        """The questions of `card` that can be asked."""
        return askable(card, self.goal.exam, self.syllabus, self._is_suspended)

    def may_be_asked(self, question: str) -> bool:
        """Whether a mixed session can ask `question` again."""
        found = self.syllabus.questions.get(question)
        wishes = self.history.wishes
        return (
            found is not None
            and not self.syllabus.is_aside(question, self.goal.exam)
            and not wishes.is_suspended(Subject.QUESTION, question)
            and not (found.card and wishes.is_suspended(Subject.CARD, found.card))
        )

    def question_of(self, card: str) -> str:
        """The question that asks `card` next. At least one must be askable."""
        memory = self.history.memories.get(card)
        return question_to_ask(
            self.askable(card),
            self._asked,
            None if memory is None else memory.last.item,
            self.syllabus,
        )

    def planned(self, card: str, due: date, reviewed: date) -> date:
        """The day of the next review of `card`, last `reviewed` then and `due` for FSRS."""
        if card not in self.exam_cards:
            return due
        return next_review_day(card, due, reviewed, self.goal, self.day)

    def _is_suspended(self, question: str) -> bool:
        return self.history.wishes.is_suspended(Subject.QUESTION, question)

    def _asked(self, question: str) -> Key | None:
        found = self.history.items.get(question)
        return None if found is None or found.last is None else found.last.key

    def _is_new(self, card: str) -> bool:
        return self.history.memories[card].first.day == self.day

    def _standing(self, card: str, memory: Memory) -> CardStanding:
        scheduled = memory.scheduled(self.goal.retention)
        return CardStanding(
            card=card,
            memory=memory,
            strength=scheduled.strength,
            due=scheduled.due,
            planned=self.planned(card, scheduled.due.date(), memory.last.day),
            retrievability=retrievability(scheduled.strength, self.day),
            suspended=self.is_suspended(card),
        )


def situation(
    day: date, blueprints: Mapping[str, Blueprint], syllabus: Syllabus, history: History
) -> Situation:
    """The situation on the study day `day`."""
    goal = goal_of(history.wishes, blueprints.values(), day)
    return Situation(day, goal, blueprints.get(goal.exam), syllabus, history)
