"""A worked example below a card: a case of the simulator, one step at a time."""

from collections.abc import Iterator

from study_app.drawing.curves import charts
from study_app.drawing.pictures import legend, rule, stage
from study_app.drawing.pieces import Line
from study_app.simulator.model.case import Case
from study_app.simulator.playback.play import play
from study_app.tui.widgets.drawing import Drawing
from study_app.words.language import Language

_MOST_ROWS = 30


class ExampleView(Drawing):
    """Shows frame `at` with what happened, and the rule behind it."""

    DEFAULT_CSS = """
    ExampleView { padding: 1 2; margin: 0 2 1 2; max-width: 74; background: $surface; }
    """

    def __init__(self, case: Case, language: Language) -> None:
        super().__init__(self._lines)
        self._playback = play(case)
        self._language = language
        self.at = 0

    def can_step(self, step: int) -> bool:
        """Whether there is a step in that direction."""
        return 0 <= self.at + step < len(self._playback.frames)

    def step(self, step: int) -> None:
        """Go `step` steps forward, or back where it is negative."""
        if self.can_step(step):
            self.at += step
            self.redraw()

    def _lines(self, width: int) -> Iterator[Line]:
        frame, language = self._playback.frames[self.at], self._language
        last = len(self._playback.frames) - 1
        yield [(f"{self.at}/{last}  ", "$muted"), (frame.caption.text(language.spoken), "bold")]
        yield []
        yield from stage(frame, width, _MOST_ROWS)
        yield legend([self._playback], [self.at], language)
        yield []
        yield from charts(self._playback, self.at, width, language)
        for applied in frame.applied:
            yield []
            yield from rule(applied, language)
