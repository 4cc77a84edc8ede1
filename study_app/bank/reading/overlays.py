"""Translation files: the texts of items that exist in English, by their ids."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from study_app.bank.bank import Overlay
from study_app.bank.problems import SourceFile, quoted_text, suggestion
from study_app.bank.reading.fields import NodeFields, describe, read_text
from study_app.bank.reading.tree import (
    SIDES,
    Located,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    place_of,
)
from study_app.learning.material.items import Asking, Card, Template
from study_app.learning.material.texts import texts
from study_app.words.errors import error_text
from study_app.worked.filling import placeholders

HASH = re.compile("[0-9a-f]{8}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlayFile:
    """The translation of one topic; `items` goes by full id."""

    topic: str
    title: str
    items: Mapping[str, Located[Overlay]]
    node: MappingNode
    source: SourceFile


def read_overlay(root: Node, stem: str, source: SourceFile) -> OverlayFile | None:
    """The translation in a file whose name without `.yaml` is `stem`; None if it is none."""
    if not isinstance(root, MappingNode):
        source.refuse(
            root,
            "a translation must be a mapping with the field 'topic', not {found}",
            found=describe(root),
        )
        return None
    fields = NodeFields(root, source)
    topic = fields.name("topic")
    if topic and topic != stem:
        source.refuse(
            root.values["topic"],
            "topic {name} belongs in {file}.yaml",
            name=quoted_text(topic),
            file=topic,
        )
    items: dict[str, Located[Overlay]] = {}
    file = OverlayFile(
        topic=stem, title=fields.text("title"), items=items, node=root, source=source
    )
    for section in ("cards", "questions"):
        for node in fields.mappings(section):
            _read_item(items, file.topic, NodeFields(node, source))
    fields.finish()
    return file


def refuse_unfitting(overlay: Located[Overlay], item: Card | Asking) -> None:
    """Refuse translated texts that `item` does not have, or that name other drawn values."""
    known = texts(item)
    for path, text in overlay.value.texts.items():
        place = place_of(overlay.node, path)
        if path not in known:
            overlay.source.refuse(
                place,
                "the English {item} has no text {path}{hint}",
                item=quoted_text(item.id),
                path=quoted_text(path),
                hint=suggestion(path, known),
            )
        elif isinstance(item, Template) and placeholders(text) != placeholders(known[path]):
            wanted = ", ".join(f"{{{name}}}" for name in sorted(placeholders(known[path])))
            overlay.source.refuse(
                place,
                "{path} must name the same values as the English: {wanted}",
                path=quoted_text(path),
                wanted=wanted or error_text("none"),
            )


def _read_item(items: dict[str, Located[Overlay]], topic: str, fields: NodeFields) -> None:
    """Every field beside `id` and `of` is a text or has texts in it, whatever its name."""
    source, problems = fields.source, len(fields.source.problems)
    name = fields.name("id")
    of = fields.text("of")
    if of and not HASH.fullmatch(of):
        source.refuse(
            fields.node.values["of"],
            "'of' must be 8 hex digits, not {found}",
            found=quoted_text(of),
        )
    found: dict[str, str] = {}
    for field, value in fields.node.values.items():
        if field not in ("id", "of"):
            _collect(value, field, found, source)
    full = f"{topic}/{name}"
    if full in items:
        source.refuse(fields.node.values["id"], "duplicate id {name}", name=quoted_text(name))
    elif len(source.problems) == problems:
        items[full] = Located(Overlay(of, found), fields.node, source)


def _collect(node: Node, path: str, found: dict[str, str], source: SourceFile) -> None:
    match node:
        case ScalarNode():
            found[path] = read_text(node, source, quoted_text(path))
        case MappingNode():
            for step, part in node.values.items():
                _collect(part, f"{path}.{step}", found, source)
        case SequenceNode() if len(node.items) == len(SIDES):
            for side, part in zip(SIDES, node.items, strict=True):
                _collect(part, f"{path}.{side}", found, source)
        case SequenceNode():
            source.refuse(
                node, "{what} must be a list of two strings: [left, right]", what=quoted_text(path)
            )
        case _:
            assert_never(node)
