"""Step 13: what a name means is not the name.

`메시지 가시성 변경` is what `ChangeMessageVisibility` means, and no API accepts it: the right idea.
Written in Hangul letters (`런태스크`), a name is still the name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from study_app.grading.accepted_forms import AcceptedForm
from study_app.grading.grades import close
from study_app.grading.hangul.endings import without_ending
from study_app.grading.hangul.letters import has_hangul
from study_app.grading.hangul.sound import sounds_alike
from study_app.grading.keys import Key
from study_app.grading.reasons import Grade, ReasonCode
from study_app.grading.rules.tools import Rest, Tools
from study_app.grading.spelling.word_matching import is_small
from study_app.grading.terms.glossary import Glossary
from study_app.grading.tokens import Token, tokenize, without_glued_endings
from study_app.grading.tolerance import (
    LEAST_SHARE_OF_A_MEANING,
    LEAST_WORDS_OF_A_MEANING,
    MEANING_SCORE,
)
from study_app.grading.verdict import Verdict
from study_app.grading.vetoes.negation import PLAIN_NEGATORS, negators
from study_app.grading.wording.meanings import has_meaning, korean_of, means
from study_app.grading.wording.prefixes import without_vendor
from study_app.grading.wording.small_words import FUNCTION_WORDS, KIND_NOUNS

_NO_VETO = frozenset({ReasonCode.UNRELATED, ReasonCode.CUT_SHORT})


def translated(text: str, key: Key, tools: Tools, rest: Rest) -> Grade:
    """A Korean translation of an identifier is close, whatever the words make of it."""
    grade = rest(text)
    if not (key.code and has_hangul(text)) or key.structured or key.command:
        return grade
    if any(has_hangul(form.shown) for form in key.forms):
        return grade
    match grade.verdict:
        case Verdict.CORRECT if _is_translation(text, key, tools.glossary):
            return close(key, MEANING_SCORE, ReasonCode.MEANING, key.first)
        case Verdict.WRONG if grade.reason.code in (*_NO_VETO, ReasonCode.ANOTHER_TERM):
            said = [_understood(text, form, tools.glossary) for form in key.forms]
            whole = any(meaning.is_whole for meaning in said)
            veto = grade.reason.code not in _NO_VETO
            if whole or (not veto and any(meaning.is_most for meaning in said)):
                return close(key, MEANING_SCORE, ReasonCode.MEANING, key.first)
        case _:
            pass
    return grade


def _is_translation(text: str, key: Key, glossary: Glossary) -> bool:
    """Whether a word of the name is translated in `text`, and none of its letters is there."""
    words = glossary.read(text)
    if any(token.shown.isascii() and token.text not in KIND_NOUNS for token in words):
        return False
    own = {token.text for form in key.forms for token in form.english} - KIND_NOUNS
    whole: dict[str, str] = {}  # a compound is shown in one piece
    for token in words:
        whole[token.shown] = whole.get(token.shown, "") + token.text
    return any(
        token.text in own
        and has_hangul(token.shown)
        and not _is_spelled(token, glossary)
        and not sounds_alike(token.shown.replace(" ", ""), whole[token.shown])
        for token in words
    )


def _is_spelled(token: Token, glossary: Glossary) -> bool:
    """Whether a word is the English one in Hangul letters."""
    shown = token.shown.replace(" ", "")
    return glossary.is_spelling(shown) or sounds_alike(shown, token.text)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """How many of the words of a name are said, and whether other known words are, too."""

    said: int
    wanted: int
    says_more: bool

    @property
    def is_whole(self) -> bool:
        return LEAST_WORDS_OF_A_MEANING <= self.said == self.wanted and not self.says_more

    @property
    def is_most(self) -> bool:
        """All of the words, or most of them and none in the place of another."""
        if self.said < max(LEAST_WORDS_OF_A_MEANING, LEAST_SHARE_OF_A_MEANING * self.wanted):
            return False
        return self.said == self.wanted or not self.says_more


_NOTHING = _Meaning(0, 0, says_more=False)


def _understood(text: str, form: AcceptedForm, glossary: Glossary) -> _Meaning:
    typed = without_glued_endings(tokenize(text))
    wanted = [
        token.text
        for token in tokenize(without_vendor(form.shown))
        if token.text not in FUNCTION_WORDS and token.text not in PLAIN_NEGATORS
    ]
    meant = [[word for word in wanted if _means(token, word, glossary)] for token in typed]
    others = [token for token, words in zip(typed, meant, strict=True) if not words]
    # 삭제 denies a sentence, but not where it is the Delete of the name.
    denials = negators(tuple(token.text for token in others))
    if bool(denials) != bool(PLAIN_NEGATORS & form.negators):
        return _NOTHING
    said = [word for word in wanted if any(word in words for words in meant)]
    more = [
        token
        for token in others
        if not is_small(token)
        and token.text not in KIND_NOUNS
        and (not token.hangul or glossary.knows(token) or has_meaning(token.text))
    ]
    return _Meaning(len(said), len(wanted), says_more=bool(more))


def _means(token: Token, english: str, glossary: Glossary) -> bool:
    if not token.hangul:
        return token.text == english
    korean: Sequence[str] = (*glossary.spellings(english), *korean_of(english))
    return any(means(bare, one) for bare in without_ending(token.text) for one in korean)
