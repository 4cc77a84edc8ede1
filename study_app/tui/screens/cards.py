"""The card reader."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from study_app.commands.cards import (
    ASK_CARD,
    CARD_LAB,
    CARD_READER,
    NEXT_CARD,
    PREVIOUS_CARD,
    STEP_BACK,
    STEP_FORWARD,
)
from study_app.commands.everywhere import BACK
from study_app.learning.items import Card
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.study_screen import StudyScreen
from study_app.tui.widgets.card import CardView, card_view
from study_app.tui.widgets.example import ExampleView
from study_app.tui.widgets.key_bar import KeyBar
from study_app.tui.widgets.title_bar import TitleBar


class CardsScreen(StudyScreen):
    """One card at a time, of one topic. A worked example below a card is stepped through."""

    places = (CARD_READER,)
    commands = (STEP_FORWARD, STEP_BACK, NEXT_CARD, PREVIOUS_CARD, ASK_CARD, CARD_LAB, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)

    def __init__(
        self, host: Host, topic: str, card: str | None = None, *, asks: bool = True
    ) -> None:
        super().__init__(host)
        self._topic = topic
        self._asks = asks
        self._number = 0
        if card is not None:
            self._number = [one.id for one in self._cards_of()].index(card)

    def _cards_of(self) -> list[Card]:
        return self.study.bank.cards_of(self.study.bank.topics[self._topic])

    @property
    def card(self) -> Card:
        """The card on screen."""
        return self._cards_of()[self._number]

    def compose(self) -> ComposeResult:
        topic = self.study.bank.topics[self._topic]
        where = self.say(
            "card {number} of {total}", number=self._number + 1, total=len(topic.card_ids)
        )
        yield TitleBar(self.study.topic_title(topic, self.language), where)
        yield card_view(self.study, self.card)
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(CardView).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "next":
                return self._number + 1 < len(self._cards_of())
            case "previous":
                return self._number > 0
            case "questions":
                return self._asks and bool(self._questions())
            case "lab":
                return self.card.scenario is not None
            case "step_forward" | "step_back":
                view = self._example()
                return view is not None and view.can_step(+1 if action == "step_forward" else -1)
            case _:
                return True

    async def action_next(self) -> None:
        await self._go(+1)

    async def action_previous(self) -> None:
        await self._go(-1)

    def action_questions(self) -> None:
        questions = self._questions()
        self.host.start(lambda: self.study.sit(questions))

    def action_lab(self) -> None:
        if self.card.scenario is not None:
            self.host.open_lab(self.study.bank.scenarios[self.card.scenario])

    def action_step_forward(self) -> None:
        self._step(+1)

    def action_step_back(self) -> None:
        self._step(-1)

    async def language_changed(self) -> None:
        before = self._example()
        await self._go(0)
        after = self._example()
        if before is not None and after is not None:
            after.step(before.at)

    async def _go(self, step: int) -> None:
        self._number += step
        await self.recompose()
        self.query_one(CardView).focus()
        self.refresh_bindings()

    def _questions(self) -> list[str]:
        topic = self.study.bank.topics[self._topic]
        return [one.id for one in self.study.bank.questions_of(topic) if one.card == self.card.id]

    def _example(self) -> ExampleView | None:
        found = self.query(ExampleView)
        return found.first() if found else None

    def _step(self, step: int) -> None:
        view = self._example()
        if view is not None:
            view.step(step)
            view.scroll_visible()
            self.refresh_bindings()
