"""The parts of an exam's result as lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from study_app.commands.command import Command
from study_app.commands.keys import key_name
from study_app.drawing.pieces import (
    ACCENT,
    BOLD,
    FAINT,
    MUTED,
    PLAIN,
    Line,
    cells,
    clipped,
    fitted,
    side_by_side,
    spread,
    wrap,
)
from study_app.drawing.plots import bar, big, columns, whisker
from study_app.learning.exam.attempt import Attempt
from study_app.learning.exam.clock import NO_TIME
from study_app.learning.exam.result import (
    PACE,
    PASS_MARK,
    ExamResult,
    PartScore,
    PassVerdict,
    percent,
)
from study_app.learning.material.blueprint import Blueprint
from study_app.tui.widgets.session import fact, title
from study_app.usecases.exam.attempts import SubmittedExam
from study_app.words.dates import day
from study_app.words.language import Language
from study_app.words.times import clock
from study_app.words.wording import say

_MARK = percent(PASS_MARK)
_GAP = 3
_NAME_CELLS = 24
_FIGURE_CELLS = 6
_TASK_CELLS = 5
_TIME_ROWS = 4
_WIDTHS = ((4, 1), (2, 1), (1, 1), (1, 0))
"""Cells of a column of times, and of the gap between two."""
_EARLIER = 5
"""How many earlier attempts are shown."""

_SIGNS = {
    PassVerdict.ABOVE: ("✓", "bold $right"),
    PassVerdict.UNDECIDED: ("~", "bold $close"),
    PassVerdict.BELOW: ("✗", "bold $wrong"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """The result of `attempt` in the words of one language."""

    attempt: Attempt
    result: ExamResult
    blueprint: Blueprint | None
    language: Language

    def verdict(self, width: int) -> list[Line]:
        """The share in large figures, what it says, and its interval on the scale."""
        whole, language = self.result.whole, self.language
        low, high = map(percent, whole.interval)
        large = big(str(percent(whole.share)))
        large = [*large[:2], [*large[2], (" %", BOLD)]]
        size = max(map(cells, large))
        used = say(
            "{used} of {limit} used",
            language,
            used=_time(self.result.used),
            limit=_time(self.result.limit),
        )
        right = say("{right} of {of} right", language, right=whole.right, of=whole.of)
        sign, style = _SIGNS[self.result.pass_verdict]
        said, why = self._standing()
        interval = say("95% interval {low} to {high}%", language, low=low, high=high)
        text: list[Line] = [
            [(right, BOLD), (f"   {used}", MUTED)],
            [(f"{sign} {said}", style), (f"   {why}", PLAIN)],
            [(interval, MUTED), *self._ending()],
        ]
        room = width - size - _GAP
        block = side_by_side([(large, size), ([clipped(line, room) for line in text], room)], _GAP)
        share = percent(whole.share)
        return [*block, [], whisker(low, share, high, width, goal=_MARK), self._scale(width)]

    def domains(self, width: int) -> list[Line]:
        """Estimates on one scale, so that they can be compared."""
        head = say("right, 95% interval, │ {mark}%", self.language, mark=_MARK)
        rows = [title(width, say("By domain", self.language), head), []]
        for domain, part in self.result.by_domain.items():
            low, high = map(percent, part.interval)
            name = fitted(self._domain_name(domain), _NAME_CELLS)
            room = width - _NAME_CELLS - 1 - _FIGURE_CELLS - _GAP
            line = whisker(low, percent(part.share), high, room, goal=_MARK)
            rows.append([(f"{name} ", PLAIN), *_figures(part), (" " * _GAP, PLAIN), *line])
        return rows

    def tasks(self, width: int) -> list[Line]:
        """A bar for each task, its length the number of its questions."""
        rows = [title(width, say("By task", self.language)), []]
        most = max((part.of for part in self.result.by_task.values()), default=1)
        room = width - _TASK_CELLS - _NAME_CELLS - 1 - _FIGURE_CELLS
        unit = max(1, min(3, room // most))
        for task, part in self.result.by_task.items():
            rows.append(
                [
                    (f"{task:<{_TASK_CELLS}}", MUTED),
                    (f"{fitted(self._task_name(task), _NAME_CELLS)} ", PLAIN),
                    *_figures(part),
                    *bar(part.right, part.of, unit * part.of),
                ]
            )
        return rows

    def times(self, width: int) -> list[Line]:
        """The time of each question as a column; half of the height is two minutes."""
        seconds = [one.total_seconds() for one in self.result.spent.values()]
        pace = PACE.total_seconds()
        each, gap = next(
            ((each, gap) for each, gap in _WIDTHS if len(seconds) * (each + gap) <= width), (1, 0)
        )
        shown = seconds[: width // (each + gap)]
        styles = [FAINT if one > pace else ACCENT for one in shown]
        head = say("half height is 2:00", self.language)
        first, last = "1", str(len(shown))
        used = len(shown) * (each + gap) - gap
        return [
            title(width, say("Time on each question", self.language), head),
            [],
            *columns(shown, _TIME_ROWS, each, gap, most=2 * pace, styles=styles),
            spread(used, [(first, MUTED)], [(last, MUTED)]),
        ]

    def time(self, width: int) -> list[Line]:
        """The time by question, against two minutes, and what was changed."""
        found, language = self.result, self.language
        rows = [title(width, say("Pace", language)), []]
        slowest: Line = [(_time(NO_TIME), PLAIN)]
        if found.slowest is not None:
            number = self.attempt.items.index(found.slowest) + 1
            named = say("question {number}", language, number=number)
            slowest = [(_time(found.spent[found.slowest]), PLAIN), (f"  {named}", MUTED)]
        flagged = say(
            "{part} of {whole}", language, part=found.flagged_right, whole=len(found.flagged)
        )
        rows += [
            fact(width, say("per question, median", language), _time(found.median)),
            fact(width, say("over 2:00", language), str(len(found.slow))),
            fact(width, say("slowest", language), slowest),
            fact(width, say("changed to right", language), str(found.changed_to_right)),
            fact(width, say("changed to wrong", language), str(found.changed_to_wrong)),
        ]
        if found.flagged:
            rows.append(fact(width, say("flagged, right", language), flagged))
        rows.append(fact(width, say("clock stopped", language), str(found.stops)))
        return rows

    def next_steps(self, width: int, keys: Mapping[Command, str]) -> list[Line]:
        """What lost the most points, and the keys that lead on."""
        language, weakest = self.language, self.result.weakest
        rows = [title(width, say("What next", language)), []]
        if weakest is not None:
            part = self.result.by_domain[weakest]
            cost = say(
                "{missed} of your {all} misses {missed:was|were} in {domain}.",
                language,
                domain=self._domain_name(weakest),
                missed=part.of - part.right,
                all=len(self.result.wrong),
            )
            rows += [*wrap([(cost, PLAIN)], width), []]
        for command, key in keys.items():
            name = say(command.name, language)
            rows.append([(f"{key_name(key):<5}", "bold $accent"), (name, PLAIN)])
        return rows

    def _standing(self) -> tuple[str, str]:
        language, mark = self.language, _MARK
        match self.result.pass_verdict:
            case PassVerdict.ABOVE:
                why = say("the interval is above {mark}%", language, mark=mark)
                return say("Above the passing score", language), why
            case PassVerdict.BELOW:
                why = say("the interval is below {mark}%", language, mark=mark)
                return say("Below the passing score", language), why
            case PassVerdict.UNDECIDED:
                why = say("the interval contains {mark}%", language, mark=mark)
                return say("Too close to call", language), why

    def _ending(self) -> Line:
        if not self.result.timed_out:
            return []
        return [(f"   {say('Time ran out.', self.language)}", BOLD)]

    def _scale(self, width: int) -> Line:
        """The names below the scale."""
        mark = say("to pass {mark}", self.language, mark=_MARK)
        place = round(PASS_MARK * (width - 1)) - cells([(mark, PLAIN)]) // 2
        left: Line = [("0", MUTED)]
        left += [(" " * (place - 1), PLAIN), (mark, MUTED)]
        return spread(width, left, [("100", MUTED)])

    def _domain_name(self, domain: str) -> str:
        domains = self.blueprint.domains if self.blueprint is not None else ()
        return next((say(one.name, self.language) for one in domains if one.id == domain), domain)

    def _task_name(self, task: str) -> str:
        domains = self.blueprint.domains if self.blueprint is not None else ()
        tasks = (one for domain in domains for one in domain.tasks)
        return next((say(one.name, self.language) for one in tasks if one.id == task), task)


def earlier_attempts(
    width: int, earlier: Sequence[SubmittedExam], language: Language
) -> list[Line]:
    """Earlier attempts, newest first, with their intervals; and what is assumed."""
    rows = [title(width, say("Earlier attempts", language)), []]
    for one in list(reversed(earlier))[:_EARLIER]:
        part = one.result.whole
        low, high = map(percent, part.interval)
        figures: Line = [
            (f"{part.right}/{part.of}", BOLD),
            (f"  {percent(part.share)}%  {low}–{high}", MUTED),
        ]
        rows.append(spread(width, [(day(one.at.date(), language), MUTED)], figures))
    if not earlier:
        rows.append([(say("None yet.", language), MUTED)])
    assumed = say(
        "AWS does not publish how raw scores are scaled; {mark}% is assumed as the passing score.",
        language,
        mark=_MARK,
    )
    all_count = say(
        "All questions count here; the real exam has 15 unscored ones that look like the rest.",
        language,
    )
    return [*rows, [], *wrap([(assumed, MUTED)], width), [], *wrap([(all_count, MUTED)], width)]


def about_attempt(
    attempt: Attempt, item: str, language: Language, width: int, note: str = ""
) -> list[Line]:
    """What the learner did with a question in the exam, and noted on it."""
    number = attempt.items.index(item) + 1
    rows = [
        title(width, say("In the exam", language), f"{number} / {len(attempt.items)}"),
        [],
        fact(width, say("time", language), _time(attempt.spent.get(item, NO_TIME))),
        fact(width, say("changed", language), str(max(0, len(attempt.choices.get(item, ())) - 1))),
    ]
    if item in attempt.flagged:
        rows.append(fact(width, say("flagged at", language), _time(attempt.flagged[item])))
    if note:
        rows += [[], *wrap([(note, PLAIN)], width)]
    return rows


def _figures(part: PartScore) -> Line:
    text = f"{part.right:>2}"
    return [(text, BOLD), (f"/{part.of}".ljust(_FIGURE_CELLS - len(text)), MUTED)]


def _time(spent: timedelta) -> str:
    return clock(spent.total_seconds())
