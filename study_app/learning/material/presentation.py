"""The order in which the parts of a question are shown: shuffled by seed, the same on replay."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import assert_never

from study_app.learning.material.items import Choice, Choices, Matching, Ordering, Question, Typed


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Keys in display order: options, items, or the two columns of a matching."""

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


def arrange(question: Question, seed: int, attempt: int = 0) -> Arrangement:
    """The arrangement of `question` at this attempt of a session with this seed.

    An ordering is never shown in the right order, nor a matching with its pairs side by side.
    """
    chance = Random(f"{seed}/{question.id}/{attempt}")
    match question.form:
        case Choice(options) | Choices(options):
            return Arrangement(_shuffled(tuple(options), chance))
        case Typed():
            return Arrangement()
        case Ordering(items):
            return Arrangement(_shuffled(tuple(items), chance, other_than=tuple(items)))
        case Matching(pairs):
            left = _shuffled(tuple(pairs), chance)
            return Arrangement(left, _shuffled(left, chance, other_than=left))
        case _:
            assert_never(question.form)


def _shuffled(
    keys: Sequence[str], chance: Random, other_than: Sequence[str] | None = None
) -> tuple[str, ...]:
    mixed = list(keys)
    chance.shuffle(mixed)
    if len(mixed) > 1 and mixed == list(other_than or ()):
        mixed = [*mixed[1:], mixed[0]]
    return tuple(mixed)
