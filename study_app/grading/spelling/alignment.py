"""Which words of an answer stand for which words of the key."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Final, TypeAlias

from study_app.grading.hangul.letters import letters
from study_app.grading.spelling.speller import Likeness, Match, Speller
from study_app.grading.tokens import Token
from study_app.grading.tolerance import LONGEST_JOIN, MOST_SLIPS

_MISSING, _EXTRA, _SLIP = 100, 30, 10
_MOST_WORDS = 24
_cost: Final = itemgetter(0)


@dataclass(slots=True)
class Alignment:
    """Typed words (by index) and key words (by index) that belong together, and what is left.

    `slips` is the sum over all words; `in_order` is False where words changed places.
    """

    missing: list[int]
    extra: list[int]
    slips: int = 0
    in_order: bool = True
    likeness: Likeness = Likeness.SAME
    matched: list[int] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return not self.missing and self.slips <= MOST_SLIPS


def align(typed: Sequence[Token], key: Sequence[Token], speller: Speller) -> Alignment:
    """The reading of `typed` that leaves the fewest words of `key` without a counterpart.

    Words are read in order first, also where the learner joined or parted them (`end point`,
    `batchwriteitem`); words left over on both sides are then paired in any order.
    """
    typed = typed[:_MOST_WORDS]
    links = _Reading(typed, key, speller).best(0, 0)[1]
    taken_words = {at + more for at, taken, *_ in links for more in range(taken)}
    used_words = {to + more for _, _, to, used, _ in links for more in range(used)}
    found = Alignment(
        missing=[index for index in range(len(key)) if index not in used_words],
        extra=[index for index in range(len(typed)) if index not in taken_words],
        slips=sum(match.slips for *_, match in links),
        likeness=max((match.likeness for *_, match in links), default=Likeness.SAME),
        matched=sorted(taken_words),
    )
    _pair_in_any_order(found, typed, key, speller)
    return found


_Links: TypeAlias = tuple[tuple[int, int, int, int, Match], ...]
"""What belongs together: (typed word, how many, key word, how many, how)."""


class _Reading:
    """Every way to read the words of both in order, the rest of them worked out once a place."""

    def __init__(self, typed: Sequence[Token], key: Sequence[Token], speller: Speller) -> None:
        self._typed = typed
        self._key = key
        self._speller = speller
        self._lengths = [len(letters(token.text)) for token in key]
        self._best: dict[tuple[int, int], tuple[int, _Links]] = {}

    def best(self, at: int, to: int) -> tuple[int, _Links]:
        """The cheapest reading from these words on: its cost, and what belongs together."""
        found = self._best.get((at, to))
        if found is None:
            found = self._best[at, to] = self._cheapest(at, to)
        return found

    def _cheapest(self, at: int, to: int) -> tuple[int, _Links]:
        typed, key = len(self._typed), len(self._key)
        if at == typed or to == key:
            return _EXTRA * (typed - at) + _MISSING * (key - to), ()
        options = []
        for taken, used, match in self._steps(at, to):
            cost, rest = self.best(at + taken, to + used)
            options.append(
                (cost + _SLIP * match.slips + match.likeness, ((at, taken, to, used, match), *rest))
            )
            if match.slips == 0 and match.likeness is Likeness.SAME and taken == used == 1:
                break
        else:
            cost, rest = self.best(at + 1, to)
            options.append((cost + _EXTRA, rest))
        found = min(options, key=_cost)
        if found[0] > _MISSING:  # else to leave a word of the key out cannot cost less
            cost, rest = self.best(at, to + 1)
            found = min(found, (cost + _MISSING, rest), key=_cost)
        return found

    def _steps(self, at: int, to: int) -> list[tuple[int, int, Match]]:
        """Readings that begin at both places: (typed words taken, key words used, how)."""
        typed, key = self._typed, self._key
        match = self._speller.read(typed[at], key[to], alone=len(key) == 1)
        steps = [] if match is None else [(1, 1, match)]
        if match is not None and match.slips == 0:
            return steps
        word, hangul = typed[at].text, typed[at].hangul
        length = self._lengths[to]
        for used in range(2, len(key) - to + 1):
            length += self._lengths[to + used - 1]
            if not hangul and length > len(word) + MOST_SLIPS:
                break
            joined = self._speller.read_run(word, key[to : to + used])
            if joined is not None:
                steps.append((1, used, joined))
        text = word
        for taken in range(2, min(LONGEST_JOIN, len(typed) - at) + 1):
            if typed[at + taken - 1].hangul != hangul:
                break  # a blank parts a word in one script only
            text += typed[at + taken - 1].text
            if not hangul and len(text) > self._lengths[to] + MOST_SLIPS:
                break
            joined = self._speller.read_run(text, key[to : to + 1])
            if joined is not None and joined.slips:
                # Words that are all known were meant: `random, IP` is no misspelt `randomly`.
                parts = typed[at : at + taken]
                if all(self._speller.is_common(part.text) for part in parts):
                    continue
            if joined is not None:
                steps.append((taken, 1, joined))
        return steps


def _pair_in_any_order(
    found: Alignment, typed: Sequence[Token], key: Sequence[Token], speller: Speller
) -> None:
    for to in list(found.missing):
        for at in list(found.extra):
            match = speller.read(typed[at], key[to], alone=len(key) == 1)
            if match is not None:
                found.missing.remove(to)
                found.extra.remove(at)
                found.slips += match.slips
                found.likeness = max(found.likeness, match.likeness)
                found.matched = sorted({*found.matched, at})
                found.in_order = False
                break
