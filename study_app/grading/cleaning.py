"""Step 1: normalize the text, and limit how much of it is read."""

import re
import unicodedata
from functools import lru_cache

# An answer of 400 characters is an essay; the rest is not read. Decomposed Hangul takes up to three
# code points per syllable, so three times as many are normalized.
READ_CHARACTERS = 400
_RAW_CHARACTERS = 3 * READ_CHARACTERS

_CIRCLED_NUMBER = re.compile("[\u2460-\u2473\u2776-\u2793]")
_SAME_SIGN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛´ʼ′", "'"),
        **dict.fromkeys("“”„‟″«»「」『』〈〉《》", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("⁄∕", "/"),
        **dict.fromkeys("•‣◦●▪·ㆍ∙・", "•"),
        **dict.fromkeys("、，", ","),
        "×": "x",
    }
)
_BLANKS = re.compile(r"[^\S\n]+")
_LINES = re.compile(r" *\n\s*")
_DROPPED = re.compile(r"[\W_]+")
# Where a mark may be: outside of Latin letters, Hangul and the punctuation of both.
_MARKED = re.compile("[^\u0000-\u02ff\u1100-\u11ff\u2000-\u206f\u3000-\u318f\uac00-\ud7a3]")


def clean(text: str) -> str:
    """`text` in NFKC with plain quotes and dashes, no invisible characters, single blanks.

    Line breaks stay, since they part the elements of a list. Case stays, since it parts the
    words of an API name. At most `READ_CHARACTERS` come back.
    """
    return _cleaned(text[:_RAW_CHARACTERS])


@lru_cache(maxsize=16_384)  # of what is known and asked: cleaned again for every answer
def _cleaned(text: str) -> str:
    text = _CIRCLED_NUMBER.sub("\n", text)
    text = unicodedata.normalize("NFKC", text)[:_RAW_CHARACTERS].translate(_SAME_SIGN)
    if not text.isprintable():
        text = "".join(map(_visible, text))
    return _LINES.sub("\n", _BLANKS.sub(" ", text)).strip()[:READ_CHARACTERS]


@lru_cache(maxsize=16_384)
def squash(text: str) -> str:
    """A clean text without case, blanks and punctuation.

    The vowel signs and tone marks of other scripts count: they are letters there.
    """
    text = text.casefold()
    if text.isascii() or not _MARKED.search(text):
        return _DROPPED.sub("", text)
    return "".join(sign for sign in text if sign.isalnum() or unicodedata.category(sign)[0] == "M")


def same_form(text: str) -> str:
    """`text` without case and blanks; signs count."""
    return " ".join(clean(text).casefold().split())


def _visible(character: str) -> str:
    if character.isprintable() or character == "\n":
        return character
    match unicodedata.category(character):
        case "Cf":
            return ""
        case "Cs" | "Co" | "Cn":
            return "\ufffd"
        case _:
            return "\n" if character in "\r\u2028\u2029" else " "
