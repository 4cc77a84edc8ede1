"""Step 10: how much a misspelling past tolerance still looks or sounds like the key."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from study_app.grading.hangul.letters import has_hangul, letters
from study_app.grading.hangul.sound import english_sound, sounds_alike
from study_app.grading.spelling.speller import Speller
from study_app.grading.tokens import Token
from study_app.grading.tolerance import (
    HOMOPHONE_SLIPS,
    LEAST_LIKENESS_OF_A_WORD,
    MISSPELT_ACRONYM_SLIPS,
    SAME_LEMMA,
    SAME_SOUND,
    SHORTEST_SOUND,
)
from study_app.grading.wording.stems import lemma


def likeness(typed: Sequence[Token], key: Sequence[Token], speller: Speller) -> float:
    """0..1: the mean resemblance of the words, 0 where one of them resembles nothing.

    Words are compared one to one; where their number differs, as one word.
    """
    if not typed or (len(key) == 1 and key[0].acronym):
        return 0.0
    if len(typed) != len(key):
        return _joined(typed, key, speller)
    total = 0.0
    for word, wanted in zip(typed, key, strict=True):
        if word.text == wanted.text:
            total += 1
            continue
        if word.hangul and sounds_alike(word.text, lemma(wanted.text)):
            total += SAME_LEMMA
            continue
        alike = 0.0 if word.exact or wanted.exact else _word(word.text, wanted.text)
        if lemma(word.text) == lemma(wanted.text):
            total += SAME_LEMMA
            continue
        if speller.has_root_of_known(word.text) and not _homophones(word.text, wanted.text):
            return 0.0
        if wanted.acronym and OSA.distance(word.text, wanted.text) > MISSPELT_ACRONYM_SLIPS:
            return 0.0
        if alike < (LEAST_LIKENESS_OF_A_WORD if not wanted.acronym else 0):
            return 0.0
        total += alike
    return total / len(typed)


def _homophones(typed: str, key: str) -> bool:
    """Whether a known word is one that people write for the key's: roll for role."""
    both_short = len(typed) == len(key) <= SHORTEST_SOUND  # ecs and eks are names
    return (
        not both_short
        and english_sound(typed) == english_sound(key)
        and OSA.distance(typed, key) <= HOMOPHONE_SLIPS
    )


def _joined(typed: Sequence[Token], key: Sequence[Token], speller: Speller) -> float:
    """The resemblance of what remains as one word each, without the words that both have."""
    shared = {token.text for token in typed} & {token.text for token in key}
    own = [token.text for token in typed if token.text not in shared]
    if all(map(speller.has_root_of_known, own)):
        return 0.0
    left = "".join(own)
    right = "".join(token.text for token in key if token.text not in shared)
    alike = _word(left, right) if left and right else 0.0
    return alike if alike >= LEAST_LIKENESS_OF_A_WORD else 0.0


def _word(typed: str, key: str) -> float:
    seen = OSA.normalized_similarity(letters(typed), letters(key))
    if has_hangul(typed) or has_hangul(key):
        return seen
    heard, spoken = english_sound(typed), english_sound(key)
    if typed[0] != key[0] or len(spoken) < SHORTEST_SOUND:
        return SAME_SOUND if heard == spoken and len(spoken) > 1 else seen
    return max(seen, OSA.normalized_similarity(heard, spoken) * SAME_SOUND)
