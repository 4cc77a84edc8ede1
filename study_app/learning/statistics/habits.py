"""Study days, reviews coming due, retention, and time per question."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from study_app.learning.material.blueprint import domain_of
from study_app.learning.material.items import QuestionKind
from study_app.learning.plan.pace import median
from study_app.learning.plan.situation import CardStanding, Situation
from study_app.learning.scheduling.memory import NO_REVIEWS, Memory, ReviewCount

BIN_SECONDS: Final = 15
BINS: Final = 11
"""The last bin holds everything longer."""

EXAM_PACE: Final = 120
"""Seconds per question: 65 questions in 130 minutes."""


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """Seconds of standing quiz answers: the median, overall and by kind and domain with answers;
    and how many fell into each of `BINS` bins of `BIN_SECONDS`.
    """

    median: float | None
    by_kind: Mapping[QuestionKind, float]
    by_domain: Mapping[str, float]
    bins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StudyDays:
    """How many standing answers each study day has, from `first` on, the last being today.

    `streak` is the current run of days with an answer, `longest` the longest in this period.
    """

    first: date
    answers: tuple[int, ...]
    streak: int

    @property
    def studied(self) -> int:
        """The number of days with an answer."""
        return sum(map(bool, self.answers))

    @property
    def longest(self) -> int:
        longest = run = 0
        for count in self.answers:
            run = run + 1 if count else 0
            longest = max(longest, run)
        return longest


@dataclass(frozen=True, slots=True)
class Retention:
    """True retention as Anki counts it: how many of the first reviews per day of each card, except
    its very first, were passed; by the card's interval, at least 21 days (`mature`) or less
    (`young`).
    """

    mature: ReviewCount
    young: ReviewCount

    @property
    def all(self) -> ReviewCount:
        return self.mature + self.young


def coming_due(begun: Iterable[CardStanding], today: date, days: int) -> tuple[int, ...]:
    """How many begun cards are planned on each of `days` days from today on.

    Overdue cards count today; suspended ones never.
    """
    counts = Counter(max(one.planned, today) for one in begun if not one.suspended)
    return tuple(counts[today + timedelta(days=number)] for number in range(days))


def study_days(now: Situation, first: date) -> StudyDays:
    """The study days from `first` to today."""
    answers = now.history.per_day(first, now.day)
    return StudyDays(first, tuple(answers), now.history.streak(now.day))


def retention(memories: Collection[Memory]) -> Retention:
    """True retention over all cards ever begun."""
    return Retention(
        sum((one.mature for one in memories), NO_REVIEWS),
        sum((one.young for one in memories), NO_REVIEWS),
    )


def times(now: Situation) -> AnswerTimes:
    """How long answers took. An answer to a removed question counts in no kind and no domain."""
    tenths = now.history.tenths
    bins = [0] * BINS
    for took, count in tenths.items():
        bins[min(BINS - 1, took // (10 * BIN_SECONDS))] += count
    kinds: dict[QuestionKind, Counter[int]] = {}
    domains: dict[str, Counter[int]] = {}
    for item, found in now.history.items.items():
        question = now.syllabus.questions.get(item)
        if question is not None and found.seconds:
            kinds.setdefault(question.kind, Counter()).update(found.seconds)
            for domain in set(map(domain_of, question.skills.get(now.goal.exam, ()))):
                domains.setdefault(domain, Counter()).update(found.seconds)
    return AnswerTimes(
        median=median(tenths) / 10 if tenths else None,
        by_kind={kind: median(kinds[kind]) for kind in QuestionKind if kind in kinds},
        by_domain={domain: median(domains[domain]) for domain in sorted(domains)},
        bins=tuple(bins),
    )


def weeks_before(today: date, weeks: int) -> date:
    """The Monday on which the last so many weeks begin, including this one."""
    return today - timedelta(days=today.weekday() + 7 * (weeks - 1))
