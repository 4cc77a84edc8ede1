"""The source position of an item, for a report to the content's maintainer."""

from collections.abc import Sequence
from pathlib import Path

from study_app.bank.problems import SourceFile, shown_path
from study_app.bank.reading.files import read_file
from study_app.bank.reading.tree import MappingNode, ScalarNode, SequenceNode, parse


def whereabouts(item: str, section: str, folders: Sequence[Path]) -> str | None:
    """`content/topics/ecr.yaml:45` for an item of a topic's `section`, `cards` or `questions`.

    `folders` are the content folders. None where no file has the item, or none can be read.
    """
    topic, _, name = item.partition("/")
    for folder in folders:
        for path in sorted(folder.glob("topics/*.yaml")):
            source = SourceFile(shown_path(path))
            text = read_file(path, source)
            if text is None or topic not in text:
                continue
            line = _line(parse(text, source), topic, section, name)
            if line is not None:
                return f"{shown_path(path.relative_to(folder.parent))}:{line}"
    return None


def _line(root: object, topic: str, section: str, name: str) -> int | None:
    if not isinstance(root, MappingNode) or not _says(root, "topic", topic):
        return None
    items = root.values.get(section)
    for node in items.items if isinstance(items, SequenceNode) else ():
        if isinstance(node, MappingNode) and _says(node, "id", name):
            return node.line
    return None


def _says(node: MappingNode, key: str, text: str) -> bool:
    value = node.values.get(key)
    return isinstance(value, ScalarNode) and value.text == text
