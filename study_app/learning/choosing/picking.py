"""Practice assembled row by row: source, kind, history, count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from typing import Final, TypeAlias, assert_never

from study_app.learning.choosing.practice import Only, Practice
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import QuestionKind


class QuestionSource(StrEnum):
    """Where questions are taken from."""

    EVERYTHING = "everything"
    DOMAIN = "domain"
    TASK = "task"
    SKILL = "skill"
    TOPIC = "topic"


class PickerRow(Enum):
    """The rows, in the order of the screen."""

    SOURCE = "from"
    WHICH = "which"
    KIND = "kind"
    LEVEL = "level"
    ONLY = "only"
    COUNT = "count"


COUNTS: Final = (10, 20, 40, None)
"""How many questions; None: all."""

ONLY: Final = (Only.MISSED, Only.FLAGGED, Only.UNSEEN, Only.NOTED)
"""Histories to filter by, in the order of the screen; `all` comes before them."""

Value: TypeAlias = QuestionSource | str | QuestionKind | int | Only | None


@dataclass(frozen=True, slots=True)
class Picks:
    """`which` is an id of the kind that `source` names; empty for everything."""

    source: QuestionSource = QuestionSource.EVERYTHING
    which: str = ""
    kind: QuestionKind | None = None
    level: int | None = None
    only: Only | None = None
    count: int | None = 20

    @property
    def practice(self) -> Practice:
        def where(source: QuestionSource) -> str | None:
            return self.which if self.source is source else None

        topic = where(QuestionSource.TOPIC)
        return Practice(
            topics=() if topic is None else (topic,),
            kind=self.kind,
            domain=where(QuestionSource.DOMAIN),
            task=where(QuestionSource.TASK),
            skill=where(QuestionSource.SKILL),
            difficulty=self.level,
            only=self.only,
        )

    def value(self, row: PickerRow) -> Value:
        """The value picked in `row`."""
        match row:
            case PickerRow.SOURCE:
                return self.source
            case PickerRow.WHICH:
                return self.which
            case PickerRow.KIND:
                return self.kind
            case PickerRow.LEVEL:
                return self.level
            case PickerRow.ONLY:
                return self.only
            case PickerRow.COUNT:
                return self.count
            case _:
                assert_never(row)


@dataclass(frozen=True, slots=True)
class Picker:
    """The available choices: the parts of `exam`, and `topics` by id."""

    exam: Blueprint | None
    topics: Sequence[str]

    def values(self, picks: Picks, row: PickerRow) -> Sequence[Value]:
        """All values of `row`, in order."""
        match row:
            case PickerRow.SOURCE:
                parts = (
                    ()
                    if self.exam is None
                    else (QuestionSource.DOMAIN, QuestionSource.TASK, QuestionSource.SKILL)
                )
                return (QuestionSource.EVERYTHING, *parts, QuestionSource.TOPIC)
            case PickerRow.WHICH:
                return self._which(picks.source)
            case PickerRow.KIND:
                return (None, *QuestionKind)
            case PickerRow.LEVEL:
                return (None, 1, 2, 3)
            case PickerRow.ONLY:
                return (None, *ONLY)
            case PickerRow.COUNT:
                return COUNTS
            case _:
                assert_never(row)

    def picked(self, picks: Picks, row: PickerRow, value: Value) -> Picks:
        """`picks` with `value` in `row`. Raises ValueError if the row does not have it."""
        if value not in self.values(picks, row):
            raise ValueError(f"{row.value} has no {value!r}")
        match row, value:
            case PickerRow.SOURCE, QuestionSource() as source:
                return replace(picks, source=source, which=next(iter(self._which(source)), ""))
            case PickerRow.WHICH, str() as which:
                return replace(picks, which=which)
            case PickerRow.KIND, QuestionKind() | None as kind:
                return replace(picks, kind=kind)
            case PickerRow.LEVEL, int() | None as level:
                return replace(picks, level=level)
            case PickerRow.ONLY, Only() | None as only:
                return replace(picks, only=only)
            case PickerRow.COUNT, int() | None as count:
                return replace(picks, count=count)
        raise ValueError(f"{row.value} has no {value!r}")

    def stepped(self, picks: Picks, row: PickerRow, step: int) -> Picks:
        """`picks` with the next (`step` 1) or previous (-1) value in `row`, wrapping around."""
        values = self.values(picks, row)
        if not values:
            return picks
        here = values.index(picks.value(row))
        return self.picked(picks, row, values[(here + step) % len(values)])

    def _which(self, source: QuestionSource) -> Sequence[str]:
        domains = () if self.exam is None else self.exam.domains
        match source:
            case QuestionSource.EVERYTHING:
                return ()
            case QuestionSource.DOMAIN:
                return [domain.id for domain in domains]
            case QuestionSource.TASK:
                return [task.id for domain in domains for task in domain.tasks]
            case QuestionSource.SKILL:
                return [] if self.exam is None else [skill.id for skill in self.exam.skills()]
            case QuestionSource.TOPIC:
                return self.topics
            case _:
                assert_never(source)
