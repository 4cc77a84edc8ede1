"""The questions that were missed, or flagged: a list, and a session over them."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.home import QUESTION_LIST, QUIZ_LIST, UNFLAG
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, clipped, spread
from study_app.drawing.prose import inline, prose
from study_app.learning.choosing.selection import SESSION_LENGTH
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.list_page import ListPage
from study_app.tui.verdicts import STYLES
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.listing import Listing
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import title
from study_app.usecases.journal import NotSaved
from study_app.usecases.more import wording


class QuestionsScreen(ListPage):
    """`kind` is `missed` or `flagged`. Keys are not shown, to give no answer away."""

    places = (QUESTION_LIST,)
    commands = (QUIZ_LIST, UNFLAG, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host, kind: str) -> None:
        super().__init__(host)
        self._kind = kind
        self._items = self._list()
        self._prompts: dict[str, str] = {}

    def crumbs(self) -> Sequence[str]:
        return (self.say("Missed") if self._kind == "missed" else self.say("Flagged"),)

    def corner(self) -> Line:
        return [(str(len(self._items)), BOLD), (f" {self.say('questions')}", MUTED)]

    def action(self) -> NextAction:
        if not self._items:
            none = self.say("No flagged questions. Press F3 on a question to flag it.")
            if self._kind == "missed":
                none = self.say("No missed questions: your last answer to each was right.")
            return NextAction([(none, MUTED)])
        count = min(SESSION_LENGTH, len(self._items))
        state: Line = [(self.say("starting at the cursor"), MUTED)]
        return self.act(state, QUIZ_LIST, self.say("answer {count}", count=count))

    def main(self) -> Iterator[Widget]:
        yield Listing(self._row, lambda _: self.action_quiz(), self._moved)

    def side(self) -> Iterator[Widget]:
        yield Panel(self._preview)

    def on_mount(self) -> None:
        self._fill()

    def on_screen_resume(self) -> None:
        self._fill()

    @property
    def chosen(self) -> str | None:
        """The id of the question under the cursor."""
        return self.at_cursor(self._items)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._items) if action in {"quiz", "flag"} else True

    def action_quiz(self) -> None:
        """From the question under the cursor on, and around to the first."""
        if self._items:
            first = self.listing.cursor or 0
            items = [*self._items[first:], *self._items[:first]][:SESSION_LENGTH]
            self.host.start(lambda: self.study.sit(items))

    def action_flag(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        try:
            self.study.flag(chosen)
        except NotSaved as error:
            self.refused(error, self.action_flag)
        self._fill()

    async def language_changed(self) -> None:
        self._prompts.clear()
        self._fill()

    def _list(self) -> list[str]:
        return self.study.missed() if self._kind == "missed" else self.study.flagged()

    def _fill(self) -> None:
        cursor = self.listing.cursor
        self._items = self._list()
        self.listing.fill(len(self._items), cursor or 0)

    def _moved(self) -> None:
        for panel in self.query(Panel):
            panel.redraw()
        self.refresh_parts()

    def _prompt(self, item: str) -> str:
        """Cached: drawing numbers takes a moment."""
        if item not in self._prompts:
            self._prompts[item] = wording(self.study, item, self.language).prompt
        return self._prompts[item]

    def _row(self, number: int, width: int, here: bool) -> list[Line]:
        item = self._items[number]
        record = self.study.history.record(item)
        sign: Line = [("· ", MUTED)]
        if record is not None:
            sign = [(f"{record.verdict.sign} ", STYLES[record.verdict])]
        flag: Line = [("⚑", BOLD)] if item in self.study.history.flagged else []
        text = clipped(inline(self._prompt(item).strip().replace("\n", " ")), width - 8)
        head = spread(width - 3, [*sign, *text], flag)
        topic = self.study.bank.topics[item.partition("/")[0]]
        where: Line = [("  ", PLAIN), (self.study.topic_title(topic, self.language), MUTED)]
        lines = [under_cursor(line, width, here=here) for line in (head, where)]
        return [*lines, []] if self.is_tall else lines

    def _preview(self, width: int) -> list[Line]:
        item = self.chosen
        if item is None:
            return [title(width, self.say("Question"))]
        return [title(width, self.say("Question")), [], *prose(self._prompt(item), width)]
