"""Steps 4 and 5: what a sentence claims. Contrast, alternatives, brackets, negation."""

import re

from study_app.grading.cleaning import squash
from study_app.grading.code.assignments import without_value
from study_app.grading.grades import close, wrong
from study_app.grading.hangul.letters import has_hangul
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.spelling.word_matching import is_small
from study_app.grading.tokens import split_words, tokenize
from study_app.grading.tolerance import BRACKET_DIFFERS_SCORE
from study_app.grading.vetoes.contrasts import contrasts, plain_claim
from study_app.grading.vetoes.hedges import asides, sides
from study_app.grading.vetoes.negation import NEGATORS, PLAIN_NEGATORS, negators
from study_app.grading.vetoes.scope import denials_of_the_answer, without_prohibition
from study_app.grading.wording.context import without_context_numbers
from study_app.grading.wording.meanings import korean_of, means
from study_app.grading.wording.small_words import FUNCTION_WORDS, KIND_NOUNS
from study_app.grading.wording.stems import root

_LATIN = re.compile("[A-Za-z]")
_EXAMPLES = re.compile(r"\.\.\.\W*$|\betc\b|\be\.?g\.?\b|예: ")
_CONTRADICTS = frozenset(
    {
        ReasonCode.ANOTHER_TERM,
        ReasonCode.ALSO_NAMES,
        ReasonCode.OPPOSITE,
        ReasonCode.DIGITS,
        ReasonCode.NEGATED,
    }
)


def contrast(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 4: "X, not Y": X counts, where Y is not the answer itself."""
    if key.prompt_prohibits:
        text = without_prohibition(text)
    claim = plain_claim(key.without_status_code(text))
    for kept, denied in contrasts(claim):
        grade = rest(kept)
        if grade.correct and not rest(denied).correct:
            return grade
    return rest(claim)


def alternatives(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 5: right only if every side is right."""
    shown = " ".join(form.shown for form in key.forms)
    offered = sides(
        text,
        keeps_or=" or " in shown,
        keeps_slash="/" in shown,
        known=tools.neighbours.is_known,
    )
    grades = list[Grade]()
    for side in offered:
        grades.append(rest(side))
        if len(offered) > 1 and not grades[-1].correct:
            return wrong(key, ReasonCode.HEDGED, ", ".join(offered))
    if not grades:
        return wrong(key, ReasonCode.UNRELATED)
    return min(grades, key=lambda grade: grade.score)


def brackets(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 5: "A (B)" must agree; otherwise the claim as it stands.

    The brackets of code are its own.
    """
    own = key.structured or (key.code and any(set("({[") & set(form) for form in key.shown))
    outer, inner = (text, []) if own else asides(text)
    if not inner or not squash(outer):
        return rest(text)
    grade = rest(outer)
    for aside in inner if grade.correct else ():
        other = rest(aside)
        if not other.correct and not key.has_word(aside):
            if other.reason.code in _CONTRADICTS:
                return wrong(key, ReasonCode.ALSO_NAMES, aside)
            if not (_explains(aside, outer, key) or _echoes(aside, key, tools)):
                score, code = BRACKET_DIFFERS_SCORE, ReasonCode.BRACKET_DIFFERS
                return close(key, score, code, grade.matched, aside)
    if grade.correct:
        return grade
    # A translation that nobody knows, the term in brackets behind it.
    unknown = grade.reason.code is ReasonCode.UNRELATED and not _is_understood(outer, tools)
    if unknown and not _LATIN.search(outer):
        beside = rest(inner[0])
        if beside.correct:
            return beside
    return rest(text)


def value_given(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """The value that a claim gives to the name asked for does not count."""
    return rest(without_value(text, key.names) if key.code and not key.command else text)


def context_numbers(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 6: digits that belong to the sentence and not to the answer."""
    bare = without_context_numbers(text, " ".join(key.shown))
    return rest(bare if squash(bare) else text)


def negation(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 4: a negator that neither the accepted answer nor the prompt has."""
    bare = key.bare(text)
    if key.prompt_prohibits:
        bare = without_prohibition(bare)
    if not _denied(bare, key, tools):
        return rest(bare if squash(bare) else text)
    own = {root(token.text) for form in key.forms for token in (*form.tokens, *form.english)}
    own = own - FUNCTION_WORDS or own
    telling = own - key.prompt_roots or own

    def belongs(part: str) -> bool:
        return any(root(token.text) in own for token in tools.glossary.read(part))

    def touches(part: str) -> bool:
        meant = [token for token in tools.glossary.read(part) if token.text not in NEGATORS]
        return any(root(t.text) in telling for t in meant) or tools.neighbours.has_other(meant, key)

    claimed = denials_of_the_answer(bare, touches, belongs)
    denied = _denied(claimed, key, tools)
    if denied:
        return wrong(key, ReasonCode.NEGATED, ", ".join(sorted(denied)))
    return rest(claimed if squash(claimed) else text)


def _denied(text: str, key: Key, tools: Tools) -> frozenset[str]:
    """The negators in `text` that say something against the answer."""
    english = (token.text for token in tools.glossary.read(text))
    said = (*(word for word in split_words(text) if word.isascii()), *english)
    return frozenset(
        word
        for word in negators(said) - key.negators
        if word in PLAIN_NEGATORS or root(word) not in key.prompt_roots
    )


def _is_understood(text: str, tools: Tools) -> bool:
    """Whether the glossary has every Hangul word of `text`, so that it may contradict."""
    return all(not token.hangul for token in tools.glossary.read(text))


def _echoes(aside: str, key: Key, tools: Tools) -> bool:
    """Whether a bracket only takes up the question: `TTL (초 단위)`."""
    return all(
        is_small(token)
        or token.text in KIND_NOUNS
        or root(token.text) in key.prompt_roots
        or any(means(token.text, korean) for said in key.prompt_roots for korean in korean_of(said))
        for token in tools.glossary.read(aside)
    )


def _explains(aside: str, outer: str, key: Key) -> bool:
    """Whether a bracket translates (the other script), abbreviates, or remarks ("for short").

    A remark begins in lower case and takes up the question.
    """
    opening = split_words(aside)[:1]
    remarks = aside[:1].islower() and any(
        root(word) in key.prompt_roots for word in split_words(aside)
    )
    initials = "".join(token.text[0] for token in tokenize(outer))
    return (
        _EXAMPLES.search(aside) is not None
        or has_hangul(aside) != has_hangul(outer)
        or (len(squash(aside)) > 1 and initials.endswith(squash(aside)))
        or (bool(opening) and opening[0] in FUNCTION_WORDS)
        or remarks
    )
