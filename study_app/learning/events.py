"""What happens while studying. The log holds these; everything else is a fold over it.

They fold in the order of their keys, (`at`, `id`), whatever the order in which they arrived.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from study_app.grading.verdict import Verdict
from study_app.learning.responses import Response


class SessionMode(StrEnum):
    """What kind of session an event belongs to."""

    QUIZ = "quiz"
    LAB = "lab"
    """A prediction in the lab."""
    EXAM = "exam"
    """A mock exam."""
    NONE = "none"
    """No session: what shapes the plan."""


NO_REVIEW: Final = frozenset({SessionMode.LAB})
"""Sessions whose answers leave memory alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`id` is unique across machines (UUIDv7), `at` is UTC, in whole milliseconds.

    `day` is the study day of the learner then, `session` the id of the session; empty where there
    is none.
    """

    id: str
    at: datetime
    day: date
    session: str
    mode: SessionMode = SessionMode.QUIZ

    @property
    def key(self) -> tuple[datetime, str]:
        """What events are ordered by."""
        return (self.at, self.id)


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
    `drawn` holds the JSON values with which a question was asked that had none of its own, `card`
    is the id of the card that the question named; None in answers of version 0.1. `hinted` says
    that the hint was shown before.
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
    """The question was left unanswered; `drawn` as in an answer."""

    item: str
    item_hash: str
    elapsed_ms: int
    drawn: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone(Event):
    """Takes back what has the id `target`: an answer, a skip, or what was said of an answer."""

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
    """The session is over, by its end or because the learner ended it; an exam was given up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated(Event):
    """The learner rates the answer with the id `target`: 1 (again) to 4 (easy)."""

    target: str
    item: str
    rating: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed(Event):
    """The learner says of the answer with the id `target`: I guessed."""

    target: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WasWrong(Event):
    """The learner says of the answer with the id `target`: I was wrong."""

    target: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Read(Event):
    """The card `item` was read; no review."""

    item: str


class Subject(StrEnum):
    """What an id names: the same text may be that of a card and of a question."""

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
    """The learner's note on a card or question from now on; empty where it is taken away."""

    item: str
    subject: Subject
    text: str


class PlanSetting(StrEnum):
    """What of the plan the learner sets, and the type of its value."""

    EXAM = "exam"
    """Id of an exam; None: the one that can be taken."""
    EXAM_DATE = "exam_date"
    """ISO date; None: not set."""
    MINUTES = "minutes"
    """Minutes a day, int."""
    RETENTION = "desired_retention"
    """Share to be known when it is due, float."""
    DAY_STARTS = "day_starts"
    """When the study day begins, as in 04:00."""
    TOPICS_FIRST = "topics_first"
    """Ids of topics, in their order."""
    TOPICS_LEFT_OUT = "topics_left_out"
    """Ids of topics."""


SettingValue = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSet(Event):
    """The learner sets one thing of the plan. The latest value of each setting stands."""

    setting: PlanSetting
    value: SettingValue


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamTaken(Event):
    """How the real exam went: `taken_on` a date, `score` as AWS scaled it where it was told."""

    exam: str
    taken_on: date
    passed: bool
    score: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamStarted(Event):
    """A mock exam of the blueprint `exam` over `items`, in this order; each was drawn for the
    domain at the same place of `domains`.

    `minutes` is the time without the accommodation, `extra` what that adds. `domain` is set where
    one domain alone is asked. `seed` decides how options are shuffled.
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
    """A question of an exam is on screen from now on; `drawn` as in an answer."""

    item: str
    drawn: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen(Event):
    """What is chosen of a question of an exam from now on: keys of options, or none."""

    item: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck(Event):
    """Which options of a question of an exam are struck out from now on."""

    item: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Event):
    """The clock of an exam stops."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Event):
    """The clock of an exam goes on; what has passed since the event before does not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted(Event):
    """An exam is over: its answers are those of the same moment. `timed_out` where that is the
    moment of zero.
    """

    timed_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown(Event):
    """An event of a kind that this version does not know: kept as it is, and ignored.

    `fields` has its other columns, as they are in the row.
    """

    fields: Mapping[str, object]


Said = Overruled | Rated | Guessed | WasWrong
"""What the learner says of an answer."""

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
