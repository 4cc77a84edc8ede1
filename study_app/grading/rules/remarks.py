"""Steps 5 and 9 for names in code: a remark behind the name, and a name cut off."""

import re
from collections.abc import Iterator

from study_app.grading.accepted_forms import AcceptedForm
from study_app.grading.cleaning import squash
from study_app.grading.grades import close
from study_app.grading.hangul.letters import has_hangul
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.spelling.word_matching import joins_two
from study_app.grading.terms.known_terms import english_of
from study_app.grading.tokens import split_words, tokenize, without_glued_endings
from study_app.grading.tolerance import (
    LEAST_LETTERS_OF_A_CUT_NAME,
    LEAST_SHARE_OF_A_CUT_NAME,
    incomplete_score,
)
from study_app.grading.vetoes.contraries import NEGATING_PREFIXES
from study_app.grading.vetoes.negation import negators
from study_app.grading.wording.small_words import LEADING_VERBS

_DONE_NEXT = "|".join(sorted(LEADING_VERBS | {"pipe", "save", "store", "check", "wait", "retry"}))
_REMARKS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r"^(?P<name>[^,;]*?[\w)}\"'`])[,;] (?P<remark>.+)$",
        # What is then done with it, what it is given, what it is of, who made it.
        rf"^(?P<name>.*?[\w)}}\"'`]) and (?:then )?(?P<remark>(?:{_DONE_NEXT}) .+)$",
        r"^(?P<remark>[a-z ]+) (?:with|has|having|containing) (?P<name>\S.*)$",
        r"^(?P<remark>[^A-Za-z,;]*[가-힣]의) (?P<name>[A-Za-z\"'`$-].*)$",
        r"^(?P<remark>[^,;]*[이가을를에로서] [가-힣]+[한된할될는]) (?P<name>[A-Za-z].*)$",
    )
)
_LATIN = re.compile(r"[\x21-\x7e]+")
_IN_CODE = re.compile(r"[a-z][A-Z]|[\w-]*[_:/$]\w|\w-\w|\w\(|^[A-Z]{2,}$")
_GIVEN = re.compile(
    r"^(?P<name>.*?[\w)}\"'`]) with (?P<remark>(?:an?|the|its|your) .+)$", re.DOTALL
)
_DOES = re.compile(
    r"^(?P<name>.*?[A-Za-z_)}\"'`])(?:으로|로|을|를|은|는|이|가) (?P<remark>[가-힣 .]+)$", re.DOTALL
)
# `세션 토큰을 X-Amz-Security-Token 헤더에 넣는다`
_PUT_IN = re.compile(
    r"^(?P<remark>[가-힣 ]+[을를]) (?P<name>[A-Za-z][\w.:-]*)"
    r"(?: ?[가-힣]{2,4})?(?:에|으로|로) [가-힣]+\W*$"
)
_OF_CODE = (_GIVEN, _DOES, _PUT_IN)
_OFFERS = re.compile(r"또는|혹은|이나 |거나|나 |\bor\b")
# `Y도 됩니다` offers a second answer; after a verb (둬도 됩니다) it says that one may.
_ALSO = re.compile(r"(?<![아어해둬써여려줘봐와워져])도 (?:됩|돼|되|가능|괜찮|있)|\b(?:also|too)\b")
_NOT_VETOED = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT})


def remark(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 5: "X, what it does": the name counts, where the remark names and denies nothing.

    A sentence in Korean may speak of a contrary: `DynamicScalingOutSuspended, 스케일 인은 그대로`.
    """
    grade = rest(text)
    if grade.correct or not (key.code or grade.reason.code is ReasonCode.EXTRA_WORDS):
        return grade
    for pattern in (*_REMARKS, *_OF_CODE) if key.code else _REMARKS[-1:]:
        found = pattern.match(text)
        harmless = names_no_confusable if pattern in _OF_CODE else _names_nothing_else
        if found is None or not only_remarks(found["remark"], key):
            continue
        if not harmless(found["remark"], key, tools):
            continue
        alone = rest(found["name"])
        if alone.correct:
            return alone
    return grade


def only_remarks(said: str, key: Key) -> bool:
    """Whether `said` is prose that could be no answer."""
    several = len(split_words(said)) > 1 or said.endswith("의")
    if negators(split_words(said)) or not several or _ALSO.search(said):
        return False
    named = [word for word in _LATIN.findall(said) if _IN_CODE.search(word)]
    if any(squash(word) not in key.squashed_prompt for word in named):
        return False
    if not has_hangul(said) and not said[0].islower():
        return False
    return squash(said) not in key.confusables


def _names_nothing_else(said: str, key: Key, tools: Tools) -> bool:
    return not tools.neighbours.has_other(tools.glossary.read(said), key)


def names_no_confusable(said: str, key: Key, tools: Tools) -> bool:
    """What a name is given, or what for, in common words that may be terms elsewhere."""
    read = english_of(said, tools.glossary)
    confusables = [form.stems for form in key.confusable_forms]
    return not any(map(str.isupper, said)) and not (
        (has_hangul(said) and joins_two(f"{said} "))
        or _OFFERS.search(said)
        or any(set(confusable) <= set(read) for confusable in confusables)
    )


def names_a_confusable(said: str, key: Key, tools: Tools) -> bool:
    """Whether a confusable of several words is in `said`: it tells what a neighbour does."""
    read = " ".join(english_of(said, tools.glossary))
    confusables = (" ".join(form.stems) for form in key.confusable_forms)
    return any(" " in other and f" {other} " in f" {read} " for other in confusables)


def cut_off(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 9: most of a name, without its end (`ChangeMessageVis`) or its first words."""
    grade = rest(text)
    if not key.code or grade.reason.code not in _NOT_VETOED:
        return grade
    named = [token for token in without_glued_endings(tokenize(text)) if not token.hangul]
    typed = "".join(token.text for token in named)
    if len(typed) < LEAST_LETTERS_OF_A_CUT_NAME or squash(text)[: len(typed)] != typed:
        return grade
    if tools.neighbours.written_as(typed, key) is not None:
        return grade
    for form in key.forms:
        share = len(typed) / len(form.squashed)
        if " " in form.shown or not LEAST_SHARE_OF_A_CUT_NAME <= share < 1:
            continue
        if form.squashed.startswith(typed) or typed in _without_first_words(form):
            lost = form.squashed.removeprefix(typed).removesuffix(typed)
            if lost[0].isdigit():
                continue  # digits are no end that a reader can supply
            return close(key, incomplete_score(share), ReasonCode.INCOMPLETE, form.shown, lost)
    return grade


def _without_first_words(form: AcceptedForm) -> Iterator[str]:
    """The name from each of its words on, as long as none before it turns its meaning."""
    for at in range(1, len(form.tokens)):
        before = form.tokens[at - 1].text
        if negators((before,)) or before in NEGATING_PREFIXES:
            return
        yield "".join(token.text for token in form.tokens[at:])
