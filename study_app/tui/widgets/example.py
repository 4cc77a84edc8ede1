"""A worked example below a card: a case of the simulator, one step at a time."""

from collections.abc import Iterator

from study_app.drawing.curves import charts
from study_app.drawing.pictures import legend, rule, stage
from study_app.drawing.pieces import BOLD, MUTED, Line, spread, wrap
from study_app.simulator.kinds.registry import play
from study_app.simulator.model.case import Case
from study_app.tui.widgets.action_bar import small_chip
from study_app.tui.widgets.drawing import Panel
from study_app.words.language import Language
from study_app.words.wording import say

_MOST_ROWS = 30


class ExampleView(Panel):
    """Shows frame `at` with what happened, and the rule behind it."""

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
        place = say("step {at} of {last}", language, at=self.at, last=last)
        ending: Line = [(place, MUTED)]
        if self.can_step(+1):
            ending += [("   ", ""), small_chip("space")]
        yield spread(width, [(say("Worked example", language), BOLD)], ending)
        yield []
        yield from wrap([(frame.caption.text(language.spoken), BOLD)], width)
        yield []
        yield from stage(frame, width, _MOST_ROWS)
        yield from wrap(legend([self._playback], [self.at], language), width)
        curves = charts(self._playback, self.at, width, language)
        if curves:
            yield []
            yield from curves
        for applied in frame.applied:
            yield []
            for line in rule(applied, language):
                yield from wrap(line, width)
