"""Step 11: a bound that the number asked for keeps: "less than a minute" of 40 seconds.

Who says it knows the size and not the number. So does who gives the class of a status code (`4xx`),
or says "as few as possible" where the number is the smallest of its kind.
"""

import re

from study_app.grading.numbers.number_keys import NumberKey
from study_app.grading.numbers.number_words import in_digits
from study_app.grading.numbers.quantities import Dimension, Quantity, quantities
from study_app.grading.tokens import split_words
from study_app.grading.tolerance import FARTHEST_BOUND

_BELOW = re.compile(
    r"\b(?:(?:less|fewer|lower|smaller|shorter) than|under|below|within) (?=\d)"
    r"|미만|이내|보다 ?(?:더 )?(?:적|작|짧|낮)|(?:도|이|가)? ?(?:안|채 안) ?(?:되는|됨|돼|됩)",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\b(?:(?:more|greater|larger|higher|longer|bigger) than|over|above|beyond) (?=\d)"
    r"|초과|보다 ?(?:더 )?(?:많|크|큰|길|긴|높)|넘(?:는|어|게|습|음)",
    re.IGNORECASE,
)
_A_UNIT = re.compile(r"\b(than|under|over|below|above|within) an? (?=[a-z])", re.IGNORECASE)
_CLASS = re.compile(r"\b(?P<hundreds>[1-5])xx\b|(?P<korean>[1-5])00번대", re.IGNORECASE)
_FEWEST = re.compile(
    r"\bas few as possible\b|\b(?:the )?(?:fewest|smallest|minimum|least)(?: possible)? "
    r"(?:number|count|amount)\b|(?:가능한|최대한) ?한? ?(?:가장 )?적[은게]|최소한의 (?:수|개수)",
    re.IGNORECASE,
)


def says_a_bound(text: str, key: NumberKey) -> bool:
    """Whether `text` bounds an accepted value, and not from far away."""
    found = quantities(text)
    status = _CLASS.search(text)
    if status is not None:
        hundreds = int(status["hundreds"] or status["korean"])
        said = len(split_words(text)) > 1  # alone it is a guess
        return (
            said and len(found) == 1 and any(one.value // 100 == hundreds for _, one in key.accept)
        )
    if not found and _FEWEST.search(text):
        return _is_the_fewest(key)
    text = in_digits(_A_UNIT.sub(r"\1 1 ", text.casefold()))
    found = quantities(text)
    below, above = _BELOW.search(text) is not None, _ABOVE.search(text) is not None
    if len(found) != 1 or below == above:
        return False
    return any(_keeps(accepted, found[0], key, below=below) for _, accepted in key.accept)


def _keeps(accepted: Quantity, bound: Quantity, key: NumberKey, *, below: bool) -> bool:
    """Whether the accepted value is below or above `bound`, read in the unit that is asked for."""
    own, given = accepted.unit or key.unit, bound.unit
    if own is not None and given is None:
        given = own
    if (own is None) != (given is None) or (own and given and own.dimension != given.dimension):
        return False
    value = accepted.value * (own.factors[0] if own else 1)
    limit = bound.value * (given.factors[0] if given else 1)
    small, large = (value, limit) if below else (limit, value)
    return 0 < small < large <= FARTHEST_BOUND * small


def _is_the_fewest(key: NumberKey) -> bool:
    """Whether the key is below every count that the prompt gives."""
    given = [one.value for one in quantities(key.prompt) if one.dimension is Dimension.COUNT]
    return bool(given) and all(accepted.value < min(given) for _, accepted in key.accept)
