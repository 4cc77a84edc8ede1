"""What simulated learners study: the shipped bank in outline, as all of them see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp

from study_app.learning.material.blueprint import Blueprint, domain_of
from study_app.learning.material.items import QuestionKind
from study_app.learning.material.syllabus import EXAM_KINDS, Syllabus, topic_of
from tests.shipped import shipped


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as a simulated learner meets it."""

    id: str
    card: str
    kind: QuestionKind
    difficulty: int
    guess: float
    domain: str

    @property
    def topic(self) -> str:
        return topic_of(self.card)


@dataclass(frozen=True)
class World:
    syllabus: Syllabus
    blueprints: Mapping[str, Blueprint]

    @cached_property
    def questions(self) -> Sequence[Asked]:
        """In the order of study."""
        return [
            Asked(
                key,
                one.card,
                one.kind,
                one.difficulty,
                one.guess,
                min((domain_of(skill) for own in one.skills.values() for skill in own), default=""),
            )
            for key, one in self.syllabus.questions.items()
            if one.card is not None
        ]

    @cached_property
    def topics(self) -> Sequence[str]:
        return list(dict.fromkeys(one.topic for one in self.questions))

    @cached_property
    def domains(self) -> Sequence[str]:
        return sorted({one.domain for one in self.questions})

    @cached_property
    def cards(self) -> Sequence[str]:
        return list(dict.fromkeys(one.card for one in self.questions))

    def asked_in(self, exam: str) -> Mapping[str, Sequence[Asked]]:
        """The questions of an exam's kinds, by its domains; one that serves two is in both."""
        found: dict[str, list[Asked]] = {one.id: [] for one in self.blueprints[exam].domains}
        for question in self.questions:
            outline = self.syllabus.questions[question.id]
            if outline.kind in EXAM_KINDS:
                for domain in {domain_of(skill) for skill in outline.skills.get(exam, ())}:
                    found[domain].append(question)
        return found


def world() -> World:
    bank = shipped()
    return World(bank.syllabus(), bank.blueprints)


def sigmoid(value: float) -> float:
    return 1 / (1 + exp(-value)) if value > -60 else 0.0
