"""The true chance of passing of a simulated learner, by the definition of the specification."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import erf, sqrt
from random import Random
from typing import Final

from study_app.learning.material.blueprint import Blueprint
from tests.calibration.mind import Mind
from tests.calibration.world import World

QUESTIONS: Final = 65
PASS: Final = 47
"""So many of them right pass: 72 %."""
DRAWS: Final = 400


@dataclass(frozen=True, slots=True)
class Truth:
    """`expected` is the share right; `shares` by domain the chances of new questions."""

    chance: float
    expected: float
    shares: Mapping[str, Sequence[float]]
    counts: Mapping[str, int]


def counts_of(blueprint: Blueprint) -> dict[str, int]:
    """Questions a domain, by largest remainder."""
    total = sum(domain.weight for domain in blueprint.domains)
    exact = {one.id: QUESTIONS * one.weight / total for one in blueprint.domains}
    counts = {key: int(share) for key, share in exact.items()}
    left = QUESTIONS - sum(counts.values())
    for key in sorted(exact, key=lambda key: counts[key] - exact[key])[:left]:
        counts[key] += 1
    return counts


def moments(world: World, exam: str, mind: Mind, day: float) -> Truth:
    """The truth by mean and variance of the score: close, and quick."""
    counts = counts_of(world.blueprints[exam])
    shares = {
        domain: [mind.fresh(one, day) for one in questions]
        for domain, questions in world.asked_in(exam).items()
    }
    mean = variance = 0.0
    for domain, count in counts.items():
        own = shares[domain]
        average = sum(own) / len(own)
        spread = sum((one - average) ** 2 for one in own) / len(own)
        mean += count * average
        variance += count * average * (1 - average)
        variance -= count * (count - 1) / max(1, len(own) - 1) * spread
    return Truth(_above(PASS - 0.5, mean, variance), mean / QUESTIONS, shares, counts)


def sharpened(truth: Truth, chance: Random) -> Truth:
    """The truth by drawing exams: of each, the exact distribution of the score."""
    passes = 0.0
    for _ in range(DRAWS):
        exam = [
            share
            for domain, count in truth.counts.items()
            for share in chance.sample(truth.shares[domain], count)
        ]
        passes += _passes(exam)
    return replace(truth, chance=passes / DRAWS)


def _passes(shares: Sequence[float]) -> float:
    """The chance of `PASS` and more, each question with its own chance."""
    misses = len(shares) - PASS
    left = [1.0] + [0.0] * misses  # by number of misses
    for share in shares:
        missed = 1 - share
        left = [
            same * share + fewer * missed for same, fewer in zip(left, [0.0, *left], strict=False)
        ]
    return sum(left)


def _above(bar: float, mean: float, variance: float) -> float:
    return 0.5 * (1 - erf((bar - mean) / sqrt(2 * max(1e-9, variance))))
