"""One option, or several, of a list."""

from study_app.learning.items import Choice, Choices, Option
from study_app.learning.responses import Picked, Response
from study_app.tui.widgets.answers.area import AnswerArea, Unready
from study_app.tui.widgets.answers.lines import NOT_RIGHT, RIGHT, Line, Lines
from study_app.words.language import Language
from study_app.words.wording import say


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
