"""Step 7 for numbers: `3개 줄어요` is the contrary of three more."""

import re

from study_app.grading.numbers.quantities import quantities

_SENTENCE = re.compile(r"(?<=[.?!])\s+")
_ASKS = re.compile(r"\bhow (?:many|much)\b|몇|얼마", re.IGNORECASE)
_GROWS = re.compile(
    r"\b(?:add|increas|launch|scal\w* out|grow)\w*|늘어|늘[립리]|증가|추가", re.IGNORECASE
)
_SHRINKS = re.compile(
    r"\b(?:remov|decreas|reduc|terminat|scal\w* in\b|shrink)\w*|줄어|줄[입이]|감소|제거",
    re.IGNORECASE,
)
# What grew or shrank before is no answer: `2개가 줄어서 3개`, "3, because 2 are removed first".
_REASON = re.compile(
    r"\b(?:because|since|as|after|before|when|if|although)\b[^,;.]*"
    r"|[^,;.]*[가-힣](?:[서고면]|지만|니까) ",
    re.IGNORECASE,
)


def opposite_direction(text: str, prompt: str) -> str:
    """The word by which `text` lets a number shrink that the prompt lets grow, or the reverse."""
    asking = " ".join(part for part in _SENTENCE.split(prompt) if _ASKS.search(part))
    grows, shrinks = bool(_GROWS.search(asking)), bool(_SHRINKS.search(asking))
    if grows == shrinks:
        return ""
    same, contrary = (_GROWS, _SHRINKS) if grows else (_SHRINKS, _GROWS)
    said = _REASON.sub(" ", text)
    found = contrary.search(said)
    claimed = found is not None and quantities(said) and not same.search(said)
    return found.group() if found is not None and claimed else ""
