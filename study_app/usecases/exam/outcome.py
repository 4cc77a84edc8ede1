"""The use cases after the real exam: whether to ask how it went, and keeping the answer."""

from datetime import date

from study_app.learning.exam.outcome import exam_day
from study_app.learning.log.events import ExamTaken
from study_app.usecases.plan import change_plan
from study_app.usecases.study import Study

SCORES = range(100, 1001)
"""What AWS scales results to."""


def exam_to_tell(study: Study) -> date | None:
    """The day of an exam that has passed and has no recorded outcome; else None."""
    goal = study.goal
    then = goal.exam_date
    if (
        then is None
        or then >= study.day
        or exam_day(goal.exam, then) in study.history.exams.outcomes
    ):
        return None
    return then


def record_outcome(study: Study, taken_on: date, *, passed: bool, score: int | None) -> None:
    """Record the outcome of the planned exam. Raises `NotSaved`."""
    taken = ExamTaken(
        **study.outside(), exam=study.goal.exam, taken_on=taken_on, passed=passed, score=score
    )
    study.record(taken)


def was_not_taken(study: Study) -> None:
    """Record that the exam was not taken, and clear its date. Raises `NotSaved`."""
    change_plan(study, exam_date=None)
