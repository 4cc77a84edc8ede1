"""The card reader."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from study_app.commands.command import Command
from study_app.commands.places.cards import (
    ASK_CARD,
    CARD_LAB,
    CARD_MORE,
    CARD_READER,
    CARD_SOURCE,
    JUMP,
    NEXT_CARD,
    PREVIOUS_CARD,
    STEP_BACK,
    STEP_FORWARD,
)
from study_app.commands.places.everywhere import BACK
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, fitted, hang
from study_app.drawing.prose import inline, prose
from study_app.grading.verdict import Verdict
from study_app.learning.log.events import Subject
from study_app.learning.material.items import Card
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.verdicts import STYLES
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Draw, Drawing, Panel
from study_app.tui.widgets.example import ExampleView
from study_app.tui.widgets.feedback import eras, note_lines, source
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import title
from study_app.usecases.more import ItemRef, note_on

_TRAP = re.compile(r"^(?:Trap|함정): (.*)\Z", re.DOTALL | re.MULTILINE)


class CardsScreen(Page):
    """One card at a time, of one topic. A worked example below a card is stepped through."""

    places = (CARD_READER,)
    commands = (
        NEXT_CARD,
        PREVIOUS_CARD,
        JUMP,
        ASK_CARD,
        STEP_FORWARD,
        STEP_BACK,
        CARD_SOURCE,
        CARD_LAB,
        CARD_MORE,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)

    def __init__(
        self, host: Host, topic: str, card: str | None = None, *, asks: bool = True
    ) -> None:
        super().__init__(host)
        self._topic = self.study.bank.topics[topic]
        self._cards = self.study.bank.cards_of(self._topic)
        self._asks = asks
        self._notice = ""
        self._number = 0
        if card is not None:
            self._number = [one.id for one in self._cards].index(card)

    @property
    def card(self) -> Card:
        """The card on screen."""
        return self._cards[self._number]

    def crumbs(self) -> Sequence[str]:
        return (self.say("Topics"), self.study.topic_title(self._topic, self.language))

    def corner(self) -> Line:
        return [(str(self._number + 1), BOLD), (f" / {len(self._cards)}", MUTED)]

    def action(self) -> NextAction:
        if self._notice:
            return NextAction([(self._notice, BOLD)])
        questions = self._questions()
        if not self._asks or not questions:
            if self.check_action("next", ()):
                return self.act([(self.card_title, BOLD)], NEXT_CARD)
            return NextAction([(self.card_title, BOLD)])
        missed = sum(self._missed(item) for item in questions)
        about = self.say("on this card")
        if missed:
            about = f"{about}, {self.say('{count} missed', count=missed)}"
        counted = self.say("{count} {count:question|questions}", count=len(questions))
        return self.act([(counted, BOLD), (f"   {about}", MUTED)], ASK_CARD)

    @property
    def card_title(self) -> str:
        return self.study.translations(self.card, self.language)[0].title

    def main(self) -> Iterator[Widget]:
        translations = self.study.translations(self.card, self.language)
        for number, translation in enumerate(translations):
            style = MUTED if number else PLAIN
            body, trap = _parts(translation.body)
            yield Drawing(self._body_of(translation, body, style), classes="text")
            if trap:
                yield Panel(self._trap_of(translation, trap, style), classes="trap")
        if self.card.scenario is not None:
            case = self.study.bank.scenarios[self.card.scenario].case
            yield ExampleView(case, self.language)
        yield Drawing(self._source, classes="text")

    def side(self) -> Iterator[Widget]:
        yield Panel(self._contents)
        if self._questions():
            yield Panel(self._known)

    def on_mount(self) -> None:
        self._focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "next":
                return self._number + 1 < len(self._cards)
            case "previous":
                return self._number > 0
            case "jump":
                return len(self._cards) > 1
            case "questions":
                return self._asks and bool(self._questions())
            case "lab":
                return self.card.scenario is not None
            case "step_forward" | "step_back":
                view = self._example()
                return view is not None and view.can_step(+1 if action == "step_forward" else -1)
            case _:
                return True

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """For the keys that jump, as many as there are cards."""
        keys = super().keys_of(command)
        return keys[: len(self._cards)] if command is JUMP else keys

    async def action_next(self) -> None:
        await self._go(self._number + 1)

    async def action_previous(self) -> None:
        await self._go(self._number - 1)

    async def action_jump(self, key: str) -> None:
        if int(key) <= len(self._cards):
            await self._go(int(key) - 1)

    def action_questions(self) -> None:
        questions = self._questions()
        self.host.start(lambda: self.study.sit(questions))

    def action_lab(self) -> None:
        if self.card.scenario is not None:
            self.host.open_lab(self.study.bank.scenarios[self.card.scenario])

    def action_more(self) -> None:
        from study_app.tui.screens.more.more import MoreScreen

        self.app.push_screen(MoreScreen(self.host, self._changed, card=self.card.id))

    def _changed(self, said: str) -> None:
        """After a change from the More screen: show the note as it is now, and what was done."""
        for drawing in self.query("#main > Drawing").results(Drawing):
            drawing.redraw()
        self.tell(said)

    def tell(self, text: str) -> None:
        """Show `text` in the action bar until something changes."""
        self._notice = text
        self.refresh_parts()

    def action_source(self) -> None:
        self.follow(self.card.source)

    def action_step_forward(self) -> None:
        self._step(+1)

    def action_step_back(self) -> None:
        self._step(-1)

    def on_screen_resume(self) -> None:
        for panel in self.query("#side Panel").results(Panel):
            panel.redraw()
        self.refresh_parts()

    async def language_changed(self) -> None:
        before = self._example()
        await self._go(self._number)
        after = self._example()
        if before is not None and after is not None:
            after.step(before.at)

    async def _go(self, number: int) -> None:
        self._number = number
        self._notice = ""
        area = self.query_one("#main", VerticalScroll)
        await area.remove_children()
        area.scroll_to(y=0, animate=False)
        await area.mount(*self.main())
        await self.refresh_side()
        self._focus()
        self.refresh_parts()

    def _focus(self) -> None:
        self.query_one("#main").focus(scroll_visible=False)

    def _questions(self) -> list[str]:
        questions = self.study.bank.questions_of(self._topic)
        return [one.id for one in questions if one.card == self.card.id]

    def _missed(self, item: str) -> bool:
        record = self.study.history.record(item)
        return record is not None and record.missed

    def _example(self) -> ExampleView | None:
        found = self.query(ExampleView)
        return found.first() if found else None

    def _step(self, step: int) -> None:
        view = self._example()
        if view is not None:
            view.step(step)
            self.call_after_refresh(view.scroll_visible, animate=False)
            self.refresh_parts()

    def _body_of(self, translation: Card, body: str, style: str) -> Draw:
        def draw(width: int) -> list[Line]:
            head: Line = [(translation.title, f"bold {style}".strip())]
            return [head, [], *prose(body, width, style), []]

        return draw

    def _trap_of(self, translation: Card, trap: str, style: str) -> Draw:
        def draw(width: int) -> list[Line]:
            first, *others = trap.strip().split("\n\n")
            head: Line = [(f"{self.say('Trap')}  ", f"bold {style}".strip())]
            rows = hang(head, inline(" ".join(first.split()), style), width)
            return [*rows, *([[], *prose("\n\n".join(others), width, style)] if others else [])]

        return draw

    def _source(self, width: int) -> list[Line]:
        translations = self.study.translations(self.card, self.language)
        rows = [row for one in translations for row in eras(one, self.language, width)]
        keys = self.keys_of(CARD_SOURCE)
        link = source(self.card, self.language, width, keys[0] if keys else "")
        note = note_on(self.study, ItemRef(Subject.CARD, self.card.id))
        return [*rows, *note_lines(note, self.language, width), [], *link, []]

    def _contents(self, width: int) -> list[Line]:
        count = self.say("{done} of {total}", done=self._number + 1, total=len(self._cards))
        name = self.study.topic_title(self._topic, self.language)
        rows: list[Line] = [title(width, name, count), []]
        for number, card in enumerate(self._cards):
            here = number == self._number
            text = self.study.translations(card, self.language)[0].title
            line: Line = [
                (f"{number + 1:>2}  ", MUTED),
                (fitted(text, width - 6).rstrip(), BOLD if here else PLAIN),
            ]
            rows.append(under_cursor(line, width, here=here))
        return rows

    def _known(self, width: int) -> list[Line]:
        items = self._questions()
        records = [self.study.history.record(item) for item in items]
        right = sum(one is not None and not one.missed for one in records)
        missed = sum(one is not None and one.missed for one in records)
        rows: list[Line] = [title(width, self.say("Questions on this card"), str(len(items))), []]
        for sign, style, count, text in (
            ("✓", STYLES[Verdict.CORRECT], right, self.say("right on the last try")),
            ("✗", STYLES[Verdict.WRONG], missed, self.say("not right on the last try")),
            ("·", MUTED, len(items) - right - missed, self.say("never seen")),
        ):
            if count:
                rows.append([(f"{sign}  ", style), (f"{count} {text}", MUTED)])
        return rows


def _parts(body: str) -> tuple[str, str]:
    """The text of a card, and its closing trap if it has one."""
    found = _TRAP.search(body.strip())
    return (body, "") if found is None else (body.strip()[: found.start()], found[1])
