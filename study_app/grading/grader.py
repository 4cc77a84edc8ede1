"""The grader: typed answers against their key, every veto before any tolerance."""

import re
from functools import cache
from typing import assert_never

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.cleaning import clean, squash
from study_app.grading.glossary import Glossary
from study_app.grading.grades import close, wrong
from study_app.grading.hangul import has_hangul
from study_app.grading.keys import Key
from study_app.grading.known_terms import KnownTerms, TermIndex
from study_app.grading.lists import grade_list
from study_app.grading.naming import NameGrader
from study_app.grading.number_keys import number_key
from study_app.grading.numbers import grade_number
from study_app.grading.reasons import Grade, Reason, ReasonCode
from study_app.grading.sentences import asides, contrasts, plain_claim, sides
from study_app.grading.spelling import Speller
from study_app.grading.tokens import tokenise, words
from study_app.grading.words import COMMON_WORDS, FUNCTION_WORDS

__all__ = ["Glossary", "Grade", "Grader", "KnownTerms", "Reason", "ReasonCode"]

_NO_GLOSSARY = Glossary()
_LATIN = re.compile("[A-Za-z]")


class Grader:
    """Grades typed answers. Built once from all known terms; grading changes nothing.

    `grade` takes any string, reads its first few hundred characters and never raises.
    """

    def __init__(self, terms: KnownTerms, glossary: Glossary = _NO_GLOSSARY) -> None:
        vocabulary = {*terms.vocabulary(), *glossary.vocabulary(), *COMMON_WORDS}
        speller = Speller(glossary, vocabulary)
        self._names = NameGrader(TermIndex(terms, glossary), glossary, speller)

    def grade(self, response: str, answer: Answer, prompt: str = "") -> Grade:
        """The verdict on `response` to the question `prompt` with the key `answer`."""
        text, prompt = clean(response), clean(prompt)
        match answer.kind:
            case AnswerKind.LIST:
                return self._listed(text, answer, prompt)
            case AnswerKind.NUMBER:
                return self._number(text, answer, prompt)
            case AnswerKind.CODE:
                key = self._names.key_of(answer, prompt)
                return self._names.structured(response, key) or self._named(text, key)
            case AnswerKind.TEXT:
                return self._named(text, self._names.key_of(answer, prompt))
            case _:
                assert_never(answer.kind)

    def _number(self, text: str, answer: Answer, prompt: str) -> Grade:
        key = number_key(answer, prompt)
        if key is None or not squash(text):
            return self._named(text, self._names.key_of(answer, prompt))
        grade = grade_number(text, key)
        if key.worded and grade.reason.code is ReasonCode.NO_NUMBER:
            in_words = Answer(AnswerKind.TEXT, key.worded)
            return self._named(text, self._names.key_of(in_words, prompt))
        return grade

    def _listed(self, text: str, answer: Answer, prompt: str) -> Grade:
        whole = self._names.key_of(answer, prompt)
        if not squash(text):
            return wrong(whole, ReasonCode.EMPTY)

        @cache
        def judge(element: str, wanted: str) -> Grade:
            return self._named(
                element, self._names.key_of(Answer(AnswerKind.TEXT, (wanted,)), prompt)
            )

        for kept, _ in contrasts(text):
            grade = grade_list(kept, answer, judge, self._names.is_filler)
            if grade.correct:
                return grade
        return grade_list(text, answer, judge, self._names.is_filler)

    def _named(self, text: str, key: Key) -> Grade:
        if not text:
            return wrong(key, ReasonCode.EMPTY)
        found = self._names.same(text, key)
        if found is not None:
            return found
        if not squash(text):
            return wrong(key, ReasonCode.EMPTY)
        claim = plain_claim(key.without_status_code(text))
        for kept, denied in contrasts(claim):
            grade = self._claimed(kept, key)
            if grade.correct and not self._claimed(denied, key).correct:
                return grade
        return self._claimed(claim, key)

    def _claimed(self, text: str, key: Key) -> Grade:
        shown = " ".join(form.shown for form in key.forms)
        offered = sides(
            text,
            keeps_or=" or " in shown,
            keeps_slash="/" in shown,
            known=self._names.neighbours.is_known,
        )
        grades = [self._one(side, key) for side in offered]
        if not grades:
            return wrong(key, ReasonCode.UNRELATED)
        if len(grades) > 1 and not all(grade.correct for grade in grades):
            return wrong(key, ReasonCode.HEDGED, ", ".join(offered))
        return min(grades, key=lambda grade: grade.score)

    def _one(self, text: str, key: Key) -> Grade:
        """One side: "A (B)" must agree; otherwise the claim as it stands."""
        outer, inner = (text, []) if key.structured else asides(text)
        if not inner or not squash(outer):
            return self._names.judge(text, key)
        grade = self._names.judge(outer, key)
        beside = [self._names.judge(aside, key) for aside in inner]
        for aside, other in zip(inner, beside, strict=True):
            if grade.correct and not other.correct and not key.has_word(aside):
                if other.reason.code in _CONTRADICTS:
                    return wrong(key, ReasonCode.ALSO_NAMES, aside)
                if not _explains(aside, outer):
                    return close(key, 0.7, ReasonCode.BRACKET_DIFFERS, grade.matched, aside)
        if grade.correct:
            return grade
        # A translation that nobody knows, the term in brackets behind it.
        unknown = grade.reason.code is ReasonCode.UNRELATED and not self._names.is_understood(outer)
        if unknown and not _LATIN.search(outer) and beside[0].correct:
            return beside[0]
        return self._names.judge(text, key)


_CONTRADICTS = frozenset(
    {
        ReasonCode.ANOTHER_TERM,
        ReasonCode.ALSO_NAMES,
        ReasonCode.OPPOSITE,
        ReasonCode.DIGITS,
        ReasonCode.NEGATED,
    }
)


def _explains(aside: str, outer: str) -> bool:
    """Whether a bracket translates (the other script), abbreviates, or remarks ("for short")."""
    opening = words(aside)[:1]
    initials = "".join(token.text[0] for token in tokenise(outer))
    return (
        has_hangul(aside) != has_hangul(outer)
        or (len(squash(aside)) > 1 and initials.endswith(squash(aside)))
        or (bool(opening) and opening[0] in FUNCTION_WORDS)
    )
