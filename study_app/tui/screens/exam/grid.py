"""Every question of an exam with its state, and what is still open: the page to submit from."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Protocol

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.exam import (
    FLAG_IN_GRID,
    GO_TO_QUESTION,
    GRID,
    HIDE_TIME_IN_GRID,
    LEFT_IN_GRID,
    NEXT_OPEN,
    RIGHT_IN_GRID,
    SUBMIT,
)
from study_app.drawing.pieces import BOLD, MUTED, Line, clipped, spread, wrap
from study_app.drawing.plots import bar
from study_app.drawing.prose import inline
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction, small_chip
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.exam.grid import COLUMNS, GridPanel, cells_of, clock_lines, time_left
from study_app.tui.widgets.header import Header
from study_app.usecases.exam.sitting import ExamSitting
from study_app.usecases.journal import NotSaved
from study_app.words.times import clock

_PREVIEW_ROWS = 3


class Exam(Protocol):
    """The exam screen that the grid belongs to."""

    sitting: ExamSitting
    is_time_hidden: bool

    def go_to(self, number: int) -> None:
        """Show the question with this number, counted from 1."""
        ...

    def end(self) -> None:
        """Show the result after submitting."""
        ...


class GridScreen(Page):
    """The cursor starts on the first open question, or on the one that was on screen."""

    places = (GRID,)
    commands = (
        GO_TO_QUESTION,
        NEXT_OPEN,
        FLAG_IN_GRID,
        SUBMIT,
        HIDE_TIME_IN_GRID,
        LEFT_IN_GRID,
        RIGHT_IN_GRID,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host, exam: Exam) -> None:
        super().__init__(host)
        self._exam = exam
        self.sitting = exam.sitting
        left_open = self.sitting.left_open
        first = self.sitting.items.index(left_open[0]) + 1 if left_open else 0
        self.cursor = first or self.sitting.attempt.place
        self._is_asking = False

    @property
    def item(self) -> str:
        """The question under the cursor."""
        return self.sitting.items[self.cursor - 1]

    def on_mount(self) -> None:
        self.set_interval(1, self._tick)

    def crumbs(self) -> Sequence[str]:
        return (self.say("Mock exam"), self.say("All questions"))

    def corner(self) -> Line:
        if self.is_wide:
            return []
        return time_left(self, self.sitting.left, hidden=self._exam.is_time_hidden)

    def action(self) -> NextAction:
        left_open = len(self.sitting.left_open)
        if self._is_asking:
            asks = self.say("Submit?")
            if left_open:
                asks = self.say(
                    "{count} {count:question is|questions are} unanswered. Submit?", count=left_open
                )
            return self.act([(asks, BOLD)], SUBMIT)
        does = self.say("go to question {number}", number=self.cursor)
        if not left_open:
            return self.act([(self.say("All answered"), BOLD)], GO_TO_QUESTION, does)
        state: Line = [(self.say("{count} unanswered", count=left_open), BOLD)]
        wrong: Line = [(self.say("counted as wrong"), MUTED)]
        return self.act(state, GO_TO_QUESTION, does, more=(wrong,))

    def main(self) -> Iterator[Widget]:
        yield Panel(self._counts)
        yield GridPanel(
            lambda: cells_of(self.sitting, self.cursor), self._open, columns=COLUMNS, id="grid"
        )
        yield Panel(self._preview)

    def side(self) -> Iterator[Widget]:
        yield Panel(self._clock, id="clock")

    def action_open(self) -> None:
        self._open(self.cursor)

    def action_up(self) -> None:
        self._go(self.cursor - COLUMNS)

    def action_down(self) -> None:
        self._go(self.cursor + COLUMNS)

    def action_left(self) -> None:
        self._go(self.cursor - 1)

    def action_right(self) -> None:
        self._go(self.cursor + 1)

    def action_next_open(self) -> None:
        items = self.sitting.items
        numbers = [items.index(item) + 1 for item in self.sitting.left_open]
        later = [number for number in numbers if number > self.cursor]
        if numbers:
            self._go((later or numbers)[0])

    def action_time(self) -> None:
        self._exam.is_time_hidden = not self._exam.is_time_hidden
        self._redraw()

    def action_flag(self) -> None:
        try:
            self.sitting.flag(self.item)
        except NotSaved as error:
            self.refused(error, self.action_flag)
        if self.sitting.is_over:
            self._exam.end()
        else:
            self._redraw()

    def action_submit(self) -> None:
        if not self._is_asking:
            self._is_asking = True
            self.refresh_parts()
            return
        try:
            self.sitting.submit()
        except NotSaved as error:
            self.refused(error, self.action_submit)
        else:
            self._exam.end()

    async def language_changed(self) -> None:
        self._redraw()

    def _open(self, number: int) -> None:
        self.dismiss()
        self._exam.go_to(number)

    def _go(self, number: int) -> None:
        if 1 <= number <= len(self.sitting.items):
            self.cursor = number
        self._is_asking = False
        self._redraw()

    def _redraw(self) -> None:
        for panel in self.query(Panel):
            panel.redraw()
        self.refresh_parts()

    def _tick(self) -> None:
        for header in self.query(Header):
            header.refresh()
        for panel in self.query("#clock").results(Panel):
            panel.redraw()

    def _clock(self, width: int) -> list[Line]:
        return clock_lines(self, self.sitting, width, hidden=self._exam.is_time_hidden)

    def _counts(self, width: int) -> list[Line]:
        total, left_open = len(self.sitting.items), len(self.sitting.left_open)
        flagged = len(self.sitting.attempt.flagged)
        line: Line = []
        for count, name in (
            (total - left_open, self.say("answered")),
            (left_open, self.say("unanswered")),
            (flagged, self.say("flagged")),
        ):
            line += [(str(count), BOLD), (f" {name}    ", MUTED)]
        keys = self.keys_of(SUBMIT)
        ending: Line = [small_chip(keys[0]), (f" {self.say(SUBMIT.name)}", MUTED)]
        return [
            spread(width, line, ending if keys else []),
            bar(total - left_open, total, width),
        ]

    def _preview(self, width: int) -> list[Line]:
        attempt, item = self.sitting.attempt, self.item
        translation = self.study.translations(self.sitting.question(item), self.language)[0]
        without_code = " … ".join(translation.prompt.split("```")[::2])
        text = inline(" ".join(without_code.split()))
        rows = wrap([(f"{self.cursor}   ", BOLD), *text], width)
        if len(rows) > _PREVIEW_ROWS:
            cut: Line = [*rows[_PREVIEW_ROWS - 1], (" …", MUTED)]
            rows = [*rows[: _PREVIEW_ROWS - 1], clipped(cut, width)]
        rows += [[]] * (_PREVIEW_ROWS - len(rows))
        state = self.say("answered") if self.sitting.is_answered(item) else self.say("unanswered")
        if item in attempt.flagged:
            when = clock(attempt.flagged[item].total_seconds())
            state = f"{state}, {self.say('flagged at {when}', when=when)}"
        return [*rows, [(state, MUTED)]]
