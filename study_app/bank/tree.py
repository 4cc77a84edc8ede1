"""YAML as a tree of text with places, without the surprises of YAML.

PyYAML's safe loader reads `no`, `1.10` and `12:30` as False, 1.1 and 750, lets the second of two
equal keys win in silence, expands aliases without end and dies of a segmentation fault on deeply
nested lists. So only the parser's events are taken from it: scalars stay text, every node knows
its line and column, and what no content file needs is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import yaml

from study_app.bank.files import UNSHOWABLE, describe_unshowable
from study_app.bank.problems import Source, shown

try:
    from yaml import CLoader as EventLoader
except ImportError:  # PyYAML built without libyaml: the same events, ten times slower
    from yaml import Loader as EventLoader  # type: ignore[assignment]

MAX_DEPTH = 20

HINTS = {
    "mapping values are not allowed": "quote a text that has ': ' in it",
    "found character that cannot start any token": "quote a text that begins with @, ` or %",
    "did not find expected key": "check the indentation, and quotes inside of quotes",
    "could not find expected ':'": "check the indentation of this line and of the one above",
    "found unexpected end of stream": "close the quote that was opened",
}


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A single value. `quoted` is false for a plain scalar, which may stand for null."""

    text: str
    line: int
    column: int
    quoted: bool

    @property
    def is_null(self) -> bool:
        return not self.quoted and self.text in ("", "~", "null")


@dataclass(frozen=True, slots=True)
class SequenceNode:
    items: tuple["Node", ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class MappingNode:
    """`keys` and `values` have the same names, in the order of the file."""

    keys: Mapping[str, ScalarNode]
    values: Mapping[str, "Node"]
    line: int
    column: int


Node = ScalarNode | SequenceNode | MappingNode

ValueT_co = TypeVar("ValueT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Written(Generic[ValueT_co]):
    """A value with the place where it is written, for problems that are found later."""

    value: ValueT_co
    node: MappingNode
    source: Source


class _GiveUp(Exception):
    """The rest of the file cannot be understood; the reason has been noted."""


def parse(text: str, source: Source) -> Node | None:
    """The tree of `text`, or None where no tree can be made of it. Problems go to `source`."""
    try:
        return _Builder(text, source).document()
    except _GiveUp:
        return None
    except yaml.YAMLError as error:
        _refuse_syntax(error, source)
        return None


class _Builder:
    def __init__(self, text: str, source: Source) -> None:
        self._events: Iterator[Any] = iter(yaml.parse(text, Loader=EventLoader))
        self._source = source

    def document(self) -> Node:
        next(self._events)  # the start of the stream
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            self._give_up(start, "the file is empty")
        root = self._node(next(self._events), 0)
        if isinstance(root, ScalarNode) and root.is_null:
            self._give_up(start, "the file is empty")
        next(self._events)  # the end of the document
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._refuse(after, "a second document begins here; a content file holds one")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        if depth > MAX_DEPTH:
            self._give_up(event, f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.AliasEvent):
            self._give_up(
                event, f"aliases (*{event.anchor}) are not allowed; write the value out again"
            )
        if event.anchor is not None:
            self._refuse(event, f"anchors (&{event.anchor}) are not allowed; leave it out")
        if event.tag is not None:
            self._refuse(event, "tags (!) are not allowed; quote a value that is to be text")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _scalar(self, event: Any) -> ScalarNode:
        found = UNSHOWABLE.search(event.value) if event.style == '"' else None
        if found is not None:  # written as an escape: \e
            self._refuse(event, describe_unshowable(found[0]))
        return ScalarNode(event.value, *_place(event), bool(event.style))

    def _sequence(self, start: Any, depth: int) -> SequenceNode:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return SequenceNode(tuple(items), *_place(start))

    def _mapping(self, start: Any, depth: int) -> MappingNode:
        keys: dict[str, ScalarNode] = {}
        values: dict[str, Node] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, ScalarNode):
                self._source.refuse(key, "a key must be a single name, not a list or a mapping")
            elif key.text in keys:
                first = keys[key.text].line
                self._source.refuse(
                    key, f"duplicate key {shown(key.text)}; it stands in line {first} already"
                )
            elif key.text == "<<" and not key.quoted:
                self._source.refuse(key, "merge keys (<<) are not allowed; write the fields out")
            else:
                keys[key.text] = key
                values[key.text] = value
        return MappingNode(keys, values, *_place(start))

    def _refuse(self, event: Any, message: str) -> None:
        self._source.refuse_at(*_place(event), message)

    def _give_up(self, event: Any, message: str) -> None:
        self._refuse(event, message)
        raise _GiveUp


def _place(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _refuse_syntax(error: yaml.YAMLError, source: Source) -> None:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem is None:
        source.refuse_file(f"not valid YAML: {error}")
        return
    mark = error.problem_mark or error.context_mark
    message = f"not valid YAML: {error.problem}"
    if error.context is not None:
        message += f" {error.context}"
    hint = next((hint for start, hint in HINTS.items() if error.problem.startswith(start)), None)
    if hint is not None:
        message += f"; {hint}"
    if mark is None:
        source.refuse_file(message)
    else:
        source.refuse_at(mark.line + 1, mark.column + 1, message)
