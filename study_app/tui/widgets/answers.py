"""How each form of question is answered, and how the answer looks once it is judged.

`given` is the learner's response as it stands, or what it lacks. `reveal` shows the key in place.
"""

from dataclasses import dataclass
from string import ascii_lowercase
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Input, Static

from study_app.commands import (
    Command,
    CursorDown,
    CursorUp,
    Letter,
    NextLetter,
    Number,
    PreviousLetter,
    Toggle,
)
from study_app.learning.items import Choice, Choices, Matching, Option, Ordering
from study_app.learning.language import Language
from study_app.learning.responses import Paired, Picked, Response, Written
from study_app.learning.visible import one_line
from study_app.tui.bindings import bindings
from study_app.tui.text import inline, plain
from study_app.wording import say

RIGHT, NOT_RIGHT = "✓", "✗"
_NO_CONTROLS = r"[^\x00-\x1f\x7f-\x9f]*"
"""What the box takes: a paste may bring control characters, which would reach the terminal."""


@dataclass(frozen=True, slots=True)
class Unready:
    """The response is not complete; `missing` says what would complete it."""

    missing: str


class AnswerArea(Vertical, can_focus=True):
    """The base of all answer widgets. `commands` are those that work while it has the focus."""

    DEFAULT_CSS = "AnswerArea { height: auto; }"
    commands: ClassVar[tuple[type[Command], ...]] = ()

    def given(self) -> Response | Unready:
        """The response, or what it lacks."""
        raise NotImplementedError

    def take_over(self, other: "AnswerArea") -> None:
        """Go on where `other`, the same question in another language, was left."""
        raise NotImplementedError

    def reveal(self, response: Response | None) -> None:
        """Show the key beside `response`."""
        raise NotImplementedError


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

    BINDINGS: ClassVar[list[BindingType]] = bindings(CursorUp, CursorDown, Number, Toggle)
    commands: ClassVar[tuple[type[Command], ...]] = (CursorUp, CursorDown, Number, Toggle)

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


class Choosing(Lines):
    """One option, or as many as `choices` asks for."""

    DEFAULT_CSS = "Choosing.-several Line > .gutter { width: 11; }"

    def __init__(
        self,
        forms: list[Choice | Choices],
        keys: tuple[str, ...],
        language: Language,
    ) -> None:
        self.options: dict[str, Option] = dict(forms[0].options)
        self.count = forms[0].choose if isinstance(forms[0], Choices) else 1
        self.chosen: set[str] = set()
        lines = [
            Line(
                [form.options[key].text for form in forms],
                [form.options[key].why for form in forms],
            )
            for key in keys
        ]
        super().__init__(keys, lines, language)
        self.set_class(self.count > 1, "-several")

    def choose(self, number: int) -> None:
        if self.count > 1:
            self.chosen ^= {self.keys[number]}
        super().choose(number)

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Choosing):
            self.chosen = other.chosen
        super().take_over(other)

    def sign(self, number: int) -> str:
        box = ""
        if self.count > 1:
            box = " [x]" if self.keys[number] in self.chosen else " [ ]"
        return f"{number + 1}{box}"

    def given(self) -> Response | Unready:
        chosen = self.chosen if self.count > 1 else {self.keys[self.cursor]}
        if len(chosen) == self.count:
            return Picked(tuple(key for key in self.keys if key in chosen))
        counts = {"count": self.count, "chosen": len(chosen)}
        return Unready(say("Choose {count}: {chosen} chosen so far.", self.language, **counts))

    def reveal(self, response: Response | None) -> None:
        picked = response.keys if isinstance(response, Picked) else ()
        self.revealed = True
        for number, (key, line) in enumerate(zip(self.keys, self.lines, strict=True)):
            correct, mine = self.options[key].correct, key in picked
            line.add_class("-revealed")
            line.remove_class("-cursor")
            line.set_class(correct, "-right")
            line.set_class(mine and not correct, "-not-right")
            line.set_class(not mine and not correct, "-faded")
            style = "$success" if correct else "$error" if mine else "$muted"
            pointer = "▸" if mine else " "
            line.mark(f"{pointer}{RIGHT if correct else NOT_RIGHT} {number + 1}", style)


class Ranking(Lines):
    """Items put into order: each choice takes the next place, choosing it again frees it."""

    DEFAULT_CSS = "Ranking Line > .gutter { width: 12; }"

    def __init__(self, forms: list[Ordering], keys: tuple[str, ...], language: Language) -> None:
        self.right = tuple(forms[0].items)
        self.placed: list[str] = []
        super().__init__(
            keys, [Line([form.items[key] for form in forms]) for key in keys], language
        )

    def choose(self, number: int) -> None:
        key = self.keys[number]
        if key in self.placed:
            self.placed.remove(key)
        else:
            self.placed.append(key)
        super().choose(number)

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Ranking):
            self.placed = other.placed
        super().take_over(other)

    def sign(self, number: int) -> str:
        key = self.keys[number]
        place = f"#{self.placed.index(key) + 1}" if key in self.placed else " ·"
        return f"{number + 1} {place}"

    def given(self) -> Response | Unready:
        left = len(self.keys) - len(self.placed)
        if not left:
            return Picked(tuple(self.placed))
        return Unready(say("Give every item a place: {left} left.", self.language, left=left))

    def reveal(self, response: Response | None) -> None:
        given = response.keys if isinstance(response, Picked) else ()
        self.revealed = True
        for key, line in zip(self.keys, self.lines, strict=True):
            place = self.right.index(key)
            mine = given.index(key) if key in given else None
            fits = mine == place
            line.remove_class("-cursor")
            line.set_class(fits, "-right")
            line.set_class(not fits, "-not-right")
            was = "" if fits or mine is None else f"#{mine + 1}→"
            line.mark(
                f"{RIGHT if fits else NOT_RIGHT} {was}#{place + 1}",
                "$success" if fits else "$error",
            )
        for key in self.right:
            self.move_child(self.lines[self.keys.index(key)], after=len(self.lines) - 1)


class Joining(Lines):
    """Pairs: each line on the left takes the letter of a text on the right."""

    DEFAULT_CSS = "Joining Line > .gutter { width: 10; } Joining > .gap { height: 1; }"

    BINDINGS: ClassVar[list[BindingType]] = bindings(Letter, NextLetter, PreviousLetter)
    commands: ClassVar[tuple[type[Command], ...]] = (
        CursorUp,
        CursorDown,
        Letter,
        NextLetter,
        PreviousLetter,
    )

    def __init__(
        self,
        forms: list[Matching],
        left: tuple[str, ...],
        right: tuple[str, ...],
        language: Language,
    ) -> None:
        self.right = right
        self.joined: dict[str, str] = {}
        self._right_texts = [[form.pairs[key][1] for form in forms] for key in right]
        super().__init__(
            left, [Line([form.pairs[key][0] for form in forms]) for key in left], language
        )

    def compose(self) -> ComposeResult:
        yield from self.lines
        yield Static("", classes="gap")
        for letter, texts in zip(ascii_lowercase, self._right_texts, strict=False):
            line = Line(texts)
            line.mark(f"  {letter}", "$muted")
            yield line

    def action_letter(self, key: str) -> None:
        number = ascii_lowercase.index(key)
        if number < len(self.right):
            self._join(number)
            self._go(+1)

    def action_next_letter(self) -> None:
        self._turn(+1)

    def action_previous_letter(self) -> None:
        self._turn(-1)

    def choose(self, number: int) -> None:
        self.draw()

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Joining):
            self.joined = other.joined
        super().take_over(other)

    def sign(self, number: int) -> str:
        partner = self.joined.get(self.keys[number])
        letter = "·" if partner is None else ascii_lowercase[self.right.index(partner)]
        return f"{number + 1} {letter}"

    def given(self) -> Response | Unready:
        left = len(self.keys) - len(self.joined)
        if not left:
            return Paired(tuple((key, self.joined[key]) for key in self.keys))
        return Unready(
            say("Give every line a letter of its own: {left} left.", self.language, left=left)
        )

    def reveal(self, response: Response | None) -> None:
        given = dict(response.pairs) if isinstance(response, Paired) else {}
        self.revealed = True
        for key, line in zip(self.keys, self.lines, strict=True):
            fits = given.get(key) == key
            letter = ascii_lowercase[self.right.index(key)]
            mine = given.get(key)
            was = "" if fits or mine is None else f"{ascii_lowercase[self.right.index(mine)]}→"
            line.remove_class("-cursor")
            line.set_class(fits, "-right")
            line.set_class(not fits, "-not-right")
            line.mark(
                f"{RIGHT if fits else NOT_RIGHT} {was}{letter}", "$success" if fits else "$error"
            )

    def _turn(self, step: int) -> None:
        partner = self.joined.get(self.keys[self.cursor])
        now = self.right.index(partner) if partner is not None else (-1 if step > 0 else 0)
        self._join((now + step) % len(self.right))
        self.draw()

    def _join(self, number: int) -> None:
        """Join the line under the cursor; whoever had that letter loses it."""
        partner = self.right[number]
        self.joined = {key: other for key, other in self.joined.items() if other != partner}
        self.joined[self.keys[self.cursor]] = partner


class AnswerBox(Input):
    """A text box that answers at once: a message of its own could come after the next key."""

    async def action_submit(self) -> None:
        await self.run_action("screen.answer")


class Typing(AnswerArea, can_focus=False):
    """A text box. Any key that can be printed types."""

    DEFAULT_CSS = "Typing { height: auto; padding: 0 2; max-width: 76; }"

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language
        self.box = AnswerBox(
            placeholder=say("Type your answer", language),
            restrict=_NO_CONTROLS,
            select_on_focus=False,
        )

    def compose(self) -> ComposeResult:
        yield self.box

    def given(self) -> Response | Unready:
        if self.box.value.strip():
            return Written(self.box.value)
        return Unready(say("Type an answer first, or skip.", self.language))

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Typing):
            self.box.value = other.box.value

    def reveal(self, response: Response | None) -> None:
        if isinstance(response, Written):
            self.box.value = one_line(response.text)
        self.box.disabled = True
