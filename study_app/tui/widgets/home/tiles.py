"""Home's small panels: the chance, the exam, the week; and its side panels."""

from datetime import timedelta
from typing import TYPE_CHECKING

from study_app.drawing.pieces import (
    ACCENT,
    BOLD,
    FAINT,
    MUTED,
    PLAIN,
    Line,
    fitted,
    raised,
    side_by_side,
    spread,
)
from study_app.drawing.plots import columns
from study_app.learning.history.overview import Overview
from study_app.tui.widgets.action_bar import small_chip
from study_app.tui.widgets.session import title
from study_app.usecases.home import Home
from study_app.usecases.plan import Plan
from study_app.words.dates import day, initials
from study_app.words.language import Language
from study_app.words.width import display_width
from study_app.words.wording import say

if TYPE_CHECKING:
    from study_app.learning.plan.forecast import Forecast
    from study_app.usecases.readiness import Prospects

_WEEK = 7
_GAP = 2
_DATE_CELLS = 10
_MOST_CELLS = 8
_MOST_WEAKEST = 4
"""How many skills are named."""
_HEAT_STEP = 15
"""Answers of a day for each further shade."""
_WITH_NUMBERS = 40
"""Cells from which on a skill has its number beside its name."""
_MOST_DAYS, _DAY_CELLS = 14, 4
"""Days of what is coming due, and how wide each is where there is room."""


def tiles(
    found: Home,
    chance: "Prospects | None",
    ahead: "Forecast | None",
    language: Language,
    width: int,
    key: str,
) -> list[Line]:
    """Three small panels beside each other. `chance` and `ahead` are None until they are known;
    `key` opens the plan.
    """
    each = (width - 2 * _GAP) // 3
    inner = each - 4
    drawn = [
        raised(_chance_tile(chance, language, inner), each),
        raised(exam_tile(found.plan, ahead, language, key), each),
        raised(week_tile(found.overview, language, inner), each),
    ]
    return side_by_side([(tile, each) for tile in drawn], _GAP)


def _chance_tile(found: "Prospects | None", language: Language, width: int) -> list[Line]:
    if found is None:
        return [[(say("Chance of passing", language), MUTED)], [("…", MUTED)], []]
    # Imported here so that home is painted before the chance is known.
    from study_app.tui.widgets.progress.chance import chance_tile

    return chance_tile(found, language, width)


def exam_tile(plan: Plan, ahead: "Forecast | None", language: Language, key: str) -> list[Line]:
    """The exam's date, and whether the plan gets there."""
    head: Line = [(say("Exam", language), MUTED)]
    then, left = plan.goal.exam_date, plan.days_left
    chip: Line = [small_chip(key), (" ", PLAIN)] if key else []
    if then is None or left is None:
        set_it = (say("set it", language), MUTED)
        return [head, [(say("no date yet", language), PLAIN)], [*chip, set_it]]
    days = say("{days} {days:day|days}", language, days=left)
    if left == 0:
        days = say("today", language)
    when: Line = [(days, BOLD), (f"  {day(then, language)}", MUTED)]
    if left < 0:
        another = (say("another date", language), MUTED)
        return [head, [(day(then, language), PLAIN)], [*chip, another]]
    if not plan.is_open_then:
        return [head, when, [(say("not offered then", language), PLAIN)]]
    if ahead is None or not left:
        text = say("{minutes} min a day", language, minutes=plan.goal.minutes)
        return [head, when, [(text, MUTED)]]
    if ahead.feasible:
        text = say("on plan: {minutes} min", language, minutes=ahead.minutes_needed)
        return [head, when, [(text, MUTED)]]
    text = say("needs {minutes} min a day", language, minutes=ahead.minutes_needed)
    return [head, when, [(text, PLAIN)]]


def week_tile(found: Overview, language: Language, width: int) -> list[Line]:
    """The answers of each day of this week."""
    first = len(found.days) - 1 - (len(found.days) - 1) % _WEEK
    week = list(found.days[first:])
    today = len(week) - 1
    values = week + [0] * (_WEEK - len(week))
    names: Line = []
    for number, letter in enumerate(initials(language)):
        names += [(fitted(letter, 2), BOLD if number == today else MUTED), (" ", PLAIN)]
    head = spread(width, [(say("This week", language), MUTED)], [(str(sum(week)), BOLD)])
    return [head, *columns(values, 1, 2, 1, most=max(20, *values)), names[:-1]]


def coming_due(plan: Plan, language: Language, width: int, height: int) -> list[Line]:
    """What falls due on the next days: bars of `height` rows, under each its figure and its day."""
    values = plan.coming(_MOST_DAYS)
    roomy = width >= _MOST_DAYS * (_DAY_CELLS + 1) - 1
    each = max(_DAY_CELLS if roomy else 2, *(len(str(value)) for value in values))
    count = min(_MOST_DAYS, (width + 1) // (each + 1))
    values = values[:count]
    styles = [ACCENT, *[FAINT] * (count - 1)]
    names = initials(language)
    figures: Line = []
    days: Line = []
    for number, value in enumerate(values):
        style = MUTED if number else BOLD
        figures += [(_centered(str(value), each), style), (" ", PLAIN)]
        name = names[(plan.day + timedelta(days=number)).weekday()]
        days += [(_centered(name, each), style), (" ", PLAIN)]
    total = say("{total} in {days} days", language, total=sum(values), days=count)
    head = title(width, say("Coming due", language), total)
    drawn = columns(
        values, height if any(values) else 1, each, 1, most=max(10, *values), styles=styles
    )
    return [head, [], *drawn, figures[:-1], days[:-1]]


def weakest(plan: Plan, language: Language, width: int, key: str) -> list[Line]:
    """A few skills with the share of their questions answered right."""
    skills = {one.id: one for one in plan.exam.skills()} if plan.exam else {}
    names = [
        (one.skill, say(skills[one.skill].name, language), one.share)
        for one in plan.weakest[:_MOST_WEAKEST]
        if one.skill in skills
    ]
    practice: Line = [(f"{key} ", BOLD), (say("practice", language), MUTED)] if names else []
    rows: list[Line] = [title(width, say("Weakest", language), practice), []]
    for skill, name, share in names:
        ending: Line = [(f"{share:>4.0%}", PLAIN)]
        number: Line = [(fitted(skill, 8), MUTED)] if width >= _WITH_NUMBERS else []
        rows.append(spread(width, [*number, (name, PLAIN)], ending))
    if not names:
        rows.append([(say("after a few answers on a skill", language), MUTED)])
    return rows


def calendar(found: Overview, language: Language, width: int) -> list[Line]:
    """Four weeks as a table of figures; the shade of a cell repeats its figure."""
    each = max(3, min(_MOST_CELLS, (width - _DATE_CELLS) // _WEEK))
    monday = found.day - timedelta(days=len(found.days) - 1)
    head: Line = [(" " * _DATE_CELLS, PLAIN)]
    head += [(_centered(letter, each), MUTED) for letter in initials(language)]
    rows: list[Line] = []
    for start in range(0, len(found.days), _WEEK):
        row: Line = [(fitted(day(monday + timedelta(days=start), language), _DATE_CELLS), MUTED)]
        for count in found.days[start : start + _WEEK]:
            text = _centered(str(count) if count else "·", each - 1)
            shade = min(3, 1 + count // _HEAT_STEP)
            row += [(text, f"on $heat-{shade}" if count else FAINT), (" ", PLAIN)]
        rows.append(row)
    total = say("{total} {total:answer|answers}", language, total=sum(found.days))
    return [title(width, say("Last 4 weeks", language), total), [], head, *rows]


def _centered(text: str, width: int) -> str:
    """`text`, right-aligned with centered two-digit numbers."""
    left = max(0, (width - 2) // 2 + 2 - display_width(text))
    return fitted(" " * left + text, width)
