"""Which questions come next, until spaced repetition decides: missed, then new, then oldest."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from study_app.learning.history import History
from study_app.learning.items import Topic

SESSION_LENGTH = 10
"""Questions in a session that the learner did not size."""


class Why(StrEnum):
    """Why a session is proposed."""

    UNSEEN = "unseen"
    MISSED = "missed"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The best next session: a topic, or (None) items of any topic.

    The first `missed` of its items were not right on the last try; `new` is the topic of the rest.
    """

    topic: str | None
    why: Why
    items: tuple[str, ...]
    missed: int = 0
    new: str | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Of `total` questions of a topic: how many were answered, and how many were missed last."""

    total: int
    answered: int
    missed: int


def progress(questions: Sequence[str], history: History) -> Progress:
    """How far the learner is with the questions of these ids."""
    records = [history.record(question) for question in questions]
    answered = [record for record in records if record is not None]
    return Progress(len(records), len(answered), sum(record.missed for record in answered))


def select(
    questions: Iterable[str], count: int, chance: Random, history: History | None
) -> tuple[str, ...]:
    """At most `count` of the questions, by their ids: unseen, then missed, then longest unasked.

    Within each group chance decides. Without a history chance alone does, so that a given seed
    always leads to the same questions.
    """
    mixed = list(questions)
    chance.shuffle(mixed)
    if history is not None:
        mixed.sort(key=lambda question: _urgency(question, history))
    return tuple(mixed[:count])


def propose(
    topics: Sequence[Topic],
    history: History,
    chance: Random,
    may_be_mixed: Callable[[str], bool] = lambda _question: True,
) -> Proposal | None:
    """What to do next: missed items, then new ones of the topic at hand; else the oldest.

    The topic at hand is the first one that was begun and not finished, or the first new one.
    `may_be_mixed` says whether a question may be asked beside those of other topics. None if there
    is no question at all.
    """
    everything = [
        question for topic in topics for question in topic.question_ids if may_be_mixed(question)
    ]
    at_hand = _at_hand(topics, history)
    known = {*everything, *(at_hand.question_ids if at_hand is not None else ())}
    missed = [item for item in history.missed() if item in known][:SESSION_LENGTH]
    if at_hand is not None and len(missed) < SESSION_LENGTH:
        unseen = [one for one in at_hand.question_ids if history.record(one) is None]
        rest = select(unseen, SESSION_LENGTH - len(missed), chance, history)
        if len(missed) + len(rest) < SESSION_LENGTH:  # the end of a topic: what is longest ago
            seen = [one for one in at_hand.question_ids if one not in {*missed, *rest}]
            rest += select(seen, SESSION_LENGTH - len(missed) - len(rest), chance, history)
        items = (*missed, *rest)
        only = {item.partition("/")[0] for item in items} == {at_hand.id}
        why = Why.MISSED if missed else Why.UNSEEN
        return Proposal(at_hand.id if only else None, why, items, len(missed), at_hand.id)
    if missed:
        return Proposal(None, Why.MISSED, tuple(missed), len(missed))
    items = select(everything, SESSION_LENGTH, chance, history)
    return Proposal(None, Why.OLDEST, items) if items else None


def _at_hand(topics: Sequence[Topic], history: History) -> Topic | None:
    """The topic to go on with: begun and not finished, or else new."""
    open_topics = [
        (topic, done)
        for topic in topics
        if (done := progress(topic.question_ids, history)).answered < done.total
    ]
    begun = [topic for topic, done in open_topics if done.answered]
    return begun[0] if begun else open_topics[0][0] if open_topics else None


def _urgency(question: str, history: History) -> tuple[int, float]:
    record = history.record(question)
    if record is None:
        return (0, 0.0)
    return (1, 0.0) if record.missed else (2, record.at.timestamp())
