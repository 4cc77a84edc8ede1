"""The suspended cards and questions, and how to resume them."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.more import PUT_BACK, SUSPENDED
from study_app.drawing.matches import unmarked
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, fitted, spread
from study_app.learning.log.events import Subject
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.list_page import ListPage
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.listing import Listing
from study_app.tui.widgets.rows import under_cursor
from study_app.usecases.journal import NotSaved
from study_app.usecases.more import ItemRef, suspend, suspended, title_of

_KIND_CELLS = 10


class SuspendedScreen(ListPage):
    """They are not asked until they are resumed."""

    places = (SUSPENDED,)
    commands = (PUT_BACK, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._items: list[ItemRef] = suspended(self.study)

    def crumbs(self) -> Sequence[str]:
        return (self.say("Suspended"),)

    def action(self) -> NextAction:
        chosen = self.at_cursor(self._items)
        if chosen is None:
            return NextAction([(self.say("Nothing is suspended."), MUTED)])
        return self.act([(chosen.item, BOLD)], PUT_BACK)

    def main(self) -> Iterator[Widget]:
        yield Listing(self._row, lambda _: self.action_put_back(), self.refresh_parts)

    def on_mount(self) -> None:
        self._fill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._items) if action == "put_back" else True

    def action_put_back(self) -> None:
        chosen = self.at_cursor(self._items)
        if chosen is None:
            return
        try:
            suspend(self.study, chosen, on=False)
        except NotSaved as error:
            self.refused(error, self.action_put_back)
        self._fill()

    async def language_changed(self) -> None:
        self._fill()

    def _fill(self) -> None:
        cursor = self.listing.cursor
        self._items = suspended(self.study)
        self.listing.fill(len(self._items), cursor or 0)

    def _row(self, number: int, width: int, here: bool) -> list[Line]:
        about = self._items[number]
        is_card = about.subject is Subject.CARD
        kind = self.say("card") if is_card else self.say("question")
        text = unmarked(title_of(self.study, about, self.language))
        line: Line = [(fitted(kind, _KIND_CELLS), MUTED), (text, BOLD if here else PLAIN)]
        row = under_cursor(spread(width - 2, line), width, here=here)
        return [row, []] if self.is_tall else [row]
