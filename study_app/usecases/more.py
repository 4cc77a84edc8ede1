"""What a learner can do with a card or question besides answering it: notes, suspending, reports.

Every function that changes something raises `NotSaved` where that cannot be written.
"""

from dataclasses import dataclass

from study_app.learning.log.events import Noted, Subject, Suspended
from study_app.learning.material.items import Asking, Card, Question
from study_app.usecases.study import Study
from study_app.words.language import Language


@dataclass(frozen=True, slots=True)
class ItemRef:
    """A card or a question, by its id."""

    subject: Subject
    item: str


def note_on(study: Study, about: ItemRef) -> str:
    """The learner's note, Markdown; empty where there is none."""
    return study.history.wishes.note(about.subject, about.item)


def note_on_question(study: Study, question: str) -> str:
    return note_on(study, ItemRef(Subject.QUESTION, question))


def write_note(study: Study, about: ItemRef, text: str) -> None:
    """Save `text` as the note; an empty text deletes it."""
    text = text.strip()
    if text != note_on(study, about):
        study.record(Noted(**study.outside(), item=about.item, subject=about.subject, text=text))


def is_suspended(study: Study, about: ItemRef) -> bool:
    return study.history.wishes.is_suspended(about.subject, about.item)


def suspend(study: Study, about: ItemRef, *, on: bool) -> None:
    """Suspend a card or question, or restore it (not `on`)."""
    if is_suspended(study, about) is not on:
        study.record(Suspended(**study.outside(), item=about.item, subject=about.subject, on=on))


def suspended(study: Study) -> list[ItemRef]:
    """The suspended items that the content has, in study order."""
    bank = study.bank
    every = [
        *(ItemRef(Subject.CARD, card) for card in bank.cards),
        *(ItemRef(Subject.QUESTION, question) for question in bank.questions),
    ]
    return [about for about in every if is_suspended(study, about)]


def title_of(study: Study, about: ItemRef, language: Language) -> str:
    """The title of a card, or the prompt of a question as a list shows it."""
    if about.subject is Subject.CARD:
        return study.translations(study.bank.cards[about.item], language)[0].title
    return wording(study, about.item, language).prompt


def wording(study: Study, item: str, language: Language) -> Question:
    """The question `item` as a list shows it; one with drawn values has some of them."""
    return study.translations(study.bank.asked(item, 0, 0), language)[0]


def report(study: Study, about: ItemRef) -> str:
    """A report on an item for the content's maintainer: its id, its file and line, and its source
    URL, one per line.
    """
    from study_app.bank.whereabouts import whereabouts

    is_card = about.subject is Subject.CARD
    found: Card | Asking = (study.bank.cards if is_card else study.bank.questions)[about.item]
    place = whereabouts(about.item, "cards" if is_card else "questions", study.folders)
    lines = [f"{about.item} ({about.subject.value})", *([place] if place else []), found.source]
    return "\n".join(lines)
