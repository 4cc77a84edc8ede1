"""The plan: exam, date and minutes a day, what is due, and whether the time is enough."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import ClassVar, Final, assert_never

from textual.binding import BindingType
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import get_current_worker

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.plan import CLEAR, LESS, MORE, PLAN, REMEDY, TYPE_VALUE
from study_app.drawing.pieces import BOLD, MUTED, Line
from study_app.learning.plan.forecast import Remedies
from study_app.learning.scheduling.fsrs import RETENTIONS
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Drawing, Panel
from study_app.tui.widgets.plan.goal import GoalField, GoalRows, Value, name_of, values_of
from study_app.tui.widgets.plan.outlook import load, outlook
from study_app.usecases.journal import NotSaved
from study_app.usecases.plan import DateRefused, Plan, change_plan, exam_date_of, plan_of

_STEP: Final = 5
"""Minutes."""
_MOST_MINUTES: Final = 1440
_REST: Final = 0.2
"""Seconds without a change before the plan is simulated."""


class PlanScreen(Page):
    """Each change is recorded immediately. Its effect is simulated on a thread."""

    places = (PLAN,)
    commands = (TYPE_VALUE, LESS, MORE, CLEAR, REMEDY, BACK)
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.plan = plan_of(self.study)
        self._known = False
        self._remedies: Remedies | None = None
        self._notice = ""
        self._resting: Timer | None = None

    def crumbs(self) -> Sequence[str]:
        return (self.say(PLAN.title),)

    def corner(self) -> Line:
        plan = self.plan
        code: Line = [] if plan.exam is None else [(plan.exam.code, BOLD)]
        if plan.days_left is None or plan.days_left < 0:
            return code
        left = self.say("{days} {days:day|days} left", days=plan.days_left)
        return [*code, (f" · {left}", MUTED)]

    def main(self) -> Iterator[Widget]:
        yield GoalRows(
            lambda: values_of(self.plan, self.language), self._step, self.action_type, self._moved
        )
        box = Input(id="box", select_on_focus=True)
        box.display = False
        yield box
        yield Panel(self._outlook, id="outlook")

    def side(self) -> Iterator[Widget]:
        if self._has_load:
            yield Panel(self._load, id="load")

    def on_mount(self) -> None:
        self._look_ahead()

    @property
    def rows(self) -> GoalRows:
        return self.query_one(GoalRows)

    @property
    def box(self) -> Input:
        return self.query_one("#box", Input)

    @property
    def is_typing(self) -> bool:
        """Whether a value is being typed."""
        return bool(self.query("#box")) and self.box.display

    def action(self) -> NextAction:
        if not self.query(GoalRows):
            return NextAction([])
        field = self.rows.field
        if self.is_typing:
            wanted = self.say(
                "year-month-day, such as {day}; leave empty for no date", day=self._sample()
            )
            if field is GoalField.MINUTES:
                wanted = self.say("a number from 1 to {last}", last=_MOST_MINUTES)
            state: Line = [(self._notice, BOLD)] if self._notice else [(wanted, MUTED)]
            return self.act(state, TYPE_VALUE, self.say("save"))
        state = [(self._notice, BOLD)] if self._notice else [(name_of(field, self.language), BOLD)]
        does = "" if field in {GoalField.DATE, GoalField.MINUTES} else self.say("next value")
        return self.act(state, TYPE_VALUE, does, more=([(self._about(field), MUTED)],))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "less" | "more" | "up" | "down":
                return not self.is_typing
            case "clear":
                return not self.is_typing and self.plan.goal.exam_date is not None
            case "remedy":
                wanted = str(parameters[0]) if parameters else "1"
                return not self.is_typing and wanted in self._to_take()
            case _:
                return True

    def keys_of(self, command: object) -> tuple[str, ...]:
        keys = super().keys_of(command)  # type: ignore[arg-type]
        return tuple(self._to_take()) if command is REMEDY else keys

    def action_up(self) -> None:
        self.rows.move(-1)

    def action_down(self) -> None:
        self.rows.move(+1)

    def action_less(self) -> None:
        self._step(-1)

    def action_more(self) -> None:
        self._step(+1)

    def action_clear(self) -> None:
        self._change(exam_date=None)

    def action_remedy(self, key: str) -> None:
        self._change(**self._to_take().get(key, {}))

    def action_type(self) -> None:
        """Type the value under the cursor, or step to the next one if it is not typed."""
        goal = self.plan.goal
        match self.rows.field:
            case GoalField.DATE:
                now = "" if goal.exam_date is None else goal.exam_date.isoformat()
            case GoalField.MINUTES:
                now = str(goal.minutes)
            case _:
                self._step(+1)
                return
        self._notice = ""
        self.box.value = now
        self.box.display = True
        self.box.focus(scroll_visible=False)
        self.refresh_parts()

    def action_back(self) -> None:
        if self.is_typing:
            self._end_typing()
        else:
            self.dismiss()

    def on_input_changed(self, event: Input.Changed) -> None:
        self._notice = ""
        self.refresh_parts()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if not self.is_typing:
            return
        text = event.value.strip()
        if self.rows.field is GoalField.DATE:
            self._take_date(text)
        elif text.isdecimal() and 1 <= int(text) <= _MOST_MINUTES:
            self._end_typing()
            self._change(minutes=int(text))
        else:
            self.tell(self.say("Type a number from 1 to {last}.", last=_MOST_MINUTES))

    async def language_changed(self) -> None:
        await super().language_changed()
        await self.refresh_side()

    def tell(self, text: str) -> None:
        """Show `text` in the action bar until something changes."""
        self._notice = text
        self.refresh_parts()

    def _take_date(self, text: str) -> None:
        try:
            then = exam_date_of(text, self.plan.day) if text else None
        except DateRefused as error:
            if error.past is None:
                notice = self.say("Type a date such as {day}.", day=self._sample())
            else:
                first = self.plan.day.isoformat()
                notice = self.say("That day has passed. Type {day} or later.", day=first)
            self.tell(notice)
        else:
            self._end_typing()
            self._change(exam_date=then)

    def _end_typing(self) -> None:
        self._notice = ""
        self.box.display = False
        self.set_focus(None)
        self.refresh_parts()

    def _step(self, step: int) -> None:
        goal, field = self.plan.goal, self.rows.field
        if self.is_typing:
            return
        match field:
            case GoalField.EXAM:
                every = [None, *self.study.bank.blueprints]
                place = every.index(goal.exam if goal.chosen else None)
                self._change(exam=every[(place + step) % len(every)])
            case GoalField.DATE if goal.exam_date is None:
                self.action_type()
            case GoalField.DATE:
                assert goal.exam_date is not None
                then = goal.exam_date + timedelta(days=step)
                self._change(exam_date=max(then, self.plan.day))
            case GoalField.MINUTES:
                fives = goal.minutes // _STEP + (
                    step if step > 0 or not goal.minutes % _STEP else 0
                )
                self._change(minutes=min(_MOST_MINUTES, max(_STEP, fives * _STEP)))
            case GoalField.RETENTION:
                least, most = RETENTIONS
                wanted = round(goal.retention + step / 100, 2)
                self._change(retention=min(most, max(least, wanted)))
            case _:
                assert_never(field)

    def _change(self, **wanted: object) -> None:
        try:
            change_plan(self.study, **wanted)  # type: ignore[arg-type]
        except NotSaved as error:
            self.refused(error, lambda: self._change(**wanted))
            return
        self._notice = ""
        self.plan, self._known, self._remedies = plan_of(self.study), False, None
        self._look_ahead()
        self._redraw()
        if bool(self.query("#load")) is not self._has_load:
            self.call_later(self.refresh_side)

    def _look_ahead(self) -> None:
        """Once changes stop: simulate the plan up to the exam, and find what would be enough."""
        if self._resting is not None:
            self._resting.stop()
        if self._has_load:
            self._resting = self.set_timer(_REST, self._play)

    @property
    def _has_load(self) -> bool:
        """Whether there are days from today to the exam."""
        return self.plan.days_left is not None and self.plan.days_left > 0

    def _play(self) -> None:
        plan = self.plan
        _ = plan.today  # read here because the history changes while the thread runs

        def play() -> None:
            _ = plan.feasible
            self.app.call_from_thread(self._looked_ahead, plan, None)
            if not plan.feasible and not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._looked_ahead, plan, plan.remedies)

        self.run_worker(play, thread=True, exclusive=True)

    def _looked_ahead(self, plan: Plan, found: Remedies | None) -> None:
        if plan is self.plan:  # nothing was changed meanwhile
            self._known, self._remedies = True, found
            self._redraw()

    def _redraw(self) -> None:
        self.rows.redraw()
        for drawing in self.query(Drawing):
            drawing.redraw()
        self.refresh_parts()

    def _moved(self) -> None:
        self._notice = ""
        self.refresh_parts()

    def _to_take(self) -> dict[str, dict[str, object]]:
        """What each digit changes if the time is not enough."""
        found = self._remedies
        if found is None:
            return {}
        taken: dict[str, dict[str, object]] = {"1": {"minutes": found.minutes}}
        if found.later is not None:
            taken["2"] = {"exam_date": found.later}
        return taken

    def _values(self) -> list[Value]:
        return values_of(self.plan, self.language)

    def _about(self, field: GoalField) -> str:
        """What ←→ do."""
        if field is GoalField.DATE and self.plan.goal.exam_date is None:
            return ""
        if field is GoalField.DATE:
            return self.say("←→ a day earlier or later")
        return self.say("←→ change")

    def _sample(self) -> str:
        """A date as it is typed."""
        return (self.plan.goal.exam_date or self.plan.day + timedelta(days=30)).isoformat()

    def _outlook(self, width: int) -> list[Line]:
        return outlook(
            self.plan,
            self._remedies,
            self.language,
            width,
            known=self._known,
            airy=self.is_tall,
            takes=tuple(self._to_take()),
        )

    def _load(self, width: int) -> list[Line]:
        ahead = self.plan.forecast if self._known else None
        return load(self.plan, ahead, self.language, width)
