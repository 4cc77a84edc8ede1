"""Step 11: what a number is compared with, and what the prompt says about its unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile

from study_app.grading.answer import Answer
from study_app.grading.cleaning import clean
from study_app.grading.hangul.endings import without_ending
from study_app.grading.hangul.letters import has_hangul
from study_app.grading.numbers.number_words import KOREAN_COUNTERS
from study_app.grading.numbers.quantities import (
    UNITS,
    Dimension,
    Quantity,
    Unit,
    quantities,
    unit_named,
)
from study_app.grading.tokens import split_words
from study_app.grading.tolerance import SHORTEST_ABBREVIATION
from study_app.grading.vetoes.negation import negators
from study_app.grading.wording.small_words import FUNCTION_WORDS, KIND_NOUNS, PHRASE_BREAKS
from study_app.grading.wording.stems import root, stem

_UNIT_IN_PROMPT = re.compile(
    r"(?:how many|\bin|number of|\(|몇) ?(?P<first>[^\W\d_]+)(?: (?P<second>[^\W\d_]+))?"
    r"|(?P<percent>\bpercent(?:age)?\b|퍼센트|%)",
    re.IGNORECASE,
)
_RATE_IN_PROMPT = re.compile(
    r"(?:\bper |\ba |\beach |/)(second|minute|hour|day)\b|(초당|분당)", re.IGNORECASE
)
_WORD = re.compile(r"[A-Za-z]+")
_HOW_MANY = re.compile(r"\bhow many\b|몇", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NumberKey:
    """The values that are accepted, and what the prompt says about their unit.

    `worded`: accepted forms without a number in them (`unlimited`). `given`: the numbers of the
    prompt, each with the root of what it counts.
    """

    accept: tuple[tuple[str, Quantity], ...]
    worded: tuple[str, ...]
    prompt: str
    unit: Unit | None
    per: Unit | None
    nouns: frozenset[str]
    initials: str
    given: frozenset[tuple[Fraction, str]]
    negators: frozenset[str]

    @property
    def dimensions(self) -> frozenset[Dimension]:
        """What the accepted values and the prompt measure, things aside."""
        found = {accepted.dimension for _, accepted in self.accept}
        if self.unit is not None:
            found.add(self.unit.dimension)
        return frozenset(found - {Dimension.COUNT})

    @property
    def asks_how_many(self) -> bool:
        return _HOW_MANY.search(self.prompt) is not None

    @property
    def counted(self) -> tuple[str, ...]:
        """The words behind "how many" in the prompt: what is counted is one of them."""
        return tuple(
            word
            for found in _HOW_MANY.finditer(self.prompt)
            for word in _behind(found, self.prompt)
        )

    @property
    def first(self) -> str:
        return self.accept[0][0]


@lru_cache(maxsize=4_096)
def number_key(answer: Answer, prompt: str) -> NumberKey | None:
    """The key of a number question, or None if no accepted form has a number."""
    found = [(form, quantities(clean(form))) for form in answer.accept]
    accept = [(form, values[0]) for form, values in found if values]
    if not accept:
        return None
    return NumberKey(
        accept=tuple(accept),
        worded=tuple(form for form, values in found if not values),
        prompt=prompt,
        unit=_unit_in(prompt),
        per=_rate_in(prompt),
        nouns=frozenset(root(word) for word in split_words(prompt)),
        initials="".join(word[0] for word in split_words(prompt)),
        given=frozenset((q.value, root(q.noun)) for q in quantities(prompt)),
        negators=negators(split_words(" ".join(answer.accept))),
    )


def counts_something_else(typed: Quantity, key: NumberKey) -> bool:
    """Whether a noun is given where a unit is asked for: 80 instances are not 80 percent."""
    noun = typed.noun
    if typed.unit is not None or not noun:
        return False
    if has_hangul(noun):
        return any(bare in KOREAN_COUNTERS for bare in without_ending(noun))
    parameter = any(noun == word.casefold() != word for word in _WORD.findall(key.prompt))
    return not parameter and noun not in FUNCTION_WORDS and noun not in KIND_NOUNS


def noun_fits(typed: Quantity, wanted: Quantity, text: str, key: NumberKey) -> bool:
    """Whether what is counted is what was asked for, as far as the prompt says."""
    noun = typed.noun
    if not noun or has_hangul(noun):
        return True
    said = {form for word in split_words(text) for form in (stem(word), word.removesuffix("s"))}
    if wanted.noun and stem(wanted.noun) in said:
        return True
    if wanted.unit is None and not wanted.noun and not key.asks_how_many:
        return True
    if noun in FUNCTION_WORDS or noun in KIND_NOUNS or root(noun) in key.nouns:
        return True
    single = noun.removesuffix("s")
    if len(noun) > 1 and single in key.initials:  # RCU, of "read capacity units"
        return True
    return any(_abbreviates(single, full) for full in (*key.nouns, wanted.noun))


def is_unit_by_letters(typed: Quantity, text: str) -> bool:
    """Whether what is counted is a unit by its capitals: RCU, where WCU may be asked for."""
    return len(typed.noun) > 1 and re.search(rf"\b{typed.noun.upper()}s?\b", text) is not None


def _behind(found: re.Match[str], prompt: str) -> Iterator[str]:
    """The words of the noun behind "how many": up to the verb."""
    return takewhile(lambda word: word not in PHRASE_BREAKS, split_words(prompt[found.end() :]))


def _abbreviates(short: str, full: str) -> bool:
    """Whether `short` is `full` with letters left out, the first one kept (msg, message)."""
    rest = iter(full)
    return (
        SHORTEST_ABBREVIATION <= len(short) < len(full)
        and short[0] == full[0]
        and all(letter in rest for letter in short)
    )


def _unit_in(prompt: str) -> Unit | None:
    for match in _UNIT_IN_PROMPT.finditer(prompt):
        if match["percent"]:
            return UNITS["%"]
        for word in (match["first"], match["second"] or ""):
            if len(word) > 1 and (unit := UNITS.get(word.casefold())) is not None:
                return unit
    return None


def _rate_in(prompt: str) -> Unit | None:
    match = _RATE_IN_PROMPT.search(prompt)
    if match is None:
        return None
    return unit_named((match[1] or match[2].removesuffix("당")).casefold())
