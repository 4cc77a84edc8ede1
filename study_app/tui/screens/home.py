"""Home: one thing to do, and one key for it; then everything else in one list."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import BindingType
from textual.events import Click
from textual.widget import Widget

from study_app.commands.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.command import Command
from study_app.commands.everywhere import SWITCH_LANGUAGE, SWITCH_THEME
from study_app.commands.home import (
    FLAGGED,
    GO_ON,
    HOME,
    LEAVE,
    MISSED,
    OPEN_LAB,
    OPEN_PROGRESS,
    READ_CARDS,
    START_ANEW,
    TOPICS,
    UNFINISHED,
)
from study_app.drawing.pieces import BOLD, MUTED, Line
from study_app.learning.overview import ExamNotice, Overview
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.drawing import Drawing, Panel
from study_app.tui.widgets.hero import Hero
from study_app.tui.widgets.menu import Menu, MenuEntry
from study_app.tui.widgets.tiles import calendar, tiles
from study_app.tui.widgets.topic_grid import Row, TopicGrid

_ROWS = {
    "missed": MISSED,
    "flagged": FLAGGED,
    "topics": TOPICS,
    "lab": OPEN_LAB,
    "unfinished": UNFINISHED,
    "progress": OPEN_PROGRESS,
}


class HomeScreen(Page):
    """Proposes the best next session, and leads to everything else."""

    places = (HOME,)
    commands = (
        GO_ON,
        START_ANEW,
        MISSED,
        FLAGGED,
        TOPICS,
        OPEN_LAB,
        UNFINISHED,
        OPEN_PROGRESS,
        READ_CARDS,
        LEAVE,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)
    has_action = False

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._overview: Overview | None = None
        self._left = False

    @property
    def overview(self) -> Overview:
        """What the log says now; kept until the screen is shown again."""
        if self._overview is None:
            self._overview = self.study.overview()
        return self._overview

    def corner(self) -> Line:
        exam = self.overview.exam
        language: Line = [(f"  {self.language.label}", MUTED)]
        return [*self._exam(exam), *language] if exam else language

    def main(self) -> Iterator[Widget]:
        yield Hero(self._hero, "hero")
        yield Drawing(lambda width: tiles(self.overview, self.language, width), id="tiles")
        yield Menu(self._entries, self._open_row)

    def side(self) -> Iterator[Widget]:
        today = self.study.clock().astimezone(self.study.zone).date()
        yield Panel(lambda width: calendar(self.overview, today, self.language, width))
        yield TopicGrid(self._rows, self._topics_title, self._more, "topics")

    async def on_screen_resume(self) -> None:
        if self._left:
            self._overview = None
            self.redraw()

    def on_screen_suspend(self) -> None:
        self._left = True

    def redraw(self) -> None:
        """Show what the log says now."""
        for drawing in self.query(Drawing):
            drawing.redraw()
        self.menu.redraw()
        for grid in self.query(TopicGrid):
            grid.refresh()
        self.refresh_parts()

    @property
    def menu(self) -> Menu:
        return self.query_one(Menu)

    def on_click(self, event: Click) -> None:
        if event.widget is self.query_one("#hero"):
            self._go_on()

    def commands_now(self) -> Iterator[Command]:
        """Language and theme stand here, for who has never seen the app."""
        *found, leave, keys = super().commands_now()
        yield from (*found, SWITCH_LANGUAGE, SWITCH_THEME, leave, keys)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "start_anew":
                return bool(self.overview.unfinished) and self.overview.proposal is not None
            case "go_on":
                return bool(self.overview.unfinished) or self.overview.proposal is not None
            case "unfinished":
                return bool(self.overview.unfinished)
            case _:
                return True

    def action_up(self) -> None:
        menu = self.menu
        if menu.cursor == 0:  # above the first row is the proposal
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
        proposal = self.overview.proposal
        if proposal is not None:
            self.host.start(lambda: self.study.sit(proposal.items))

    def action_missed(self) -> None:
        self._open_list("missed")

    def action_flagged(self) -> None:
        self._open_list("flagged")

    def action_unfinished(self) -> None:
        from study_app.tui.screens.sessions import SessionsScreen

        self.app.push_screen(SessionsScreen(self.host))

    def action_progress(self) -> None:
        from study_app.tui.screens.progress import ProgressScreen

        self.app.push_screen(ProgressScreen(self.host))

    def action_topics(self) -> None:
        from study_app.tui.screens.topics import TopicsScreen

        self.app.push_screen(TopicsScreen(self.host))

    def action_cards(self) -> None:
        proposal = self.overview.proposal
        topic = proposal.new if proposal and proposal.new else next(iter(self.study.bank.topics))
        self.host.open_cards(topic)

    def action_lab(self) -> None:
        self.host.open_scenarios()

    def action_leave(self) -> None:
        self.app.exit()

    async def language_changed(self) -> None:
        await super().language_changed()
        await self.refresh_side()

    def _go_on(self) -> None:
        if self.overview.unfinished:
            self.host.open_quiz(self.overview.unfinished[0])
        else:
            self.action_start_anew()

    def _open_list(self, name: str) -> None:
        from study_app.tui.screens.questions import QuestionsScreen

        self.app.push_screen(QuestionsScreen(self.host, name))

    async def _open_row(self, number: int) -> None:
        command = self._listed()[number]
        await self.run_action(command.full_action)

    def _cursor_moved(self) -> None:
        self.query_one(Hero).redraw()
        self.refresh_parts()

    def _listed(self) -> list[Command]:
        return [one for name, one in _ROWS.items() if self.check_action(name, ())]

    def _entries(self) -> list[MenuEntry]:
        found, bank = self.overview, self.study.bank
        waiting = len(found.unfinished)
        texts = {
            MISSED: (self.say("Missed"), str(found.missed), self.say("not right on the last try")),
            FLAGGED: (self.say("Flagged"), str(found.flagged), self.say("to look at again")),
            TOPICS: (
                self.say("Topics and cards"),
                "",
                self.say(
                    "{topics} {topics:topic|topics}, {cards} {cards:card|cards}",
                    topics=len(bank.topics),
                    cards=len(bank.cards),
                ),
            ),
            OPEN_LAB: (self.say("Lab"), "", self.say("watch Amazon ECS work")),
            UNFINISHED: (self.say("Unfinished"), str(waiting), self.say("to resume or end")),
            OPEN_PROGRESS: (self.say("Progress"), "", self.say("habits, mistakes, skills")),
        }
        entries = []
        for command in self._listed():
            name, count, about = texts[command]
            keys = self.keys_of(command)
            if count == "0":
                count, about = "", self.say("none yet")
            entries.append(MenuEntry(keys[0] if keys else "", name, count, about))
        return entries

    def _exam(self, exam: ExamNotice) -> Line:
        match exam.days_left:
            case None:
                return [(exam.code, BOLD)]
            case 0:
                text = self.say("{code} ends today", code=exam.code)
            case 1:
                text = self.say("{code} ends tomorrow", code=exam.code)
            case days:
                text = self.say("{code} ends in {days} days", code=exam.code, days=days)
        return [(exam.code, BOLD), (text.removeprefix(exam.code), MUTED)]

    def _hero(self, width: int) -> list[Line]:
        from study_app.tui.widgets.hero import hero

        first = self.menu.cursor is None if self.query(Menu) else True
        keys = {command: self.keys_of(command) for command in (GO_ON, START_ANEW)}
        return hero(self.study, self.overview, width, keys, first=first, airy=self.is_tall)

    def _rows(self) -> list[Row]:
        progress = self.overview.topics
        return [
            Row(self.study.topic_title(topic, self.language), progress[topic.id])
            for topic in self.study.bank.topics.values()
        ]

    def _topics_title(self) -> tuple[str, str]:
        return self.say("Topics"), self.say("right / total")

    def _more(self, hidden: int) -> str:
        keys = self.keys_of(TOPICS)
        return self.say("{hidden} more: {key}", hidden=hidden, key=keys[0] if keys else "")
