"""The map of skills: a row for each task, a mark for each skill, and one skill in full."""

from collections.abc import Sequence
from dataclasses import dataclass

from study_app.drawing.pieces import (
    ACCENT,
    BOLD,
    MUTED,
    PLAIN,
    Line,
    cells,
    fitted,
    spread,
    wrap,
)
from study_app.drawing.plots import level
from study_app.learning.material.blueprint import Domain, ExamTask, Skill
from study_app.learning.statistics.skills import ExamPart, ExamParts
from study_app.tui.widgets.rows import under_cursor
from study_app.tui.widgets.session import fact, title
from study_app.words.language import Language
from study_app.words.text import Text
from study_app.words.wording import say

_NAME_CELLS = 24
_LEVELS = (
    Text("not asked", "아직 없음"),
    Text("weak", "약함"),
    Text("shaky", "불안"),
    Text("good", "좋음"),
    Text("strong", "탄탄"),
)
_HERE = "▸"
"""Precedes the mark of the skill under the cursor."""


@dataclass(frozen=True, slots=True)
class MapCursor:
    """Where the cursor is: on a task, or on one of its skills."""

    task: ExamTask
    skill: Skill | None = None

    @property
    def id(self) -> str:
        return self.task.id if self.skill is None else self.skill.id

    def name(self, language: Language) -> str:
        return say((self.task if self.skill is None else self.skill).name, language)


def domain_rows(
    domain: Domain, parts: ExamParts, here: MapCursor, language: Language, width: int
) -> list[Line]:
    """The domain with its weight, then a row a task."""
    name = domain.title if language.spoken == "en" else say(domain.name, language)
    weight = say("{weight}% of the exam", language, weight=domain.weight)
    known = share(parts.domains[domain.id])
    head = spread(width, [(name, BOLD), (f"   {weight}", MUTED)], [(known, BOLD)])
    return [head, *(_task_row(task, parts, here, language, width) for task in domain.tasks)]


def skill_list(
    task: ExamTask, parts: ExamParts, here: MapCursor, language: Language, width: int
) -> list[Line]:
    """The skills of a task, each with its mark and how many of its questions were seen."""
    rows = [title(width, f"{task.id}  {say(task.name, language)}"), []]
    for number, skill in enumerate(task.skills, start=1):
        part = parts.skills[skill.id]
        is_here = here.skill is skill
        shape, style = level(part.level)
        left: Line = [
            (shape, (ACCENT if part.level else MUTED) if is_here else style),
            (f"{number:>2} ", MUTED),
            (say(skill.name, language), BOLD if is_here else PLAIN),
        ]
        seen = f"{part.questions - part.unseen}/{part.questions}"
        row = spread(width - 1, left, [(seen, PLAIN if is_here else MUTED)])
        rows.append(under_cursor(row, width, here=is_here))
    return rows


def about(here: MapCursor, part: ExamPart, language: Language, width: int) -> list[Line]:
    """The task or skill under the cursor."""
    text = here.task.title if here.skill is None else here.skill.summary
    recall, right = "–", "–"
    if part.retrievability is not None:
        recall = f"{round(100 * part.retrievability)}%"
    if part.firsts.answers:
        right = say(
            "{right} of {tries} tries",
            language,
            right=part.firsts.correct,
            tries=part.firsts.answers,
        )
    seen = str(part.questions)
    if part.unseen:
        seen = say(
            "{questions}, {unseen} never seen",
            language,
            questions=part.questions,
            unseen=part.unseen,
        )
    cards = say("{begun} of {cards} started", language, begun=part.begun, cards=part.cards)
    return [
        title(width, f"{here.id}  {here.name(language)}"),
        [],
        *wrap([(text, MUTED)], width),
        [],
        fact(width, say("known", language), [(share(part), BOLD)]),
        fact(width, say("recall of started cards", language), recall),
        fact(width, say("right on first try", language), right),
        fact(width, say("due", language), str(part.due)),
        fact(width, say("questions", language), seen),
        fact(width, say("cards", language), cards),
    ]


def legend(language: Language) -> list[Line]:
    """What the marks mean."""
    line: Line = []
    for value, name in enumerate(_LEVELS):
        line += [level(value), (f" {say(name, language)}     ", MUTED)]
    return [line]


def share(part: ExamPart) -> str:
    """How much of it is known; a dash if nothing was asked."""
    return "–" if part.is_gap else f"{round(100 * part.known)}%"


def _task_row(
    task: ExamTask, parts: ExamParts, here: MapCursor, language: Language, width: int
) -> Line:
    is_here = here.task is task
    left: Line = [
        (f"{fitted(task.id, 5)}", MUTED),
        (f"{fitted(say(task.name, language), _NAME_CELLS)} ", BOLD if is_here else PLAIN),
    ]
    known = share(parts.tasks[task.id])
    room = width - 1 - cells(left) - len("100%") - 2
    each = 2 if 3 * len(task.skills) <= room else 1
    left += _marks(task.skills, parts, here, each, is_here=is_here)
    row = spread(width - 1, left, [(known, PLAIN if is_here else MUTED)])
    return under_cursor(row, width, here=is_here)


def _marks(
    skills: Sequence[Skill], parts: ExamParts, here: MapCursor, each: int, *, is_here: bool
) -> Line:
    line: Line = []
    for skill in skills:
        line.append((_HERE if skill is here.skill else " ", BOLD))
        value = parts.skills[skill.id].level
        shape, style = level(value, each)
        if is_here:  # on a raised row the faint ones are hard to see
            style = ACCENT if value else MUTED
        line.append((shape, style))
    return line
