"""What the plan amounts to: today, and up to the exam."""

from collections.abc import Sequence

from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, hang, spread, wrap
from study_app.drawing.plots import columns
from study_app.learning.plan.forecast import Forecast, Remedies
from study_app.tui.widgets.session import title
from study_app.usecases.plan import Plan
from study_app.words.dates import day, full
from study_app.words.language import Language
from study_app.words.wording import say

_LOAD_ROWS = 8


def outlook(
    plan: Plan,
    remedies: Remedies | None,
    language: Language,
    width: int,
    *,
    known: bool,
    airy: bool,
    takes: Sequence[str],
) -> list[Line]:
    """Today's figures, then whether the time is enough. `known`: the plan was simulated; `airy`:
    there is room; `takes` are the keys that apply a remedy.
    """
    about = say("about {minutes} min", language, minutes=plan.minutes)
    parts = [
        say("{count} {count:review|reviews} due", language, count=plan.due),
        say("{count} new", language, count=plan.new),
        say("{begun} of {cards} cards started", language, begun=plan.begun, cards=plan.cards),
    ]
    rows: list[Line] = [
        title(width, say("Today", language), about),
        [(" · ".join(parts), PLAIN)],
    ]
    waiting = plan.today.reviews_waiting + plan.today.new_waiting
    if waiting:
        minutes = plan.goal.minutes
        text = say(
            "{count} do not fit in {minutes} minutes and wait for another day.",
            language,
            count=waiting,
            minutes=minutes,
        )
        rows.append([(text, PLAIN)])
    head, *rest = _to_the_exam(plan, remedies, language, width, known, takes)
    air: list[Line] = [[]] if airy else []
    return [rows[0], *air, *rows[1:], [], head, *air, *rest]


def _to_the_exam(
    plan: Plan,
    remedies: Remedies | None,
    language: Language,
    width: int,
    known: bool,
    takes: Sequence[str],
) -> list[Line]:
    name = say("Until the exam", language)
    if plan.days_left is None:
        none = say("With a date, the plan tells you whether you have enough time.", language)
        return [title(width, name), *wrap([(none, MUTED)], width)]
    if plan.days_left <= 0:
        return [title(width, name, say("no days left", language))]
    days = say("{days} {days:day|days}", language, days=plan.days_left)
    head = title(width, name, days)
    if not known:
        return [head, [(say("Simulating the plan …", language), MUTED)]]
    if plan.feasible:
        enough = say(
            "You have enough time: about {needed} {needed:minute|minutes} a day.",
            language,
            needed=plan.forecast.minutes_needed,
        )
        return [head, *wrap([(enough, BOLD)], width)]
    short = say("That is not enough time. This would be enough:", language)
    rows = [head, *wrap([(short, BOLD)], width)]
    if remedies is None:
        return [*rows, [("…", MUTED)]]
    texts = [
        say("{minutes} {minutes:minute|minutes} a day", language, minutes=remedies.minutes),
    ]
    if remedies.later is not None:
        texts.append(say("the exam on {day}", language, day=full(remedies.later, language)))
    for key, text in zip(takes, texts, strict=True):
        rows.append([(f" {key}  ", "bold $accent"), (text, PLAIN)])
    if remedies.skills is not None and plan.exam is not None:
        text = say(
            "leaving out {cards} new {cards:card|cards} of the lowest-weighted skills: {skills}",
            language,
            cards=len(remedies.cards),
            skills=", ".join(plan.exam.by_task(remedies.skills)),
        )
        rows += hang([(" ·  ", MUTED)], [(text, PLAIN)], width)
    return rows


def load(plan: Plan, ahead: Forecast | None, language: Language, width: int) -> list[Line]:
    """Questions a day from today to the exam; averaged over several days if there are many."""
    name = say("Questions a day", language)
    if ahead is None or not ahead.asked:
        text = say("from today to the exam", language)
        return [title(width, name), [], [(text, MUTED)]]
    asked = list(ahead.asked.values())
    group = -(-len(asked) // width)
    groups = [asked[start : start + group] for start in range(0, len(asked), group)]
    values = [sum(one) / len(one) for one in groups]
    each = max(1, min(4, (width + 1) // len(values) - 1))
    gap = 1 if (each + 1) * len(values) - 1 <= width else 0
    most = say("{count} at most", language, count=max(asked))
    used = len(values) * (each + gap) - gap
    last = max(ahead.asked)
    return [
        title(width, name, most),
        [],
        *columns(values, _LOAD_ROWS, each, gap),
        spread(max(used, 16), [(day(plan.day, language), MUTED)], [(day(last, language), MUTED)]),
    ]
