"""What the learner plans for: a row each, changed in place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final, assert_never

from textual.events import Click

from study_app.drawing.pieces import BOLD, MUTED, PLAIN, Line, fitted
from study_app.tui.measure import TALL
from study_app.tui.widgets.rows import Rows, under_cursor
from study_app.usecases.plan import Plan
from study_app.words.dates import full
from study_app.words.language import Language
from study_app.words.width import display_width
from study_app.words.wording import say

_NAME_CELLS: Final = 18


class GoalField(Enum):
    """What can be changed."""

    EXAM = "exam"
    DATE = "date"
    MINUTES = "minutes"
    RETENTION = "retention"


FIELDS: Final = tuple(GoalField)


@dataclass(frozen=True, slots=True)
class Value:
    """A field's name, its value, and a remark. `steps`: it can be stepped forward and back."""

    name: str
    value: str
    note: str = ""
    steps: bool = True


class GoalRows(Rows):
    """Reads its values when it draws. A click on ‹ or › steps, one elsewhere on a row opens it."""

    DEFAULT_CSS = "GoalRows { background: $surface; border: inner $surface; }"

    def __init__(
        self,
        values: Callable[[], Sequence[Value]],
        steps: Callable[[int], object],
        opens: Callable[[], object],
        moved: Callable[[], object],
    ) -> None:
        super().__init__(id="goal")
        self._values = values
        self._steps = steps
        self._opens = opens
        self._moved = moved
        self.cursor = FIELDS.index(GoalField.DATE)

    @property
    def count(self) -> int:
        return len(FIELDS)

    @property
    def field(self) -> GoalField:
        """The field under the cursor."""
        return FIELDS[self.cursor or 0]

    def go(self, number: int) -> None:
        super().go(number)
        self._moved()

    async def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for number, value in enumerate(self._values()):
            place = self.place_of(number)
            if not place.y <= offset.y < place.bottom:
                continue
            was_here = number == self.cursor
            self.go(number)
            back = 1 + _NAME_CELLS
            on = back + 3 + display_width(value.value)
            if value.steps and back <= offset.x <= back + 1:
                self._steps(-1)
            elif value.steps and on - 1 <= offset.x <= on:
                self._steps(+1)
            elif was_here or FIELDS[number] is GoalField.DATE:
                self._opens()
            return

    def blocks(self, width: int) -> list[list[Line]]:
        airy = self.app.size.height >= TALL
        rows = [self._row(value, number, width) for number, value in enumerate(self._values())]
        last = len(rows) - 1
        return [[row, *([[]] if airy and n < last else [])] for n, row in enumerate(rows)]

    def _row(self, value: Value, number: int, width: int) -> Line:
        here = number == self.cursor
        edges = ("‹ ", " ›") if value.steps else ("  ", "  ")
        line: Line = [
            (fitted(value.name, _NAME_CELLS), BOLD if here else PLAIN),
            (edges[0], MUTED),
            (value.value, BOLD),
            (edges[1], MUTED),
            (f"   {value.note}", MUTED),
        ]
        return under_cursor(line, width, here=here)


def name_of(field: GoalField, language: Language) -> str:
    match field:
        case GoalField.EXAM:
            return say("Exam", language)
        case GoalField.DATE:
            return say("Exam date", language)
        case GoalField.MINUTES:
            return say("Minutes a day", language)
        case GoalField.RETENTION:
            return say("Target recall", language)
        case _:
            assert_never(field)


def values_of(plan: Plan, language: Language) -> list[Value]:
    """What the learner plans for, in the order of `FIELDS`."""
    goal = plan.goal
    exam, then, minutes, retention = (name_of(field, language) for field in FIELDS)
    code = goal.exam if plan.exam is None else plan.exam.code
    note = say("the one offered then", language)
    if goal.exam_date is None:
        note = say("the one offered today", language)
    if goal.chosen:
        note = say("your choice", language)
    if not plan.is_open_then:
        note = say("{code} cannot be taken on that day.", language, code=code)
    value, left = say("no date yet", language), ""
    if goal.exam_date is not None and plan.days_left is not None:
        value = full(goal.exam_date, language)
        left = say("{days} {days:day|days} left", language, days=plan.days_left)
        if plan.days_left < 0:
            left = say("has passed", language)
    more = say("higher means more reviews", language)
    return [
        Value(exam, code, note),
        Value(then, value, left, steps=goal.exam_date is not None),
        Value(minutes, str(goal.minutes)),
        Value(retention, f"{goal.retention:.0%}", more),
    ]
