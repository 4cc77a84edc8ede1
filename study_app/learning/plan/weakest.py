"""The learner's weakest skills of the exam."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from study_app.grading.verdict import Verdict
from study_app.learning.plan.situation import Situation

ENOUGH: Final = 3
"""The fewest answered questions of a skill for its share to mean anything."""


@dataclass(frozen=True, slots=True)
class Weak:
    """For the questions of a `skill`: how many were `answered`, and `right` at the last try."""

    skill: str
    right: int
    answered: int

    @property
    def share(self) -> float:
        return self.right / self.answered


def weakest(now: Situation) -> Sequence[Weak]:
    """Skills of the exam with wrong answers, lowest share right first."""
    answered: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for question, outline in now.syllabus.questions.items():
        found = now.history.items.get(question)
        if found is None or found.last is None:
            continue
        for skill in outline.skills.get(now.goal.exam, ()):
            answered[skill] += 1
            right[skill] += found.last.verdict is Verdict.CORRECT
    known = [Weak(skill, right[skill], times) for skill, times in answered.items()]
    weak = [one for one in known if one.answered >= ENOUGH and one.right < one.answered]
    return sorted(weak, key=lambda one: (one.share, -one.answered, one.skill))
