"""What all minds of simulated learners have in common.

A mind says with what chance a question is known at a time (days, from the begin of study), what an
answer with its explanation teaches, and with what chance a *new* question on the same card, of the
same kind and difficulty, would be answered right.
"""

from abc import ABC, abstractmethod
from random import Random
from typing import Final

from study_app.learning.material.items import QuestionKind
from tests.calibration.world import Asked, World

SPREAD: Final = (-1.355626, 0.0, 1.355626)
WEIGHTS: Final = (0.2288, 0.5424, 0.2288)
"""Where a normal variable is looked at, and how much each place counts (close to Gauss-Hermite)."""


class Mind(ABC):
    """One learner. `ability` is on the logit scale, of a card before it was studied."""

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        self.chance = chance
        self.ability = ability
        self.elimination = chance.uniform(0, 0.7)
        """How much better than blind a guess is, since some options are seen to be wrong."""
        self.item_spread = chance.uniform(0.3, 1.1)
        self.slope = chance.uniform(0.1, 0.8)
        self.typed = chance.uniform(0, 0.9)
        domain_spread, topic_spread = chance.uniform(0, 0.5), chance.uniform(0.2, 1.0)
        self.of_domain = {one: chance.gauss(0, domain_spread) for one in world.domains}
        self.of_topic = {one: chance.gauss(0, topic_spread) for one in world.topics}
        spread = chance.uniform(0.2, 1.0)
        self.of_card = {one: chance.gauss(0, spread) for one in world.cards}
        self.of_item = {one.id: chance.gauss(0, 1) for one in world.questions}

    def right(self, asked: Asked, day: float) -> float:
        """The chance that this very question is answered right, never having seen it."""
        return self.with_guess(asked, self.known(asked, day, self.of_item[asked.id]))

    def fresh(self, asked: Asked, day: float) -> float:
        """The chance that a new question like this one is answered right."""
        known = sum(
            weight * self.known(asked, day, place)
            for place, weight in zip(SPREAD, WEIGHTS, strict=True)
        )
        return self.with_guess(asked, known)

    def with_guess(self, asked: Asked, known: float) -> float:
        return known + (1 - known) * min(0.6, asked.guess * (1 + self.elimination))

    def base(self, asked: Asked) -> float:
        """What is brought along, on the logit scale."""
        return (
            self.ability
            + self.of_domain[asked.domain]
            + self.of_topic[asked.topic]
            + self.of_card[asked.card]
            - self.slope * (asked.difficulty - 2)
            - (self.typed if asked.kind is QuestionKind.TYPED else 0.0)
        )

    @abstractmethod
    def known(self, asked: Asked, day: float, item: float) -> float:
        """The chance to know; `item` is how easy the question is among those of its card, in
        standard deviations.
        """

    @abstractmethod
    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        """Take in the explanation."""


class Trace:
    """A memory that fades by its stability, which grows with spaced repeats."""

    __slots__ = ("day", "stability", "strength")

    def __init__(self, day: float, stability: float, strength: float = 1.0) -> None:
        self.day, self.stability, self.strength = day, stability, strength
