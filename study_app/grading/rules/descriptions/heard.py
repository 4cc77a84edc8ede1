"""The words of an answer as they may be meant: their forms in English, their stems in Korean."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from study_app.grading.hangul.endings import without_ending
from study_app.grading.hangul.sound import sounds_alike
from study_app.grading.spelling.word_matching import is_small
from study_app.grading.terms.glossary import Glossary
from study_app.grading.tokens import Token, tokenize, without_glued_endings
from study_app.grading.tolerance import SHORTEST_ROOT
from study_app.grading.wording.meanings import has_meaning, korean_of, means
from study_app.grading.wording.small_words import FUNCTION_WORDS, KIND_NOUNS
from study_app.grading.wording.stems import lemma, root, stem
from study_app.grading.wording.synonyms import said_for


@lru_cache(maxsize=8_192)
def forms_of(word: str) -> frozenset[str]:
    """A casefolded English word, its stem, its lemma and its root, also without the y of a verb."""
    plain = word[:-3] + "y" if word.endswith("ied") else word
    shorter = (plain, stem(word), lemma(word), root(word), root(plain))
    # The root of `user` would be `us`.
    return frozenset((word, *(form for form in shorter if len(form) >= SHORTEST_ROOT)))


_KIND_FORMS = frozenset(form for noun in KIND_NOUNS for form in forms_of(noun))


@dataclass(frozen=True, slots=True)
class HeardWord:
    """One typed word: the `forms` of what it is in English, and in Korean without its endings.

    `known`: its meaning is. `strange`: it is not, and the word is none that goes around an answer.
    """

    shown: str
    forms: frozenset[str]
    korean: tuple[str, ...]
    small: bool
    known: bool
    strange: bool = False

    def means_one_of(self, forms: frozenset[str], korean: Sequence[str]) -> bool:
        return bool(self.forms & forms) or means_any(self.korean, *korean)


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of an answer, what they are in English, and the forms of that."""

    words: tuple[HeardWord, ...]
    english: tuple[str, ...]
    forms: frozenset[str]

    @classmethod
    def of(cls, text: str, glossary: Glossary) -> "Heard":
        typed = without_glued_endings(tokenize(text))
        read = (*typed, *glossary.read(text))
        english = tuple(dict.fromkeys(token.text for token in read if not token.hangul))
        forms = frozenset(form for word in english for form in forms_of(word))
        return cls(tuple(_word(token, glossary) for token in typed), english, forms)

    def has(self, word: str) -> bool:
        """Whether `word` itself is said, in any form, or in Korean."""
        heard = any(
            sounds_alike(bare, word) for one in self.words if not one.known for bare in one.korean
        )
        return (
            heard
            or bool(forms_of(word) & self.forms)
            or any(
                all(
                    any(means_any(one.korean, part) for one in self.words)
                    for part in korean.split("+")
                )
                for korean in korean_of(word)
            )
        )

    def says(self, word: str) -> bool:
        """Whether `word` is said, or something that means it."""
        return self.has(word) or any(all(map(self.has, said)) for said in said_for(word))


def _word(token: Token, glossary: Glossary) -> HeardWord:
    if not token.hangul:
        small = token.text in FUNCTION_WORDS or token.text in KIND_NOUNS
        return HeardWord(token.text, forms_of(token.text), (), small, known=True)
    bare_words = without_ending(token.text)
    english = [one.text for one in glossary.canonical([token]) if not one.hangul]
    forms = frozenset(form for word in english for form in forms_of(word))
    known = bool(english) or any(map(has_meaning, bare_words))
    filler = is_small(token)
    small = filler or not known or (bool(forms) and forms <= _KIND_FORMS)
    return HeardWord(token.shown, forms, bare_words, small, known, not (known or filler))


def means_any(bare_words: Sequence[str], *korean: str) -> bool:
    return any(means(bare, one) for bare in bare_words for one in korean)
