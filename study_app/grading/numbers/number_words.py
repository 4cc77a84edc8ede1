"""Number words, English and Korean, rewritten as digits."""

import re
from collections.abc import Iterator
from functools import lru_cache

from study_app.grading.wording.small_words import word_set

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_SMALL |= {"fourty": 40, "fourth": 4, "dozen": 12, "a dozen": 12}
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}
_NUMBER_WORD = "|".join(sorted((*_SMALL, *_LARGE), key=len, reverse=True))
_ENGLISH = re.compile(
    rf"(?<![\w-])(?:(?:{_NUMBER_WORD})(?:(?:[ -]|\s+and\s+)(?={_NUMBER_WORD})|(?![A-Za-z])))+",
    re.IGNORECASE,
)
_SCALED = re.compile(r"(?<![\d.,])(\d{1,6}) (hundred|thousand|million|billion)\b", re.IGNORECASE)
_HALVES = (
    (re.compile(r"\b(?:a|one) half\b|\bhalf(?: an?| of an?)?\b|절반", re.IGNORECASE), "0.5"),
    (re.compile(r"\b(?:a|one) quarter(?: of an?)?\b", re.IGNORECASE), "0.25"),
)
_AND_A_HALF = re.compile(r"(\d+) and (?:a |one )?half\b", re.IGNORECASE)
# "for an hour", but not "1 MB a second".
_AN_HOUR = re.compile(
    r"(?:^|(?<=\bfor )|(?<=\babout )|(?<=\baround )|(?<=\broughly )"
    r"|(?<=\bwithin )|(?<=\bafter )"
    r"|(?<=\bof )(?<!quarter of )(?<!half of )|(?<=\bis )|(?<=\bto )|(?<=\bin ))"
    r"(?:an?|one) (?=(?:hour|minute|second|day|week|month|year)\b)",
    re.IGNORECASE,
)

# A pronoun: "the fullest one has 3".
_PRONOUN = re.compile(
    r"\b(?:the|this|that|each|every|which|another|any|other)(?: \w+)? one\b"
    r"|\bone (?=(?:has|is|was|gets|holds|can|will|that|which)\b)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")  # the 100th day
_ZERO = re.compile(r"(?<![가-힣])제로(?![가-힣]*화)")

_SINO = dict(zip("영일이삼사오육칠팔구", range(10), strict=True)) | {"공": 0, "륙": 6}
_SINO_STEPS = {"십": 10, "백": 100, "천": 1_000}
_SINO_LARGE = {"만": 10_000, "억": 100_000_000}
_NATIVE_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60}
_NATIVE_ONES = {
    "하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "여덜": 8, "아홉": 9,
}  # fmt: skip
_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8,
    "아흐레": 9, "열흘": 10, "보름": 15,
}  # fmt: skip
KOREAN_COUNTERS = word_set(
    "개 건 번 회 명 대 줄 단계 가지 배 태스크 레코드 메시지 항목 아이템 요청 샤드 인스턴스 컨테이너"
)
KOREAN_UNITS = (
    "밀리초|마이크로초|나노초|초|분|시간|일|주일|주|개월|달|년|퍼센트|프로|바이트|킬로바이트|메가바이트|기가바이트|"
    "테라바이트|" + "|".join(sorted(KOREAN_COUNTERS, key=len, reverse=True))
)
_AFTER_NUMBER = rf"(?=\s*(?:{KOREAN_UNITS})|(?:입니다|이에요|예요|이요|요|이다|임)?\W*$)"
_SINO_LETTERS = "".join((*_SINO, *_SINO_STEPS, *_SINO_LARGE))
# A digit and 일 alone are days: 칠일 is no 71, which is 칠십일.
_SINO_DAYS = re.compile(rf"(?<![가-힣\d])([{''.join(_SINO)}])일(?=\W*$|이|입|요|동|간|임)")
# Not after a number: the 일 of `4일` and of `십사 일` is the day.
_SINO_WORD = re.compile(
    rf"(?<![가-힣\d])(?<!\d )(?<![{_SINO_LETTERS}] )[{_SINO_LETTERS}]+{_AFTER_NUMBER}"
)
# 삼십일 is 31, and it is 30 days.
_DAYS_OR_ONE = re.compile(rf"(?<=[{_SINO_LETTERS}])일(?!\s*일)(?=\W*$|이|입|요|동|간|임|째)")
_NATIVE_WORD = re.compile(
    rf"(?<![가-힣])(?:{'|'.join(_NATIVE_TENS)})?(?:{'|'.join(_NATIVE_ONES)})?(?<=[가-힣]){_AFTER_NUMBER}"
)
# As a noun before what is done: `하나 추가돼요`; 한 and 네 are other words there.
_NATIVE_NOUN = re.compile(
    r"(?<![가-힣])(?:하나|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)"
    r"(?=[이을를]? (?:더 |만 )?(?:추가|늘|줄|증가|감소|시작|실행|남|필요))"
)
_DAY_WORD = re.compile(rf"(?<![가-힣])(?:{'|'.join(_DAYS)})")
_KOREAN_STEP = re.compile(
    r"(\d+(?:\.\d+)?)\s*(십|백|천|만|억)(?=\d|\s|[만억]|\W|$|개|건|번|회|초|분|시간|일|바이트)"
)
_KOREAN_HALF = re.compile(r"(\d+)\s*(시간|분|일|년)\s*반")


@lru_cache(maxsize=4_096)
def in_digits(text: str) -> str:
    """`text`, clean and casefolded, with number words as digits.

    >>> in_digits("two thousand five hundred"), in_digits("삼십 초"), in_digits("열다섯 개")
    ('2500', '30 초', '15 개')
    """
    text = _ORDINAL.sub("", text)
    text = _PRONOUN.sub(" ", _AN_HOUR.sub("1 ", text))
    text = _ZERO.sub("0", text)
    for pattern, digits in _HALVES:
        if not _AND_A_HALF.search(text) and " and a half" not in text:
            text = pattern.sub(digits + " ", text)
    text = _SCALED.sub(lambda match: str(int(match[1]) * _LARGE[match[2].casefold()]), text)
    text = _ENGLISH.sub(lambda match: str(_english_value(match.group())), text)
    text = _AND_A_HALF.sub(r"\1.5", text)
    text = _DAY_WORD.sub(lambda match: f"{_DAYS[match.group()]}일", text)
    text = _SINO_DAYS.sub(lambda match: f"{_SINO[match[1]]}일", text)
    text = _SINO_WORD.sub(_sino_digits, text)
    text = _NATIVE_WORD.sub(_native_digits, text)
    text = _NATIVE_NOUN.sub(_native_digits, text)
    text = _KOREAN_HALF.sub(r"\1.5\2", text)
    steps = _SINO_STEPS | _SINO_LARGE
    return _KOREAN_STEP.sub(lambda match: _plain(float(match[1]) * steps[match[2]]), text)


def with_days(text: str) -> str:
    """`text` with a final 일 after a Korean number as days: 삼십일 is 31, or 30 days."""
    return _DAYS_OR_ONE.sub(" 일", text)


def _english_value(words: str) -> int:
    total = current = 0
    for word in _english_words(words):
        if word in _SMALL:
            current += _SMALL[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            total += max(current, 1) * _LARGE[word]
            current = 0
    return total + current


def _english_words(words: str) -> Iterator[str]:
    return (word for word in re.split(r"[\s-]+", words.casefold()) if word and word != "and")


def _sino_digits(match: re.Match[str]) -> str:
    total = section = digit = 0
    for character in match.group():
        if character in _SINO:
            digit = digit * 10 + _SINO[character]
        elif character in _SINO_STEPS:
            section += max(digit, 1) * _SINO_STEPS[character]
            digit = 0
        else:
            total += max(section + digit, 1) * _SINO_LARGE[character]
            section = digit = 0
    return str(total + section + digit)


def _native_digits(match: re.Match[str]) -> str:
    word = match.group()
    for tens, value in _NATIVE_TENS.items():
        if word.startswith(tens):
            return str(value + _NATIVE_ONES.get(word.removeprefix(tens), 0))
    return str(_NATIVE_ONES.get(word, 0)) if word else ""


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)
