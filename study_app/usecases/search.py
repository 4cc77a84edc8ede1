"""Search over all cards and questions, and the learner's notes on them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, assert_never

from study_app.bank.bank import Bank
from study_app.learning.log.events import Subject
from study_app.learning.material.items import Asking, Card, Question, Template
from study_app.learning.material.texts import texts
from study_app.learning.searching import Document, Index, SearchQuery, passage
from study_app.usecases.study import Study
from study_app.worked.filling import PLACEHOLDER

_PARAGRAPHS: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: `passage` is Markdown, the text that has the words or the first one."""

    item: str
    subject: Subject
    title: str
    passage: str

    @property
    def is_card(self) -> bool:
        return self.subject is Subject.CARD


class Search:
    """Everything that can be found. Made once; what is noted later is found as well."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._index = Index(_documents(study))

    def __len__(self) -> int:
        """How many cards and questions there are."""
        return len(self._index)

    def find(self, query: SearchQuery, subject: Subject | None = None) -> Sequence[Document]:
        """All that has every word, the best first; cards or questions alone where asked for."""
        found = self._index.find(query, self._notes())
        return [one for one in found if subject in {None, one.subject}]

    def hit(self, document: Document, query: SearchQuery) -> Hit:
        """How a document is shown, in the learner's language where that has the words."""
        note = self._study.history.wishes.note(document.subject, document.item)
        languages = self._study.settings.language.read
        title, text = passage(document, query, languages, note)
        return Hit(document.item, document.subject, title, text)

    def _notes(self) -> Mapping[tuple[Subject, str], str]:
        notes = self._study.history.wishes.notes
        return {named: text for named, (_, text) in notes.items() if text}


def _documents(study: Study) -> Iterator[Document]:
    bank = study.bank
    for topic in bank.topics.values():
        for card in bank.cards_of(topic):
            yield _document(card, _korean(bank, card))
        for question in bank.questions_of(topic):
            yield _document(question, _korean(bank, question))


def _korean(bank: Bank, item: Card | Asking) -> Card | Asking | None:
    match item:
        case Card():
            return bank.translated(item, "ko")
        case Question():
            return bank.translated(item, "ko")
        case Template():
            return bank.translated(item, "ko")
        case _:
            assert_never(item)


def _document(item: Card | Asking, korean: Card | Asking | None) -> Document:
    translations = {"en": item} if korean is None else {"en": item, "ko": korean}
    subject = Subject.CARD if isinstance(item, Card) else Subject.QUESTION
    shown = {language: list(_shown(one)) for language, one in translations.items()}
    if subject is Subject.CARD:
        titles = {language: own[0] for language, own in shown.items()}
        return Document(item.id, subject, titles, {key: own[1:] for key, own in shown.items()})
    titles = {language: " ".join(own[0].split()) for language, own in shown.items()}
    return Document(item.id, subject, titles, shown)


def _shown(item: Card | Asking) -> Iterator[str]:
    """The texts that may be seen before an answer, by paragraphs; the title or prompt first."""
    for path, text in texts(item).items():
        if isinstance(item, Card) and path == "title":
            yield text
        elif isinstance(item, Card) or path == "prompt" or not _tells(path):
            seen = PLACEHOLDER.sub("…", text) if isinstance(item, Template) else text
            yield from filter(None, map(str.strip, _PARAGRAPHS.split(seen)))


def _tells(path: str) -> bool:
    """Whether a text of a question, by its path, is shown with its answer only."""
    first, _, rest = path.partition(".")
    return first not in {"items", "pairs"} and not (first == "options" and rest.endswith(".text"))
