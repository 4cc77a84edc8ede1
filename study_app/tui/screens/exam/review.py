"""The answers of an exam, one at a time, judged."""

from collections.abc import Iterator, Sequence

from textual.widget import Widget

from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line
from study_app.learning.exam.attempt import Attempt
from study_app.learning.exam.clock import NO_TIME
from study_app.learning.log.events import Subject
from study_app.tui.host import Host
from study_app.tui.screens.quiz.review import ReviewScreen
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.exam.result import about_attempt
from study_app.usecases.sitting import Sitting
from study_app.words.times import clock


class ExamReviewScreen(ReviewScreen):
    """Shows with each answer how long it took, whether it was flagged and what was chosen before.

    An open question counts as wrong.
    """

    def __init__(
        self, host: Host, sitting: Sitting, answers: Sequence[str], attempt: Attempt
    ) -> None:
        super().__init__(host, sitting, answers)
        self._attempt = attempt

    def crumbs(self) -> Sequence[str]:
        return (self.say("Mock exam"), self.say("Review answers"))

    def corner(self) -> Line:
        item = self.given.ask.item
        flag: Line = [("⚑  ", BOLD)] if item in self._attempt.flagged else []
        spent = clock(self._attempt.spent.get(item, NO_TIME).total_seconds())
        return [*flag, (spent, BOLD), ("    ", PLAIN), *super().corner()]

    def action(self) -> NextAction:
        action = super().action()
        if self.given.verdict is not None or action.command is None:
            return action
        blank: Line = [(self.say("· Unanswered"), "bold $muted")]
        wrong: Line = [(self.say("counts as wrong"), MUTED)]
        return self.act(blank, action.command, more=(wrong,))

    def side(self) -> Iterator[Widget]:
        item = self.given.ask.item
        note = self.study.history.wishes.note(Subject.QUESTION, item)
        yield Panel(lambda width: about_attempt(self._attempt, item, self.language, width, note))
        yield from super().side()
