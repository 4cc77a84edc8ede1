"""Small panels of home: what was seen, what was right, the week, the last four weeks."""

from datetime import date, timedelta

from study_app.drawing.pieces import BOLD, FAINT, MUTED, PLAIN, Line, beside, fitted, raised, spread
from study_app.drawing.plots import bar, columns
from study_app.learning.overview import Overview
from study_app.tui.widgets.session import title
from study_app.words.dates import day, initials
from study_app.words.language import Language
from study_app.words.width import display_width
from study_app.words.wording import say

_WEEK = 7
_GAP = 2
_DATE_CELLS = 10
_MOST_CELLS = 8
_HEAT_STEP = 15
"""Answers of a day for each further shade."""


def tiles(found: Overview, language: Language, width: int) -> list[Line]:
    """Three small panels beside each other: seen, right, this week."""
    each = (width - 2 * _GAP) // 3
    inner = each - 4
    drawn = [
        raised(seen_tile(found, language, inner), each),
        raised(right_tile(found, language, inner), each),
        raised(week_tile(found, language, inner), each),
    ]
    return beside([(tile, each) for tile in drawn], _GAP)


def seen_tile(found: Overview, language: Language, width: int) -> list[Line]:
    """How many of all questions were answered once."""
    seen = sum(one.answered for one in found.topics.values())
    total = sum(one.total for one in found.topics.values())
    value = say("{part} of {whole}", language, part=seen, whole=total)
    return [[(say("Seen", language), MUTED)], [(value, BOLD)], bar(seen, total, width)]


def right_tile(found: Overview, language: Language, width: int) -> list[Line]:
    """How many of those were right at the last try."""
    seen = sum(one.answered for one in found.topics.values())
    right = seen - sum(one.missed for one in found.topics.values())
    value = say("{part} of {whole}", language, part=right, whole=seen)
    if not seen:
        value = say("no answer yet", language)
    return [
        [(say("Right on last try", language), MUTED)],
        [(value, BOLD if seen else PLAIN)],
        bar(right, seen, width),
    ]


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


def calendar(found: Overview, today: date, language: Language, width: int) -> list[Line]:
    """Four weeks as a table of figures; the ground of a cell says the same as its figure."""
    each = max(3, min(_MOST_CELLS, (width - _DATE_CELLS) // _WEEK))
    monday = today - timedelta(days=len(found.days) - 1)
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
    """`text` with its last figure where that of two-digit numbers stands."""
    left = max(0, (width - 2) // 2 + 2 - display_width(text))
    return fitted(" " * left + text, width)
