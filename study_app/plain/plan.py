"""What is due, and the plan to the exam, as JSON and as lines."""

from collections.abc import Iterator

from study_app.learning.plan.situation import CardStanding
from study_app.usecases.plan import Plan
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.visible import one_line
from study_app.words.wording import say


def due_as_json(plan: Plan) -> dict[str, object]:
    """The fields that `dva due --json` promises."""
    exam_date = plan.goal.exam_date
    return {
        "day": plan.day.isoformat(),
        "exam": plan.goal.exam,
        "exam_date": None if exam_date is None else exam_date.isoformat(),
        "due": plan.due,
        "new": plan.new,
        "minutes": plan.minutes,
        "feasible": plan.feasible,
        "cards": [_card(one) for one in plan.situation.begun.values()],
    }


def due_lines(plan: Plan, study: Study, language: Language) -> Iterator[str]:
    """Today's figures, then a line for each card that is due."""
    yield _today(plan, language)
    for one in plan.situation.due:
        yield say(
            "{card}: planned for {day}, recall {share}%",
            language,
            card=one_line(study.bank.cards[one.card].title),
            day=one.planned.isoformat(),
            share=round(100 * one.retrievability),
        )


def plan_as_json(plan: Plan) -> dict[str, object]:
    exam_date, remedies, today = plan.goal.exam_date, plan.remedies, plan.today
    return {
        "day": plan.day.isoformat(),
        "exam": plan.goal.exam,
        "exam_chosen": plan.goal.chosen,
        "exam_date": None if exam_date is None else exam_date.isoformat(),
        "days": plan.days_left,
        "minutes_a_day": plan.goal.minutes,
        "cards": plan.cards,
        "begun": plan.begun,
        "due": plan.due,
        "new": plan.new,
        "minutes": plan.minutes,
        "today": {
            "misses": len(today.misses),
            "reviews": len(today.reviews),
            "new": len(today.new),
            "minutes": today.minutes,
            "reviews_waiting": today.reviews_waiting,
            "new_waiting": today.new_waiting,
        },
        "feasible": plan.feasible,
        "minutes_needed": None if exam_date is None else plan.forecast.minutes_needed,
        "remedies": None
        if remedies is None
        else {
            "minutes": remedies.minutes,
            "later": None if remedies.later is None else remedies.later.isoformat(),
            "skills": None if remedies.skills is None else list(remedies.skills),
            "cards": len(remedies.cards),
        },
    }


def plan_lines(plan: Plan, language: Language) -> Iterator[str]:
    """Exam and date, today's work, and whether the time is enough."""
    yield _exam(plan, language)
    yield _today(plan, language)
    today = plan.today
    if today.reviews_waiting or today.new_waiting:
        yield say(
            (
                "That is more than fits in {minutes} {minutes:minute|minutes}: {reviews} "
                "{reviews:review|reviews} and {new} new {new:card|cards} will wait."
            ),
            language,
            minutes=plan.goal.minutes,
            reviews=today.reviews_waiting,
            new=today.new_waiting,
        )
    yield say("{begun} of {cards} cards started.", language, begun=plan.begun, cards=plan.cards)
    if plan.exam is not None and not plan.is_open_then:
        yield say("{code} cannot be taken on that day.", language, code=plan.exam.code)
    if plan.days_left is None:
        yield say("No exam date yet. Set it with: dva plan --date YYYY-MM-DD", language)
    elif plan.days_left > 0:
        yield from _sufficing(plan, language)


def nothing_due(plan: Plan, language: Language) -> Iterator[str]:
    """Nothing is left for today; what the next days bring."""
    yield say("Nothing left for today.", language)
    if plan.next_due is not None:
        day, count = plan.next_due
        yield say(
            "Next: {count} {count:card|cards} on {day}.",
            language,
            count=count,
            day=day.isoformat(),
        )


def _exam(plan: Plan, language: Language) -> str:
    code = plan.goal.exam if plan.exam is None else plan.exam.code
    minutes = plan.goal.minutes
    if plan.goal.exam_date is None:
        return say(
            "{code}, {minutes} {minutes:minute|minutes} a day.",
            language,
            code=code,
            minutes=minutes,
        )
    return say(
        "{code} on {day}, in {days} {days:day|days}, {minutes} {minutes:minute|minutes} a day.",
        language,
        code=code,
        day=plan.goal.exam_date.isoformat(),
        days=plan.days_left,
        minutes=minutes,
    )


def _today(plan: Plan, language: Language) -> str:
    return say(
        "Today: {due} {due:review|reviews} due, {new} new {new:card|cards}, about {minutes} "
        "{minutes:minute|minutes}.",
        language,
        due=plan.due,
        new=plan.new,
        minutes=plan.minutes,
    )


def _sufficing(plan: Plan, language: Language) -> Iterator[str]:
    needed, remedies = plan.forecast.minutes_needed, plan.remedies
    if remedies is None:
        yield say(
            "You have enough time: about {needed} {needed:minute|minutes} a day.",
            language,
            needed=needed,
        )
        return
    yield say("That is not enough time. This would be enough:", language)
    yield "  " + say("{minutes} {minutes:minute|minutes} a day", language, minutes=remedies.minutes)
    if remedies.later is not None:
        yield "  " + say("the exam on {day}", language, day=remedies.later.isoformat())
    if remedies.skills is not None and plan.exam is not None:
        yield "  " + say(
            "leaving out {cards} new {cards:card|cards} of the lowest-weighted skills: {skills}",
            language,
            cards=len(remedies.cards),
            skills=", ".join(plan.exam.by_task(remedies.skills)),
        )


def _card(one: CardStanding) -> dict[str, object]:
    return {
        "id": one.card,
        "due": one.due.isoformat(),
        "planned": one.planned.isoformat(),
        "stability": one.strength.stability,
        "difficulty": one.strength.difficulty,
        "retrievability": one.retrievability,
        "reviews": one.memory.reviews,
        "lapses": one.memory.lapses,
        "suspended": one.suspended,
    }
