"""A value given to a name in code: `essential: true` where `essential` is asked for."""

import re
from collections.abc import Mapping

from rapidfuzz.distance import OSA

from study_app.grading.cleaning import squash
from study_app.grading.hangul.endings import without_ending
from study_app.grading.tolerance import forgiven

_ASSIGNMENT = re.compile(
    r"""^[\s"'`{-]*(?P<name>[A-Za-z][\w.-]*)["'`]?\s*(?:=|:(?!:))\s*(?P<value>\S.*)$"""
)
# "set WaitTimeSeconds to 20", `WaitTimeSeconds를 20으로`
_SET_TO = re.compile(
    r"""(?P<name>[A-Za-z][\w-]*)["'`]?(?:\s*=\s*|:\s+|\s+to\s+|(?:을|를)\s*)"""
    r"(?:\d+|true|false)(?:으로|로)?(?!\w)",
    re.IGNORECASE,
)


def assigned_otherwise(text: str, names: Mapping[str, str]) -> bool:
    """Whether `text` gives the name asked for another value than the accepted forms give it.

    `names`: the accepted forms by their squashed text.
    """
    typed = _ASSIGNMENT.match(text)
    if typed is None:
        return False
    wanted = [found for form in names.values() if (found := _ASSIGNMENT.match(form)) is not None]
    values = {
        squash(found["value"]) for found in wanted if squash(found["name"]) == squash(typed["name"])
    }
    bare = squash(typed["name"]) in names
    given = {squash(value) for value in without_ending(typed["value"].split()[0])}
    same = any(
        OSA.distance(written, value) <= forgiven(value)
        for value in values
        for written in (*given, squash(typed["value"]))
    )
    return bare and bool(values) and not same


def without_value(text: str, names: Mapping[str, str]) -> str:
    """`text` without the number or truth value that it gives to the name asked for."""
    return _SET_TO.sub(
        lambda found: found["name"] if squash(found["name"]) in names else found.group(), text
    )
