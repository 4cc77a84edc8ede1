"""What happened in this step and why: the caption, then every rule with its numbers."""

from collections.abc import Iterator

from study_app.drawing.pictures import passed_over, prose, rule
from study_app.drawing.pieces import Line, wrap
from study_app.grading.verdict import Verdict
from study_app.learning.answering.marking import Marked
from study_app.tui.verdicts import STYLES
from study_app.tui.widgets.drawing import Panel
from study_app.usecases.lab import Lab
from study_app.words.language import Language
from study_app.words.wording import say


class Reasons(Panel):
    """Reads the lab when it draws. `marked` is the verdict on the prediction of this step."""

    def __init__(self, lab: Lab, language: Language, marked: Marked | None = None) -> None:
        super().__init__(self._wrapped)
        self._lab = lab
        self._language = language
        self.marked = marked

    def begin(self) -> None:
        """Nothing here takes the focus."""
        self.screen.set_focus(None)

    def show(self) -> None:
        self.redraw()

    def _wrapped(self, width: int) -> Iterator[Line]:
        for line in self._lines():
            yield from wrap(line, width)

    def _lines(self) -> Iterator[Line]:
        lab, language = self._lab, self._language
        frame = lab.frame(lab.playback)
        if self.marked is not None:
            verdict = self.marked.verdict
            word = "Right" if verdict is Verdict.CORRECT else "Not right"
            yield [(f"{verdict.sign} {say(word, language)}", f"bold {STYLES[verdict]}")]
            yield []
        for one in language.read:
            yield [(frame.caption.text(one), "bold")]
        if lab.at == 0:
            for warning in lab.warnings():
                yield []
                yield [(f"! {say(warning, language)}", "$close")]
            for text in lab.texts(language):
                yield []
                yield prose(text)
        for applied in reversed(frame.applied):
            yield []
            yield from rule(applied, language)
        dropped = list(passed_over(frame, language))
        if dropped:
            yield []
            yield from dropped
