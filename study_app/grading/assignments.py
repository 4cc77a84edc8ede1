"""A value given to a name in code: `essential: true` where `essential` is asked for."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from study_app.grading.cleaning import squash
from study_app.grading.forms import Form
from study_app.grading.hangul import without_ending
from study_app.grading.spelling import forgiven

_ASSIGNMENT = re.compile(
    r"""^[\s"'`{-]*(?P<name>[A-Za-z][\w.-]*)["'`]?\s*(?:=|:(?!:))\s*(?P<value>\S.*)$"""
)
# "set WaitTimeSeconds to 20", `WaitTimeSeconds를 20으로`
_SET_TO = re.compile(
    r"""(?P<name>[A-Za-z][\w-]*)["'`]?(?:\s*=\s*|:\s+|\s+to\s+|(?:을|를)\s*)"""
    r"(?:\d+|true|false)(?:으로|로)?(?!\w)",
    re.IGNORECASE,
)


def assigned_otherwise(text: str, forms: Iterable[Form]) -> bool:
    """Whether `text` gives the name asked for another value than the accepted forms give it."""
    typed = _ASSIGNMENT.match(text)
    if typed is None:
        return False
    wanted = [found for form in forms if (found := _ASSIGNMENT.match(form.shown)) is not None]
    values = {
        squash(found["value"]) for found in wanted if squash(found["name"]) == squash(typed["name"])
    }
    bare = any(form.squashed == squash(typed["name"]) for form in forms)
    given = {squash(value) for value in without_ending(typed["value"].split()[0])}
    same = any(
        OSA.distance(written, value) <= forgiven(value)
        for value in values
        for written in (*given, squash(typed["value"]))
    )
    return bare and bool(values) and not same


def without_value(text: str, forms: Iterable[Form]) -> str:
    """`text` without the number or truth value that it gives to the name asked for."""
    names = {form.squashed for form in forms}
    return _SET_TO.sub(
        lambda found: found["name"] if squash(found["name"]) in names else found.group(), text
    )
