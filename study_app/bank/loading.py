"""From content folders to a bank."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from study_app.bank.bank import Bank, Overlay, Translation
from study_app.bank.contents import Layer, glossary_of, read_layers
from study_app.bank.places import shipped_content
from study_app.bank.problems import ContentError, ContentProblem
from study_app.bank.reading.glossary import refuse_two_meanings
from study_app.bank.reading.topics import TopicFile
from study_app.bank.reading.tree import Located
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import Asking, Card, Topic
from study_app.learning.material.scenarios import Scenario

ValueT = TypeVar("ValueT")

LAST = 10_000
"""Topics without a position come after all others."""


def load(folders: Sequence[Path]) -> Bank:
    """The bank in `folders`; what a later one has under the same id replaces the earlier.

    Raises ContentError with every problem that makes the content unusable. `check` finds more:
    content that works but should be fixed.
    """
    problems: list[ContentProblem] = []
    layers = read_layers(folders, problems)
    if sum(bool(layer.glossary) for layer in layers) > 1:
        refuse_two_meanings(glossary_of(layers))  # each may be sound and the two not fit together
    bank = bank_of(layers)
    for layer in layers:
        # What ships was checked before it shipped.
        if layer.path != shipped_content():
            _refuse_uncomputable(layer, bank)
    if problems:
        raise ContentError(problems)
    return bank


def _refuse_uncomputable(layer: Layer, bank: Bank) -> None:
    from study_app.bank.computed import refuse_uncomputable

    refuse_uncomputable(layer, bank.scenarios)


def bank_of(layers: Sequence[Layer]) -> Bank:
    """The valid items of `layers`, as values."""
    topics: dict[str, Topic] = {}
    positions: dict[str, int] = {}
    blueprints: dict[str, Blueprint] = {}
    scenarios: dict[str, Scenario] = {}
    cards: dict[str, Card] = {}
    questions: dict[str, Asking] = {}
    for layer in layers:
        blueprints |= _values(layer.blueprints)
        scenarios |= _values(layer.scenarios)
        for topic_id, file in layer.topics.items():
            if file is not None:
                topics[topic_id] = _laid_over(topics.get(topic_id), file)
                cards |= _values(file.cards)
                questions |= _values(file.questions)
                if file.position is not None:
                    positions[topic_id] = file.position
    ordered = sorted(topics.values(), key=lambda topic: (positions.get(topic.id, LAST), topic.id))
    return Bank(
        topics={topic.id: topic for topic in ordered},
        cards={key: cards[key] for topic in ordered for key in topic.card_ids},
        questions={key: questions[key] for topic in ordered for key in topic.question_ids},
        blueprints=blueprints,
        scenarios=dict(sorted(scenarios.items(), key=lambda one: one[1].position)),
        translations=_translations(layers),
        glossary={term.value.en: term.value for term in glossary_of(layers)},
    )


def _laid_over(earlier: Topic | None, file: TopicFile) -> Topic:
    """`file` over the same topic of earlier folders: its header counts, and each of its items."""
    cards, questions = (earlier.card_ids, earlier.question_ids) if earlier else ((), ())
    return Topic(
        id=file.id,
        title=file.title,
        services=file.services,
        card_ids=tuple(dict.fromkeys((*cards, *_values(file.cards)))),
        question_ids=tuple(dict.fromkeys((*questions, *_values(file.questions)))),
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


def _values(written: Mapping[str, Located[ValueT] | None]) -> dict[str, ValueT]:
    return {key: one.value for key, one in written.items() if one is not None}
