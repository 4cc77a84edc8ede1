"""Step 4: "X, not Y" and its like, and what people say around an answer: doubts and reasons."""

import re
from collections.abc import Iterator
from functools import lru_cache

_UNSURE = re.compile(
    r"^\W*(?:i(?:'m| am) )?not (?:\w+ )?(?:sure|certain)\W*(?:but|though)?\W*"
    r"|^\W*not 100 ?% (?:sure|certain)\W*(?:but|though)?\W*"
    r"|^\W*(?:i (?:don't|do not|dont) (?:really )?(?:know|remember)|idk|no idea|dunno)\W+"
    r"(?:but\W+)?(?=\w)"
    r"|^\W*(?:잘 |정확히 ?는? )?(?:확실하(?:진|지는|지) 않지만|확실치 않지만|모르겠지만|모르지만"
    r"|모르겠는데|모르겠지만요|헷갈리(?:지만|는데)|기억(?:이|은) 안 나지만)\W*",
    re.IGNORECASE,
)
# A question that expects yes: "isn't it latest?", "latest 아닌가요?".
_TAG_QUESTION = re.compile(
    r"^\W*(?:isn't|isnt|wouldn't|wasn't) (?:it|that|this)(?: be)?\W+(?=\w)"
    r"|,\s*(?:isn't|isnt|wouldn't|wasn't|doesn't) it\W*$|\W+(?:right|no|correct)\s*\?+\W*$"
    r"|(?<=\w)(?:이|가)? ?(?:아닌가요?|아닐까요?|아닌가 싶\S*|아니에요\?|아니야\?|아냐\?)\W*$",
    re.IGNORECASE,
)
_EXPLANATION = re.compile(
    r"(?<=\w)[\"'`)]?(?:,? (?:because|cuz|bc|b/c)\b|, ?(?:since|as|which|so)\b| so that\b"
    r"| in order to\b| by \w+ing\b|, ?왜냐하면|,? ?왜냐면).*$",
    re.IGNORECASE | re.DOTALL,
)
_REASON_FIRST = re.compile(r"^.*?(?:때문에|이므로|하므로|니까)[\s,]+(?=\S)", re.DOTALL)

# (pattern, group kept, group denied)
_IS_NOT = r"(?:이|가|은|는)? ?(?:아닙니다|아니다|아님|아니에요|아녜요|아니죠|아니고)\W*$"
_CONTRASTS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), kept, denied)
    for pattern, kept, denied in (
        (r"^\W*(?:it(?:'s| is) )?not (.+?),? but (?:rather )?(.+)$", 2, 1),
        (r"^\W*it(?:'s| is)(?:n't| not) (.+?)[,;.] ?(?:it(?:'s| is) )?(.+)$", 2, 1),
        (r"^\W*not (.+?)[,;] ?(?:it(?:'s| is) )?(.+)$", 2, 1),
        (r"^\W*(?:instead of|rather than|unlike|as opposed to) (.+?), ?(.+)$", 2, 1),
        # A correction of oneself: what is said last counts.
        (
            (
                r"^(.+?)[\s.,;:…-]+(?:no,? wait|wait,? no|no,? sorry|oops|scratch that|i mean"
                r"|아니 ?아니|아 아니|아차)[\s.,;:…-]+(.+)$"
            ),
            2,
            1,
        ),
        (
            (
                r"^(.+?)[,;(\s-]+(?:and not|but not|rather than|instead of|as opposed to|unlike"
                r"|and never|never|not) (.+?)\)?$"
            ),
            1,
            2,
        ),
        (r"^(.+?)(?:이|가|은|는)? ?(?:아니라|아니고|아닌) ?(.+)$", 2, 1),
        (r"^(.+?) ?(?:말고는?|대신에?|빼고|제외하고) ?(.+)$", 2, 1),
        (r"^(.+?)보다는? (.+)$", 2, 1),
        (rf"^(.+?)이?지,? (.+?){_IS_NOT}", 1, 2),
        (rf"^(.+?)[,(] ?(.+?){_IS_NOT}", 1, 2),
    )
)

# "X is not the tag" denies X.
_DENIED_ITSELF = re.compile(r"\b(?:is|are|was|were|does|do|did|can|should|must)\W*$", re.IGNORECASE)


@lru_cache(maxsize=1_024)  # several rules ask for the same answer
def plain_claim(text: str) -> str:
    """`text` without "I am not sure, but", "isn't it?" and the reasons given for it."""
    text = _TAG_QUESTION.sub("", _UNSURE.sub("", text))
    cut = _EXPLANATION.sub("", text)
    cut = _REASON_FIRST.sub("", cut)
    return cut if cut.strip() else text


def contrasts(text: str) -> Iterator[tuple[str, str]]:
    """Readings of `text` as "X, not Y": (X, Y)."""
    for pattern, kept, denied in _CONTRASTS:
        match = pattern.match(text)
        if match is not None and not _DENIED_ITSELF.search(match[kept]):
            yield match[kept].strip(), match[denied].strip()
