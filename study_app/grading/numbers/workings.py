"""Step 11: a working or a rule that leads to the number asked for and does not state it.

`7 x 0.6, rounded up`, `20 나누기 0.25`, "six times the function timeout": who writes it
knows the way and not yet the answer.
"""

import math
import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations

from study_app.grading.hangul.letters import has_hangul
from study_app.grading.numbers.number_keys import NumberKey
from study_app.grading.numbers.number_words import in_digits
from study_app.grading.numbers.quantities import Dimension, quantities
from study_app.grading.numbers.rules import results_by_rule
from study_app.grading.tokens import split_words
from study_app.grading.vetoes.negation import negators
from study_app.grading.wording.meanings import korean_of
from study_app.grading.wording.stems import root

_LONGEST_EXPRESSION = 60
_LARGEST_POWER = 20
# Digits are taken as a whole (`++`): in a long run of them, trying each shorter one takes ages.
_NUMBER = r"\d++(?:,\d{3})*(?:\.\d++)?"
_COUNTED = r"\s*[가-힣]*?"

_SHARE = re.compile(rf"({_NUMBER})\s*분의\s*({_NUMBER})")
# From how people say an operation to how a calculator writes it, in this order.
_SPOKEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (
            (
                rf"({_NUMBER}){_COUNTED}에서\s*(?:[가-힣]+ ){{0,3}}"
                rf"({_NUMBER}){_COUNTED}[을를]?\s*[빼뺀뺌]"
            ),
            r"\1-\2",
        ),
        (rf"({_NUMBER}){_COUNTED}에\s*({_NUMBER}){_COUNTED}[을를]?\s*더", r"\1+\2"),
        (
            rf"({_NUMBER})[^\d]{{0,20}}?(?:후|뒤|다음|이후)에?\s*({_NUMBER}){_COUNTED}[을를]?\s*더",
            r"\1+\2",
        ),
        (rf"({_NUMBER}){_COUNTED}에\s*({_NUMBER}){_COUNTED}[을를]?\s*곱", r"\1*\2"),
        (rf"({_NUMBER}){_COUNTED}[을를]\s*({_NUMBER}){_COUNTED}(?:으로|로)\s*나[누눈눠]", r"\1/\2"),
        (r"(?:\bthen )?\bdoubled?(?: it)?\b|(?<=[, ])두 ?배(?:로)?", "*2"),
        (r"\bsquared\b|(?<!세)의? ?제곱", "^2"),
        (r"\bcubed\b|의? ?세제곱", "^3"),
        (r"\bto the (?:power of|power)\b|\*\*", "^"),
        (r"\btimes\b|\bmultiplied by\b|곱하기|(?<![a-z])x(?![a-z])", "*"),
        (r"\bdivided by\b|나누기|÷", "/"),
        (r"\bplus\b|더하기", "+"),
        (r"\bminus\b|빼기", "-"),
        (rf"({_NUMBER})\s*%", r"(\1/100)"),
        (r"(?<=[\d)])\s*(?:[a-z]+ )?of (?:the |these |those )?(?=[\d(])", "*"),
        (rf"(?<=[\d)]){_COUNTED}의\s*(?=[\d(])", "*"),
    )
)
_STATES_A_RESULT = re.compile(r"=|→|⇒|->|\b(?:so|(?<!what )is|makes|gives)\b|따라서|니까|그래서")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_SIGNS = re.compile(r"(?<!\d)[.,;:!?]+|[.,;:!?]+(?!\d)")
_SIGN = re.compile(rf"{_NUMBER}|[-+*/()^]")
_ROUNDED: tuple[tuple[re.Pattern[str], Callable[[Fraction], int]], ...] = (
    (re.compile(r"\bround(?:ed|ing)? up\b|\bceil\w*|(?<!반)올림"), math.ceil),
    (re.compile(r"\bround(?:ed|ing)? down\b|\bfloor\w*|내림|버림"), math.floor),
    (re.compile(r"\brounded\b|반올림"), round),
)
_FACTOR = re.compile(rf"(?P<factor>{_NUMBER})\s*(?:\btimes\b|x\b|배)")
_TWICE = re.compile(r"\btwice\b|\bdouble\b(?! it)(?=.*[a-z]{3})")


def leads_to_the_number(text: str, key: NumberKey) -> bool:
    """Whether `text` evaluates to an accepted value without stating a result."""
    text = in_digits(_TWICE.sub("2 times", _last_side(text.casefold())))
    if _STATES_A_RESULT.search(text) or negators(split_words(text)) - key.negators:
        return False
    text = _SHARE.sub(r"(\2/\1)", text)  # before its 분 is read as minutes
    expression = _in_signs(text)
    measured = {q.dimension for q in quantities(expression)} - {Dimension.COUNT, Dimension.PERCENT}
    # A size beside a count (`3 KB, times 30`) is a step on the way.
    if key.dimensions and measured - key.dimensions:
        return False
    result = _rounded(_worked_out(expression, alone=_is_rounding(text)), text)
    if result is not None:
        return any(result == accepted.value for _, accepted in key.accept)
    if _is_formula(text, key):
        return True
    wanted = {amount for _, accepted in key.accept for amount in accepted.amounts()}
    if any(amount in wanted for amount in _multiples(text, key)):
        return True
    return any(_rounded(one, text) in wanted for one in results_by_rule(text, key))


def _last_side(text: str) -> str:
    """`4.2, rounded up` of `7 x 0.6 = 4.2, rounded up`: a result that is not yet the number."""
    last = text.rpartition("=")[2]
    return last if _is_rounding(last) and quantities(last) else text


def _is_rounding(text: str) -> bool:
    return any(said.search(text) for said, _ in _ROUNDED)


def _is_formula(text: str, key: NumberKey) -> bool:
    """`requests per second times the duration`: an operation on two numbers of the prompt.

    The prompt's numbers must give the key by it.
    """
    signs = [sign for sign in _in_signs(text) if sign in "*/+"]
    spoken = {word for word in split_words(text) if root(word) in key.nouns}
    if has_hangul(text):
        spoken |= {noun for noun in key.nouns if any(one in text for one in korean_of(noun))}
    if quantities(text) or len(signs) != 1 or len(spoken) < 2:
        return False
    given = [{one.value, *one.amounts()} for one in quantities(key.prompt)]
    wanted = {accepted.value for _, accepted in key.accept}
    return any(
        _calculated(left, signs[0], right) in wanted
        for one, other in permutations(given, 2)
        for left in one
        for right in other
    )


def _calculated(left: Fraction, sign: str, right: Fraction) -> Fraction | None:
    match sign:
        case "*":
            return left * right
        case "+":
            return left + right
        case _:
            return left / right if right else None


def _in_signs(text: str) -> str:
    """The operations of a casefolded text with its numbers in digits as a calculator has them."""
    for spoken, written in _SPOKEN:
        text = spoken.sub(written, text)
    return text


def _worked_out(text: str, *, alone: bool = False) -> Fraction | None:
    """The value of the expression that `text` consists of, words aside; None for any other text.

    `alone`: one number is an expression, too.

    >>> str(_worked_out("(10 tasks-2)*3/4")), _worked_out("5")
    ('6', None)
    """
    expression = _SENTENCE_SIGNS.sub(" ", _WORD.sub(" ", text))
    signs = _SIGN.findall(expression)
    if "".join(signs) != "".join(expression.split()) or len(expression) > _LONGEST_EXPRESSION:
        return None
    if len(signs) < (1 if alone else len("a-b")):
        return None
    try:
        return _Calculator(signs).value()
    except (ZeroDivisionError, ValueError):
        return None


def _rounded(value: Fraction | None, text: str) -> Fraction | None:
    """`value` as `text` says that it is rounded."""
    for said, rounded in _ROUNDED:
        if value is not None and said.search(text):
            return Fraction(rounded(value))
    return value


def _multiples(text: str, key: NumberKey) -> Iterator[Fraction]:
    """`6 times the function timeout`: so many times what the prompt gives as a number."""
    found = quantities(text)
    factor = _FACTOR.search(text)
    if factor is None or len(found) != 1 or not _WORD.search(_FACTOR.sub("", text)):
        return
    for given in quantities(key.prompt):
        for amount in given.amounts():
            yield amount * Fraction(factor["factor"].replace(",", ""))


class _Calculator:
    """Reads sums of products of numbers and brackets. Raises `ValueError` for anything else."""

    def __init__(self, signs: list[str]) -> None:
        self._left = signs[::-1]

    def value(self) -> Fraction:
        total = self._sum()
        if self._left:
            raise ValueError(self._left)
        return total

    def _sum(self) -> Fraction:
        total = self._product()
        while (sign := self._next("+-")) is not None:
            right = self._product()
            total = total + right if sign == "+" else total - right
        return total

    def _product(self) -> Fraction:
        total = self._power()
        while (sign := self._next("*/")) is not None:
            right = self._power()
            total = total * right if sign == "*" else total / right
        return total

    def _power(self) -> Fraction:
        base = self._operand()
        if self._next("^") is None:
            return base
        power = self._operand()
        if power.denominator > 1 or power > _LARGEST_POWER:
            raise ValueError("the power is no small whole number")
        return base ** int(power)

    def _operand(self) -> Fraction:
        if not self._left:
            raise ValueError("an operand is missing")
        sign = self._left.pop()
        if sign == "(":
            inner = self._sum()
            if self._next(")") is None:
                raise ValueError("a bracket is not closed")
            return inner
        return Fraction(sign.replace(",", ""))

    def _next(self, signs: str) -> str | None:
        return self._left.pop() if self._left and self._left[-1] in signs else None
