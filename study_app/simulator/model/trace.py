"""Why the simulator did what it did: rules, and a trace of their use.

A trace is built only on request and by the engine itself, so it always agrees with the result.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, TypeAlias

from study_app.words.text import Text
from study_app.words.wording import say

RULES_CHECKED: Final = date(2026, 11, 22)
"""The day on which the rules were checked against the pages that they name."""


class Basis(StrEnum):
    """The basis of a rule: AWS documents it, or this model assumes it."""

    DOCUMENTED = "documented"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of Amazon ECS. `id` is stable; `source` is the page it comes from.

    An assumed rule names the page whose examples it was inferred from. `words` explain the formula,
    whose numbers need no translation. A rule that `filters` excludes instances and does not choose
    among the others.
    """

    id: str
    basis: Basis
    source: str
    words: Text
    filters: bool = False

    def text(self, language: str) -> str:
        """What the rule says in `language`."""
        return say(self.words, language)


@dataclass(frozen=True, slots=True)
class Applied:
    """One use of a rule. `formula` holds the numbers: `lower = ceil(4 x 50 / 100) = 2`.

    It is a `Text` if it has words; most have numbers and names only.
    """

    rule: Rule
    formula: Text | str

    @property
    def english(self) -> str:
        """The formula as it is written in a result."""
        return self.formula.en if isinstance(self.formula, Text) else self.formula

    def text(self, language: str) -> str:
        """The formula with its words in `language`."""
        return self.formula.said(language) if isinstance(self.formula, Text) else self.formula


@dataclass(frozen=True, slots=True)
class Considered:
    """The result of a rule for one instance, and whether it remained a candidate.

    `instance` is None in a line about the whole cluster.
    """

    instance: str | None
    applied: Applied
    kept: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """The lines that led to one of several decisions, such as the place of one task."""

    lines: tuple[Considered, ...]


Trace: TypeAlias = tuple[Applied, ...] | tuple[Considered, ...] | tuple[Decision, ...]
"""The uses of rules, in order. Created only on request."""
