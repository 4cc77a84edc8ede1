"""One mock exam being taken: show, choose, strike, flag, note, pause, resume, submit.

What `Sitting` is for a session, `ExamSitting` is for an exam: every change is on disk before it is
shown, and nothing is judged before the submission.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from study_app.learning.answering.marking import mark
from study_app.learning.answering.responses import Picked
from study_app.learning.exam.attempt import Attempt, Keys
from study_app.learning.exam.clock import warnings_between
from study_app.learning.exam.result import ExamResult
from study_app.learning.log.events import (
    Answered,
    Chosen,
    Flagged,
    Noted,
    Paused,
    Resumed,
    Shown,
    Struck,
    StudyEvent,
    Subject,
    Submitted,
)
from study_app.learning.material.items import Question
from study_app.learning.material.presentation import Arrangement, arrange
from study_app.learning.material.texts import fingerprint
from study_app.usecases.exam.attempts import exam_question, is_complete, result
from study_app.usecases.study import Study

ASLEEP: Final = timedelta(minutes=1)
"""A front end that ticks each second and was not there for so long was asleep."""

_MILLISECOND: Final = timedelta(milliseconds=1)


class ExamSitting:
    """Every method that changes the attempt writes to the log first, and raises `NotSaved`.

    Once the time is over nothing can be changed: whatever is asked for then submits the exam,
    stamped with the moment of zero.
    """

    def __init__(self, study: Study, attempt: Attempt) -> None:
        self.attempt = attempt
        self._study = study
        self._told_at = self.left
        self._awake_at: datetime | None = None
        """When the front end was there last, where it ticks."""
        self._question = lru_cache(maxsize=None)(lambda item: exam_question(study, attempt, item))
        if attempt.clock.last is not None:
            study.goes_on_after(attempt.clock.last)

    @property
    def items(self) -> tuple[str, ...]:
        return self.attempt.items

    @property
    def current(self) -> str:
        """The question on screen."""
        return self.attempt.current or self.items[0]

    @property
    def left(self) -> timedelta:
        """The time that is left."""
        return self.attempt.clock.left_at(self._study.clock())

    @property
    def is_over(self) -> bool:
        return not self.attempt.is_open

    @property
    def left_open(self) -> Sequence[str]:
        """The questions without a complete answer, in their order."""
        return [item for item in self.items if not self.is_answered(item)]

    def question(self, item: str) -> Question:
        found: Question = self._question(item)
        return found

    def arrangement(self, item: str) -> Arrangement:
        return arrange(self.question(item), self.attempt.started.seed)

    def is_answered(self, item: str) -> bool:
        """Whether as many options are chosen as the question asks for."""
        keys = self.attempt.chosen.get(item, ())
        return bool(keys) and is_complete(self.question(item), keys)

    def go_on(self) -> None:
        """Begin, or go on where it stopped: the clock runs again."""
        if self.attempt.current is None:
            self.show(self.items[0])
        elif self.attempt.clock.zero is not None:
            self._submit(self.attempt.clock.zero)
        else:
            self._happen(Resumed(**self._stamp()))

    def show(self, item: str) -> None:
        """Put a question on screen."""
        if self._goes_on():
            drawn = self.question(item).drawn
            values = None if drawn is None else drawn.values
            self._happen(Shown(**self._stamp(), item=item, drawn=values))

    def choose(self, item: str, keys: Keys) -> None:
        """What is chosen from now on; none takes the answer away."""
        if self._goes_on() and keys != self.attempt.chosen.get(item, ()):
            self._happen(Chosen(**self._stamp(), item=item, keys=keys))

    def strike(self, item: str, keys: Keys) -> None:
        """Which options are struck out from now on."""
        if self._goes_on() and keys != self.attempt.struck.get(item, ()):
            self._happen(Struck(**self._stamp(), item=item, keys=keys))

    def flag(self, item: str) -> bool:
        """Set or take away the mark on a question. Returns whether it is marked now."""
        if self._goes_on():
            on = item not in self.attempt.flagged
            self._happen(Flagged(**self._stamp(), item=item, on=on))
        return item in self.attempt.flagged

    def note(self, item: str, text: str) -> None:
        """The learner's note on a question."""
        if self._goes_on():
            self._happen(Noted(**self._stamp(), item=item, subject=Subject.QUESTION, text=text))

    def pause(self) -> None:
        if self._goes_on() and self.attempt.clock.is_running:
            self._happen(Paused(**self._stamp()))
        self._awake_at = None

    def submit(self) -> None:
        """End the exam: its answers count from this moment on, all together."""
        if self._goes_on():
            self._submit(self._stamp()["at"])

    def tick(self) -> Sequence[timedelta]:
        """To be called each second while the exam is on screen: notices zero, and a computer that
        was asleep. Returns the warnings that are due, as the time left.
        """
        self._goes_on()
        self._awake_at = self._study.clock()
        return self.warnings()

    def warnings(self) -> Sequence[timedelta]:
        """The warnings that became due since they were asked for last."""
        if self.is_over:
            return ()
        left = self.left
        due = warnings_between(self._told_at, left)
        self._told_at = left
        return due

    def result(self) -> ExamResult:
        return result(self._study, self.attempt)

    def _goes_on(self) -> bool:
        """Whether the exam goes on; where its time is over it is submitted now."""
        if self.is_over:
            return False
        now, awake = self._study.clock(), self._awake_at
        if awake is not None and now - awake > ASLEEP and self.attempt.clock.is_running:
            self._awake_at = None
            last = self.attempt.clock.last or awake
            slept = max(_whole(awake), last + _MILLISECOND)
            self._happen(Paused(**self._study.stamp(self.attempt.started, slept)))
            self._happen(Resumed(**self._stamp()))
            return True
        zero = self.attempt.clock.zero_by(now)
        if zero is None:
            return True
        self._submit(zero)
        return False

    def _submit(self, at: datetime) -> None:
        attempt, started = self.attempt, self.attempt.started
        zero = attempt.clock.zero_by(at)
        answers: list[StudyEvent] = []
        for item in self.items:
            if not self.is_answered(item):
                continue
            question, response = self.question(item), Picked(attempt.chosen[item])
            marked = mark(question, response, self._study.grading_of(question))
            answers.append(
                Answered(
                    **self._study.stamp(started, at),
                    item=item,
                    item_hash=fingerprint(question),
                    response=response,
                    verdict=marked.verdict,
                    score=marked.score,
                    elapsed_ms=attempt.spent_at(item, at) // _MILLISECOND,
                    drawn=None if question.drawn is None else question.drawn.values,
                    card=question.card,
                )
            )
        end = Submitted(**self._study.stamp(started, at), timed_out=zero is not None)
        self._happen(*answers, end)
        self._study.goes_on_after(at)

    def _happen(self, *events: StudyEvent) -> None:
        self._study.record(*events)
        for event in events:
            self.attempt = self.attempt.after(event)

    def _stamp(self) -> dict[str, Any]:
        return self._study.stamp(self.attempt.started)


def _whole(at: datetime) -> datetime:
    """In whole milliseconds, as events are."""
    return at.replace(microsecond=at.microsecond // 1000 * 1000)
