"""Drawing values for a template until they make a question."""

from collections import Counter
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from study_app.learning.material.items import Drawn, Scalar, Template
from study_app.words.errors import TextError
from study_app.words.text import Text
from study_app.worked.working import Degenerate, work

TRIES: Final = 200

SURE: Final = 0
"""The seed of a draw that is known to succeed: content for which it fails is refused on reading."""


class NoDraw(TextError, ValueError):
    """No draw made a question. `field` of the template is to blame for most of them."""

    def __init__(self, field: str, reason: Text, tries: int) -> None:
        super().__init__(
            "none of {tries} draws makes a question; most common reason: {what}",
            tries=tries,
            what=reason,
        )
        self.field = field
        self.reason = reason


Work = Callable[[Template, Mapping[str, Scalar]], Drawn]
"""`work`, or a caching version of it."""


def draw(
    template: Template, seed: int, attempt: int = 0, *, tries: int = TRIES, by: Work = work
) -> Drawn:
    """The first draw that makes a question, by `seed` and the `attempt` of the session.

    Raises NoDraw after so many `tries`.
    """
    # Not the generator that shuffles the options, or their order would depend on the values.
    chance = Random(f"draw/{seed}/{template.id}/{attempt}")
    refusals: Counter[tuple[str, Text]] = Counter()
    for _ in range(tries):
        try:
            return by(template, values_of(template, chance))
        except Degenerate as error:
            refusals[error.field, error.text] += 1
    ((field, reason), _), *_others = refusals.most_common(1)
    raise NoDraw(field, reason, tries)


def draw_surely(template: Template, seed: int, attempt: int) -> Drawn:
    """The same, or a draw that is known to succeed."""
    try:
        return draw(template, seed, attempt)
    except NoDraw:
        return draw(template, SURE)


def values_of(template: Template, chance: Random) -> Mapping[str, Scalar]:
    """One value for each name, whatever they make together."""
    return {name: chance.choice(values) for name, values in template.given.items()}
