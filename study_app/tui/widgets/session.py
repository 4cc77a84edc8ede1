"""A session's name, trail and counts."""

from collections.abc import Iterable

from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, spread
from study_app.drawing.plots import Step
from study_app.grading.verdict import Verdict
from study_app.learning.log.session import Session
from study_app.learning.plan.situation import Situation
from study_app.tui.verdicts import STYLES
from study_app.usecases.study import Study
from study_app.words.language import Language
from study_app.words.wording import say

_STEPS = {
    Verdict.CORRECT: Step.RIGHT,
    Verdict.CLOSE: Step.CLOSE,
    Verdict.WRONG: Step.WRONG,
    None: Step.SKIPPED,
}
_FACT_CELLS = 44
"""Names and values are no further apart than the eye can follow."""


def session_name(study: Study, items: Iterable[str], language: Language) -> str:
    """The topic of `items`, or the name for a session of several topics."""
    topics = {item.partition("/")[0] for item in items}
    if len(topics) > 1:
        return say("Reviews", language)
    topic = study.bank.topics.get(*topics)
    return study.topic_title(topic, language) if topic else next(iter(topics))


def steps_of(session: Session, *, now: str | None) -> list[Step]:
    """One step for each question: its first verdict, `now` for the one that is being asked."""
    found = {given.ask.item: _STEPS[given.verdict] for given in session.first_given}
    return [
        Step.NOW if item == now else found.get(item, Step.OPEN) for item in session.started.items
    ]


def counts(session: Session) -> Line:
    """How many first attempts had which verdict; close is listed only if there is one."""
    line: Line = []
    for verdict in Verdict:
        count = session.count(verdict)
        if count or verdict is not Verdict.CLOSE:
            line += [(f"{count} {verdict.sign}", STYLES[verdict]), ("  ", PLAIN)]
    return line[:-1]


def title(width: int, left: str, right: Line | str = "") -> Line:
    """The line above what a panel shows."""
    ending = [(right, MUTED)] if isinstance(right, str) else right
    return spread(width, [(left, BOLD)], ending)


def fact(width: int, name: str, value: str | Line) -> Line:
    """A name and its value."""
    shown = [(value, PLAIN)] if isinstance(value, str) else value
    return spread(min(width, _FACT_CELLS), [(name, MUTED)], shown)


def exam_corner(now: Situation, language: Language) -> Line:
    """The exam studied for, and the days left until its date."""
    code = now.goal.exam if now.blueprint is None else now.blueprint.code
    exam_date = now.goal.exam_date
    if exam_date is None or exam_date < now.day:
        return [(code, MUTED)]
    left = (exam_date - now.day).days
    days = say("{days} {days:day|days} left", language, days=left)
    return [(f"{code} · {days}", MUTED)]
