"""What study leaves behind, and how it fades: of a card by meeting it, of a topic by practicing it.

Times are days before now.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Final, Protocol

from study_app.learning.readiness.evidence import Evidence

POWER: Final = 0.8
"""By which power of time a memory fades."""

GROWTH: Final = 2.7
"""How much a meeting strengthens what was all but forgotten."""

AGAIN: Final = 0.7
"""What a further meeting leaves undone of what further meetings can do."""

APART: Final = 0.02
"""Meetings closer than so many days are one."""

HALF_LIFE: Final = 20.0
"""Days in which the effect of practicing a topic halves."""

TOPIC_ANSWERS: Final = 16.0
ALL_ANSWERS: Final = 90.0
"""So many answers bring practice to 63 % of what it can do, for a topic and for everything."""


Left = tuple[float, float]
"""What is left of having met something, and what of having met it again; both 0 to 1."""

NOTHING: Final[Left] = (0.0, 0.0)


class Trace(Protocol):
    def at(self, ago: float) -> Left:
        """What is left `ago` days before now."""

    def meet(self, ago: float) -> None: ...


@dataclass(slots=True)
class Memory:
    """Of a card; what is left fades by a power of time, slower with each spaced meeting."""

    stability: float
    last: float = 0.0
    times: int = 0

    def at(self, ago: float) -> Left:
        if not self.times:
            return NOTHING
        left = self._left(ago)
        return left, left * (1 - AGAIN ** (self.times - 1))

    def meet(self, ago: float) -> None:
        if self.times:
            self.stability *= 1 + (GROWTH - 1) * (1 - self._left(ago))
        self.times += not self.times or self.last - ago > APART
        self.last = ago

    def _left(self, ago: float) -> float:
        return float((1 + (self.last - ago) / self.stability) ** -POWER)


@dataclass(slots=True)
class Practice:
    """Answers, each of which counts for less as time goes by; `slowness` as in `TOPIC_ANSWERS`."""

    slowness: float
    amount: float = 0.0
    last: float = 0.0

    def at(self, ago: float) -> Left:
        return 1 - exp(-self._left(ago) / self.slowness), 0.0

    def meet(self, ago: float) -> None:
        self.amount = self._left(ago) + 1
        self.last = ago

    def _left(self, ago: float) -> float:
        return self.amount * float(0.5 ** ((self.last - ago) / HALF_LIFE)) if self.amount else 0.0


@dataclass(slots=True)
class Traces:
    """What was left at each attempt, in their order, and what is left `now`, by name."""

    then: list[Left]
    now: dict[str, Left] = field(default_factory=dict)


def of_cards(found: Evidence, stability: float) -> Traces:
    """`stability` is that of a card met once, in days."""
    traces = Traces([NOTHING] * len(found.attempts))
    for card, places in _places(one.card for one in found.attempts).items():
        _walk(found.met.get(card, ()), found, places, Memory(stability), traces, card)
    for card in found.met.keys() - traces.now.keys():
        _walk(found.met[card], found, [], Memory(stability), traces, card)
    return traces


def of_topics(found: Evidence) -> Traces:
    traces = Traces([NOTHING] * len(found.attempts))
    for topic, places in _places(one.topic for one in found.attempts).items():
        met = found.practiced.get(topic, ())
        _walk(met, found, places, Practice(TOPIC_ANSWERS), traces, topic)
    return traces


EVERYTHING: Final = ""


def of_everything(found: Evidence) -> Traces:
    traces = Traces([NOTHING] * len(found.attempts))
    met = sorted((ago for one in found.practiced.values() for ago in one), reverse=True)
    places = list(range(len(found.attempts)))
    _walk(met, found, places, Practice(ALL_ANSWERS), traces, EVERYTHING)
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
    """Go through the meetings and the attempts at `places`, both the longest ago first: an attempt
    sees only what came before it.
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
