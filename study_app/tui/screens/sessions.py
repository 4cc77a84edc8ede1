"""The unfinished sessions: each can be resumed where it stopped, until it is ended."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.home import END_SESSION, RESUME, SESSIONS
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, fitted, spread
from study_app.drawing.plots import trail
from study_app.learning.log.session import Session
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.list_page import ListPage
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.listing import Listing
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import session_name, steps_of
from study_app.usecases.journal import NotSaved
from study_app.words.dates import day

_NAME_CELLS, _TRAIL_CELLS = 30, 20


class SessionsScreen(ListPage):
    """Newest first. Ending takes a second press: an ended session is not offered again."""

    places = (SESSIONS,)
    commands = (RESUME, END_SESSION, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._sessions = self.study.resumable()
        self._ending = False

    def crumbs(self) -> Sequence[str]:
        return (self.say("Unfinished"),)

    def action(self) -> NextAction:
        session = self.chosen
        if session is None:
            return NextAction([(self.say("No unfinished sessions."), MUTED)])
        name = session_name(self.study, session.started.items, self.language)
        if self._ending:
            asks = self.say("End this session? Its answers are kept.")
            return self.act([(asks, BOLD)], END_SESSION, more=([(name, MUTED)],))
        return self.act([(name, BOLD)], RESUME, more=([(self._place(session), MUTED)],))

    def main(self) -> Iterator[Widget]:
        yield Listing(self._row, lambda _: self.action_resume(), self._moved)

    def on_mount(self) -> None:
        self._fill()

    def on_screen_resume(self) -> None:
        self._fill()

    @property
    def chosen(self) -> Session | None:
        """The session under the cursor."""
        return self.at_cursor(self._sessions)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self._sessions) if action in {"resume", "end"} else True

    def action_resume(self) -> None:
        session = self.chosen
        if session is not None:
            self.host.open_quiz(session)

    def action_end(self) -> None:
        session = self.chosen
        if session is None:
            return
        if not self._ending:
            self._ending = True
            self.refresh_parts()
            return
        try:
            self.study.end(session)
        except NotSaved as error:
            self.refused(error, self.action_end)
        self._fill()

    async def language_changed(self) -> None:
        self._fill()

    def _fill(self) -> None:
        cursor = self.listing.cursor
        self._sessions = self.study.resumable()
        self.listing.fill(len(self._sessions), cursor or 0)

    def _moved(self) -> None:
        self._ending = False
        self.refresh_parts()

    def _place(self, session: Session) -> str:
        done, total = len(session.first_given), len(session.started.items)
        return self.say("{done} of {total}", done=done, total=total)

    def _row(self, number: int, width: int, here: bool) -> list[Line]:
        session = self._sessions[number]
        name = session_name(self.study, session.started.items, self.language)
        begun = session.started.at.astimezone(self.study.zone).date()
        left: Line = [
            (f"{fitted(name, _NAME_CELLS)}  ", BOLD),
            *trail(steps_of(session, now=None), _TRAIL_CELLS),
            (f"   {len(session.first_given)}/{len(session.started.items)}", PLAIN),
        ]
        line = spread(width - 3, left, [(day(begun, self.language), MUTED)])
        rows = [under_cursor(line, width, here=here)]
        return [*rows, []] if self.is_tall else rows
