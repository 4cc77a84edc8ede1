"""Step 12: what people write around the elements of a list: a translation, and what they forgot."""

import re
from collections.abc import Callable, Sequence

_WITH_BRACKET = re.compile(r"(?P<outer>[^,;()\n]+?)\s*\((?P<inner>[^()]+)\)")
_BETWEEN = re.compile(r"[\s,;.&+]*(?:\band\b|및|그리고|와|과|하고)?[\s,;.]*")
_OTHERS = r"(?:the )?(?:others?|rest|second|first|third)(?: one)?\W*$"
_REMEMBERED = r"\S*(?: (?:나|안)\S*)*\W*$"
_FORGOTTEN = re.compile(
    r"^\W*(?:i )?(?:can )?only (?:remember|know|recall|got)\b[\s:]*"
    r"|[,;.]? ?(?:and |but )?(?:i )?(?:can't|cannot|don't|do not) (?:remember|know|recall) "
    + _OTHERS
    + r"|[,;.]? ?(?:and |but )?(?:i )?forgot "
    + _OTHERS
    + r"| ?(?:하나|한 ?개|한 ?가지|이것|둘|두 ?개)?(?:만|밖에|까지만?) (?:기억|생각|알|떠오)"
    + _REMEMBERED
    + r"|[,;.]? ?(?:나머지|다른)\S* ?(?:하나\S* )?(?:기억|생각|모르|잊|까먹)"
    + _REMEMBERED,
    re.IGNORECASE,
)

PlaceOf = Callable[[str], int | None]
"""The place of an element among those of one accepted list."""


def without_forgotten(text: str) -> str:
    """`MaxCapacity` of `MaxCapacity 하나만 기억나요`: what is forgotten is no element."""
    return _FORGOTTEN.sub("", text) or text


def is_translated(text: str, places: Sequence[PlaceOf], size: int) -> bool:
    """Whether each of `size` elements has a translation of itself in brackets behind it."""
    pairs = [(found["outer"], found["inner"]) for found in _WITH_BRACKET.finditer(text)]
    if len(pairs) != size or not _is_nothing(_WITH_BRACKET.sub(";", text)):
        return False
    outer, inner = (_order(side, places) for side in zip(*pairs, strict=True))
    return outer is not None and outer == inner


def _is_nothing(between: str) -> bool:
    return all(_BETWEEN.fullmatch(part) for part in between.split(";"))


def _order(elements: Sequence[str], places: Sequence[PlaceOf]) -> list[int] | None:
    """The places of `elements` in the first accepted list that has them all."""
    for place in places:
        found = [place(_BETWEEN.sub("", element, count=1)) for element in elements]
        if None not in found and len(set(found)) == len(elements):
            return [at for at in found if at is not None]
    return None
