"""Which questions a quiz asks: unseen, then missed, then the longest unasked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

from study_app.learning.history import History

SESSION_LENGTH = 10
"""Questions in a session that the learner did not size."""


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


def _urgency(question: str, history: History) -> tuple[int, float]:
    record = history.record(question)
    if record is None:
        return (0, 0.0)
    return (1, 0.0) if record.missed else (2, record.at.timestamp())
