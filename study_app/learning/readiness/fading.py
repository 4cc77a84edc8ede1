"""The effect of study, and how it fades: of meeting a card, and of practicing a topic.

Times are days before now.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Final, NamedTuple, Protocol

from study_app.learning.readiness.evidence import Evidence

POWER: Final = 0.8
"""The exponent of time by which a memory fades."""

GROWTH: Final = 2.7
"""How much a meeting strengthens a nearly forgotten memory."""

AGAIN: Final = 0.7
"""The share of the possible effect of further meetings that one more meeting leaves undone."""

APART: Final = 0.02
"""Meetings within so many days count as one."""

HALF_LIFE: Final = 20.0
"""The half-life, in days, of the effect of practicing a topic."""

TOPIC_ANSWERS: Final = 16.0
ALL_ANSWERS: Final = 90.0
"""Answers after which practice has 63 % of its full effect, for a topic and overall."""


class Left(NamedTuple):
    """What is left of meetings, all 0 to 1: `ever` is 1 after any and never fades; what the first
    and what further ones left does.
    """

    ever: float
    first: float
    further: float


NOTHING: Final = Left(0.0, 0.0, 0.0)


class Trace(Protocol):
    def at(self, ago: float) -> Left:
        """What is left `ago` days before now."""

    def meet(self, ago: float) -> None: ...


@dataclass(slots=True)
class FadingMemory:
    """The memory of a card: it fades by a power of time, more slowly with each spaced meeting."""

    stability: float
    last: float = 0.0
    times: int = 0

    def at(self, ago: float) -> Left:
        if not self.times:
            return NOTHING
        left = self._left(ago)
        return Left(1.0, left, left * (1 - AGAIN ** (self.times - 1)))

    def meet(self, ago: float) -> None:
        if self.times:
            self.stability *= 1 + (GROWTH - 1) * (1 - self._left(ago))
        self.times += not self.times or self.last - ago > APART
        self.last = ago

    def _left(self, ago: float) -> float:
        return float((1 + (self.last - ago) / self.stability) ** -POWER)


@dataclass(slots=True)
class FadingPractice:
    """Practice: answers, each of which counts less over time; `slowness` as in `TOPIC_ANSWERS`."""

    slowness: float
    amount: float = 0.0
    last: float = 0.0

    def at(self, ago: float) -> Left:
        if not self.amount:
            return NOTHING
        return Left(1.0, 1 - exp(-self._left(ago) / self.slowness), 0.0)

    def meet(self, ago: float) -> None:
        self.amount = self._left(ago) + 1
        self.last = ago

    def _left(self, ago: float) -> float:
        return self.amount * float(0.5 ** ((self.last - ago) / HALF_LIFE))


@dataclass(slots=True)
class Traces:
    """What was left at each attempt, in order, and what is left `now`, by name."""

    then: list[Left]
    now: dict[str, Left] = field(default_factory=dict)


def of_cards(found: Evidence, stability: float) -> Traces:
    """`stability` is that of a card met once, in days."""
    traces = Traces([NOTHING] * len(found.attempts))
    for card, places in _places(one.card for one in found.attempts).items():
        _walk(found.met.get(card, ()), found, places, FadingMemory(stability), traces, card)
    for card in found.met.keys() - traces.now.keys():
        _walk(found.met[card], found, [], FadingMemory(stability), traces, card)
    return traces


def of_topics(found: Evidence) -> Traces:
    traces = Traces([NOTHING] * len(found.attempts))
    for topic, places in _places(one.topic for one in found.attempts).items():
        met = found.practiced.get(topic, ())
        _walk(met, found, places, FadingPractice(TOPIC_ANSWERS), traces, topic)
    return traces


EVERYTHING: Final = ""


def of_everything(found: Evidence) -> Traces:
    traces = Traces([NOTHING] * len(found.attempts))
    met = sorted((ago for one in found.practiced.values() for ago in one), reverse=True)
    places = list(range(len(found.attempts)))
    _walk(met, found, places, FadingPractice(ALL_ANSWERS), traces, EVERYTHING)
    return traces


def _places(names: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        found.setdefault(name, []).append(place)
    return found


def _walk(
    met: Sequence[float],
    found: Evidence,
    places: Sequence[int],
    trace: Trace,
    traces: Traces,
    name: str,
) -> None:
    """Walk through the meetings and the attempts at `places`, both oldest first: an attempt sees
    only what came before it.
    """
    done = 0
    for place in places:
        ago = found.attempts[place].ago
        while done < len(met) and met[done] > ago:
            trace.meet(met[done])
            done += 1
        traces.then[place] = trace.at(ago)
    for ago in met[done:]:
        trace.meet(ago)
    traces.now[name] = trace.at(0.0)
