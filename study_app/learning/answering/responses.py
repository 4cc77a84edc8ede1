"""A learner's responses, by key, so that shuffling and language do not matter."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picked:
    """Keys of options, or of items in the order in which the learner put them."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paired:
    """Joined pairs: (key of the left text, key of the right text)."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TypedText:
    """Typed text, as typed."""

    text: str


Response = Picked | Paired | TypedText
