"""Walks over everything that was read and runs each check."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar, assert_never

from study_app.bank.bank import Overlay
from study_app.bank.checking.duplicates import refuse_near_duplicates
from study_app.bank.checking.giveaways import refuse_giveaways, refuse_unasked_cards
from study_app.bank.checking.quality import (
    answer_texts,
    refuse_markup,
    refuse_misgraded,
    refuse_provenance,
    refuse_same_texts,
    refuse_split_list,
    refuse_unknown_skills,
    refuse_untaught,
)
from study_app.bank.checking.worked_draws import (
    Workings,
    refuse_bad_draws,
    refuse_same_when_translated,
)
from study_app.bank.computed import refuse_keyless, refuse_unexpected
from study_app.bank.contents import Layer, glossary_of, topic_files
from study_app.bank.loading import bank_of
from study_app.bank.problems import quoted_text, suggestion
from study_app.bank.reading.blueprints import Skills, refuse_unknown_moves
from study_app.bank.reading.glossary import refuse_two_meanings
from study_app.bank.reading.overlays import OverlayFile, refuse_unfitting
from study_app.bank.reading.topics import TopicFile
from study_app.bank.reading.tree import Located, place_of
from study_app.grading.grader import Grader
from study_app.learning.material.items import Asking, Card, Question, Template
from study_app.learning.material.scenarios import Scenario
from study_app.learning.material.texts import texts, with_texts

ValueT = TypeVar("ValueT")


def examine(below: Sequence[Layer], layers: Sequence[Layer], today: date) -> None:
    """Check the valid items of `layers`; problems are added to the sources of the items.

    It may refer to what lies in the layers `below`, which are not checked themselves.
    """
    every = [*below, *layers]
    bank, skills = bank_of(every), _skills(every)
    for layer in layers:
        for blueprint in _sound(layer.blueprints):
            refuse_unknown_moves(blueprint, skills)
        for scenario in _sound(layer.scenarios):
            _examine_scenario(scenario)
    terms = refuse_two_meanings(glossary_of(every))
    grader = replace(bank, glossary={term.en: term for term in terms}).grader()
    workings = Workings()
    for file in topic_files(layers):
        _examine_topic(file, today, skills, grader, bank.scenarios, bank.cards, workings)
    asked_cards = {question.card for question in bank.questions.values() if question.card}
    for file in topic_files(layers):
        refuse_giveaways(file)
        # A question that could not be read would make its card look unasked.
        if not file.source.problems:
            refuse_unasked_cards(file, asked_cards)
    # Of the same id that of a later folder counts, so the two are never asked side by side.
    asked = {key: one for file in topic_files(layers) for key, one in file.questions.items()}
    refuse_near_duplicates(list(asked.values()))
    for index, layer in enumerate(layers, start=1):
        # A translation belongs to the English in its own folder or below, not to what a later
        # folder puts in its place.
        english = _English([*below, *layers[:index]], workings)
        for overlays in layer.overlays.values():
            for overlay in overlays.values():
                english.examine(overlay)


class _English:
    """What a translation can translate."""

    def __init__(self, layers: Sequence[Layer], workings: Workings) -> None:
        bank = bank_of(layers)
        self._workings = workings
        self._items: dict[str, Card | Asking] = {**bank.cards, **bank.questions}
        self._topics = {topic for layer in layers for topic in layer.topics}
        self._unreadable = {
            topic for layer in layers for topic, file in layer.topics.items() if file is None
        }
        self._broken = {item_id for file in topic_files(layers) for item_id in file.broken}

    def examine(self, file: OverlayFile) -> None:
        if file.topic not in self._topics:
            hint = suggestion(file.topic, self._topics)
            place = place_of(file.node, "topic")
            file.source.refuse(
                place,
                "there is no English topic {name}{hint}",
                name=quoted_text(file.topic),
                hint=hint,
            )
            return
        refuse_markup({"title": file.title}, file.node, file.source)
        for item_id, overlay in file.items.items():
            item = self._items.get(item_id)
            if item is not None:
                refuse_unfitting(overlay, item)
                refuse_markup(overlay.value.texts, overlay.node, overlay.source)
                self._examine_translation(item, overlay)
            elif item_id not in self._broken and file.topic not in self._unreadable:
                hint = suggestion(item_id, self._items)
                place = overlay.node.values["id"]
                file.source.refuse(
                    place, "there is no English {name}{hint}", name=quoted_text(item_id), hint=hint
                )

    def _examine_translation(self, item: Card | Asking, overlay: Located[Overlay]) -> None:
        match item:
            case Question():
                form = with_texts(item, overlay.value.texts).form
                refuse_same_texts(form, overlay.node, overlay.source)
            case Template():
                translated = with_texts(item, overlay.value.texts)
                refuse_same_when_translated(item, translated, overlay, self._workings)
            case Card():
                pass
            case _:
                assert_never(item)


def _examine_scenario(scenario: Located[Scenario]) -> None:
    refuse_unexpected(scenario)
    title = {f"title.{language}": text for language, text in scenario.value.title.items()}
    text = {f"text.{language}": text for language, text in scenario.value.text.items()}
    refuse_markup(title | text, scenario.node, scenario.source)


def _examine_topic(
    file: TopicFile,
    today: date,
    skills: Skills,
    grader: Grader,
    scenarios: Mapping[str, Scenario],
    cards: Mapping[str, Card],
    workings: Workings,
) -> None:
    refuse_markup({"title": file.title}, file.node, file.source)
    items: list[Located[Card | Asking]] = [*file.cards.values(), *file.questions.values()]
    for written in items:
        refuse_provenance(written, today)
        refuse_unknown_skills(written, skills)
        refuse_markup(texts(written.value), written.node, written.source)
    for written in file.questions.values():
        node, source = written.node, written.source
        match written.value:
            case Question() as question:
                refuse_markup(answer_texts(question.form), node, source)
                refuse_same_texts(question.form, node, source)
                refuse_split_list(Located(question, node, source))
                card = cards.get(question.card or "")
                if card is not None:
                    refuse_untaught(Located(question, node, source), card)
                keyed = refuse_keyless(Located(question, node, source), scenarios)
                if keyed is not None:
                    refuse_misgraded(Located(keyed, node, source), grader)
            case Template() as template:
                refuse_bad_draws(Located(template, node, source), grader, workings)


def _skills(layers: Iterable[Layer]) -> Skills:
    return {
        blueprint: None if written is None else frozenset(one.id for one in written.value.skills())
        for layer in layers
        for blueprint, written in layer.blueprints.items()
    }


def _sound(written: Mapping[str, Located[ValueT] | None]) -> Iterator[Located[ValueT]]:
    return (one for one in written.values() if one is not None)
