"""Home: one thing to do and its key; then everything else in one list."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.widget import Widget

from study_app.commands.command import Command
from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import SWITCH_LANGUAGE, SWITCH_THEME
from study_app.commands.places.home import (
    GO_ON,
    HOME,
    LEAVE,
    LISTED,
    READ_CARDS,
    ROW,
    SET_PLAN,
    START_ANEW,
    WEAKEST,
)
from study_app.drawing.pieces import BOLD, MUTED, Line
from study_app.learning.material.syllabus import topic_of
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.measure import TALL
from study_app.tui.page import Page
from study_app.tui.prospects import ask_prospects, in_thread
from study_app.tui.widgets.drawing import Drawing, Panel
from study_app.tui.widgets.home.entries import entry_of
from study_app.tui.widgets.home.hero import Hero, hero
from study_app.tui.widgets.home.menu import Menu, MenuEntry
from study_app.tui.widgets.home.tiles import calendar, coming_due, tiles, weakest
from study_app.usecases.home import Home, Offer, begin, home

if TYPE_CHECKING:
    from study_app.learning.plan.forecast import Forecast
    from study_app.usecases.readiness import Prospects

_LEAST_COLUMNS, _MOST_COLUMNS = 3, 9
"""Rows of the columns of what is coming due."""


class HomeScreen(Page):
    """Offers today's work, and leads to everything else."""

    places = (HOME,)
    commands = (GO_ON, START_ANEW, ROW, SET_PLAN, WEAKEST, READ_CARDS, *LISTED, LEAVE)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)
    has_action = False

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._found: Home | None = None
        self._ahead: Forecast | None = None
        self._prospects: Prospects | None = None
        self._left = False
        self._is_settled = False

    @property
    def found(self) -> Home:
        """The figures on screen; kept until the screen is shown again."""
        if self._found is None:
            self._found = home(self.study)
        return self._found

    def corner(self) -> Line:
        plan = self.found.plan
        if plan.exam is None:
            return []
        code: Line = [(plan.exam.code, BOLD)]
        if plan.days_left is None or plan.days_left < 0:
            return code
        left = self.say("{days} {days:day|days} left", days=plan.days_left)
        return [*code, (f" · {left if plan.days_left else self.say('today')}", MUTED)]

    def main(self) -> Iterator[Widget]:
        yield Hero(self._hero, "hero")
        yield Drawing(self._tiles, id="tiles")
        yield Menu(self._entries, self._open_row)

    def side(self) -> Iterator[Widget]:
        plan = self.found.plan
        short = self.app.size.height < TALL
        rows = _LEAST_COLUMNS if short else min(_MOST_COLUMNS, self.app.size.height - 31)
        yield Panel(lambda width: coming_due(self.found.plan, self.language, width, rows))
        yield Panel(lambda width: calendar(self.found.overview, self.language, width))
        if not short and plan.exam is not None:
            yield Panel(self._weakest)

    async def on_screen_resume(self) -> None:
        if self._left:
            self._found = None
            self.redraw()
            self._look_ahead()

    def on_screen_suspend(self) -> None:
        self._left = True

    def redraw(self) -> None:
        """Show what the log says now."""
        for drawing in self.query(Drawing):
            drawing.redraw()
        self.menu.redraw()
        self.refresh_parts()

    @property
    def menu(self) -> Menu:
        return self.query_one(Menu)

    def on_click(self, event: Click) -> None:
        if event.widget is self.query_one("#hero"):
            self._go_on()

    def commands_now(self) -> Iterator[Command]:
        """Language and theme are listed here for a first-time user."""
        *found, leave, keys = super().commands_now()
        yield from (*found, SWITCH_LANGUAGE, SWITCH_THEME, leave, keys)

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """For the digits, as many as there are rows."""
        keys = super().keys_of(command)
        return keys[: len(self._listed())] if command is ROW else keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "start_anew":
                return self._is_something_left() and self._can_begin()
            case "go_on":
                return self._is_something_left() or self._can_begin()
            case "outcome":
                return self.found.exam_to_tell is not None
            case "unfinished":
                return self.found.unfinished is not None
            case "weakest":  # not before the first paint: it looks at every question
                return self._is_settled and bool(self.found.plan.weakest)
            case _:
                return True

    def action_up(self) -> None:
        menu = self.menu
        if menu.cursor == 0:  # above the first row is the offer
            menu.cursor = None
            menu.redraw()
        else:
            menu.move(-1)
        self._cursor_moved()

    def action_down(self) -> None:
        self.menu.move(+1)
        self._cursor_moved()

    async def action_go_on(self) -> None:
        if self.menu.cursor is None:
            self._go_on()
        else:
            await self._open_row(self.menu.cursor)

    def action_start_anew(self) -> None:
        self.host.start(lambda: begin(self.study, self.found))

    async def action_row(self, key: str) -> None:
        await self._open_row(int(key) - 1)

    def action_plan(self) -> None:
        from study_app.tui.screens.plan import PlanScreen

        self.app.push_screen(PlanScreen(self.host))

    def action_weakest(self) -> None:
        from study_app.usecases.review import begin_weakest

        self.host.start(lambda: begin_weakest(self.study, self.found.plan))

    def action_practice(self) -> None:
        from study_app.tui.screens.practice import PracticeScreen

        self.app.push_screen(PracticeScreen(self.host))

    def action_missed(self) -> None:
        self._open_list("missed")

    def action_flagged(self) -> None:
        self._open_list("flagged")

    def action_unfinished(self) -> None:
        from study_app.tui.screens.sessions import SessionsScreen

        self.app.push_screen(SessionsScreen(self.host))

    def action_progress(self) -> None:
        from study_app.tui.screens.progress.progress import ProgressScreen

        self.app.push_screen(ProgressScreen(self.host))

    def action_topics(self) -> None:
        from study_app.tui.screens.topics import TopicsScreen

        self.app.push_screen(TopicsScreen(self.host))

    def action_search(self) -> None:
        self.host.open_search()

    def action_cards(self) -> None:
        coming = self.found.plan.situation.new
        topic = topic_of(coming[0]) if coming else next(iter(self.study.bank.topics), None)
        if topic is not None:
            self.host.open_cards(topic)

    def action_exam(self) -> None:
        self.host.open_exam_start()

    def action_outcome(self) -> None:
        from study_app.tui.screens.exam.outcome import OutcomeScreen

        taken_on = self.found.exam_to_tell
        if taken_on is not None:
            self.app.push_screen(OutcomeScreen(self.host, taken_on))

    def action_lab(self) -> None:
        self.host.open_scenarios()

    def action_leave(self) -> None:
        self.app.exit()

    async def language_changed(self) -> None:
        await super().language_changed()
        await self.refresh_side()

    async def _settle(self) -> None:
        self._is_settled = True
        await super()._settle()
        if self.is_attached and self._prospects is None:
            self._look_ahead()

    def _look_ahead(self) -> None:
        """Compute what is too slow for the first paint: the chance, and the plan up to the exam."""
        ask_prospects(self, lambda found: found.readiness(), self._chance_known)
        plan = self.found.plan
        if plan.days_left and plan.days_left > 0:
            _ = plan.today  # read here because the history changes while the thread runs
            in_thread(self, lambda: plan.forecast, self._looked_ahead, "forecast")

    def _looked_ahead(self, ahead: "Forecast") -> None:
        self._ahead = ahead
        self._redraw_tiles()

    def _chance_known(self, found: "Prospects") -> None:
        self._prospects = found
        self._redraw_tiles()

    def _redraw_tiles(self) -> None:
        for drawing in self.query("#tiles").results(Drawing):
            drawing.redraw()

    def _is_something_left(self) -> bool:
        return self.found.unfinished is not None or self.found.cut_off is not None

    def _can_begin(self) -> bool:
        return self.found.offer is not Offer.NOTHING

    def _go_on(self) -> None:
        if self.found.cut_off is not None:
            self.host.open_exam(self.found.cut_off)
        elif self.found.unfinished is not None:
            self.host.open_quiz(self.found.unfinished)
        elif self._can_begin():
            self.action_start_anew()

    def _open_list(self, name: str) -> None:
        from study_app.tui.screens.questions import QuestionsScreen

        self.app.push_screen(QuestionsScreen(self.host, name))

    async def _open_row(self, number: int) -> None:
        listed = self._listed()
        if number < len(listed):
            await self.run_action(listed[number].full_action)

    def _cursor_moved(self) -> None:
        self.query_one(Hero).redraw()
        self.refresh_parts()

    def _listed(self) -> list[Command]:
        return [one for one in LISTED if self.check_action(one.action, ())]

    def _entries(self) -> list[MenuEntry]:
        study, found, language = self.study, self.found, self.language
        return [entry_of(command, study, found, language) for command in self._listed()]

    def _hero(self, width: int) -> list[Line]:
        first = self.menu.cursor is None if self.query(Menu) else True
        keys = {command: self.keys_of(command) for command in (GO_ON, START_ANEW, SET_PLAN)}
        return hero(self.study, self.found, width, keys, first=first, airy=self.is_tall)

    def _tiles(self, width: int) -> list[Line]:
        key = next(iter(self.keys_of(SET_PLAN)), "")
        return tiles(self.found, self._prospects, self._ahead, self.language, width, key)

    def _weakest(self, width: int) -> list[Line]:
        key = next(iter(self.keys_of(WEAKEST)), "")
        return weakest(self.found.plan, self.language, width, key)
