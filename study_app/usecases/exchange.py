"""What goes out to a file: which cards and questions, in which language, with which numbers."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from study_app.exchange.sheet import Chapter, Remembered, written_down
from study_app.learning.choosing.practice import Only, has_history
from study_app.learning.log.events import Subject
from study_app.learning.material.items import Card, Question
from study_app.learning.material.texts import texts, with_texts
from study_app.usecases.study import Study
from study_app.words.language import Language

ItemT = TypeVar("ItemT", Card, Question)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: all topics where none is named, everything where `only` is None.

    `seed` draws the numbers of worked questions: the same seed, the same file. `apart` keeps
    English and Korean apart and adds what is remembered, for a format that has a place for each.
    """

    topics: Collection[str] = ()
    only: Only | None = None
    seed: int = 0
    apart: bool = False


def chapters(study: Study, wanted: Wanted, language: Language) -> Sequence[Chapter]:
    """The chapters in the order of study; one that has nothing is left out."""
    found = (_chapter(study, topic, wanted, language) for topic in _topics(study, wanted))
    return [chapter for chapter in found if chapter.cards or chapter.questions]


def _topics(study: Study, wanted: Wanted) -> Iterable[str]:
    return (topic for topic in study.bank.topics if not wanted.topics or topic in wanted.topics)


def _chapter(study: Study, topic_id: str, wanted: Wanted, language: Language) -> Chapter:
    bank = study.bank
    topic = bank.topics[topic_id]
    questions = [
        question
        for question in _drawn(study, topic.question_ids, wanted.seed)
        if has_history(question.id, wanted.only, study.history)
    ]
    taught = {question.card for question in questions}
    cards = [
        card
        for card in bank.cards_of(topic)
        if wanted.only is None or card.id in taught or _is_noted(study, card, wanted.only)
    ]
    title = " / ".join(dict.fromkeys(bank.topic_title(topic_id, one) for one in language.read))
    if not wanted.apart:
        said = [_said(study, question, language) for question in questions]
        spoken = tuple(_said(study, card, language) for card in cards)
        return Chapter(topic_id, title, spoken, tuple(map(written_down, said)))
    items: list[Card | Question] = [*cards, *questions]
    korean = (_korean(study, item) for item in items)
    return Chapter(
        topic_id,
        title,
        tuple(cards),
        tuple(map(written_down, questions)),
        {one.id: one for one in korean if one is not None},
        dict(_remembered(study, items)),
    )


def _korean(study: Study, item: Card | Question) -> Card | Question | None:
    """None where there is no translation, or it is not of the English of today."""
    if study.bank.is_stale(item.id, "ko"):
        return None
    if isinstance(item, Card):
        return study.bank.translated(item, "ko")
    found = study.bank.translated(item, "ko")
    return None if found is None else written_down(found)


def _remembered(study: Study, items: Iterable[Card | Question]) -> Iterator[tuple[str, Remembered]]:
    """What is remembered of the card of each item, where it was begun."""
    retention = study.goal.retention
    for item in items:
        card = item.card if isinstance(item, Question) else item.id
        memory = study.history.memories.get(card or "")
        if memory is None:
            continue
        scheduled = memory.scheduled(retention)
        due = scheduled.due.date()
        yield (
            item.id,
            Remembered(
                scheduled,
                interval=(due - memory.last.day).days,
                due_in=(due - study.day).days,
                reviews=memory.reviews,
                lapses=memory.lapses,
                retention=retention,
            ),
        )


def _drawn(study: Study, ids: Iterable[str], seed: int) -> Iterator[Question]:
    return (study.bank.asked(item, seed, 0) for item in ids)


def _said(study: Study, item: ItemT, language: Language) -> ItemT:
    """`item` in the learner's language; in both, each text is followed by its Korean."""
    spoken = study.translations(item, language)
    if len(spoken) < 2:
        return spoken[0]
    first, second = spoken
    other = texts(second)
    both = {
        path: text if text == other.get(path, text) else _joined(path, text, other[path])
        for path, text in texts(first).items()
    }
    return with_texts(first, both)


def _joined(path: str, first: str, second: str) -> str:
    is_block = path in {"prompt", "body", "why"} or path.endswith(".why")
    return f"{first}\n\n{second}" if is_block else f"{first} / {second}"


def _is_noted(study: Study, card: Card, only: Only) -> bool:
    return only is Only.NOTED and bool(study.history.wishes.note(Subject.CARD, card.id))
