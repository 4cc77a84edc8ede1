"""How simulated learners practice: when, what they choose, and what else they do to the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from heapq import nsmallest
from math import exp, log
from random import Random
from typing import Final

from study_app.learning.material.syllabus import EXAM_KINDS
from tests.calibration.mind import Mind
from tests.calibration.world import Asked, World


class Choosing(Enum):
    """What a learner practices."""

    MIXED = "mixed"
    IN_ORDER = "in order"
    FEW_TOPICS = "few topics"
    ONE_TOPIC = "one topic"
    EASY = "easy"
    STRONGEST = "strongest"
    PLANNED = "planned"
    MEMORIZING = "memorizing"
    MISSED = "missed"


OFTEN: Final[Mapping[Choosing, int]] = {
    Choosing.MIXED: 5,
    Choosing.IN_ORDER: 3,
    Choosing.FEW_TOPICS: 2,
    Choosing.ONE_TOPIC: 2,
    Choosing.EASY: 2,
    Choosing.STRONGEST: 2,
    Choosing.PLANNED: 4,
    Choosing.MEMORIZING: 3,
    Choosing.MISSED: 2,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """Chances are of one answer. `gap` is the days from the last answer to now; `pool` counts the
    questions of those who memorize, `strongest` the topics of those who practice their strongest.
    """

    choosing: Choosing
    answers: int
    days: int
    gap: float
    crams: bool
    session: int
    retries: float
    skips: float
    undone: float
    overrules: float
    hints: float
    tells_guesses: float
    predicts: float
    retired: float
    careless: float
    recognizes: float
    recognition_days: float
    pool: int
    strongest: int


def habits_of(chance: Random) -> Habits:
    choosing = chance.choices(list(OFTEN), list(OFTEN.values()))[0]
    return Habits(
        choosing=choosing,
        answers=round(exp(chance.uniform(log(24), log(3000)))),
        days=round(exp(chance.uniform(log(5), log(90)))),
        gap=chance.choice([0.1, chance.uniform(0, 3), chance.uniform(0, 20)]),
        crams=chance.random() < 0.2,
        session=chance.choice([5, 10, 10, 20, 30]),
        retries=chance.choice([0.0, 0.5, 0.9, 1.0]),
        skips=chance.choice([0.0, 0.02, 0.06]),
        undone=chance.choice([0.0, 0.01, 0.03]),
        overrules=chance.choice([0.0, 0.3, 0.9]),
        hints=chance.choice([0.0, 0.05, 0.15]),
        tells_guesses=chance.choice([0.0, 0.0, 0.4]),
        predicts=chance.choice([0.0, 0.05, 0.2]),
        retired=chance.choice([0.0, 0.05, 0.15]),
        careless=chance.choice([0.0, 0.0, 0.0, chance.uniform(0, 0.15)]),
        recognizes=chance.uniform(0.3, 0.98),
        recognition_days=exp(chance.uniform(log(4), log(60))),
        pool=round(exp(chance.uniform(log(12), log(150)))),
        strongest=chance.randint(2, 8),
    )


def times(habits: Habits, chance: Random) -> list[tuple[float, int]]:
    """The sessions: when each begins, in days, and how many questions it has."""
    count = max(1, round(habits.answers / habits.session / 1.15))
    power = 0.35 if habits.crams else 1.0
    places = [habits.days * float(chance.random() ** power) for _ in range(count)]
    places[-1] = float(habits.days)
    # A learner who comes every day has the sessions of a day close together.
    begins = sorted(int(place) + 0.6 * (place % 1) for place in places)
    return [(begin, habits.session) for begin in begins]


class Chooser:
    """Chooses the questions of a session, and remembers what was asked."""

    def __init__(self, world: World, mind: Mind, habits: Habits, chance: Random) -> None:
        self.chance, self.habits = chance, habits
        self.asked: dict[str, float] = {}
        self.missed: dict[str, Asked] = {}
        self.due: dict[str, tuple[float, float]] = {}
        """By card, when it is due, and the interval that led there."""
        self.pool = self._pool(world, mind)
        if not self.pool:
            self.pool = list(world.questions)
        self.by_card: dict[str, list[Asked]] = {}
        for one in self.pool:
            self.by_card.setdefault(one.card, []).append(one)

    def _pool(self, world: World, mind: Mind) -> list[Asked]:
        chance, every = self.chance, list(world.questions)
        if chance.random() < 0.25:
            every = [one for one in every if one.kind in EXAM_KINDS]
        match self.habits.choosing:
            case Choosing.ONE_TOPIC:
                topic = chance.choice(world.topics)
                return [one for one in every if one.topic == topic]
            case Choosing.FEW_TOPICS:
                topics = chance.sample(world.topics, chance.randint(3, 10))
                return [one for one in every if one.topic in topics]
            case Choosing.STRONGEST:
                topics = _strongest(world, mind, self.habits.strongest)
                return [one for one in every if one.topic in topics]
            case Choosing.EASY:
                ease = {
                    one.id: mind.of_item[one.id] - 1.5 * one.difficulty + chance.gauss(0, 1)
                    for one in every
                }
                every.sort(key=lambda one: -ease[one.id])
                return every[: max(20, round(len(every) * chance.uniform(0.1, 0.5)))]
            case Choosing.MEMORIZING:
                return chance.sample(every, min(len(every), self.habits.pool))
            case _:
                return every

    def session(self, day: float, count: int) -> list[Asked]:
        match self.habits.choosing:
            case Choosing.PLANNED:
                return self._planned(day, count)
            case Choosing.MISSED:
                again = list(self.missed.values())
                self.chance.shuffle(again)
                return again[: count // 2] + self._unseen(count - min(len(again), count // 2))
            case Choosing.MEMORIZING:
                return self.chance.sample(self.pool, min(count, len(self.pool)))
            case Choosing.MIXED if self.chance.random() < 0.5:
                return self.chance.sample(self.pool, min(count, len(self.pool)))
            case Choosing.IN_ORDER:
                return self._in_order(count)
            case _:
                return self._unseen(count)

    def _in_order(self, count: int) -> list[Asked]:
        left = [one for one in self.pool if one.id not in self.asked]
        return left[:count] if left else self._unseen(count)

    def _unseen(self, count: int) -> list[Asked]:
        """What was never asked, then what was not asked for longest."""
        order = {one.id: (self.asked.get(one.id, -1.0), self.chance.random()) for one in self.pool}
        return nsmallest(count, self.pool, key=lambda one: order[one.id])

    def _planned(self, day: float, count: int) -> list[Asked]:
        """One question each of cards that are due, then of new ones."""
        due = sorted((when, card) for card, (when, _) in self.due.items() if when <= day)
        cards = [card for _, card in due][:count]
        new = [card for card in self.by_card if card not in self.due]
        cards += new[: count - len(cards)]
        if not cards:
            cards = self.chance.sample(list(self.by_card), min(count, len(self.by_card)))
        return [
            min(self.by_card[card], key=lambda one: (self.asked.get(one.id, -1.0), one.id))
            for card in cards
        ]

    def took(self, asked: Asked, day: float, *, right: bool) -> None:
        self.asked[asked.id] = day
        if right:
            self.missed.pop(asked.id, None)
        else:
            self.missed[asked.id] = asked
        interval = self.due.get(asked.card, (0.0, 0.0))[1]
        interval = (2.5 * interval if interval else 3.0) if right else 1.0
        self.due[asked.card] = (day + interval, interval)


def _strongest(world: World, mind: Mind, count: int) -> list[str]:
    shares: dict[str, list[float]] = {}
    for one in world.questions:
        shares.setdefault(one.topic, []).append(mind.fresh(one, 0.0))
    return sorted(shares, key=lambda topic: -sum(shares[topic]) / len(shares[topic]))[:count]
