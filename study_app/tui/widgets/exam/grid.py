"""What stands beside and around the questions of an exam: the clock, and all of them in a grid."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from textual.events import Click

from study_app.commands.places.exam import HIDE_TIME, OPEN_GRID
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, Piece, cells, on_ground, spread
from study_app.drawing.plots import Step, bar, big
from study_app.tui.study_screen import StudyScreen
from study_app.tui.widgets.action_bar import small_chip
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.session import title
from study_app.usecases.exam.sitting import ExamSitting
from study_app.words.language import Language
from study_app.words.times import clock, countdown
from study_app.words.wording import say

COLUMNS = 10
"""Questions per row when the grid is the page."""

_PACE_SHOWN = 3
"""The fewest open questions for which a pace is shown."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One question in the grid."""

    number: int
    is_answered: bool
    is_flagged: bool
    was_shown: bool
    here: bool


def cells_of(sitting: ExamSitting, here: int) -> list[Cell]:
    """All questions; the cursor is on number `here`, counted from 1."""
    attempt = sitting.attempt
    return [
        Cell(
            number,
            is_answered=sitting.is_answered(item),
            is_flagged=item in attempt.flagged,
            was_shown=item in attempt.drawn,
            here=number == here,
        )
        for number, item in enumerate(sitting.items, start=1)
    ]


def steps_of(sitting: ExamSitting) -> list[Step]:
    """The trail: what is answered, and the current question. It shows no verdict."""
    return [
        Step.NOW
        if item == sitting.attempt.current
        else Step.GIVEN
        if sitting.is_answered(item)
        else Step.OPEN
        for item in sitting.items
    ]


class GridPanel(Panel):
    """Draws `head` lines and below them the cells, `columns` in a row or as many as fit.

    `wide` shows both marks of a question, and tells open ones apart from answered ones by weight. A
    click opens a question.
    """

    def __init__(
        self,
        questions: Callable[[], Sequence[Cell]],
        opens: Callable[[int], object],
        *,
        head: Callable[[int], list[Line]] = lambda _: [],
        foot: Callable[[int], list[Line]] = lambda _: [],
        columns: int | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own
    ) -> None:
        super().__init__(self._lines, id)
        self._questions = questions
        self._opens = opens
        self._head = head
        self._foot = foot
        self._columns = columns

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        width, row = self.content_size.width, offset.y - len(self._head(self.content_size.width))
        questions = self._questions()
        each = self._each(questions)
        column, columns = offset.x // each, self._in_row(questions, width)
        number = row * columns + column
        if row >= 0 and column < columns and number < len(questions):
            self._opens(number + 1)

    def _lines(self, width: int) -> list[Line]:
        questions = self._questions()
        columns, digits = self._in_row(questions, width), len(str(len(questions)))
        draw = _large if self._columns else _small
        rows: list[Line] = []
        for start in range(0, len(questions), columns):
            parts = [draw(cell, digits) for cell in questions[start : start + columns]]
            rows.append([piece for part in parts for piece in part])
        return [*self._head(width), *rows, *self._foot(width)]

    def _in_row(self, questions: Sequence[Cell], width: int) -> int:
        return min(self._columns or width, width // self._each(questions))

    def _each(self, questions: Sequence[Cell]) -> int:
        """The cells that a question takes."""
        draw = _large if self._columns else _small
        return cells(draw(questions[-1], len(str(len(questions)))))


def _small(cell: Cell, digits: int) -> Line:
    mark: Piece = (" ", PLAIN)
    if cell.is_flagged:
        mark = ("⚑", "bold $accent")
    elif cell.is_answered:
        mark = ("●", "$accent")
    elif cell.was_shown:
        mark = ("○", MUTED)
    style = PLAIN if cell.is_answered or cell.is_flagged else MUTED
    return _cell(cell, [(f"{cell.number:>{digits}}", BOLD if cell.here else style), mark])


def _large(cell: Cell, digits: int) -> Line:
    style = MUTED if cell.is_answered else BOLD
    mark: Piece = ("●", "$accent") if cell.is_answered else ("○", BOLD)
    flag: Piece = ("⚑", "bold $accent") if cell.is_flagged else (" ", PLAIN)
    return [*_cell(cell, [(f"{cell.number:>{digits}} ", style), mark, flag]), (" ", PLAIN)]


def _cell(cell: Cell, line: Line) -> Line:
    if not cell.here:
        return [(" ", PLAIN), *line]
    return on_ground("$raised", [("▌", "$accent"), *line], 1 + cells(line))


def legend(sitting: ExamSitting, language: Language) -> list[Line]:
    """What the marks of the small grid mean, and how many have them."""
    attempt = sitting.attempt
    answered = sum(map(sitting.is_answered, sitting.items))
    seen = sum(item in attempt.drawn and not sitting.is_answered(item) for item in sitting.items)
    unseen = len(sitting.items) - answered - seen
    names = [
        say("answered {count}", language, count=answered),
        say("seen {count}", language, count=seen),
        say("flagged {count}", language, count=len(attempt.flagged)),
        say("not seen {count}", language, count=unseen),
    ]
    marks: list[Piece] = [("●", "$accent"), ("○", MUTED), ("⚑", "bold $accent"), (" ", PLAIN)]
    parts: list[Line] = [
        [mark, (f" {name}", MUTED)] for mark, name in zip(marks, names, strict=True)
    ]
    column = 2 + max(cells(parts[0]), cells(parts[2]))
    return [
        [*left, (" " * (column - cells(left)), PLAIN), *right]
        for left, right in ((parts[0], parts[1]), (parts[2], parts[3]))
    ]


def clock_lines(page: StudyScreen, sitting: ExamSitting, width: int, *, hidden: bool) -> list[Line]:
    """The large clock, how much is used, and how long there is for each open question."""
    keys = page.keys_of(HIDE_TIME)
    key: Line = [small_chip(keys[0])] if keys else []
    if hidden:
        return [
            spread(
                width,
                [(page.say("Time is hidden"), MUTED)],
                [*key, (f" {page.say('show')}", MUTED)],
            )
        ]
    left, limit = sitting.left, sitting.attempt.clock.limit
    still = len(sitting.left_open)
    pace: list[Line] = []
    if still >= _PACE_SHOWN:
        each = clock((left / still).total_seconds())
        pace = [[(page.say("{each} each for {still} unanswered", each=each, still=still), MUTED)]]
    return [
        spread(width, [(page.say("Time left"), MUTED)], [*key, (f" {page.say('hide')}", MUTED)]),
        [],
        *big(countdown(left)),
        [],
        bar((limit - left).total_seconds(), limit.total_seconds(), width),
        *pace,
    ]


def grid_title(page: StudyScreen, width: int) -> list[Line]:
    keys = page.keys_of(OPEN_GRID)
    return [title(width, page.say("Questions"), [small_chip(keys[0])] if keys else []), []]


def time_left(page: StudyScreen, left: timedelta, *, hidden: bool) -> Line:
    """The time in the header."""
    if hidden:
        return [(page.say("time hidden"), MUTED)]
    return [(countdown(left), BOLD), (f" {page.say('left')}", MUTED)]
