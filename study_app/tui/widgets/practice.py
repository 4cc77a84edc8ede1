"""How the practice picker is drawn: presets, the rows to pick in, and the resulting session."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, assert_never

from study_app.drawing.pieces import ACCENT, BOLD, MUTED, PLAIN, Line, clipped, fitted, spread
from study_app.drawing.plots import bar
from study_app.learning.choosing.picking import PickerRow, Picks, QuestionSource, Value
from study_app.learning.choosing.practice import Only
from study_app.learning.choosing.ready_made import READY_LENGTH, Ready
from study_app.learning.material.blueprint import Domain, ExamTask
from study_app.learning.material.items import QuestionKind
from study_app.tui.widgets.picker import PickerOption, choice_at, choices_row, spaced
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import title
from study_app.usecases.practice import Offers
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.width import display_width
from study_app.words.wording import say

READY: Final = tuple(Ready)
ROWS: Final = tuple(PickerRow)
_READY_CELLS: Final = 18
_ROOMY: Final = 8
"""The most tasks that get blank lines between them."""
_READY_NAMES: Final = {
    Ready.SPRINT: Text("Sprint", "스프린트"),
    Ready.MISSED: Text("Missed", "틀린 문제"),
    Ready.FLAGGED: Text("Flagged", "표시한 문제"),
    Ready.UNSEEN: Text("Never seen", "안 본 문제"),
    Ready.WEAKEST: Text("Weakest domain", "약한 도메인"),
}
_NAMES: Final = {
    PickerRow.SOURCE: Text("From", "범위"),
    PickerRow.WHICH: Text("Which", "대상"),
    PickerRow.KIND: Text("Kind", "유형"),
    PickerRow.LEVEL: Text("Level", "난이도"),
    PickerRow.ONLY: Text("Only", "기록"),
    PickerRow.COUNT: Text("Count", "문제 수"),
}
_VALUES: Final[Mapping[Value, Text]] = {
    QuestionSource.EVERYTHING: Text("everything", "전체"),
    QuestionSource.DOMAIN: Text("a domain", "도메인"),
    QuestionSource.TASK: Text("a task", "작업"),
    QuestionSource.SKILL: Text("a skill", "역량"),
    QuestionSource.TOPIC: Text("a topic", "주제"),
    QuestionKind.CHOICE: Text("choice", "단일 선택"),
    QuestionKind.CHOICES: Text("several", "복수 선택"),
    QuestionKind.TYPED: Text("typed", "입력"),
    QuestionKind.ORDERING: Text("order", "순서"),
    QuestionKind.MATCHING: Text("match", "짝"),
    QuestionKind.WORKED: Text("drawn", "계산"),
    1: Text("recall", "기억"),
    2: Text("apply", "적용"),
    3: Text("weigh", "비교"),
    Only.MISSED: Text("missed", "틀림"),
    Only.FLAGGED: Text("flagged", "표시"),
    Only.UNSEEN: Text("unseen", "안 봄"),
    Only.NOTED: Text("noted", "메모"),
}
_NONE: Final = {
    PickerRow.KIND: Text("any", "모두"),
    PickerRow.LEVEL: Text("any", "모두"),
    PickerRow.ONLY: Text("all", "모두"),
    PickerRow.COUNT: Text("all", "모두"),
}


@dataclass(frozen=True, slots=True)
class Looks:
    """Everything that is drawn. `cursor` moves over the presets, then over the rows to pick in."""

    offers: Offers
    counts: Mapping[Only | None, int]
    picks: Picks
    cursor: int
    language: Language
    airy: bool

    @property
    def ready(self) -> Ready | None:
        """The preset under the cursor; None if the cursor is on a row to pick in."""
        return READY[self.cursor] if self.cursor < len(READY) else None

    @property
    def row(self) -> PickerRow | None:
        """The row to pick in under the cursor."""
        return ROWS[self.cursor - len(READY)] if self.cursor >= len(READY) else None

    def say(self, text: Text | str, **values: object) -> str:
        return say(text, self.language, **values)

    def _title(self, part: Domain | ExamTask) -> str:
        """What AWS calls a part of the exam; shortened if AWS has no text in the language."""
        return part.title if self.language.spoken == "en" else self.say(part.name)

    def name_of(self, ready: Ready) -> str:
        return self.say(_READY_NAMES[ready])

    def where(self) -> str:
        """What was picked besides the number of questions, in a few words."""
        words = [] if self.picks.source is QuestionSource.EVERYTHING else [self._which()]
        if self.picks.only is not None:
            words.append(self.say(_VALUES[self.picks.only]))
        return ", ".join(words)

    def ready_rows(self, width: int) -> Iterator[Line]:
        yield title(width, self.say("Ready-made"), self.say("questions"))
        yield []
        rows = []
        for number, ready in enumerate(READY):
            found = self.offers.ready[ready]
            count = min(found, READY_LENGTH) if ready is Ready.SPRINT else found
            left: Line = [
                (f"{number + 1}  ", "bold $accent"),
                (fitted(self.name_of(ready), _READY_CELLS), BOLD),
                (self._about(ready), MUTED),
            ]
            line = spread(width - 1, left, [(str(count), BOLD if count else MUTED)])
            rows.append(under_cursor(line, width, here=number == self.cursor))
        yield from spaced(rows, airy=self.airy)

    def picker_rows(self, width: int) -> Iterator[Line]:
        yield title(width, self.say("Build your own"), f"←→ {self.say('change')}")
        yield []
        rows = []
        for row in ROWS:
            name, here = self.say(_NAMES[row]), row is self.row
            if row is PickerRow.WHICH:
                rows.append(self._which_row(name, width, here=here))
            else:
                choices = self._choices(row)
                rows.append(choices_row(name, self._names_width(), choices, width, here=here))
        yield from spaced(rows, airy=self.airy)

    def value_at(self, row: PickerRow, width: int, column: int) -> Picks | None:
        """What a click at `column` of `row` picks; None beside its values."""
        picker = self.offers.picker
        if row is PickerRow.WHICH:
            return picker.stepped(self.picks, row, +1)
        number = choice_at(self._choices(row), self._names_width(), width, column)
        if number is None:
            return None
        return picker.picked(self.picks, row, picker.values(self.picks, row)[number])

    def what_comes(self, width: int) -> Iterator[Line]:
        found = self.offers.by_task(self.picks)
        total = self.counts[self.picks.only]
        counted = self.say("{count} {count:question|questions}", count=total)
        yield title(width, self.say("Coming up"), counted)
        exam = self.offers.exam
        domains = () if exam is None else exam.domains
        titles = {task.id: self._title(task) for domain in domains for task in domain.tasks}
        most = max((count for _, count in found), default=0)
        yield []
        roomy = self.airy and len(found) <= _ROOMY
        for number, (task, count) in enumerate(found):
            if number and roomy:
                yield []
            name: Line = [(f"{task}  ", MUTED), (titles[task], PLAIN)]
            yield spread(width, name, [(str(count), BOLD)])
            if self.airy:
                indent = len(task) + 2
                yield [(" " * indent, PLAIN), *bar(count, most, width - indent, ACCENT)]

    def _about(self, ready: Ready) -> str:
        match ready:
            case Ready.SPRINT:
                return self.say("mixed, weakest skills first")
            case Ready.MISSED:
                return self.say("not right on the last try")
            case Ready.FLAGGED:
                return self.say("to look at again")
            case Ready.UNSEEN:
                return self.say("by exam weight")
            case Ready.WEAKEST:
                return self._weakest()
            case _:
                assert_never(ready)

    def _weakest(self) -> str:
        worst = self.offers.weakest
        if worst is None:
            return self.say("none yet")
        domain, found = worst
        name = self.say(domain.name)
        if not found.answered:
            return f"{name}, {self.say('never asked')}"
        share = round(100 * found.right / found.answered)
        return f"{name}, {self.say('{share}% right', share=share)}"

    def _choices(self, row: PickerRow) -> list[PickerOption]:
        picked = self.picks.value(row)
        values = self.offers.picker.values(self.picks, row)
        return [
            PickerOption(self._text(row, one), self._count(row, one), one == picked)
            for one in values
        ]

    def _text(self, row: PickerRow, value: Value) -> str:
        if value is None:
            return self.say(_NONE[row])
        return str(value) if row is PickerRow.COUNT else self.say(_VALUES[value])

    def _count(self, row: PickerRow, value: Value) -> str:
        if row is PickerRow.ONLY and (value is None or isinstance(value, Only)):
            return str(self.counts[value])
        return ""

    def _which_row(self, name: str, width: int, *, here: bool) -> Line:
        values = self.offers.picker.values(self.picks, PickerRow.WHICH)
        line: Line = [(fitted(name, self._names_width()), BOLD if here else MUTED)]
        if not values:
            return under_cursor([*line, ("–", MUTED)], width, here=here)
        part = values.index(self.picks.which) + 1
        place = self.say("{part} of {whole}", part=part, whole=len(values))
        room = width - 8 - self._names_width() - display_width(place)
        text = clipped([(self._which(), BOLD)], room)
        ending: Line = [(" ›", MUTED), (f"   {place}", MUTED)]
        return under_cursor([*line, ("‹ ", MUTED), *text, *ending], width, here=here)

    def _which(self) -> str:
        """The part of the exam or the topic that is picked, by its id and title."""
        which, exam = self.picks.which, self.offers.exam
        if self.picks.source is QuestionSource.TOPIC:
            study = self.offers.study
            return study.topic_title(study.bank.topics[which], self.language)
        for domain in exam.domains if exam is not None else ():
            if domain.id == which:
                return self._title(domain)
            for task in domain.tasks:
                if task.id == which:
                    return f"{which} {self._title(task)}"
                for skill in task.skills:
                    if skill.id == which:
                        return f"{which} {skill.summary}"
        return which

    def _names_width(self) -> int:
        return max(display_width(self.say(name)) for name in _NAMES.values()) + 2
