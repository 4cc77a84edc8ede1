"""Before a mock exam: which, how long, how much time; and the paused one."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.command import Command
from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.exam import (
    BEGIN_EXAM,
    EXAM_START,
    NEW_EXAM,
    NEXT_VALUE,
    PREVIOUS_VALUE,
)
from study_app.drawing.exams import shortages
from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, wrap
from study_app.drawing.plots import bar
from study_app.learning.exam.attempt import Attempt
from study_app.learning.exam.shape import Shape
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Panel
from study_app.tui.widgets.exam.form import ExamForm
from study_app.tui.widgets.exam.result import earlier_attempts
from study_app.tui.widgets.session import fact, title
from study_app.usecases.exam.attempts import submitted_exams
from study_app.usecases.exam.offer import ExamOffer
from study_app.usecases.exam.paused import open_exam
from study_app.usecases.journal import NotSaved
from study_app.words.dates import day
from study_app.words.times import clock, countdown


class ExamStartScreen(Page):
    """Enter resumes the paused exam if there is one, else starts one of this shape."""

    places = (EXAM_START,)
    commands = (BEGIN_EXAM, NEW_EXAM, NEXT_VALUE, PREVIOUS_VALUE, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host, shape: Shape | None = None) -> None:
        super().__init__(host)
        self.offer = ExamOffer(self.study, shape)
        self.paused = open_exam(self.study)
        self._is_asking = False
        self._left = False

    @property
    def form(self) -> ExamForm:
        return self.query_one(ExamForm)

    def crumbs(self) -> Sequence[str]:
        return (self.say("Mock exam"),)

    def corner(self) -> Line:
        return [(self.offer.blueprint.code, BOLD)] if self.offer.blueprint else []

    def action(self) -> NextAction:
        shape = self.offer.shape
        if shape is None or not self.offer.drawn.questions:
            return NextAction([(self.say("There are no questions for this exam."), MUTED)])
        time = clock(shape.limit.total_seconds())
        count = len(self.offer.drawn.questions)
        state: Line = [
            (self.say("{count} {count:question|questions}", count=count), BOLD),
            (f"   {time}", MUTED),
        ]
        if self._is_asking:
            asks = self.say("Give up the paused exam and start this one?")
            return self.act([(asks, BOLD)], NEW_EXAM)
        if self.paused is not None:
            return self.act([(self._place(self.paused), BOLD)], BEGIN_EXAM, self.say("resume"))
        return self.act(state, BEGIN_EXAM)

    def main(self) -> Iterator[Widget]:
        if self.paused is not None:
            yield Panel(self._paused, id="paused")
        yield ExamForm(self.offer, self.language, self._changed)
        yield Panel(self._what_comes, id="comes")

    def side(self) -> Iterator[Widget]:
        yield Panel(self._earlier)

    def commands_now(self) -> Iterator[Command]:
        """While it asks, Enter is not what answers."""
        asking = (BEGIN_EXAM,) if self._is_asking else ()
        return (command for command in super().commands_now() if command not in asking)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        can_start = self.offer.shape is not None and bool(self.offer.drawn.questions)
        match action:
            case "begin":
                return self.paused is not None or can_start
            case "anew":
                return self.paused is not None and can_start
            case "next_value" | "previous_value":
                return self.offer.shape is not None
            case _:
                return True

    async def on_screen_resume(self) -> None:
        if self._left and self.is_current:  # on the way home it is only passed
            self.paused = open_exam(self.study)
            self.offer.draw_anew()
            await self.recompose()
            self.refresh_parts()

    def on_screen_suspend(self) -> None:
        self._left = True

    def action_up(self) -> None:
        self.form.move(-1)
        self._changed()

    def action_down(self) -> None:
        self.form.move(+1)
        self._changed()

    def action_next_value(self) -> None:
        self.form.change(+1)

    def action_previous_value(self) -> None:
        self.form.change(-1)

    def action_begin(self) -> None:
        if self.paused is not None:
            self.host.open_exam(self.paused)
        else:
            self._begin()

    def action_anew(self) -> None:
        if self._is_asking:
            self._begin()
        else:
            self._is_asking = True
            self.refresh_parts()

    async def language_changed(self) -> None:
        await self.recompose()
        self.refresh_parts()

    def _begin(self) -> None:
        try:
            attempt = self.offer.begin()
        except NotSaved as error:
            self.refused(error, self._begin)
            return
        self._is_asking = False
        self.host.open_exam(attempt)

    def _changed(self) -> None:
        self._is_asking = False
        for panel in self.query(Panel):
            panel.redraw()
        self.refresh_parts()

    def _earlier(self, width: int) -> list[Line]:
        exam = "" if self.offer.blueprint is None else self.offer.blueprint.id
        return earlier_attempts(width, submitted_exams(self.study, exam), self.language)

    def _place(self, attempt: Attempt) -> str:
        return self.say(
            "paused at {place} of {total}, {left} left",
            place=attempt.place,
            total=len(attempt.items),
            left=countdown(attempt.clock.left),
        )

    def _paused(self, width: int) -> list[Line]:
        attempt = self.paused
        if attempt is None:
            return []
        blueprint = self.study.bank.blueprints.get(attempt.started.exam)
        code = attempt.started.exam if blueprint is None else blueprint.code
        begun = day(attempt.started.at.astimezone(self.study.zone).date(), self.language)
        when = self.say("begun {day}", day=begun)
        answered = len(attempt.chosen)
        return [
            title(width, self.say("Paused"), f"{code} · {when}"),
            [(self._place(attempt), PLAIN)],
            bar(answered, len(attempt.items), width),
        ]

    def _what_comes(self, width: int) -> list[Line]:
        drawn, blueprint = self.offer.drawn, self.offer.blueprint
        shape = self.offer.shape
        if shape is None or blueprint is None:
            return [[(self.say("The content has no exam."), MUTED)]]
        several = sum(one.kind.value == "choices" for one in drawn.questions)
        rows = [
            title(
                width,
                self.say("Coming up"),
                self.say("{count} multiple response", count=several),
            ),
            [],
        ]
        for domain, count in self.offer.counts.items():
            rows.append(
                fact(
                    width,
                    self.say(self.offer.domain_name(domain)),
                    [(str(count), BOLD)],
                )
            )
        rows.append([])
        for text in (
            *shortages(drawn, self.language),
            self.say("Answers are graded at the end. Everything is saved immediately; Esc pauses."),
        ):
            rows += wrap([(text, MUTED)], width)
        return rows
