"""The map of skills: how well each domain, task and skill of the exam is known."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from study_app.commands.places.answers import CURSOR_DOWN, CURSOR_UP
from study_app.commands.places.everywhere import BACK
from study_app.commands.places.progress import (
    GO_TO_DOMAIN,
    NEXT_SKILL,
    PRACTICE_PART,
    PREVIOUS_SKILL,
    SKILL_CARDS,
    SKILLS,
)
from study_app.drawing.pieces import BOLD, MUTED, Line
from study_app.learning.material.blueprint import Blueprint, Domain
from study_app.learning.material.syllabus import topic_of
from study_app.learning.statistics.skills import ExamParts
from study_app.tui.bindings import bindings
from study_app.tui.host import Host
from study_app.tui.page import Page
from study_app.tui.widgets.action_bar import NextAction
from study_app.tui.widgets.drawing import Drawing, Panel
from study_app.tui.widgets.progress.skill_map import (
    MapCursor,
    about,
    domain_rows,
    legend,
    share,
    skill_list,
)
from study_app.usecases.progress import ProgressFigures, progress_of

_GOOD = 3
"""The level from which a skill counts as good."""


class SkillsScreen(Page):
    """A cursor on a task of `exam`, the one studied for, or on one of its skills."""

    places = (SKILLS,)
    commands = (
        PRACTICE_PART,
        NEXT_SKILL,
        PREVIOUS_SKILL,
        GO_TO_DOMAIN,
        SKILL_CARDS,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(*commands, CURSOR_UP, CURSOR_DOWN)

    def __init__(self, host: Host, exam: Blueprint) -> None:
        super().__init__(host)
        self._exam = exam
        self._tasks = [task for domain in exam.domains for task in domain.tasks]
        self._row = 0
        self._inside: int | None = None
        self._found: ProgressFigures | None = None

    @property
    def found(self) -> ProgressFigures:
        """The figures from the log; kept until the screen is shown again."""
        if self._found is None:
            self._found = progress_of(self.study)
        return self._found

    @property
    def parts(self) -> ExamParts:
        parts = self.found.parts
        assert parts is not None
        return parts

    @property
    def here(self) -> MapCursor:
        """What the cursor is on."""
        task = self._tasks[self._row]
        return MapCursor(task, None if self._inside is None else task.skills[self._inside])

    def crumbs(self) -> Sequence[str]:
        return (self.say("Progress"), self.say("Skills"))

    def corner(self) -> Line:
        skills = self.parts.skills.values()
        good = sum(part.level >= _GOOD for part in skills)
        text = self.say("{good} of {skills} good or strong", good=good, skills=len(skills))
        return [(text, MUTED)]

    def action(self) -> NextAction:
        here = self.here
        part = self.parts[here.id]
        state: Line = [(f"{here.id}  ", BOLD), (here.name(self.language), BOLD)]
        if part.is_gap:
            figures = self.say("not asked yet")
        else:
            figures = self.say("{known} known, {due} due", known=share(part), due=part.due)
        more: tuple[Line, ...] = ([(figures, MUTED)],)
        if not self.check_action("practice", ()):
            return NextAction(state, more=([(self.say("no question yet"), MUTED)],))
        return self.act(state, PRACTICE_PART, more=more)

    def main(self) -> Iterator[Widget]:
        if self.is_tall:
            for domain in self._exam.domains:
                yield Panel(partial(self._airy, domain))
            yield Drawing(self._legend, id="legend")
        else:
            yield Drawing(self._map, classes="text")

    def side(self) -> Iterator[Widget]:
        yield Panel(
            lambda width: skill_list(self.here.task, self.parts, self.here, self.language, width)
        )
        yield Panel(self._about)

    async def on_screen_resume(self) -> None:
        self._found = None
        self._redraw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "practice":
                return bool(self.parts[self.here.id].questions)
            case "cards":
                return self.found.card_of(self.here.id) is not None
            case "next":
                return self._inside is None or self._inside < len(self.here.task.skills) - 1
            case "previous":
                return self._inside is not None
            case _:
                return True

    def action_up(self) -> None:
        self._go(self._row - 1)

    def action_down(self) -> None:
        self._go(self._row + 1)

    def action_next(self) -> None:
        self._inside = 0 if self._inside is None else self._inside + 1
        self._redraw()

    def action_previous(self) -> None:
        self._inside = self._inside - 1 if self._inside else None
        self._redraw()

    def action_domain(self, number: str) -> None:
        for place, task in enumerate(self._tasks):
            if task.id.startswith(f"{number}."):
                self._go(place)
                return

    def action_practice(self) -> None:
        part = self.here.id
        self.host.start(lambda: self.found.practice(part))

    def action_cards(self) -> None:
        card = self.found.card_of(self.here.id)
        if card is not None:
            self.host.open_cards(topic_of(card), card)

    async def language_changed(self) -> None:
        await super().language_changed()
        await self.refresh_side()

    def _go(self, task: int) -> None:
        self._row = max(0, min(len(self._tasks) - 1, task))
        self._inside = None
        self._redraw()

    def _redraw(self) -> None:
        for drawing in self.query(Drawing):
            drawing.redraw()
        self.refresh_parts()

    def _map(self, width: int) -> list[Line]:
        rows: list[Line] = []
        for domain in self._exam.domains:
            rows += [*([[]] if rows else []), *self._rows(domain, width)]
        return rows

    def _airy(self, domain: Domain, width: int) -> list[Line]:
        head, *rows = self._rows(domain, width)
        return [head, [], *rows]

    def _rows(self, domain: Domain, width: int) -> list[Line]:
        return domain_rows(domain, self.parts, self.here, self.language, width)

    def _legend(self, width: int) -> list[Line]:
        return legend(self.language)

    def _about(self, width: int) -> list[Line]:
        return about(self.here, self.parts[self.here.id], self.language, width)
