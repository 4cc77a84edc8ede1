"""The numbers below the estimate: linear equations, and the peak of a posterior."""

from math import exp, log
from random import Random

import pytest

from study_app.learning.readiness.fitting import Fit, Observation, Prior, fit
from study_app.learning.readiness.solving import cholesky, solve, variance

PRIOR = Prior([0.4, 0.0, -0.3], [1.0, 4.0, 2.0], 2.0)


def observations() -> dict[str, list[Observation]]:
    chance = Random(5)
    return {
        card: [
            Observation(
                [(0, 1.0), (1, chance.uniform(-1, 1)), (2, float(chance.randint(1, 2)))],
                chance.choice([0.0, 1.0, 1.0]),
                0.25,
                chance.choice([1.0, 0.3]),
            )
            for _ in range(chance.randint(1, 4))
        ]
        for card in "abcdefgh"
    }


def height(found: Fit, shared: list[float], cards: dict[str, float]) -> float:
    """The log of the posterior, but for a constant, written down plainly."""
    total = -0.5 * sum(
        precision * (value - mean) ** 2
        for value, mean, precision in zip(shared, PRIOR.means, PRIOR.precisions, strict=True)
    )
    for card, of_card in observations().items():
        total -= 0.5 * PRIOR.of_cards * cards[card] ** 2
        for one in of_card:
            eta = cards[card] + sum(shared[place] * factor for place, factor in one.effects)
            chance = one.floor + (1 - one.floor) / (1 + exp(-eta))
            total += one.weight * (one.right * log(chance) + (1 - one.right) * log(1 - chance))
    return total


@pytest.mark.parametrize("size", [1, 2, 7])
def test_equations_are_solved(size: int) -> None:
    chance = Random(size)
    rows = [[chance.gauss(0, 1) for _ in range(size)] for _ in range(size)]
    matrix = [
        [sum(a * b for a, b in zip(one, other, strict=True)) + (one is other) for other in rows]
        for one in rows
    ]
    right = [chance.gauss(0, 1) for _ in range(size)]
    lower = cholesky(matrix)
    found = solve(lower, right)
    for row, value in zip(matrix, right, strict=True):
        assert sum(a * b for a, b in zip(row, found, strict=True)) == pytest.approx(value)
    assert variance(lower, right) == pytest.approx(
        sum(a * b for a, b in zip(right, found, strict=True))
    )


def test_no_step_away_from_the_peak_leads_higher() -> None:
    found = fit(observations(), PRIOR)
    shared = list(found.shared)
    cards = {card: one.effect for card, one in found.cards.items()}
    top = height(found, shared, cards)
    for place in range(len(shared)):
        for step in (-0.2, 0.2):
            beside = [value + step * (place == other) for other, value in enumerate(shared)]
            assert height(found, beside, cards) < top
    for card, effect in cards.items():
        for step in (-0.3, 0.3):
            assert height(found, shared, {**cards, card: effect + step}) < top


def test_without_answers_the_prior_stands() -> None:
    found = fit({}, PRIOR)
    assert found.shared == pytest.approx(PRIOR.means)
    for place, precision in enumerate(PRIOR.precisions):
        direction = [float(place == other) for other in range(3)]
        assert variance(found.lower, direction) == pytest.approx(1 / precision)
    assert found.evidence == pytest.approx(0)


def test_it_ends_at_the_same_peak_wherever_it_begins() -> None:
    found = fit(observations(), PRIOR)
    again = fit(observations(), PRIOR, found)
    assert again.shared == pytest.approx(found.shared, abs=0.02)
