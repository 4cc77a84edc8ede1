"""What happens while studying. The log is a list of these; everything else is a fold over it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from study_app.grading.verdict import Verdict
from study_app.learning.responses import Response


class Mode(StrEnum):
    """What kind of session an event belongs to."""

    QUIZ = "quiz"
    LAB = "lab"
    """A prediction in the lab."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`id` is unique across machines (UUIDv7), `at` is UTC, `session` the id of its session."""

    id: str
    at: datetime
    session: str
    mode: Mode = Mode.QUIZ


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Event):
    """A session over `items`, in this order. A miss is asked again up to `retries` times.

    `seed` decides how options are shuffled.
    """

    seed: int
    items: tuple[str, ...]
    retries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Event):
    """An answer with its verdict. `item_hash` is the fingerprint of the wording that was asked.

    `reason` is the grader's, in English; `elapsed_ms` the time since the question was shown.
    `drawn` holds the JSON values with which a question was asked that had none of its own.
    """

    item: str
    item_hash: str
    response: Response
    verdict: Verdict
    score: float
    elapsed_ms: int
    matched: str = ""
    reason: str = ""
    drawn: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Event):
    """The question was left unanswered; `drawn` as in an answer."""

    item: str
    item_hash: str
    elapsed_ms: int
    drawn: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Event):
    """Takes back the answer or skip with the id `target`."""

    target: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled(Event):
    """The learner says of the answer with the id `target`: I was right."""

    target: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged(Event):
    """Marks an item to look at again (`on`), or takes the mark away."""

    item: str
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Event):
    """The session is over, by its end or because the learner ended it."""


StudyEvent = Started | Answered | Skipped | Undone | Overruled | Flagged | Finished
