"""Search: type words, see what contains them, open it."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.search import (
    CARDS_ONLY,
    LEAVE_SEARCH,
    OPEN_FOUND,
    QUESTIONS_ONLY,
    SEARCHING,
)
from study_app.drawing.matches import around, marked, unmarked
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, cells, clipped, fitted, spread
from study_app.drawing.prose import prose
from study_app.learning.log.events import Subject
from study_app.learning.searching import Document, SearchQuery
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.list_page import ListPage
from study_app.tui.verdicts import STYLES
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.listing import Listing
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import title
from study_app.usecases.more import wording
from study_app.usecases.search import Search
from study_app.words.text import Text
from study_app.words.width import cut

_KIND_CELLS = 10
_PAGE = 20
"""Rows that are drawn at once; more come below the last."""
PAUSE = 0.2
"""Seconds without a key after which the typed words are done: until then only what is in sight is
drawn, and the preview stays, so that a keystroke is fast."""
_STATES = {True: Text("missed", "틀림"), False: Text("right", "맞음")}


class SearchScreen(ListPage):
    """The box keeps the focus; the arrows move through the results. No answer is shown."""

    places = (SEARCHING,)
    commands = (OPEN_FOUND, CARDS_ONLY, QUESTIONS_ONLY, LEAVE_SEARCH)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host, words: str = "") -> None:
        super().__init__(host)
        self.search = Search(self.study)
        self.only: Subject | None = None
        self._pause: Timer | None = None
        self.look(words)

    def look(self, words: str, rows: int = _PAGE) -> None:
        """Look for `words` from now on, and draw at most `rows` of what is found."""
        self.wanted = SearchQuery(words)
        self._shown = rows
        self.found: Sequence[Document] = self.search.find(self.wanted, self.only)

    def crumbs(self) -> Sequence[str]:
        return (self.say("Search"),)

    def corner(self) -> Line:
        if not self.wanted.words:
            return []
        cards = sum(one.subject is Subject.CARD for one in self.found)
        text = self.say(
            "{count} found: {cards} {cards:card|cards}, {questions} {questions:question|questions}",
            count=len(self.found),
            cards=cards,
            questions=len(self.found) - cards,
        )
        return [(text, MUTED)]

    def action(self) -> NextAction:
        if not self.wanted.words:
            text = self.say("Type to search {count} cards and questions.", count=len(self.search))
            return NextAction([(text, MUTED)])
        chosen = self.chosen
        if chosen is None:
            return NextAction(
                [(self.say("No card or question contains all of these words."), MUTED)]
            )
        is_card = chosen.subject is Subject.CARD
        does = self.say("read it") if is_card else self.say("answer")
        state: Line = [(self._topic(chosen), BOLD), (f"   {chosen.item}", MUTED)]
        return self.act(state, OPEN_FOUND, does)

    def _above(self) -> Iterator[Widget]:
        yield Input(
            self.wanted.text,
            placeholder=self.say("Words from a card or a question"),
            select_on_focus=False,
        )

    def area(self) -> Widget:
        return self.with_list(
            self._above(), Listing(self._row, lambda _: self.action_open(), self._moved)
        )

    def side(self) -> Iterator[Widget]:
        yield Panel(self._preview)

    def on_mount(self) -> None:
        self.query_one(Input).focus(scroll_visible=False)
        self._fill()

    def on_screen_resume(self) -> None:
        self.listing.redraw()
        self._moved()

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value != self.wanted.text:
            if self._pause is not None:
                self._pause.stop()
            self._pause = self.set_timer(PAUSE, self._typed)
            self.look(event.value, min(_PAGE, 1 + self.app.size.height // self._row_lines))
            self._fill()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.action_open()

    @property
    def chosen(self) -> Document | None:
        """What the cursor is on."""
        return self.at_cursor(self.found)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.chosen is not None if action == "open" else True

    def action_down(self) -> None:
        """Go down; past the last row, draw more."""
        cursor = self.listing.cursor
        if cursor is not None and cursor + 1 == self._shown < len(self.found):
            self._shown += _PAGE
            self._fill(cursor)
        super().action_down()

    def action_open(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        if chosen.subject is Subject.CARD:
            self.host.open_cards(chosen.item.partition("/")[0], chosen.item)
        else:
            self.host.start(lambda: self.study.sit([chosen.item]))

    def action_cards(self) -> None:
        self._show_only(Subject.CARD)

    def action_questions(self) -> None:
        self._show_only(Subject.QUESTION)

    def action_leave(self) -> None:
        box = self.query_one(Input)
        if box.value:
            box.value = ""
        else:
            self.dismiss()

    async def language_changed(self) -> None:
        self.query_one(Input).placeholder = self.say("Words from a card or a question")
        self.listing.redraw()
        self._moved()

    def _show_only(self, subject: Subject) -> None:
        self.only = None if self.only is subject else subject
        self.look(self.wanted.text)
        self._fill()

    def _fill(self, cursor: int = 0) -> None:
        self.listing.fill(min(self._shown, len(self.found)), cursor)

    def _typed(self) -> None:
        """Draw what was left out while keys came."""
        self._pause = None
        self._shown = max(_PAGE, self._shown)
        self._fill(self.listing.cursor or 0)

    def _moved(self) -> None:
        if self._pause is None:
            for panel in self.query(Panel):
                panel.redraw()
        self.refresh_parts()

    @property
    def _row_lines(self) -> int:
        return 3 if self.is_tall else 2

    def _topic(self, document: Document) -> str:
        topic = self.study.bank.topics[document.item.partition("/")[0]]
        return self.study.topic_title(topic, self.language)

    def _row(self, number: int, width: int, here: bool) -> list[Line]:
        document, pattern = self.found[number], self.wanted.pattern
        hit = self.search.hit(document, self.wanted)
        is_card = document.subject is Subject.CARD
        kind = fitted(self.say("card") if is_card else self.say("question"), _KIND_CELLS)
        state = [] if is_card else self._state(document.item)
        room = width - 2 - _KIND_CELLS
        name, text = unmarked(hit.title), unmarked(hit.passage)
        head = spread(width - 2, [(kind, MUTED), *marked(name, pattern, BOLD)], state)
        seen = len(cut(name, room - cells(state) - 2)) if name.startswith(text) else 0
        found = around(text, pattern, room, MUTED, after=seen)
        rows: list[Line] = [head, clipped([(" " * _KIND_CELLS, PLAIN), *found], width - 2)]
        lines = [under_cursor(row, width, here=here) for row in rows]
        return [*lines, []] if self.is_tall else lines

    def _state(self, item: str) -> Line:
        """How a question was answered so far."""
        record = self.study.history.record(item)
        if record is None:
            return [(self.say("never seen"), MUTED)]
        word = self.say(_STATES[record.missed])
        return [(record.verdict.sign, STYLES[record.verdict]), (f" {word}", MUTED)]

    def _preview(self, width: int) -> list[Line]:
        chosen = self.chosen
        if chosen is None:
            return [title(width, self.say("Search"))]
        if chosen.subject is Subject.CARD:
            card = self.study.translations(self.study.bank.cards[chosen.item], self.language)[0]
            rows = [title(width, card.title, self.say("card")), [], *prose(card.body, width)]
        else:
            prompt = wording(self.study, chosen.item, self.language).prompt
            rows = [title(width, self.say("Question")), [], *prose(prompt, width)]
        return [*rows, [], [(self._topic(chosen), MUTED)]]
