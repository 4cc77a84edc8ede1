"""Translation files: the texts of items that exist in English, by their ids."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from study_app.bank.fields import Fields, describe, read_text
from study_app.bank.problems import Source, shown, suggestion
from study_app.bank.tree import MappingNode, Node, ScalarNode, SequenceNode, Written
from study_app.learning.items import Card, Question
from study_app.learning.texts import texts

SIDES = ("left", "right")
HASH = re.compile("[0-9a-f]{8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Overlay:
    """The translation of one item: texts by path, as `learning.texts` names them.

    `of` is the hash of the English texts that were translated.
    """

    of: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayFile:
    """The translation of one topic; `items` goes by full id."""

    topic: str
    title: str
    items: Mapping[str, Written[Overlay]]
    node: MappingNode
    source: Source


def read_overlay(root: Node, stem: str, source: Source) -> OverlayFile | None:
    """The translation in a file whose name without `.yaml` is `stem`; None if it is none."""
    if not isinstance(root, MappingNode):
        source.refuse(
            root, f"a translation is a mapping with the field 'topic', not {describe(root)}"
        )
        return None
    fields = Fields(root, source)
    topic = fields.name("topic")
    if topic and topic != stem:
        source.refuse(root.values["topic"], f"topic {shown(topic)} belongs in {topic}.yaml")
    items: dict[str, Written[Overlay]] = {}
    file = OverlayFile(
        topic=stem, title=fields.text("title"), items=items, node=root, source=source
    )
    for section in ("cards", "questions"):
        for node in fields.mappings(section):
            _read_item(items, file.topic, Fields(node, source))
    fields.finish()
    return file


def refuse_unfitting(overlay: Written[Overlay], item: Card | Question) -> None:
    """Refuse translated texts that `item` does not have."""
    known = texts(item)
    for path in overlay.value.texts:
        if path not in known:
            overlay.source.refuse(
                place_of(overlay.node, path),
                f"the English {shown(item.id)} has no text {shown(path)}{suggestion(path, known)}",
            )


def place_of(node: MappingNode, path: str) -> Node:
    """Where the text `path` of an item stands, or the nearest place around it."""
    place: Node = node
    for step in path.split("."):
        match place:
            case MappingNode():
                place = place.values.get(step, place)
            case SequenceNode() if step in SIDES and len(place.items) == len(SIDES):
                place = place.items[SIDES.index(step)]
            case _:
                return place
    return place


def _read_item(items: dict[str, Written[Overlay]], topic: str, fields: Fields) -> None:
    """Every field beside `id` and `of` is a text or has texts in it, whatever its name."""
    source, problems = fields.source, len(fields.source.problems)
    name = fields.name("id")
    of = fields.text("of")
    if of and not HASH.fullmatch(of):
        source.refuse(fields.node.values["of"], f"'of' must be 8 hex digits, not {shown(of)}")
    found: dict[str, str] = {}
    for field, value in fields.node.values.items():
        if field not in ("id", "of"):
            _collect(value, field, found, source)
    full = f"{topic}/{name}"
    if full in items:
        source.refuse(fields.node.values["id"], f"duplicate id {shown(name)}")
    elif len(source.problems) == problems:
        items[full] = Written(Overlay(of, found), fields.node, source)


def _collect(node: Node, path: str, found: dict[str, str], source: Source) -> None:
    match node:
        case ScalarNode():
            found[path] = read_text(node, source, shown(path))
        case MappingNode():
            for step, part in node.values.items():
                _collect(part, f"{path}.{step}", found, source)
        case SequenceNode() if len(node.items) == len(SIDES):
            for side, part in zip(SIDES, node.items, strict=True):
                _collect(part, f"{path}.{side}", found, source)
        case SequenceNode():
            source.refuse(node, f"{shown(path)} must be a list of two texts: [left, right]")
        case _:
            assert_never(node)
