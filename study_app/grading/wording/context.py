"""Step 6: digits that belong to something else than the name that is asked for.

A version (`Inspector v2`), a Region, a size or a time after "with" or "for", an example
(`runningTasksCount < 2`): none of them says that the digits of the answer differ.
"""

import re

_REGION = re.compile(
    r"(?:\b(?:in|for|to|from|region)|\()\s*"
    r"[a-z]{2}(?:-gov)?-(?:north|south|east|west|central){1,2}-\d(?![\w-])\)?",
    re.IGNORECASE,
)
_VERSION = re.compile(r"(?<![\w.-])(?:v|version:? )\d+(?:\.\d+)*(?![\w-])", re.IGNORECASE)
_YEAR = re.compile(
    r"[(\s](?:in |since |from )?(?:19|20)\d\d년?(?:에|부터)?\)?(?![\w-])", re.IGNORECASE
)
_MEASURE = re.compile(
    r"(?:\b(?:with|for|after|within|every|in|at|to|than|up to|about|of)\s+|[(=<>]\s*)"
    r"\d[\d.,]*(?:\s*(?:%|[^\W\d_]+))?\)?",
    re.IGNORECASE,
)
# Digits are taken as a whole (`*+`): in a long run of them, trying each shorter one takes ages.
_DURATION = re.compile(
    r"\b(?:after|within|for|every)\s+(?P<number>\d[\d.,]*+)\s*"
    r"(?:ms|s|secs?|seconds?|min(?:ute)?s?|hours?|days?)\b"
    r"|(?P<korean>\d[\d.,]*+)\s*(?:분|초|시간|일)\s*(?:동안|후|뒤|전|마다|간|이후)(?:에|의)?(?![가-힣])",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"[\s,;(]*(?:\be\.?g\.?|\bfor (?:example|instance)|\bsuch as|\blike|예:|예를 들어|예컨대)"
    r"[\s:,]*"
    r"(?:[^\s\d]+[ =])?\d[\d.,]*(?:\s*(?:%|[^\W\d_]+))?\)?",
    re.IGNORECASE,
)
_KOREAN_MEASURE = re.compile(
    r"\d[\d.,]*+\s*(?:분|초|시간|일|개|번|회|%|퍼센트|[KMG]i?B)\s*(?:동안|후|뒤|전|마다|이상|이하|정도|까지|간|에|의)"
    r"(?![가-힣])"
)


def without_context_numbers(text: str, accepted: str) -> str:
    """`text` without the numbers of its sentence. `accepted`: all accepted forms in one text.

    Nothing is taken away where the answer itself has digits of that kind.
    """
    for pattern in (_REGION, _VERSION, _YEAR):
        if not pattern.search(f" {accepted}"):
            text = pattern.sub(" ", text)
    text = _DURATION.sub(
        lambda found: found.group() if (found["number"] or found["korean"]) in accepted else " ",
        text,
    )
    if not any(map(str.isdigit, accepted)):
        text = _EXAMPLE.sub(" ", text)
        text = _KOREAN_MEASURE.sub(" ", _MEASURE.sub(" ", text))
    return text.strip()
