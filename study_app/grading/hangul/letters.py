"""Hangul by its letters: syllables taken apart.

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


def has_hangul(text: str) -> bool:
    return not text.isascii() and _IS_HANGUL.search(text) is not None


@lru_cache(maxsize=16_384)
def letters(text: str) -> str:
    """`text` with each syllable block as its letters; everything else unchanged.

    >>> letters("큐 1")
    'ㅋㅠ 1'
    """
    return "".join(map(_letters_of, text)) if has_hangul(text) else text


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
