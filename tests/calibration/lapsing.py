"""A mind made after all numbers of the estimator stood, to judge it by."""

from math import exp, log
from random import Random
from typing import Final

from study_app.learning.material.items import QuestionKind
from tests.calibration.mind import Mind, Trace
from tests.calibration.world import Asked, World, sigmoid

DECAY: Final = -0.5
FACTOR: Final = 19 / 81
"""FSRS's forgetting curve: 90 % is left after as many days as the stability says."""


class Lapsing(Mind):
    """A fact is recalled or not, and understood or not. All recall fades, also of what was known
    before; it lasts longer after a success, and a failure sets it back. Understanding belongs to
    topics, grows with success only, and some questions need it more than others.
    """

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        self.first = exp(chance.gauss(log(4), 0.6))
        self.growth, self.set_back = chance.uniform(1.5, 3.5), chance.uniform(0.1, 0.5)
        self.insight = chance.uniform(0.0, 0.06)
        self.blank = chance.uniform(0.05, 0.35)
        known_for = exp(chance.gauss(log(250), 0.7))
        self.understood = {
            topic: 1.4 + 0.8 * ability + self.of_topic[topic] for topic in world.topics
        }
        self.traces = {
            card: Trace(-30 * chance.random(), known_for)
            for card in world.cards
            if chance.random() < sigmoid(0.6 + ability + self.of_card[card])
        }
        self.needs = {one.id: chance.uniform(0.6, 1.6) for one in world.questions}

    def _recalled(self, card: str, day: float) -> float:
        trace = self.traces.get(card)
        if trace is None:
            return 0.0
        return float((1 + FACTOR * (day - trace.day) / trace.stability) ** DECAY)

    def known(self, asked: Asked, day: float, item: float) -> float:
        hard = self.slope * (asked.difficulty - 2)
        hard += self.typed if asked.kind is QuestionKind.TYPED else 0.0
        eased = self.understood[asked.topic] - hard + self.item_spread * item
        recalled = self._recalled(asked.card, day)
        return (recalled + (1 - recalled) * self.blank) * sigmoid(self.needs[asked.id] * eased)

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        left, trace = self._recalled(asked.card, day), self.traces.get(asked.card)
        if trace is None:
            self.traces[asked.card] = Trace(day, self.first)
        else:
            grown = 1 + self.growth * (1 - left) * 3
            trace.stability = max(1.0, trace.stability * (grown if right else self.set_back))
            trace.day = day
        if right:
            self.understood[asked.topic] += self.insight
