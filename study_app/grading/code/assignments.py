"""A value given to a name in code: `essential: true` if `essential` is asked for."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto

from rapidfuzz.distance import OSA

from study_app.grading.cleaning import squash
from study_app.grading.hangul.endings import without_ending
from study_app.grading.tolerance import allowed_slips

_ASSIGNMENT = re.compile(
    r"""^[\s"'`{-]*(?P<name>[A-Za-z][\w.-]*)["'`]?\s*(?:=|:(?!:))\s*(?P<value>\S.*)$"""
)
# "set WaitTimeSeconds to 20", `WaitTimeSeconds를 20으로`
_SET_TO = re.compile(
    r"""(?<![A-Za-z])(?P<name>[A-Za-z][\w-]*)["'`]?(?:\s*=\s*|:\s+|\s+to\s+|(?:을|를)\s*)"""
    r"(?P<value>\d+|true|false)(?:으로|로)?(?!\w)",
    re.IGNORECASE,
)


_FLAG = re.compile(
    r"^\W*--(?P<no>no-)?(?P<name>[A-Za-z][\w-]*)(?:(?:=|\s+)(?P<value>true|false))?\W*$"
)

_BARE_FLAG = re.compile(r"^--(?!no-)[\w-]+$")


class SettingAgreement(Enum):
    """Whether a text sets a Boolean as an accepted form does, in the notation of another API."""

    SAME = auto()
    CONTRARY = auto()


def boolean_setting(text: str, forms: Iterable[str]) -> SettingAgreement | None:
    """`--no-scan-index-forward` for `ScanIndexForward=false`; None if neither has one.

    An option of the AWS CLI alone sets its parameter to true.
    """
    typed = _boolean(text)
    if typed is None:
        return None
    wanted = [
        found
        for form in forms
        if not _BARE_FLAG.match(form) and (found := _boolean(form)) is not None
    ]
    if typed[0] not in {name for name, _ in wanted}:
        return None
    return SettingAgreement.SAME if typed in wanted else SettingAgreement.CONTRARY


def _boolean(text: str) -> tuple[str, bool] | None:
    flag = _FLAG.match(text)
    if flag is not None:
        said = (flag["value"] or "true").casefold() == "true"
        return squash(flag["name"]), said is not bool(flag["no"])
    given = _ASSIGNMENT.match(text) or _SET_TO.search(text)
    value = "" if given is None else squash(given["value"])
    if given is None or value not in ("true", "false"):
        return None
    return squash(given["name"]), value == "true"


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
        OSA.distance(written, value) <= allowed_slips(value)
        for value in values
        for written in (*given, squash(typed["value"]))
    )
    return bare and bool(values) and not same


def without_value(text: str, names: Mapping[str, str]) -> str:
    """`text` without the number or truth value that it gives to the name asked for."""
    return _SET_TO.sub(
        lambda found: found["name"] if squash(found["name"]) in names else found.group(), text
    )
