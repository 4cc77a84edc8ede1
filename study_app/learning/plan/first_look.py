"""The first session: a few questions across all domains that show what a new learner knows."""

from random import Random
from typing import Final

from study_app.learning.material.blueprint import domain_of
from study_app.learning.material.syllabus import EXAM_KINDS
from study_app.learning.plan.situation import Situation

QUESTIONS: Final = 10


def first_look(now: Situation, chance: Random) -> tuple[str, ...]:
    """At most ten questions of different cards, of the exam's kinds, domains by their weights.

    Fewer if a domain has too few: none is filled from another.
    """
    if now.blueprint is None:
        return ()
    chosen: dict[str, str] = {}
    for domain, count in _shares({one.id: one.weight for one in now.blueprint.domains}).items():
        cards = [
            card
            for card in now.unbegun
            if card not in chosen.values() and _questions(now, card, domain)
        ]
        for card in chance.sample(cards, min(count, len(cards))):
            chosen[chance.choice(_questions(now, card, domain))] = card
    mixed = list(chosen)
    chance.shuffle(mixed)
    return tuple(mixed)


def _questions(now: Situation, card: str, domain: str) -> list[str]:
    """The questions of a card that can be asked for a domain."""
    outlines = now.syllabus.questions
    return [
        question
        for question in now.askable(card)
        if outlines[question].kind in EXAM_KINDS
        and domain in map(domain_of, outlines[question].skills.get(now.goal.exam, ()))
    ]


def _shares(weights: dict[str, int]) -> dict[str, int]:
    """The questions of each domain, by largest remainder."""
    total = sum(weights.values()) or 1
    exact = {key: weight * QUESTIONS / total for key, weight in weights.items()}
    shares = {key: int(share) for key, share in exact.items()}
    left = QUESTIONS - sum(shares.values())
    for key in sorted(exact, key=lambda key: shares[key] - exact[key])[:left]:
        shares[key] += 1
    return shares
