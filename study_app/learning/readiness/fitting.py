"""The most probable effects behind a learner's answers, and their precision.

A logistic model with a floor: an answer is right with probability floor + (1 - floor) * s(eta),
where eta is a sum of shared effects and a card effect. The priors are normal. The mode of the
posterior is found by Fisher scoring; around it the posterior is approximated as normal (Laplace).
Card effects are eliminated one by one, so the system to solve has one unknown per shared effect.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final, NamedTuple

from study_app.learning.readiness.solving import Matrix, cholesky, solve

STEPS: Final = 8
ENOUGH: Final = 0.02
"""The search ends when a step changes no effect by more than this."""
LONGEST: Final = 1.5
"""The largest change of a shared effect in one step: far from the mode the curvature says
little."""
_TINY: Final = 1e-12


class Observation(NamedTuple):
    """One answer: its shared effects with their factors, in ascending order, how right it was, its
    floor, and its weight.
    """

    effects: Sequence[tuple[int, float]]
    right: float
    floor: float
    weight: float


@dataclass(frozen=True, slots=True)
class Prior:
    """Means and precisions of the shared effects, and the precision of card effects (mean 0)."""

    means: Sequence[float]
    precisions: Sequence[float]
    of_cards: float


@dataclass(frozen=True, slots=True)
class CardFit:
    """The effect of a card, its precision given the shared effects, and its dependence on them."""

    effect: float
    precision: float
    ties: Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Fit:
    """`lower` is the Cholesky factor of the precision of the shared effects; `evidence` is the log
    marginal likelihood of the answers.
    """

    shared: Sequence[float]
    lower: Matrix
    cards: Mapping[str, CardFit]
    evidence: float


class _Slope:
    """Gradient and information matrix at a point, with card effects eliminated."""

    def __init__(self, prior: Prior, shared: Sequence[float]) -> None:
        size = len(shared)
        self.matrix: Matrix = [[0.0] * size for _ in range(size)]
        self.gradient = [0.0] * size
        self.height = 0.0
        """The log posterior, up to a constant."""
        self.volume = 0.0
        """The log of the product of the card effects' precisions relative to their prior's."""
        self.of_cards: dict[str, tuple[float, float, list[tuple[int, float]]]] = {}
        for place, precision in enumerate(prior.precisions):
            away = shared[place] - prior.means[place]
            self.matrix[place][place] = precision
            self.gradient[place] = -precision * away
            self.height -= 0.5 * precision * away * away
            self.volume -= log(precision)

    def add(
        self,
        card: str,
        observations: Sequence[Observation],
        shared: Sequence[float],
        effect: float,
        precision: float,
    ) -> None:
        """Add the answers about one card."""
        matrix, gradient = self.matrix, self.gradient
        own, slope = precision, -precision * effect
        ties: dict[int, float] = {}
        self.height -= 0.5 * precision * effect * effect
        for effects, right, floor, weight in observations:
            eta = effect
            for place, factor in effects:
                eta += shared[place] * factor
            known = 1 / (1 + exp(-eta)) if eta > -30 else 0.0
            chance = floor + (1 - floor) * known
            rise = (1 - floor) * known * (1 - known)
            spread = chance * (1 - chance) + _TINY
            pull = weight * (right - chance) * rise / spread
            information = weight * rise * rise / spread
            self.height += weight * (
                right * log(chance + _TINY) + (1 - right) * log(1 - chance + _TINY)
            )
            own += information
            slope += pull
            for upto, (place, factor) in enumerate(effects, 1):
                gradient[place] += pull * factor
                tie = information * factor
                ties[place] = ties.get(place, 0.0) + tie
                row = matrix[place]
                for other, its in effects[:upto]:
                    row[other] += tie * its
        tied = sorted(ties.items())
        for upto, (place, tie) in enumerate(tied, 1):
            gradient[place] -= tie * slope / own
            row, share = matrix[place], tie / own
            for other, its in tied[:upto]:
                row[other] -= share * its
        self.of_cards[card] = (own, slope, tied)
        self.volume += log(own / precision)


def fit(
    observations: Mapping[str, Sequence[Observation]], prior: Prior, near: Fit | None = None
) -> Fit:
    """Fit the effects to `observations`, by card. `near` is a fit to start from."""
    shared = list(prior.means if near is None else near.shared)
    cards = dict.fromkeys(observations, 0.0)
    if near is not None:
        cards |= {card: near.cards[card].effect for card in cards if card in near.cards}
    slope, lower = _Slope(prior, shared), [[1.0]]
    for _ in range(STEPS):
        slope = _Slope(prior, shared)
        for card, of_card in observations.items():
            slope.add(card, of_card, shared, cards[card], prior.of_cards)
        lower = cholesky(slope.matrix)
        step = solve(lower, slope.gradient)
        longest = max(map(abs, step))
        taken = min(1.0, LONGEST / longest) if longest else 1.0
        for card, (own, pull, tied) in slope.of_cards.items():
            cards[card] += taken * (pull - sum(tie * step[place] for place, tie in tied)) / own
        shared = [value + taken * change for value, change in zip(shared, step, strict=True)]
        if longest < ENOUGH:
            break
    volume = slope.volume + 2 * sum(log(row[-1]) for row in lower)
    return Fit(
        shared,
        lower,
        {card: CardFit(cards[card], own, tied) for card, (own, _, tied) in slope.of_cards.items()},
        slope.height - 0.5 * volume,
    )
