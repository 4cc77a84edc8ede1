"""Lines with a cursor: what choosing, ordering and matching have in common."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from study_app.commands.answers import CURSOR_DOWN, CURSOR_UP, NUMBER, TOGGLE
from study_app.commands.command import Command
from study_app.grading.verdict import Verdict
from study_app.tui.bindings import bindings
from study_app.tui.text import inline, plain
from study_app.tui.widgets.answers.area import AnswerArea
from study_app.words.language import Language

RIGHT, NOT_RIGHT = Verdict.CORRECT.sign, Verdict.WRONG.sign


class Line(Horizontal):
    """One line to choose: a gutter with its mark, its texts, and room for a reason below."""

    DEFAULT_CSS = """
    Line {
        height: auto;
        & > .gutter { width: 8; padding: 0 0 0 2; text-wrap: nowrap; }
        & > .texts { height: auto; width: 1fr; max-width: 72; }
        & .second { color: $muted; }
        & .why { color: $muted; display: none; margin: 0 0 1 0; }
        &.-cursor > .texts > .first { color: $accent; }
        &.-right > .texts > .first { color: $success; }
        &.-not-right > .texts > .first { color: $error; }
        &.-faded > .texts > .first { color: $muted; }
        &.-revealed .why { display: block; }
    }
    """

    def __init__(self, texts: list[str], whys: list[str] | None = None) -> None:
        super().__init__()
        self._texts = list(dict.fromkeys(texts))
        self._whys = list(dict.fromkeys(whys or []))
        self._gutter = Static(classes="gutter")

    def compose(self) -> ComposeResult:
        yield self._gutter
        with Vertical(classes="texts"):
            first, *others = self._texts
            yield Static(plain(first), classes="first")
            for text in others:
                yield Static(plain(text), classes="second")
            for why in self._whys:
                yield Static(inline(why), classes="why")

    def mark(self, gutter: str, style: str = "") -> None:
        """Replace what stands in the gutter."""
        self._gutter.update(Content.styled(gutter, style))


class Lines(AnswerArea):
    """Lines with a cursor: the base of choosing, ordering and matching."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(CURSOR_UP, CURSOR_DOWN, NUMBER, TOGGLE)
    commands: ClassVar[tuple[Command, ...]] = (CURSOR_UP, CURSOR_DOWN, NUMBER, TOGGLE)

    def __init__(self, keys: tuple[str, ...], lines: list[Line], language: Language) -> None:
        super().__init__()
        self.keys = keys
        self.lines = lines
        self.language = language
        self.cursor = 0
        self.revealed = False

    def compose(self) -> ComposeResult:
        yield from self.lines

    def on_mount(self) -> None:
        self.draw()

    def on_click(self, event: Click) -> None:
        clicked = event.widget
        lines = [line for line in self.lines if clicked is line or clicked in line.walk_children()]
        if lines and not self.revealed:
            self.cursor = self.lines.index(lines[0])
            self.choose(self.cursor)

    def action_up(self) -> None:
        self._go(-1)

    def action_down(self) -> None:
        self._go(+1)

    def action_number(self, key: str) -> None:
        number = int(key) - 1
        if number < len(self.lines):
            self.cursor = number
            self.choose(number)

    def action_toggle_choice(self) -> None:
        self.choose(self.cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return not self.revealed

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Lines):
            self.cursor = other.cursor
            self.draw()

    def choose(self, number: int) -> None:
        """The learner chose the line `number`, counted from 0."""
        self.draw()

    def draw(self) -> None:
        """Bring gutters and cursor up to date."""
        for number, line in enumerate(self.lines):
            here = number == self.cursor
            line.set_class(here and not self.revealed, "-cursor")
            pointer = "▸" if here and not self.revealed else " "
            line.mark(f"{pointer} {self.sign(number)}", "$accent" if here else "$muted")

    def sign(self, number: int) -> str:
        """What stands before line `number`."""
        return str(number + 1)

    def _go(self, step: int) -> None:
        self.cursor = (self.cursor + step) % len(self.lines)
        self.draw()
        self.lines[self.cursor].scroll_visible()
