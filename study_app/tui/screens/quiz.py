"""A session: a question, its verdict, the next question."""

import asyncio
from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from study_app.commands.answers import ANSWERS, LETTER, NUMBER
from study_app.commands.command import Command
from study_app.commands.quiz import (
    ANSWER,
    CONTINUE,
    FLAG,
    HINT,
    LEAVING,
    OVERRULE,
    QUESTIONS,
    QUIZ_LAB,
    SHOW_CARD,
    SKIP,
    UNDO,
)
from study_app.learning.marking import Marked
from study_app.learning.responses import Response
from study_app.learning.scenarios import Scenario
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.study_screen import StudyScreen
from study_app.tui.widgets.answers.area import Unready
from study_app.tui.widgets.answers.lines import Lines
from study_app.tui.widgets.card import card_view
from study_app.tui.widgets.feedback import verdict_content
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.question import QuestionView
from study_app.tui.widgets.title_bar import TitleBar
from study_app.usecases.sitting import Asked, Sitting
from study_app.usecases.study import NotSaved


class QuizScreen(StudyScreen):
    """Asks what `sitting` says. `_judged` is set while the verdict on an answer is shown."""

    places = (QUESTIONS, ANSWERS)
    commands = (ANSWER, CONTINUE, OVERRULE, HINT, SHOW_CARD, QUIZ_LAB, SKIP, FLAG, UNDO, LEAVING)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)
    AUTO_FOCUS = None

    def __init__(self, host: Host, sitting: Sitting) -> None:
        super().__init__(host)
        self.sitting = sitting
        self._asked: Asked | None = None
        self._judged: tuple[Response, Marked] | None = None
        # Keys come faster than screens are built: one change at a time.
        self._turn = asyncio.Lock()

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Horizontal(id="place")
        yield KeyBar()

    async def on_mount(self) -> None:
        self.set_interval(1, self._show_title)
        async with self._turn:
            await self._ask()

    @property
    def view(self) -> QuestionView:
        """The question on screen."""
        return self.query_one(QuestionView)

    def commands_now(self) -> Iterator[Command]:
        """The keys that choose stand before the others."""
        if self._judged is None and self.query(QuestionView):
            yield from (one for one in self.view.area.commands if one in {NUMBER, LETTER})
        yield from super().commands_now()

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Of the keys that choose, as many as there is to choose from."""
        keys = super().keys_of(command)
        area = self.view.area if command.passes_key else None
        return keys[: len(area.lines)] if isinstance(area, Lines) else keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        judged = self._judged is not None
        match action:
            case "continue" | "card":
                return judged and (action != "card" or self._card() is not None)
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
            case _:
                return True

    async def action_answer(self) -> None:
        async with self._turn:
            if self._judged is None:
                await self._submit(self.view.area.given())

    async def action_continue(self) -> None:
        async with self._turn:
            if self._judged is not None:
                await self._ask()

    async def action_hint(self) -> None:
        async with self._turn:
            if self._judged is None:
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
        self._show_title()

    def action_card(self) -> None:
        card = self._card()
        if card is not None:
            self.host.open_cards(card.partition("/")[0], card, asks=False)

    def action_lab(self) -> None:
        scenario = self._scenario()
        if scenario is not None and self._judged is not None:
            self.host.open_lab(scenario)

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
            _, marked = self._judged
            self.view.judge(verdict_content(marked, self.language, overruled=True))
            self.refresh_bindings()

    def action_leave(self) -> None:
        self.dismiss()

    async def language_changed(self) -> None:
        async with self._turn:
            before = self.view.area
            await self._show()
            self.view.area.take_over(before)
            if self._judged is not None:
                await self._reveal(*self._judged)

    async def _change(self, change: Callable[[], object], again: Callable[[], object]) -> None:
        """Skip or undo, then show the question that comes of it."""
        try:
            change()
        except NotSaved as error:
            self.refused(error, again)
        else:
            await self._ask()

    async def _ask(self) -> None:
        self._judged = None
        self._asked = self.sitting.show()
        if self._asked is None:
            self._finish()
        else:
            await self._show()

    async def _submit(self, given: Response | Unready) -> None:
        if isinstance(given, Unready):
            self.notify(given.missing, timeout=3, markup=False)
            return
        try:
            marked = self.sitting.submit(given)
        except NotSaved as error:
            self.refused(error, self.action_answer)
            return
        self._judged = (given, marked)
        await self._reveal(given, marked)

    async def _reveal(self, response: Response, marked: Marked) -> None:
        """Show the verdict; where there is room, the card that teaches stands beside it."""
        last = self.sitting.last
        await self.view.reveal(response, marked, overruled=last is not None and last.overruled)
        card = self._card()
        if card is not None:
            view = card_view(self.study, self.study.bank.cards[card], "aside")
            await self.query_one("#place").mount(view)
        self._show_title()
        self.refresh_bindings()

    async def _show(self) -> None:
        """Put the question on screen."""
        if self._asked is None:
            return
        readings = self.study.readings(self._asked.question, self.language)
        place = self.query_one("#place")
        await place.remove_children()
        await place.mount(QuestionView(readings, self._asked.arrangement, self.language))
        self.view.focus_answer()
        self._show_title()
        self.refresh_bindings()

    def _finish(self) -> None:
        from study_app.tui.screens.result import ResultScreen

        self.app.switch_screen(ResultScreen(self.host, self.sitting))
        try:
            self.sitting.finish()
        except NotSaved as error:
            self.refused(error, self.sitting.finish)

    def _show_title(self) -> None:
        if self._asked is None:
            return
        asked = self._asked
        topic = self.study.bank.topics[asked.question.topic]
        left = self.say(
            "{topic} · {number} of {total}",
            topic=self.study.topic_title(topic, self.language),
            number=asked.number,
            total=asked.total,
        )
        if asked.attempt:
            left = f"{left} · {self.say('again')}"
        seconds = int(self.sitting.shown_for.total_seconds())
        clock = "" if self._judged else f"{seconds // 60}:{seconds % 60:02}"
        flag = "⚑ " if asked.question.id in self.study.history.flagged else ""
        self.query_one(TitleBar).show(left=left, right=f"{flag}{clock}")

    def _has_hint(self) -> bool:
        return self._asked is not None and self._asked.question.hint is not None

    def _card(self) -> str | None:
        return self._asked.question.card if self._asked else None

    def _scenario(self) -> Scenario | None:
        return self.study.scenario_of(self._asked.question) if self._asked else None

    def _can_overrule(self) -> bool:
        given = self.sitting.last
        return given is not None and given.can_be_overruled
