"""The result of a mock exam, and what to do next."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.exam import (
    EXAM_RESULT,
    EXAM_TO_HOME,
    PRACTICE_WEAKEST,
    SEND_MISSES,
    SHOW_ALL,
    SHOW_FLAGGED,
    SHOW_SLOW,
    SHOW_WRONG,
)
from study_app.drawing.pieces import BOLD, MUTED, Line
from study_app.learning.exam.attempt import Attempt
from study_app.learning.log.session import Session
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.prospects import ask_prospects
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.exam.result import Score, earlier_attempts
from study_app.tui.widgets.progress.chance import helps_most, real_exams
from study_app.usecases.exam.attempts import (
    SubmittedExam,
    practice_domain,
    result,
    review_of,
    submitted_exams,
)
from study_app.usecases.readiness import Prospects
from study_app.words.dates import day

WEAKEST = 20
"""Questions in a session on the domain that lost the most points."""


class ExamResultScreen(Page):
    """The raw share with its interval, by domain and task, the time, and earlier attempts."""

    places = (EXAM_RESULT,)
    commands = (
        SHOW_WRONG,
        PRACTICE_WEAKEST,
        SHOW_ALL,
        SEND_MISSES,
        SHOW_FLAGGED,
        SHOW_SLOW,
        EXAM_TO_HOME,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands)

    def __init__(self, host: Host, attempt: Attempt) -> None:
        super().__init__(host)
        self.attempt = attempt
        self.result = result(self.study, attempt)
        self._prospects: Prospects | None = None

    @cached_property
    def earlier(self) -> Sequence[SubmittedExam]:
        """Earlier submitted attempts at the same exam."""
        taken = submitted_exams(self.study, self.attempt.started.exam)
        return [one for one in taken if one.at < SubmittedExam(self.attempt, self.result).at]

    @property
    def score(self) -> Score:
        blueprint = self.study.bank.blueprints.get(self.attempt.started.exam)
        return Score(self.attempt, self.result, blueprint, self.language)

    def on_mount(self) -> None:
        self.query_one("#main").focus(scroll_visible=False)

    def crumbs(self) -> Sequence[str]:
        return (self.say("Mock exam"), self.say("Result"))

    def corner(self) -> Line:
        when = SubmittedExam(self.attempt, self.result).at.astimezone(self.study.zone).date()
        number = self.say("attempt {number}", number=len(self.earlier) + 1)
        return [(f"{day(when, self.language)} · {number}", MUTED)]

    def action(self) -> NextAction:
        wrong = len(self.result.wrong)
        if not wrong:
            return self.act([(self.say("All correct. Nothing to review."), BOLD)], EXAM_TO_HOME)
        state: Line = [(self.say("{count} missed", count=wrong), BOLD)]
        more: list[Line] = []
        if self.result.left_open:
            left_open = self.say("{count} of them unanswered", count=len(self.result.left_open))
            more = [[(left_open, MUTED)]]
        return self.act(state, SHOW_WRONG, self.say("review them"), more=tuple(more))

    def main(self) -> Iterator[Widget]:
        yield Panel(self._verdict)
        yield Panel(self._domains)
        yield Panel(self._tasks)
        yield Panel(self._times)
        yield Panel(self._helps, classes="-when-narrow -prospects")
        yield Panel(self._time, classes="-when-narrow")
        yield Panel(self._compared, classes="-when-narrow")

    def side(self) -> Iterator[Widget]:
        yield Panel(self._next)
        yield Panel(self._helps, classes="-prospects")
        yield Panel(self._time)
        yield Panel(self._compared)

    async def _settle(self) -> None:
        await super()._settle()
        if self.is_attached and self._prospects is None:
            exam = self.attempt.started.exam
            ask_prospects(
                self,
                lambda found: (found.helps_most(exam), found.predicted_outcomes),
                self._prospects_known,
            )

    def _prospects_known(self, found: Prospects) -> None:
        self._prospects = found
        for panel in self.query(".-prospects").results(Panel):
            panel.redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "wrong" | "reviews":
                return bool(self.result.wrong)
            case "weakest":
                return self.result.weakest is not None
            case "flagged":
                return bool(self.result.flagged)
            case "slow":
                return bool(self.result.slow)
            case _:
                return True

    def action_wrong(self) -> None:
        self._review(self.result.wrong)

    def action_all(self) -> None:
        self._review(self.attempt.items)

    def action_flagged(self) -> None:
        self._review(self.result.flagged)

    def action_slow(self) -> None:
        self._review(self.result.slow)

    def action_reviews(self) -> None:
        wrong = [item for item in self.result.wrong if item in self.study.bank.questions]
        self._begin(lambda: self.study.sit(wrong))

    def action_weakest(self) -> None:
        domain = self.result.weakest
        if domain is not None:
            exam = self.attempt.started.exam
            self._begin(lambda: practice_domain(self.study, exam, domain, WEAKEST))

    def action_home(self) -> None:
        self.host.go_home()

    async def language_changed(self) -> None:
        for panel in self.query(Panel):
            panel.redraw()
        self.refresh_parts()

    def _verdict(self, width: int) -> list[Line]:
        return self.score.verdict(width)

    def _domains(self, width: int) -> list[Line]:
        return self.score.domains(width)

    def _tasks(self, width: int) -> list[Line]:
        return self.score.tasks(width)

    def _times(self, width: int) -> list[Line]:
        return self.score.times(width)

    def _time(self, width: int) -> list[Line]:
        return self.score.time(width)

    def _compared(self, width: int) -> list[Line]:
        return earlier_attempts(width, self.earlier, self.language)

    def _helps(self, width: int) -> list[Line]:
        """What helps most; and how the real exam went, next to what was expected then."""
        exam, found = self.attempt.started.exam, self._prospects
        rows = helps_most(found, self.language, width, 0, exam=exam)
        outcomes = (
            []
            if found is None
            else [one for one in found.predicted_outcomes if one[0].exam == exam]
        )
        if outcomes:
            rows += [[], *real_exams(outcomes, self.study.bank.blueprints, self.language, width)]
        return rows

    def _next(self, width: int) -> list[Line]:
        keys = {
            command: (self.keys_of(command) or ("",))[0]
            for command in (PRACTICE_WEAKEST, SEND_MISSES, SHOW_ALL, EXAM_TO_HOME)
        }
        return self.score.next_steps(width, keys)

    def _begin(self, begin: Callable[[], Session]) -> None:
        """Begin a session above home: leaving it must not lead back to the start of an exam."""
        self.host.go_home()
        self.host.start(begin)

    def _review(self, items: Sequence[str]) -> None:
        from study_app.tui.screens.exam.review import ExamReviewScreen

        sitting = review_of(self.study, self.attempt)
        answers = {given.ask.item: given.event.id for given in sitting.session.given}
        shown = [answers[item] for item in items if item in answers]
        if shown:
            review = ExamReviewScreen(self.host, sitting, shown, self.attempt)
            self.app.push_screen(review)
