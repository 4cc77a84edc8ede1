"""The quality of a set of estimates, as lines."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

from tests.calibration.learners import Learner

MANY = 400
"""From so many answers on, coverage is shown separately."""


@dataclass(frozen=True, slots=True)
class Estimated:
    """A learner with what was estimated of them; `low` and `high` are None of a plain baseline."""

    learner: Learner
    answered: int
    probability: float
    expected: float
    low: float | None = None
    high: float | None = None
    seconds: float = 0.0

    @property
    def squared(self) -> float:
        return (self.probability - self.learner.truth.chance) ** 2

    @property
    def off(self) -> float:
        return self.expected - self.learner.truth.expected

    @property
    def is_covered(self) -> bool:
        assert self.low is not None
        assert self.high is not None
        return self.low <= self.learner.truth.chance <= self.high

    @property
    def width(self) -> float:
        assert self.low is not None
        assert self.high is not None
        return self.high - self.low


def _line(name: str, of: Sequence[Estimated]) -> str:
    text = (
        f"{name:<32} {len(of):>4}  {fmean(one.squared for one in of):.4f}  "
        f"{fmean(abs(one.off) for one in of):.3f}  {fmean(one.off for one in of):+.3f}"
    )
    if of[0].low is None:
        return text
    many = [one for one in of if one.answered >= MANY]
    covered = f"{fmean(one.is_covered for one in many):.3f}" if many else "  -  "
    return (
        f"{text}  {fmean(one.is_covered for one in of):.3f}  {covered}  "
        f"{fmean(one.width for one in of):.2f}"
    )


HEAD = (
    f"{'':<32} {'n':>4}  {'sq p':<6}  {'|e|':<5}  {'bias':<6}  {'cover':<5}  {f'{MANY}+':<5}  width"
)


def table(estimates: Sequence[Estimated], title: str) -> Iterator[str]:
    """All of them, then by family, by what they practice, and by how much."""
    yield f"\n{title}"
    yield HEAD
    yield _line("all", estimates)
    yield from _by(estimates, lambda one: one.learner.family)
    yield from _by(estimates, lambda one: one.learner.habits.choosing.value)
    yield from _by(estimates, _amount)


def _by(estimates: Sequence[Estimated], key: Callable[[Estimated], str]) -> Iterator[str]:
    groups: dict[str, list[Estimated]] = {}
    for one in estimates:
        groups.setdefault(key(one), []).append(one)
    for name in sorted(groups):
        yield _line(f"  {name}", groups[name])


def _amount(one: Estimated) -> str:
    edges = (20, 60, 150, 400, 1000, 10_000)
    for low, high in pairwise(edges):
        if low <= one.answered < high:
            return f"{low:>4} answers and more"
    return "fewer answers"


def baseline(estimates: Sequence[Estimated], name: str) -> str:
    return _line(name, estimates)


def reliability(estimates: Sequence[Estimated], bins: int = 10) -> Iterator[str]:
    """What was said against what was true, by tenths of the predicted chance."""
    yield "\nReliability: predicted chance, mean true chance, learners"
    for number in range(bins):
        low, high = number / bins, (number + 1) / bins
        own = [
            one
            for one in estimates
            if low <= one.probability < high or (one.probability == high == 1)
        ]
        if own:
            predicted = fmean(one.probability for one in own)
            true = fmean(one.learner.truth.chance for one in own)
            yield f"  {low:.1f} to {high:.1f}   {predicted:.2f}   {true:.2f}   {len(own):>4}"
