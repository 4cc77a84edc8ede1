"""What a learner knows, as inferred from the answers.

Each answer depends on the learner's ability, the domain, topic and card of the question, its kind
and difficulty, and what study has left of it by then (see `fading`). A repeated question may be
answered from recognition, so it counts for little. How fast this learner forgets cannot be inferred
from the answers alone: it is averaged over, each value weighted by how well it explains them. What
stays when the rest has faded differs between learners as well, and may be less than there was.

Numbers without another source were tuned on 3,600 simulated learners (`tests.calibration`), never
those that it is judged by: only numbers that moved the squared error of the chance by more than its
noise were tuned; the rest are round guesses that did not matter.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import exp
from typing import Final

from study_app.learning.material.blueprint import domain_of
from study_app.learning.material.items import QuestionKind
from study_app.learning.material.syllabus import EXAM_KINDS, QuestionOutline, Syllabus, topic_of
from study_app.learning.readiness.choosing import SelectionBias, selection_bias
from study_app.learning.readiness.evidence import Evidence, FirstAttempt
from study_app.learning.readiness.fading import (
    EVERYTHING,
    Left,
    Traces,
    of_cards,
    of_everything,
    of_topics,
)
from study_app.learning.readiness.fitting import Fit, Observation, Prior, fit


class Shared(IntEnum):
    """The effects that many answers share; those of topics and domains follow them."""

    ABILITY = 0
    STUDIED = 1
    """Having met the card."""
    REHEARSED = 2
    """Having met it again, on other days."""
    MET = 3
    """Having ever met the card: what stays when the rest has faded. Below 0 if later study has
    displaced what was known of it.
    """
    TOPIC_PRACTICED = 4
    PRACTICED = 5
    DIFFICULTY = 6
    """Each step of difficulty above 2."""
    TYPED = 7
    OTHER_KIND = 8
    """Kinds that exams do not have, except typed."""
    CHOSEN = 9
    """Topics that the learner chose: learners choose what they are good at."""
    CHOSEN_EASY = 10
    """Each step of difficulty by which questions were chosen: a learner who picks easy questions
    also picks the easier ones among those of equal stated difficulty.
    """


BEFOREHAND: Final[Mapping[Shared, tuple[float, float]]] = {
    Shared.ABILITY: (0.6, 1.0),
    Shared.STUDIED: (0.4, 0.6),
    Shared.REHEARSED: (1.0, 0.9),
    Shared.MET: (-0.1, 0.6),
    Shared.TOPIC_PRACTICED: (0.3, 0.6),
    Shared.PRACTICED: (0.1, 0.3),
    Shared.DIFFICULTY: (-0.45, 0.25),
    Shared.TYPED: (-0.6, 0.3),
    Shared.OTHER_KIND: (-0.1, 0.4),
    Shared.CHOSEN: (1.0, 0.8),
    Shared.CHOSEN_EASY: (0.8, 0.4),
}
"""Prior mean and standard deviation of each, on the logit scale.

An ability of 0.6 is exactly at the passing score, guessing included: nobody is assumed to pass or
fail before answering. The best 3 to 8 of 28 topics are 1 to 1.5 standard deviations above the
average, but not everybody who chooses topics chooses those: hence the deviation of `CHOSEN`. How
much study helps differs most between ways of learning, so those deviations are wide.
"""

OF_TOPICS: Final = 0.55
OF_DOMAINS: Final = 0.25
OF_CARDS: Final = 0.45
"""Prior standard deviations of topic, domain and card effects, whose means are 0."""

STABILITIES: Final = (4.0, 25.0)
"""Days: how fast something met once fades. Each value is tried."""
RECOGNIZED: Final = 0.7
"""The probability of recognizing a question that was just answered."""
RECOGNIZED_DAYS: Final = 20.0
"""How fast recognition fades."""
REPEATED: Final = 0.1
"""The weight of a repeated question."""
MOST_REPEATS: Final = 2
"""Further repeats are ignored."""
SKIPPED: Final = 0.1
"""The weight of a skip, relative to a wrong answer."""
HINT: Final = 0.5
"""The probability that a hint gives away an unknown answer."""
GUESSED: Final = 0.25
"""What a right answer counts if the learner calls it a guess. Not 0: people call half-known answers
guesses, and rarely say so of wrong ones.
"""
ELIMINATION: Final = 0.3
"""How much better than blind a guess is, since some options can be ruled out."""
GONE: Final = 0.15
"""The floor for a question that the content no longer has."""


@dataclass(frozen=True, slots=True)
class World:
    """One stability that was tried: what it leaves of each card now, and its probability."""

    fit: Fit
    studied: Mapping[str, Left]
    share: float


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What was inferred from the answers. `places` has the indexes of topic and domain effects."""

    worlds: Sequence[World]
    places: Mapping[str, int]
    practiced: Mapping[str, Left]
    """What practice has left, by topic."""
    in_all: Left
    bias: SelectionBias
    answers: int
    """The number of standing answers behind this."""

    def effects(self, item: str, outline: QuestionOutline) -> list[tuple[int, float]]:
        """The shared effects in a new question like `item` now, except those of studying it."""
        topic = topic_of(item)
        found = [(int(Shared.ABILITY), 1.0), (int(Shared.PRACTICED), self.in_all.first)]
        if topic in self.practiced:
            found.append((Shared.TOPIC_PRACTICED, self.practiced[topic].first))
            found.append((Shared.CHOSEN, self.bias.out_of_order))
        return [*found, *_belongings(self.places, topic, outline)]


def knowledge(found: Evidence, syllabus: Syllabus) -> Knowledge:
    """Infer a learner's knowledge from `found`. Takes a few tenths of a second."""
    places = _places(found, syllabus)
    topics, everything = of_topics(found), of_everything(found)
    bias = selection_bias(found, syllabus)
    prior = Prior(
        [mean for mean, _ in BEFOREHAND.values()] + [0.0] * len(places),
        [deviation**-2 for _, deviation in BEFOREHAND.values()]
        + [(OF_DOMAINS if place.isdecimal() else OF_TOPICS) ** -2 for place in places],
        OF_CARDS**-2,
    )
    tried: list[tuple[Fit, Traces]] = []
    near: Fit | None = None
    lasting = {one.item: _lasting(one, places, bias) for one in found.attempts}
    for stability in STABILITIES:
        cards = of_cards(found, stability)
        observations: dict[str, list[Observation]] = {}
        for place, one in enumerate(found.attempts):
            if one.repeats <= MOST_REPEATS:
                left = (cards.then[place], topics.then[place], everything.then[place])
                effects = [*_passing(*left), *lasting[one.item]]
                observations.setdefault(one.card, []).append(_observation(one, effects))
        near = fit(observations, prior, near)
        tried.append((near, cards))
    best = max(one.evidence for one, _ in tried)
    shares = [exp(one.evidence - best) for one, _ in tried]
    return Knowledge(
        [
            World(one, cards.now, share / sum(shares))
            for (one, cards), share in zip(tried, shares, strict=True)
        ],
        places,
        topics.now,
        everything.now[EVERYTHING],
        bias,
        found.answers,
    )


def of_card(left: Left) -> list[tuple[int, float]]:
    """The effects of having studied a card."""
    return [
        (int(Shared.STUDIED), left.first),
        (int(Shared.REHEARSED), left.further),
        (int(Shared.MET), left.ever),
    ]


def floor_of(guess: float) -> float:
    """The probability of answering a question right without knowing it."""
    return guess * (1 + ELIMINATION)


def _places(found: Evidence, syllabus: Syllabus) -> dict[str, int]:
    topics = {topic_of(item) for item in syllabus.questions}
    topics |= {one.topic for one in found.attempts}
    domains = {domain for one in syllabus.questions.values() for domain in _domain(one)}
    return {
        name: len(Shared) + place for place, name in enumerate([*sorted(topics), *sorted(domains)])
    }


def _domain(outline: QuestionOutline) -> list[str]:
    """The domain of a question: that of its first skill, in any exam, or none."""
    return [domain_of(skill) for own in outline.skills.values() for skill in own][:1]


def _belongings(
    places: Mapping[str, int], topic: str, outline: QuestionOutline | None
) -> Iterator[tuple[int, float]]:
    """Topic, domain, kind and difficulty."""
    yield places[topic], 1.0
    if outline is None:
        yield Shared.OTHER_KIND, 0.5
        return
    for domain in _domain(outline):
        yield places[domain], 1.0
    if outline.difficulty != 2:
        yield Shared.DIFFICULTY, outline.difficulty - 2.0
    if outline.kind is QuestionKind.TYPED:
        yield Shared.TYPED, 1.0
    elif outline.kind not in EXAM_KINDS:
        yield Shared.OTHER_KIND, 1.0


def _passing(card: Left, topic: Left, everything: Left) -> list[tuple[int, float]]:
    """The effects that an attempt has by its time, in ascending order."""
    found = (
        (int(Shared.ABILITY), 1.0),
        *of_card(card),
        (int(Shared.TOPIC_PRACTICED), topic.first),
        (int(Shared.PRACTICED), everything.first),
    )
    return [pair for pair in found if pair[1]]


def _lasting(
    one: FirstAttempt, places: Mapping[str, int], bias: SelectionBias
) -> list[tuple[int, float]]:
    """The effects that each attempt at the same question has, in ascending order: all of them
    follow those of `_passing`.
    """
    found = [
        (int(Shared.CHOSEN), bias.out_of_order),
        (int(Shared.CHOSEN_EASY), bias.easier),
        *_belongings(places, one.topic, one.outline),
    ]
    return sorted((effect, factor) for effect, factor in found if factor)


def _observation(one: FirstAttempt, effects: Sequence[tuple[int, float]]) -> Observation:
    floor = floor_of(GONE if one.outline is None else one.outline.guess)
    weight = SKIPPED if one.skipped else 1.0
    if one.hinted:
        floor += (1 - floor) * HINT
    if one.repeats:
        lasts = RECOGNIZED_DAYS * (0.7 + 0.3 * one.repeats)
        floor += (1 - floor) * RECOGNIZED * exp(-one.since / lasts)
        weight *= REPEATED
    # The learner reported the guess, so the floor has nothing left to explain.
    right, floor = (GUESSED * one.right, 0.0) if one.guessed else (one.right, floor)
    return Observation(effects, right, floor, weight)
