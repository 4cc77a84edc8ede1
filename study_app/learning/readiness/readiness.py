"""The chance of passing an exam today, and what would raise it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Final

from study_app.learning.exam.result import PASS_MARK
from study_app.learning.exam.shape import shares, weights_of
from study_app.learning.material.blueprint import Blueprint, Skill, domain_of
from study_app.learning.material.syllabus import EXAM_KINDS, Syllabus
from study_app.learning.readiness.model import Knowledge
from study_app.learning.readiness.outlook import Outlook, Weighted, outlook, passing

ENOUGH: Final = 20
"""The fewest standing answers for an estimate."""

MASTERED: Final = 0.9
"""The share to which practice is assumed to raise a skill, when asking what helps most."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """The chance of passing now and unaided: `low` to `high` is a 90 % interval for the learner's
    true chance. `expected` is the share right; `answered` counts the answers behind this.
    """

    probability: float
    low: float
    high: float
    expected: float
    answered: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """The expected share right on new questions, with a 90 % interval for the true share."""

    expected: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Mastery:
    """The mastery of one skill: the expected share right on new questions about it, with a 90 %
    interval for the true share.

    `weight` is its share of the exam: that of the questions that serve it. `gain` is how much the
    chance of passing would rise if that share were `MASTERED`; 0 if it already is.
    """

    skill: Skill
    expected: float
    low: float
    high: float
    weight: float
    gain: float


@dataclass(frozen=True)
class Prospect:
    """One exam for one learner. Each part is computed on demand."""

    knowledge: Knowledge
    blueprint: Blueprint
    syllabus: Syllabus

    @property
    def questions(self) -> int:
        return self.blueprint.scored + self.blueprint.unscored

    @property
    def needed(self) -> int:
        """The number of right answers that passes."""
        return ceil(PASS_MARK * self.questions)

    @cached_property
    def asked(self) -> Sequence[Weighted]:
        """The questions that the exam can ask, with the share that each represents."""
        if not self.blueprint.domains:
            return []
        counts = shares(weights_of(self.blueprint), self.questions)
        total = sum(counts[domain] for domain, pool in self._pools.items() if pool) or 1
        weights: dict[str, float] = {}
        for domain, pool in self._pools.items():
            for item in pool:
                weights[item] = weights.get(item, 0.0) + counts[domain] / total / len(pool)
        return [
            Weighted(item, self.syllabus.questions[item], weight)
            for item, weight in weights.items()
        ]

    @cached_property
    def outlook(self) -> Outlook:
        return outlook(self.knowledge, self.asked)

    @cached_property
    def readiness(self) -> Readiness | None:
        """None below `ENOUGH` answers, or if the content has no question of the exam."""
        if self.knowledge.answers < ENOUGH or not self.asked:
            return None
        share_low, share_high = self.outlook.interval
        chance = self.outlook.passing(self.questions, self.needed)
        return Readiness(
            chance,
            min(chance, passing(share_low, self.questions, self.needed)),
            max(chance, passing(share_high, self.questions, self.needed)),
            self.outlook.expected,
            self.knowledge.answers,
        )

    @cached_property
    def whole(self) -> Expectation:
        """The expectation for all questions of the exam."""
        return _expectation(self.outlook)

    @cached_property
    def domains(self) -> Mapping[str, Expectation]:
        """By domain id, for the domains that the exam can draw from."""
        found = {}
        for domain, pool in self._pools.items():
            own = [Weighted(item, self.syllabus.questions[item], 1 / len(pool)) for item in pool]
            if own:
                found[domain] = _expectation(outlook(self.knowledge, own))
        return found

    @cached_property
    def skills(self) -> Sequence[Mastery]:
        """The skills that have questions, in the order of the guide."""
        weights = {one.item: one for one in self.asked}
        chance = self.outlook.passing(self.questions, self.needed)
        found = []
        for skill in self.blueprint.skills():
            serving = self._serving.get(skill.id, [])
            if not serving:
                continue
            # A skill without questions of the exam's kinds is estimated from the other kinds.
            pool = [item for item in serving if item in weights] or serving
            own = [Weighted(item, self.syllabus.questions[item], 1 / len(pool)) for item in pool]
            share = _expectation(outlook(self.knowledge, own))
            weight = sum(weights[item].weight for item in pool if item in weights)
            room = weight * max(0.0, MASTERED - share.expected)
            raised = self.outlook.raised(room).passing(self.questions, self.needed)
            gain = max(0.0, raised - chance) if room else 0.0
            found.append(Mastery(skill, share.expected, share.low, share.high, weight, gain))
        return found

    @cached_property
    def helps_most(self) -> Sequence[Mastery]:
        """The skills whose practice would raise the chance, largest gain first."""
        gaining = [one for one in self.skills if one.gain > 0]
        return sorted(gaining, key=lambda one: -one.gain)

    @cached_property
    def _pools(self) -> Mapping[str, Sequence[str]]:
        """What the exam draws from, by domain."""
        pools: dict[str, list[str]] = {one.id: [] for one in self.blueprint.domains}
        for item, outline in self.syllabus.questions.items():
            if outline.kind in EXAM_KINDS:
                for domain in set(map(domain_of, outline.skills.get(self.blueprint.id, ()))):
                    pools.get(domain, []).append(item)
        return pools

    @cached_property
    def _serving(self) -> dict[str, list[str]]:
        """The questions of each skill."""
        found: dict[str, list[str]] = {}
        for item, outline in self.syllabus.questions.items():
            for skill in outline.skills.get(self.blueprint.id, ()):
                found.setdefault(skill, []).append(item)
        return found


def chance_percent(chance: float) -> int:
    """In whole percent, for display: 1 to 99, since no exam is certain."""
    return max(1, min(99, round(100 * chance)))


def _expectation(found: Outlook) -> Expectation:
    low, high = found.interval
    return Expectation(min(high, max(low, found.expected)), low, high)
