"""The key of a typed question: what the grader compares a response with."""

from dataclasses import dataclass
from enum import StrEnum


class AnswerKind(StrEnum):
    """How a typed answer is compared with its key."""

    TEXT = "text"
    NUMBER = "number"
    LIST = "list"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Computed:
    """A key computed by the simulator: the value `ask` of the scenario named `scenario`, in this
    `unit`."""

    scenario: str
    ask: str
    unit: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The key of a typed question.

    `accept` holds complete accepted answers in any language, the one to show first; for a list one
    string is one complete list with its elements by comma. `confusables` are neighbors that must be
    graded wrong, `near` answers are the right idea but incomplete. A `computed` key accepts nothing
    until it has been computed.
    """

    kind: AnswerKind
    accept: tuple[str, ...]
    confusables: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    computed: Computed | None = None
