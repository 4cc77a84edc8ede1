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
from study_app.grading.tokens import tokenise, without_glued_endings, words
from study_app.grading.tolerance import (
    LEAST_LETTERS_OF_A_CUT_NAME,
    LEAST_SHARE_OF_A_CUT_NAME,
    incomplete_score,
)
from study_app.grading.vetoes.contraries import NEGATING_PREFIXES
from study_app.grading.vetoes.negation import negators

_REMARK = re.compile(r"^(?P<name>[^,;]*?[\w)}\"'`])[,;] (?P<remark>.+)$", re.DOTALL)
_IN_CODE = re.compile(r"[a-z][A-Z]|[\w-]*[_:/$]\w|\w-\w|\w\(|^[A-Z]{2,}$")
# `Y도 됩니다` offers a second answer; after a verb (둬도 됩니다) it says that one may.
_ALSO = re.compile(r"(?<![아어해둬써여려줘봐와워져])도 (?:됩|돼|되|가능|괜찮|있)|\b(?:also|too)\b")
_NOT_VETOED = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT})


def remark(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 5: "X, what it does": the name counts, where the remark names and denies nothing.

    A sentence in Korean may speak of a contrary: `DynamicScalingOutSuspended, 스케일 인은 그대로`.
    """
    grade = rest(text)
    found = None if grade.correct or not key.code else _REMARK.match(text)
    if found is None:
        return grade
    said = found["remark"]
    alone = rest(found["name"])
    return alone if alone.correct and _only_remarks(said, key, tools) else grade


def _only_remarks(said: str, key: Key, tools: Tools) -> bool:
    """Whether `said` is prose that could be no answer."""
    if negators(words(said)) or _IN_CODE.search(said) or len(words(said)) < 2:
        return False
    if _ALSO.search(said) or squash(said) in key.confusables:
        return False
    if not has_hangul(said) and not said[0].islower():
        return False
    return not tools.neighbours.has_other(tools.glossary.read(said), key)


def cut_off(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 9: most of a name, without its end (`ChangeMessageVis`) or its first words."""
    grade = rest(text)
    if not key.code or grade.reason.code not in _NOT_VETOED:
        return grade
    named = [token for token in without_glued_endings(tokenise(text)) if not token.hangul]
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
