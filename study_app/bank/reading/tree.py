"""YAML as a tree of text with places, without the surprises of YAML.

PyYAML's safe loader reads `no`, `1.10` and `12:30` as False, 1.1 and 750, lets the second of two
equal keys win in silence, expands aliases without end and dies of a segmentation fault on deeply
nested lists. So only the parser's events are taken from it: scalars stay text, every node knows
its line and column, and what no content file needs is refused.
"""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, NoReturn, TypeVar

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from study_app.bank.problems import ContentError, SourceFile, quoted_text
from study_app.bank.reading.files import UNSHOWABLE, describe_unshowable
from study_app.collector import gc_disabled
from study_app.words.errors import error_text
from study_app.words.text import Text

try:
    from yaml import CLoader as EventLoader
except ImportError:  # PyYAML built without libyaml: the same events, ten times slower
    from yaml import Loader as EventLoader  # type: ignore[assignment]

MAX_NODES = 800_000
"""Values and names in one file: 100,000 answers have 500,001, 4 MB of questions 600,000."""

_BEFORE_VALUES = "\n,:[{-?"
"""One of these stands before every value but the first."""

TOO_MANY = "more than {most} values; split the file"

MAX_DEPTH = 20
TOO_DEEP = error_text("nested deeper than {levels} levels", levels=MAX_DEPTH)
OWN_DEPTH_LIMIT = "exceeded maximum nesting depth"
"""How libyaml's own limit is worded: it looks ahead, so it may speak before ours is reached."""

HINTS = {
    "mapping values are not allowed": "quote a text that has ': ' in it",
    "found character that cannot start any token": "quote a text that begins with @, ` or %",
    "did not find expected key": "check the indentation, and quotes inside quotes",
    "could not find expected ':'": "check the indentation of this line and of the one above",
    "found unexpected end of stream": "close the quote that was opened",
}


class ScalarNode(NamedTuple):
    """A single value. `quoted` is false for a plain scalar, which may stand for null.

    `cut` says that what YAML takes for a comment follows on its line, written as text is: after
    one blank, or without a blank behind its sign. It is looked for in content alone.

    A tuple, which is made in a third of the time: a file may have hundreds of thousands.
    """

    text: str
    line: int
    column: int
    quoted: bool
    cut: bool = False

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
class Located(Generic[ValueT_co]):
    """A value with the place where it is written, for problems that are found later."""

    value: ValueT_co
    node: MappingNode
    source: SourceFile


CUT = re.compile(r" #|[ \t]+#\S")

SIDES = ("left", "right")
"""How the path of a text names the two entries of a pair."""


def place_of(node: Node, path: str) -> Node:
    """The node at `path` below `node`, such as `options.binpack.why`, `pairs.task.left` or
    `answer.accept.0`; the nearest around it where there is none."""
    place = node
    for step in path.split("."):
        match place:
            case MappingNode() if step in place.values:
                place = place.values[step]
            case SequenceNode() if (index := _index(step)) < len(place.items):
                place = place.items[index]
            case _:
                break
    return place


def place_of_name(node: Node, path: str) -> Node:
    """The place of the name at the end of `path`, rather than of its value."""
    parent, _, name = path.rpartition(".")
    holder = place_of(node, parent) if parent else node
    if isinstance(holder, MappingNode) and name in holder.keys:
        return holder.keys[name]
    return place_of(node, path)


def _index(step: str) -> int:
    """The place in a list that a step names; one past any list where it names none."""
    if step in SIDES:
        return SIDES.index(step)
    return int(step) if step.isdecimal() else sys.maxsize


class _GiveUp(Exception):
    """The rest of the file cannot be parsed; the reason has been reported."""


def parse(text: str, source: SourceFile, *, any_text: bool = False) -> Node | None:
    """The tree of `text`, or None where no tree can be made of it. Problems go to `source`.

    With `any_text` scalars may hold characters that would not show as typed: a learner's answer
    may, content may not.
    """
    try:
        with gc_disabled():
            if sum(map(text.count, _BEFORE_VALUES)) >= MAX_NODES:
                _refuse_too_many(text, source)
            return _Builder(text, source, any_text=any_text).document()
    except _GiveUp:
        return None
    except yaml.YAMLError as error:
        _refuse_syntax(error, source)
        return None
    except ContentError:  # a ValueError as well
        raise
    except (ValueError, OverflowError) as error:  # PyYAML without libyaml, on "\\UFFFFFFFF"
        source.refuse_file("not valid YAML: {error}", error=error)
        return None


def _refuse_too_many(text: str, source: SourceFile) -> None:
    """Count before anything is built: that takes a quarter of the time."""
    following: Callable[[], Any] = EventLoader(text).get_event
    nodes = 0
    while not isinstance(event := following(), StreamEndEvent):
        nodes += isinstance(event, NodeEvent)
        if nodes > MAX_NODES:
            mark = event.start_mark
            source.refuse_at(mark.line + 1, mark.column + 1, TOO_MANY, most=MAX_NODES)
            raise _GiveUp


class _Builder:
    """Builds nodes from events as they arrive, so depth is bounded before anything recurses."""

    def __init__(self, text: str, source: SourceFile, *, any_text: bool) -> None:
        self._next: Callable[[], Any] = EventLoader(text).get_event
        self._text = text
        self._source = source
        self._any_text = any_text
        self._nodes = 0

    def document(self) -> Node:
        self._next()  # the start of the stream
        start = self._next()
        if isinstance(start, StreamEndEvent):
            self._give_up(start, "the file is empty")
        root = self._node(self._next(), 0)
        if isinstance(root, ScalarNode) and root.is_null:
            self._give_up(start, "the file is empty")
        self._next()  # the end of the document
        after = self._next()
        if not isinstance(after, StreamEndEvent):
            self._give_up(after, "a second document begins here; a content file must hold one")
        return root

    def _node(self, event: Any, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._give_up(event, TOO_MANY, most=MAX_NODES)
        if event.anchor is not None:
            self._refuse_anchor(event)
        if event.tag is not None:
            self._refuse(event, "tags (such as !!str) are not allowed; remove the tag")
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if depth >= MAX_DEPTH:
            self._give_up(event, TOO_DEEP)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth + 1)
        return self._mapping(event, depth + 1)

    def _scalar(self, event: Any) -> ScalarNode:
        if event.style == '"' and not self._any_text:  # may hold escapes, such as \e
            found = UNSHOWABLE.search(event.value)
            if found is not None:
                self._refuse(event, describe_unshowable(found[0]))
        mark, quoted = event.start_mark, bool(event.style)
        cut = not (quoted or self._any_text) and self._is_cut(event.end_mark.index)
        return ScalarNode(event.value, mark.line + 1, mark.column + 1, quoted, cut)

    def _is_cut(self, index: int) -> bool:
        return CUT.match(self._text, index) is not None

    def _sequence(self, start: Any, depth: int) -> SequenceNode:
        items: list[Node] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, depth))
        mark = start.start_mark
        return SequenceNode(tuple(items), mark.line + 1, mark.column + 1)

    def _mapping(self, start: Any, depth: int) -> MappingNode:
        keys: dict[str, ScalarNode] = {}
        values: dict[str, Node] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event, depth)
            value = self._node(self._next(), depth)
            if not isinstance(key, ScalarNode):
                self._source.refuse(key, "a key must be a single name, not a list or a mapping")
            elif key.text in keys:
                first = keys[key.text].line
                self._source.refuse(
                    key,
                    "duplicate key {name}; already used on line {line}",
                    name=quoted_text(key.text),
                    line=first,
                )
            elif key.text == "<<" and not key.quoted:
                self._source.refuse(key, "merge keys (<<) are not allowed; write the fields out")
            else:
                keys[key.text] = key
                values[key.text] = value
        mark = start.start_mark
        return MappingNode(keys, values, mark.line + 1, mark.column + 1)

    def _refuse_anchor(self, event: Any) -> None:
        if isinstance(event, AliasEvent):
            self._give_up(
                event,
                "the alias {name} is not allowed; write the value out again",
                name=f"*{event.anchor}",
            )
        self._refuse(event, "the anchor {name} is not allowed; remove it", name=f"&{event.anchor}")

    def _refuse(self, event: Any, problem: Text | str, **values: object) -> None:
        mark = event.start_mark
        self._source.refuse_at(mark.line + 1, mark.column + 1, problem, **values)

    def _give_up(self, event: Any, problem: Text | str, **values: object) -> NoReturn:
        self._refuse(event, problem, **values)
        raise _GiveUp


def _refuse_syntax(error: yaml.YAMLError, source: SourceFile) -> None:
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem is None:
        source.refuse_file("not valid YAML: {error}", error=" ".join(str(error).split()))
        return
    mark, begin = error.problem_mark, error.context_mark
    if mark is not None and error.problem.startswith(OWN_DEPTH_LIMIT):
        source.refuse_at(mark.line + 1, mark.column + 1, TOO_DEEP)
        return
    words = error_text(error.problem)
    if error.context is not None:
        context = error_text(error.context)
        words = error_text("{problem} {context}", problem=words, context=context)
    message = error_text("not valid YAML: {error}", error=words)
    if mark is not None and begin is not None and begin.line < mark.line:
        message = error_text("{what} that begins on line {line}", what=message, line=begin.line + 1)
    hint = next((hint for start, hint in HINTS.items() if error.problem.startswith(start)), None)
    if hint is not None:
        message = error_text("{what}; {remedy}", what=message, remedy=error_text(hint))
    if mark is None:
        source.refuse_file(message)
    else:
        source.refuse_at(mark.line + 1, mark.column + 1, message)
