"""Step 11: a rule in words that gives the key from the numbers of the prompt.

"One less than max_attempts", "three quarters of the tasks left after the base", `둘 중 더 큰 값`:
the numbers that the prompt gives must make the key by it.
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from study_app.grading.hangul.letters import has_hangul
from study_app.grading.numbers.number_keys import NumberKey
from study_app.grading.numbers.quantities import quantities
from study_app.grading.tokens import split_words
from study_app.grading.wording.stems import root

_NUMBER = r"\d+(?:\.\d+)?"
_PARTS = {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5}
# In a text with its numbers in digits: `three quarters`, `절반`, `4분의 3` as (3/4), 20%.
_SHARE = re.compile(
    rf"(?:(?P<many>{_NUMBER}) )?(?P<part>{'|'.join(_PARTS)})\b"
    rf"|\((?P<over>\d+)/(?P<under>\d+)\)|(?P<percent>{_NUMBER})\s*%|(?P<half>0\.5\b|절반)"
)
_LEFT = re.compile(r"\b(?:left|remain\w*|the rest|minus|without)\b|나머지|남은|남는|[빼뺀]")
_FIRST = re.compile(r"\bthe first\b|(?<![가-힣])(?:첫|처음)")
# Counted from an earlier event that has its own number: "90 days after the first transition".
_LATER = re.compile(
    r"\b(?:after|from|since|past) (?:the |that )?(?:first|previous|earlier|prior|preceding|last)\b"
    r"|(?<![가-힣])(?:첫|이전|앞선|직전) [가-힣 ]*(?:후|뒤|부터)|(?<![가-힣])그 ?(?:후|뒤|로부터)"
)
_DIFFERS = re.compile(
    rf"(?P<by>{_NUMBER})\s*[가-힣]* ?(?:(?P<less>less|fewer|적|작)|(?P<more>more|많|큰))"
)
_LARGER = re.compile(r"\b(?:larg|great|high|bigg)(?:er|est)\b|\bmaximum of\b|더 (?:큰|많|높)")
_SMALLER = re.compile(r"\b(?:small|low|few)(?:er|est)\b|\bminimum of\b|더 (?:작|적|낮)")


def results_by_rule(text: str, key: NumberKey) -> Iterator[Fraction]:
    """What the rule in a casefolded `text`, its numbers in digits, makes of the prompt's numbers.

    English that speaks of nothing in the prompt is no rule.
    """
    spoken = {root(word) for word in split_words(text)} & key.nouns
    if not (spoken or has_hangul(text) or " of the " in text):
        return
    given = {amount for one in quantities(key.prompt) for amount in (one.value, *one.amounts())}
    later = _LATER.search(text)
    if later is not None and len(found := quantities(text)) == 1:
        yield from (one + amount for one in given for amount in found[0].amounts())
    share, rest = _share_in(text)
    differs = _DIFFERS.search(rest)
    if share is not None:
        for base in (given, _left(rest, given))[bool(_LEFT.search(rest))]:
            yield base * share
    elif differs is not None:
        by = Fraction(differs["by"])
        yield from (one - by if differs["less"] else one + by for one in given)
    elif _LEFT.search(rest):
        yield from _left(rest, given)
    elif _LARGER.search(rest):
        yield from (one for one, other in permutations(given, 2) if one > other)
    elif _SMALLER.search(rest):
        yield from (one for one, other in permutations(given, 2) if one < other)


def _share_in(text: str) -> tuple[Fraction | None, str]:
    """The share that `text` speaks of, and what is left of it."""
    found = _SHARE.search(text)
    if found is None:
        return None, text
    rest = text[: found.start()] + " " + text[found.end() :]
    if found["part"]:
        return Fraction(found["many"] or 1) / _PARTS[found["part"]], rest
    if found["over"]:
        return Fraction(int(found["over"]), int(found["under"]) or 1), rest
    return (Fraction(1, 2) if found["half"] else Fraction(found["percent"]) / 100), rest


def _left(text: str, given: set[Fraction]) -> set[Fraction]:
    """What is left of a given number without another one, or without all that `text` takes away."""
    taken = [one.value for one in quantities(text)] or [Fraction(1)] * bool(_FIRST.search(text))
    if taken:
        return {one - sum(taken) for one in given}
    return {one - other for one, other in permutations(given, 2) if one > other}
