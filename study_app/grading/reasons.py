"""Why an answer got its verdict, as data and in words."""

from dataclasses import dataclass
from enum import StrEnum

from study_app.grading.verdict import Verdict


class ReasonCode(StrEnum):
    """One code for each rule that can decide. The rules stand in shared order in `grader`."""

    EMPTY = "empty"
    # right
    ACCEPTED = "accepted"
    OWN = "own"
    """A form of the learner's own."""
    SPELLING = "spelling"
    SOUND = "sound"
    TRANSLATION = "translation"
    # close
    NEAR = "near"
    INCOMPLETE = "incomplete"
    EXTRA_WORDS = "extra-words"
    MISSPELT = "misspelt"
    STRUCTURE = "structure"
    UNIT_MISSING = "unit-missing"
    ROUNDED = "rounded"
    WORKING = "working"
    MEANING = "meaning"
    BRACKET_DIFFERS = "bracket-differs"
    LIST_MISSING = "list-missing"
    LIST_EXTRA = "list-extra"
    LIST_OTHER = "list-other"
    # wrong
    ANOTHER_TERM = "another-term"
    ALSO_NAMES = "also-names"
    NEGATED = "negated"
    HEDGED = "hedged"
    OPPOSITE = "opposite"
    DIGITS = "digits"
    CUT_SHORT = "cut-short"
    ECHO = "echo"
    SIGNS = "signs"
    PREFIX = "prefix"
    ANOTHER_NUMBER = "another-number"
    ANOTHER_UNIT = "another-unit"
    TWO_NUMBERS = "two-numbers"
    NO_NUMBER = "no-number"
    LIMIT_REVERSED = "limit-reversed"
    UNRELATED = "unrelated"


_TEXTS: dict[ReasonCode, tuple[str, str]] = {
    ReasonCode.EMPTY: ("nothing was answered", "답이 비어 있습니다"),
    ReasonCode.ACCEPTED: ("accepted: {0}", "정답: {0}"),
    ReasonCode.OWN: ("you marked this as right before", "전에 맞다고 하신 답"),
    ReasonCode.SPELLING: ("accepted; spelling: {0}", "정답; 올바른 표기: {0}"),
    ReasonCode.SOUND: ("accepted by its sound; written: {0}", "소리가 같아 정답; 표기: {0}"),
    ReasonCode.TRANSLATION: ("accepted; the same as: {0}", "정답; 같은 말: {0}"),
    ReasonCode.NEAR: ("the right idea, but not complete: {0}", "방향은 맞지만 부족합니다: {0}"),
    ReasonCode.INCOMPLETE: ("incomplete; missing: {1}", "일부가 빠졌습니다: {1}"),
    ReasonCode.EXTRA_WORDS: (
        "contains {0}, but says more: {1}",
        "{0}을(를) 담고 있지만 다른 말이 더 있습니다: {1}",
    ),
    ReasonCode.MISSPELT: ("close, but misspelt: {0}", "비슷하지만 철자가 틀렸습니다: {0}"),
    ReasonCode.STRUCTURE: (
        "the right words, but built otherwise: {0}",
        "낱말은 맞지만 구조가 다릅니다: {0}",
    ),
    ReasonCode.UNIT_MISSING: ("the unit is missing: {0}", "단위가 빠졌습니다: {0}"),
    ReasonCode.ROUNDED: ("about right; exactly: {0}", "대략 맞습니다; 정확히는: {0}"),
    ReasonCode.WORKING: (
        "the right way, but the number is missing: {0}",
        "푸는 길은 맞지만 숫자가 빠졌습니다: {0}",
    ),
    ReasonCode.MEANING: (
        "the meaning is right, but the name is asked for: {0}",
        "뜻은 맞지만 이름 그대로 써야 합니다: {0}",
    ),
    ReasonCode.BRACKET_DIFFERS: (
        "{0} is right, but what stands beside it is not: {1}",
        "{0}은(는) 맞지만 함께 쓴 말이 다릅니다: {1}",
    ),
    ReasonCode.LIST_MISSING: ("some are missing: {1}", "빠진 것이 있습니다: {1}"),
    ReasonCode.LIST_EXTRA: ("not part of the list: {1}", "목록에 없는 것이 있습니다: {1}"),
    ReasonCode.LIST_OTHER: (
        "missing: {1}; not part of the list: {2}",
        "빠진 것: {1}; 목록에 없는 것: {2}",
    ),
    ReasonCode.ANOTHER_TERM: ("{0} is something else", "{0}은(는) 다른 것입니다"),
    ReasonCode.ALSO_NAMES: ("also names something else: {0}", "다른 것도 함께 답했습니다: {0}"),
    ReasonCode.NEGATED: ("says that it is not so: {0}", "부정하는 말이 있습니다: {0}"),
    ReasonCode.HEDGED: (
        "offers alternatives, and not every one is right: {0}",
        "여러 답을 늘어놓았고 모두 맞지는 않습니다: {0}",
    ),
    ReasonCode.OPPOSITE: ("{0} is not {1}", "{0}은(는) {1}이(가) 아닙니다"),
    ReasonCode.DIGITS: ("the digits differ: {0}", "숫자가 다릅니다: {0}"),
    ReasonCode.CUT_SHORT: ("a name must be complete: {0}", "이름을 끝까지 써야 합니다: {0}"),
    ReasonCode.ECHO: (
        "{0} stands in the question; its words are asked for",
        "{0}은(는) 문제에 있는 말입니다. 풀어서 써야 합니다",
    ),
    ReasonCode.SIGNS: ("its signs count: {0}", "기호까지 맞아야 합니다: {0}"),
    ReasonCode.PREFIX: (
        "the right name with the prefix of another service: {0}",
        "이름은 맞지만 다른 서비스의 접두사입니다: {0}",
    ),
    ReasonCode.ANOTHER_NUMBER: ("{0} is not {1}", "{0}은(는) {1}와(과) 다릅니다"),
    ReasonCode.ANOTHER_UNIT: ("another unit: {0} is not {1}", "단위가 다릅니다: {0}, {1}"),
    ReasonCode.TWO_NUMBERS: ("two different numbers: {0}", "서로 다른 숫자가 있습니다: {0}"),
    ReasonCode.NO_NUMBER: ("a number is asked for", "숫자로 답해야 합니다"),
    ReasonCode.LIMIT_REVERSED: (
        "the number is right, the limit is not: {0}",
        "숫자는 맞지만 한계를 반대로 말했습니다: {0}",
    ),
    ReasonCode.UNRELATED: ("not the answer", "정답이 아닙니다"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that decided and the words it decided on (shown, never interpreted)."""

    code: ReasonCode
    args: tuple[str, ...] = ()

    def text(self, language: str = "en") -> str:
        """The reason in English, or in Korean where `language` is `ko`."""
        english, korean = _TEXTS[self.code]
        return (korean if language == "ko" else english).format(*self.args)


@dataclass(frozen=True, slots=True)
class Grade:
    """`score` is 0..1; `matched` is the accepted form that the response was held against."""

    verdict: Verdict
    score: float
    matched: str
    reason: Reason

    @property
    def correct(self) -> bool:
        return self.verdict is Verdict.CORRECT
