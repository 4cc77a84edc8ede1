"""Where an answer and its key differ: a text by characters, an order by what kept its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class TextRun:
    """A run of characters that is in both texts (`same`), or in this one only."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Both texts cut into pieces; joined again they are what they were."""

    yours: tuple[TextRun, ...]
    key: tuple[TextRun, ...]

    @property
    def is_near(self) -> bool:
        """Whether the texts share enough that marks under the rest show something."""
        longest = max(_length(self.yours), _length(self.key))
        same = sum(len(piece.text) for piece in self.key if piece.same)
        return longest > 0 and same / longest >= NEAR


NEAR = 0.6
"""From this share of common characters on a difference is read; below it is a new text."""

LONGEST = 300
"""Longer texts are compared as wholes: nobody reads a difference of that length."""


def difference(yours: str, key: str) -> Difference:
    """The pieces of both texts. Case is no difference, as it is none to the grader."""
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
    """How many of `given` stand in their right order, whether or not in their right place.

    That is the longest increasing part of their places: one item moved leaves all others.
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
    # Character by character, so that positions stay those of the text itself.
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
