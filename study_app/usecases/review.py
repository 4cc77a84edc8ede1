"""The use cases around reviews: today's session, the first one, ratings."""

from dataclasses import dataclass
from datetime import date
from random import Random

from study_app.grading.verdict import Verdict
from study_app.learning.choosing.practice import Practice
from study_app.learning.choosing.selection import SESSION_LENGTH
from study_app.learning.log.events import Answered
from study_app.learning.log.session import RETRIES, Session, SessionResponse
from study_app.learning.plan.first_look import first_look
from study_app.learning.plan.today import questions_of
from study_app.learning.scheduling.fsrs import AGAIN, RATINGS
from study_app.usecases.plan import Plan, plan_of
from study_app.usecases.study import Study


@dataclass(frozen=True, slots=True)
class RatingOption:
    """A rating, from 1 (again) to 4 (easy), and the day of the next review that it leads to."""

    rating: int
    next_day: date


@dataclass(frozen=True, slots=True)
class RatingProposal:
    """The rating of an answer that is the review of its card.

    `options` are those that the learner may choose: of a wrong answer that was not overruled the
    one alone. `is_new` says whether the card was begun with it. `lapses` counts reviews rated 1
    after the first; a leech is shown with its card.
    """

    card: str
    rating: int
    options: tuple[RatingOption, ...]
    is_new: bool
    lapses: int
    is_leech: bool

    @property
    def chosen(self) -> RatingOption:
        return next(one for one in self.options if one.rating == self.rating)

    def beside(self, step: int) -> int | None:
        """The rating that is `step` better (worse where negative); None where it may not be."""
        wanted = self.rating + step
        return wanted if any(one.rating == wanted for one in self.options) else None


def begin_review(study: Study, plan: Plan | None = None, retries: int = RETRIES) -> Session | None:
    """A session of today's plan; None where nothing is left for today."""
    plan = plan_of(study) if plan is None else plan
    items = questions_of(plan.situation, plan.today)
    return study.sit(items, retries) if items else None


def begin_first_look(study: Study) -> Session | None:
    """Ten questions over all domains of the exam that show where a newcomer stands.

    None where the content has no question of the exam.
    """
    seed = study.draw()
    items = first_look(plan_of(study).situation, Random(seed))
    return study.sit(items, seed=seed) if items else None


def begin_more(study: Study, plan: Plan | None = None) -> Session | None:
    """Beyond today's plan: the next new cards; once all are begun, what was asked longest ago.

    None where the content has no question.
    """
    now = (plan_of(study) if plan is None else plan).situation
    items = [now.question_of(card) for card in now.new[:SESSION_LENGTH]]
    if items:
        return study.sit(items)
    return study.quiz(count=SESSION_LENGTH) if study.syllabus.questions else None


def begin_weakest(study: Study, plan: Plan) -> Session | None:
    """Questions of the skill at which the learner is worst; None before that can be said."""
    if not plan.weakest:
        return None
    return study.quiz(Practice(skill=plan.weakest[0].skill), count=SESSION_LENGTH)


def proposal(study: Study, given: SessionResponse) -> RatingProposal | None:
    """The rating of `given` as it stands; None where it is no review: a skip, practice, or not the
    first of its card today.
    """
    event = given.event
    if not isinstance(event, Answered):
        return None
    card = event.card or study.syllabus.card_of.get(event.item)
    memory = study.history.memories.get(card or "")
    if card is None or memory is None or memory.last.key != event.key:
        return None
    now = plan_of(study).situation
    fixed = event.verdict is Verdict.WRONG and not given.overruled
    options = []
    for rating in (AGAIN,) if fixed else RATINGS:
        due = memory.scheduled(now.goal.retention, rating).due.date()
        options.append(RatingOption(rating, now.planned(card, due, memory.last.day)))
    return RatingProposal(
        card=card,
        rating=memory.last.rating,
        options=tuple(options),
        is_new=memory.reviews == 1,
        lapses=memory.lapses,
        is_leech=memory.is_leech,
    )
