"""Habits, mistakes and the parts of the exam as JSON and as lines."""

from collections.abc import Iterator

from study_app.learning.material.blueprint import Blueprint
from study_app.learning.scheduling.memory import ReviewCount
from study_app.learning.statistics.skills import ExamPart, ExamParts
from study_app.usecases.progress import WEEKS, ProgressFigures
from study_app.words.language import Language
from study_app.words.visible import one_line
from study_app.words.width import cut
from study_app.words.wording import say

DUE_DAYS = 14
"""How many days are listed, today first."""

PAIRS = 10
"""So many confusions are lines; all are in the figures."""

NAME_CELLS = 60


def progress_as_json(found: ProgressFigures) -> dict[str, object]:
    """What `dva stats --json` has beside the counts. Shares are from 0 to 1, times in seconds."""
    parts, times = found.parts, found.times
    return {
        "day": found.situation.day.isoformat(),
        "exam": found.situation.goal.exam,
        "due_by_day": {
            found.day(number).isoformat(): count for number, count in enumerate(found.due(DUE_DAYS))
        },
        "answers_by_day": {day.isoformat(): count for day, count in found.every_day.items()},
        "streak": found.days.streak,
        "retention": {
            "mature": _recall(found.retention.mature),
            "young": _recall(found.retention.young),
        },
        "seconds": {
            "median": times.median,
            "by_kind": {kind.value: median for kind, median in times.by_kind.items()},
            "by_domain": dict(times.by_domain),
            "bins": list(times.bins),
        },
        "confusions": [
            {
                "asked": one.asked,
                "answered": one.answered,
                "times": one.times,
                "of": one.of,
                "questions": list(one.questions),
            }
            for one in found.confusions
        ],
        "leeches": [{"card": one.card, "lapses": one.lapses} for one in found.leeches],
        "parts": None if parts is None else _parts(parts),
    }


def progress_lines(found: ProgressFigures, language: Language) -> Iterator[str]:
    """The same figures, one per line; only skills that have been asked."""
    yield ""
    yield from _habits(found, language)
    for one in found.confusions[:PAIRS]:
        yield say(
            "Asked {asked}, answered {answered}: {times} of {of}",
            language,
            asked=cut(one_line(one.asked), NAME_CELLS),
            answered=cut(one_line(one.answered), NAME_CELLS),
            times=one.times,
            of=one.of,
        )
    for leech in found.leeches:
        card = found.study.bank.cards.get(leech.card)
        name = leech.card if card is None else found.study.translations(card, language)[0].title
        yield say(
            "Forgotten {lapses} times: {card}", language, lapses=leech.lapses, card=one_line(name)
        )
    exam = found.situation.blueprint
    if exam is not None and found.parts is not None:
        yield ""
        yield from _exam(exam, found.parts, language)


def _habits(found: ProgressFigures, language: Language) -> Iterator[str]:
    due, days = found.due(DUE_DAYS), found.days
    yield say(
        "Due: {today} today, {tomorrow} tomorrow, {all} in {days} days",
        language,
        today=due[0],
        tomorrow=due[1],
        all=sum(due),
        days=DUE_DAYS,
    )
    yield say(
        "Last {weeks} weeks: studied on {studied} of {days} days, {total} {total:answer|answers}, "
        "{streak} {streak:day|days} in a row now",
        language,
        weeks=WEEKS,
        studied=days.studied,
        days=len(days.answers),
        total=sum(days.answers),
        streak=days.streak,
    )
    for name, recall in (
        (say("Reviews at intervals of 21 days or more", language), found.retention.mature),
        (say("Reviews at shorter intervals", language), found.retention.young),
    ):
        if recall.reviews:
            share = round(100 * recall.passed / recall.reviews)
            yield say(
                "{name}: {passed} of {reviews} remembered ({share}%)",
                language,
                name=name,
                passed=recall.passed,
                reviews=recall.reviews,
                share=share,
            )
    times = found.times
    if times.median is not None:
        kinds = ", ".join(f"{kind} {clock(median)}" for kind, median in times.by_kind.items())
        domains = ", ".join(f"{key}: {clock(median)}" for key, median in times.by_domain.items())
        yield say("Time per question: median {median}", language, median=clock(times.median))
        if kinds:
            yield f"  {say('by kind', language)}: {kinds}"
        if domains:
            yield f"  {say('by domain', language)}: {domains}"


def clock(seconds: float) -> str:
    """`1:14`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def _exam(exam: Blueprint, parts: ExamParts, language: Language) -> Iterator[str]:
    yield _line(exam.code, exam.title, parts.whole, language)
    for domain in exam.domains:
        yield _line(domain.id, say(domain.name, language), parts.domains[domain.id], language)
        for task in domain.tasks:
            yield _line(task.id, say(task.name, language), parts.tasks[task.id], language)
            for skill in task.skills:
                if not parts.skills[skill.id].is_gap:
                    yield _line(
                        skill.id, say(skill.name, language), parts.skills[skill.id], language
                    )
    gaps = [skill for skill, part in parts.skills.items() if part.is_gap]
    if gaps:
        yield say("Not asked yet: {skills}", language, skills=", ".join(gaps))


def _line(key: str, name: str, part: ExamPart, language: Language) -> str:
    recall = "–" if part.retrievability is None else f"{round(100 * part.retrievability)}%"
    figures = say(
        "{known}% known, recall {recall}, {right} of {tries} first tries right, {unseen} of "
        "{questions} not seen",
        language,
        known=round(100 * part.known),
        recall=recall,
        right=part.firsts.correct,
        tries=part.firsts.answers,
        unseen=part.unseen,
        questions=part.questions,
    )
    return f"{key} {one_line(name)}: {figures}"


def _recall(one: ReviewCount) -> dict[str, object]:
    share = one.passed / one.reviews if one.reviews else None
    return {"reviews": one.reviews, "passed": one.passed, "share": share}


def _parts(parts: ExamParts) -> dict[str, object]:
    return {
        "whole": _part(parts.whole),
        "domains": {key: _part(part) for key, part in parts.domains.items()},
        "tasks": {key: _part(part) for key, part in parts.tasks.items()},
        "skills": {key: _part(part) for key, part in parts.skills.items()},
    }


def _part(part: ExamPart) -> dict[str, object]:
    return {
        "retrievability": part.retrievability,
        "accuracy": part.accuracy,
        "known": part.known,
        "first_attempts": part.firsts.answers,
        "first_attempts_right": part.firsts.correct,
        "questions": part.questions,
        "unseen": part.unseen,
        "cards": part.cards,
        "begun": part.begun,
        "due": part.due,
    }
