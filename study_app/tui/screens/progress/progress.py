"""Progress: readiness, habits and mistakes; pages on a narrow terminal, else one grid.

Readiness appears after the first paint, the chance of earlier weeks after that.
"""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.progress import (
    OPEN_MAP,
    PRACTICE_BOTH,
    PRACTICE_WEAKEST,
    PROGRESS_PAGES,
    SHOW_PAGE,
)
from study_app.drawing.pieces import ACCENT, BOLD, MUTED, PLAIN, Line
from study_app.learning.statistics.mistakes import Confusion
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.prospects import ask_prospects, in_thread
from study_app.tui.widgets.drawing import Drawing
from study_app.tui.widgets.progress import chance, habits, mistakes
from study_app.tui.widgets.progress.filled import FilledPanel
from study_app.tui.widgets.session import exam_corner
from study_app.usecases.progress import ProgressFigures, progress_of
from study_app.usecases.readiness import Prospects

_PAGES: Sequence[Sequence[str]] = (
    ("chance", "trend", "shares", "helps", "about"),
    ("due", "days"),
    ("pairs", "times-below", "stubborn"),
)
"""The panels of each page, by id. A wide terminal shows all, `remembered` apart from `days` and the
times above the pairs.
"""


class ProgressScreen(Page):
    """Reads the figures once, and again when the screen is resumed."""

    places = (PROGRESS_PAGES,)
    commands = (SHOW_PAGE, OPEN_MAP, PRACTICE_WEAKEST, PRACTICE_BOTH, BACK)
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(*commands, CURSOR_UP, CURSOR_DOWN),
        # The panels take no focus, or the arrows would scroll them instead of moving the cursor.
        Binding("pageup", "panels(-1)", show=False),
        Binding("pagedown", "panels(1)", show=False),
    ]
    has_action = False

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._found: ProgressFigures | None = None
        self._prospects: Prospects | None = None
        self._has_earlier = False
        """Whether the chance of earlier weeks is known yet."""
        self._page = 0
        self._cursor = 0

    @property
    def found(self) -> ProgressFigures:
        """The figures from the log; kept until the screen is shown again."""
        if self._found is None or self._found.language is not self.language:
            self._found = progress_of(self.study)
            self._cursor = max(0, min(self._cursor, len(self._found.pairs) - 1))
        return self._found

    @property
    def pair(self) -> Confusion | None:
        """The pair under the cursor, if it is on screen."""
        pairs = self.found.pairs
        seen = self.is_wide or "pairs" in _PAGES[self._page]
        return pairs[self._cursor] if pairs and seen else None

    def crumbs(self) -> Sequence[str]:
        return (self.say("Progress"),)

    def corner(self) -> Line:
        return exam_corner(self.found.situation, self.language)

    def area(self) -> Widget:
        panels = (
            FilledPanel(self._chance, "chance"),
            FilledPanel(self._trend, "trend"),
            FilledPanel(self._shares, "shares"),
            FilledPanel(self._times, "times"),
            FilledPanel(self._due, "due"),
            FilledPanel(self._days, "days"),
            FilledPanel(self._pairs, "pairs"),
            FilledPanel(self._times, "times-below"),
            FilledPanel(self._helps, "helps"),
            FilledPanel(self._remembered, "remembered"),
            FilledPanel(self._stubborn, "stubborn"),
            FilledPanel(self._about, "about"),
        )
        return Vertical(
            Drawing(self._tabs, id="tabs"),
            VerticalScroll(*panels, id="panels", can_focus=False),
            id="main",
        )

    def on_mount(self) -> None:
        self._show_page()

    def on_screen_resume(self) -> None:
        self._found = None
        self._redraw()
        ask_prospects(self, _ask_for_page, self._readiness_known)

    def _readiness_known(self, found: Prospects) -> None:
        self._prospects, self._has_earlier = found, False
        self._redraw()

        def earlier() -> Prospects:
            _ = found.earlier, found.predicted_outcomes
            return found

        in_thread(self, earlier, self._earlier_known, "earlier")

    def _earlier_known(self, found: Prospects) -> None:
        self._has_earlier = found is self._prospects
        self._redraw()

    async def language_changed(self) -> None:
        await super().language_changed()
        self._show_page()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not self.is_mounted:
            return True
        match action:
            case "page":
                return not self.is_wide
            case "both":
                return self.pair is not None and bool(self.found.questions_of(self.pair))
            case "map":
                return self.found.parts is not None
            case "weakest":
                return self._helpful() is not None
            case "up" | "down":
                return self.pair is not None
            case _:
                return True

    def action_page(self, number: str) -> None:
        self._page = int(number) - 1
        self._show_page()
        self.refresh_parts()

    def action_panels(self, pages: int) -> None:
        panels = self.query_one("#panels")
        panels.scroll_relative(y=pages * panels.size.height, animate=False)

    def action_up(self) -> None:
        self._move(-1)

    def action_down(self) -> None:
        self._move(+1)

    def action_both(self) -> None:
        pair = self.pair
        if pair is not None:
            items = self.found.questions_of(pair)
            self.host.start(lambda: self.study.sit(items))

    def action_weakest(self) -> None:
        skill = self._helpful()
        if skill is not None:
            self.host.start(lambda: self.found.practice(skill))

    def action_map(self) -> None:
        from study_app.tui.screens.progress.skills import SkillsScreen

        exam = self.found.situation.blueprint
        if exam is not None:
            self.app.push_screen(SkillsScreen(self.host, exam))

    def _helpful(self) -> str | None:
        """The skill whose practice helps most, or the least known one while there is no chance
        yet."""
        helping = () if self._prospects is None else self._prospects.helps_most()
        if helping:
            return helping[0].skill.id
        parts = self.found.parts
        return parts.weakest[0] if parts is not None and parts.weakest else None

    def _move(self, step: int) -> None:
        self._cursor = max(0, min(len(self.found.pairs) - 1, self._cursor + step))
        self.query_one("#pairs").refresh()
        self.refresh_parts()

    def _show_page(self) -> None:
        """On a narrow terminal, hide what is on another page."""
        for panel in self.query(FilledPanel):
            panel.set_class(panel.id not in _PAGES[self._page], "-other-page")
        for number in range(len(_PAGES)):
            self.set_class(number == self._page, f"-page-{number + 1}")
        self.query_one("#tabs", Drawing).redraw()

    def _redraw(self) -> None:
        for panel in self.query(FilledPanel):
            panel.refresh()
        self.refresh_parts()

    def _tabs(self, width: int) -> list[Line]:
        line: Line = []
        names = (self.say("Readiness"), self.say("Habits"), self.say("Mistakes"))
        for number, name in enumerate(names):
            here = number == self._page
            line += [
                (f"{number + 1} ", f"{BOLD} {ACCENT}" if here else MUTED),
                (name, "bold underline" if here else MUTED),
                ("     ", PLAIN),
            ]
        return [line]

    def _chance(self, width: int, height: int) -> list[Line]:
        return chance.chance(self._prospects, self.language, width, height)

    def _trend(self, width: int, height: int) -> list[Line]:
        found, language = self._prospects, self.language
        weeks = None
        if found is not None and self._has_earlier:
            weeks = chance.weeks_of(found, self.study.zone, language)
        return chance.trend(weeks, language, width, height)

    def _shares(self, width: int, height: int) -> list[Line]:
        exam = self.found.situation.blueprint
        key = next(iter(self.keys_of(PRACTICE_WEAKEST)), "")
        return chance.shares(self._prospects, exam, self.language, width, height, key=key)

    def _helps(self, width: int, height: int) -> list[Line]:
        return chance.helps_most(self._prospects, self.language, width, height)

    def _about(self, width: int, height: int) -> list[Line]:
        outcomes = (
            self._prospects.predicted_outcomes
            if self._prospects is not None and self._has_earlier
            else ()
        )
        return chance.about_chance(outcomes, self.study.bank.blueprints, self.language, width)

    def _due(self, width: int, height: int) -> list[Line]:
        due = self.found.due(habits.MOST_DAYS)
        return habits.coming_due(due, self.found.day(0), self.language, width, height)

    def _days(self, width: int, height: int) -> list[Line]:
        days, language = self.found.days, self.language
        if self.is_wide:
            return habits.calendar(days, language, width, height)
        return habits.calendar_and_recall(days, self.found.retention, language, width, height)

    def _remembered(self, width: int, height: int) -> list[Line]:
        return habits.retention_lines(self.found.retention, self.language, width)

    def _times(self, width: int, height: int) -> list[Line]:
        exam = self.found.situation.blueprint
        return habits.times(self.found.times, exam, self.language, width, height)

    def _pairs(self, width: int, height: int) -> list[Line]:
        works = self.check_action("both", ())
        keys = self.keys_of(PRACTICE_BOTH) if works else ()
        return mistakes.pairs(
            self.found.pairs,
            self._cursor,
            self.language,
            width,
            height,
            key=keys[0] if keys else "",
        )

    def _stubborn(self, width: int, height: int) -> list[Line]:
        overruled = self.found.overruled
        return mistakes.stubborn(self.found.leeches, overruled, self.study, self.language, width)


def _ask_for_page(found: Prospects) -> None:
    """Compute what the page shows first."""
    if found.readiness() is not None:
        found.whole(), found.domains(), found.helps_most()
