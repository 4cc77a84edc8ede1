"""Which questions a quiz asks: unseen, then missed, then those not asked for longest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from study_app.learning.history.history import History

SESSION_LENGTH = 10
"""The default number of questions in a session."""


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """Out of `total` questions of a topic: how many were answered, and how many were last
    missed."""

    total: int
    answered: int
    missed: int


def progress(questions: Sequence[str], history: History) -> TopicProgress:
    """The learner's progress on the questions with these ids."""
    records = [history.record(question) for question in questions]
    answered = [record for record in records if record is not None]
    return TopicProgress(len(records), len(answered), sum(record.missed for record in answered))


def select(
    questions: Iterable[str], count: int, chance: Random, history: History | None
) -> tuple[str, ...]:
    """At most `count` of the questions, by id: unseen, then missed, then those not asked for
    longest.

    Within each group the order is random. Without a history it is entirely random, so a given seed
    always selects the same questions.
    """
    mixed = list(questions)
    chance.shuffle(mixed)
    if history is not None:
        mixed.sort(key=lambda question: _urgency(question, history))
    return tuple(mixed[:count])


def _urgency(question: str, history: History) -> tuple[int, float]:
    record = history.record(question)
    if record is None:
        return (0, 0.0)
    return (1, 0.0) if record.missed else (2, record.at.timestamp())
