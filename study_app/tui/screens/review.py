"""Answers of a session, one at a time, as they were judged."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from study_app.commands.everywhere import BACK
from study_app.commands.quiz import (
    NEXT_ANSWER,
    OVERRULE_REVIEWED,
    PREVIOUS_ANSWER,
    REVIEW,
    REVIEWED_CARD,
    REVIEWED_LAB,
)
from study_app.learning.events import Answered
from study_app.learning.scenarios import Scenario
from study_app.learning.session import Given
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.study_screen import StudyScreen
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.question import QuestionView
from study_app.tui.widgets.title_bar import TitleBar
from study_app.usecases.sitting import Sitting
from study_app.usecases.study import NotSaved


class ReviewScreen(StudyScreen):
    """Goes through the answers with the ids `answers`; nothing is asked again."""

    places = (REVIEW,)
    commands = (NEXT_ANSWER, PREVIOUS_ANSWER, OVERRULE_REVIEWED, REVIEWED_CARD, REVIEWED_LAB, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)
    AUTO_FOCUS = None

    def __init__(self, host: Host, sitting: Sitting, answers: Sequence[str]) -> None:
        super().__init__(host)
        self._sitting = sitting
        self._answers = answers
        self._number = 0

    @property
    def given(self) -> Given:
        """The answer on screen, as the session has it now."""
        wanted = self._answers[self._number]
        return next(one for one in self._sitting.session.given if one.event.id == wanted)

    def compose(self) -> ComposeResult:
        yield TitleBar()
        yield Container(id="place")
        yield KeyBar()

    async def on_mount(self) -> None:
        await self._show()

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
        self._number += 1
        await self._show()

    async def action_previous(self) -> None:
        self._number -= 1
        await self._show()

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

    async def language_changed(self) -> None:
        await self._show()

    async def _show(self) -> None:
        given = self.given
        reviewed = self._sitting.reviewed(given)
        readings = self.study.readings(reviewed.question, self.language)
        view = QuestionView(readings, reviewed.arrangement, self.language)
        place = self.query_one("#place")
        await place.remove_children()
        await place.mount(view)
        response = given.event.response if isinstance(given.event, Answered) else None
        await view.reveal(response, reviewed.marked, overruled=given.overruled)
        title = self.say(
            "Review · {number} of {total}", number=self._number + 1, total=len(self._answers)
        )
        self.query_one(TitleBar).show(left=title)
        self.refresh_bindings()

    def _scenario(self) -> Scenario | None:
        return self.study.scenario_of(self._sitting.question(self.given))

    def _card(self) -> str | None:
        return self.study.bank.questions[self.given.ask.item].card
