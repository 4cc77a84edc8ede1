"""Simulated learners: the log that each leaves behind, and the truth that the log does not tell."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp
from random import Random
from typing import Any, Final

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked
from study_app.learning.log.events import (
    Answered,
    Finished,
    Guessed,
    Overruled,
    SessionMode,
    Skipped,
    Started,
    StudyEvent,
    Undone,
)
from study_app.learning.material.items import QuestionKind
from study_app.learning.readiness.readiness import ENOUGH
from tests.calibration.habits import Chooser, Habits, times
from tests.calibration.mind import Mind
from tests.calibration.minds import FAMILIES
from tests.calibration.populations import Population
from tests.calibration.truth import Truth, moments, sharpened
from tests.calibration.world import Asked, World

THIRDS: Final = ((0.0, 0.2), (0.2, 0.8), (0.8, 1.0))
"""Learners are taken until each of these has as many: by their true chance of passing."""


@dataclass(frozen=True, slots=True)
class Learner:
    family: str
    exam: str
    habits: Habits
    events: Sequence[StudyEvent]
    now: datetime
    truth: Truth

    @property
    def standing(self) -> int:
        """The answers that stand, those in the lab left out."""
        undone = {event.target for event in self.events if isinstance(event, Undone)}
        return sum(
            isinstance(event, Answered)
            and event.mode is SessionMode.QUIZ
            and event.id not in undone
            for event in self.events
        )


def learners(
    world: World, population: Population, each: int, seed: int, now: datetime
) -> list[Learner]:
    """`each` learners of every family, a third each by their true chance."""
    found: list[Learner] = []
    for family in population.families:
        chance = Random(f"{seed} {family}")
        wanted = [each // 3 + (place < each % 3) for place in range(3)]
        while any(wanted):
            one = learner(world, population, family, chance, now)
            third = sum(one.truth.chance >= low for low, _ in THIRDS[1:])
            if wanted[third] and one.standing >= ENOUGH:
                wanted[third] -= 1
                found.append(
                    Learner(
                        family, one.exam, one.habits, one.events, now, sharpened(one.truth, chance)
                    )
                )
    return found


def learner(
    world: World, population: Population, family: str, chance: Random, now: datetime
) -> Learner:
    """One learner as they come."""
    exam = chance.choice(sorted(world.blueprints))
    mind = FAMILIES[family](world, chance, chance.gauss(0.6, population.abilities))
    habits = population.habits(chance)
    study = Study(world, mind, habits, chance, now)
    study.run()
    return Learner(family, exam, habits, study.events, now, moments(world, exam, mind, study.today))


class Study:
    """One learner studies from the first day to the last."""

    def __init__(
        self, world: World, mind: Mind, habits: Habits, chance: Random, now: datetime
    ) -> None:
        self.mind, self.habits, self.chance = mind, habits, chance
        self.chooser = Chooser(world, mind, habits, chance)
        self.today = habits.days + 0.7 + habits.gap
        self.begin = now - timedelta(days=self.today)
        self.events: list[StudyEvent] = []
        self.seen: dict[str, tuple[float, int]] = {}
        """By question, when it was last answered, and how often."""
        self.retired = {
            one.id: f"{one.topic}/retired-{place}"
            for place, one in enumerate(world.questions)
            if chance.random() < habits.retired
        }
        self.answers = 0
        self.clock = 0.0

    def run(self) -> None:
        for begin, count in times(self.habits, self.chance):
            if self.answers >= self.habits.answers:
                break
            self.clock = max(self.clock + 0.002, begin)
            self._session(self.chooser.session(self.clock, count))

    def _session(self, questions: list[Asked]) -> None:
        session = f"s{len(self.events):06}"
        names = tuple(self._name(one) for one in questions)
        self._take(Started(**self._about(session), seed=1, items=names, retries=2))
        again: list[Asked] = []
        for one in questions:
            right = self._ask(one, session)
            if not right and self.chance.random() < self.habits.retries:
                again.append(one)
        for one in again:
            self._answer(one, session, max(0.8, self._chance(one)), retry=True)
        if self.chance.random() < self.habits.predicts:
            self._predict(session)
        self._take(Finished(**self._about(session)))

    def _ask(self, one: Asked, session: str) -> bool:
        """Returns whether it was right, or skipped."""
        share = self._chance(one)
        if self.chance.random() < self.habits.skips * (3 if share < 0.5 else 0.5):
            self._take(
                Skipped(**self._about(session), item=self._name(one), item_hash="", elapsed_ms=9000)
            )
            return True
        hinted = self.chance.random() < self.habits.hints * (2 if share < 0.6 else 0.4)
        return self._answer(one, session, share + (1 - share) * 0.4 * hinted, hinted=hinted)

    def _chance(self, one: Asked) -> float:
        share = self.mind.right(one, self.clock)
        if one.id in self.seen:
            day, times_seen = self.seen[one.id]
            lasts = self.habits.recognition_days * (0.7 + 0.3 * times_seen)
            recognized = self.habits.recognizes * exp(-(self.clock - day) / lasts)
            recognized *= {QuestionKind.WORKED: 0.4, QuestionKind.TYPED: 0.8}.get(one.kind, 1.0)
            share += (1 - share) * recognized
        return share + self.habits.careless * (one.guess - share)

    def _answer(
        self, one: Asked, session: str, share: float, *, hinted: bool = False, retry: bool = False
    ) -> bool:
        knows = right = self.chance.random() < share
        verdict = Verdict.CORRECT if right else Verdict.WRONG
        overruled = False
        if one.kind is QuestionKind.TYPED:
            if right and self.chance.random() < 0.06:  # the grader was too strict
                right, verdict = False, Verdict.WRONG
                overruled = self.chance.random() < self.habits.overrules
            elif not right and self.chance.random() < 0.1:
                verdict = Verdict.CLOSE
        answer = Answered(
            **self._about(session),
            item=self._name(one),
            item_hash="",
            response=Picked(()),
            verdict=verdict,
            score=float(right),
            elapsed_ms=round(self.chance.uniform(8000, 90000)),
            card=one.card,
            hinted=hinted,
        )
        self._take(answer)
        self._say(one, answer, session, overruled=overruled, knows=knows, retry=retry)
        self.mind.learn(one, self.clock, right=knows)
        self.chooser.took(one, self.clock, right=right)
        self.seen[one.id] = (self.clock, self.seen.get(one.id, (0.0, 0))[1] + 1)
        return right

    def _say(
        self,
        one: Asked,
        answer: Answered,
        session: str,
        *,
        overruled: bool,
        knows: bool,
        retry: bool,
    ) -> None:
        about: dict[str, Any] = {"item": answer.item, "target": answer.id}
        if overruled:
            self._take(Overruled(**self._about(session), **about))
        guessed = knows and not retry and self.mind.right(one, self.clock) < 0.55
        if guessed and self.chance.random() < self.habits.tells_guesses:
            self._take(Guessed(**self._about(session), **about))
        if self.chance.random() < self.habits.undone:
            self._take(Undone(**self._about(session), **about))

    def _predict(self, session: str) -> None:
        for _ in range(self.chance.randint(1, 5)):
            right = self.chance.random() < 0.6
            self._take(
                Answered(
                    **{**self._about(session + "lab"), "mode": SessionMode.LAB},
                    item="lab/rolling-update",
                    item_hash="",
                    response=Picked(()),
                    verdict=Verdict.CORRECT if right else Verdict.WRONG,
                    score=float(right),
                    elapsed_ms=4000,
                )
            )

    def _name(self, one: Asked) -> str:
        return self.retired.get(one.id, one.id)

    def _about(self, session: str) -> dict[str, Any]:
        self.clock += self.chance.uniform(10, 60) / 86400
        at = self.begin + timedelta(milliseconds=round(self.clock * 86_400_000))
        at = at.astimezone(UTC).replace(microsecond=at.microsecond // 1000 * 1000)
        return {"id": f"e{len(self.events):06}", "at": at, "day": at.date(), "session": session}

    def _take(self, event: StudyEvent) -> None:
        self.answers += isinstance(event, Answered)
        self.events.append(event)
