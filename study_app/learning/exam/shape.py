"""The length of an exam: questions, minutes, and their distribution over domains."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from study_app.learning.material.blueprint import Blueprint

ACCOMMODATION: Final = 30
"""Minutes that AWS adds on request for non-native speakers of English."""

SHORT: Final = 20
"""Questions of the short exam."""

MINUTES_EACH: Final = 2
"""Minutes for each question: 65 in 130 minutes."""

SEVERAL: Final = (8, 13)
"""The fewest and most multiple response questions in a full exam."""

MOST_WORKED: Final = 2
"""Questions with drawn numbers in one exam."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """`questions` in `minutes`, by the blueprint or of one `domain`; `extra` minutes are the
    accommodation.
    """

    exam: str
    questions: int
    minutes: int
    extra: int = 0
    domain: str | None = None

    @property
    def limit(self) -> timedelta:
        return timedelta(minutes=self.minutes + self.extra)


def shape_of(
    blueprint: Blueprint,
    *,
    questions: int | None = None,
    minutes: int | None = None,
    domain: str | None = None,
    accommodation: bool = False,
) -> Shape:
    """An exam of `blueprint`: full, or with the given numbers.

    An exam of one domain has as many questions as the full exam asks of it. A shorter exam has two
    minutes per question, like the full one.
    """
    whole = blueprint.scored + blueprint.unscored
    count = questions
    if count is None:
        count = whole if domain is None else shares(weights_of(blueprint), whole)[domain]
    if minutes is None:
        minutes = blueprint.minutes if count == whole else MINUTES_EACH * count
    return Shape(
        exam=blueprint.id,
        questions=count,
        minutes=minutes,
        extra=ACCOMMODATION if accommodation else 0,
        domain=domain,
    )


def weights_of(blueprint: Blueprint) -> dict[str, int]:
    """The weight of each domain in percent."""
    return {domain.id: domain.weight for domain in blueprint.domains}


def wanted(shape: Shape, blueprint: Blueprint) -> dict[str, int]:
    """How many questions each domain has."""
    if shape.domain is not None:
        return {shape.domain: shape.questions}
    return shares(weights_of(blueprint), shape.questions)


def several(questions: int, whole: int) -> tuple[int, int]:
    """The fewest and most multiple response questions of an exam, in proportion to the `whole`
    one."""
    least, most = SEVERAL
    return questions * least // whole, -(-questions * most // whole)


def shares(weights: Mapping[str, float], total: int) -> dict[str, int]:
    """`total` divided by weight, largest remainders first; ties go to the first."""
    whole = sum(weights.values())
    exact = {key: total * weight / whole for key, weight in weights.items()}
    dealt = {key: int(one + 1e-9) for key, one in exact.items()}
    by_rest = sorted(exact, key=lambda key: dealt[key] - exact[key])
    for key in by_rest[: total - sum(dealt.values())]:
        dealt[key] += 1
    return dealt
