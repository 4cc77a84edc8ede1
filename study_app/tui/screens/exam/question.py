"""A mock exam: one question at a time, under time, without a verdict."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.command import Command
from study_app.commands.places.answers import ANSWERS, NUMBER
from study_app.commands.places.exam import (
    EXAM,
    FLAG_QUESTION,
    HIDE_TIME,
    NEXT_QUESTION,
    OPEN_GRID,
    PAUSE,
    STRIKE,
    TAKE_NOTE,
    TURN_BACK,
    TURN_FORWARD,
)
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line
from study_app.drawing.plots import Step
from study_app.learning.log.events import Subject
from study_app.learning.material.items import Choice, Choices
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.screens.too_small import TooSmallScreen
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.answers.area import Unready
from study_app.tui.widgets.answers.striking import Striking
from study_app.tui.widgets.beside import exhibit_panels
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.exam.grid import (
    GridPanel,
    cells_of,
    clock_lines,
    grid_title,
    legend,
    steps_of,
    time_left,
)
from study_app.tui.widgets.header import Header
from study_app.tui.widgets.question import QuestionView
from study_app.usecases.exam.sitting import ExamSitting
from study_app.usecases.journal import NotSaved
from study_app.words.times import countdown


class ExamScreen(Page):
    """Shows the state of `sitting`; every change is on disk before it is shown as saved."""

    places = (EXAM, ANSWERS)
    commands = (
        NEXT_QUESTION,
        TURN_FORWARD,
        TURN_BACK,
        STRIKE,
        FLAG_QUESTION,
        OPEN_GRID,
        HIDE_TIME,
        TAKE_NOTE,
        PAUSE,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)
    has_trail = True

    def __init__(self, host: Host, sitting: ExamSitting, notice: str = "") -> None:
        super().__init__(host)
        self.sitting = sitting
        self.view = QuestionView()
        self.is_time_hidden = False
        self._first_notice = notice
        self._notice = ""
        self._is_refused = False
        # Keys come faster than screens are built: one change at a time.
        self._turn = asyncio.Lock()

    @property
    def options(self) -> Striking:
        """Where the answer is given."""
        assert isinstance(self.view.area, Striking)
        return self.view.area

    def area(self) -> Widget:
        return self.view

    async def on_mount(self) -> None:
        self.view.changed = self._answer_changed
        self.watch(self.view, "scroll_y", self.refresh_parts, init=False)
        self.set_interval(1, self.tick)
        async with self._turn:
            if self._change(self.sitting.go_on):
                await self._show()
                self.tell(self._first_notice)

    def crumbs(self) -> Sequence[str]:
        return (self.say("Mock exam"),)

    def corner(self) -> Line:
        attempt = self.sitting.attempt
        flag: Line = [("⚑  ", BOLD)] if self.sitting.current in attempt.flagged else []
        place: Line = [(f"{attempt.place}", BOLD), (f" / {len(attempt.items)}", MUTED)]
        if self.is_wide:
            return [*flag, *place]
        time = time_left(self, self.sitting.left, hidden=self.is_time_hidden)
        return [*time, ("    ", PLAIN), *flag, *place]

    def steps(self) -> Sequence[Step]:
        return steps_of(self.sitting)

    def action(self) -> NextAction:
        if not isinstance(self.view.area, Striking):
            return NextAction([])
        area = self.options
        state, given = area.state(), area.given()
        gap: Line = [("   ", PLAIN)] if state else []
        if self._notice:
            state = [*state, *gap, (self._notice, BOLD)]
        elif isinstance(given, Unready):
            state = [*state, *gap, (given.missing, BOLD)]
        if area.enter_picks:
            return self.act(state, NEXT_QUESTION, self.say("choose"))
        below = self.view.below()
        more: list[Line] = []
        if below:
            text = self.say("{count} {count:option|options} below: PgDn", count=below)
            more = [[(text, MUTED)]]
        if isinstance(given, Unready):
            return NextAction(state, more=(*more, [(self.say("→ leaves it unanswered"), MUTED)]))
        saved = self.say("saved, can still be changed")
        does = "" if self._following(+1) else self.say("all questions")
        return self.act(state, NEXT_QUESTION, does, more=([(saved, MUTED)], *more))

    def side(self) -> Iterator[Widget]:
        yield from exhibit_panels(self, self.view)
        yield Panel(
            lambda width: clock_lines(self, self.sitting, width, hidden=self.is_time_hidden),
            id="clock",
        )
        yield GridPanel(
            lambda: cells_of(self.sitting, self.sitting.attempt.place),
            self.go_to,
            head=lambda width: grid_title(self, width),
            foot=lambda _: [[], *legend(self.sitting, self.language)],
            id="grid",
        )

    def commands_now(self) -> Iterator[Command]:
        yield NUMBER
        yield from super().commands_now()

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """For the keys that choose, as many as there are choices."""
        keys = super().keys_of(command)
        if command.passes_key and isinstance(self.view.area, Striking):
            return keys[: self.view.area.count]
        return keys

    async def action_next(self) -> None:
        async with self._turn:
            if self.sitting.is_over or self.options.enter():
                return
            if isinstance(self.options.given(), Unready):
                self.refresh_parts()
            elif not await self._turn_page(+1):
                self.action_grid()

    async def action_forward(self) -> None:
        async with self._turn:
            await self._turn_page(+1)

    async def action_backward(self) -> None:
        async with self._turn:
            await self._turn_page(-1)

    def action_strike(self) -> None:
        if not self.options.strike():
            self.tell(self.say("↑↓ to an option first"))

    def action_flag(self) -> None:
        self._change(lambda: self.sitting.flag(self.sitting.current), self.action_flag)
        self._redraw()

    def action_grid(self) -> None:
        from study_app.tui.screens.exam.grid import GridScreen

        self.app.push_screen(GridScreen(self.host, self))

    def action_time(self) -> None:
        self.is_time_hidden = not self.is_time_hidden
        self._redraw()

    def action_note(self) -> None:
        from study_app.tui.screens.more.note import NoteScreen

        item = self.sitting.current
        text = self.study.history.wishes.note(Subject.QUESTION, item)

        def noted(written: str | None) -> None:
            if written is not None and written != text:
                self._change(lambda: self.sitting.note(item, written))
                self.tell(self.say("Note saved."))

        self.app.push_screen(NoteScreen(text, self.language), noted)

    def action_pause(self) -> None:
        if self._change(self.sitting.pause):
            self.dismiss()

    def go_to(self, number: int) -> None:
        """Show the question with this number, counted from 1."""
        self.run_worker(self._go_to(self.sitting.items[number - 1]))

    def tick(self) -> None:
        """A second has passed."""
        try:
            warnings = self.sitting.tick()
        except NotSaved as error:
            if not self._is_refused:  # once: it is retried every second
                self._is_refused = True
                self.refused(error)
            return
        self._is_refused = False
        if self.sitting.is_over:
            self.end()
            return
        for left in warnings:
            if not self.is_time_hidden or left == _ALWAYS_TOLD:
                self.tell(self.say("{left} left", left=countdown(left)))
        for header in self.query(Header):
            header.refresh()
        for panel in self.query("#clock").results(Panel):
            panel.redraw()

    def end(self) -> None:
        """After submitting: show the result in place of the exam and anything above it."""
        from study_app.tui.screens.exam.result import ExamResultScreen

        stack = self.app.screen_stack
        if self not in stack:  # a tick that was in flight when the exam ended
            return
        for _ in stack[stack.index(self) + 1 :]:
            if isinstance(self.app.screen, TooSmallScreen):
                return  # once there is room the next tick gets here again
            self.app.pop_screen()
        self.app.switch_screen(ExamResultScreen(self.host, self.sitting.attempt))

    def tell(self, text: str) -> None:
        """Show `text` in the action bar until something changes."""
        self._notice = text
        self.refresh_parts()

    async def language_changed(self) -> None:
        async with self._turn:
            before = self.view.area
            await self._show()
            self.view.area.take_over(before)

    async def _turn_page(self, step: int) -> bool:
        """Move by `step` questions. False at either end."""
        item = self._following(step)
        if item is not None and self._change(lambda: self.sitting.show(item)):
            await self._show()
        return item is not None

    async def _go_to(self, item: str) -> None:
        async with self._turn:
            if self._change(lambda: self.sitting.show(item)):
                await self._show()

    def _following(self, step: int) -> str | None:
        place = self.sitting.attempt.place - 1 + step
        return self.sitting.items[place] if 0 <= place < len(self.sitting.items) else None

    async def _show(self) -> None:
        """Show the question as it was left."""
        sitting, item = self.sitting, self.sitting.current
        translations = self.study.translations(sitting.question(item), self.language)
        arrangement = sitting.arrangement(item)
        area = Striking(
            [one.form for one in translations if isinstance(one.form, Choice | Choices)],
            arrangement.left,
            self.language,
            chosen=sitting.attempt.chosen.get(item, ()),
            struck=sitting.attempt.struck.get(item, ()),
        )
        await self.view.show(translations, arrangement, self.language, area)
        area.take_focus()
        self._notice = ""
        await self.refresh_side()
        self.refresh_parts()
        self.call_after_refresh(self.refresh_parts)  # only then is it known what is out of sight

    def _answer_changed(self) -> None:
        """Record what is chosen and struck out now."""
        area, item = self.options, self.sitting.current
        self._notice = ""

        def write() -> None:
            self.sitting.choose(item, area.in_order(area.chosen))
            self.sitting.strike(item, area.in_order(area.struck))

        if not self._change(write, self._answer_changed):
            area.chosen = set(self.sitting.attempt.chosen.get(item, ()))
            area.struck = set(self.sitting.attempt.struck.get(item, ()))
            area.redraw()
        self._redraw()

    def _change(
        self, change: Callable[[], object], again: Callable[[], object] | None = None
    ) -> bool:
        """Do `change`. False where it could not be saved, or the exam was over by then."""
        try:
            change()
        except NotSaved as error:
            self.refused(error, again)
            return False
        if self.sitting.is_over:
            self.end()
            return False
        return True

    def _redraw(self) -> None:
        for panel in self.query(Panel):
            panel.redraw()
        self.refresh_parts()


_ALWAYS_TOLD = timedelta(minutes=10)
"""Announced even when the time is hidden."""
