"""The chance of passing an exam today, and what would raise it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Final

from study_app.learning.blueprint import Blueprint, Skill, domain_of
from study_app.learning.exam.result import PASS_MARK
from study_app.learning.exam.shape import shares, weights_of
from study_app.learning.readiness.model import Knowledge
from study_app.learning.readiness.outlook import Outlook, Weighted, outlook, passing
from study_app.learning.syllabus import EXAM_KINDS, Syllabus

ENOUGH: Final = 20
"""Below so many standing answers there is no estimate."""

MASTERED: Final = 0.9
"""The share to which practice is taken to bring a skill, where what helps most is asked."""


@dataclass(frozen=True, slots=True)
class Readiness:
    """The chance to pass now and unaided: `low` and `high` hold this learner's own true chance with
    90 %. `expected` is the share right; `answered` the answers that all this rests on.
    """

    probability: float
    low: float
    high: float
    expected: float
    answered: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """The share right to be expected of new questions, and the interval that holds the true share
    with 90 %.
    """

    expected: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Mastery:
    """Of one skill: the share right to be expected of new questions on it, with the interval that
    holds the true share with 90 %.

    `weight` is its part in the exam: that of the questions that serve it. `gain` is by how much
    the chance of passing would rise if new questions on it were right with `MASTERED`; 0 where they
    are.
    """

    skill: Skill
    expected: float
    low: float
    high: float
    weight: float
    gain: float


@dataclass(frozen=True)
class Prospect:
    """One exam for one learner. Each part is made when somebody asks for it."""

    knowledge: Knowledge
    blueprint: Blueprint
    syllabus: Syllabus

    @property
    def questions(self) -> int:
        return self.blueprint.scored + self.blueprint.unscored

    @property
    def needed(self) -> int:
        """So many right pass."""
        return ceil(PASS_MARK * self.questions)

    @cached_property
    def asked(self) -> Sequence[Weighted]:
        """What the exam may ask, with the share of it that each question stands for."""
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
        """None below `ENOUGH` answers, and where the content has no question of the exam."""
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
        """Of the questions of the exam."""
        return _expectation(self.outlook)

    @cached_property
    def domains(self) -> Mapping[str, Expectation]:
        """By the id of the domain, those that the exam can draw from."""
        found = {}
        for domain, pool in self._pools.items():
            own = [Weighted(item, self.syllabus.questions[item], 1 / len(pool)) for item in pool]
            if own:
                found[domain] = _expectation(outlook(self.knowledge, own))
        return found

    @cached_property
    def skills(self) -> Sequence[Mastery]:
        """In the order of the guide, those that a question asks."""
        weights = {one.item: one for one in self.asked}
        chance = self.outlook.passing(self.questions, self.needed)
        found = []
        for skill in self.blueprint.skills():
            serving = self._serving.get(skill.id, [])
            if not serving:
                continue
            # A skill that the exam's kinds leave out is known by the others.
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
        """The skills whose practice would raise the chance, the most first."""
        gaining = [one for one in self.skills if one.gain > 0]
        return sorted(gaining, key=lambda one: -one.gain)

    @cached_property
    def _pools(self) -> Mapping[str, Sequence[str]]:
        """By domain, what the exam draws from."""
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
    """In whole percent, for people: 1 to 99, since no exam is certain."""
    return max(1, min(99, round(100 * chance)))


def _expectation(found: Outlook) -> Expectation:
    low, high = found.interval
    return Expectation(min(high, max(low, found.expected)), low, high)
