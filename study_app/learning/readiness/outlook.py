"""The expected share right on new questions, and the chance of passing an exam of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import erf, exp, log, pi, sqrt
from typing import Final

from study_app.learning.material.syllabus import QuestionOutline, topic_of
from study_app.learning.readiness.fading import NOTHING
from study_app.learning.readiness.model import OF_CARDS, Knowledge, World, floor_of, of_card
from study_app.learning.readiness.solving import variance

UNTOLD: Final = 0.22
"""Standard deviation, on the logit scale, of model error: no model of a learner is right."""
UNTOLD_UNTOUCHED: Final = 0.28
"""Added to it if all questions are on topics never practiced."""
STEP: Final = 0.005
SHARES: Final = tuple(STEP * number for number in range(1, 200))
"""The grid on which the distribution of a share is evaluated."""
MOST: Final = 0.995
"""The most that anybody is assumed to know; one minus it is the least."""
WITHIN: Final = (0.05, 0.95)
"""The quantiles of a 90 % interval."""
LIKENESS: Final = 0.93
"""The variance of a score, relative to that with all questions equally hard."""


@dataclass(frozen=True, slots=True)
class Weighted:
    """A new question like `item` that counts for `weight`."""

    item: str
    outline: QuestionOutline
    weight: float


@dataclass(frozen=True, slots=True)
class Part:
    """The share known according to one world: its logit, with the standard deviation."""

    world: float
    middle: float
    deviation: float


@dataclass(frozen=True)
class Outlook:
    """The distribution of the share right on new questions, given the answers.

    Blind guesses get `floor` right; the rest depends on knowledge.
    """

    parts: Sequence[Part]
    floor: float

    @cached_property
    def density(self) -> Sequence[float]:
        """The probability of each of `SHARES`."""
        found = []
        for share in SHARES:
            known = (share - self.floor) / (1 - self.floor)
            if known <= 0:
                found.append(0.0)
                continue
            logit = log(known / (1 - known))
            likely = sum(
                part.world
                / part.deviation
                * exp(-0.5 * ((logit - part.middle) / part.deviation) ** 2)
                for part in self.parts
            ) / (known * (1 - known))
            found.append(likely)
        total = sum(found)
        return [likely / total for likely in found]

    @property
    def expected(self) -> float:
        return sum(share * likely for share, likely in zip(SHARES, self.density, strict=True))

    @property
    def interval(self) -> tuple[float, float]:
        low, high = (self._quantile(level) for level in WITHIN)
        return low, high

    def passing(self, questions: int, needed: int) -> float:
        """The probability of at least `needed` right out of `questions`."""
        return sum(
            passing(share, questions, needed) * likely
            for share, likely in zip(SHARES, self.density, strict=True)
        )

    def raised(self, by: float) -> "Outlook":
        """The outlook with so much added to the share."""
        found = []
        for part in self.parts:
            known = 1 / (1 + exp(-part.middle)) + by / (1 - self.floor)
            found.append(Part(part.world, _logit(known), part.deviation))
        return Outlook(found, self.floor)

    def _quantile(self, level: float) -> float:
        below = 0.0
        for share, likely in zip(SHARES, self.density, strict=True):
            if likely and below + likely >= level:
                return share + STEP * ((level - below) / likely - 0.5)
            below += likely
        return SHARES[-1]


def passing(share: float, questions: int, needed: int) -> float:
    """The probability of at least `needed` right out of `questions` for an expected `share`."""
    deviation = sqrt(LIKENESS * questions * share * (1 - share))
    return 0.5 * (1 - erf((needed - 0.5 - questions * share) / deviation / sqrt(2)))


@dataclass(frozen=True, slots=True)
class _Asked:
    """One of the questions of an outlook; `effects` are the current ones except those of study."""

    card: str
    topic: str
    weight: float
    effects: Sequence[tuple[int, float]]
    floor: float


def outlook(found: Knowledge, questions: Sequence[Weighted]) -> Outlook:
    """The outlook for new questions like these; their weights add up to 1."""
    asked = [
        _Asked(
            one.outline.card or one.item,
            topic_of(one.item),
            one.weight,
            found.effects(one.item, one.outline),
            floor_of(one.outline.guess),
        )
        for one in questions
    ]
    untouched = sum(one.weight for one in asked if one.topic not in found.practiced)
    untold = UNTOLD**2 + (UNTOLD_UNTOUCHED * untouched) ** 2
    floor = sum(one.weight * one.outline.guess for one in questions)
    parts = []
    for world in found.worlds:
        mean, spread = _moments(world, asked)
        known = min(MOST, max(1 - MOST, (mean - floor) / (1 - floor)))
        steep = (1 - floor) * known * (1 - known)
        parts.append(Part(world.share, _logit(known), sqrt(spread / steep**2 + untold)))
    return Outlook(parts, floor)


def _logit(share: float) -> float:
    within = min(MOST, max(1 - MOST, share))
    return log(within / (1 - within))


def _moments(world: World, asked: Sequence[_Asked]) -> tuple[float, float]:
    """Mean and variance of the share, to the first order in the effects."""
    fit = world.fit
    spreads: dict[str, float] = {}
    """By topic, the variance of a logit, without the card's."""
    slope = [0.0] * len(fit.shared)
    of_cards: dict[str, float] = {}
    share = 0.0
    for one in asked:
        effects = [*one.effects, *of_card(world.studied.get(one.card, NOTHING))]
        if one.topic not in spreads:
            spreads[one.topic] = variance(fit.lower, _dense(effects, len(fit.shared)))
        card = fit.cards.get(one.card)
        eta = sum(fit.shared[place] * factor for place, factor in effects)
        eta += 0.0 if card is None else card.effect
        spread = spreads[one.topic] + (OF_CARDS**2 if card is None else 1 / card.precision)
        # An approximation of the mean of a logistic function of a normal variable.
        narrowed = 1 / sqrt(1 + pi / 8 * spread)
        known = 1 / (1 + exp(-narrowed * eta))
        share += one.weight * (one.floor + (1 - one.floor) * known)
        rise = one.weight * (1 - one.floor) * known * (1 - known) * narrowed
        of_cards[one.card] = of_cards.get(one.card, 0.0) + rise
        for place, factor in effects:
            slope[place] += rise * factor
    spread = 0.0
    for name, rise in of_cards.items():
        card = fit.cards.get(name)
        if card is None:
            spread += (rise * OF_CARDS) ** 2
            continue
        spread += rise * rise / card.precision
        for place, tie in card.ties:
            slope[place] -= tie * rise / card.precision
    return share, spread + variance(fit.lower, slope)


def _dense(effects: Iterable[tuple[int, float]], size: int) -> list[float]:
    found = [0.0] * size
    for place, factor in effects:
        found[place] += factor
    return found
