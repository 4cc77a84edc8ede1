"""Step 11: number answers. The value must be the value, the unit must be a unit of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from fractions import Fraction
from itertools import pairwise

from study_app.grading.cleaning import clean
from study_app.grading.numbers.approximations import (
    is_approximate,
    says_the_size,
    without_or_so,
)
from study_app.grading.numbers.bounds import says_a_bound
from study_app.grading.numbers.directions import opposite_direction
from study_app.grading.numbers.number_keys import (
    NumberKey,
    counts_something_else,
    is_unit_by_letters,
    noun_fits,
)
from study_app.grading.numbers.number_words import with_days
from study_app.grading.numbers.quantities import UNITS, Dimension, Quantity, quantities
from study_app.grading.numbers.roles import conclusion, in_their_roles, without_working
from study_app.grading.numbers.status_codes import (
    names_other_status,
    names_status_of,
    without_protocol,
    without_status_name,
)
from study_app.grading.numbers.workings import leads_to_the_number
from study_app.grading.reasons import Grade, Reason, ReasonCode
from study_app.grading.tokens import split_words
from study_app.grading.tolerance import (
    ANOTHER_NOUN_SCORE,
    INCOMPLETE_NUMBER_SCORE,
    LIMIT_REVERSED_SCORE,
    ROUNDED_SCORE,
    ROUNDED_SHARE,
    UNIT_MISSING_SCORE,
)
from study_app.grading.verdict import Verdict
from study_app.grading.vetoes.contrasts import contrasts, plain_claim
from study_app.grading.vetoes.hedges import sides
from study_app.grading.vetoes.negation import negators
from study_app.grading.vetoes.scope import denials_of_the_answer

_BLANKS = re.compile(r"\s+")
_BOUND_WITH_NOT = re.compile(
    r"\b(?:no|not) (?:more|less|fewer|greater|longer) than\b"
    r"|\b(?:must|can|may|do(?:es)?) ?not exceed\b"
    r"|넘지 않\w*",
    re.IGNORECASE,
)
_AT_LEAST = re.compile(
    r"\bat least\b|\bminimum\b|\bmin\.?:? ?(?=\d)|\bno less than\b|이상|최소|적어도", re.IGNORECASE
)
_AT_MOST = re.compile(
    r"\bat most\b|\bmaximum\b|\bmax\.?:? ?(?=\d)|\bup to\b|이하|최대|이내", re.IGNORECASE
)
_BEYOND = re.compile(
    r"(?<!no )(?<!not )\b(?:more|longer|greater|less|fewer|shorter) than\b"
    r"|\b(?:over|above|under|below)\b"
    r"|초과|미만|넘(?!지 않)",
    re.IGNORECASE,
)
_ASKS_MOST = re.compile(
    r"\b(?:longest|max(?:imum)?|most|largest|biggest|highest|upper|limit|up to|greatest)\b"
    r"|최대|상한",
    re.IGNORECASE,
)
_ASKS_LEAST = re.compile(
    r"\b(?:min(?:imum)?|smallest|shortest|least|lowest|finest|lower|fewest)\b|최소|하한",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\W*(?:until|till|when|whenever|if|as (?:soon|long) as|whichever|less|sooner|earlier|shorter)"
    r"\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|around|approx\w*|roughly|nearly|almost|circa|ca)\b|~|약 |대략|쯤|정도|거의",
    re.IGNORECASE,
)


class _Outcome(Enum):
    EQUAL = auto()
    UNIT_MISSING = auto()
    ANOTHER_UNIT = auto()
    ANOTHER_NUMBER = auto()
    ANOTHER_NOUN = auto()
    ROUNDED = auto()


def grade_number(text: str, key: NumberKey) -> Grade:
    """The grade of a clean, non-empty text."""
    blankless = _BLANKS.sub("", text.casefold())
    for form, _ in key.accept:
        if blankless == _BLANKS.sub("", clean(form).casefold()):
            return Grade(Verdict.CORRECT, 1.0, form, Reason(ReasonCode.ACCEPTED, (form,)))
    contrary = opposite_direction(text, key.prompt)
    if contrary:
        return _wrong(key, ReasonCode.OPPOSITE, contrary, key.first)
    grade = _concluded(without_or_so(without_protocol(text)), key)
    if grade.correct and is_approximate(text):
        reason = Reason(ReasonCode.ROUNDED, (grade.matched,))
        return Grade(Verdict.CLOSE, ROUNDED_SCORE, grade.matched, reason)
    return (_on_the_way(text, key) or grade) if grade.verdict is Verdict.WRONG else grade


def _on_the_way(text: str, key: NumberKey) -> Grade | None:
    """Answers that lead to the number without stating it: a calculation, a rule, the name of a
    status code."""
    if leads_to_the_number(text, key):
        code = ReasonCode.WORKING
    elif (says_the_size(text, key) and not negators(split_words(text))) or says_a_bound(text, key):
        code = ReasonCode.ROUNDED
    elif not quantities(text) and any(
        names_status_of(int(accepted.value), text) for _, accepted in key.accept
    ):
        code = ReasonCode.NEAR
    else:
        return None
    return Grade(Verdict.CLOSE, INCOMPLETE_NUMBER_SCORE, key.first, Reason(code, (key.first,)))


def _concluded(text: str, key: NumberKey) -> Grade:
    claim = plain_claim(conclusion(text))
    if not key.negators:
        for kept, denied in contrasts(claim):
            grade = _claimed(kept, key)
            if grade.correct and quantities(denied) and not _claimed(denied, key).correct:
                return grade
    return _claimed(claim, key)


def _claimed(text: str, key: NumberKey) -> Grade:
    offered = sides(
        text, keeps_or=False, keeps_slash=True, known=lambda side: bool(quantities(side))
    )
    # "12 hours, or until the session ends" gives one number and its condition.
    offered = [side for side in offered if quantities(side) or not _CONDITION.match(side)]
    grades = [_best_reading(side, key) for side in offered]
    if not grades:
        return _wrong(key, ReasonCode.NO_NUMBER)
    if len(grades) > 1 and not all(grade.correct for grade in grades):
        return _wrong(key, ReasonCode.HEDGED, ", ".join(offered))
    return grades[0]


def _best_reading(text: str, key: NumberKey) -> Grade:
    """The better grade where a Korean number ends in 일: 31, or 30 days."""
    text = without_working(text)
    grade = _one(text, key)
    days = with_days(text)
    if grade.correct or days == text or Dimension.TIME not in key.dimensions:
        return grade
    return max(grade, _one(days, key), key=lambda grade: grade.score)


def _one(text: str, key: NumberKey) -> Grade:
    found = quantities(text)
    if not found:
        return _wrong(key, ReasonCode.NO_NUMBER)
    unbounded = without_status_name(_BOUND_WITH_NOT.sub(" ", text))
    denied = (
        negators(split_words(denials_of_the_answer(unbounded, _has_a_number, _has_a_number)))
        - key.negators
    )
    if denied:
        return _wrong(key, ReasonCode.NEGATED, ", ".join(sorted(denied)))
    if names_other_status(text):
        return _wrong(key, ReasonCode.TWO_NUMBERS, text)
    summed = _sum(found)
    if summed is not None:
        total = _held_against(summed, text, key)
        if total.correct:
            return _within_limits(total, text, key)
    asked = in_their_roles(text, found, key)
    grades = [_held_against(quantity, text, key) for quantity in asked]
    if len(grades) > 1 and not all(grade.correct for grade in grades):
        values = {quantity.amounts() for quantity in asked}
        if len(values) > 1:
            return _wrong(key, ReasonCode.TWO_NUMBERS, ", ".join(q.shown for q in asked))
    return _within_limits(min(grades, key=lambda grade: grade.score), text, key)


def _has_a_number(text: str) -> bool:
    return bool(quantities(text))


def _held_against(quantity: Quantity, text: str, key: NumberKey) -> Grade:
    outcomes: dict[_Outcome, str] = {}
    for form, accepted in key.accept:
        outcomes.setdefault(_compare(quantity, accepted, text, key), form)
    if _Outcome.EQUAL in outcomes:
        form = outcomes[_Outcome.EQUAL]
        return Grade(Verdict.CORRECT, 1.0, form, Reason(ReasonCode.ACCEPTED, (form,)))
    if _Outcome.UNIT_MISSING in outcomes:
        form = outcomes[_Outcome.UNIT_MISSING]
        return Grade(
            Verdict.CLOSE, UNIT_MISSING_SCORE, form, Reason(ReasonCode.UNIT_MISSING, (form,))
        )
    if _Outcome.ANOTHER_NOUN in outcomes:
        form = outcomes[_Outcome.ANOTHER_NOUN]
        reason = Reason(ReasonCode.EXTRA_WORDS, (form, quantity.noun))
        return Grade(Verdict.CLOSE, ANOTHER_NOUN_SCORE, form, reason)
    if _Outcome.ROUNDED in outcomes:
        form = outcomes[_Outcome.ROUNDED]
        return Grade(Verdict.CLOSE, ROUNDED_SCORE, form, Reason(ReasonCode.ROUNDED, (form,)))
    code = (
        ReasonCode.ANOTHER_UNIT if _Outcome.ANOTHER_UNIT in outcomes else ReasonCode.ANOTHER_NUMBER
    )
    return _wrong(key, code, quantity.shown, key.first)


def _compare(typed: Quantity, accepted: Quantity, text: str, key: NumberKey) -> _Outcome:
    """Step 11 for one value against one accepted value."""
    wanted = accepted
    if wanted.unit is None and typed.unit is not None and key.unit is not None:
        wanted = replace(wanted, unit=key.unit)
    if wanted.per is None and typed.per is not None and key.per is not None:
        wanted = replace(wanted, per=key.per)
    given = typed
    if given.per is None and wanted.per is not None and key.per is not None:
        given = replace(given, per=key.per)
    if given.unit is None and wanted.unit is not None:
        return _without_unit(given, wanted, text, key)
    if given.dimension is not wanted.dimension and not _both_times(given, wanted):
        return _Outcome.ANOTHER_UNIT if given.value == wanted.value else _Outcome.ANOTHER_NUMBER
    if (given.per is None) != (wanted.per is None):
        if given.value != wanted.value:
            return _Outcome.ANOTHER_NUMBER
        return _Outcome.UNIT_MISSING if given.per is None else _Outcome.ANOTHER_UNIT
    if not _amounts(given) & _amounts(wanted):
        if _is_rounded(given, wanted, text):
            return _Outcome.ROUNDED
        return _Outcome.ANOTHER_UNIT if given.value == wanted.value else _Outcome.ANOTHER_NUMBER
    if given.dimension is not wanted.dimension and _ABOUT.search(text):
        return _Outcome.ROUNDED  # about a month is not said to be 30 days
    if noun_fits(given, wanted, text, key):
        return _Outcome.EQUAL
    return _Outcome.ANOTHER_UNIT if is_unit_by_letters(given, text) else _Outcome.ANOTHER_NOUN


def _without_unit(typed: Quantity, wanted: Quantity, text: str, key: NumberKey) -> _Outcome:
    if counts_something_else(typed, key):
        return _Outcome.ANOTHER_UNIT if typed.value == wanted.value else _Outcome.ANOTHER_NUMBER
    if key.unit is not None:
        given = replace(typed, unit=key.unit)
        if given.dimension is wanted.dimension and given.amounts() & wanted.amounts():
            return _Outcome.EQUAL
    if wanted.dimension is Dimension.PERCENT and typed.value * 100 == wanted.value:
        return _Outcome.UNIT_MISSING  # 0.8 for 80 percent
    if typed.value != wanted.value:
        plain = replace(wanted, unit=None)
        rounded = not typed.noun and _is_rounded(typed, plain, text)
        return _Outcome.ROUNDED if rounded else _Outcome.ANOTHER_NUMBER
    if not noun_fits(typed, wanted, text, key):
        return _Outcome.ANOTHER_UNIT
    return _Outcome.UNIT_MISSING


def _within_limits(grade: Grade, text: str, key: NumberKey) -> Grade:
    """ "At least 15" is no answer to "at most?"."""
    if grade.verdict is Verdict.WRONG or _BEYOND.search(key.prompt):
        return grade
    least, most = _AT_LEAST.search(text), _AT_MOST.search(text)
    asks_most, asks_least = _ASKS_MOST.search(key.prompt), _ASKS_LEAST.search(key.prompt)
    found = (least if asks_most and not asks_least else None) or (
        most if asks_least and not asks_most else None
    )
    if found and not (least and most):
        return _wrong(key, ReasonCode.LIMIT_REVERSED, found.group())
    beyond = _BEYOND.search(text)
    if beyond and not _BOUND_WITH_NOT.search(text):
        reason = Reason(ReasonCode.LIMIT_REVERSED, (beyond.group(),))
        return Grade(Verdict.CLOSE, LIMIT_REVERSED_SCORE, grade.matched, reason)
    return grade


def _is_rounded(typed: Quantity, wanted: Quantity, text: str) -> bool:
    """ "About 1.7 GB" for 1,769 MB: said to be about, or in a larger unit, and not far off."""
    larger = typed.unit is not None and wanted.unit is not None and typed.value < wanted.value
    if not (larger or _ABOUT.search(text)):
        return False
    return any(
        abs(mine - theirs) <= ROUNDED_SHARE * abs(theirs)
        for mine in _amounts(typed)
        for theirs in _amounts(wanted)
    )


def _sum(found: Sequence[Quantity]) -> Quantity | None:
    """`1 hour 30 minutes` as one time: units that grow smaller from left to right."""
    if len(found) < 2 or any(q.unit is None or q.dimension is not Dimension.TIME for q in found):
        return None
    factors = [next(iter(q.amounts())) / q.value if q.value else Fraction(0) for q in found]
    if any(left <= right for left, right in pairwise(factors)):
        return None
    total = sum((next(iter(q.amounts())) for q in found), Fraction(0))
    return Quantity(total, " ".join(q.shown for q in found), UNITS["s"])


def _both_times(left: Quantity, right: Quantity) -> bool:
    return {left.dimension, right.dimension} == {Dimension.TIME, Dimension.MONTHS}


def _amounts(quantity: Quantity) -> frozenset[Fraction]:
    """Base units; months as days too, a year having 365 of them and a month 30."""
    amounts = quantity.amounts()
    if quantity.dimension is not Dimension.MONTHS:
        return amounts
    days = {(months / 12 * 365 if months % 12 == 0 else months * 30) * 86_400 for months in amounts}
    return frozenset(days)


def _wrong(key: NumberKey, code: ReasonCode, *args: str) -> Grade:
    return Grade(Verdict.WRONG, 0.0, key.first, Reason(code, args))
