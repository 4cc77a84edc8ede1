"""What the home screen says: what to do next, how far each topic is, what today brought."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from random import Random

from study_app.grading.verdict import Verdict
from study_app.learning.blueprint import Blueprint
from study_app.learning.days import study_day
from study_app.learning.history import History
from study_app.learning.items import Topic
from study_app.learning.selection import Progress, Proposal, progress, propose
from study_app.learning.session import Session


@dataclass(frozen=True, slots=True)
class ExamNotice:
    """The exam of today. `days_left` counts to its last day; None where no end is known."""

    code: str
    days_left: int | None
    successor: str | None


@dataclass(frozen=True, slots=True)
class Overview:
    """`today` counts the answers of the study day, `streak` days in a row with an answer.

    `days` has the answers of each day, today's last, from a Monday three weeks before this one on.
    """

    proposal: Proposal | None
    unfinished: Sequence[Session]
    missed: int
    flagged: int
    topics: Mapping[str, Progress]
    today: Mapping[Verdict, int]
    streak: int
    days: Sequence[int]
    exam: ExamNotice | None


def overview(
    topics: Sequence[Topic],
    blueprints: Iterable[Blueprint],
    history: History,
    *,
    unfinished: Sequence[Session],
    chance: Random,
    now: datetime,
    zone: tzinfo | None,
    may_be_mixed: Callable[[str], bool] = lambda _question: True,
) -> Overview:
    """The overview at the moment `now` in the time zone of the learner.

    `unfinished` are the sessions that can be resumed, the latest begun first; `may_be_mixed` is as
    in `propose`.
    """
    day = study_day(now, zone, history.day_starts)
    today = history.on_day(day)
    known = {question for topic in topics for question in topic.question_ids}
    monday = day - timedelta(days=day.weekday() + 21)
    return Overview(
        proposal=propose(topics, history, chance, may_be_mixed),
        unfinished=unfinished,
        missed=sum(item in known for item in history.missed()),
        flagged=len(history.flagged & known),
        topics={topic.id: progress(topic.question_ids, history) for topic in topics},
        today={verdict: today.count(verdict) for verdict in Verdict},
        streak=history.streak(day),
        days=history.per_day(monday, day),
        exam=exam_notice(blueprints, now.astimezone(zone).date()),
    )


def exam_of(blueprints: Iterable[Blueprint], day: date) -> Blueprint | None:
    """The exam that can be taken on `day`: the one that ends first, where two can."""
    open_now = [blueprint for blueprint in blueprints if blueprint.can_be_taken_on(day)]
    return min(open_now, key=lambda blueprint: blueprint.last_day or date.max, default=None)


def exam_notice(blueprints: Iterable[Blueprint], day: date) -> ExamNotice | None:
    """What there is to say of the exam of `day`, and of the one that follows it."""
    every = list(blueprints)
    exam = exam_of(every, day)
    if exam is None:
        return None
    coming = [one for one in every if one.available_from is not None and one.available_from > day]
    coming.sort(key=lambda blueprint: blueprint.available_from or date.max)
    return ExamNotice(
        code=exam.code,
        days_left=None if exam.last_day is None else (exam.last_day - day).days,
        successor=coming[0].code if coming else None,
    )
