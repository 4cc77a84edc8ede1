"""Which words of an answer stand for which words of the key."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from study_app.grading.hangul.letters import letters
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
    reading = _Reading(typed, key, speller)
    links = reading.links()
    taken_words = {at + more for at, taken, *_ in links for more in range(taken)}
    used_words = {to + more for _, _, to, used, _ in links for more in range(used)}
    found = Alignment(
        missing=[index for index in range(len(key)) if index not in used_words],
        extra=[index for index in range(len(typed)) if index not in taken_words],
        slips=sum(match.slips for *_, match in links),
        likeness=max((match.likeness for *_, match in links), default=Likeness.SAME),
        matched=sorted(taken_words),
    )
    _pair_in_any_order(found, reading)
    return found


_Step: TypeAlias = tuple[int, int, Match]
"""Words that belong together: (typed words taken, key words used, how)."""

_Link: TypeAlias = tuple[int, int, int, int, Match]
"""The same with their places: (typed word, how many, key word, how many, how)."""

_Chain: TypeAlias = tuple[_Link, "_Chain | None"]
"""A link and those that follow."""


class _Reading:
    """Every way to read the words of both in order, the rest of them worked out once a place."""

    def __init__(self, typed: Sequence[Token], key: Sequence[Token], speller: Speller) -> None:
        self._typed = typed
        self._key = key
        self._speller = speller
        self._lengths = [len(letters(token.text)) for token in key]
        self._steps = self._all_steps()

    def links(self) -> list[_Link]:
        """The cheapest reading: what belongs together, in order."""
        typed, key = range(len(self._typed)), range(len(self._key))
        steps = self._steps
        if not steps:
            return []
        # Cost and links of the rest from each place on: where nothing is read, all is left over.
        best: list[list[tuple[int, _Chain | None]]] = [
            [
                (_EXTRA * (len(typed) - at) + _MISSING * (len(key) - to), None)
                for to in range(len(key) + 1)
            ]
            for at in range(len(typed) + 1)
        ]
        last = max(at for at, _ in steps)
        for at in range(last, -1, -1):
            for to in reversed(key):
                best[at][to] = _cheapest(at, to, steps.get((at, to), ()), best)
        found = list[_Link]()
        chain = best[0][0][1]
        while chain is not None:
            found.append(chain[0])
            chain = chain[1]
        return found

    def word_by_word(self, at: int, to: int) -> Match | None:
        """The typed word at `at` as the word of the key at `to`."""
        for taken, used, match in self._steps.get((at, to), ())[:1]:
            return match if taken == used == 1 else None
        return None

    def _all_steps(self) -> dict[tuple[int, int], list[_Step]]:
        """Readings that begin at a typed word and a word of the key, where there are any."""
        found = {}
        joined = [list(self._joined(at)) for at in range(len(self._typed))]
        for to, wanted in enumerate(self._key):
            matches = self._speller.read_all(self._typed, wanted, alone=len(self._key) == 1)
            for at, match in enumerate(matches):
                steps: list[_Step] = [] if match is None else [(1, 1, match)]
                if match is None or match.slips:
                    if to < len(self._key) - 1:
                        steps += self._in_one_word(at, to)
                    if joined[at]:
                        steps += self._in_several_words(joined[at], to)
                if steps:
                    found[at, to] = steps
        return found

    def _in_one_word(self, at: int, to: int) -> Iterator[_Step]:
        """Words of the key from `to` on that were typed as one."""
        word, hangul = self._typed[at].text, self._typed[at].hangul
        length = self._lengths[to]
        for used in range(2, len(self._key) - to + 1):
            length += self._lengths[to + used - 1]
            if not hangul and length > len(word) + MOST_SLIPS:
                break
            if hangul or length >= len(word) - MOST_SLIPS:
                joined = self._speller.read_run(word, self._key[to : to + used])
                if joined is not None:
                    yield 1, used, joined

    def _joined(self, at: int) -> Iterator[tuple[int, str, bool, bool]]:
        """Typed words from `at` on in one piece: how many, the text, whether in Hangul, whether
        each is a known word. A blank parts a word in one script only."""
        first = self._typed[at]
        text, known = first.text, self._speller.is_common(first.text)
        for taken in range(2, min(LONGEST_JOIN, len(self._typed) - at) + 1):
            token = self._typed[at + taken - 1]
            if token.hangul != first.hangul:
                break
            text += token.text
            known = known and self._speller.is_common(token.text)
            yield taken, text, first.hangul, known

    def _in_several_words(
        self, joined: Sequence[tuple[int, str, bool, bool]], to: int
    ) -> Iterator[_Step]:
        """Typed words that are one word of the key."""
        for taken, text, hangul, known in joined:
            over = len(text) - self._lengths[to]
            if not hangul and over > MOST_SLIPS:
                break
            if hangul or over >= -MOST_SLIPS:
                match = self._speller.read_run(text, self._key[to : to + 1])
                # Words that are all known were meant: `random, IP` is no misspelt `randomly`.
                if match is not None and not (match.slips and known):
                    yield taken, 1, match


def _cheapest(
    at: int, to: int, steps: Sequence[_Step], best: list[list[tuple[int, _Chain | None]]]
) -> tuple[int, _Chain | None]:
    """The cheapest reading from these words on."""
    found: tuple[int, _Chain | None] | None = None
    for taken, used, match in steps:
        cost, rest = best[at + taken][to + used]
        cost += _SLIP * match.slips + match.likeness
        if found is None or cost < found[0]:
            found = cost, ((at, taken, to, used, match), rest)
        if match.slips == 0 and match.likeness is Likeness.SAME and taken == used == 1:
            break
    else:
        cost, rest = best[at + 1][to]
        if found is None or cost + _EXTRA < found[0]:
            found = cost + _EXTRA, rest
    if found[0] > _MISSING:  # else to leave a word of the key out cannot cost less
        cost, rest = best[at][to + 1]
        if cost + _MISSING < found[0]:
            found = cost + _MISSING, rest
    return found


def _pair_in_any_order(found: Alignment, reading: _Reading) -> None:
    for to in list(found.missing):
        for at in list(found.extra):
            match = reading.word_by_word(at, to)
            if match is not None:
                found.missing.remove(to)
                found.extra.remove(at)
                found.slips += match.slips
                found.likeness = max(found.likeness, match.likeness)
                found.matched = sorted({*found.matched, at})
                found.in_order = False
                break
