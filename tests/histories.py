"""A learner's history of many weeks, for screens and figures: follows the plan and mixes things
up."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from study_app.bank.bank import Bank
from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Picked, Response, TypedText
from study_app.learning.log.events import Answered, StudyEvent
from study_app.learning.material.items import Choice, Choices, Question, Typed
from tests.simulated_learner import Course


def long_history(bank: Bank, until: date, days: int = 60, seed: int = 1) -> list[StudyEvent]:
    """The events of `days` days up to `until`, the exam 17 days later; some days are missed."""
    chance = Random(seed)
    begun = until - timedelta(days=days - 1)
    course = Course(bank.syllabus(), bank.blueprints, length=days + 16, seed=seed, begun=begun)
    course.begin()
    for number in range(days):
        course.at = datetime.combine(begun + timedelta(days=number), time(7), UTC)
        course.study(chance.random() < 0.8 or number == days - 1)
    return [_mistaken(one, bank, chance) for one in course.events]


def _mistaken(event: StudyEvent, bank: Bank, chance: Random) -> StudyEvent:
    """A wrong answer gives something that the question has in store; times vary."""
    if not isinstance(event, Answered):
        return event
    elapsed = round(min(600, chance.lognormvariate(4.1, 0.5)) * 1000)
    given = event.response
    question = bank.questions[event.item]
    if event.verdict is Verdict.WRONG and isinstance(question, Question):
        given = _wrong(question, chance) or given
    return replace(event, elapsed_ms=elapsed, response=given)


def _wrong(question: Question, chance: Random) -> Response | None:
    match question.form:
        case Typed(answer=answer) if answer.confusables:
            return TypedText(chance.choice(answer.confusables[:2]))
        case Choice(options=options):
            wrong = [key for key, one in options.items() if not one.correct]
            return Picked((chance.choice(wrong[:2]),))
        case Choices(options=options):
            right = [key for key, one in options.items() if one.correct]
            wrong = [key for key, one in options.items() if not one.correct]
            return Picked((*right[1:], chance.choice(wrong)))
        case _:
            return None
