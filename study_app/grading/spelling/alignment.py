"""Which words of an answer stand for which words of the key."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from study_app.grading.spelling.speller import Likeness, Match, Speller
from study_app.grading.tokens import Token
from study_app.grading.tolerance import LONGEST_JOIN, MOST_SLIPS

_MISSING, _EXTRA, _SLIP = 100, 30, 10
_MOST_WORDS = 24


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
    alone = len(key) == 1

    @cache
    def best(at: int, to: int) -> tuple[int, tuple[tuple[int, int, int, int, Match], ...]]:
        if at == len(typed) or to == len(key):
            return _EXTRA * (len(typed) - at) + _MISSING * (len(key) - to), ()
        options = []
        for taken, used, match in _steps(typed, key, at, to, speller, alone):
            cost, rest = best(at + taken, to + used)
            options.append(
                (cost + _SLIP * match.slips + match.likeness, ((at, taken, to, used, match), *rest))
            )
            if match.slips == 0 and match.likeness is Likeness.SAME and taken == used == 1:
                break
        else:
            cost, rest = best(at + 1, to)
            options.append((cost + _EXTRA, rest))
        cost, rest = best(at, to + 1)
        options.append((cost + _MISSING, rest))
        return min(options, key=lambda option: option[0])

    _, links = best(0, 0)
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


def _steps(
    typed: Sequence[Token],
    key: Sequence[Token],
    at: int,
    to: int,
    speller: Speller,
    alone: bool,
) -> list[tuple[int, int, Match]]:
    """Readings that begin at both places: (typed words taken, key words used, how)."""
    match = speller.read(typed[at], key[to], alone=alone)
    steps = [] if match is None else [(1, 1, match)]
    if match is not None and match.slips == 0:
        return steps
    word = typed[at].text
    for used in range(2, len(key) - to + 1):
        joined = speller.read_run(word, key[to : to + used])
        if joined is not None:
            steps.append((1, used, joined))
    text = word
    for taken in range(2, min(LONGEST_JOIN, len(typed) - at) + 1):
        if typed[at + taken - 1].hangul != typed[at].hangul:
            break  # a blank parts a word in one script only
        text += typed[at + taken - 1].text
        joined = speller.read_run(text, key[to : to + 1])
        if joined is not None and joined.slips:
            # Words that are all known were meant: `random, IP` is no misspelt `randomly`.
            parts = typed[at : at + taken]
            if all(speller.is_common(part.text) for part in parts):
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
