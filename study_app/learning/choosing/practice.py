"""Which questions to practice: by topic, by part of the exam, by history."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from study_app.learning.history.history import History
from study_app.learning.log.events import Subject
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import Asking, QuestionKind
from study_app.learning.material.syllabus import is_aside, is_container_topic


class Only(StrEnum):
    """A question's history."""

    UNSEEN = "unseen"
    MISSED = "missed"
    FLAGGED = "flagged"
    NOTED = "noted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """What to practice; an empty field means all. `topics` are ids, `domain`, `task` and `skill`
    those of the exam.
    """

    topics: Collection[str] = ()
    kind: QuestionKind | None = None
    domain: str | None = None
    task: str | None = None
    skill: str | None = None
    difficulty: int | None = None
    only: Only | None = None


ANYTHING = Practice()


def chosen(
    questions: Iterable[Asking], practice: Practice, exam: Blueprint | None, history: History
) -> list[Asking]:
    """The `questions` that match.

    A question that only another exam asks is included if its topic is named, or if everything
    flagged or noted is asked for. Questions of the container chapter that serve no skill of the
    exam are included only with one of its topics. Suspended questions, and those of suspended
    cards, are left out.
    """
    exam_id = "" if exam is None else exam.id
    wishes = history.wishes
    skills = None if exam is None else _skills(exam, practice)
    found = [
        one
        for one in questions
        if _is_asked(one, practice)
        and not wishes.is_suspended(Subject.QUESTION, one.id)
        and not (one.card and wishes.is_suspended(Subject.CARD, one.card))
        and not (is_aside(one, exam_id) and not _names_containers(one, practice))
        and (skills is None or not skills.isdisjoint(one.skills.get(exam_id, ())))
        and has_history(one.id, practice.only, history, card=one.card)
    ]
    if practice.topics or practice.only in {Only.FLAGGED, Only.NOTED}:
        return found
    return [
        one for one in found if one.skills.get(exam_id) or not any(one.skills.values())
    ] or found


def _is_asked(question: Asking, practice: Practice) -> bool:
    return (
        (not practice.topics or question.topic in practice.topics)
        and practice.kind in {None, question.kind}
        and practice.difficulty in {None, question.difficulty}
    )


def _names_containers(question: Asking, practice: Practice) -> bool:
    return question.topic in practice.topics and is_container_topic(question.topic)


def _skills(exam: Blueprint, practice: Practice) -> frozenset[str] | None:
    """The skills of the requested parts of `exam`; None if no part is requested."""
    if practice.domain is practice.task is practice.skill is None:
        return None
    return frozenset(
        skill.id
        for domain in exam.domains
        if practice.domain in {None, domain.id}
        for task in domain.tasks
        if practice.task in {None, task.id}
        for skill in task.skills
        if practice.skill in {None, skill.id}
    )


def has_history(
    question: str, only: Only | None, history: History, *, card: str | None = None
) -> bool:
    """Whether `question` has the requested history; a note on its `card` counts as well."""
    record = history.record(question)
    match only:
        case None:
            return True
        case Only.UNSEEN:
            return record is None
        case Only.MISSED:
            return record is not None and record.missed
        case Only.FLAGGED:
            return question in history.flagged
        case Only.NOTED:
            notes = history.wishes
            return bool(
                notes.note(Subject.QUESTION, question) or (card and notes.note(Subject.CARD, card))
            )
