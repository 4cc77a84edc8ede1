"""First attempts at the questions of cards, and their ratings: the basis of reviews."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.log.events import (
    NO_REVIEW,
    Answered,
    Guessed,
    Overruled,
    Rated,
    Said,
    StudyEvent,
    Undone,
    WasWrong,
)
from study_app.learning.log.summary import Key
from study_app.learning.scheduling.fsrs import AGAIN, GOOD, HARD


@dataclass(frozen=True, slots=True)
class Review:
    """A rated first attempt, `rating` from 1 (again) to 4 (easy), at the question `item`."""

    key: Key
    day: date
    item: str
    rating: int


@dataclass(frozen=True, slots=True)
class Attempts:
    """For one question: the first attempts, each with its card, and all cards that answers were
    about. `unnamed`: some answer did not name its card.
    """

    reviews: tuple[tuple[str, Review], ...] = ()
    cards: frozenset[str] = frozenset()
    unnamed: bool = False


NO_ATTEMPTS: Final = Attempts()


def attempts(events: Iterable[StudyEvent], card: str | None) -> Attempts:
    """Collect the attempts in `events`, all of one question and in any order.

    The first attempt is the earliest standing (not undone) answer in its session; skips do not
    count. Answers of version 0.1 do not name their card: `card`, the question's current one, is
    used instead; if the question is gone (None) they do not affect memory.
    """
    answers: list[Answered] = []
    said: list[Said] = []
    undone: set[str] = set()
    for event in events:
        match event:
            case Answered() if event.mode not in NO_REVIEW:
                answers.append(event)
            case Undone(target=target):
                undone.add(target)
            case _ if isinstance(event, Said):
                said.append(event)
            case _:
                pass  # no effect on ratings
    firsts: dict[str, Answered] = {}
    for one in answers:
        first = firsts.get(one.session)
        if one.id not in undone and (first is None or one.key < first.key):
            firsts[one.session] = one
    opinions: dict[str, list[Said]] = {}
    for opinion in said:
        if opinion.id not in undone:
            opinions.setdefault(opinion.target, []).append(opinion)
    reviews = (
        (about, Review(one.key, one.day, one.item, _rating(one, opinions.get(one.id, []))))
        for one in firsts.values()
        if (about := card if one.card is None else one.card) is not None
    )
    named = {card if one.card is None else one.card for one in answers}
    return Attempts(
        tuple(reviews),
        frozenset(name for name in named if name is not None),
        any(one.card is None for one in answers),
    )


def _rating(answer: Answered, opinions: list[Said]) -> int:
    """From the verdict, unless the learner says otherwise: the latest counts.

    A wrong answer that was not overruled stays 1.
    """
    overruled = any(isinstance(one, Overruled) for one in opinions)
    if not opinions or (answer.verdict is Verdict.WRONG and not overruled):
        return proposed(answer.verdict, hinted=answer.hinted)
    last = max(opinions, key=lambda one: one.key)
    match last:
        case Rated(rating=rating):
            return rating
        case Guessed() | WasWrong():
            return AGAIN
        case Overruled():
            return GOOD
        case _:
            assert_never(last)


def proposed(verdict: Verdict, *, hinted: bool) -> int:
    """The rating that a verdict leads to. Easy comes from the learner alone."""
    match verdict:
        case Verdict.WRONG:
            return AGAIN
        case Verdict.CLOSE:
            return HARD
        case Verdict.CORRECT:
            return HARD if hinted else GOOD
        case _:
            assert_never(verdict)
