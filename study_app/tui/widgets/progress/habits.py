"""What comes due, the last four weeks, what was remembered, how long a question takes."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import assert_never

from study_app.drawing.pieces import BOLD, FAINT, MUTED, PLAIN, Line, fitted, side_by_side, spread
from study_app.drawing.plots import bar, columns
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import QuestionKind
from study_app.learning.scheduling.memory import ReviewCount
from study_app.learning.statistics.habits import (
    BIN_SECONDS,
    BINS,
    EXAM_PACE,
    AnswerTimes,
    Retention,
    StudyDays,
)
from study_app.tui.widgets.session import fact, title
from study_app.words.dates import day, initials
from study_app.words.language import Language
from study_app.words.times import clock
from study_app.words.width import display_width, rjust
from study_app.words.wording import say

MOST_DAYS = 14
_WEEK = 7
_DATE_CELLS = 8
_DAY_CELLS = 5
_HEAT_STEP = 18
"""Answers of a day for each further shade."""
_MOST_COLUMN = 5
_RECALL_CELLS = 24
_GAP = 3
_LEAST_CHART = 9
"""The fewest rows in which the chart of times is readable."""
_FORMAT_CELLS = _DATE_CELLS + _WEEK * _DAY_CELLS + _GAP + _RECALL_CELLS


def coming_due(
    counts: Sequence[int], today: date, language: Language, width: int, height: int
) -> list[Line]:
    """A column for each day, under it its figure and its day; today first and in the accent."""
    each = max(2, len(str(max(counts))))
    shown = counts[: max(1, min(len(counts), (width + 1) // (each + 1)))]
    each = max(each, min(_MOST_COLUMN - 1, (width + 1) // len(shown) - 1))
    total = say("{total} in {days} {days:day|days}", language, total=sum(shown), days=len(shown))
    rows = [title(width, say("Coming due", language), total), []]
    if not any(counts):
        none = say("No card is due in these days.", language)
        return [*rows, [(none, MUTED)]]
    styles = ["$accent", *["$faint"] * (len(shown) - 1)]
    rows += columns(shown, max(3, height - 4), each, 1, styles=styles)
    letters = initials(language)
    figures: Line = []
    names: Line = []
    for number, count in enumerate(shown):
        style = BOLD if not number else MUTED
        letter = letters[(today.weekday() + number) % _WEEK]
        figures += [(_middle(str(count), each), style), (" ", PLAIN)]
        names += [(_middle(letter, each), style), (" ", PLAIN)]
    return [*rows, figures[:-1], names[:-1]]


def calendar(found: StudyDays, language: Language, width: int, height: int) -> list[Line]:
    """Weeks as a table of figures; the shade of a cell repeats its figure."""
    total = say("{total} {total:answer|answers}", language, total=sum(found.answers))
    rows = [title(width, say("Last 4 weeks", language), total), []]
    rows += _weeks(found, language, width, airy=height >= 13)
    return [*rows, *([[], _studied(found, language, width)] if height >= 9 else [])]


def calendar_and_recall(
    found: StudyDays, recall: Retention, language: Language, width: int, height: int
) -> list[Line]:
    """The weeks, and what was remembered beside them."""
    if width < _FORMAT_CELLS:
        return calendar(found, language, width, height)
    left = width - _RECALL_CELLS - _GAP
    total = say("{total} {total:answer|answers}", language, total=sum(found.answers))
    weeks = [title(left, say("Last 4 weeks", language)), [], *_weeks(found, language, left)]
    right = retention_lines(recall, language, _RECALL_CELLS)
    foot = spread(width, _studied(found, language, left), [(total, MUTED)])
    rows = side_by_side([(weeks, left), (right, _RECALL_CELLS)], _GAP)
    return [*rows, *([[], foot] if height >= len(rows) + 2 else [])]


def retention_lines(found: Retention, language: Language, width: int) -> list[Line]:
    """True retention: the share of reviews that were passed, by the interval before them."""
    rows = [title(width, say("Remembered", language)), []]
    if not found.all.reviews:
        return [*rows, [(say("No review yet.", language), MUTED)]]
    rows += _share(say("21 days or more", language), found.mature, width)
    return [*rows, [], *_share(say("shorter intervals", language), found.young, width)]


def times(
    found: AnswerTimes, exam: Blueprint | None, language: Language, width: int, height: int
) -> list[Line]:
    """How long questions take; two minutes is the pace of the exam.

    Below, where there is room, the medians of the domains and of the kinds of questions.
    """
    name = say("Time per question", language)
    if found.median is None:
        return [title(width, name), [], [(say("No answer yet.", language), MUTED)]]
    below: list[Line] = []
    for medians in (_by_domain(found, exam, language), _by_kind(found, language)):
        if medians and len(below) + len(medians) + 1 <= height - _LEAST_CHART:
            below += [[], *(fact(width, part, clock(median)) for part, median in medians)]
    median = say("median {median}", language, median=clock(found.median))
    each = max(1, min(_MOST_COLUMN, (width + 1) // BINS - 1))
    inside = EXAM_PACE // BIN_SECONDS
    styles = ["$accent"] * inside + ["$faint"] * (BINS - inside)
    rows = columns(found.bins, max(3, height - 3 - len(below)), each, 1, styles=styles)
    foot = fitted("0", inside * (each + 1)) + clock(EXAM_PACE)
    if each > 2:
        last = f"{clock(BIN_SECONDS * (BINS - 1))}+"
        foot = fitted(foot, BINS * (each + 1) - 1 - display_width(last)) + last
    return [title(width, name, median), [], *rows, [(foot, MUTED)], *below]


def _by_domain(
    found: AnswerTimes, exam: Blueprint | None, language: Language
) -> list[tuple[str, float]]:
    domains = () if exam is None else exam.domains
    return [
        (say(one.name, language), found.by_domain[one.id])
        for one in domains
        if one.id in found.by_domain
    ]


def _by_kind(found: AnswerTimes, language: Language) -> list[tuple[str, float]]:
    return [(_kind(kind, language), median) for kind, median in found.by_kind.items()]


def _kind(kind: QuestionKind, language: Language) -> str:
    match kind:
        case QuestionKind.CHOICE:
            return say("one right option", language)
        case QuestionKind.CHOICES:
            return say("several right options", language)
        case QuestionKind.TYPED:
            return say("typed", language)
        case QuestionKind.ORDERING:
            return say("ordering", language)
        case QuestionKind.MATCHING:
            return say("matching", language)
        case QuestionKind.WORKED:
            return say("drawn numbers", language)
        case _:
            assert_never(kind)


def _share(name: str, recall: ReviewCount, width: int) -> list[Line]:
    if not recall.reviews:
        return [spread(width, [(name, MUTED)], [("–", MUTED)])]
    share = round(100 * recall.passed / recall.reviews)
    counts = f"{recall.passed} / {recall.reviews}"
    return [
        spread(width, [(name, MUTED)], [(f"{share}%", BOLD)]),
        spread(
            width,
            bar(recall.passed, recall.reviews, max(4, width - display_width(counts) - 2)),
            [(counts, MUTED)],
        ),
    ]


def _weeks(found: StudyDays, language: Language, width: int, *, airy: bool = False) -> list[Line]:
    date_cells = max(_DATE_CELLS, display_width(day(date(2000, 12, 31), language)) + 1)
    each = max(3, min(_DAY_CELLS, (width - date_cells) // _WEEK))
    head: Line = [(" " * date_cells, PLAIN)]
    head += [(f"{_middle(letter, each - 1)} ", MUTED) for letter in initials(language)]
    rows: list[Line] = [head]
    for start in range(0, len(found.answers), _WEEK):
        monday = day(found.first + timedelta(days=start), language)
        row: Line = [(fitted(monday, date_cells), MUTED)]
        for count in found.answers[start : start + _WEEK]:
            shade = min(3, 1 + count // _HEAT_STEP)
            text = _middle(str(count) if count else "·", each - 1)
            row += [(text, f"on $heat-{shade}" if count else FAINT), (" ", PLAIN)]
        rows += [row, *([[]] if airy else [])]
    return rows[:-1] if airy else rows


def _studied(found: StudyDays, language: Language, width: int) -> Line:
    studied = say(
        "{studied} of {days} days", language, studied=found.studied, days=len(found.answers)
    )
    longest = say("longest run {days}", language, days=found.longest)
    return spread(min(width, 44), [(studied, MUTED)], [(longest, MUTED)])


def _middle(text: str, width: int) -> str:
    """`text`, right-aligned with a centered two-cell figure."""
    inside = max(2, display_width(text))
    left = (width - inside) // 2
    return fitted(" " * max(0, left) + rjust(text, inside), width)
