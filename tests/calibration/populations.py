"""Who is simulated: learners as the specification lists them, and harder ones of our own.

The specification says how they practice but not how they learn, forget or differ. What it leaves
open (how far abilities differ, how common each way of practicing is) was settled by the errors that
it gives for plain baselines, without a look at the estimate's own. Both then have the same scale;
they need not be the same learners.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from tests.calibration.habits import Choosing, Habits, habits_of
from tests.calibration.minds import FAMILIES


@dataclass(frozen=True, slots=True)
class Population:
    """As many learners of each of `families`. `abilities` is the standard deviation of abilities on
    the logit scale.
    """

    families: Sequence[str]
    abilities: float
    habits: Callable[[Random], Habits]


SPECIFIED: Final[Mapping[Choosing, int]] = {
    Choosing.MIXED: 5,
    Choosing.PLANNED: 2,
    Choosing.MISSED: 2,
    Choosing.ONE_TOPIC: 1,
    Choosing.EASY: 1,
    Choosing.STRONGEST: 1,
    Choosing.MEMORIZING: 1,
}
"""How often each is: selective learners are those that the specification names."""


def as_specified(chance: Random) -> Habits:
    """Misses are asked again, as the app does by default; one learner in ten guesses."""
    found = habits_of(chance)
    return replace(
        found,
        choosing=chance.choices(list(SPECIFIED), list(SPECIFIED.values()))[0],
        strongest=chance.randint(4, 12),
        crams=chance.random() < 0.15,
        retries=chance.choice([0.5, 0.9, 1.0, 1.0]),
        careless=chance.uniform(0.05, 0.3) if chance.random() < 0.1 else 0.0,
    )


BY_TIME: Final = [family for family in FAMILIES if family != "displaced"]
"""The specification's learners forget by the days since they studied, not by what came after."""

POPULATIONS: Final[Mapping[str, Population]] = {
    "specified": Population(BY_TIME, 1.5, as_specified),
    "harder": Population(list(FAMILIES), 1.2, habits_of),
}
