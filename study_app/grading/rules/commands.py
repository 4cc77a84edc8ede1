"""Commands of the AWS CLI: one of the service that is asked for, and the first half of one."""

import re

from study_app.grading.cleaning import squash
from study_app.grading.code.commands import is_command
from study_app.grading.grades import close, right
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.tolerance import (
    LEAST_WORDS_OF_A_COMMAND,
    SHARE_OF_A_COMMAND,
    incomplete_score,
)
from study_app.grading.verdict import Verdict
from study_app.grading.wording.stems import root

_OF_A_SERVICE = re.compile(r"^(?:\$ ?)?aws (?P<service>[a-z0-9-]+) [a-z0-9-]+", re.IGNORECASE)
_SERVICE = root("service")
_BREAKS = re.compile(r"(?=[ -])")
_CUT = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT})


def of_the_service(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 2: where a service is asked for, a command of that service names it."""
    asked = key.names_service or _SERVICE in key.prompt_roots
    called = _OF_A_SERVICE.match(text) if asked and not key.code else None
    if called is not None:
        for form in key.forms:
            if form.squashed == squash(called["service"]):
                return right(form, ReasonCode.ACCEPTED, shown=key.first)
    return rest(text)


def first_half(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """Step 9: a command that ends between two of its words is incomplete, unless it is another."""
    grade = rest(text)
    if not key.command or grade.verdict is not Verdict.WRONG or grade.reason.code not in _CUT:
        return grade
    typed = " ".join(text.casefold().split())
    if squash(text) in key.confusables or not is_command(typed):
        return grade
    # Program and service alone are not yet a command.
    if len(typed.split()) < LEAST_WORDS_OF_A_COMMAND or tools.neighbours.written_as(text, key):
        return grade
    for form in key.forms:
        whole = " ".join(form.shown.casefold().split())
        parts = _BREAKS.split(whole)
        lost = whole[len(typed) :]
        if (
            whole.startswith(typed)
            and not lost.startswith(" -")
            and _BREAKS.match(whole, len(typed))
        ):
            share = len(_BREAKS.split(typed)) / len(parts)
            if share <= SHARE_OF_A_COMMAND:
                continue
            return close(
                key,
                incomplete_score(share),
                ReasonCode.INCOMPLETE,
                form.shown,
                lost.strip(" -"),
            )
    return grade
