"""The use cases around mock exams: draw one, begin it, find the paused one, tell how it went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import Any

from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import mark
from study_app.learning.answering.responses import Picked
from study_app.learning.choosing.practice import Practice, chosen
from study_app.learning.choosing.selection import select
from study_app.learning.exam.attempt import Attempt, Keys, begin
from study_app.learning.exam.draw import Draw, Seen, candidates, draw
from study_app.learning.exam.result import ExamResult, result_of
from study_app.learning.exam.seen import seen_in
from study_app.learning.exam.shape import Shape
from study_app.learning.log.events import (
    ExamStarted,
    Finished,
    SessionMode,
    Skipped,
    Started,
    Subject,
)
from study_app.learning.log.session import QueuedQuestion, Session, SessionResponse
from study_app.learning.material.blueprint import domain_of
from study_app.learning.material.items import Choice, Choices, Question
from study_app.learning.material.texts import fingerprint
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import Study

_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
"""When a question was seen of which nobody knows when."""


@dataclass(frozen=True, slots=True)
class SubmittedExam:
    """A submitted attempt and its result."""

    attempt: Attempt
    result: ExamResult

    @property
    def at(self) -> datetime:
        """When it was submitted."""
        submitted = self.attempt.submitted
        return self.attempt.started.at if submitted is None else submitted.at


def draw_exam(study: Study, shape: Shape, seed: int) -> Draw:
    """The questions of a new exam. Suspended ones are left out.

    With a fixed seed for the whole run the history is ignored.
    """
    blueprint = study.bank.blueprints[shape.exam]
    every = candidates(study.bank.questions.values(), shape.exam)
    if study.remembered is None:
        return draw(shape, blueprint, every, Random(seed))
    wishes = study.history.wishes
    standing = [one for one in every if not wishes.is_suspended(Subject.QUESTION, one.id)]
    return draw(shape, blueprint, standing, Random(seed), _seen(study))


def begin_exam(study: Study, shape: Shape, drawn: Draw, seed: int) -> Attempt:
    """Begin an exam. An open one is abandoned but stays in the log. Raises `NotSaved`."""
    started = ExamStarted(
        **study.new_session(),
        mode=SessionMode.EXAM,
        exam=shape.exam,
        seed=seed,
        items=drawn.items,
        domains=drawn.domains,
        minutes=shape.minutes,
        extra=shape.extra,
        domain=shape.domain,
    )
    replaced = study.history.exams.open()
    if replaced is None:
        study.record(started)
    else:
        study.record(Finished(**study.stamp(replaced.started, started.at)), started)
    return begin(started)


def is_alike(attempt: Attempt, shape: Shape) -> bool:
    """Whether `attempt` has this shape, ignoring time."""
    started = attempt.started
    return (started.exam, len(started.items), started.domain) == (
        shape.exam,
        shape.questions,
        shape.domain,
    )


def submitted_exams(study: Study, exam: str | None = None) -> Sequence[SubmittedExam]:
    """The submitted attempts at `exam`, or at any exam, in order of their start."""
    return [
        SubmittedExam(attempt, result(study, attempt))
        for attempt in study.history.exams.every()
        if attempt.submitted is not None and exam in {None, attempt.started.exam}
    ]


def result(study: Study, attempt: Attempt) -> ExamResult:
    """The result of a submitted attempt."""
    exam, outlines = attempt.started.exam, study.syllabus.questions

    def task_of(item: str, domain: str) -> str | None:
        skills = outlines[item].skills.get(exam, ()) if item in outlines else ()
        return next((one.rpartition(".")[0] for one in skills if domain_of(one) == domain), None)

    def is_right(item: str, keys: Keys) -> bool | None:
        question = exam_question(study, attempt, item) if item in outlines else None
        if question is None or not is_complete(question, keys):
            return None
        return mark(question, Picked(keys), study.grading_of(question)).verdict is Verdict.CORRECT

    return result_of(attempt, task_of, is_right)


def exam_question(study: Study, attempt: Attempt, item: str) -> Question:
    """A question as the attempt asks it, with the values drawn at the time."""
    return study.bank.asked(item, attempt.started.seed, 0, attempt.drawn.get(item))


def is_complete(question: Question, keys: Keys) -> bool:
    """Whether as many options are chosen as the question asks for, and it still has them."""
    match question.form:
        case Choice(options):
            return len(keys) == 1 and set(keys) <= set(options)
        case Choices(options) as form:
            return len(keys) == form.choose and set(keys) <= set(options)
        case _:
            return False


def review_of(study: Study, attempt: Attempt) -> Sitting:
    """The answers of a submitted attempt in the form of a session's; an open question counts as
    skipped."""
    started = attempt.started
    common: dict[str, Any] = {
        "at": started.at,
        "day": started.day,
        "session": started.session,
        "mode": SessionMode.EXAM,
    }
    begun = Started(**common, id=started.id, seed=started.seed, items=started.items, retries=0)
    given = []
    for item in (one for one in started.items if one in study.bank.questions):
        answer = attempt.answers.get(item)
        if answer is None:
            question = exam_question(study, attempt, item)
            blank = Skipped(
                **common,
                id=f"{started.session}/{item}",
                item=item,
                item_hash=fingerprint(question),
                elapsed_ms=0,
                drawn=attempt.drawn.get(item),
            )
            given.append(SessionResponse(QueuedQuestion(item), blank))
        else:
            given.append(SessionResponse(QueuedQuestion(item), answer))
    return Sitting(study, Session(begun, (), tuple(given), finished=True))


def practice_domain(study: Study, exam: str, domain: str, count: int) -> Session:
    """A session on one domain of an exam. Raises `NotSaved`."""
    blueprint = study.bank.blueprints.get(exam)
    practice = Practice(domain=domain)
    every = chosen(study.bank.questions.values(), practice, blueprint, study.history)
    seed = study.draw()
    items = select([one.id for one in every], count, Random(seed), study.remembered)
    return study.sit(items, seed=seed)


def _seen(study: Study) -> Seen:
    items = study.history.items.items()
    last = {item: found.last.key[0] for item, found in items if found.last is not None}
    skipped = {item: _LONG_AGO for item, found in items if found.skipped and item not in last}
    every = study.history.exams.every()
    return seen_in(every, skipped | last) if every else Seen(skipped | last)
