"""Step 11: an approximate number, or only its order of magnitude: close, never right."""

import re

from study_app.grading.numbers.number_keys import NumberKey
from study_app.grading.numbers.number_words import in_digits
from study_app.grading.numbers.quantities import Quantity, Unit, quantities, unit_named
from study_app.grading.tolerance import EXACT_DIGITS, FEWEST_OF_A_FEW, MOST_OF_A_FEW

# 정도 is not among them: it goes around an exact number as well.
_ABOUT = re.compile(
    r"\b(?:about|around|approx\w*|roughly|nearly|almost|circa|ca|give or take|ish)\b|~(?=\s*\d)"
    r"|약 |대략|어림잡|얼추|(?<=[가-힣\d])\s*(?:쯤|안팎|남짓|내외|가량)",
    re.IGNORECASE,
)
_OR_SO = re.compile(r",? or (?:so|thereabouts|something(?: like that)?)\b", re.IGNORECASE)
_A_FEW = re.compile(
    r"\b(?:few|several|couple of|some|handful of) (?P<english>[a-z]+)\b"
    r"|(?<![가-힣])(?:몇|수) ?(?P<korean>[가-힣]+)|(?P<days>며칠)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d[\d,.]*")


def is_approximate(text: str) -> bool:
    """Whether `text` says that its number is not exact.

    One with so many digits (about 1,769 MB) is none that people round to.
    """
    if not (_ABOUT.search(text) or _OR_SO.search(text)):
        return False
    numbers = _DIGITS.findall(in_digits(text.casefold()))
    digits = (re.sub(r"[,.]", "", number).strip("0") for number in numbers)
    return all(len(one) < EXACT_DIGITS for one in digits)


def without_or_so(text: str) -> str:
    """`a week` of `a week or so`, which offers no second answer."""
    return _OR_SO.sub("", text)


def says_the_size(text: str, key: NumberKey) -> bool:
    """Whether `text` has no number and names the unit of which the key is a few: `몇 분`."""
    match = None if quantities(text) else _A_FEW.search(text)
    if match is None:
        return False
    unit = unit_named((match["english"] or match["korean"] or "일").casefold())
    return unit is not None and any(_is_a_few(unit, accepted, key) for _, accepted in key.accept)


def _is_a_few(unit: Unit, accepted: Quantity, key: NumberKey) -> bool:
    own = accepted.unit or key.unit
    if own is None or own.dimension is not unit.dimension:
        return False
    amount = accepted.value * own.factors[0] / unit.factors[0]
    return FEWEST_OF_A_FEW <= amount <= MOST_OF_A_FEW
