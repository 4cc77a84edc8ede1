"""Step 4: a negation of what the answer brings about, and "instead" of what the prompt has.

`attribute_not_exists를 쓰면 덮어쓰지 않아요` denies the effect, as the prompt asks, and not the
answer; "you set X instead" says X, and "X, default false" what X is where nobody sets it.
"""

import re
from collections.abc import Iterator

from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.remarks import names_no_confusable
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.tokens import split_words
from study_app.grading.vetoes.negation import negators
from study_app.grading.wording.small_words import word_set
from study_app.grading.wording.stems import root

_INSTEAD = (
    re.compile(r"^(?P<claim>[^,;.]+?),? instead\W*$", re.IGNORECASE),
    re.compile(r"^\W*(?:instead|(?:그 )?대신(?:에)?),? (?P<claim>[^,;.]+)\W*$", re.IGNORECASE),
)
_EFFECTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"^(?P<claim>.+?)(?:을|를|으로|로)? (?:쓰|사용하|사용해|써|넣|걸|걸어|붙이|지정하"
            r"|지정해|설정하|설정해|추가하|추가해|켜|적용하|적용해|호출하|있으|이용하)(?:면|으면|서|야)"
            r",? (?P<effect>[^A-Za-z]+)$"
        ),
        r"^(?P<claim>[^,;]+?),? (?:so that|so|which means|meaning) (?P<effect>[^,;]+)$",
        r"^(?P<claim>[^,;]+?) (?:means|ensures|makes sure|guarantees)(?: that)? (?P<effect>.+)$",
        r"^(?:with|by using|using|if you use|when you use) (?P<claim>\S+?),? (?P<effect>[^,;]+)$",
    )
)
# What value a setting has where nobody gives it one.
_DEFAULT_VALUE = re.compile(
    r",? ?\(?(?:which |and |it )?(?:is |with )?(?:a |the )?default(?:s to|ing to)?"
    r"(?: value)?(?: is| of)? ?[:=]? ?(?:true|false|null|on|off|\d+)\b\)?"
    r"|,? ?\(?기본 ?값?[은이]? ?[:=]? ?(?:true|false|null|\d+)(?:입니다|이에요|예요|이고|임)?\)?",
    re.IGNORECASE,
)
# Why: "no statement allows it, so implicit deny", `허용이 없어서 암시적 거부`.
_REASONS = (
    re.compile(
        r"^(?P<said>[^,;]+),? (?:so|therefore|hence|thus) (?P<claim>[^,;]+)$", re.IGNORECASE
    ),
    re.compile(
        r"^(?P<said>[^,;]+?(?:없|않|못하)(?:아서|어서|으니까?|으므로|기 때문에)),? (?P<claim>.+)$"
    ),
)
_VETOED = frozenset({ReasonCode.NEGATED, ReasonCode.ALSO_NAMES, ReasonCode.EXTRA_WORDS})
# What is said of an answer that is denied: it does not work, it is not right, 쓰면 안 돼요.
_OF_AN_ANSWER = re.compile(
    r"\b(?:work|right|correct|help|apply|enough|possible|valid|allowed|answer|used?|do|can|need)\b"
    r"|(?<![가-힣])(?:되|쓰|맞|옳|작동하|동작하|가능하|적절하|사용하|해결되|해결하|충분하|좋)지"
    r"|(?<!\S)안 ?[돼되됩된]"
    r"|아니|아님|아닙|틀[리려린]",
    re.IGNORECASE,
)
_PREVENTS = frozenset(map(root, word_set("not never no without prevent avoid reject block only")))


def effect_denied(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """The claim alone, where all that is denied is its effect, and the prompt asks for that."""
    grade = rest(text)
    if grade.reason.code not in _VETOED:
        return grade
    bare = _DEFAULT_VALUE.sub("", text).strip() if key.code else ""
    if bare and bare != text and not any("default" in form.squashed for form in key.forms):
        named = rest(bare)
        if named.correct:
            return named
    for pattern in _REASONS:
        found = pattern.match(text)
        if found is None or not negators(split_words(found["said"])):
            continue
        concluded = rest(found["claim"])
        if concluded.correct and names_no_confusable(found["said"], key, tools):
            return concluded
    if grade.reason.code is not ReasonCode.NEGATED:
        return grade
    for claim in _claims(text, key, tools):
        alone = rest(claim)
        if alone.correct:
            return alone
    return grade


def _claims(text: str, key: Key, tools: Tools) -> Iterator[str]:
    for pattern in _INSTEAD:
        found = pattern.match(text)
        if found is not None and not negators(split_words(found["claim"])):
            yield found["claim"]
    if not _PREVENTS & key.prompt_roots:
        return
    for pattern in _EFFECTS:
        found = pattern.match(text)
        if found is None or _OF_AN_ANSWER.search(found["effect"]):
            continue
        if names_no_confusable(found["effect"], key, tools):
            yield found["claim"]
