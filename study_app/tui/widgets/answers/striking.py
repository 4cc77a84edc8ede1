"""Options that can be struck out, as in the exam."""

from collections.abc import Iterable

from study_app.drawing.pieces import MUTED, Line
from study_app.learning.material.items import Choice, Choices
from study_app.tui.widgets.answers.area import AnswerArea
from study_app.tui.widgets.answers.choosing import ChoosingArea
from study_app.words.language import Language


class Striking(ChoosingArea):
    """A struck-out option is not chosen; choosing it removes the line."""

    def __init__(
        self,
        forms: list[Choice | Choices],
        keys: tuple[str, ...],
        language: Language,
        *,
        chosen: Iterable[str] = (),
        struck: Iterable[str] = (),
    ) -> None:
        super().__init__(forms, keys, language)
        self.chosen = set(chosen)
        self.struck = set(struck)

    def choose(self, number: int) -> None:
        super().choose(number)
        self.struck.discard(self.keys[number])

    def strike(self) -> bool:
        """Strike out the option under the cursor, or undo that. False without a cursor."""
        if self.cursor is None:
            return False
        key = self.keys[self.cursor]
        self.struck ^= {key}
        self.chosen -= self.struck
        self.redraw()
        self.changed()
        return True

    def take_over(self, other: AnswerArea) -> None:
        if isinstance(other, Striking):
            self.struck = other.struck
        super().take_over(other)

    def in_order(self, keys: set[str]) -> tuple[str, ...]:
        """`keys` as they are shown."""
        return tuple(key for key in self.keys if key in keys)

    def _open(self, number: int, width: int) -> list[Line]:
        if self.keys[number] not in self.struck:
            return super()._open(number, width)
        return self.open_row(
            number, ("–", MUTED), self._texts(number), width, look=f"strike {MUTED}"
        )
