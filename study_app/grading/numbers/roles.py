"""Step 11: which of the numbers in an answer is the result, and which only lead to it.

`100-20=80` has a working, `24 hrs (185 attempts)` a remark, `2 of 4` what it is taken from, and
`1,769 MB에서 vCPU 하나` a number of something else. Only what could be meant as the answer counts.
"""

import re
from collections.abc import Sequence

from study_app.grading.numbers.number_keys import NumberKey
from study_app.grading.numbers.number_words import in_digits
from study_app.grading.numbers.quantities import Dimension, Quantity, quantities
from study_app.grading.wording.stems import root

_EQUALS = re.compile(r"\s*(?:(?<![<>=!])=(?![=~])>?|→|⇒|->)\s*")
_EQUALS_IN_WORDS = re.compile(r"\b(?:is|gives|makes|equals)\b|,? i\.e\.,?", re.IGNORECASE)
_ARITHMETIC = re.compile(
    r"\b(?:max|min|ceil|floor|round|sum|avg)\s*\(|[\d)][\s\w%]*?\s*(?:\*\*|[-+*/x÷^])\s*[\d(]|[\d%]\s*of\s*\d"
    r"|\d\s*(?:times|multiplied by|plus|minus|divided by|곱하기|더하기|빼기|나누기)\s*\d",
    re.IGNORECASE,
)
_CONCLUSION = re.compile(
    r"^.+(?:\b(?:so|thus|hence|therefore|which (?:is|makes|gives|leaves))\b"
    r"|\brounded(?: up| down)? to\b"
    r"|따라서|그래서|그러므로|올림하면|반올림하면|내림하면"
    r"|[가-힣](?:려면|려고|기 위해서?|도록),?(?=\s)"  # what for: `20%를 비워 두려면 80`
    r"|[가-힣](?:니까|으니|므로|라서|기 때문에),?(?=\s)"  # why
    r"|(?:빼|더해|곱해|나눠|합쳐)서|(?:빼|더하|곱하|나누|합치|합하)면)\W*(?=\S)",
    re.IGNORECASE | re.DOTALL,
)
_TOTAL = re.compile(
    r"^.+(?:\b(?:a total of|in total|total:?)"
    r"|(?<![가-힣])(?:총|합계|총합|도합|모두|전부)(?:은|는)?) "
    r"(?=\d+(?!.*(?:\d|중)))",
    re.IGNORECASE | re.DOTALL,
)
_IN_TOTAL = re.compile(
    r"^.+[,;:] (?:and |so )*(?P<total>\d[^,;:]*?) (?:in total|altogether|all in all|total)\W*$",
    re.IGNORECASE | re.DOTALL,
)
_SET_ASIDE = re.compile(r"^(?P<what>.*?)(?:빼고|제외하고|제외하면) (?=\S)")
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_EACH = re.compile(r"\s*\d+(?:\s*[,/+]\s*\d+){2,}\s*")  # `3 (3, 2, 2)`: one for each place
_TAKEN_FROM = re.compile(r"(?:\bout of|\bof|/)\s*(?:the|all|its)?\s*$", re.IGNORECASE)
_WHOLE = re.compile(r"\s*중(?![가-힣])")
_LABELS = (
    ("default", re.compile(r"\bdefaults?\b|기본", re.IGNORECASE)),
    (
        "most",
        re.compile(r"\bmax(?:imum)?\b|\bup to\b|\bat most\b|\bhighest\b|최대|상한", re.IGNORECASE),
    ),
    ("rest", re.compile(r"\bthe (?:rest|others?)\b|\bremaining\b|나머지", re.IGNORECASE)),
    ("least", re.compile(r"\bmin(?:imum)?\b|\bat least\b|\blowest\b|최소|하한", re.IGNORECASE)),
)
# Not where it belongs to the next number: `300초 (최대는 3600초)`, "365 days, default 24 hours".
_LABEL_AFTER = re.compile(r"\W{0,2}\w+(?!\w)(?!(?: is| of)?[ :=]{0,2}\d)")
# Where each number is: "6 on FARGATE_SPOT and 4 on FARGATE", `Spot에 6개, FARGATE에 4개`.
_PLACE_AFTER = re.compile(
    r"\W*(?:(?!on |in |for )[a-z]+ )??(?:on|in|for) (?:the )?(?P<place>\w+(?: \w+)?)"
)
_PLACE_BEFORE = re.compile(r"(?P<place>[A-Za-z]\w*(?: \w+)?)에(?:서|는|서는)?\s*$")
_ASKED_PLACE = re.compile(
    r"how many\b[^?]*? (?:on|in|for) (?:the )?(?P<place>\w+(?: \w+)?)\W*\?"
    r"|(?P<korean>[A-Za-z]\w*(?: \w+)?)에(?:서|서는|는)? [^.?]*몇",
    re.IGNORECASE,
)
_WORD_OF_A_PLACE = re.compile(r"[^\W_]+")
_WORD_BEHIND = re.compile(r"\s[a-z]+")
_JOINTS = frozenset({"to", "and", "or"})
_PREPOSITIONS = frozenset({"on", "in", "for"})
_RANGE = re.compile(r"\s*(?:-|~|–|,|/|&|\bto\b|\band\b|\bor\b|에서|부터)\s*", re.IGNORECASE)


def conclusion(text: str) -> str:
    """What follows from the rest of an answer ("5 attempts, so 4 retries"), if it has a number."""
    aside = _SET_ASIDE.match(text)
    if aside is not None and not quantities(aside["what"]):
        text = text[aside.end() :]  # `첫 요청 빼고 4번` denies the first request, not the 4
    total = _IN_TOTAL.match(text)
    if total is not None:
        return total["total"]
    concluded = _TOTAL.sub("", _CONCLUSION.sub("", text))
    return concluded if quantities(concluded) else text


def without_working(text: str) -> str:
    """The result of an answer that shows how it was reached; otherwise `text` as it is."""
    sides = [side for side in _EQUALS.split(text) if side.strip()]
    results = [side for side in sides if quantities(side) and not _is_working(side)]
    if len(sides) > 1 and len(results) < len(sides) and results:
        text = results[-1]
    for match in _EQUALS_IN_WORDS.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if quantities(left) and quantities(right) and _is_working(left) != _is_working(right):
            return right if _is_working(left) else left
    for match in _BRACKET.finditer(text):
        outside = text[: match.start()] + " " + text[match.end() :]
        if (_is_working(match[1]) or _EACH.fullmatch(match[1])) and quantities(outside):
            return outside
    return text


def in_their_roles(text: str, found: Sequence[Quantity], key: NumberKey) -> list[Quantity]:
    """The quantities among `found` that could be meant as the answer; all where none is left."""
    asked = [quantity for quantity in found if not _is_context(quantity, text, found, key)]
    return asked or list(found)


def _is_working(text: str) -> bool:
    return _ARITHMETIC.search(in_digits(text.casefold())) is not None


def _is_context(one: Quantity, text: str, found: Sequence[Quantity], key: NumberKey) -> bool:
    """Whether `one` is no answer beside the others: of another kind, given, or a whole."""
    others = [other for other in found if other is not one]
    if not others:
        return False
    text = in_digits(text.casefold())
    if any(_form_a_range(one, other, text) for other in others):
        return False
    if _has_another_role(one, text, others, key):
        return True
    if _is_elsewhere(one, text, others, key):
        return True
    if one.value == 1 and _is_thing_of_prompt(one, others, key):
        return True
    if _TAKEN_FROM.search(text, 0, one.start) or _WHOLE.match(text, one.end):
        return True
    asked = key.dimensions or {Dimension.COUNT}
    if one.dimension not in asked and any(other.dimension in asked for other in others):
        return True
    given = one.dimension is Dimension.COUNT and _is_given(one, text, key)
    return given and not all(_is_given(other, text, key) for other in others)


def _is_given(one: Quantity, text: str, key: NumberKey) -> bool:
    """Whether the prompt counts the same by the noun of `one`, or by the word behind it."""
    if not one.noun:
        return False
    behind = _WORD_BEHIND.match(text, one.end)
    nouns = (one.noun, *(() if behind is None else (behind.group().strip(),)))
    return any((one.value, root(noun)) in key.given for noun in nouns)


def _is_thing_of_prompt(one: Quantity, others: Sequence[Quantity], key: NumberKey) -> bool:
    """`one metric` of "one metric can have up to 30": the thing that the prompt speaks of."""
    if not one.noun or root(one.noun) not in key.nouns:
        return False
    asked = root(one.noun) in {root(word) for word in key.counted}
    return not asked and all(root(other.noun) != root(one.noun) for other in others)


def _has_another_role(one: Quantity, text: str, others: Sequence[Quantity], key: NumberKey) -> bool:
    """Whether `one` is said to be the maximum, minimum or default, and the prompt asks no such."""
    asked = {name for name, pattern in _LABELS if pattern.search(key.prompt)}
    mine = _label(one, text, others)
    others = [other for other in others if other.dimension is one.dimension]
    return (
        bool(mine)
        and not mine & asked
        and any(not (theirs := _label(other, text, [one])) or theirs & asked for other in others)
    )


def _is_elsewhere(one: Quantity, text: str, others: Sequence[Quantity], key: NumberKey) -> bool:
    """Whether `one` is said to be in another place than the one asked about, which has its own."""
    asked = _ASKED_PLACE.search(key.prompt)
    if asked is None:
        return False
    wanted = _last_word(asked["place"] or asked["korean"])
    places = [_place(other, text) for other in others]
    mine = _place(one, text)
    return bool(mine) and mine != wanted and wanted in places


def _place(one: Quantity, text: str) -> str:
    """The last word of where `one` is: of `FARGATE_SPOT` and "Fargate Spot", `spot`."""
    noun = len(one.noun) if one.noun in _PREPOSITIONS else 0
    after = _PLACE_AFTER.match(text, one.end - noun)
    before = _PLACE_BEFORE.search(text, 0, one.start)
    found = after or before
    return "" if found is None else _last_word(found["place"])


def _last_word(place: str) -> str:
    names = _WORD_OF_A_PLACE.findall(place.casefold())
    return next((name for name in reversed(names) if name not in ("and", "or")), "")


def _label(one: Quantity, text: str, others: Sequence[Quantity]) -> set[str]:
    """What is said of `one`: since the number before it, or in the word behind it."""
    since = max((other.end for other in others if other.end <= one.start), default=0)
    for bracket in _BRACKET.finditer(text):
        alone = all(not bracket.start() <= other.start < bracket.end() for other in others)
        if bracket.start() <= one.start < bracket.end() and alone:
            return {name for name, pattern in _LABELS if pattern.search(bracket[1])}
    after = _LABEL_AFTER.match(text, one.end)
    said = (
        text[since : one.start]
        + " "
        + (one.noun if after is None else f"{one.noun} {after.group()}")
    )
    return {name for name, pattern in _LABELS if pattern.search(said)}


def _form_a_range(one: Quantity, other: Quantity, text: str) -> bool:
    first, second = sorted((one, other), key=lambda quantity: quantity.start)
    joint = len(first.noun) if first.noun in _JOINTS else 0
    between = text[first.end - joint : second.start]
    if first.dimension is not second.dimension and (first.unit or (first.noun and not joint)):
        return False  # 24 hours, 185 attempts
    glued = not between.strip() and not first.noun
    return glued or _RANGE.fullmatch(between) is not None
