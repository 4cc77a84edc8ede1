"""How well each part of the exam is known: domains, tasks and skills."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from study_app.learning.log.tally import NO_ANSWERS, Tally
from study_app.learning.plan.situation import Situation

LEVELS: Final = (0.5, 0.7, 0.85)
"""The shares from which a part is shaky, good and strong; below the first it is weak."""


@dataclass(frozen=True, slots=True)
class ExamPart:
    """A domain, task or skill of the exam.

    `retrievability` is the mean over its begun cards, today; None without any. `firsts` counts
    first attempts at its questions: the earliest standing answer in its session. `unseen` are the
    questions without a standing answer, `due` the begun cards due by today.
    """

    cards: int
    begun: int
    due: int
    retrievability: float | None
    questions: int
    unseen: int
    firsts: Tally

    @property
    def accuracy(self) -> float | None:
        """The share of first attempts that were correct; None without any."""
        return self.firsts.correct / self.firsts.answers if self.firsts.answers else None

    @property
    def is_gap(self) -> bool:
        """Whether nothing in it has ever been asked."""
        return self.accuracy is None and self.retrievability is None

    @property
    def known(self) -> float:
        """How much of it is known: the lower of retrievability and accuracy, times the share of its
        cards that were begun. Anything never asked counts as not known.
        """
        shares = [one for one in (self.retrievability, self.accuracy) if one is not None]
        seen = self.begun / self.cards if self.cards else 1 - self.unseen / max(1, self.questions)
        return min(shares) * seen if shares else 0.0

    @property
    def level(self) -> int:
        """0 never asked, 1 weak, 2 shaky, 3 good, 4 strong."""
        if self.is_gap:
            return 0
        return 1 + sum(self.known >= least for least in LEVELS)


@dataclass(frozen=True, slots=True)
class ExamParts:
    """An exam as a whole, and its parts by id."""

    whole: ExamPart
    domains: Mapping[str, ExamPart]
    tasks: Mapping[str, ExamPart]
    skills: Mapping[str, ExamPart]

    def __getitem__(self, part: str) -> ExamPart:
        """A domain, task or skill by its id."""
        return (self.domains, self.tasks, self.skills)[part.count(".")][part]

    @property
    def weakest(self) -> list[str]:
        """The skills that have questions, least known first; those never asked come last."""
        asked = [skill for skill, part in self.skills.items() if part.questions]
        return sorted(
            asked, key=lambda skill: (self.skills[skill].is_gap, self.skills[skill].known)
        )


def exam_parts(now: Situation) -> ExamParts | None:
    """The parts of the exam studied for; None if the content has none.

    Cards and questions belong to the skills that they name; one that serves two skills counts in
    both, and once in a part that contains both.
    """
    if now.blueprint is None:
        return None
    exam = now.blueprint.id
    cards: dict[str, list[str]] = {}
    for card in now.exam_cards:
        for skill in now.syllabus.cards[card].skills[exam]:
            cards.setdefault(skill, []).append(card)
    questions: dict[str, list[str]] = {}
    for key, question in now.syllabus.questions.items():
        for skill in question.skills.get(exam, ()):
            questions.setdefault(skill, []).append(key)

    def part(skills: Iterable[str]) -> ExamPart:
        every = list(skills)
        return _part(
            now,
            {card for skill in every for card in cards.get(skill, ())},
            {question for skill in every for question in questions.get(skill, ())},
        )

    domains = now.blueprint.domains
    tasks = [task for domain in domains for task in domain.tasks]
    return ExamParts(
        whole=part(skill.id for skill in now.blueprint.skills()),
        domains={
            domain.id: part(skill.id for task in domain.tasks for skill in task.skills)
            for domain in domains
        },
        tasks={task.id: part(skill.id for skill in task.skills) for task in tasks},
        skills={skill.id: part([skill.id]) for skill in now.blueprint.skills()},
    )


def _part(now: Situation, cards: Collection[str], questions: Collection[str]) -> ExamPart:
    begun = [now.begun[card] for card in sorted(cards) if card in now.begun]
    found = [now.history.items[one] for one in questions if one in now.history.items]
    return ExamPart(
        cards=len(cards),
        begun=len(begun),
        due=sum(one.planned <= now.day and not one.suspended for one in begun),
        retrievability=sum(one.retrievability for one in begun) / len(begun) if begun else None,
        questions=len(questions),
        unseen=len(questions) - sum(one.last is not None for one in found),
        firsts=sum((one.firsts for one in found), NO_ANSWERS),
    )
