"""Step 13: names in code in which a plural s or a hyphen makes another name.

An option, a host, a file and a constant are typed as they are: `--configenv` is no option, and
`pod.eks.amazonaws.com` no principal. Of an operation or a field people say the plural.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from study_app.grading.cleaning import squash
from study_app.grading.tolerance import PLURAL_SLIPS

_EXACT = re.compile(
    r"--[a-z][\w-]*"
    r"|(?:[\w-]+\.)+(?:com|aws|io)"
    r"|[\w-]+\.(?:ya?ml|json|toml|txt|sh)"
    r"|[A-Z]+(?:_[A-Z]+)+"
)
_WORD = re.compile(r"[\x21-\x7e]+")
_PLURAL = re.compile(r"(?<=[a-rt-z])s(?![a-z])")
_PARTS = re.compile(r"[a-z]+(?=[A-Z])|[A-Z][a-z]+|[A-Z]+|[a-z]+")
_CAMEL = re.compile(r"[A-Za-z]+[a-z][A-Z]\w*")


def is_another_name(text: str, forms: Sequence[str]) -> bool:
    """Whether a word of `text` is one of the `forms` but for a hyphen or a plural that counts."""
    if any(_alone(form).search(text) for form in forms):
        return False
    typed = [word.strip("\"'`,;()").rstrip(".") for word in _WORD.findall(text)]
    return any(_differs(word, form) for form in forms for word in typed)


@lru_cache(maxsize=4_096)
def _alone(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(form)}(?![A-Za-z0-9-])", re.IGNORECASE)


def _differs(word: str, form: str) -> bool:
    exact = _EXACT.fullmatch(form) is not None
    if exact and "_" not in form and squash(word) == squash(form):
        return word.startswith("-") or "." in word
    if _singular(word) != _singular(form) or squash(word) == squash(form):
        return False
    return exact or _plural_slips(word, form) > PLURAL_SLIPS


def _singular(name: str) -> str:
    return "".join(_PLURAL.sub("", part.casefold()) for part in _PARTS.findall(name))


def _plural_slips(word: str, form: str) -> int:
    """In how many of their words two names in camelCase differ by a plural."""
    if not (_CAMEL.fullmatch(word) and _CAMEL.fullmatch(form)):
        return 0
    return sum(
        one.casefold() != other.casefold()
        for one, other in zip(_PARTS.findall(word), _PARTS.findall(form), strict=False)
    )
