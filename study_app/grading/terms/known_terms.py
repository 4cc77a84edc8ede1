"""Steps 3 and 9: every term that the bank knows, so that no tolerance leads into another one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from rapidfuzz import process
from rapidfuzz.distance import OSA

from study_app.grading.answer import Answer, AnswerKind
from study_app.grading.cleaning import clean, squash
from study_app.grading.terms.glossary import Glossary
from study_app.grading.tokens import Token, tokenize
from study_app.grading.wording.prefixes import without_maker, without_prefix
from study_app.grading.wording.stems import stem

_LONGEST_TERM = 6
_MOST_SIMILAR = 5


@dataclass(frozen=True, slots=True)
class KnownTerms:
    """`groups`: terms accepted together, which are synonyms. `elements`: parts of lists.

    `names` are services and other single terms that no question accepts.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    elements: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, answers: Iterable[Answer], names: Iterable[str] = ()) -> "KnownTerms":
        """The terms of all `answers`, accepted or confusable, and `names` (of services).

        Numbers are no terms. `Elastic Load Balancing (ELB)` counts as two names.
        """
        groups: dict[tuple[str, ...], None] = {}
        elements: dict[str, None] = {}
        for answer in answers:
            match answer.kind:
                case AnswerKind.TEXT | AnswerKind.CODE:
                    groups[answer.accept] = None
                    groups.update(dict.fromkeys((confusable,) for confusable in answer.confusables))
                case AnswerKind.LIST:
                    for accepted in answer.accept:
                        elements.update(dict.fromkeys(map(str.strip, accepted.split(","))))
                case AnswerKind.NUMBER:
                    pass
        single = dict.fromkeys(part for name in names for part in _with_bracket(name))
        return cls(tuple(groups), tuple(elements), tuple(single))

    def vocabulary(self) -> Iterator[str]:
        """Every single word of every term."""
        for term in (*(term for group in self.groups for term in group), *self.names):
            for token in tokenize(clean(term)):
                yield token.text
        for term in self.elements:
            for token in tokenize(clean(term)):
                yield token.text


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a known term is: its text to show and the groups it belongs to.

    `service`: it is the name of one. `asked`: a question accepts or confuses it, or it is a
    service; otherwise only the glossary has it.
    """

    shown: str
    groups: frozenset[int]
    service: bool
    asked: bool


Words = tuple[str, ...]


class TermIndex:
    """Looks terms up by their squashed text and by their words in English."""

    __slots__ = ("_by_length", "_by_text", "_by_words", "_glossary", "_places")

    def __init__(self, terms: KnownTerms, glossary: Glossary) -> None:
        self._glossary = glossary
        self._by_text: dict[str, Meaning] = {}
        self._by_words: dict[Words, Meaning] = {}
        numbered = [(term, number) for number, group in enumerate(terms.groups) for term in group]
        first_free = len(terms.groups)
        for term, number in numbered:
            self._add(term, Meaning(term, frozenset({number}), service=False, asked=True))
        in_english: dict[Words, int] = {}  # elements that are the same in English are one
        for number, term in enumerate(terms.elements, first_free):
            own = in_english.setdefault(english_of(term, glossary), number)
            meaning = Meaning(term, frozenset({own}), service=False, asked=True)
            self._add(term, meaning, contained=False)
        first_free += len(terms.elements)
        for number, term in enumerate(terms.names, first_free):
            self._add(term, Meaning(term, frozenset({number}), service=True, asked=True))
        first_free += len(terms.names)
        for number, entry in enumerate(glossary.entries, first_free):
            for term in (entry.en, *entry.also):
                if " " in term:
                    self._add(term, Meaning(term, frozenset({number}), service=False, asked=False))
        by_length: defaultdict[int, list[str]] = defaultdict(list)
        for text in self._by_text:
            by_length[len(text)].append(text)
        self._by_length = dict(by_length)
        self._places = {text: place for place, text in enumerate(self._by_text)}

    def of_text(self, text: str) -> Meaning | None:
        """The term that `text` is, once case, blanks, punctuation and the maker are dropped."""
        return self._by_text.get(squash(_bare(text)))

    def of_words(self, words: Sequence[str]) -> Meaning | None:
        """The term that these words (in English, each a stem) are."""
        return self._by_words.get(tuple(words))

    def within(self, words: Sequence[str]) -> Iterator[tuple[int, int, Meaning]]:
        """Every known term among `words`, longest first at each place: (start, end, meaning)."""
        for start in range(len(words)):
            for size in range(min(_LONGEST_TERM, len(words) - start), 0, -1):
                meaning = self._by_words.get(tuple(words[start : start + size]))
                if meaning is not None:
                    yield start, start + size, meaning
                    break

    def nearest(self, text: str, within: int) -> Iterator[tuple[str, Meaning]]:
        """Known terms at most `within` slips from the squashed `text`."""
        for length in range(len(text) - within, len(text) + within + 1):
            for found, _, _ in process.extract(
                text,
                self._by_length.get(length, ()),
                scorer=OSA.distance,
                score_cutoff=within,
                limit=5,
            ):
                yield found, self._by_text[found]

    def most_similar(self, text: str, above: float) -> Iterator[Meaning]:
        """Known terms that are more similar to the squashed `text` than `above` (0..1).

        The five most similar; of terms as similar the earlier. What differs more in length than
        two terms so similar may is not compared.
        """
        alike = [
            (-similarity, self._places[found], found)
            for length in range(ceil(len(text) * above), int(len(text) / above) + 1)
            for found, similarity, _ in process.extract(
                text,
                self._by_length.get(length, ()),
                scorer=OSA.normalized_similarity,
                score_cutoff=above + 1e-9,
                limit=_MOST_SIMILAR,
            )
        ]
        for *_, found in sorted(alike)[:_MOST_SIMILAR]:
            yield self._by_text[found]

    def _add(self, term: str, meaning: Meaning, *, contained: bool = True) -> None:
        text = _bare(clean(term))
        key = squash(text)
        if not key:
            return
        self._by_text[key] = _joined(self._by_text.get(key), meaning)
        if contained:
            words = english_of(text, self._glossary)
            self._by_words[words] = _joined(self._by_words.get(words), meaning)


@lru_cache(maxsize=16_384)
def _bare(text: str) -> str:
    return without_maker(without_prefix(text))


def english_words(tokens: Sequence[Token]) -> Words:
    return tuple(stem(token.text) for token in tokens)


@lru_cache(maxsize=16_384)
def english_of(text: str, glossary: Glossary) -> Words:
    """The words of a clean text in English, each as its stem."""
    return english_words(glossary.read(text))


def _joined(known: Meaning | None, meaning: Meaning) -> Meaning:
    if known is None:
        return meaning
    return Meaning(
        known.shown,
        known.groups | meaning.groups,
        known.service or meaning.service,
        known.asked or meaning.asked,
    )


def _with_bracket(name: str) -> tuple[str, ...]:
    outer, bracket, inner = name.partition(" (")
    return (outer, inner.rstrip(")")) if bracket else (name,)
