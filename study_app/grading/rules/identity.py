"""Steps 2 and 3: equal to an accepted form or to another known term, as typed and in English."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import assert_never

from study_app.grading.accepted_forms import peeled
from study_app.grading.cleaning import squash
from study_app.grading.code.around import Surroundings
from study_app.grading.code.around import inside_code as without_code_around
from study_app.grading.code.assignments import SettingAgreement, assigned_otherwise, boolean_setting
from study_app.grading.code.commands import is_command
from study_app.grading.code.exactness import is_another_name
from study_app.grading.code.syntax import Agreement, agreement, attached_signs, sign_runs
from study_app.grading.code.syntax import only_signs as only_signs_of
from study_app.grading.grades import close, right, wrong
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.equality import accepted, same_date
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.spelling.word_matching import is_small
from study_app.grading.terms.known_terms import Meaning, english_of
from study_app.grading.tokens import tokenize, without_glued_endings
from study_app.grading.tolerance import (
    LEAST_SHARE_OF_A_TERM,
    LEAST_WORDS_OF_A_TAIL,
    PARTIAL_SCORE,
    incomplete_score,
)
from study_app.grading.verdict import Verdict
from study_app.grading.vetoes.negation import NEGATORS
from study_app.grading.wording.prefixes import without_maker
from study_app.grading.wording.small_words import FUNCTION_WORDS, KIND_NOUNS
from study_app.grading.wording.stems import root

_OPTION = re.compile(r"(?<![\w-])--?\w")
_JOINS_WORDS = re.compile(r"\w[-_]\w")
_NEVER_A_NAME = NEGATORS | FUNCTION_WORDS
_PUNCTUATION = re.compile(r"[\s.,;:!?'\"`()-]*")


@lru_cache(maxsize=4_096)
def _candidates(text: str, key: Key) -> tuple[str, ...]:
    """`text` and what it is without signs, article, maker, prefix and final ending."""
    return tuple(peeled(text, key.forms))


def nothing(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Empty is wrong."""
    return rest(text) if text else wrong(key, ReasonCode.EMPTY)


def sign_alone(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 13: an answer that is nothing but a sign (`=~`) is that sign, letter by letter."""
    if not text or not key.code:
        return rest(text)
    signs = {sign: form for form in key.forms if (sign := only_signs_of(form.shown))}
    if not signs:
        return rest(text)
    named = sign_runs(text)
    if named and all(sign in signs for sign in named):
        return right(signs[named[0]], ReasonCode.ACCEPTED, shown=key.first)
    return wrong(key, ReasonCode.SIGNS, key.first) if named else rest(text)


def signs(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 13: in code the signs decide, whatever the words say; in terms those of a name (C++)."""
    grade = rest(text)
    if not grade.correct or key.structured:
        return grade
    if not key.code:
        attached = attached_signs(text)
        if any(attached_signs(form) == attached for form in key.shown):
            return grade
        if attached:
            return wrong(key, ReasonCode.SIGNS, grade.matched)
        return close(key, PARTIAL_SCORE, ReasonCode.SIGNS, grade.matched)
    if key.needs_dashes and not _OPTION.search(text):
        return close(key, PARTIAL_SCORE, ReasonCode.SIGNS, key.first)
    if key.needs_prefix and not key.names_prefix(text):
        return close(key, PARTIAL_SCORE, ReasonCode.NEAR, key.first)
    if is_another_name(text, key.shown):
        return close(key, PARTIAL_SCORE, ReasonCode.MISSPELT, key.first)
    match agreement(text, key.shown):
        case Agreement.SAME:
            return grade
        case Agreement.MISSING:
            return close(key, PARTIAL_SCORE, ReasonCode.SIGNS, grade.matched)
        case Agreement.OTHER:
            return wrong(key, ReasonCode.SIGNS, grade.matched)
        case never:
            assert_never(never)


def inside_code(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 13: an identifier inside its usual code is the identifier."""

    def is_other(name: str) -> bool:
        if squash(name) in key.confusables or name.casefold() in _NEVER_A_NAME:
            return True
        return key.code and is_term(name)

    def is_term(name: str) -> bool:
        in_question = squash(name) in key.squashed_prompt or name.casefold() in KIND_NOUNS
        return not in_question and tools.neighbours.written_as(name, key) is not None

    def is_confused(name: str) -> bool:
        return squash(name) in key.confusables and squash(name) not in key.squashed_prompt

    def in_prompt(path: str) -> bool:
        return squash(path) in key.squashed_prompt

    around = Surroundings(is_other, is_confused, is_term, in_prompt, names_code=key.code)
    return rest(without_code_around(text, key.shown, around))


def only_signs(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Signs are nothing, where they are not the answer itself."""
    if squash(text):
        return rest(text)
    return wrong(key, ReasonCode.EMPTY if _PUNCTUATION.fullmatch(text) else ReasonCode.UNRELATED)


def wrong_prefix(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """In one word, `iam:AssumeRole` is not `sts:AssumeRole`."""
    return rest(text) if " " in text else wrong_prefix_within(text, key, tools, rest)


def wrong_prefix_within(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """As `wrong_prefix`, in any word of one claim.

    Where the author accepts the name with its prefix and without, a wrong one is a slip.
    """
    grade = rest(text)
    if not (grade.correct and tools.neighbours.has_wrong_prefix(text, key)):
        return grade
    prefixes = {form.prefix for form in key.forms}
    if "" in prefixes and len(prefixes) > 1:
        return close(key, PARTIAL_SCORE, ReasonCode.PREFIX, key.first)
    return wrong(key, ReasonCode.ANOTHER_TERM, text)


def another_value(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """`DeletionPolicy: Delete` where the key is `DeletionPolicy: Retain`."""
    if not key.code:
        return rest(text)
    match boolean_setting(text, key.shown):
        case SettingAgreement.SAME:
            return right(key.forms[0], ReasonCode.ACCEPTED, shown=key.first)
        case SettingAgreement.CONTRARY:
            return wrong(key, ReasonCode.ANOTHER_TERM, text)
        case None:
            pass
    if assigned_otherwise(text, key.names):
        return wrong(key, ReasonCode.ANOTHER_TERM, text)
    return rest(text)


def asked_form(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Where the words behind an acronym of the prompt are asked for, it is not the answer."""
    if key.code:
        return rest(text)
    tokens = without_glued_endings(tokenize(key.bare(text)))
    named = [token for token in tokens if not is_small(token) and token.text not in KIND_NOUNS]
    if len(named) != 1 or key.has_word(named[0].text):
        return rest(text)
    echoed = root(named[0].text) in key.prompt_roots
    spelled_out = tools.glossary.canonical(named)
    if echoed and len(spelled_out) > 1 and rest(text).correct:
        return wrong(key, ReasonCode.ECHO, named[0].shown)
    return rest(text)


def name_goes_on(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 6: a name in one piece with more words is another one, and so is a whole command.

    `us-gov-east-1` is not `us-east-1`, nor is `aws service-quotas list-service-quotas` the
    function `SERVICE_QUOTA`.
    """
    grade = rest(text)
    if grade.reason.code is not ReasonCode.EXTRA_WORDS or grade.verdict is Verdict.WRONG:
        return grade
    in_one_piece = " " not in text and text.isascii() and _JOINS_WORDS.search(grade.matched)
    if in_one_piece or (is_command(text) and not any(form.command for form in key.forms)):
        return wrong(key, ReasonCode.ANOTHER_TERM, text)
    return grade


def equal(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 2: equal to an accepted form once spaces and punctuation are dropped."""
    return accepted(_candidates(text, key), key) or rest(text)


def another_term(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 3: equal to another known term, before any plural is folded."""
    for candidate in _candidates(text, key):
        other = tools.neighbours.written_as(candidate, key)
        if other is not None and "".join(english_of(candidate, tools.glossary)) in key.near:
            return close(key, PARTIAL_SCORE, ReasonCode.NEAR, key.first)
        # `--config` is an option and no service.
        if other is not None and not (key.options and other.shown[0] != "-" and text[0] == "-"):
            return part_or_another(other, english_of(candidate, tools.glossary), key, text)
    return rest(text)


def equal_date(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    return same_date(text, key) or rest(text)


def equal_in_english(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 2 again, with every word in English."""
    english = [english_of(candidate, tools.glossary) for candidate in _candidates(text, key)]
    for form in key.forms:
        if form.english and form.stems in english:
            return right(form, ReasonCode.TRANSLATION, shown=key.first)
    return rest(text)


def another_term_in_english(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 3 again, with every word in English. Not for code: stems are no names there."""
    if key.code:
        return rest(text)
    for candidate in _candidates(text, key):
        read = english_of(candidate, tools.glossary)
        other = tools.neighbours.read_as(read, candidate, key)
        if other is not None:
            return part_or_another(other, read, key, text)
    return rest(text)


def part_or_another(other: Meaning, words: Sequence[str], key: Key, typed: str = "") -> Grade:
    """Another term is wrong; but the first half of the answer is that half, term or not.

    Not a service, nor what the author has seen confused with the answer.
    """
    if not (key.code or other.service or squash(other.shown) in key.confusables):
        for form in key.forms:
            whole = form.stems
            share = len(words) / max(len(whole), 1)
            if LEAST_SHARE_OF_A_TERM <= share < 1 and whole[: len(words)] == tuple(words):
                lost = " ".join(token.shown for token in form.english[len(words) :])
                score = incomplete_score(share)
                return close(key, score, ReasonCode.INCOMPLETE, form.shown, lost)
    if not key.code and typed and squash(typed) not in key.confusables:
        tail = _tail_of_the_name(typed, words, key)
        if tail is not None:
            return tail
    return wrong(key, ReasonCode.ANOTHER_TERM, other.shown)


def _tail_of_the_name(typed: str, words: Sequence[str], key: Key) -> Grade | None:
    """Close, where the name ends in all of `typed`, which names no maker: "auto scaling"."""
    if without_maker(typed) != typed or len(words) < LEAST_WORDS_OF_A_TAIL:
        return None
    for form in key.forms:
        whole = form.stems
        if len(whole) > len(words) and whole[-len(words) :] == tuple(words):
            lost = " ".join(token.shown for token in form.english[: -len(words)])
            share = incomplete_score(len(words) / len(whole))
            return close(key, share, ReasonCode.INCOMPLETE, form.shown, lost)
    return None
