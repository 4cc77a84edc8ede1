"""What a question and its card say about its key, besides the prompt."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Description:
    """The explanation of a question (`why`) and the text of its card, Markdown in any language.

    An answer that describes the key in these words is the right idea, but never right.
    """

    why: tuple[str, ...] = ()
    card: tuple[str, ...] = ()


NO_DESCRIPTION = Description()
