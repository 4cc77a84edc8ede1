"""Practice presets: what is weakest, and what was never seen."""

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

from study_app.learning.choosing.selection import select
from study_app.learning.history.history import History
from study_app.learning.material.blueprint import Blueprint, domain_of
from study_app.learning.material.items import Asking

READY_LENGTH: Final = 20
"""Questions in a session that starts with one key."""


class Ready(StrEnum):
    """The presets, in the order of their keys."""

    SPRINT = "sprint"
    """All skills of the exam, weakest first."""
    MISSED = "missed"
    FLAGGED = "flagged"
    UNSEEN = "unseen"
    """By the weights of the exam."""
    WEAKEST = "weakest"
    """The weakest domain."""


@dataclass(frozen=True, slots=True)
class PartStanding:
    """For a part of the exam: how many questions were answered, and right on the last try."""

    right: int = 0
    answered: int = 0

    @property
    def strength(self) -> float:
        """From 0 to 1, shrunk toward one half if few were answered."""
        return (self.right + 1) / (self.answered + 2)


def standings(
    questions: Iterable[Asking], exam: Blueprint, history: History
) -> Mapping[str, PartStanding]:
    """By the id of each skill and each domain of `exam` that has questions."""
    right: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    parts: dict[str, None] = {}
    for question in questions:
        skills = question.skills.get(exam.id, ())
        served = tuple(dict.fromkeys((*skills, *map(domain_of, skills))))
        parts |= dict.fromkeys(served)
        record = history.record(question.id)
        if record is not None:
            answered.update(served)
            right.update(() if record.missed else served)
    return {part: PartStanding(right[part], answered[part]) for part in parts}


def weakest_domain(exam: Blueprint, found: Mapping[str, PartStanding]) -> str | None:
    """The weakest domain; ties go to the greater weight. None if there is none."""
    domains = [domain for domain in exam.domains if domain.id in found]
    worst = min(domains, key=lambda one: (found[one.id].strength, -one.weight), default=None)
    return None if worst is None else worst.id


def sprint(
    questions: Sequence[Asking],
    exam: Blueprint,
    history: History | None,
    chance: Random,
    count: int = READY_LENGTH,
) -> tuple[str, ...]:
    """At most `count` questions: one per skill in turn, the weakest skill first, and the most
    urgent question of each.

    Without a history the order is random.
    """
    found = standings(questions, exam, history if history is not None else History())
    by_skill: dict[str, list[str]] = {}
    for question in questions:
        for skill in question.skills.get(exam.id, ()):
            by_skill.setdefault(skill, []).append(question.id)
    order = list(by_skill)
    chance.shuffle(order)
    order.sort(key=lambda skill: found[skill].strength)
    waiting = deque(
        deque(select(by_skill[one], len(by_skill[one]), chance, history)) for one in order
    )
    taken: dict[str, None] = {}
    while waiting and len(taken) < count:
        queue = waiting.popleft()
        while queue and queue[0] in taken:  # it serves another skill as well
            queue.popleft()
        if queue:
            taken[queue.popleft()] = None
            waiting.append(queue)
    return tuple(taken)


def by_weight(
    questions: Sequence[Asking], exam: Blueprint, chance: Random, count: int = READY_LENGTH
) -> tuple[str, ...]:
    """At most `count` questions, always from the domain furthest below its weight."""
    mixed = list(questions)
    chance.shuffle(mixed)
    by_domain: dict[str, deque[str]] = {domain.id: deque() for domain in exam.domains}
    for question in mixed:
        for domain in dict.fromkeys(map(domain_of, question.skills.get(exam.id, ()))):
            if domain in by_domain:
                by_domain[domain].append(question.id)
    weights = {domain.id: domain.weight for domain in exam.domains}
    taken: dict[str, None] = {}
    counts: Counter[str] = Counter()
    while len(taken) < count:
        for queue in by_domain.values():
            while queue and queue[0] in taken:
                queue.popleft()
        left = [domain for domain, queue in by_domain.items() if queue]
        if not left:
            break
        total = len(taken) + 1
        behind = max(left, key=lambda one: weights[one] * total / 100 - counts[one])
        taken[by_domain[behind].popleft()] = None
        counts[behind] += 1
    return tuple(taken)
