"""The app: themes, language, and navigation between screens."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from inspect import isawaitable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import constants
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.events import Resize
from textual.filter import LineFilter
from textual.screen import Screen

from study_app.commands.command import Command
from study_app.commands.keys import key_name, with_jamo
from study_app.commands.places.everywhere import HELP, PALETTE, QUIT, SWITCH_LANGUAGE, SWITCH_THEME
from study_app.learning.log.session import Session
from study_app.learning.material.scenarios import Scenario
from study_app.tui.bindings import bindings
from study_app.tui.screens.home import HomeScreen
from study_app.tui.screens.too_small import LEAST_COLUMNS, LEAST_ROWS, TooSmallScreen
from study_app.tui.study_screen import StudyScreen
from study_app.tui.terminal.caches import let_go
from study_app.tui.terminal.themes import THEMES, completed, other, themes_of
from study_app.tui.text import OnlyVisible
from study_app.usecases.journal import LogReplaced, NotSaved
from study_app.usecases.study import Study
from study_app.words.errors import TextError, error_text
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.wording import say

if TYPE_CHECKING:
    from study_app.learning.exam.attempt import Attempt
    from study_app.learning.exam.shape import Shape
    from study_app.usecases.lab import Lab

PAINTED: Final = 1.0
"""Seconds after which the first paint has come to the terminal."""

_OPENING = frozenset({"help", "language", "palette", "command_palette"})


class DvaApp(App[None]):
    """Opens on home, with a session, the cards of a topic, lab scenarios or the start of a mock
    exam above it.

    `started` is called after the first paint.
    """

    TITLE = "dva-study"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(HELP, SWITCH_LANGUAGE, SWITCH_THEME, PALETTE),
        Binding(",".join(QUIT.keys), QUIT.action, QUIT.name.en, id=QUIT.id, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(
        self,
        study: Study,
        *,
        session: Session | None = None,
        topic: str | None = None,
        scenarios: Sequence[Scenario] = (),
        exam: "Shape | None" = None,
        started: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        let_go()
        self.study = study
        self._opening = (session, topic, scenarios)
        self._exam = exam
        self._only_visible = OnlyVisible()
        self._started = started
        self._own = _own_keys(study.settings.keys)
        self._begin_with(study.settings.theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return completed(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        return (*super().get_line_filters(), self._only_visible)

    def get_driver_class(self) -> type[Driver]:
        if sys.platform == "win32" or constants.DRIVER is not None:
            return super().get_driver_class()
        from study_app.tui.terminal.driver import TerminalDriver

        return TerminalDriver

    def get_default_screen(self) -> Screen[None]:
        return HomeScreen(self)

    def _begin_with(self, theme: str) -> None:
        """Apply `theme` before any style sheet is parsed: a later change reparses them all."""
        for ours in themes_of(self.console.color_system):
            self.register_theme(ours)
        chosen = self.available_themes.get(theme, THEMES[0])
        self.set_reactive(DvaApp.theme, chosen.name)
        self.set_class(chosen.dark, "-dark-mode", update=False)
        self.set_class(not chosen.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        self.set_keymap({one.id: ",".join(with_jamo(keys)) for one, keys in self._own.items()})
        session, topic, scenarios = self._opening
        if session is not None:
            self.open_quiz(session)
        if topic is not None:
            self.open_cards(topic)
        if len(scenarios) > 1:
            self.open_scenarios(scenarios)
        for scenario in scenarios if len(scenarios) == 1 else ():
            self.open_lab(scenario)
        if self._exam is not None:
            self.open_exam_start(self._exam)

    def on_ready(self) -> None:
        # Not at once: the first paint is still on its way to the terminal.
        if self._started is not None:
            self.set_timer(PAINTED, self._started)
        for notice in (*self.study.notices(), *self._unknown_theme()):
            self.notify(
                say(notice, self.study.settings.language),
                severity="warning",
                timeout=30,
                markup=False,
            )

    def _unknown_theme(self) -> Iterator[Text]:
        wanted = self.study.settings.theme
        if wanted not in self.available_themes:
            yield error_text(
                "There is no theme {wanted}; {used} is shown. F7 switches, and settings.json may "
                "name one of: {known}.",
                wanted=wanted,
                used=self.theme,
                known=", ".join(sorted(self.available_themes)),
            )

    def on_resize(self, event: Resize) -> None:
        small = event.size.width < LEAST_COLUMNS or event.size.height < LEAST_ROWS
        shown = isinstance(self.screen, TooSmallScreen)
        if small and not shown:
            message = say(
                "This terminal is too small: {columns} x {rows} or more is needed.",
                self.study.settings.language,
                columns=LEAST_COLUMNS,
                rows=LEAST_ROWS,
            )
            self.push_screen(TooSmallScreen(message))
        elif shown and not small:
            self.pop_screen()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: the commands of this screen that work now, then the app's."""
        language = self.study.settings.language
        here = screen.working() if isinstance(screen, StudyScreen) else ()
        every: list[Command] = [*here, SWITCH_LANGUAGE, SWITCH_THEME, HELP, QUIT]
        once = {command.name: command for command in reversed(every)}
        for command in reversed(once.values()):
            run = self._runner(command.full_action)
            yield SystemCommand(say(command.name, language), say(command.sentence, language), run)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Nothing opens above the too-small message: it must disappear by itself.
        return not isinstance(self.screen, TooSmallScreen) or action not in _OPENING

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """The keys of `command`: the learner's own where there are any."""
        return self._own.get(command, command.keys)

    def start(self, begin: Callable[[], Session | None], *, replace: bool = False) -> None:
        """Begin a session, if there is one, and show it; report it if it cannot be saved."""
        try:
            session = begin()
        except NotSaved as error:
            self.refused(error, lambda: self.start(begin, replace=replace))
            return
        if session is not None:
            self.open_quiz(session, replace=replace)

    def refused(self, error: NotSaved, again: Callable[[], object] | None = None) -> None:
        """Report that something could not be written; if another file is in place of the log, ask
        what to do.

        `again` then retries what failed.
        """
        if not isinstance(error, LogReplaced):
            self.clear_notifications()  # one at a time: the latest is the one that matters
            self.notify(self._said(error), severity="error", timeout=20, markup=False)
            return
        from study_app.tui.screens.replaced import ReplacedScreen

        async def answered(settled: bool | None) -> None:
            if settled and again is not None and isawaitable(done := again()):
                await done

        self.push_screen(ReplacedScreen(self.study, self._said(error)), answered)

    def open_quiz(self, session: Session, *, replace: bool = False) -> None:
        from study_app.tui.screens.quiz.quiz import QuizScreen
        from study_app.usecases.sitting import Sitting

        show = self.switch_screen if replace else self.push_screen
        show(QuizScreen(self, Sitting(self.study, session)))

    def open_exam_start(self, shape: "Shape | None" = None) -> None:
        """Offer the paused mock exam or a new one, of `shape` if given."""
        from study_app.tui.screens.exam.start import ExamStartScreen

        self.push_screen(ExamStartScreen(self, shape))

    def open_exam(self, attempt: "Attempt") -> None:
        """Start or resume a mock exam; Esc pauses it and returns here."""
        from study_app.tui.screens.exam.question import ExamScreen
        from study_app.usecases.exam.sitting import ExamSitting

        self.push_screen(ExamScreen(self, ExamSitting(self.study, attempt)))

    def open_cards(self, topic: str, card: str | None = None, *, asks: bool = True) -> None:
        """Read the cards of `topic`; `asks` offers their questions as a separate session."""
        from study_app.tui.screens.cards import CardsScreen

        if self.study.bank.topics[topic].card_ids:
            self.push_screen(CardsScreen(self, topic, card, asks=asks))

    def open_search(self, words: str = "") -> None:
        from study_app.tui.screens.search import SearchScreen

        self.push_screen(SearchScreen(self, words))

    def open_scenarios(self, scenarios: Sequence[Scenario] | None = None) -> None:
        """List lab scenarios, by default the bank's."""
        from study_app.tui.screens.lab.scenarios import ScenariosScreen

        listed = list(self.study.bank.scenarios.values()) if scenarios is None else scenarios
        self.push_screen(ScenariosScreen(self, listed))

    def open_lab(self, scenario: Scenario) -> None:
        """Show a scenario; Esc returns here."""
        from study_app.simulator.model.problem import CaseError
        from study_app.tui.screens.lab.lab import LabScreen
        from study_app.usecases.lab import Lab

        try:
            self.push_screen(LabScreen(self, Lab(self.study, scenario)))
        except CaseError as error:
            # In a file with several cases the id is the first word.
            message = f"{scenario.id}: {self._said(error)}"
            self.notify(message, severity="error", timeout=20, markup=False)

    def ask_for_file(self, lab: "Lab | None") -> None:
        """Ask for one of the learner's files and open it; AWS's JSON is merged into `lab`."""
        from study_app.tui.screens.lab.files import which_file

        def opened(found: tuple[Scenario, ...] | None) -> None:
            if found is not None and len(found) == 1:
                self.open_lab(found[0])
            elif found is not None:
                self.open_scenarios(found)

        self.push_screen(which_file(lab, self.study.settings.language), opened)

    def ask_where_to_save(self, lab: "Lab") -> None:
        """Ask for a name and write the case on screen to it."""
        from study_app.tui.screens.lab.files import where_to_save

        language = self.study.settings.language

        def saved(path: Path | None) -> None:
            if path is not None:
                self.notify(say("Saved: {path}", language, path=path), markup=False)

        self.push_screen(where_to_save(lab, language), saved)

    def go_home(self) -> None:
        """Close every screen above home."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def action_help(self) -> None:
        from study_app.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            here = self.screen.places if isinstance(self.screen, StudyScreen) else ()
            self.push_screen(HelpScreen(self, here))

    async def action_language(self) -> None:
        self._choose(language=self.study.settings.language.next())
        for screen in self.screen_stack:
            if isinstance(screen, StudyScreen):
                await screen.language_changed()

    def action_theme(self) -> None:
        self.theme = other(self.theme)
        self._choose(theme=self.theme)

    def action_help_quit(self) -> None:
        """Ctrl+C with no text selected: say which key quits."""
        key = key_name(self.keys_of(QUIT)[0])
        self.notify(say("Press {key} to quit.", self.study.settings.language, key=key))

    def action_palette(self) -> None:
        self.action_command_palette()

    def action_command_palette(self) -> None:
        """Textual's, with a placeholder in the learner's language."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            asked = say("Search for commands…", self.study.settings.language)
            self.push_screen(CommandPalette(placeholder=asked, id="--command-palette"))

    def _choose(self, *, language: Language | None = None, theme: str | None = None) -> None:
        try:
            self.study.choose(language=language, theme=theme)
        except NotSaved as error:
            self.notify(self._said(error), severity="warning", markup=False)

    def _said(self, error: TextError) -> str:
        return say(error.text, self.study.settings.language)

    def _runner(self, action: str) -> Callable[[], object]:
        return lambda: self.run_action(action)


def _own_keys(keymap: Mapping[str, str]) -> dict[Command, tuple[str, ...]]:
    if not keymap:
        return {}
    # Imported here because only a keymap needs the commands of every screen.
    from study_app.commands.keymap import own_keys

    return own_keys(keymap)
