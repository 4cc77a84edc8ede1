"""Items put into order."""

from study_app.learning.items import Ordering
from study_app.learning.responses import Picked, Response
from study_app.tui.widgets.answers.area import AnswerArea, Unready
from study_app.tui.widgets.answers.lines import NOT_RIGHT, RIGHT, Line, Lines
from study_app.words.language import Language
from study_app.words.wording import say


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
