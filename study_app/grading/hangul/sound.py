"""A word by its sound: the consonants that Hangul and English spelling share.

롱폴링 and `long polling` have no letter in common and the same consonants. Vowels are only
compared where the word begins, since English spells them in too many ways.
"""

import re
from functools import lru_cache

from study_app.grading.hangul.letters import letters
from study_app.grading.tolerance import SHORTEST_SOUND_OF_A_WORD

# One class a group of consonants that Korean spelling does not keep apart.
_KOREAN = {
    **dict.fromkeys("ㄱㄲㅋ", "K"),
    **dict.fromkeys("ㄷㄸㅌ", "T"),
    **dict.fromkeys("ㅂㅃㅍ", "P"),
    **dict.fromkeys("ㅅㅆㅈㅉㅊ", "S"),
    "ㄴ": "N",
    "ㄹ": "L",
    "ㅁ": "M",
    "ㅎ": "H",
}

_ENGLISH_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^kn|^gn|^pn", "N"),
        (r"^wr", "L"),
        (r"^x", "S"),
        (r"tch", "S"),
        (r"sch", "SK"),
        (r"ti(?=on|al|ous|en)|si(?=on)|ci(?=al|ous|en)", "S"),
        (r"tu(?=re|al)", "S"),
        (r"dg(?=e|i)", "S"),
        (r"ough$", ""),
        (r"igh", "i"),
        (r"ph", "P"),
        (r"gh", "K"),
        (r"th", "D"),
        (r"ch|sh", "S"),
        (r"ck|cc(?=[aou])", "K"),
        (r"qu", "K"),
        (r"x", "KS"),
        (r"c(?=[eiy])", "S"),
        (r"c|k|q", "K"),
        (r"ng(?=$|[^aeiou])", "N"),
        (r"g(?=[ei])", "G"),
        (r"g", "K"),
        (r"j|s|z", "S"),
        (r"b|p|f|v", "P"),
        (r"d|t", "T"),
        (r"r(?=[aeiouy])", "L"),
        (r"r", ""),
        (r"l", "L"),
        (r"m", "M"),
        (r"n", "N"),
        (r"(?<=[aeiou])h|h$|h(?=[^aeiou])", ""),
        (r"h", "H"),
    )
)
_NOT_A_SOUND = re.compile("[^KTPSNLMHGD]")
_REPEATED = re.compile(r"(.)\1+")
_OPENING_VOWELS = {
    "a": "ㅏㅐㅓㅔㅗㅑ",
    "e": "ㅔㅐㅣㅓㅡㅖ",
    "i": "ㅣㅏㅡㅓ",
    "o": "ㅗㅏㅓㅜㅛ",
    "u": "ㅜㅓㅠㅏㅡㅣ",
    "y": "ㅣㅏㅇ",
}
_LETTER_NAMES = {
    "a": "에이", "b": "비", "c": "씨|시", "d": "디", "e": "이", "f": "에프", "g": "지",
    "h": "에이치", "i": "아이", "j": "제이", "k": "케이", "l": "엘", "m": "엠", "n": "엔",
    "o": "오", "p": "피", "q": "큐", "r": "알|아르", "s": "에스", "t": "티", "u": "유", "v": "브이",
    "w": "더블유|더블류", "x": "엑스", "y": "와이", "z": "제트|지", "2": "투", "3": "쓰리|스리",
}  # fmt: skip


@lru_cache(maxsize=8_192)
def hangul_sound(word: str) -> str:
    """The consonant classes of a Hangul word.

    >>> hangul_sound("폴링"), english_sound("polling")
    ('PLN', 'PLN')
    """
    found = []
    for syllable in word:
        parts = letters(syllable)
        for place, letter in enumerate(parts):
            if letter == "ㅇ":
                found.append("N" if place else "")
            elif letter in "ㅅㅆ" and place == len(parts) - 1 and place:
                found.append("T")  # a final ㅅ is how Korean writes a final t: 셋, 로켓
            else:
                found.append(_KOREAN.get(letter, "-"))
    return _consonants("".join(found))


@lru_cache(maxsize=8_192)
def english_sound(word: str) -> str:
    """The consonant classes of an English word; `G` may sound as K or S, `D` (th) as T or S."""
    return _consonants(_sounds(word))


def spells(hangul: str, acronym: str) -> bool:
    """Whether `hangul` names the letters of a casefolded acronym (알디에스, rds)."""
    return bool(acronym) and _spelling(acronym).fullmatch(hangul) is not None


@lru_cache(maxsize=1_024)
def _spelling(acronym: str) -> re.Pattern[str]:
    return re.compile("".join(f"(?:{_LETTER_NAMES.get(letter, '(?!)')})" for letter in acronym))


@lru_cache(maxsize=8_192)
def _sounds(word: str) -> str:
    """An English word with its consonants as classes, in capitals; vowels stay as they are."""
    for pattern, sound in _ENGLISH_RULES:
        word = pattern.sub(sound, word)
    return word


def _consonants(sounds: str) -> str:
    """The consonants of a word in sounds; one that is doubled counts once."""
    return _NOT_A_SOUND.sub("", _REPEATED.sub(r"\1", sounds))


@lru_cache(maxsize=32_768)
def sounds_alike(hangul: str, english: str) -> bool:
    """Whether `hangul` may be how a Korean learner writes the English word (casefolded)."""
    heard = hangul_sound(hangul)
    if len(heard) < SHORTEST_SOUND_OF_A_WORD or not _same_opening(hangul, english):
        return False
    return heard in _ways_to_sound(english)


@lru_cache(maxsize=8_192)
def _ways_to_sound(english: str) -> frozenset[str]:
    """The consonants of an English word as Korean may hear them."""
    spoken = _sounds(english)
    return frozenset(
        _consonants(spoken.replace("G", soft).replace("D", dental))
        for soft in "KS"
        for dental in "TS"
    )


def _same_opening(hangul: str, english: str) -> bool:
    vowel = next((letter for letter in english if letter in _OPENING_VOWELS), "")
    if not vowel:
        return False
    heard = [letter for letter in letters(hangul) if "ㅏ" <= letter <= "ㅣ"]
    # Korean puts ㅡ between two consonants (스토리지): it is no vowel of the English word.
    first = next((letter for letter in heard if letter != "ㅡ"), "ㅡ")
    return first in _OPENING_VOWELS[vowel]
