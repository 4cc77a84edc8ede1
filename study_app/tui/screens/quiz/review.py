"""Answers of a session, one at a time, as they were judged."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.everywhere import BACK
from study_app.commands.places.quiz import (
    NEXT_ANSWER,
    OVERRULE_REVIEWED,
    PREVIOUS_ANSWER,
    REVIEW,
    REVIEWED_CARD,
    REVIEWED_LAB,
    REVIEWED_SOURCE,
)
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line
from study_app.drawing.plots import Step
from study_app.learning.log.events import Answered
from study_app.learning.log.session import SessionResponse
from study_app.learning.material.scenarios import Scenario
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.screens.quiz.answering import the_answer
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.answers.typing import Typing
from study_app.tui.widgets.beside import about_question, card_panel, exhibit_panels
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.feedback import verdict_line
from study_app.tui.widgets.question import QuestionView
from study_app.tui.widgets.session import session_name, steps_of
from study_app.usecases.journal import NotSaved
from study_app.usecases.more import note_on_question
from study_app.usecases.scenarios import scenario_of
from study_app.usecases.sitting import Sitting


class ReviewScreen(Page):
    """Steps through the answers with the ids `answers`; nothing is asked again."""

    places = (REVIEW,)
    commands = (
        NEXT_ANSWER,
        PREVIOUS_ANSWER,
        OVERRULE_REVIEWED,
        REVIEWED_CARD,
        REVIEWED_SOURCE,
        REVIEWED_LAB,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)
    has_trail = True

    def __init__(self, host: Host, sitting: Sitting, answers: Sequence[str]) -> None:
        super().__init__(host)
        self._sitting = sitting
        self._answers = answers
        self._number = 0
        self._reviewed = sitting.reviewed(self.given)
        self._notice = ""
        self.view = QuestionView()
        self.view.note = lambda: note_on_question(self.study, self.given.ask.item)

    @property
    def given(self) -> SessionResponse:
        """The answer on screen, as the session has it now."""
        wanted = self._answers[self._number]
        return next(one for one in self._sitting.session.given if one.event.id == wanted)

    def area(self) -> Widget:
        return self.view

    async def on_mount(self) -> None:
        await self._show()

    def crumbs(self) -> Sequence[str]:
        items = self._sitting.session.started.items
        return (session_name(self.study, items, self.language), self.say("Review answers"))

    def corner(self) -> Line:
        return [(str(self._number + 1), BOLD), (f" / {len(self._answers)}", MUTED)]

    def steps(self) -> Sequence[Step]:
        return steps_of(self._sitting.session, now=self.given.ask.item)

    def action(self) -> NextAction:
        given, marked = self.given, self._reviewed.marked
        sign, *more = verdict_line(marked, self.language, overruled=given.overruled)
        more = more or the_answer(self, self.view, marked)
        state: Line = [sign, *([("   ", PLAIN), (self._notice, BOLD)] if self._notice else [])]
        extras: tuple[Line, ...] = (more,) if more and not self._notice else ()
        last = self._number + 1 == len(self._answers)
        command = BACK if last else NEXT_ANSWER
        return self.act(state, command, more=extras, verdict=given.verdict)

    def side(self) -> Iterator[Widget]:
        question = self._reviewed.question
        yield from exhibit_panels(self, self.view)
        if question.card is not None:
            yield card_panel(self, question.card)
        yield Panel(lambda width: about_question(self, question, width, judged=True))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "next":
                return self._number + 1 < len(self._answers)
            case "previous":
                return self._number > 0
            case "overrule":
                return self.given.can_be_overruled
            case "card":
                return self._card() is not None
            case "lab":
                return self._scenario() is not None
            case _:
                return True

    async def action_next(self) -> None:
        await self._go(+1)

    async def action_previous(self) -> None:
        await self._go(-1)

    async def action_overrule(self) -> None:
        try:
            self._sitting.overrule(self.given)
        except NotSaved as error:
            self.refused(error, self.action_overrule)
        await self._show()

    def action_card(self) -> None:
        card = self._card()
        if card is not None:
            self.host.open_cards(card.partition("/")[0], card, asks=False)

    def action_lab(self) -> None:
        scenario = self._scenario()
        if scenario is not None:
            self.host.open_lab(scenario)

    def tell(self, text: str) -> None:
        """Show `text` in the action bar until something changes."""
        self._notice = text
        self.refresh_parts()

    def action_source(self) -> None:
        self.follow(self._reviewed.question.source)

    async def language_changed(self) -> None:
        await self._show()

    async def _go(self, step: int) -> None:
        self._number += step
        await self._show()

    async def _show(self) -> None:
        given = self.given
        self._notice = ""
        self._reviewed = self._sitting.reviewed(given)
        translations = self.study.translations(self._reviewed.question, self.language)
        await self.view.show(translations, self._reviewed.arrangement, self.language)
        response = given.event.response if isinstance(given.event, Answered) else None
        await self.view.reveal(response, self._reviewed.marked)
        if given.overruled and isinstance(self.view.area, Typing):
            self.view.area.overrule()
        await self.refresh_side()
        self.refresh_parts()

    def _scenario(self) -> Scenario | None:
        return scenario_of(self.study, self._reviewed.question)

    def _card(self) -> str | None:
        return self._reviewed.question.card
