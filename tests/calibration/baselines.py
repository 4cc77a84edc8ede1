"""Simple estimates to compare with: what a learner could work out on a napkin."""

from collections.abc import Callable, Mapping
from math import erf, sqrt
from statistics import fmean
from typing import Final

from study_app.grading.verdict import Verdict
from study_app.learning.log.events import Answered, Overruled, SessionMode, Undone
from study_app.learning.material.blueprint import domain_of
from tests.calibration.learners import Learner
from tests.calibration.truth import PASS, QUESTIONS, counts_of
from tests.calibration.world import World

PRIOR_SHARE: Final = 0.7
PRIOR_ANSWERS: Final = 4.0


def chance_of(expected: float, spread: float = 0.0) -> float:
    """The chance of passing with so many expected to be right, `spread` one standard deviation."""
    variance = QUESTIONS * expected * (1 - expected) + (QUESTIONS * spread) ** 2
    bar = PASS - 0.5 - QUESTIONS * expected
    return 0.5 * (1 - erf(bar / sqrt(2 * max(1e-9, variance))))


def _answers(learner: Learner) -> list[tuple[str, bool]]:
    undone = {event.target for event in learner.events if isinstance(event, Undone)}
    overruled = {event.target for event in learner.events if isinstance(event, Overruled)}
    return [
        (event.item, event.verdict is Verdict.CORRECT or event.id in overruled)
        for event in learner.events
        if isinstance(event, Answered) and event.mode is SessionMode.QUIZ and event.id not in undone
    ]


def half(learner: Learner, world: World) -> tuple[float, float]:
    return 0.5, 0.5


def first_answers(learner: Learner, world: World) -> tuple[float, float]:
    """The share right of first answers to each question."""
    firsts: dict[str, bool] = {}
    for item, right in _answers(learner):
        firsts.setdefault(item, right)
    share = fmean(firsts.values())
    return chance_of(share), share


def last_answers(learner: Learner, world: World) -> tuple[float, float]:
    """The share right of last answers to each question."""
    share = fmean(dict(_answers(learner)).values())
    return chance_of(share), share


def by_domain(learner: Learner, world: World) -> tuple[float, float]:
    """First answers by domain, each with a beta distribution before them."""
    rights: dict[str, list[bool]] = {}
    seen: set[str] = set()
    for item, right in _answers(learner):
        outline = world.syllabus.questions.get(item)
        if item not in seen and outline is not None:
            for domain in {domain_of(skill) for skill in outline.skills.get(learner.exam, ())}:
                rights.setdefault(domain, []).append(right)
        seen.add(item)
    expected = variance = 0.0
    for domain, count in counts_of(world.blueprints[learner.exam]).items():
        own = rights.get(domain, [])
        weight = len(own) + PRIOR_ANSWERS
        share = (sum(own) + PRIOR_SHARE * PRIOR_ANSWERS) / weight
        expected += count / QUESTIONS * share
        variance += (count / QUESTIONS) ** 2 * share * (1 - share) / (weight + 1)
    return chance_of(expected, sqrt(variance)), expected


BASELINES: Final[Mapping[str, Callable[[Learner, World], tuple[float, float]]]] = {
    "always 0.5": half,
    "share of first answers": first_answers,
    "share of last answers": last_answers,
    "beta-binomial by domain": by_domain,
}

SPECIFIED_ERRORS: Final[Mapping[str, float]] = {
    "always 0.5": 0.16,
    "share of first answers": 0.086,
    "share of last answers": 0.36,
    "beta-binomial by domain": 0.07,
}
"""The squared errors of the chance that the specification gives for them."""
