"""The chance of passing today, and what would raise it most.

`prospects_of` reads the log and belongs on the thread of the study; all that is asked of what it
gives is pure, takes a few tenths of a second, and may be asked on another thread.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from study_app.learning.blueprint import Blueprint
from study_app.learning.readiness.evidence import Evidence, evidence
from study_app.learning.readiness.model import Knowledge, knowledge
from study_app.learning.readiness.readiness import Mastery, Prospect, Readiness
from study_app.learning.syllabus import Syllabus
from study_app.usecases.study import Study

LATEST: Final = 8_000
"""The estimate rests on so many of the latest events: earlier ones say little of today."""


@dataclass(frozen=True)
class Prospects:
    """What the answers so far tell of each exam in the content, as of when they were read. Make new
    ones after an answer.

    `exam` is the learner's own. Each part is made when somebody asks for it.
    """

    exam: str
    evidence: Evidence
    syllabus: Syllabus
    blueprints: Mapping[str, Blueprint]

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
        prospect = self.of_exams.get(self.exam if exam is None else exam)
        return None if prospect is None else prospect.readiness

    def skills(self, exam: str | None = None) -> Sequence[Mastery]:
        """Each skill of the exam in the order of the guide: what is to be expected of it."""
        prospect = self.of_exams.get(self.exam if exam is None else exam)
        return () if prospect is None else prospect.skills

    def helps_most(self, exam: str | None = None) -> Sequence[Mastery]:
        """The skills whose practice would raise the chance, the most first."""
        prospect = self.of_exams.get(self.exam if exam is None else exam)
        return () if prospect is None else prospect.helps_most


def prospects_of(study: Study) -> Prospects:
    """What the log tells now. Reads it: raises `Unreadable`."""
    return Prospects(
        study.goal.exam,
        evidence(study.latest_answers(LATEST), study.syllabus, study.clock()),
        study.syllabus,
        study.bank.blueprints,
    )


def readiness_of(study: Study) -> Readiness | None:
    """The chance to pass the learner's exam today; None below 20 answers. Raises `Unreadable`."""
    return prospects_of(study).readiness()
