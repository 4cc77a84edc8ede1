"""More: add a note, I guessed, I was wrong, suspend, report."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.more import CHOOSE, CHOOSE_NUMBER, MORE_MENU
from study_app.drawing.matches import unmarked
from study_app.drawing.pieces import BOLD, MUTED, Line, fitted, spread
from study_app.grading.verdict import Verdict
from study_app.learning.log.events import Guessed, Overruled, Subject, WasWrong
from study_app.learning.log.session import SessionResponse
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.list_page import ListPage
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.feedback import note_lines
from study_app.tui.widgets.listing import Listing
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import title
from study_app.usecases.journal import NotSaved
from study_app.usecases.more import (
    ItemRef,
    is_suspended,
    note_on,
    report,
    suspend,
    suspended,
    title_of,
    write_note,
)
from study_app.usecases.sitting import Sitting

_NAME_CELLS = 25


@dataclass(frozen=True, slots=True)
class MoreAction:
    """One action: its name, what it means, and a function that performs it and returns the notice.

    An action that opens another screen returns none.
    """

    name: str
    about: str
    does: Callable[[], str]


class MoreScreen(ListPage):
    """For an answered question (`given` in `sitting`) and its card, or for a card alone.

    `tells` is called with what was done, and shows it on the previous screen.
    """

    places = (MORE_MENU,)
    commands = (CHOOSE, CHOOSE_NUMBER, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(
        self,
        host: Host,
        tells: Callable[[str], None],
        *,
        card: str | None,
        sitting: Sitting | None = None,
        given: SessionResponse | None = None,
    ) -> None:
        super().__init__(host)
        self._tells = tells
        self._card = None if card is None else ItemRef(Subject.CARD, card)
        self._sitting = sitting
        self._given = given

    @property
    def about(self) -> ItemRef | None:
        """What notes and reports are about: the question, else the card."""
        if self._given is not None:
            return ItemRef(Subject.QUESTION, self._given.ask.item)
        return self._card

    def crumbs(self) -> Sequence[str]:
        return (self.say("More"),)

    def action(self) -> NextAction:
        chosen = self.at_cursor(self.entries)
        return NextAction([]) if chosen is None else self.act([(chosen.name, BOLD)], CHOOSE)

    def main(self) -> Iterator[Widget]:
        yield Listing(self._row, self._choose, self.refresh_parts)

    def side(self) -> Iterator[Widget]:
        yield Panel(self._shown)

    def on_mount(self) -> None:
        self.listing.fill(len(self.entries))

    def on_screen_resume(self) -> None:
        self.listing.redraw()
        self.refresh_parts()

    @property
    def entries(self) -> list[MoreAction]:
        """All actions, in the order of their numbers."""
        found = [*self._notes(), *self._of_answer()]
        if self._given is not None:
            found.append(self._suspend(ItemRef(Subject.QUESTION, self._given.ask.item)))
        if self._card is not None:
            found.append(self._suspend(self._card))
        copies = self.say("copies id, file and line, and the source")
        count = self.say("{count} to restore", count=len(suspended(self.study)))
        return [
            *found,
            MoreAction(self.say("Report"), copies, self._report),
            MoreAction(self.say("Suspended"), count, self._list),
        ]

    def keys_of(self, command: object) -> tuple[str, ...]:
        """For the digits, as many as there are rows."""
        keys = super().keys_of(command)  # type: ignore[arg-type]
        return keys[: len(self.entries)] if command is CHOOSE_NUMBER else keys

    def action_choose(self) -> None:
        if self.listing.cursor is not None:
            self._choose(self.listing.cursor)

    def action_number(self, key: str) -> None:
        if int(key) <= len(self.entries):
            self._choose(int(key) - 1)

    async def language_changed(self) -> None:
        self.listing.redraw()
        self.refresh_parts()

    def _choose(self, number: int) -> None:
        try:
            said = self.entries[number].does()
        except NotSaved as error:
            self.refused(error, lambda: self._choose(number))
            return
        if said:
            self.dismiss()
            self._tells(said)

    def _notes(self) -> Iterator[MoreAction]:
        about = self.about
        if about is None:
            return
        name = self.say("Edit the note") if note_on(self.study, about) else self.say("Write a note")
        text = self.say("Markdown, shown with it, searchable")
        yield MoreAction(name, text, lambda: self._edit(about))

    def _of_answer(self) -> Iterator[MoreAction]:
        sitting, given = self._sitting, self._given
        if sitting is None or given is None or given.verdict is None:
            return
        if given.verdict is not Verdict.WRONG:  # a wrong answer counts as not known anyway
            guessed, wrong = self.say("Marked as a guess."), self.say("Marked as wrong.")
            yield MoreAction(
                self.say("I guessed"),
                self.say("counts as not known: the card comes back soon"),
                lambda: self._done(lambda: sitting.say_guessed(given), guessed),
            )
            yield MoreAction(
                self.say("I was wrong"),
                self.say("counts as not known, even though it was marked right"),
                lambda: self._done(lambda: sitting.say_wrong(given), wrong),
            )
        if isinstance(sitting.said(given), Guessed | Overruled | WasWrong):
            yield MoreAction(
                self.say("Undo that"),
                self.say("what you last said about this answer"),
                lambda: self._done(lambda: sitting.unsay(given), self.say("Undone.")),
            )

    def _suspend(self, about: ItemRef) -> MoreAction:
        is_card = about.subject is Subject.CARD
        if is_suspended(self.study, about):
            name = self.say("Ask the question again")
            if is_card:
                name = self.say("Ask about the card again")
            said = self.say("It will be asked again.")
            text, on = self.say("it is suspended"), False
        else:
            name = self.say("Suspend the card") if is_card else self.say("Suspend the question")
            text = self.say("it is not asked until you undo this")
            if is_card:
                text = self.say("its questions are not asked until you undo this")
            said, on = self.say("Suspended. More can undo it."), True
        return MoreAction(
            name, text, lambda: self._done(lambda: suspend(self.study, about, on=on), said)
        )

    def _done(self, change: Callable[[], object], said: str) -> str:
        change()
        return said

    def _edit(self, about: ItemRef) -> str:
        from study_app.tui.screens.more.note import NoteScreen

        def written(text: str | None) -> None:
            if text is None:
                return
            try:
                write_note(self.study, about, text)
            except NotSaved as error:
                self.refused(error, lambda: written(text))
                return
            self.dismiss()
            said = self.say("Saved the note.") if text.strip() else self.say("Note deleted.")
            self._tells(said)

        screen = NoteScreen(note_on(self.study, about), self.language)
        self.app.push_screen(screen, written)
        return ""

    def _report(self) -> str:
        about = self.about
        if about is None:
            return ""
        text = report(self.study, about)
        self.app.copy_to_clipboard(text)
        return self.say("Copied for a report: {what}", what=about.item)

    def _list(self) -> str:
        from study_app.tui.screens.more.suspended import SuspendedScreen

        self.app.push_screen(SuspendedScreen(self.host))
        return ""

    def _row(self, number: int, width: int, here: bool) -> list[Line]:
        entry = self.entries[number]
        line: Line = [
            (f"{number + 1}  ", "bold $accent"),
            (fitted(entry.name, _NAME_CELLS), BOLD),
            (entry.about, MUTED),
        ]
        row = under_cursor(spread(width - 2, line), width, here=here)
        return [row, []] if self.is_tall else [row]

    def _shown(self, width: int) -> list[Line]:
        about = self.about
        if about is None:
            return []
        text = unmarked(title_of(self.study, about, self.language))
        note = note_on(self.study, about)
        return [title(width, text), *note_lines(note, self.language, width)]
