"""The chance of passing, what it rests on, what would raise it. Its interval is always shown."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo
from math import floor

from study_app.drawing.curve import curve, row_of
from study_app.drawing.pieces import (
    BOLD,
    MUTED,
    PLAIN,
    Line,
    cells,
    fitted,
    side_by_side,
    spread,
    wrap,
)
from study_app.drawing.plots import bar, big, whisker
from study_app.learning.exam.outcome import ExamOutcome
from study_app.learning.exam.result import PASS_MARK, percent
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.readiness.readiness import (
    ENOUGH,
    Expectation,
    Mastery,
    Readiness,
    chance_percent,
)
from study_app.tui.measure import TEXT_CELLS
from study_app.tui.widgets.session import title
from study_app.usecases.readiness import Prospects
from study_app.words.dates import day, full
from study_app.words.language import Language
from study_app.words.wording import say

_MARK = percent(PASS_MARK)
_GAP = 3
_NAME_CELLS, _WEIGHT_CELLS, _SHARE_CELLS = 25, 4, 4
_AXIS_CELLS = 4
_ROOMY = 10
"""Rows of a panel from which on there is air between its parts."""
_NUMBER_CELLS = 7
_MOST_SKILLS = 5
_WAITING = "…"


def chance_tile(found: Prospects, language: Language, width: int) -> list[Line]:
    """Three lines: the chance, its interval in figures and drawn."""
    head: Line = [(say("Chance of passing", language), MUTED)]
    readiness = found.readiness()
    if readiness is None:
        return [head, *_too_few(found, language, width)]
    low, chance, high = map(chance_percent, _figures(readiness))
    value: Line = [(f"{chance}%", BOLD), (f"  {low}–{high}", MUTED)]
    return [head, value, whisker(low, chance, high, width)]


def chance(found: Prospects | None, language: Language, width: int, height: int) -> list[Line]:
    """The chance in large figures, its interval, and what it rests on."""
    rows = [title(width, say("Chance of passing", language)), []]
    if found is None:
        return [*rows, [(_WAITING, MUTED)]]
    readiness = found.readiness()
    if readiness is None:
        return [*rows, *_too_few(found, language, width)]
    low, shown, high = map(chance_percent, _figures(readiness))
    large = big(str(shown))
    large = [*large[:2], [*large[2], (" %", BOLD)]]
    size = max(map(cells, large))
    room = width - size - _GAP
    interval = say("90% interval", language)
    text: list[Line] = [
        [(interval, MUTED)],
        [(f"{low}–{high}", BOLD), (" %", MUTED)],
        [(say("from {count} {count:answer|answers}", language, count=readiness.answered), MUTED)],
    ]
    rows += side_by_side([(large, size), (text, room)], _GAP)
    if height >= _ROOMY:
        rows.append([])
    rows += [whisker(low, shown, high, width), spread(width, [("0", MUTED)], [("100", MUTED)])]
    if height > len(rows):
        share = say("{share}% right expected", language, share=percent(readiness.expected))
        rows += [*([[]] if height > len(rows) + 1 else []), [(share, PLAIN)]]
    return rows


def trend(
    found: Sequence[tuple[str, Readiness]] | None, language: Language, width: int, height: int
) -> list[Line]:
    """The chance of some weeks, each with the name of its day, over its interval."""
    name = say("By week", language)
    if found is None:
        return [title(width, name), [], [(_WAITING, MUTED)]]
    if len(found) < 2:
        after = say("after {count} answers", language, count=ENOUGH)
        text = say("shown after a week", language) if found else after
        return [title(width, name), [], [(text, MUTED)]]
    head = title(width, name, say("90% interval", language))
    rows = max(3, height - 2)
    room = width - _AXIS_CELLS - 1
    percents = [(100 * one.low, 100 * one.probability, 100 * one.high) for _, one in found]
    lowest = min(low for low, _, _ in percents)
    scale = (float(min(80, 20 * floor(lowest / 20))), 100.0)
    plot = curve(
        [middle for _, middle, _ in percents],
        room,
        rows,
        scale=scale,
        band=([low for low, _, _ in percents], [high for _, _, high in percents]),
    )
    middle = (scale[0] + scale[1]) / 2
    marks = {row_of(one, rows, scale): f"{one:.0f}" for one in (scale[0], middle, scale[1])}
    drawn: list[Line] = [
        [(f"{marks.get(number, ''):>{_AXIS_CELLS}} ", MUTED), *line]
        for number, line in enumerate(plot)
    ]
    foot = spread(room, [(found[0][0], MUTED)], [(found[-1][0], MUTED)])
    return [head, *drawn, [(" " * (_AXIS_CELLS + 1), PLAIN), *foot]]


def weeks_of(
    found: Prospects, zone: tzinfo | None, language: Language
) -> list[tuple[str, Readiness]]:
    """What `trend` draws."""
    named = []
    for then, readiness in found.earlier:
        date = then.astimezone(zone).date()
        is_now = then == found.now
        named.append((say("today", language) if is_now else day(date, language), readiness))
    return named


def shares(
    found: Prospects | None,
    exam: Blueprint | None,
    language: Language,
    width: int,
    height: int,
    *,
    key: str,
) -> list[Line]:
    """The expected share of the exam and of each domain on one scale, and what helps most, which
    `key` practices.
    """
    scale = say("90% interval, │ {mark}% to pass", language, mark=_MARK)
    head = say("Expected share right", language)
    if found is None:
        return [title(width, head), [], [(_WAITING, MUTED)]]
    whole = found.whole()
    if whole is None or exam is None:
        after = say("after {count} answers", language, count=ENOUGH)
        return [title(width, head), [], [(after, MUTED)]]
    domains = found.domains()
    rows = [title(width, head, scale)]
    airy = height >= 2 * len(domains) + 5
    rows += [[]] if height > len(domains) + 3 else []
    rows.append(_share(say("All", language), None, whole, width))
    for domain in exam.domains:
        if domain.id in domains:
            name = say(domain.name, language)
            rows += [[]] if airy else []
            rows.append(_share(name, domain.weight, domains[domain.id], width))
    helping = [one for one in found.helps_most() if _gain(one)]
    if helping and height > len(rows):
        first = say(
            "{skill} helps most: chance +{gain}",
            language,
            skill=say(helping[0].skill.name, language),
            gain=_gain(helping[0]),
        )
        ending: Line = [(f"   {key} ", BOLD), (say("practice", language), MUTED)] if key else []
        rows += [*([[]] if height > len(rows) + 1 else []), [(first, PLAIN), *ending]]
    return rows


def helps_most(
    found: Prospects | None,
    language: Language,
    width: int,
    height: int | None = None,
    *,
    exam: str | None = None,
) -> list[Line]:
    """The skills whose practice would raise the chance, each with by how many points; and where
    there is room how that is meant. For `exam`, or the learner's own.
    """
    name = say("What helps most", language)
    if found is None:
        return [title(width, name), [], [(_WAITING, MUTED)]]
    if found.readiness(exam) is None:
        after = say("after {count} answers", language, count=ENOUGH)
        return [title(width, name), [], [(after, MUTED)]]
    helping = [one for one in found.helps_most(exam) if _gain(one)][:_MOST_SKILLS]
    if not helping:
        nothing = say("Nothing in particular: no skill is far behind.", language)
        return [title(width, name), [], *wrap([(nothing, MUTED)], width)]
    rows = [title(width, name, say("chance", language)), []]
    for one in helping:
        skill = say(one.skill.name, language)
        line: Line = [(fitted(one.skill.id, _NUMBER_CELLS), MUTED), (skill, PLAIN)]
        rows.append(spread(width, line, [(f"+{_gain(one)}", BOLD)]))
    why = say("The gain once you get 90% of new questions on the skill right.", language)
    below = [[], *wrap([(why, MUTED)], width)]
    return [*rows, *(below if height is None or len(rows) + len(below) <= height else [])]


def about_chance(
    outcomes: Sequence[tuple[ExamOutcome, Readiness | None]],
    exams: Mapping[str, Blueprint],
    language: Language,
    width: int,
) -> list[Line]:
    """What the chance assumes, and how real exams went."""
    within = min(width, TEXT_CELLS)
    text = say(
        "Assumes that the exam asks new questions on the cards in this app, as hard as those here, "
        "weighted as in the exam guide, taken today without help; {mark}% right passes.",
        language,
        mark=_MARK,
    )
    name = say("What the chance assumes", language)
    lines = wrap([(text, MUTED)], within)
    if not outcomes:
        return [title(within, name), [], *lines]
    return [title(within, name), *lines, [], *real_exams(outcomes, exams, language, within)]


def real_exams(
    outcomes: Sequence[tuple[ExamOutcome, Readiness | None]],
    exams: Mapping[str, Blueprint],
    language: Language,
    width: int,
) -> list[Line]:
    """How each real exam went, beside what was to be expected of its day."""
    rows = [title(width, say("Real exam", language))]
    for outcome, predicted in outcomes:
        code = exams[outcome.exam].code if outcome.exam in exams else outcome.exam
        went = say("passed", language) if outcome.passed else say("not passed", language)
        if outcome.score is not None:
            went = f"{went}, {say('score {score}', language, score=outcome.score)}"
        when = f"{code} · {full(outcome.taken_on, language)}"
        rows += wrap([(f"{when} · ", MUTED), (went, BOLD)], width)
        if predicted is None:
            rows.append([(say("no prediction that day", language), MUTED)])
            continue
        low, chance, high = map(chance_percent, _figures(predicted))
        said = say(
            "predicted that day: {chance}% ({low} to {high})",
            language,
            chance=chance,
            low=low,
            high=high,
        )
        rows.append([(said, PLAIN)])
    return rows


def _too_few(found: Prospects, language: Language, width: int) -> list[Line]:
    answers = min(found.evidence.answers, ENOUGH)
    after = say("after {count} answers", language, count=ENOUGH)
    return [[(after, PLAIN)], bar(answers, ENOUGH, width)]


def _figures(found: Readiness) -> tuple[float, float, float]:
    return found.low, found.probability, found.high


def _share(name: str, weight: int | None, found: Expectation, width: int) -> Line:
    low, middle, high = map(percent, (found.low, found.expected, found.high))
    weighs = "" if weight is None else f"{weight}%"
    room = width - _NAME_CELLS - _WEIGHT_CELLS - _SHARE_CELLS - 2
    return [
        (fitted(name, _NAME_CELLS), BOLD if weight is None else PLAIN),
        (f"{weighs:>{_WEIGHT_CELLS}}  ", MUTED),
        *whisker(low, middle, high, room, goal=_MARK),
        (f"{middle:>{_SHARE_CELLS - 1}}%", BOLD),
    ]


def _gain(one: Mastery) -> int:
    """In points of the chance."""
    return round(100 * one.gain)
