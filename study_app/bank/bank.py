"""The bank: all content as values, by id and in the order of study."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from study_app.bank.contents import Layer, read_layers
from study_app.bank.overlays import Overlay
from study_app.bank.problems import ContentError, Problem, shown, suggestion
from study_app.bank.scenarios import Scenario
from study_app.bank.topics import TopicFile
from study_app.bank.tree import Written
from study_app.learning.blueprint import Blueprint
from study_app.learning.grading.glossary import Entry, Glossary
from study_app.learning.grading.grader import Grader
from study_app.learning.grading.known_terms import KnownTerms
from study_app.learning.items import Answer, Card, Question, Topic, Typed
from study_app.learning.texts import text_hash, with_texts

ItemT = TypeVar("ItemT", Card, Question)
ValueT = TypeVar("ValueT")

LAST = 10_000
"""Topics without a position come after all others."""


class UnknownId(LookupError):
    """An id that the bank does not have; the message names the nearest that it has."""


@dataclass(frozen=True, slots=True)
class Translation:
    """One language: topic titles by topic, overlays by full item id."""

    titles: Mapping[str, str]
    overlays: Mapping[str, Overlay]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """`topics` are in the order of study; `cards` and `questions` go by full id, in that order.

    `translations` go by language (`ko`).
    """

    topics: Mapping[str, Topic]
    cards: Mapping[str, Card]
    questions: Mapping[str, Question]
    blueprints: Mapping[str, Blueprint]
    scenarios: Mapping[str, Scenario]
    translations: Mapping[str, Translation]
    glossary: tuple[Entry, ...]

    def topic(self, topic_id: str) -> Topic:
        return _found(self.topics, topic_id, "topic")

    def card(self, card_id: str) -> Card:
        return _found(self.cards, card_id, "card")

    def question(self, question_id: str) -> Question:
        return _found(self.questions, question_id, "question")

    def scenario(self, scenario_id: str) -> Scenario:
        return _found(self.scenarios, scenario_id, "scenario")

    def topic_title(self, topic_id: str, language: str) -> str:
        """The title in `language`, in English where it is not translated."""
        title = self.topic(topic_id).title
        translation = self.translations.get(language)
        return title if translation is None else translation.titles.get(topic_id, title)

    def translated(self, item: ItemT, language: str) -> ItemT | None:
        """`item` with the texts of `language`; None where it has no translation."""
        overlay = self._overlay(item.id, language)
        return None if overlay is None else with_texts(item, overlay.texts)

    def is_stale(self, item_id: str, language: str) -> bool:
        """Whether the English text has changed since it was translated."""
        overlay = self._overlay(item_id, language)
        return overlay is not None and overlay.of != text_hash(self._item(item_id))

    def grader(self) -> Grader:
        """A grader that knows the terms of this bank. Takes a while: build it once."""
        names = (name for blueprint in self.blueprints.values() for name in blueprint.services)
        return Grader(KnownTerms.of(self.answers(), names), Glossary(self.glossary))

    def answers(self) -> Iterable[Answer]:
        """The keys of all typed questions."""
        return (
            question.form.answer
            for question in self.questions.values()
            if isinstance(question.form, Typed)
        )

    def _item(self, item_id: str) -> Card | Question:
        card = self.cards.get(item_id)
        return self.question(item_id) if card is None else card

    def _overlay(self, item_id: str, language: str) -> Overlay | None:
        translation = self.translations.get(language)
        return None if translation is None else translation.overlays.get(item_id)


def load(folders: Sequence[Path]) -> Bank:
    """The bank in `folders`; what a later one has under the same id replaces the earlier.

    Raises ContentError with everything that keeps the content from being used. `check` finds
    more: what can be shown and still ought to be mended.
    """
    problems: list[Problem] = []
    layers = read_layers(folders, problems)
    if problems:
        raise ContentError(problems)
    return bank_of(layers)


def bank_of(layers: Sequence[Layer]) -> Bank:
    """What is sound in `layers`, as values."""
    topics: dict[str, Topic] = {}
    positions: dict[str, int] = {}
    blueprints: dict[str, Blueprint] = {}
    scenarios: dict[str, Scenario] = {}
    glossary: dict[str, Entry] = {}
    for layer in layers:
        blueprints |= _values(layer.blueprints)
        scenarios |= _values(layer.scenarios)
        glossary |= {written.value.en: written.value for written in layer.glossary}
        for topic_id, file in layer.topics.items():
            if file is not None:
                topics[topic_id] = _laid_over(topics.get(topic_id), file)
                if file.position is not None:
                    positions[topic_id] = file.position
    ordered = sorted(topics.values(), key=lambda topic: (positions.get(topic.id, LAST), topic.id))
    return Bank(
        topics={topic.id: topic for topic in ordered},
        cards={card.id: card for topic in ordered for card in topic.cards},
        questions={question.id: question for topic in ordered for question in topic.questions},
        blueprints=blueprints,
        scenarios=scenarios,
        translations=_translations(layers),
        glossary=tuple(glossary.values()),
    )


def _laid_over(earlier: Topic | None, file: TopicFile) -> Topic:
    """`file` over the same topic of earlier folders: its header counts, and each of its items."""
    cards = {card.id: card for card in earlier.cards} if earlier else {}
    questions = {question.id: question for question in earlier.questions} if earlier else {}
    return Topic(
        id=file.id,
        title=file.title,
        services=file.services,
        cards=tuple((cards | _values(file.cards)).values()),
        questions=tuple((questions | _values(file.questions)).values()),
    )


def _translations(layers: Sequence[Layer]) -> dict[str, Translation]:
    titles: dict[str, dict[str, str]] = {}
    overlays: dict[str, dict[str, Overlay]] = {}
    for layer in layers:
        for language, files in layer.overlays.items():
            for topic_id, file in files.items():
                titles.setdefault(language, {})[topic_id] = file.title
                overlays.setdefault(language, {}).update(_values(file.items))
    return {language: Translation(titles[language], overlays[language]) for language in titles}


def _values(written: Mapping[str, Written[ValueT] | None]) -> dict[str, ValueT]:
    return {key: one.value for key, one in written.items() if one is not None}


def _found(values: Mapping[str, ValueT], key: str, what: str) -> ValueT:
    try:
        return values[key]
    except KeyError:
        raise UnknownId(f"there is no {what} {shown(key)}{suggestion(key, values)}") from None
