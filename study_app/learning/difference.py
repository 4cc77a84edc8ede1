"""Where a typed answer and its key part, character by character."""

from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters that is in both texts (`same`), or in this one only."""

    text: str
    same: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """Both texts cut into pieces; joined again they are what they were."""

    yours: tuple[Piece, ...]
    key: tuple[Piece, ...]


LONGEST = 300
"""Longer texts are compared as wholes: nobody reads a difference of that length."""


def difference(yours: str, key: str) -> Difference:
    """The pieces of both texts. Case is no difference, as it is none to the grader."""
    if max(len(yours), len(key)) > LONGEST:
        same = _folded(yours) == _folded(key)
        return Difference((Piece(yours, same),), (Piece(key, same),))
    folded = (_folded(yours), _folded(key))
    blocks = SequenceMatcher(None, *folded, autojunk=False).get_opcodes()
    return Difference(
        tuple(Piece(yours[a:b], tag == "equal") for tag, a, b, _, _ in blocks if a < b),
        tuple(Piece(key[c:d], tag == "equal") for tag, _, _, c, d in blocks if c < d),
    )


def _folded(text: str) -> str:
    # Character by character, so that positions stay those of the text itself.
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
