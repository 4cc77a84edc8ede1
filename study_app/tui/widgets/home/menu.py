"""Home's list: everything that can be opened, one row each."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date

from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, fitted, spread
from study_app.learning.exam.attempt import Attempt
from study_app.tui.measure import TALL
from study_app.tui.widgets.action_bar import chip
from study_app.tui.widgets.rows import Rows, under_cursor
from study_app.words.dates import day
from study_app.words.language import Language
from study_app.words.times import countdown
from study_app.words.wording import say

_NAME_CELLS = 22


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A row: its name, how many there are, and what it is about. Its key is its place, from 1."""

    name: str
    count: str
    about: str


class Menu(Rows):
    """Reads its entries when it draws; a click opens one."""

    DEFAULT_CSS = "Menu { padding: 0 1; }"

    def __init__(
        self,
        entries: Callable[[], Sequence[MenuEntry]],
        opens: Callable[[int], Awaitable[None]],
    ) -> None:
        super().__init__(id="menu")
        self._entries = entries
        self._opens = opens

    @property
    def count(self) -> int:
        return len(self._entries())

    async def clicked(self, number: int) -> None:
        await self._opens(number)

    def blocks(self, width: int) -> list[list[Line]]:
        airy = self.app.size.height >= TALL
        return [
            [self._row(entry, number, width), *([[]] if airy else [])]
            for number, entry in enumerate(self._entries())
        ]

    def _row(self, entry: MenuEntry, number: int, width: int) -> Line:
        here = number == self.cursor
        count: Line = [(f"{entry.count} ", PLAIN)] if entry.count else []
        line: Line = [
            (f" {number + 1:<2}  ", "bold $accent"),
            (fitted(entry.name, _NAME_CELLS), BOLD),
            *count,
            (entry.about, MUTED),
        ]
        if here:
            line = spread(width - 1, line, [chip("enter"), (" ", PLAIN)])
        return under_cursor(line, width, here=here)


def exam_entry(paused: Attempt | None, language: Language) -> MenuEntry:
    """The row of the mock exam, with the progress of a paused one."""
    name = say("Mock exam", language)
    if paused is None:
        return MenuEntry(name, "", say("as in the exam, against the clock", language))
    place = say(
        "paused at {place} of {total}, {left} left",
        language,
        place=paused.place,
        total=len(paused.items),
        left=countdown(paused.clock.left),
    )
    return MenuEntry(name, place, "")


def outcome_entry(taken_on: date | None, language: Language) -> MenuEntry:
    """The row that asks how the real exam went."""
    when = (
        "" if taken_on is None else say("your exam of {day}", language, day=day(taken_on, language))
    )
    return MenuEntry(say("How did it go?", language), "", when)
