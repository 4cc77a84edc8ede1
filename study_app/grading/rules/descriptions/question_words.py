"""The words that a question gives: its prompt, its explanation and its card."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from study_app.grading.answer import Answer
from study_app.grading.cleaning import squash
from study_app.grading.description import Description
from study_app.grading.hangul.endings import without_ending
from study_app.grading.rules.descriptions.heard import HeardWord, forms_of
from study_app.grading.terms.glossary import Glossary
from study_app.grading.tokens import tokenize, without_glued_endings
from study_app.grading.tolerance import SHORTEST_NAME_WITHIN, SYLLABLES_OF_A_STEM
from study_app.grading.wording.meanings import korean_of, means
from study_app.grading.wording.small_words import LEADING_VERBS, PHRASE_BREAKS
from study_app.grading.wording.stems import root
from study_app.grading.wording.synonyms import said_for

# A sentence, an item of a list, a row of a table.
_BETWEEN = re.compile(r"(?<=[.;?!])\s+|\n\s*\n|\n\s*(?=[-*]|\d+\.)")
_ROW = re.compile(r"^[ ]*\|.*\|[ ]*$", re.MULTILINE)
_TRAP = re.compile(r"\W*(?:Trap|함정)\b")
_ASKED = re.compile(
    r"\b(?:which|what|(?:name|type|write) the)\s+(?P<what>(?:[\w-]+\W?\s+){0,5}[\w-]+)"
    r"|(?:어떤|어느|무슨)\s+(?P<korean>(?:\S+\s+){0,2}\S+)",
    re.IGNORECASE,
)
_VERBS = (PHRASE_BREAKS | LEADING_VERBS) - {"the", "a", "an", "aws", "set", "call", "pass"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of some texts, and those that people say for them.

    `forms` of English words, `synonyms` their roots. Of Korean words the first syllables:
    `openings` of what is written or meant, `syllables` of stems of one.
    """

    forms: frozenset[str]
    synonyms: frozenset[str]
    openings: frozenset[str]
    syllables: frozenset[str]

    @classmethod
    def of(cls, texts: Iterable[str], glossary: Glossary) -> "Wording":
        tokens = []
        for text in texts:
            tokens += without_glued_endings(tokenize(text))
            tokens += glossary.read(text)
        english = {token.text for token in tokens if not token.hangul}
        korean = {bare for token in tokens if token.hangul for bare in without_ending(token.text)}
        korean |= {part for word in english for one in korean_of(word) for part in one.split("+")}
        return cls(
            frozenset(form for word in english for form in forms_of(word)),
            frozenset(said[0] for word in english for said in said_for(word) if len(said) == 1),
            frozenset(one[:SYLLABLES_OF_A_STEM] for one in korean if len(one) > 1),
            frozenset(one for one in korean if len(one) == 1),
        )

    def has(self, word: HeardWord) -> bool:
        """Whether `word` is among these, in any form or language, or is said for one of them."""
        if self.says(word):
            return True
        return not word.korean and (
            root(word.shown) in self.synonyms
            or any(self.forms.issuperset(said) for said in said_for(word.shown))
        )

    def says(self, word: HeardWord) -> bool:
        """Whether `word` itself is among these, in any form or language."""
        if word.forms & self.forms:
            return True
        return any(one[:SYLLABLES_OF_A_STEM] in self.openings for one in word.korean) or any(
            means(one, stem) for one in word.korean for stem in self.syllables
        )


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """`asked`: by the prompt. `described`: by the sentences that describe the key, its own forms
    aside. `named`: by these forms. `card`: by the whole card. `kind`: the nouns that the prompt
    asks for (`tag` of "Which tag ...?")."""

    asked: Wording
    described: Wording
    named: Wording
    card: Callable[[], Wording]
    kind: Wording

    def has(self, word: HeardWord) -> bool:
        return self.described.has(word) or self.asked.has(word) or self.named.has(word)

    def adds(self, word: HeardWord) -> bool:
        """Whether the description has `word`, and neither the prompt nor the key has."""
        return self.described.has(word) and not (self.asked.says(word) or self.named.says(word))


@lru_cache(maxsize=4_096)
def question_words(
    answer: Answer, prompt: str, description: Description, glossary: Glossary
) -> QuestionWords:
    """The words around `answer`.

    Of the explanation, the sentences that speak of nothing it is confused with, unless they name
    the key, too; of the card, those that name it, or all but its trap where the title does.
    """
    names = frozenset(map(squash, answer.accept)) - {""}
    others = frozenset(map(squash, answer.confusables)) - {""}
    given = [
        one for one in _sentences(description.why) if _names(one, names) or not _names(one, others)
    ]
    for card in description.card:
        title, _, _ = card.partition("\n")
        about = _names(title, names)
        given += [
            one
            for one in _sentences((card,))
            if _names(one, names) or (about and not _names(one, others) and not _TRAP.match(one))
        ]
    own = re.compile(
        "|".join(map(re.escape, sorted(answer.accept, key=len, reverse=True))), re.IGNORECASE
    )
    return QuestionWords(
        Wording.of((prompt,), glossary),
        Wording.of((own.sub(" ", one) for one in given), glossary),
        Wording.of(answer.accept, glossary),
        cache(lambda: Wording.of(description.card, glossary)),  # few answers need it
        Wording.of(_kinds_asked(prompt), glossary),
    )


def _kinds_asked(prompt: str) -> Iterator[str]:
    """The nouns behind "which" and "what", up to the verb, or behind 어떤."""
    for found in _ASKED.finditer(prompt):
        said = (found["what"] or found["korean"]).casefold().split()
        yield " ".join(takewhile(lambda word: word not in _VERBS, said))


def _sentences(texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        found += _ROW.findall(text)
        found += _BETWEEN.split(_ROW.sub("\n\n", text))
    return [one for one in found if one.strip()]


def _names(sentence: str, names: frozenset[str]) -> bool:
    whole, parts = squash(sentence), frozenset(map(squash, sentence.split()))
    return any(name in (whole if len(name) >= SHORTEST_NAME_WITHIN else parts) for name in names)
