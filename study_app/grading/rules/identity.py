"""Steps 2 and 3: equal to an accepted form or to another known term, as typed and in English."""

from collections.abc import Sequence

from study_app.grading.cleaning import squash
from study_app.grading.code.assignments import assigned_otherwise
from study_app.grading.forms import peeled
from study_app.grading.grades import close, right, wrong
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.equality import accepted, same_date
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.terms.known_terms import Meaning, english_of, english_words
from study_app.grading.tolerance import LEAST_SHARE_OF_A_TERM, incomplete_score


def nothing(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Empty is wrong."""
    return rest(text) if text else wrong(key, ReasonCode.EMPTY)


def only_signs(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Signs are nothing, where they are not the answer itself."""
    return rest(text) if squash(text) else wrong(key, ReasonCode.EMPTY)


def wrong_prefix(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """`iam:AssumeRole` is not `sts:AssumeRole`; in one word, or in any word of a claim."""
    if " " not in text and tools.neighbours.has_wrong_prefix(text, key):
        return wrong(key, ReasonCode.ANOTHER_TERM, text)
    return rest(text)


def another_value(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """`DeletionPolicy: Delete` where the key is `DeletionPolicy: Retain`."""
    if key.code and assigned_otherwise(text, key.names):
        return wrong(key, ReasonCode.ANOTHER_TERM, text)
    return rest(text)


def equal(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 2: equal to an accepted form once spaces and punctuation are dropped."""
    return accepted(tuple(peeled(text, key.forms)), key) or rest(text)


def another_term(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 3: equal to another known term, before any plural is folded."""
    for candidate in peeled(text, key.forms):
        other = tools.neighbours.written_as(candidate, key)
        if other is not None:
            return part_or_another(other, english_of(candidate, tools.glossary), key)
    return rest(text)


def equal_date(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    return same_date(text, key) or rest(text)


def equal_in_english(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 2 again, with every word in English."""
    english = [english_of(candidate, tools.glossary) for candidate in peeled(text, key.forms)]
    for form in key.forms:
        if form.english and english_words(form.english) in english:
            return right(form, ReasonCode.TRANSLATION, shown=key.first)
    return rest(text)


def another_term_in_english(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 3 again, with every word in English. Not for code: stems are no names there."""
    if key.code:
        return rest(text)
    for candidate in peeled(text, key.forms):
        read = english_of(candidate, tools.glossary)
        other = tools.neighbours.read_as(read, candidate, key)
        if other is not None:
            return part_or_another(other, read, key)
    return rest(text)


def part_or_another(other: Meaning, words: Sequence[str], key: Key) -> Grade:
    """Another term is wrong; but the first half of the answer is that half, term or not.

    Not a service, nor what the author has seen confused with the answer.
    """
    if not (key.code or other.service or squash(other.shown) in key.confusables):
        for form in key.forms:
            whole = english_words(form.english)
            share = len(words) / max(len(whole), 1)
            if LEAST_SHARE_OF_A_TERM <= share < 1 and whole[: len(words)] == tuple(words):
                lost = " ".join(token.shown for token in form.english[len(words) :])
                score = incomplete_score(share)
                return close(key, score, ReasonCode.INCOMPLETE, form.shown, lost)
    return wrong(key, ReasonCode.ANOTHER_TERM, other.shown)
