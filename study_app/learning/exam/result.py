"""The result of an attempt: the raw share with its interval, by domain and task, and the time.

AWS does not publish how raw scores are scaled; 72% is assumed as the passing score. All questions
count, since the 15 unscored ones of the real exam look like the rest.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from math import sqrt
from typing import Final

from study_app.grading.verdict import Verdict
from study_app.learning.exam.attempt import Attempt, Keys
from study_app.learning.exam.clock import NO_TIME
from study_app.learning.exam.shape import MINUTES_EACH

PASS_MARK: Final = 0.72
"""The raw share assumed to pass."""

PACE: Final = timedelta(minutes=MINUTES_EACH)
"""The time available for each question."""

_Z: Final = 1.959963984540054
"""The normal quantile of a 95% interval."""


class PassVerdict(StrEnum):
    """Where the interval lies relative to the passing score."""

    ABOVE = "above"
    BELOW = "below"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class PartScore:
    """`right` of `of` questions."""

    right: int
    of: int

    @property
    def share(self) -> float:
        return self.right / self.of if self.of else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.right, self.of)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamResult:
    """`missed` were answered wrong, `left_open` were not answered: both are wrong. `slow` took
    longer than two minutes, the slowest first. `changed_to_right` counts questions whose first
    complete choice was wrong and whose last was right.
    """

    whole: PartScore
    by_domain: Mapping[str, PartScore]
    by_task: Mapping[str, PartScore]
    missed: Sequence[str]
    left_open: Sequence[str]
    flagged: Sequence[str]
    slow: Sequence[str]
    spent: Mapping[str, timedelta]
    used: timedelta
    limit: timedelta
    stops: int
    timed_out: bool
    changed_to_right: int
    changed_to_wrong: int
    flagged_right: int

    @property
    def pass_verdict(self) -> PassVerdict:
        low, high = self.whole.interval
        if low > PASS_MARK:
            return PassVerdict.ABOVE
        return PassVerdict.BELOW if high < PASS_MARK else PassVerdict.UNDECIDED

    @property
    def wrong(self) -> Sequence[str]:
        """Every question not answered right, open ones included, in the order of the exam."""
        return [item for item in self.spent if item in {*self.missed, *self.left_open}]

    @property
    def median(self) -> timedelta:
        """The median over the questions that were on screen."""
        every = sorted(one for one in self.spent.values() if one)
        return every[len(every) // 2] if every else NO_TIME

    @property
    def slowest(self) -> str | None:
        return max(self.spent, key=lambda item: self.spent[item], default=None)

    @property
    def weakest(self) -> str | None:
        """The domain with the most misses; None if nothing was missed."""
        cost = {key: part.of - part.right for key, part in self.by_domain.items()}
        found = max(cost, key=lambda key: cost[key], default=None)
        return found if found is not None and cost[found] else None


def result_of(
    attempt: Attempt,
    task_of: Callable[[str, str], str | None],
    is_right: Callable[[str, Keys], bool | None],
) -> ExamResult:
    """The result of a submitted attempt.

    `task_of` gives the task of a question in a domain, `is_right` judges a choice; both return None
    if the content cannot tell: the question is gone, or the choice is incomplete.
    """
    right = {item for item, answer in attempt.answers.items() if answer.verdict is Verdict.CORRECT}
    domains = dict(zip(attempt.items, attempt.started.domains, strict=True))
    tasks = {
        item: task
        for item, domain in domains.items()
        if (task := task_of(item, domain)) is not None
    }
    spent = {item: attempt.spent.get(item, NO_TIME) for item in attempt.items}
    changed = Counter(
        (first, item in right)
        for item in attempt.answers
        if (first := _first(attempt.choices.get(item, ()), item, is_right)) is not None
    )
    return ExamResult(
        whole=PartScore(len(right), len(attempt.items)),
        by_domain=_parts(domains, right),
        by_task=_parts(tasks, right),
        missed=[one for one in attempt.items if one in attempt.answers and one not in right],
        left_open=[one for one in attempt.items if one not in attempt.answers],
        flagged=[one for one in attempt.items if one in attempt.flagged],
        slow=sorted(
            (one for one in attempt.items if spent[one] > PACE),
            key=lambda one: spent[one],
            reverse=True,
        ),
        spent=spent,
        used=attempt.clock.elapsed,
        limit=attempt.clock.limit,
        stops=attempt.clock.stops,
        timed_out=attempt.submitted is not None and attempt.submitted.timed_out,
        changed_to_right=changed[False, True],
        changed_to_wrong=changed[True, False],
        flagged_right=len(right & attempt.flagged.keys()),
    )


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95% Wilson score interval (1927) of a share; 0 to 1 without data."""
    if not of:
        return 0.0, 1.0
    share = right / of
    middle = share + _Z**2 / (2 * of)
    reach = _Z * sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2))
    scale = 1 + _Z**2 / of
    # At 0 and 1 rounding would leave the share outside.
    low = (middle - reach) / scale if right else 0.0
    high = (middle + reach) / scale if right < of else 1.0
    return low, high


def percent(share: float) -> int:
    """In whole percent, halves rounded up."""
    return int(100 * share + 0.5)


def _parts(groups: Mapping[str, str], right: set[str]) -> Mapping[str, PartScore]:
    of = Counter(groups.values())
    found = Counter(group for item, group in groups.items() if item in right)
    return {group: PartScore(found[group], of[group]) for group in sorted(of, key=_in_order)}


def _in_order(group: str) -> list[int]:
    return [int(part) if part.isdecimal() else 0 for part in group.split(".")]


def _first(
    choices: Sequence[Keys], item: str, is_right: Callable[[str, Keys], bool | None]
) -> bool | None:
    """Whether the first complete choice was right."""
    judged = (is_right(item, keys) for keys in choices)
    return next((one for one in judged if one is not None), None)
