"""The contents of several folders, with source positions. Folders are layered: an item in a later
folder replaces the one with the same id.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import assert_never

from study_app.bank.problems import ContentProblem, SourceFile, quoted_text, shown_path, suggestion
from study_app.bank.reading.blueprints import read_blueprint
from study_app.bank.reading.files import read_file
from study_app.bank.reading.glossary import read_glossary_entries
from study_app.bank.reading.layout import ContentFile, Role, content_files
from study_app.bank.reading.overlays import OverlayFile, read_overlay
from study_app.bank.reading.scenarios import read_scenarios
from study_app.bank.reading.topics import TopicFile, read_topic
from study_app.bank.reading.tree import Located, MappingNode, Node, parse, place_of
from study_app.grading.terms.entry import Entry
from study_app.learning.material.blueprint import Blueprint
from study_app.learning.material.items import computed_of
from study_app.learning.material.scenarios import Scenario


@dataclass(slots=True)
class Layer:
    """What one path holds, by id. None stands for an entry with problems.

    `overlays` go by language, then by topic.
    """

    path: Path
    blueprints: dict[str, Located[Blueprint] | None] = field(default_factory=dict)
    scenarios: dict[str, Located[Scenario] | None] = field(default_factory=dict)
    topics: dict[str, TopicFile | None] = field(default_factory=dict)
    overlays: dict[str, dict[str, OverlayFile]] = field(default_factory=dict)
    glossary: tuple[Located[Entry], ...] = ()


def read_layers(
    paths: Sequence[Path], problems: list[ContentProblem], below: Sequence[Layer] = ()
) -> list[Layer]:
    """One layer a path, folder or single file, in the given order. Problems go to `problems`.

    What is read may refer to what lies in the layers `below`.
    """
    layers = [Layer(path) for path in paths]
    for layer in layers:
        for file in content_files(layer.path, problems):
            source = SourceFile(shown_path(file.path), problems)
            text = read_file(file.path, source)
            root = None if text is None else parse(text, source)
            _add(layer, file, root, source)
    _refuse_dangling(layers, below)
    return layers


def glossary_of(layers: Iterable[Layer]) -> list[Located[Entry]]:
    """The terms of all layers; one of a later layer replaces an earlier with the same name."""
    terms: dict[str, Located[Entry]] = {}
    for layer in layers:
        for written in layer.glossary:
            terms.pop(written.value.en, None)
            terms[written.value.en] = written
    return list(terms.values())


def topic_files(layers: Iterable[Layer]) -> Iterator[TopicFile]:
    return (file for layer in layers for file in layer.topics.values() if file is not None)


def _add(layer: Layer, file: ContentFile, root: Node | None, source: SourceFile) -> None:
    stem = file.path.stem
    match file.role:
        case Role.EXAM:
            layer.blueprints[stem] = None if root is None else read_blueprint(root, stem, source)
        case Role.SCENARIO:
            if root is not None:
                layer.scenarios |= read_scenarios(root, source, layer.scenarios)
        case Role.TOPIC:
            layer.topics[stem] = None if root is None else read_topic(root, stem, source)
        case Role.TRANSLATION:
            overlay = None if root is None else read_overlay(root, stem, source)
            if overlay is not None:
                layer.overlays.setdefault(file.language, {})[stem] = overlay
        case Role.GLOSSARY:
            if root is not None:
                layer.glossary = read_glossary_entries(root, source)
        case _:
            assert_never(file.role)


def _refuse_dangling(layers: Sequence[Layer], below: Sequence[Layer]) -> None:
    """Refuse cards and questions that refer to a missing scenario or card."""
    every = [*below, *layers]
    scenarios = {key: one is not None for layer in every for key, one in layer.scenarios.items()}
    cards = {card_id for file in topic_files(every) for card_id in (*file.cards, *file.broken)}
    for file in topic_files(layers):
        for card in file.cards.values():
            scenario = card.value.scenario
            if scenario is not None and scenario not in scenarios:
                _refuse_scenario(card.node, "scenario", scenario, scenarios, file.source)
        for question in file.questions.values():
            card_id = question.value.card
            if card_id is not None and card_id not in cards:
                name = card_id.partition("/")[2]
                known = (known.partition("/")[2] for known in file.cards)
                place = question.node.values["card"]
                file.source.refuse(
                    place,
                    "unknown card {name}{hint}",
                    name=quoted_text(name),
                    hint=suggestion(name, known),
                )
            computed = computed_of(question.value)
            if computed is None or scenarios.get(computed.scenario):
                continue
            path = "answer.scenario"
            if computed.scenario in scenarios:
                file.source.refuse(
                    place_of(question.node, path),
                    "scenario {name} has problems; fix them first",
                    name=quoted_text(computed.scenario),
                )
            else:
                _refuse_scenario(question.node, path, computed.scenario, scenarios, file.source)


def _refuse_scenario(
    node: MappingNode, path: str, name: str, known: Collection[str], source: SourceFile
) -> None:
    source.refuse(
        place_of(node, path),
        "unknown scenario {name}{hint}",
        name=quoted_text(name),
        hint=suggestion(name, known),
    )
