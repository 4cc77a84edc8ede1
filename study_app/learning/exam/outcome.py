"""The outcome of the real exam, as the learner reported it."""

from dataclasses import dataclass
from datetime import date

from study_app.learning.log.events import ExamTaken
from study_app.learning.log.summary import Key


@dataclass(frozen=True, slots=True)
class ExamOutcome:
    """`score` is AWS's scaled one, 100 to 1000, if reported. The latest report counts."""

    key: Key
    exam: str
    taken_on: date
    passed: bool
    score: int | None = None


ExamOutcomes = dict[str, ExamOutcome]
"""By exam and day, as `exam_day` names them."""


def exam_day(exam: str, taken_on: date) -> str:
    return f"{exam} {taken_on.isoformat()}"


def take(outcomes: ExamOutcomes, event: ExamTaken) -> None:
    """Keep the latest report on an exam."""
    name = exam_day(event.exam, event.taken_on)
    earlier = outcomes.get(name)
    if earlier is None or earlier.key < event.key:
        outcomes[name] = ExamOutcome(
            event.key, event.exam, event.taken_on, event.passed, event.score
        )
