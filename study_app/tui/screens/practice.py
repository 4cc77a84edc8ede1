"""Practice: presets start immediately, everything else is put together row by row."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.practice import (
    NEXT_VALUE,
    PRACTICE_PICKER,
    PREVIOUS_VALUE,
    START_PICKED,
    START_READY,
)
from study_app.drawing.pieces import BOLD, MUTED, Line
from study_app.learning.choosing.picking import Picks
from study_app.learning.choosing.ready_made import READY_LENGTH, Ready
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.picker import RowPanel
from study_app.tui.widgets.practice import READY, ROWS, Looks
from study_app.usecases.practice import Offers


class PracticeScreen(Page):
    """The cursor moves over the five presets, then over the rows to put together."""

    places = (PRACTICE_PICKER,)
    commands = (START_READY, START_PICKED, NEXT_VALUE, PREVIOUS_VALUE, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.picks = Picks()
        self.cursor = len(READY)
        self._look_again()

    @property
    def looks(self) -> Looks:
        return Looks(
            self.offers, self.counts, self.picks, self.cursor, self.language, airy=self.is_tall
        )

    def crumbs(self) -> Sequence[str]:
        return (self.say("Practice"),)

    def corner(self) -> Line:
        return [(str(len(self.offers.all)), BOLD), (f" {self.say('questions')}", MUTED)]

    def action(self) -> NextAction:
        looks, ready = self.looks, self.looks.ready
        if ready is not None:
            found, name = self.offers.ready[ready], looks.name_of(ready)
            size = min(READY_LENGTH, found)
        else:
            found, name = self.counts[self.picks.only], looks.where()
            size = found if self.picks.count is None else min(self.picks.count, found)
        if not size:
            return NextAction([(self.say("Nothing matches."), MUTED)])
        amount = self.say("{count} {count:question|questions}", count=size)
        if size < found:
            amount = self.say("{part} of {whole} questions", part=size, whole=found)
        minutes = self.say("about {minutes} min", minutes=self.offers.minutes(size))
        more: list[Line] = [[(name, MUTED)]] if name else []
        return self.act([(amount, BOLD)], START_PICKED, more=(*more, [(minutes, MUTED)]))

    def main(self) -> Iterator[Widget]:
        yield RowPanel(self._ready_rows, self._ready_clicked, "ready")
        yield RowPanel(self._picker_rows, self._row_clicked, "picker")

    def side(self) -> Iterator[Widget]:
        yield Panel(self._what_comes)

    def on_screen_resume(self) -> None:
        self._look_again()
        self._redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        row, ready = self.looks.row, self.looks.ready
        match action:
            case "next" | "previous":
                return row is not None and len(self.offers.picker.values(self.picks, row)) > 1
            case "start":
                return bool(self.offers.ready[ready] if ready else self.counts[self.picks.only])
            case _:
                return True

    def action_up(self) -> None:
        self._go(self.cursor - 1)

    def action_down(self) -> None:
        self._go(self.cursor + 1)

    def action_next(self) -> None:
        self._step(+1)

    def action_previous(self) -> None:
        self._step(-1)

    def action_ready(self, key: str) -> None:
        self._start(READY[int(key) - 1])

    def action_start(self) -> None:
        ready = self.looks.ready
        if ready is not None:
            self._start(ready)
        elif self.counts[self.picks.only]:
            self.host.start(lambda: self.offers.begin(self.picks))

    async def language_changed(self) -> None:
        self._redraw()

    def _start(self, ready: Ready) -> None:
        if self.offers.ready[ready]:
            self.host.start(lambda: self.offers.begin_ready(ready))

    def _look_again(self) -> None:
        """Count what there is now."""
        self.offers = Offers(self.study)
        self.counts = self.offers.counts(self.picks)

    def _go(self, place: int) -> None:
        self.cursor = max(0, min(len(READY) + len(ROWS) - 1, place))
        self._redraw()

    def _step(self, step: int) -> None:
        row = self.looks.row
        if row is not None:
            self._pick(self.offers.picker.stepped(self.picks, row, step))

    def _pick(self, picks: Picks) -> None:
        self.picks = picks
        self.counts = self.offers.counts(picks)
        self._redraw()

    def _redraw(self) -> None:
        for panel in self.query(Panel):
            panel.redraw()
        self.refresh_parts()

    def _ready_rows(self, width: int) -> Iterator[Line]:
        return self.looks.ready_rows(width)

    def _picker_rows(self, width: int) -> Iterator[Line]:
        return self.looks.picker_rows(width)

    def _what_comes(self, width: int) -> Iterator[Line]:
        return self.looks.what_comes(width)

    def _ready_clicked(self, row: int, _column: int) -> None:
        if row < len(READY):
            self._go(row)
            self._start(READY[row])

    def _row_clicked(self, row: int, column: int) -> None:
        if row < len(ROWS):
            self._go(len(READY) + row)
            width = self.query_one("#picker").content_size.width
            picks = self.looks.value_at(ROWS[row], width, column)
            if picks is not None:
                self._pick(picks)
