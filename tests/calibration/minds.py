"""Minds of simulated learners: families that differ in what knowing and forgetting are.

None of them is the model of the estimator.
"""

from collections.abc import Mapping
from math import exp, log
from random import Random
from typing import Final

from study_app.learning.material.items import QuestionKind
from tests.calibration.lapsing import Lapsing
from tests.calibration.mind import Mind, Trace
from tests.calibration.world import Asked, World, sigmoid


class Additive(Mind):
    """Study adds to a logit, and what it added fades exponentially."""

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        self.gain = chance.uniform(0.4, 3.0)
        self.stability = exp(chance.gauss(log(7), 0.8))
        self.growth = chance.uniform(1.2, 3.0)
        self.traces: dict[str, Trace] = {}

    def _left(self, card: str, day: float) -> float:
        trace = self.traces.get(card)
        return 0.0 if trace is None else exp(-(day - trace.day) / trace.stability)

    def known(self, asked: Asked, day: float, item: float) -> float:
        studied = self.gain * self._left(asked.card, day)
        return sigmoid(self.base(asked) + studied + self.item_spread * item)

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        trace = self.traces.get(asked.card)
        if trace is None:
            self.traces[asked.card] = Trace(day, self.stability)
            return
        trace.stability *= 1 + (self.growth - 1) * (1 - self._left(asked.card, day))
        trace.day = day


class States(Mind):
    """A card is known or not; it is learned all at once, and lost by a power of time."""

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        self.learns = chance.uniform(0.2, 0.95)
        self.care = chance.uniform(1.2, 3.2)
        self.partial = chance.uniform(0, 0.2)
        self.stability = exp(chance.gauss(log(8), 0.7))
        self.power = chance.uniform(0.3, 1.0)
        self.growth = chance.uniform(1.2, 2.8)
        self.traces: dict[str, Trace | None] = {}
        self.drawn = {one: chance.random() for one in world.cards}

    def _trace(self, asked: Asked) -> Trace | None:
        if asked.card not in self.traces:
            brought = self.drawn[asked.card] < sigmoid(
                self.ability + self.of_domain[asked.domain] + self.of_topic[asked.topic]
            )
            self.traces[asked.card] = Trace(0, 1000) if brought else None
        return self.traces[asked.card]

    def _left(self, trace: Trace, day: float) -> float:
        return float((1 + (day - trace.day) / trace.stability) ** -self.power)

    def known(self, asked: Asked, day: float, item: float) -> float:
        trace = self._trace(asked)
        left = 0.0 if trace is None else self._left(trace, day)
        typed = self.typed if asked.kind is QuestionKind.TYPED else 0.0
        hard = self.slope * (asked.difficulty - 2) + typed
        return (left + (1 - left) * self.partial) * sigmoid(
            self.care - hard + self.item_spread * item
        )

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        trace = self._trace(asked)
        if trace is None:
            if self.chance.random() < self.learns:
                self.traces[asked.card] = Trace(day, self.stability)
            return
        trace.stability *= 1 + (self.growth - 1) * (1 - self._left(trace, day))
        trace.day = day


class Growth(Mind):
    """Practice lifts whole topics and, less, everything; single facts hardly matter."""

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        self.of_card = {card: 0.4 * value for card, value in self.of_card.items()}
        self.lift, self.overall = chance.uniform(0.3, 2.5), chance.uniform(0, 1.0)
        self.slowness, self.half_life = chance.uniform(4, 25), exp(chance.gauss(log(25), 0.6))
        self.practiced: dict[str, tuple[float, float]] = {}

    def _practice(self, what: str, day: float) -> float:
        amount, then = self.practiced.get(what, (0.0, day))
        return amount * float(0.5 ** ((day - then) / self.half_life))

    def known(self, asked: Asked, day: float, item: float) -> float:
        topic = self.lift * (1 - exp(-self._practice(asked.topic, day) / self.slowness))
        every = self.overall * (1 - exp(-self._practice("", day) / (10 * self.slowness)))
        return sigmoid(self.base(asked) + topic + every + self.item_spread * item)

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        for what in ("", asked.topic):
            self.practiced[what] = (self._practice(what, day) + 1, day)


class Facets(Mind):
    """A card has several facets, and a question asks one or two of them."""

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        self.learns, self.reads = chance.uniform(0.5, 1.0), chance.uniform(0.0, 0.7)
        self.stability = exp(chance.gauss(log(12), 0.8))
        self.growth = chance.uniform(1.2, 3.0)
        self.slip = chance.uniform(0.02, 0.12)
        self.facets: dict[str, list[Trace | None]] = {}
        self.number = {one: chance.randint(2, 6) for one in world.cards}
        self.asks = {one.id: chance.random() for one in world.questions}
        self.two = chance.uniform(0.1, 0.6)

    def _facets(self, asked: Asked) -> list[Trace | None]:
        if asked.card not in self.facets:
            share = sigmoid(
                self.ability
                + self.of_domain[asked.domain]
                + self.of_topic[asked.topic]
                + self.of_card[asked.card]
            )
            self.facets[asked.card] = [
                Trace(0, 500) if self.chance.random() < share else None
                for _ in range(self.number[asked.card])
            ]
        return self.facets[asked.card]

    def _left(self, trace: Trace | None, day: float) -> float:
        return 0.0 if trace is None else exp(-(day - trace.day) / trace.stability)

    def _asked(self, asked: Asked) -> list[int]:
        """The facets that this question asks."""
        number = self.number[asked.card]
        first = int(self.asks[asked.id] * number)
        return [first, (first + 1) % number] if self._is_wide(asked) else [first]

    def _is_wide(self, asked: Asked) -> bool:
        return asked.difficulty == 3 or (self.asks[asked.id] * 997) % 1 < self.two

    def right(self, asked: Asked, day: float) -> float:
        facets, known = self._facets(asked), 1 - self.slip
        for facet in self._asked(asked):
            known *= self._left(facets[facet], day)
        return self.with_guess(asked, known)

    def known(self, asked: Asked, day: float, item: float) -> float:
        left = [self._left(facet, day) for facet in self._facets(asked)]
        mean = sum(left) / len(left)
        square = sum(one * one for one in left)
        both = (mean * mean * len(left) ** 2 - square) / (len(left) * (len(left) - 1))
        wide = 1.0 if asked.difficulty == 3 else self.two
        return (1 - self.slip) * ((1 - wide) * mean + wide * both)

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        facets, tested = self._facets(asked), self._asked(asked)
        for place, trace in enumerate(facets):
            if self.chance.random() >= (self.learns if place in tested else self.reads):
                continue
            if trace is None:
                facets[place] = Trace(day, self.stability)
            else:
                trace.stability *= 1 + (self.growth - 1) * (1 - self._left(trace, day))
                trace.day = day


class Shares(Mind):
    """Topics are known well or badly; study closes a share of the gap, which opens again."""

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        firm, fine = chance.uniform(1.5, 10), chance.uniform(2, 12)
        mean = min(0.98, max(0.02, sigmoid(ability)))
        topics = {
            one: min(0.99, max(0.01, chance.betavariate(firm * mean, firm * (1 - mean))))
            for one in world.topics
        }
        self.brought = {
            card: chance.betavariate(
                fine * topics[card.partition("/")[0]], fine * (1 - topics[card.partition("/")[0]])
            )
            for card in world.cards
        }
        self.closes, self.fades = chance.uniform(0.1, 0.7), chance.uniform(0.15, 0.7)
        self.slowness = exp(chance.gauss(log(6), 0.7))
        self.now: dict[str, tuple[float, float, int]] = {}

    def _share(self, card: str, day: float) -> float:
        brought = self.brought[card]
        if card not in self.now:
            return brought
        share, then, times = self.now[card]
        slowness = self.slowness * (1 + times)
        return brought + (share - brought) * float((1 + (day - then) / slowness) ** -self.fades)

    def known(self, asked: Asked, day: float, item: float) -> float:
        hard = self.slope * (asked.difficulty - 2)
        hard += self.typed if asked.kind is QuestionKind.TYPED else 0.0
        share = max(1e-6, self._share(asked.card, day))
        return float(share ** exp(0.6 * hard - 0.7 * self.item_spread * item))

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        share = self._share(asked.card, day)
        times = self.now[asked.card][2] if asked.card in self.now else 0
        self.now[asked.card] = (share + (1 - share) * self.closes, day, times + 1)


class Transfer(Mind):
    """A remembered answer helps with a new question on the card in part only."""

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        self.ceiling, self.transfer = chance.uniform(0.85, 0.99), chance.uniform(0.15, 1.0)
        self.first = {True: exp(chance.gauss(1.4, 0.5)), False: exp(chance.gauss(0.4, 0.5))}
        self.growth = chance.uniform(1.5, 4)
        self.traces: dict[str, Trace] = {}

    def _left(self, card: str, day: float) -> float:
        trace = self.traces.get(card)
        if trace is None:
            return 0.0
        return float((1 + 19 / 81 * (day - trace.day) / trace.stability) ** -0.5)

    def known(self, asked: Asked, day: float, item: float) -> float:
        brought = sigmoid(self.base(asked) + self.item_spread * item)
        studied = self.transfer * self._left(asked.card, day)
        return brought + max(0.0, self.ceiling - brought) * studied

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        trace = self.traces.get(asked.card)
        if trace is None:
            self.traces[asked.card] = Trace(day, self.first[right])
        else:
            left = self._left(asked.card, day)
            grown = trace.stability * (1 + self.growth * (1 - left) * 3)
            trace.stability = grown if right else max(1.0, trace.stability * 0.5)
            trace.day = day


class Displaced(Mind):
    """Two things have to be known, the idea of a topic and the detail of a card. Details are lost
    to what is learned after them and, less, to time.
    """

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        self.idea_gain, self.detail_gain = chance.uniform(0.005, 0.08), chance.uniform(0.1, 0.8)
        self.room = exp(chance.gauss(log(150), 0.8))
        self.nightly = chance.uniform(0.0, 0.04)
        self.ideas = {
            topic: sigmoid(1.2 + ability + self.of_topic[topic]) for topic in world.topics
        }
        self.details = {card: sigmoid(1.2 + ability + self.of_card[card]) for card in world.cards}
        self.met: dict[str, tuple[int, float]] = {}
        """By card, how much had been learned when it was met, and the day."""
        self.learned = 0

    def _detail(self, card: str, day: float) -> float:
        known = self.details[card]
        if card not in self.met:
            return known
        learned, then = self.met[card]
        after = (self.learned - learned) / self.room
        return known * exp(-self.nightly * (day - then) - 0.3 * log(1 + after))

    def known(self, asked: Asked, day: float, item: float) -> float:
        hard = self.slope * (asked.difficulty - 2)
        hard += self.typed if asked.kind is QuestionKind.TYPED else 0.0
        detail = min(0.99, max(0.01, self._detail(asked.card, day)))
        seen = sigmoid(log(detail / (1 - detail)) - hard + self.item_spread * item)
        return self.ideas[asked.topic] * seen

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        detail = self._detail(asked.card, day)
        self.details[asked.card] = detail + self.detail_gain * (1 - detail)
        self.learned += 1
        self.met[asked.card] = (self.learned, day)
        self.ideas[asked.topic] += self.idea_gain * (1 - self.ideas[asked.topic])


class Drifting(Mind):
    """Ability drifts from day to day, whatever is studied. Only mistakes teach, and that stays."""

    def __init__(self, world: World, chance: Random, ability: float) -> None:
        super().__init__(world, chance, ability)
        self.daily, self.lesson = chance.uniform(0.0, 0.12), chance.uniform(0.3, 2.5)
        self.drifted = [0.0]
        self.lessons: dict[str, float] = {}

    def _drift(self, day: float) -> float:
        while len(self.drifted) <= day:
            self.drifted.append(self.drifted[-1] + self.chance.gauss(0, self.daily))
        return self.drifted[int(day)]

    def known(self, asked: Asked, day: float, item: float) -> float:
        taught = self.lessons.get(asked.card, 0.0)
        return sigmoid(self.base(asked) + self._drift(day) + taught + self.item_spread * item)

    def learn(self, asked: Asked, day: float, *, right: bool) -> None:
        if not right:
            self.lessons[asked.card] = 0.5 * self.lessons.get(asked.card, 0.0) + self.lesson


FAMILIES: Final[Mapping[str, type[Mind]]] = {
    "additive": Additive,
    "states": States,
    "growth": Growth,
    "shares": Shares,
    "transfer": Transfer,
    "facets": Facets,
    "displaced": Displaced,
    "drifting": Drifting,
    "lapsing": Lapsing,
}

HELD_OUT: Final = "lapsing"
"""The family that nothing was chosen by: it was made when all numbers stood."""
