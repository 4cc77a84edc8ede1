"""The content in outline: which card a question is about, and for which exams.

Texts are left out, so that a plan can be made without loading all of the content.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import comb, factorial
from typing import Final, assert_never

from study_app.learning.material.blueprint import domain_of
from study_app.learning.material.items import (
    Asking,
    Card,
    Choice,
    Choices,
    Matching,
    Ordering,
    Question,
    QuestionKind,
    TemplateForm,
    Typed,
)

CONTAINER_CHAPTER: Final = "container-chapter"
"""The tag for items that are asked only with the container chapter, as no skill of the exam asks
them."""

CONTAINERS: Final = ("docker", "ecr", "copilot", "eks")
"""The topics of that chapter, besides those that begin with `ecs`."""

EXAM_KINDS: Final = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})
"""The kinds of questions that exams have."""

Skills = Mapping[str, tuple[str, ...]]
"""Skill ids by exam id."""

Domains = Mapping[str, frozenset[tuple[str, str]]]
"""By topic: exams, each with one of its domains."""


@dataclass(frozen=True, slots=True)
class CardOutline:
    skills: Skills
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionOutline:
    """`difficulty` as in a question; `guess` is the probability that a blind guess is right."""

    skills: Skills
    kind: QuestionKind
    card: str | None = None
    tags: tuple[str, ...] = ()
    difficulty: int = 2
    guess: float = 0.0


def card_outline(card: Card) -> CardOutline:
    return CardOutline(card.skills, card.tags)


def question_outline(question: Asking) -> QuestionOutline:
    return QuestionOutline(
        question.skills,
        question.kind,
        question.card,
        question.tags,
        question.difficulty,
        round(guess_of(question), 4),
    )


OPTIONS: Final = 4
"""For a question with one right option, and a template asked as one."""

STEPS: Final = 4
"""The typical number of items in a template asked as an ordering."""


def guess_of(question: Asking) -> float:
    """The probability that a blind guess at `question` is right."""
    if not isinstance(question, Question):
        match question.form:
            case TemplateForm.CHOICE:
                return 1 / OPTIONS
            case TemplateForm.TYPED:
                return 0.0
            case TemplateForm.ORDERING:
                return 1 / factorial(STEPS)
            case _:
                assert_never(question.form)
    match question.form:
        case Choice(options=options):
            return 1 / len(options)
        case Choices(options=options):
            return 1 / comb(len(options), question.form.choose)
        case Typed():
            return 0.0
        case Ordering(items=items):
            return 1 / factorial(len(items))
        case Matching(pairs=pairs):
            return 1 / factorial(len(pairs))
        case _:
            assert_never(question.form)


class _Cards(Mapping[str, str]):
    """The card of each question that has one, looked up lazily: a start needs only a few, and
    reading an outline takes time."""

    def __init__(self, questions: Mapping[str, QuestionOutline]) -> None:
        self._questions = questions

    def __getitem__(self, question: str) -> str:
        card = self._questions[question].card
        if card is None:
            raise KeyError(question)
        return card

    def __iter__(self) -> Iterator[str]:
        return (key for key, question in self._questions.items() if question.card is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(frozen=True)
class Syllabus:
    """`cards` and `questions` by id, in the order of study."""

    cards: Mapping[str, CardOutline]
    questions: Mapping[str, QuestionOutline]

    @cached_property
    def card_of(self) -> Mapping[str, str]:
        """The card of each question that has one."""
        return _Cards(self.questions)

    @cached_property
    def questions_of(self) -> Mapping[str, tuple[str, ...]]:
        """The questions of each card that has any."""
        found: dict[str, list[str]] = {}
        for question, card in self.card_of.items():
            if card in self.cards:
                found.setdefault(card, []).append(question)
        return {card: tuple(questions) for card, questions in found.items()}

    @cached_property
    def domains_of(self) -> Domains:
        """The domains that the questions of each topic serve, in the order of study."""
        found: dict[str, set[tuple[str, str]]] = {}
        for item, question in self.questions.items():
            own = found.setdefault(topic_of(item), set())
            for exam, skills in question.skills.items():
                own.update((exam, domain_of(skill)) for skill in skills)
        return {topic: frozenset(domains) for topic, domains in found.items()}

    def cards_of(self, exam: str) -> tuple[str, ...]:
        """The cards of an exam: their skills name it, and at least one question asks them."""
        return tuple(
            key
            for key, card in self.cards.items()
            if card.skills.get(exam) and key in self.questions_of
        )

    def is_aside(self, question: str, exam: str) -> bool:
        """Whether `question` is asked only with the container chapter."""
        return is_aside(self.questions[question], exam)


def is_aside(item: CardOutline | QuestionOutline | Card | Asking, exam: str) -> bool:
    """Whether `item` is asked only with the container chapter, for a learner of an exam."""
    return CONTAINER_CHAPTER in item.tags and not item.skills.get(exam)


def is_container_topic(topic: str) -> bool:
    return topic in CONTAINERS or topic.startswith("ecs")


def topic_of(item: str) -> str:
    """The topic of a card or question, by its id."""
    return item.partition("/")[0]
