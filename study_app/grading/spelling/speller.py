"""Step 8: which slips of the keyboard are forgiven, word by word.

The distance is optimal string alignment: a letter added, dropped, replaced, or two neighbours
swapped. Hangul is compared by its letters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA

from study_app.grading.hangul.endings import without_ending
from study_app.grading.hangul.letters import has_hangul, letters
from study_app.grading.hangul.sound import english_sound, hangul_sound, sounds_alike, spells
from study_app.grading.terms.glossary import Glossary
from study_app.grading.tokens import Token
from study_app.grading.tolerance import (
    ACRONYM_SWAP,
    MOST_SLIPS,
    SHORTEST_DOUBLED,
    SHORTEST_SOUND_OF_A_RUN,
    SOUND_SLIPS_OF_A_RUN,
    allowed_slips,
)
from study_app.grading.vetoes.contraries import opposite
from study_app.grading.wording.small_words import FUNCTION_WORDS
from study_app.grading.wording.stems import lemma, root, stem

_REMEMBERED = 65_536
_DOUBLED = re.compile(r"(.)\1")


class Likeness(IntEnum):
    """How a typed word is the word of the key, from the surest to the least sure."""

    SAME = 0
    SPELLING = 1
    SOUND = 2


@dataclass(frozen=True, slots=True)
class Match:
    """A typed word read as a word of the key, at the cost of `slips`."""

    likeness: Likeness
    slips: int = 0


SAME = Match(Likeness.SAME)

WordsRead: TypeAlias = tuple[dict[str, Match | None], dict[str, Match | None]]
"""What typed words were read as, for one word of a key: those after a blank, and those glued."""

_UNREAD = Match(Likeness.SAME, -1)


def _differ_by_a_doubling(typed: str, key: str) -> bool:
    """Whether one letter is doubled or not (Gett for Get): forgiven in short words too."""
    return (
        len(key) >= SHORTEST_DOUBLED
        and abs(len(typed) - len(key)) == 1
        and _DOUBLED.sub(r"\1", typed) == _DOUBLED.sub(r"\1", key)
    )


def _differ_at_a_glance(typed: str, key: str) -> bool:
    """Whether a word in Latin letters cannot be `key`: as a form of it, it begins like it; as a
    misspelling of it, it is as long."""
    return typed[0] != key[0] and abs(len(typed) - len(key)) > MOST_SLIPS


class Speller:
    """Reads typed words as words of a key, but never across another known word."""

    def __init__(self, glossary: Glossary, terms: Iterable[str], common: Iterable[str]) -> None:
        """`terms`: the words of the exam; `common`: those of every day."""
        self._glossary = glossary
        self._terms = frozenset(terms)
        self._known = self._terms.union(common)
        self._meant = glossary.single_words()
        self._stems = frozenset(map(stem, self._known))
        self._roots = frozenset(map(root, self._known))
        self._read: dict[tuple[str, bool, bool, bool], WordsRead] = {}
        self._pairs_read = 0
        self._runs: dict[tuple[str, tuple[str, ...]], Match | None] = {}

    @cached_property
    def _by_length(self) -> dict[int, list[str]]:
        """The known words in Latin letters; few answers need them."""
        by_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if not has_hangul(word):
                by_length[len(word)].append(word)
        return dict(by_length)

    def is_known(self, word: str) -> bool:
        return word in self._known or stem(word) in self._stems

    def has_root_of_known(self, word: str) -> bool:
        """Whether `word` is a form of a known word (writing, write), and so no misspelling."""
        return root(word) in self._roots

    def read(self, typed: Token, key: Token, *, alone: bool) -> Match | None:
        """`typed` as `key`, or None. `alone`: the key is this one word."""
        return self.read_all((typed,), key, alone=alone)[0]

    def read_all(self, typed: Sequence[Token], key: Token, *, alone: bool) -> list[Match | None]:
        """Each of the words `typed` as `key`: of an answer, few words are any of the key's."""
        name = key.text, key.glued, key.acronym, alone
        known = self._read.get(name)
        if known is None:
            known = self._read[name] = ({}, {})
        found = []
        for token in typed:
            words = known[token.glued]
            match = words.get(token.text, _UNREAD)
            if match is _UNREAD:
                match = self._compared(token, key, alone=alone)
                words[token.text] = match
                self._pairs_read += 1
            found.append(match)
        if self._pairs_read >= _REMEMBERED:
            self._read.clear()
            self._pairs_read = 0
        return found

    def _compared(self, typed: Token, key: Token, *, alone: bool) -> Match | None:
        if typed.text == key.text:
            return SAME
        if not (typed.hangul or key.acronym) and _differ_at_a_glance(typed.text, key.text):
            return None
        if key.acronym:
            return self._acronym(typed, key, alone=alone)
        if stem(typed.text) == stem(key.text):
            return SAME
        if lemma(typed.text) == lemma(key.text) and not key.glued:
            # Alone, a form that is a term of its own (version, versioning) is that term.
            return None if alone and typed.text in self._known else SAME
        if typed.exact or key.exact:
            return None
        match (typed.hangul, key.hangul):
            case (True, True):
                return self._korean(typed.text, (key.text,))
            case (True, False):
                return self._across(typed.text, key.text, alone=alone)
            case (False, True):
                return None
            case _:
                in_name = typed.glued and key.glued
                slips = self._slips(typed.text, key.text, in_name=in_name)
                return None if slips is None else Match(Likeness.SPELLING, slips)

    def is_common(self, word: str) -> bool:
        """Whether `word` is known, or one of the small words."""
        return word in self._known or word in FUNCTION_WORDS

    def read_run(self, typed: str, keys: Sequence[Token]) -> Match | None:
        """One word typed for several of the key (`batchwritem` for Batch, Write, Item)."""
        run = typed, tuple(key.text for key in keys)
        found = self._runs.get(run, _UNREAD)
        if found is _UNREAD:
            if len(self._runs) >= _REMEMBERED:
                self._runs.clear()
            found = self._runs[run] = self._compared_run(typed, keys)
        return found

    def _compared_run(self, typed: str, keys: Sequence[Token]) -> Match | None:
        written = "".join(key.text for key in keys)
        if typed == written:
            return SAME
        hangul = has_hangul(typed)
        # Before anything else: what was typed in Latin letters mostly differs in length alone.
        if not hangul and abs(len(typed) - len(letters(written))) > MOST_SLIPS:
            return None
        if any(map(str.isdigit, typed)):
            return None
        if len(keys) == 1 and _differ_by_a_doubling(typed, written):
            return Match(Likeness.SPELLING, 1)
        if hangul and written.isascii():
            return self._heard_run(typed, keys)
        spelled = [letters(key.text) for key in keys]
        joined = "".join(spelled)
        best: int | None = None
        for bare in without_ending(typed) if hangul else (typed,):
            text = letters(bare)
            if abs(len(text) - len(joined)) > MOST_SLIPS:
                continue
            if text == joined or stem(text) == stem(joined):
                return SAME
            if OSA.distance(text, joined, score_cutoff=MOST_SLIPS) > MOST_SLIPS:
                continue
            slips = self._shared_out(text, tuple(spelled))
            if slips is not None and (best is None or slips < best):
                best = slips
        return None if best is None else Match(Likeness.SPELLING, best)

    def _acronym(self, typed: Token, key: Token, *, alone: bool) -> Match | None:
        """An acronym is a name with every letter: ECR is no misspelt ECS.

        Within a longer answer a swap of its letters is the slip that it looks like (presigned
        ULR). Learners also write its plural, and a few write it as it sounds.
        """
        if typed.text == key.text + "s":
            return SAME
        if typed.hangul and any(spells(bare, key.text) for bare in without_ending(typed.text)):
            return Match(Likeness.SOUND)
        if typed.hangul:
            return self._across(typed.text, key.text)
        swapped = (
            not alone
            and sorted(typed.text) == sorted(key.text)
            and OSA.distance(typed.text, key.text) == ACRONYM_SWAP
        )
        return Match(Likeness.SPELLING, 1) if swapped and not self.is_known(typed.text) else None

    def _heard_run(self, typed: str, keys: Sequence[Token]) -> Match | None:
        written = "".join(key.text for key in keys)
        for bare in without_ending(typed):
            if len(hangul_sound(bare)) < SHORTEST_SOUND_OF_A_RUN:
                continue
            if sounds_alike(bare, written) or self._heard_piecewise(bare, keys):
                return Match(Likeness.SOUND)
        return None

    def _heard_piecewise(self, typed: str, keys: Sequence[Token]) -> bool:
        """Whether `typed` falls into one piece a key, each by the glossary or by its sound."""
        if not keys:
            return not typed
        spoken = "".join(english_sound(lemma(key.text)) for key in keys)
        if abs(len(hangul_sound(typed)) - len(spoken)) > SOUND_SLIPS_OF_A_RUN:
            return False
        return any(
            self._across(typed[:size], keys[0].text) is not None
            and self._heard_piecewise(typed[size:], keys[1:])
            for size in range(1, len(typed) - len(keys) + 2)
        )

    def _slips(self, typed: str, key: str, *, in_name: bool) -> int | None:
        allowed = allowed_slips(key)
        if abs(len(typed) - len(key)) > max(allowed, 1):
            return None
        # Within a name, an everyday word is a slip (SecureSting); a word of the exam is not.
        if self.is_known(typed) and not (in_name and typed not in self._terms):
            return None
        if _differ_by_a_doubling(typed, key):
            return 1
        if not allowed or abs(len(typed) - len(key)) > allowed:
            return None
        slips = OSA.distance(typed, key, score_cutoff=allowed)
        if slips > allowed or opposite(typed, key) is not None:
            return None
        return None if slips > 1 and self._nearer_word(typed, key, slips) else slips

    def _nearer_word(self, typed: str, key: str, slips: int) -> bool:
        for length in range(len(typed) - slips + 1, len(typed) + slips):
            found = process.extractOne(
                typed,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=slips - 1,
            )
            if found is not None and stem(found[0]) != stem(key):
                return True
        return False

    def _korean(self, typed: str, keys: Sequence[str]) -> Match | None:
        best: int | None = None
        bare_words = without_ending(typed)
        for key in keys:
            spelled = letters(key)
            allowed = allowed_slips(spelled)
            for bare in bare_words:
                if bare == key:
                    return SAME
                text = letters(bare)
                if text == spelled:
                    return SAME
                if not allowed or abs(len(text) - len(spelled)) > allowed or bare in self._known:
                    continue
                slips = OSA.distance(text, spelled, score_cutoff=allowed)
                if slips <= allowed and opposite(bare, key) is None:
                    best = slips if best is None else min(best, slips)
        if best is None or any(bare in self._known for bare in bare_words):
            return None
        return Match(Likeness.SPELLING, best)

    def _across(self, typed: str, english: str, *, alone: bool = False) -> Match | None:
        """A Hangul word for an English one: by the glossary's spellings, then by sound.

        Alone, the sound of another form of the word is that form: 드롭 is `drop`, not `dropped`.
        """
        found = self._korean(typed, self._glossary.spellings(english))
        if found is not None:
            return found
        bare_words = without_ending(typed)
        if any(bare in self._meant for bare in bare_words):
            return None
        forms = {english} if alone else {english, lemma(english)}
        if any(sounds_alike(bare, form) for bare in bare_words for form in forms):
            return Match(Likeness.SOUND)
        return None

    def _shared_out(self, typed: str, keys: tuple[str, ...]) -> int | None:
        """The fewest slips with which `typed` falls into one piece a key, each within bounds."""
        reached = {0: 0}
        for key in keys:
            allowed = allowed_slips(key)
            following: dict[int, int] = {}
            for start, slips in reached.items():
                for length in range(max(1, len(key) - allowed), len(key) + allowed + 1):
                    end = start + length
                    piece = typed[start:end]
                    if end > len(typed):
                        break
                    more = OSA.distance(piece, key, score_cutoff=allowed)
                    if more > allowed or slips + more > MOST_SLIPS:
                        continue
                    if more and piece in self._known:
                        continue
                    if slips + more < following.get(end, MOST_SLIPS + 1):
                        following[end] = slips + more
            reached = following
        return reached.get(len(typed))
