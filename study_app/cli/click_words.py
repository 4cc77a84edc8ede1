"""What click says, in the learner's language.

Click fills its templates itself, so its finished messages are matched with them. Every other error
carries its text.
"""

import re
from functools import cache
from typing import Final

from study_app.words.interface.errors.click import CLICK
from study_app.words.wording import say

_INNER: Final = "what"
"""The placeholder for another message of click's, or of ours."""

_SUREST_FIRST: Final = sorted(
    CLICK, key=lambda text: (text.en.startswith("{"), -len(re.sub(r"\{\w+\}", "", text.en)))
)


def translated(message: str, language: str) -> str:
    """A line of click's in `language`; unchanged if it is none of `CLICK`."""
    for text in _SUREST_FIRST:
        found = _pattern(text.en).fullmatch(message)
        if found is not None:
            values = found.groupdict()
            if _INNER in values:
                values[_INNER] = translated(values[_INNER], language)
            return say(text, language, **values)
    return message


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+)", re.escape(template)), re.DOTALL)
