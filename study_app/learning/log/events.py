"""The events of studying.

The log holds these; everything else is a fold over it. They fold in the order of their keys (`at`,
`id`), regardless of the order of arrival.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Response


class SessionMode(StrEnum):
    """What kind of session an event belongs to."""

    QUIZ = "quiz"
    LAB = "lab"
    """A prediction in the lab."""
    EXAM = "exam"
    """A mock exam."""
    NONE = "none"
    """No session: settings of the plan and the like."""


NO_REVIEW: Final = frozenset({SessionMode.LAB})
"""Sessions whose answers do not affect memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`id` is unique across machines (UUIDv7), `at` is UTC, in whole milliseconds.

    `day` is the learner's study day at the time, `session` the id of the session, or empty.
    """

    id: str
    at: datetime
    day: date
    session: str
    mode: SessionMode = SessionMode.QUIZ

    @property
    def key(self) -> tuple[datetime, str]:
        """The sort key of events."""
        return (self.at, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Started(Event):
    """A session over `items`, in this order.

    A missed question is asked again up to `retries` times. `seed` shuffles the options.
    """

    seed: int
    items: tuple[str, ...]
    retries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered(Event):
    """An answer with its verdict. `item_hash` is the fingerprint of the wording that was asked.

    `reason` is the grader's, in English; `elapsed_ms` the time since the question was shown.
    `drawn` holds the values, as JSON, with which a template was asked; `card` is the id of the card
    that the question named, None in answers of version 0.1. `hinted`: the hint was shown first.
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
    card: str | None = None
    hinted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped(Event):
    """The question was skipped; `drawn` as in an answer."""

    item: str
    item_hash: str
    elapsed_ms: int
    drawn: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Event):
    """Undoes the event with the id `target`: an answer, a skip, or a remark about an answer."""

    target: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overruled(Event):
    """The learner says "I was right" about the answer with the id `target`."""

    target: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagged(Event):
    """Sets an item's flag (`on`) or clears it."""

    item: str
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished(Event):
    """The session is over: completed, or ended by the learner; for an exam: given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated(Event):
    """The learner rates the answer with the id `target`: 1 (again) to 4 (easy)."""

    target: str
    item: str
    rating: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed(Event):
    """The learner says "I guessed" about the answer with the id `target`."""

    target: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WasWrong(Event):
    """The learner says "I was wrong" about the answer with the id `target`."""

    target: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Event):
    """The card `item` was read; this is not a review."""

    item: str


class Subject(StrEnum):
    """What an id names: a card and a question may have the same id."""

    CARD = "card"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspended(Event):
    """Takes a card or question out of the plan (`on`), or back into it."""

    item: str
    subject: Subject
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Event):
    """The learner's note on a card or question from now on; empty if deleted."""

    item: str
    subject: Subject
    text: str


class PlanSetting(StrEnum):
    """A setting of the plan, and the type of its value."""

    EXAM = "exam"
    """Id of an exam; None: the one currently offered."""
    EXAM_DATE = "exam_date"
    """ISO date; None: not set."""
    MINUTES = "minutes"
    """Minutes a day, int."""
    RETENTION = "desired_retention"
    """Desired retention, float."""
    DAY_STARTS = "day_starts"
    """When the study day begins, as in 04:00."""
    TOPICS_FIRST = "topics_first"
    """Ids of topics, in order."""
    TOPICS_LEFT_OUT = "topics_left_out"
    """Ids of topics."""


SettingValue = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSet(Event):
    """The learner changes a setting of the plan. The latest value counts."""

    setting: PlanSetting
    value: SettingValue


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamTaken(Event):
    """How the real exam went: `taken_on` a date, `score` as scaled by AWS, if reported."""

    exam: str
    taken_on: date
    passed: bool
    score: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamStarted(Event):
    """A mock exam of the blueprint `exam` over `items`, in this order; each was drawn for the
    domain at the same index of `domains`.

    `minutes` is the time without the accommodation, `extra` what that adds. `domain` is set if only
    one domain is asked. `seed` shuffles the options.
    """

    exam: str
    seed: int
    items: tuple[str, ...]
    domains: tuple[str, ...]
    minutes: int
    extra: int = 0
    domain: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Event):
    """From now on this question of an exam is on screen; `drawn` as in an answer."""

    item: str
    drawn: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen(Event):
    """The options chosen from now on in a question of an exam, by key; may be empty."""

    item: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck(Event):
    """The options struck out from now on in a question of an exam."""

    item: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Event):
    """The clock of an exam stops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Event):
    """The clock of an exam continues; time since the previous event does not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Event):
    """An exam is over: its answers have the same timestamp. `timed_out` if the time ran out."""

    timed_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(Event):
    """An event of a kind that this version does not know: kept as it is, and ignored.

    `fields` has its other columns, unchanged.
    """

    fields: Mapping[str, object]


Said = Overruled | Rated | Guessed | WasWrong
"""What the learner says about an answer."""

ExamEvent = ExamStarted | Shown | Chosen | Struck | Paused | Resumed | Submitted
"""What happens in a mock exam alone."""

StudyEvent = (
    Started
    | Answered
    | Skipped
    | Undone
    | Said
    | Flagged
    | Read
    | Suspended
    | Noted
    | PlanSet
    | ExamTaken
    | ExamEvent
    | Finished
    | Unknown
)
