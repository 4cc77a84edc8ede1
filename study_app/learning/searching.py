"""Search over cards and questions: words in any order, in both languages, Korean by initials too.

Documents leave out what would give a key away: reasons, hints, accepted answers.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from study_app.learning.log.events import Subject

_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_FOR_EACH_INITIAL: Final = 588
_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_HAS_HANGUL: Final = re.compile("[ㄱ-ㅎ가-힣]")
_HAS_INITIAL: Final = re.compile(f"[{_INITIALS}]")


@dataclass(frozen=True, slots=True)
class Document:
    """The visible texts of a card or question, by language (`en`, `ko`).

    The title of a question is the start of its prompt. The order of texts has no meaning.
    """

    item: str
    subject: Subject
    titles: Mapping[str, str]
    texts: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class SearchQuery:
    """A search query. Every word must be found; without words nothing is."""

    text: str

    @cached_property
    def words(self) -> Sequence[str]:
        return tuple(dict.fromkeys(folded(self.text).split()))

    @cached_property
    def plain(self) -> Sequence[str]:
        """The words that stand in a text as they are."""
        return tuple(word for word in self.words if not _HAS_INITIAL.search(word))

    @cached_property
    def initials(self) -> Sequence[re.Pattern[str]]:
        """What the other words find."""
        return tuple(re.compile(_pattern(word)) for word in self.words if word not in self.plain)

    @cached_property
    def together(self) -> str:
        """The words as they were typed."""
        return " ".join(folded(self.text).split())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches any of the words."""
        longest_first = sorted(self.words, key=len, reverse=True)
        return re.compile("|".join(map(_pattern, longest_first)) or r"(?!)", re.IGNORECASE)


class Index:
    """Documents prepared for searching. `find` is fast, building the index takes a moment."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = tuple(documents)
        self._titles = [folded("\n".join(one.titles.values())) for one in self._documents]
        texts = [[folded(text) for text in _texts(one)] for one in self._documents]
        self._wholes = ["\n".join(own) for own in texts]
        self._hangul = ["\n".join(filter(_HAS_HANGUL.search, own)) for own in texts]
        """The text that initial consonants can match: far less than all of it."""

    def __len__(self) -> int:
        return len(self._documents)

    def find(
        self, query: SearchQuery, notes: Mapping[tuple[Subject, str], str] | None = None
    ) -> list[Document]:
        """Every document that contains each word, in its texts or the learner's note on it.

        Cards with the words in their titles come first, then those with the words together as
        typed, then the order of study.
        """
        if not query.words:
            return []
        plain, initials = query.plain, query.initials
        found = []
        for number, document in enumerate(self._documents):
            whole, hangul = self._wholes[number], self._hangul[number]
            if notes and (note := notes.get((document.subject, document.item))):
                whole, hangul = f"{whole}\n{folded(note)}", f"{hangul}\n{folded(note)}"
            if all(word in whole for word in plain) and all(
                pattern.search(hangul) for pattern in initials
            ):
                found.append((self._rank(query, number), document))
        return [document for _, document in sorted(found, key=lambda one: one[0])]

    def _rank(self, query: SearchQuery, number: int) -> tuple[int, bool, int]:
        """How many words are missing in the title of a card, whether they are apart, then its
        position."""
        document, title = self._documents[number], self._titles[number]
        if document.item == query.text.strip():
            return (-1, False, number)
        apart = query.together not in self._wholes[number]
        if document.subject is Subject.QUESTION:
            return (len(query.words), apart, number)
        missing = sum(word not in title for word in query.plain)
        missing += sum(pattern.search(title) is None for pattern in query.initials)
        return (missing, apart, number)


def passage(
    document: Document, query: SearchQuery, languages: Sequence[str], note: str = ""
) -> tuple[str, str]:
    """The title of a document, and the text with most of the words, in the first of `languages`
    that has them; the first text if only the title or the id has any.
    """
    title = next(
        (document.titles[one] for one in languages if one in document.titles),
        next(iter(document.titles.values())),
    )
    order = [*languages, *(one for one in document.texts if one not in languages)]
    texts = [text for one in order for text in document.texts.get(one, ())]
    if note:
        texts.append(note)
    patterns = [re.compile(_pattern(word), re.IGNORECASE) for word in query.words]

    def words_in(text: str) -> int:
        text = unicodedata.normalize("NFC", text)
        return sum(pattern.search(text) is not None for pattern in patterns)

    return title, max(texts, key=words_in, default="")


def folded(text: str) -> str:
    """`text` normalized for comparison: case-folded, with Hangul composed."""
    return unicodedata.normalize("NFC", text).casefold()


def _texts(document: Document) -> Iterable[str]:
    yield document.item
    yield from document.titles.values()
    for texts in document.texts.values():
        yield from texts


def _pattern(word: str) -> str:
    """The pattern for `word`: an initial consonant (ㄱ) also matches all of its syllables."""
    return "".join(map(_character, word))


def _character(character: str) -> str:
    place = _INITIALS.find(character)
    if place < 0:
        return re.escape(character)
    first = _SYLLABLES.start + place * _FOR_EACH_INITIAL
    return f"[{character}{chr(first)}-{chr(first + _FOR_EACH_INITIAL - 1)}]"
