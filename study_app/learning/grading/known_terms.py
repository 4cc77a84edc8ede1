"""Steps 3 and 9: every term that the bank knows, so that no tolerance leads into another one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from study_app.learning.grading.cleaning import clean, squash
from study_app.learning.grading.glossary import Glossary
from study_app.learning.grading.tokens import Token, tokenise
from study_app.learning.grading.words import stem
from study_app.learning.items import Answer, AnswerKind

_MAKERS = ("amazon ", "aws ")
_LONGEST_TERM = 6


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
            for token in tokenise(clean(term)):
                yield token.text
        for term in self.elements:
            for token in tokenise(clean(term)):
                yield token.text


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a known term is: its text to show, the groups it belongs to, whether a service."""

    shown: str
    groups: frozenset[int]
    service: bool = False


Words = tuple[str, ...]


class TermIndex:
    """Looks terms up by their squashed text and by their words in English."""

    __slots__ = ("_by_length", "_by_text", "_by_words", "_glossary", "_texts")

    def __init__(self, terms: KnownTerms, glossary: Glossary) -> None:
        self._glossary = glossary
        self._by_text: dict[str, Meaning] = {}
        self._by_words: dict[Words, Meaning] = {}
        numbered = [(term, number) for number, group in enumerate(terms.groups) for term in group]
        first_free = len(terms.groups)
        for term, number in numbered:
            self._add(term, number, contained=True, service=False)
        for number, term in enumerate(terms.elements, first_free):
            self._add(term, number, contained=False, service=False)
        first_free += len(terms.elements)
        for number, term in enumerate(terms.names, first_free):
            self._add(term, number, contained=True, service=True)
        by_length: defaultdict[int, list[str]] = defaultdict(list)
        for text in self._by_text:
            by_length[len(text)].append(text)
        self._by_length = dict(by_length)
        self._texts = tuple(self._by_text)

    def of_text(self, text: str) -> Meaning | None:
        """The term that `text` is, once case, blanks, punctuation and the maker are dropped."""
        return self._by_text.get(squash(without_maker(text)))

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
        """Known terms that are more similar to the squashed `text` than `above` (0..1)."""
        for found, _, _ in process.extract(
            text,
            self._texts,
            scorer=OSA.normalized_similarity,
            score_cutoff=above + 1e-9,
            limit=5,
        ):
            yield self._by_text[found]

    def _add(self, term: str, group: int, *, contained: bool, service: bool) -> None:
        text = without_maker(clean(term))
        key = squash(text)
        if not key:
            return
        self._by_text[key] = _joined(self._by_text.get(key), text, group, service=service)
        if contained:
            words = english_words(self._glossary.canonical(tokenise(text)))
            known = self._by_words.get(words)
            self._by_words[words] = _joined(known, text, group, service=service)


def english_words(tokens: Sequence[Token]) -> Words:
    return tuple(stem(token.text) for token in tokens)


def without_maker(text: str) -> str:
    """`text` without Amazon or AWS before it."""
    lowered = text.casefold()
    for maker in _MAKERS:
        if lowered.startswith(maker):
            return text[len(maker) :].lstrip()
    return text


def _joined(known: Meaning | None, text: str, group: int, *, service: bool) -> Meaning:
    if known is None:
        return Meaning(text, frozenset({group}), service)
    return Meaning(known.shown, known.groups | {group}, known.service or service)


def _with_bracket(name: str) -> tuple[str, ...]:
    outer, bracket, inner = name.partition(" (")
    return (outer, inner.rstrip(")")) if bracket else (name,)
