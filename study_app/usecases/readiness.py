"""The chance of passing today, and what would raise it most.

`prospects_of` reads the log and belongs on the thread of the study; all that is asked of what it
gives is pure, takes a few tenths of a second, and may be asked on another thread.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Final

from study_app.learning.exam.outcome import ExamOutcome
from study_app.learning.log.days import day_begins
from study_app.learning.log.events import StudyEvent
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.syllabus import Syllabus
from study_app.learning.readiness.evidence import Evidence, evidence
from study_app.learning.readiness.model import Knowledge, knowledge
from study_app.learning.readiness.readiness import (
    ENOUGH,
    Expectation,
    Mastery,
    Prospect,
    Readiness,
)
from study_app.usecases.study import Study

LATEST: Final = 8_000
"""The estimate rests on so many of the latest events: earlier ones say little of today."""
WEEKS_BACK: Final = (4, 3, 2, 1)
"""When the chance of earlier days is looked at, in weeks before now."""


@dataclass(frozen=True)
class Prospects:
    """What the answers so far tell of each exam in the content, as of when they were read. Make new
    ones after an answer.

    `exam` is the learner's own. `outcomes` has the real exams that the learner reported, each with
    the instant at which its study day began, the latest first. Each part is made when somebody asks
    for it.
    """

    exam: str
    read: Iterator[StudyEvent]
    now: datetime
    syllabus: Syllabus
    blueprints: Mapping[str, Blueprint]
    outcomes: Sequence[tuple[ExamOutcome, datetime]] = ()

    @cached_property
    def events(self) -> Sequence[StudyEvent]:
        return list(self.read)

    @cached_property
    def evidence(self) -> Evidence:
        return evidence(self.events, self.syllabus, self.now)

    @property
    def are_enough(self) -> bool:
        """Whether there are as many answers as an estimate needs."""
        return self.evidence.answers >= ENOUGH

    @cached_property
    def knowledge(self) -> Knowledge:
        return knowledge(self.evidence, self.syllabus)

    @cached_property
    def of_exams(self) -> Mapping[str, Prospect]:
        """By the id of the exam, whatever its dates."""
        return {
            key: Prospect(self.knowledge, one, self.syllabus)
            for key, one in self.blueprints.items()
        }

    def readiness(self, exam: str | None = None) -> Readiness | None:
        """For `exam`, or the learner's own; None below 20 answers or without such an exam."""
        prospect = self._prospect(exam) if self.are_enough else None
        return None if prospect is None else prospect.readiness

    def whole(self, exam: str | None = None) -> Expectation | None:
        """What is to be expected of the exam's questions; None where there is no readiness."""
        prospect = self._prospect(exam) if self.readiness(exam) is not None else None
        return None if prospect is None else prospect.whole

    def domains(self, exam: str | None = None) -> Mapping[str, Expectation]:
        """What is to be expected of the questions of each domain."""
        prospect = self._prospect(exam)
        return {} if prospect is None else prospect.domains

    def skills(self, exam: str | None = None) -> Sequence[Mastery]:
        """Each skill of the exam in the order of the guide: what is to be expected of it."""
        prospect = self._prospect(exam)
        return () if prospect is None else prospect.skills

    def helps_most(self, exam: str | None = None) -> Sequence[Mastery]:
        """The skills whose practice would raise the chance, the most first; none before there is a
        chance to be raised.
        """
        prospect = self._prospect(exam) if self.readiness(exam) is not None else None
        return () if prospect is None else prospect.helps_most

    def before(self, then: datetime, exam: str | None = None) -> Readiness | None:
        """What was to be said at `then`, from what the log said by then."""
        events = [event for event in self.events if event.at < then]
        earlier = Prospects(
            self.exam, iter(events), then, self.syllabus, self._blueprint_of(exam or self.exam)
        )
        return earlier.readiness(exam)

    @cached_property
    def earlier(self) -> Sequence[tuple[datetime, Readiness]]:
        """The chance of some earlier days, the first first, and of now; those on which there was
        one.
        """
        days = [self.now - timedelta(weeks=weeks) for weeks in WEEKS_BACK]
        found = [(then, self.before(then)) for then in days]
        found.append((self.now, self.readiness()))
        return [(then, readiness) for then, readiness in found if readiness is not None]

    @cached_property
    def predicted_outcomes(self) -> Sequence[tuple[ExamOutcome, Readiness | None]]:
        """How real exams went, the latest first, and what was to be expected when their day
        began.
        """
        return [(one, self.before(began, one.exam)) for one, began in self.outcomes]

    def _prospect(self, exam: str | None) -> Prospect | None:
        return self.of_exams.get(self.exam if exam is None else exam)

    def _blueprint_of(self, exam: str) -> Mapping[str, Blueprint]:
        return {exam: self.blueprints[exam]} if exam in self.blueprints else {}


def prospects_of(study: Study) -> Prospects:
    """The prospects as of now. Reads the log: raises `Unreadable`."""
    starts = study.history.day_starts
    outcomes = sorted(
        study.history.exams.outcomes.values(), key=lambda one: one.taken_on, reverse=True
    )
    return Prospects(
        study.goal.exam,
        study.latest_answers(LATEST),
        study.clock(),
        study.syllabus,
        study.bank.blueprints,
        [(one, day_begins(one.taken_on, study.zone, starts)) for one in outcomes],
    )
