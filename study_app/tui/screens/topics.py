"""The topics: type to search, choose with the arrows."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.home import QUIZ_TOPIC, TOPIC_CARDS, TOPIC_LIST
from study_app.drawing.pieces import ACCENT, BOLD, FAINT, MUTED, PLAIN, Line, fitted
from study_app.drawing.plots import bar
from study_app.learning.choosing.practice import Practice
from study_app.learning.choosing.selection import SESSION_LENGTH
from study_app.learning.material.items import Topic
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction, small_chip
from study_app.tui.widgets.drawing import Drawing, Panel
from study_app.tui.widgets.listing import Listing
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import fact, title
from study_app.words.width import rjust

_BAR_CELLS = 16
_FIGURE_CELLS = 28


class TopicsScreen(Page):
    """A search box over a list. The box keeps the focus; the arrows move in the list."""

    places = (TOPIC_LIST,)
    commands = (QUIZ_TOPIC, TOPIC_CARDS, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._found: list[Topic] = list(self.study.bank.topics.values())

    def crumbs(self) -> Sequence[str]:
        return (self.say("Topics"),)

    def corner(self) -> Line:
        return [(str(len(self._found)), BOLD), (f" {self.say('topics')}", MUTED)]

    def action(self) -> NextAction:
        topic = self.chosen
        if topic is None:
            return self.act(
                [(self.say("No topic matches. Enter searches everything."), MUTED)],
                QUIZ_TOPIC,
                self.say("search"),
            )
        done = self.study.progress(topic)
        counts = self.say("{count} unseen", count=done.total - done.answered)
        if done.missed:
            missed = self.say("{count} missed", count=done.missed)
            counts = f"{missed}, {counts}"
        name = self.study.topic_title(topic, self.language)
        state: Line = [(name, BOLD), (f"   {counts}", MUTED)]
        if not topic.question_ids:
            return NextAction([(name, BOLD)])
        count = min(SESSION_LENGTH, len(topic.question_ids))
        return self.act(state, QUIZ_TOPIC, self.say("answer {count}", count=count))

    def _above(self) -> Iterator[Widget]:
        yield Input(placeholder=self.say("Search topics and services"), select_on_focus=False)
        yield Drawing(self._head, classes="head")

    def area(self) -> Widget:
        return self.with_list(
            self._above(), Listing(self._row, lambda _: self.action_quiz(), self._moved)
        )

    def side(self) -> Iterator[Widget]:
        yield Panel(self._about, id="about")
        yield Panel(self._cards, id="cards")

    def on_mount(self) -> None:
        self.query_one(Input).focus(scroll_visible=False)
        self._fill("")

    def on_screen_resume(self) -> None:
        self.listing.redraw()
        self._moved()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_quiz()

    @property
    def listing(self) -> Listing:
        return self.query_one(Listing)

    @property
    def chosen(self) -> Topic | None:
        """The topic under the cursor."""
        found = self.query(Listing)
        cursor = found.first().cursor if found else None
        return None if cursor is None else self._found[cursor]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        topic = self.chosen
        if action == "quiz" and topic is not None:
            return bool(topic.question_ids)
        if action == "cards" and self.is_mounted:
            return topic is not None and bool(topic.card_ids)
        return True

    def action_up(self) -> None:
        self.listing.move(-1)

    def action_down(self) -> None:
        self.listing.move(+1)

    def action_quiz(self) -> None:
        topic = self.chosen
        if topic is None:
            self.host.open_search(self.query_one(Input).value)
        elif topic.question_ids:
            practice = Practice(topics=(topic.id,))
            self.host.start(lambda: self.study.quiz(practice, count=SESSION_LENGTH))

    def action_cards(self) -> None:
        topic = self.chosen
        if topic is not None:
            self.host.open_cards(topic.id)

    async def language_changed(self) -> None:
        """Show everything again; what was typed and chosen stays."""
        self.query_one(Input).placeholder = self.say("Search topics and services")
        for drawing in self.query(Drawing):
            drawing.redraw()
        self._fill(self.query_one(Input).value)

    def _moved(self) -> None:
        for panel in self.query(Panel):
            panel.redraw()
        self.refresh_parts()

    def _fill(self, search: str) -> None:
        chosen = self.chosen
        topics = self.study.bank.topics.values()
        self._found = [topic for topic in topics if self._fits(topic, search)]
        place = self._found.index(chosen) if chosen in self._found else 0
        self.listing.cursor = None
        self.listing.fill(len(self._found), place)

    def _fits(self, topic: Topic, search: str) -> bool:
        titles = (topic.title, self.study.bank.topic_title(topic.id, "ko"))
        text = " ".join((*titles, *topic.services, topic.id)).casefold()
        return all(word in text for word in search.casefold().split())

    def _head(self, width: int) -> list[Line]:
        name = width - _BAR_CELLS - _FIGURE_CELLS
        head = (
            f"{fitted(self.say('topic'), name)}{fitted(self.say('right'), _BAR_CELLS + 5)}"
            f"{rjust(self.say('seen'), 8)}{rjust(self.say('missed'), 8)}"
            f"{rjust(self.say('cards'), 7)}"
        )
        return [[(head, MUTED)]]

    def _row(self, number: int, width: int, here: bool) -> list[Line]:
        topic = self._found[number]
        done = self.study.progress(topic)
        right = done.answered - done.missed
        name = width - 2 - _BAR_CELLS - _FIGURE_CELLS
        share = round(100 * right / done.total) if done.total else 0
        title_cells = fitted(self.study.topic_title(topic, self.language), name - 1)
        line: Line = [
            (f"{title_cells} ", BOLD if here else PLAIN),
            *bar(right, done.total, _BAR_CELLS, ACCENT),
            (f"{share:>4}%", PLAIN if done.answered else MUTED),
            (f"{done.answered}/{done.total}".rjust(8), MUTED),
            (str(done.missed or "·").rjust(8), BOLD if done.missed else MUTED),
            (str(len(topic.card_ids)).rjust(7), MUTED),
        ]
        return [under_cursor(line, width, here=here)]

    def _about(self, width: int) -> list[Line]:
        topic = self.chosen
        if topic is None:
            return [title(width, self.say("Topics"))]
        done = self.study.progress(topic)
        return [
            title(width, self.study.topic_title(topic, self.language)),
            [],
            fact(width, self.say("questions"), str(done.total)),
            fact(width, self.say("never seen"), str(done.total - done.answered)),
            fact(width, self.say("right"), str(done.answered - done.missed)),
            fact(width, self.say("missed"), [(str(done.missed), BOLD)]),
        ]

    def _cards(self, width: int) -> list[Line]:
        topic = self.chosen
        keys = self.keys_of(TOPIC_CARDS)
        ending: Line = [small_chip(keys[0]), (f" {self.say('read')}", MUTED)] if keys else []
        rows: list[Line] = [title(width, self.say("Cards"), ending), []]
        for card in self.study.bank.cards_of(topic) if topic else ():
            name = self.study.translations(card, self.language)[0].title
            rows.append([("•  ", FAINT), (fitted(name, width - 3).rstrip(), PLAIN)])
        return rows
