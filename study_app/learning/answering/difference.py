"""Where an answer and its key differ: a text by characters, an order by what is in sequence."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of characters that is in both texts (`same`) or only in this one."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Both texts split into runs; joined, they give the texts back."""

    yours: tuple[TextRun, ...]
    key: tuple[TextRun, ...]

    @property
    def is_near(self) -> bool:
        """Whether the texts share enough for marking the rest to be useful."""
        longest = max(_length(self.yours), _length(self.key))
        same = sum(len(piece.text) for piece in self.key if piece.same)
        return longest > 0 and same / longest >= NEAR


NEAR = 0.6
"""The smallest share of common characters at which a diff is readable."""

LONGEST = 300
"""Longer texts are not diffed: nobody reads a diff of that length."""


def difference(yours: str, key: str) -> Difference:
    """The runs of both texts. Case is ignored, as by the grader."""
    if max(len(yours), len(key)) > LONGEST:
        same = _folded(yours) == _folded(key)
        return Difference((TextRun(yours, same),), (TextRun(key, same),))
    folded = (_folded(yours), _folded(key))
    blocks = SequenceMatcher(None, *folded, autojunk=False).get_opcodes()
    return Difference(
        tuple(TextRun(yours[a:b], tag == "equal") for tag, a, b, _, _ in blocks if a < b),
        tuple(TextRun(key[c:d], tag == "equal") for tag, _, _, c, d in blocks if c < d),
    )


def in_order(given: Sequence[str], right: Sequence[str]) -> int:
    """How many of `given` are in the right order, whether or not in the right place.

    This is the longest increasing subsequence of their places: moving one item leaves all others in
    order.
    """
    best: list[int] = []
    places = [right.index(key) for key in given]
    for number, place in enumerate(places):
        before = [best[n] for n in range(number) if places[n] < place]
        best.append(1 + max(before, default=0))
    return max(best, default=0)


def _length(pieces: tuple[TextRun, ...]) -> int:
    return sum(len(piece.text) for piece in pieces)


def _folded(text: str) -> str:
    # Character by character, so that positions match those in the text.
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
