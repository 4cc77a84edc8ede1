"""The use cases of practice: what can be practiced now, and starting it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random
from typing import assert_never

from study_app.learning.choosing.picking import ONLY, Picker, Picks
from study_app.learning.choosing.practice import Only, Practice
from study_app.learning.choosing.ready_made import (
    READY_LENGTH,
    PartStanding,
    Ready,
    by_weight,
    sprint,
    standings,
    weakest_domain,
)
from study_app.learning.choosing.selection import select
from study_app.learning.log.session import Session
from study_app.learning.material.blueprint import Blueprint, Domain
from study_app.learning.material.items import Asking
from study_app.learning.plan.pace import pace_of
from study_app.usecases.study import Study


@dataclass(frozen=True)
class Offers:
    """What can be practiced now. Create a new one after an answer."""

    study: Study

    @cached_property
    def exam(self) -> Blueprint | None:
        """The exam of the learner; None where the content has none."""
        return self.study.bank.blueprints.get(self.study.goal.exam)

    @cached_property
    def picker(self) -> Picker:
        return Picker(self.exam, tuple(self.study.bank.topics))

    @cached_property
    def all(self) -> Sequence[Asking]:
        """Every question that a mixed session may ask."""
        return self.study.questions()

    @cached_property
    def ready(self) -> Mapping[Ready, int]:
        """How many questions each ready-made practice can draw from."""
        return {one: len(self.questions(one)) for one in Ready}

    @cached_property
    def weakest(self) -> tuple[Domain, PartStanding] | None:
        """The weakest domain, with its result so far."""
        if self.exam is None:
            return None
        found = standings(self.all, self.exam, self.study.history)
        worst = weakest_domain(self.exam, found)
        domains = [domain for domain in self.exam.domains if domain.id == worst]
        return (domains[0], found[domains[0].id]) if domains else None

    def questions(self, ready: Ready) -> Sequence[Asking]:
        """What `ready` chooses from."""
        match ready:
            case Ready.SPRINT:
                return self.all
            case Ready.MISSED:
                return self.study.questions(Practice(only=Only.MISSED))
            case Ready.FLAGGED:
                return self.study.questions(Practice(only=Only.FLAGGED))
            case Ready.UNSEEN:
                return self.study.questions(Practice(only=Only.UNSEEN))
            case Ready.WEAKEST:
                domain = self.weakest
                return () if domain is None else self.study.questions(Practice(domain=domain[0].id))
            case _:
                assert_never(ready)

    def counts(self, picks: Picks) -> Mapping[Only | None, int]:
        """How many questions there are by how they went, with everything else as in `picks`."""
        practice = picks.practice
        return {
            only: len(self.study.questions(replace(practice, only=only))) for only in (None, *ONLY)
        }

    def by_task(self, picks: Picks) -> Sequence[tuple[str, int]]:
        """How many of the questions each task of the exam has, in the order of the guide."""
        if self.exam is None:
            return ()
        counts: Counter[str] = Counter()
        for question in self.study.questions(picks.practice):
            skills = question.skills.get(self.exam.id, ())
            counts.update({skill.rpartition(".")[0] for skill in skills})
        tasks = (task.id for domain in self.exam.domains for task in domain.tasks)
        return [(task, counts[task]) for task in tasks if counts[task]]

    def minutes(self, questions: int) -> int:
        """About how long so many questions take this learner."""
        history = self.study.history
        return pace_of(history.tenths, history.memories.values()).minutes(questions)

    def begin(self, picks: Picks) -> Session:
        """A session with the picked questions."""
        count = len(self.all) if picks.count is None else picks.count
        return self.study.quiz(picks.practice, count=count)

    def begin_ready(self, ready: Ready) -> Session:
        """A session of a ready-made practice."""
        study, exam = self.study, self.exam
        questions = self.questions(ready)
        seed = study.draw()
        chance = Random(seed)
        ids = [question.id for question in questions]
        items: Sequence[str]
        match ready:
            case Ready.SPRINT if exam is not None:
                items = sprint(questions, exam, study.remembered, chance)
            case Ready.UNSEEN if exam is not None:
                items = by_weight(questions, exam, chance)
            case Ready.MISSED:
                items = [one for one in study.missed() if one in set(ids)][:READY_LENGTH]
            case Ready.FLAGGED:
                items = ids[:READY_LENGTH]
            case Ready.SPRINT | Ready.UNSEEN | Ready.WEAKEST:
                items = select(ids, READY_LENGTH, chance, study.remembered)
            case _:
                assert_never(ready)
        return study.sit(items, seed=seed)


def count_outside_exam(study: Study, session: Session) -> int:
    """How many questions of `session` the learner's exam does not ask."""
    exam, questions = study.goal.exam, study.syllabus.questions
    return sum(not questions[item].skills.get(exam) for item in session.started.items)
