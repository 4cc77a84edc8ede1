"""Which questions come next, until spaced repetition decides: unseen, then missed, then oldest."""

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
    """The best next session: a topic, or (None) items of any topic."""

    topic: str | None
    why: Why
    items: tuple[str, ...]


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
    """What to do next: the topic that was begun, the next new topic, missed items, oldest items.

    `may_be_mixed` says whether a question may be asked beside those of other topics. None if there
    is no question at all.
    """
    open_topics = [
        (topic, done)
        for topic in topics
        if (done := progress(topic.question_ids, history)).answered < done.total
    ]
    if open_topics:
        begun = [topic for topic, done in open_topics if done.answered]
        topic = begun[0] if begun else open_topics[0][0]
        items = select(topic.question_ids, SESSION_LENGTH, chance, history)
        return Proposal(topic.id, Why.UNSEEN, items)
    everything = [
        question for topic in topics for question in topic.question_ids if may_be_mixed(question)
    ]
    missed = [
        question
        for question in everything
        if (record := history.record(question)) is not None and record.missed
    ]
    why = Why.MISSED if missed else Why.OLDEST
    items = select(missed or everything, SESSION_LENGTH, chance, history)
    return Proposal(None, why, items) if items else None


def _urgency(question: str, history: History) -> tuple[int, float]:
    record = history.record(question)
    if record is None:
        return (0, 0.0)
    return (1, 0.0) if record.missed else (2, record.at.timestamp())
