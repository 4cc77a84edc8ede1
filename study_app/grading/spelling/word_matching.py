"""Typed words read against the words of one accepted form, and what the rest of them is."""

import re
from collections.abc import Callable, Iterator, Sequence

from study_app.grading.accepted_forms import AcceptedForm
from study_app.grading.hangul.endings import is_case_marked, is_ending, without_ending
from study_app.grading.hangul.verbs import is_verb
from study_app.grading.keys import Key
from study_app.grading.spelling.alignment import Alignment, align
from study_app.grading.spelling.speller import Speller
from study_app.grading.tokens import Token
from study_app.grading.vetoes.contraries import opposite
from study_app.grading.wording.common_words import COMMON_WORDS
from study_app.grading.wording.small_words import (
    FUNCTION_WORDS,
    KIND_NOUNS,
    KOREAN_FILLERS,
    LEADING_VERBS,
    MAKERS,
    PHRASE_BREAKS,
    word_set,
)
from study_app.grading.wording.stems import root, stem

_OPTIONAL = frozenset({"a", "an", "the", "of", "to", "for", "and", "with"})
# At the end of an accepted form these only say what kind of thing it is.
_OPTIONAL_AT_END = word_set("file command operation api principle technique approach")
# What is done with a name in code that stands before it.
_KOREAN_DONE = word_set("실행 입력 수행 작성 지정 선택 확인 전달 포함 설정 호출 요청")
_JOINED = re.compile(
    r"\band\b|\bplus\b|\s[&+]\s|\s및\s|\s그리고\s|(?<=\w)(?:와|과|랑|하고)(?=\s)", re.IGNORECASE
)
_JOINING = frozenset(["and", "&", "+", "plus", "및", "그리고", "와", "과", "랑", "하고"])


class WordMatching:
    """One way to read typed words against the words of one form.

    `joins`: the answer joins two things by "and" or its like; what the prompt says then still
    counts as the second thing.
    """

    def __init__(
        self,
        typed: Sequence[Token],
        wanted: Sequence[Token],
        speller: Speller,
        key: Key,
        *,
        joins: bool,
    ) -> None:
        self.typed = typed
        self.wanted = wanted
        self.joins = joins
        self._key = key
        # `bridge network` says no more where `bridge network mode` is accepted, too.
        # A word of this form said twice may be another name: `attribute_exists` before it.
        self._own_words = {token.text for form in key.forms for token in form.english}
        self._own_words -= {token.text for token in wanted}
        stems = {stem(token.text) for token in wanted}
        self._places = [
            at
            for at, token in enumerate(typed)
            if (stem(token.text) in stems and not self._repeats_a_name(at))
            or not is_small(token)
            or self._is_part_of_name(at)
            or any(opposite(token.text, word.text) for word in wanted)
            or (token.hangul and any(speller.read(token, word, alone=False) for word in wanted))
        ]
        self.content = [typed[at] for at in self._places]
        self.alignment: Alignment = align(self.content, wanted, speller)
        self.taken = frozenset(self._places[at] for at in self.alignment.matched)
        self._phrases = list(_phrases(typed, self.taken))

    def missing(self, form: AcceptedForm) -> list[int]:
        """The places of words that the answer lacks and cannot do without."""
        return [
            to for to in self.alignment.missing if form.command or not _is_optional(self.wanted, to)
        ]

    @property
    def squashed(self) -> str:
        """The words that count, in one piece."""
        return "".join(token.text for token in self.content)

    @property
    def extra(self) -> list[Token]:
        """The typed words that count and stand for no word of the form."""
        return [self.content[at] for at in self.alignment.extra]

    @property
    def lost(self) -> list[Token]:
        """The words of the form that no typed word stands for."""
        return [self.wanted[to] for to in self.alignment.missing]

    @property
    def replaced(self) -> bool:
        """Whether a word stands in place of a missing one: anything but a noun of its kind."""
        return any(token.text not in KIND_NOUNS for token in self.extra)

    def is_beside(self, token: Token) -> bool:
        """Whether `token` stands in the phrase of a word that was read as the form's."""
        here = {self._phrases[at] for at in self.taken}
        return any(
            other is token and self._phrases[at] in here for at, other in enumerate(self.typed)
        )

    def is_head_of_form(self, at: int) -> bool:
        """Whether the word at `at` stands directly behind the words of the form, as their head."""
        return (at - 1) in self.taken and not self.typed[at - 1].closes

    @property
    def goes_on(self) -> bool:
        """Whether the name of an API has more words than the form's in one piece."""
        extra = {self._places[at] for at in self.alignment.extra}
        return any(
            at in extra and token.glued and not token.hangul and not self._is_only_extra(at)
            for at, token in enumerate(self.typed)
        )

    def surplus(self, is_service: Callable[[Sequence[Token]], bool]) -> list[int]:
        """Words in the phrase of the answer that are neither the form's nor filler."""
        if not self.taken:
            return [self._places[at] for at in self.alignment.extra]
        first, last = min(self.taken), max(self.taken)
        here = {self._phrases[at] for at in self.taken}
        extra = [self._places[at] for at in self.alignment.extra]
        left = [
            at
            for at in extra
            if self._phrases[at] in here and not self._is_filler(at, before=at < first)
        ]
        qualifying = [at for at in left if at < last]
        if qualifying and is_service([self.typed[at] for at in qualifying]):
            left = [at for at in left if at > last]
        return left

    def _is_filler(self, at: int, *, before: bool) -> bool:
        token = self.typed[at]
        if self._is_part_of_name(at) and not self._is_only_extra(at):
            return False
        return (
            token.text in self._own_words
            or (token.text in KIND_NOUNS and not (self.joins and token.text in MAKERS))
            or (root(token.text) in self._key.prompt_roots and not self.joins)
            or (self._key.code and not before and token.shown in _KOREAN_DONE)
            or (before and (token.text in LEADING_VERBS or self._is_subject(at)))
        )

    def _is_subject(self, at: int) -> bool:
        """Whether a word says who uses the name in code: "the app calls PutMetricData"."""
        following = self.typed[at + 1 : min(self.taken)]
        return self._key.code and any(token.text in LEADING_VERBS for token in following)

    def _is_part_of_name(self, at: int) -> bool:
        """Whether a Latin word stands in one piece with another (`Re` of `ReEncrypt`)."""
        token, following = self.typed[at], self.typed[at + 1 : at + 2]
        after = bool(following) and following[0].glued and not following[0].hangul
        before = token.glued and not self.typed[at - 1].hangul
        return not token.hangul and (before or after)

    def _repeats_a_name(self, at: int) -> bool:
        """Whether a small word stands within a name, too: the first is of "it is IsTruncated"."""
        text = self.typed[at].text
        return (
            is_small(self.typed[at])
            and not self._is_part_of_name(at)
            and any(
                other.text == text and self._is_part_of_name(place)
                for place, other in enumerate(self.typed)
            )
        )

    def _is_only_extra(self, at: int) -> bool:
        """Whether the run of glued tokens around `at` holds no word of the form."""
        start = at
        while start and self.typed[start].glued:
            start -= 1
        end = at + 1
        while end < len(self.typed) and self.typed[end].glued:
            end += 1
        return not self.taken.intersection(range(start, end))


def joins_two(text: str) -> bool:
    """Whether `text` joins two things (A and B, A와 B)."""
    return _JOINED.search(text) is not None


def is_small(token: Token) -> bool:
    if token.hangul:
        return (
            any(bare in KOREAN_FILLERS for bare in without_ending(token.text))
            or is_verb(token.text)
            or (token.glued and is_ending(token.text))
        )
    if token.shown in KOREAN_FILLERS:
        return True  # 작업 is a task, and what kind of thing an operation is
    return token.text in FUNCTION_WORDS and not token.acronym


def _phrases(typed: Sequence[Token], taken: frozenset[int]) -> Iterator[int]:
    """The number of the phrase that each word stands in; words of the form never part one."""
    phrase = 0
    for at, token in enumerate(typed):
        joined = at > 0 and typed[at - 1].text in _JOINING
        if token.text in PHRASE_BREAKS and at not in taken and not joined:
            phrase += 1
        yield phrase
        if token.closes or (token.hangul and (is_case_marked(token.text) or is_verb(token.text))):
            phrase += 1


def _is_optional(wanted: Sequence[Token], to: int) -> bool:
    """Whether the form may do without its word at `to`."""
    token = wanted[to]
    at_end = 0 < to == len(wanted) - 1 and not token.glued
    named_before = wanted[to - 1].text not in COMMON_WORDS
    return token.text in _OPTIONAL or (at_end and named_before and token.text in _OPTIONAL_AT_END)
