"""Why an answer got its verdict, as data and in words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from study_app.grading.verdict import Verdict
from study_app.words.text import Text
from study_app.words.wording import say


class ReasonCode(StrEnum):
    """One code for each rule that can decide; `steps` has the rules in their order."""

    EMPTY = "empty"
    # right
    ACCEPTED = "accepted"
    OWN = "own"
    """One of the learner's own forms."""
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
    DESCRIBED = "described"
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


_TEXTS: Final = {
    ReasonCode.EMPTY: Text("No answer", "답이 비어 있습니다"),
    ReasonCode.ACCEPTED: Text("Accepted: {0}", "정답: {0}"),
    ReasonCode.OWN: Text("You marked this as right before", "전에 맞다고 하신 답입니다"),
    ReasonCode.SPELLING: Text(
        "Accepted; the correct spelling is {0}", "정답; 올바른 표기는 {0}입니다"
    ),
    ReasonCode.SOUND: Text("Accepted; usually written {0}", "정답; 보통 {0}{0:으로/로} 씁니다"),
    ReasonCode.TRANSLATION: Text("Accepted as {0}", "{0}{0:과/와} 같은 말이므로 정답"),
    ReasonCode.NEAR: Text("Right idea, but incomplete: {0}", "방향은 맞지만 부족합니다: {0}"),
    ReasonCode.INCOMPLETE: Text("Incomplete; missing: {1}", "일부가 빠졌습니다: {1}"),
    ReasonCode.EXTRA_WORDS: Text(
        "Includes {0}, but adds something else: {1}",
        "{0}{0:을/를} 포함하지만 다른 말이 더 있습니다: {1}",
    ),
    ReasonCode.MISSPELT: Text(
        "Almost; check the spelling: {0}", "거의 맞았습니다. 철자를 확인하세요: {0}"
    ),
    ReasonCode.STRUCTURE: Text(
        "Right words, wrong structure: {0}", "단어는 맞지만 구조가 다릅니다: {0}"
    ),
    ReasonCode.UNIT_MISSING: Text("The unit is missing: {0}", "단위가 빠졌습니다: {0}"),
    ReasonCode.ROUNDED: Text(
        "Almost; the exact value is {0}", "거의 맞았습니다. 정확한 값은 {0}입니다"
    ),
    ReasonCode.WORKING: Text(
        "Right approach, but the result is missing: {0}", "풀이는 맞지만 결과가 빠졌습니다: {0}"
    ),
    ReasonCode.MEANING: Text(
        "Right meaning, but the question asks for the name: {0}",
        "뜻은 맞지만 이름을 써야 합니다: {0}",
    ),
    ReasonCode.DESCRIBED: Text(
        "Describes it, but the question asks for the name: {0}",
        "설명은 맞지만 이름을 써야 합니다: {0}",
    ),
    ReasonCode.BRACKET_DIFFERS: Text(
        "{0} is right, but the rest is not: {1}", "{0}{0:은/는} 맞지만 나머지가 다릅니다: {1}"
    ),
    ReasonCode.LIST_MISSING: Text("Missing: {1}", "빠진 항목: {1}"),
    ReasonCode.LIST_EXTRA: Text("Not in the list: {1}", "목록에 없는 항목: {1}"),
    ReasonCode.LIST_OTHER: Text(
        "Missing: {1}; not in the list: {2}", "빠진 항목: {1}; 목록에 없는 항목: {2}"
    ),
    ReasonCode.ANOTHER_TERM: Text("{0} is something else", "{0}{0:은/는} 다른 것입니다"),
    ReasonCode.ALSO_NAMES: Text("Also names something else: {0}", "다른 것도 함께 답했습니다: {0}"),
    ReasonCode.NEGATED: Text("Negates the answer: {0}", "답을 부정하는 말이 있습니다: {0}"),
    ReasonCode.HEDGED: Text(
        "Lists alternatives, and not all of them are right: {0}",
        "여러 답을 늘어놓았고 모두 맞지는 않습니다: {0}",
    ),
    ReasonCode.OPPOSITE: Text("{0} is not {1}", "{0}{0:은/는} {1}{1:이/가} 아닙니다"),
    ReasonCode.DIGITS: Text("The digits differ: {0}", "숫자가 다릅니다: {0}"),
    ReasonCode.CUT_SHORT: Text("Write the full name: {0}", "이름을 끝까지 써야 합니다: {0}"),
    ReasonCode.ECHO: Text(
        "{0} is in the question; write it out",
        "{0}{0:은/는} 문제에 있는 말입니다. 풀어서 써야 합니다",
    ),
    ReasonCode.SIGNS: Text("Symbols count: {0}", "기호까지 맞아야 합니다: {0}"),
    ReasonCode.PREFIX: Text(
        "Right name, but the prefix of another service: {0}",
        "이름은 맞지만 다른 서비스의 접두사입니다: {0}",
    ),
    ReasonCode.ANOTHER_NUMBER: Text("{0} is not {1}", "{0}{0:은/는} {1}{1:과/와} 다릅니다"),
    ReasonCode.ANOTHER_UNIT: Text(
        "Wrong unit: {0} is not {1}", "단위가 다릅니다: {0}{0:은/는} {1}{1:이/가} 아닙니다"
    ),
    ReasonCode.TWO_NUMBERS: Text("Two different numbers: {0}", "서로 다른 숫자가 있습니다: {0}"),
    ReasonCode.NO_NUMBER: Text("The answer must be a number", "숫자로 답해야 합니다"),
    ReasonCode.LIMIT_REVERSED: Text(
        "Right number, but the limit is reversed: {0}",
        "숫자는 맞지만 한계의 방향이 반대입니다: {0}",
    ),
    ReasonCode.UNRELATED: Text("Not the answer", "정답이 아닙니다"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """The deciding rule and the words it decided on (shown, never interpreted)."""

    code: ReasonCode
    args: tuple[str, ...] = ()

    def text(self, language: str = "en") -> str:
        """The reason in English, or in Korean where `language` is `ko`."""
        return say(_TEXTS[self.code], language, *self.args)


@dataclass(frozen=True, slots=True)
class Grade:
    """`score` is 0..1; `matched` is the accepted form that the response was compared with."""

    verdict: Verdict
    score: float
    matched: str
    reason: Reason

    @property
    def correct(self) -> bool:
        return self.verdict is Verdict.CORRECT
