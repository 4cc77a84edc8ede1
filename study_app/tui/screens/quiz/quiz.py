"""A session: a question, its verdict, the next question."""

import asyncio
from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.binding import BindingType

from study_app.commands.command import Command
from study_app.commands.places.answers import ANSWERS, LETTER, NUMBER
from study_app.commands.places.quiz import (
    ANSWER,
    BETTER,
    CONTINUE,
    FLAG,
    HINT,
    LEAVING,
    MORE,
    OVERRULE,
    QUESTIONS,
    QUIZ_LAB,
    SHOW_CARD,
    SKIP,
    SOURCE,
    UNDO,
    WORSE,
)
from study_app.learning.answering.responses import Response
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.screens.quiz.answering import after_answer, before_answer
from study_app.tui.screens.quiz.asking import AskingPage
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.answers.area import Unready
from study_app.tui.widgets.answers.typing import Typing
from study_app.tui.widgets.beside import card_panel
from study_app.tui.widgets.drawing import Panel
from study_app.usecases.journal import NotSaved
from study_app.usecases.sitting import Sitting


class QuizScreen(AskingPage):
    """Asks the questions of `sitting`, one after the other."""

    places = (QUESTIONS, ANSWERS)
    commands = (
        ANSWER,
        CONTINUE,
        BETTER,
        WORSE,
        OVERRULE,
        HINT,
        SHOW_CARD,
        SOURCE,
        QUIZ_LAB,
        SKIP,
        FLAG,
        UNDO,
        MORE,
        LEAVING,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)
    has_trail = True

    def __init__(self, host: Host, sitting: Sitting) -> None:
        super().__init__(host, sitting)
        self._hinted = False
        # Keys come faster than screens are built: one change at a time.
        self._turn = asyncio.Lock()

    async def on_mount(self) -> None:
        self.view.changed = self._answer_changed
        self.watch(self.view, "scroll_y", self.refresh_parts, init=False)
        self.set_interval(1, self._tick)
        async with self._turn:
            await self._ask()

    def action(self) -> NextAction:
        if self._asked is None:
            return NextAction([])
        if self._judged is not None:
            return after_answer(
                self, self.view, self.sitting, self._judged[1], self.proposed, self._notice
            )
        return before_answer(self, self.view, self._notice)

    def commands_now(self) -> Iterator[Command]:
        """The keys that choose come first."""
        if self._judged is None and self._asked is not None:
            yield from (one for one in self.view.area.commands if one in {NUMBER, LETTER})
        yield from (one for one in super().commands_now() if one is not ANSWER)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        judged = self._judged is not None
        match action:
            case "continue" | "card" | "source" | "more":
                return judged and (action != "card" or self.card is not None)
            case "lab":
                return judged and self._scenario() is not None
            case "answer" | "skip":
                return not judged
            case "hint":
                return not judged and self._has_hint()
            case "undo":
                return self.sitting.last is not None
            case "overrule":
                return judged and self._can_overrule()
            case "better" | "worse":
                return self.can_rate(action)
            case _:
                return True

    async def action_answer(self) -> None:
        async with self._turn:
            if self._judged is not None or self._waiting:
                return
            given = self.view.area.given()
            if not self.view.area.enter() and not isinstance(given, Unready):
                await self._submit(given)

    async def action_continue(self) -> None:
        async with self._turn:
            if self._judged is not None and not self._waiting:
                await self._ask()

    async def action_hint(self) -> None:
        async with self._turn:
            if self._judged is None and self._has_hint():
                self._hinted = True
                await self.view.show_hint()

    async def action_skip(self) -> None:
        async with self._turn:
            if self._judged is None:
                await self._change(self.sitting.skip, self.action_skip)

    def action_flag(self) -> None:
        if self._asked is None:
            return
        try:
            self.sitting.flag(self._asked.question.id)
        except NotSaved as error:
            self.refused(error, self.action_flag)
        self.refresh_parts()

    def action_card(self) -> None:
        card = self.card
        if card is not None:
            self.host.open_cards(card.partition("/")[0], card, asks=False)

    def action_lab(self) -> None:
        scenario = self._scenario()
        if scenario is not None and self._judged is not None:
            self.host.open_lab(scenario)

    def action_source(self) -> None:
        if self._asked is None or self._judged is None:
            return
        self.follow(self._asked.question.source)

    async def action_undo(self) -> None:
        async with self._turn:
            await self._change(self.sitting.undo, self.action_undo)

    def action_overrule(self) -> None:
        given = self.sitting.last
        if given is None or self._judged is None:
            return
        try:
            self.sitting.overrule(given)
        except NotSaved as error:
            self.refused(error, self.action_overrule)
        else:
            if isinstance(self.view.area, Typing):
                self.view.area.overrule()
            self.refresh_parts()

    def action_leave(self) -> None:
        if not self.sitting.session.given:  # there is nothing to resume
            try:
                self.sitting.finish()
            except NotSaved as error:
                self.refused(error)
        self.dismiss()

    def on_screen_resume(self) -> None:
        given = self.sitting.last
        if self._judged is not None and given is not None and isinstance(self.view.area, Typing):
            self.view.area.overrule(on=given.overruled)
        self.view.redraw()

    async def language_changed(self) -> None:
        async with self._turn:
            before = self.view.area
            await self._show()
            self.view.area.take_over(before)
            if self._judged is not None:
                await self.view.reveal(*self._judged)
                await self._teach()
            await self._settled()

    async def _change(self, change: Callable[[], object], again: Callable[[], object]) -> None:
        """Skip or undo, then show the resulting question."""
        try:
            change()
        except NotSaved as error:
            self.refused(error, again)
        else:
            await self._ask()

    async def _ask(self) -> None:
        self._judged, self._hinted = None, False
        self._asked = self.sitting.show()
        if self._asked is None:
            self._finish()
        else:
            await self._show()
            self._wait()
            await self._settled()

    async def _submit(self, given: Response) -> None:
        try:
            marked = self.sitting.submit(given, hinted=self._hinted)
        except NotSaved as error:
            self.refused(error, self.action_answer)
            return
        self._judged = (given, marked)
        self._wait()
        await self.view.reveal(given, marked)
        await self._teach()
        await self._settled()

    async def _teach(self) -> None:
        """Show the card with the verdict if it is new or a leech and no side panel shows it."""
        found = self.proposed
        if found is not None and (found.is_new or found.is_leech) and not self.is_wide:
            await self.view.mount(card_panel(self, found.card, found))

    async def _show(self) -> None:
        """Show the question."""
        if self._asked is not None:
            translations = self.study.translations(self._asked.question, self.language)
            await self.view.show(translations, self._asked.arrangement, self.language)
            self.view.area.take_focus()

    async def _settled(self) -> None:
        self._notice = ""
        await self.refresh_side()
        self.refresh_parts()
        self.call_after_refresh(self.refresh_parts)  # only then is it known what is out of sight

    def _finish(self) -> None:
        from study_app.tui.screens.quiz.result import ResultScreen

        self.app.switch_screen(ResultScreen(self.host, self.sitting))
        try:
            self.sitting.finish()
        except NotSaved as error:
            self.refused(error, self.sitting.finish)

    def _answer_changed(self) -> None:
        self._notice = ""
        self.refresh_parts()

    def _tick(self) -> None:
        for panel in self.query("#session").results(Panel):
            panel.redraw()

    def _can_overrule(self) -> bool:
        given = self.sitting.last
        return given is not None and given.can_be_overruled
