"""Step 12: lists. Elements in any order; right if all are given and no others."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice, product

from study_app.grading.answer import Answer
from study_app.grading.lists.translations import is_translated, without_forgotten
from study_app.grading.reasons import Grade, Reason, ReasonCode
from study_app.grading.tokens import split_words
from study_app.grading.tolerance import LIST_SHARE
from study_app.grading.verdict import Verdict
from study_app.grading.wording.stems import stem

_NUMBERING = re.compile(
    r"(?:(?<=\s)|(?<=[,;])|^)\(?(?:\d{1,2}|[a-eA-E])[.)](?=\s|[^\W\d])|(?:^|\n)\s*[-*+•>]\s*|•"
)
_COUNTED = re.compile(
    r"[\s,]*(?:이렇게\s*)?(?:두|세|네|다섯|\d)\s*(?:가지|개|종류)\S*(?:\s\S+){0,2}?(?:\s?\S*[다요])?\W*$"
)
_VALUE_GIVEN = re.compile(r"(?P<name>[A-Za-z]\w+)[\"']?\s*[=:]\s*(?!//)[^\s,;]*[^\s,;.]")
_STRONG = re.compile(r"[,;\n]+|\s+-\s+")
_MEDIUM = re.compile(
    r"\s*[&+]\s*|\s+/\s+|(?<=\w)/(?=\w)|\s*->\s*|\s*=\s*|:\s+"
    r"|\s+(?:및|그리고|plus|as well as|then)\s+",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\s+and\s+|(?:와|과|랑|이랑|하고)\s+", re.IGNORECASE)
_LEADING_AND = re.compile(r"^(?:and|및|그리고|both)\s+", re.IGNORECASE)
_OR = re.compile(r"\bor\b|또는|혹은|아니면", re.IGNORECASE)
# "It can be cpu or memory" says that each of them is valid.
_EACH_MAY_BE = re.compile(
    r"^(?P<before>.*?\b(?:can|may|could|either|both) (?:be )?)(?P<each>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_KOREAN_EACH_MAY_BE = re.compile(
    r"^(?P<each>.+?)(?:이|가|를|을|로|으로)? ?(?:될|쓸|사용할|지정할|설정할|넣을|들어갈) 수 있"
    r"\S*\W*$",
    re.DOTALL,
)
_MOST_JOINS = 5
_MOST_WAYS = 128

Judge = Callable[[str, str], Grade]


@dataclass(frozen=True, slots=True)
class _Pairing:
    found: frozenset[int]
    extra: tuple[str, ...]

    @property
    def worth(self) -> tuple[int, int]:
        return len(self.found), -len(self.extra)


def grade_list(text: str, answer: Answer, judge: Judge, is_filler: Callable[[str], bool]) -> Grade:
    """The grade of a clean text against the accepted list that it fits best.

    `judge` grades one typed element against one accepted element.
    """
    text = without_forgotten(text)
    grades = [_against(text, form, judge, is_filler) for form in answer.accept]
    best = max(grades, key=lambda grade: grade.score)
    if best.correct or "(" not in text:
        return best
    lists = [_elements(form) for form in answer.accept]
    places = [partial(_place, wanted=wanted, judge=judge) for wanted in lists]
    if is_translated(text, places, len(lists[0])):
        form = answer.accept[0]
        return Grade(Verdict.CORRECT, 1.0, form, Reason(ReasonCode.ACCEPTED, (form,)))
    return best


def _elements(form: str) -> list[str]:
    return [element.strip() for element in form.split(",") if element.strip()]


def _place(element: str, wanted: Sequence[str], judge: Judge) -> int | None:
    return next((at for at, key in enumerate(wanted) if judge(element, key).correct), None)


def _against(text: str, form: str, judge: Judge, is_filler: Callable[[str], bool]) -> Grade:
    wanted = _elements(form)
    text = _each_of(_without_values(text, wanted))
    if not wanted:
        return Grade(Verdict.WRONG, 0.0, form, Reason(ReasonCode.UNRELATED))
    if _OR.search(text) and not _OR.search(form):
        return Grade(Verdict.WRONG, 0.0, form, Reason(ReasonCode.HEDGED, (text,)))
    # The readings of a text share most of their elements.
    place = cache(partial(_place, wanted=wanted, judge=judge))
    is_filler = cache(is_filler)
    best = max(
        (
            _pair(elements, place, is_filler)
            for reading in _readings(text, wanted)
            for elements in _with_shared_head(reading, wanted)
        ),
        key=lambda pairing: pairing.worth,
    )
    missing = ", ".join(element for at, element in enumerate(wanted) if at not in best.found)
    extra = ", ".join(best.extra)
    if not best.found and any(_is_of_halves(one, wanted, judge) for one in _readings(text, wanted)):
        score = round(LIST_SHARE / 2, 3)
        return Grade(Verdict.CLOSE, score, form, Reason(ReasonCode.LIST_MISSING, (form, form)))
    if not best.found:
        return Grade(Verdict.WRONG, 0.0, form, Reason(ReasonCode.UNRELATED))
    if not missing and not extra:
        return Grade(Verdict.CORRECT, 1.0, form, Reason(ReasonCode.ACCEPTED, (form,)))
    score = LIST_SHARE * len(best.found) / max(len(wanted), len(best.found) + len(best.extra))
    code = (
        ReasonCode.LIST_OTHER
        if missing and extra
        else ReasonCode.LIST_MISSING
        if missing
        else ReasonCode.LIST_EXTRA
    )
    args = {
        ReasonCode.LIST_OTHER: (form, missing, extra),
        ReasonCode.LIST_MISSING: (form, missing),
    }.get(code, (form, extra))
    return Grade(Verdict.CLOSE, round(score, 3), form, Reason(code, args))


def _is_of_halves(elements: Sequence[str], wanted: Sequence[str], judge: Judge) -> bool:
    """Whether each element is a part of one that is asked for, in their order: "min, max"."""
    return len(elements) == len(wanted) > 1 and all(
        judge(element, key).reason.code is ReasonCode.INCOMPLETE
        for element, key in zip(elements, wanted, strict=True)
    )


def _without_values(text: str, wanted: Sequence[str]) -> str:
    """`text` without the values given to names that are asked for: `TokenCode=123456`."""
    names = {element.casefold() for element in wanted}
    return _VALUE_GIVEN.sub(
        lambda found: found["name"] if found["name"].casefold() in names else found.group(), text
    )


def _each_of(text: str) -> str:
    """`text` with "and" for "or" where each of what it names is said to be possible."""
    found = _EACH_MAY_BE.match(text) or _KOREAN_EACH_MAY_BE.match(text)
    return text if found is None else _OR.sub(",", found["each"])


def _pair(
    elements: Sequence[str],
    place: Callable[[str], int | None],
    is_filler: Callable[[str], bool],
) -> _Pairing:
    found: set[int] = set()
    extra = []
    for element in elements:
        at = place(element)
        if at is not None:
            found.add(at)
        elif not is_filler(element):
            extra.append(element)
    return _Pairing(frozenset(found), tuple(extra))


def _readings(text: str, wanted: Sequence[str]) -> Iterator[list[str]]:
    """The ways to split `text`: an "and" may be between elements or within one."""
    chunks = [
        chunk
        for chunk in _STRONG.split(_NUMBERING.sub("\n", _COUNTED.sub("", text)))
        if chunk.strip()
    ]

    options: list[list[list[str]]] = []
    for chunk in chunks:
        plain = _LEADING_AND.sub("", chunk.strip())
        ways = [[plain]]
        middles = [middle.strip() for middle in _MEDIUM.split(plain) if middle.strip()]
        for way in islice(product(*map(_weakly, middles)), _MOST_WAYS):
            parted = [part for parts in way for part in parts]
            if parted not in ways:
                ways.append(parted)
        options.append(ways)
    # The first splits least; an answer with more separators than this is not a list of ours.
    for chosen in islice(product(*options), _MOST_WAYS):
        yield [element for part in chosen for element in part]
    blank_parted = text.split()
    if len(chunks) == 1 and 1 < len(blank_parted) <= len(wanted):
        yield blank_parted


def _with_shared_head(elements: list[str], wanted: Sequence[str]) -> Iterator[list[str]]:
    """`elements`, and a variant in which each gets the head noun shared by all elements of the key.

    "Access, ID and refresh tokens" are three tokens.
    """
    yield elements
    heads = {stem(word) for element in wanted for word in split_words(element)[-1:]}
    last = split_words(elements[-1])[-1:] if elements else ()
    if len(heads) == 1 < len(wanted) and last and heads == {stem(last[0])}:
        yield [
            element
            if stem((split_words(element) or ("",))[-1]) in heads
            else f"{element} {last[0]}"
            for element in elements
        ]


def _weakly(chunk: str) -> Iterator[list[str]]:
    """`chunk` parted at any choice of its joining words."""
    joins = list(_WEAK.finditer(chunk))[:_MOST_JOINS]
    for choice in product((True, False), repeat=len(joins)):
        parts, start = [], 0
        for join, parted in zip(joins, choice, strict=True):
            if parted:
                parts.append(chunk[start : join.start()].strip())
                start = join.end()
        parts.append(chunk[start:].strip())
        yield [part for part in parts if part]
