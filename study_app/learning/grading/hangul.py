"""Hangul by its letters: syllables taken apart, and the endings that a noun carries.

A learner who misses a key changes one letter (jamo) of a syllable block, so spelling is compared
by letters. Final consonants are written as the initial ones, compound letters as their parts.
"""

import re
from functools import lru_cache

HANGUL = "가-힣\u1100-\u11ff\u3131-\u318e"
_IS_HANGUL = re.compile(f"[{HANGUL}]")

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = (
    "ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ", "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ",
    "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ",
)  # fmt: skip
_FINALS = (
    "", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ",
    "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ", "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ",
    "ㅎ",
)  # fmt: skip

# After a noun: particles, the copula in its spoken and written forms, "it is called", "I think".
_ENDINGS = [
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "의",
    "에",
    "로",
    "와",
    "과",
    "랑",
    "도",
    "만",
    "나",
    "야",
    "요",
    "죠",
    "다",
    "임",
    "들",
    "용",
    "형",
    "적",
    "식",
    "으로",
    "에서",
    "에게",
    "이랑",
    "하고",
    "부터",
    "까지",
    "이나",
    "라고",
    "라는",
    "란",
    "이란",
    "이라",
    "이고",
    "예요",
    "에요",
    "이에요",
    "이예요",
    "이요",
    "이죠",
    "이지요",
    "지요",
    "인데요",
    "인데",
    "이네요",
    "네요",
    "군요",
    "이다",
    "이야",
    "입니다",
    "임니다",
    "입니당",
    "이었다",
    "였다",
    "일듯",
    "인듯",
    "일걸요",
    "인가요",
    "인가",
    "이겠죠",
    "겠죠",
    "같아요",
    "같습니다",
    "같음",
    "이라고",
    "이라는",
    "라고요",
    "이라고요",
    "이라고해요",
    "라고해요",
    "라고합니다",
    "이라고합니다",
    "으로요",
    "로요",
    "에요",
    "를요",
    "을요",
    "된",
    "되는",
    "하는",
    "한",
    "할",
    "될",
    "적인",
    "적으로",
    "처럼",
    "보다",
    "마다",
    "밖에",
    "뿐",
    "조차",
    "께서",
    "에는",
    "에서는",
    "으로는",
    "로는",
    "에도",
    "간",
    "씩",
    "정도",
    "쯤",
    "동안",
]
_NOUN_ENDINGS = tuple(sorted(set(_ENDINGS), key=lambda ending: (-len(ending), ending)))
ENDINGS = frozenset(_NOUN_ENDINGS)

# A word that closes or joins a clause: what stands before it does not belong to the noun after it.
_PREDICATE = re.compile(
    "(?:니다|니까|[한하된되이는쓴준같있없했됐았었]다|[어아여해돼되]요|세요|네요|군요|[이하되]죠|"
    "(?:사용|이용|활용|설정|적용|추가|생성|호출|필요|가능)[함됨]|하기|되기|[하되으쓰]면|[하되]려면|하고|"
    "해서|되어|하여|[하되]도록|위해|위해서|위한|통해|통해서|따라|대해|때문에|므로|지만|는데|면서|"
    "하는|되는|있는)$"
)
_PARTICLE = re.compile(
    "(?:[은는이가을를의에로도만요]|으로|에서|입니다|이에요|예요|이다|이요|이고)$"
)
_CASE_MARKED = re.compile("(?:[은는을를에]|에서|에게|에는|으로|까지|부터)$")


def has_hangul(text: str) -> bool:
    return _IS_HANGUL.search(text) is not None


@lru_cache(maxsize=16_384)
def letters(text: str) -> str:
    """`text` with each syllable block as its letters; everything else as it is.

    >>> letters("큐 1")
    'ㅋㅠ 1'
    """
    return "".join(map(_letters_of, text)) if has_hangul(text) else text


@lru_cache(maxsize=16_384)
def without_ending(word: str) -> tuple[str, ...]:
    """`word` and what it may be without a particle or a spoken ending, longest first."""
    shorter = {
        word[: -len(ending)]
        for ending in _NOUN_ENDINGS
        if len(word) > len(ending) and word.endswith(ending)
    }
    return (word, *sorted(shorter, key=len, reverse=True))


def without_particle(word: str) -> str:
    """`word` without one particle or copula; verb forms and suffixes stay."""
    return _PARTICLE.sub("", word) or word


def is_ending(word: str) -> bool:
    """Whether `word` is nothing but an ending, as the 를 of `Scan를`."""
    return word in ENDINGS


def is_predicate(word: str) -> bool:
    """Whether `word` ends as Korean verbs do (`사용합니다`, `쓰면`)."""
    return _PREDICATE.search(word) is not None


def is_case_marked(word: str) -> bool:
    """Whether `word` ends in a particle that sets it off from the noun that follows."""
    return len(word) > 1 and _CASE_MARKED.search(word) is not None


def _letters_of(character: str) -> str:
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        index = code - 0xAC00
        return _INITIALS[index // 588] + _VOWELS[index % 588 // 28] + _FINALS[index % 28]
    if 0x1100 <= code <= 0x1112:
        return _INITIALS[code - 0x1100]
    if 0x1161 <= code <= 0x1175:
        return _VOWELS[code - 0x1161]
    if 0x11A8 <= code <= 0x11C2:
        return _FINALS[code - 0x11A7]
    return character
