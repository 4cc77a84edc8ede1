"""The parts of a picture of a case.

Frames know nothing about how they will be drawn. They come from the engine's own states, so a
picture always agrees with the result.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import overload

from study_app.simulator.model.case import Case, Plain
from study_app.simulator.model.problem import Problem
from study_app.simulator.model.trace import Applied, Considered
from study_app.simulator.playback.captions import CAPTIONS
from study_app.words.text import Text
from study_app.words.wording import say


@dataclass(frozen=True, slots=True)
class Caption:
    """What happened, or would happen, as one sentence: `id` of `captions.CAPTIONS` with its
    `values`.

    A value may be a caption itself. A kind may use its own `words` instead.
    """

    id: str
    values: Mapping[str, object] = field(default_factory=dict)
    words: Text | None = None

    def text(self, language: str) -> str:
        """In `en` or `ko`; English for any other language."""
        values = {
            name: value.text(language) if isinstance(value, Caption) else value
            for name, value in self.values.items()
        }
        return say(self.words or CAPTIONS[self.id], language, **values)


class TaskLook(StrEnum):
    """The role of a task in its service at the moment."""

    OLD = "old"
    """Old revision; in a placement, already there."""
    NEW = "new"
    """New revision and healthy; in a placement, placed by this call."""
    PENDING = "pending"
    """New revision and not yet healthy."""
    DRAINING = "draining"
    """On a DRAINING instance, so it will have to move."""
    OTHER = "other"
    """Another service or group."""
    FREE = "free"
    """No task: a free slot."""


@dataclass(frozen=True, slots=True)
class Run:
    """`count` tasks in a row that look the same."""

    look: TaskLook
    count: int


@dataclass(frozen=True, slots=True)
class Meter:
    """How much of a resource is taken: CPU units, MiB, ports or interfaces."""

    name: str
    used: int
    total: int


class Mark(StrEnum):
    """What the step did to an instance."""

    CHOSEN = "chosen"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An instance, or the box of a service without instances.

    `ports` are the host ports taken by tasks. `status` is empty while the instance is ACTIVE.
    `labels` are attributes that distinguish it. A box that `holds_tasks` reserves space for them.
    """

    id: str
    zone: str = ""
    runs: tuple[Run, ...] = ()
    meters: tuple[Meter, ...] = ()
    ports: tuple[int, ...] = ()
    status: str = ""
    labels: tuple[str, ...] = ()
    mark: Mark | None = None
    holds_tasks: bool = True

    def count(self, look: TaskLook) -> int:
        return sum(run.count for run in self.runs if run.look is look)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One picture: what led to it, and what it shows.

    `applied` are the rules applied since the previous frame, the deciding one last. `considered`
    says of each instance why it was kept or dropped. `facts` are figures by name.
    """

    caption: Caption
    boxes: tuple[Box, ...] = ()
    applied: tuple[Applied, ...] = ()
    considered: tuple[Considered, ...] = ()
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Series:
    """A curve: one value per frame.

    Curves share a scale, unless one has its own. A kind may use its own `words` for the name.
    """

    name: str
    values: tuple[Fraction | int, ...]
    own_scale: bool = False
    words: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reel:
    """The pictures of a result, from the first to the last. There is always at least one.

    `guesses(n)` are plausible wrong predictions of what follows frame `n`; empty if nothing
    follows.
    """

    frames: Sequence[Frame]
    series: tuple[Series, ...] = ()
    guesses: Callable[[int], tuple[Caption, ...]] = lambda _: ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Playback:
    """A case with its pictures.

    `result` is what `dva simulate` prints for it, `refusal` AWS's objection; `message` says why AWS
    refuses it, or would, and is empty if it does not. `looks` are names for
    tasks that differ from the usual ones.
    """

    case: Case
    result: Plain
    refusal: tuple[Problem, ...]
    message: Text
    reel: Reel
    looks: Mapping[TaskLook, Text] = field(default_factory=dict)

    @property
    def frames(self) -> Sequence[Frame]:
        return self.reel.frames

    @property
    def series(self) -> tuple[Series, ...]:
        return self.reel.series

    @property
    def guesses(self) -> Callable[[int], tuple[Caption, ...]]:
        return self.reel.guesses


class Frames(Sequence[Frame]):
    """`count` frames that are built on access: a large case has thousands."""

    def __init__(self, count: int, draw: Callable[[int], Frame]) -> None:
        self._count = count
        self._draw = lru_cache(maxsize=8)(draw)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> Frame: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Frame]: ...
    def __getitem__(self, index: int | slice) -> Frame | Sequence[Frame]:
        if isinstance(index, slice):
            return [self._draw(number) for number in range(*index.indices(self._count))]
        if not -self._count <= index < self._count:
            raise IndexError(index)
        return self._draw(index % self._count)
