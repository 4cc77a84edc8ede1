"""Typed fields out of a mapping of the tree.

A reader asks for one field after the other and then calls `finish`. Asking is what makes a field
valid: the names asked for are the only list of them. What is wrong is noted with its place, a
neutral value comes back in its stead, and reading goes on to find the rest.
"""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from study_app.bank.problems import SourceFile, quoted_text, suggestion
from study_app.bank.reading.tree import MappingNode, Node, ScalarNode, SequenceNode
from study_app.words.errors import error_text
from study_app.words.text import Text

EnumT = TypeVar("EnumT", bound=StrEnum)

INTEGER = re.compile(r"-?[0-9]{1,9}", re.ASCII)
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


class NodeFields:
    """The fields of `node`. Optional ones come back as None where they are absent or null."""

    def __init__(self, node: MappingNode, source: SourceFile) -> None:
        self.node = node
        self.source = source
        self._asked: list[str] = []

    def finish(self) -> None:
        """Refuse every field that was not asked for."""
        for name, key in self.node.keys.items():
            if name not in self._asked:
                hint = suggestion(name, self._asked)
                self.source.refuse(
                    key, "unknown field {name}{hint}", name=quoted_text(name), hint=hint
                )

    def has(self, name: str) -> bool:
        """Whether the field is there and not null. It is valid from now on, either way."""
        self._asked.append(name)
        value = self.node.values.get(name)
        return value is not None and not (isinstance(value, ScalarNode) and value.is_null)

    def text(self, name: str) -> str:
        value = self._required(name)
        return "" if value is None else read_text(value, self.source, quoted_text(name))

    def optional_text(self, name: str) -> str | None:
        return self.text(name) if self.has(name) else None

    def name(self, name: str) -> str:
        """A text of lower-case words joined with `-`, as ids are."""
        value = self._required(name)
        return "" if value is None else read_name(value, self.source, quoted_text(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of one text or more."""
        found = self._texts(name)
        value = self.node.values.get(name)
        if isinstance(value, SequenceNode) and not value.items:
            self.source.refuse(value, "{what} must not be empty", what=quoted_text(name))
        return found

    def optional_texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, empty where the field is absent."""
        return self._texts(name) if self.has(name) else ()

    def integer(self, name: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self._required(name)
        if value is None:
            return low
        if isinstance(value, ScalarNode) and INTEGER.fullmatch(value.text):
            number = int(value.text)
            if low <= number <= high:
                return number
        message = "{what} must be a whole number from {low} to {high}, not {found}"
        if low == high:
            message = "{what} must be {low}, not {found}"
        self.source.refuse(
            value, message, what=quoted_text(name), low=low, high=high, found=describe(value)
        )
        return low

    def optional_integer(self, name: str, low: int, high: int) -> int | None:
        return self.integer(name, low, high) if self.has(name) else None

    def flag(self, name: str) -> bool:
        """`true` or `false`; false where the field is absent."""
        if not self.has(name):
            return False
        value = self.node.values[name]
        if isinstance(value, ScalarNode) and value.text in ("true", "false"):
            return value.text == "true"
        self._refuse(value, "{what} must be true or false, not {found}", name)
        return False

    def day(self, name: str) -> date:
        value = self._required(name)
        if value is None:
            return date.min
        if isinstance(value, ScalarNode) and DATE.fullmatch(value.text):
            try:
                return date.fromisoformat(value.text)
            except ValueError:
                pass
        self._refuse(value, "{what} must be a date such as 2026-11-23, not {found}", name)
        return date.min

    def optional_day(self, name: str) -> date | None:
        return self.day(name) if self.has(name) else None

    def one_of(self, name: str, kinds: type[EnumT]) -> EnumT | None:
        """A member of `kinds` by its value."""
        value = self._required(name)
        if value is None:
            return None
        if isinstance(value, ScalarNode):
            for kind in kinds:
                if kind.value == value.text:
                    return kind
            hint = suggestion(value.text, (kind.value for kind in kinds))
            self.source.refuse(
                value,
                "unknown {name} {value}{hint}",
                name=name,
                value=quoted_text(value.text),
                hint=hint,
            )
            return None
        self._refuse(value, "{what} must be text, not {found}", name)
        return None

    def mapping(self, name: str) -> MappingNode | None:
        value = self._required(name)
        if value is None:
            return None
        if not isinstance(value, MappingNode):
            self._refuse(value, "{what} must be a mapping, not {found}", name)
            return None
        return value

    def optional_mapping(self, name: str) -> MappingNode | None:
        return self.mapping(name) if self.has(name) else None

    def nested(self, name: str) -> "NodeFields | None":
        """The fields of a nested mapping; the caller finishes them."""
        node = self.mapping(name)
        return None if node is None else NodeFields(node, self.source)

    def mappings(self, name: str) -> Iterator[MappingNode]:
        """The mappings of a list of mappings; no list counts as an empty one."""
        if not self.has(name):
            return
        for item in self._items(name):
            if isinstance(item, MappingNode):
                yield item
            else:
                self.source.refuse(
                    item,
                    "{what} must be a mapping, not {found}",
                    what=_each_entry(name),
                    found=describe(item),
                )

    def _texts(self, name: str) -> tuple[str, ...]:
        what = _each_entry(name)
        return tuple(read_text(item, self.source, what) for item in self._items(name))

    def _items(self, name: str) -> tuple[Node, ...]:
        value = self._required(name)
        if value is None:
            return ()
        if not isinstance(value, SequenceNode):
            self._refuse(value, "{what} must be a list, not {found}", name)
            return ()
        return value.items

    def _required(self, name: str) -> Node | None:
        self._asked.append(name)
        value = self.node.values.get(name)
        if value is None:
            self.source.refuse(self.node, "missing field {name}", name=quoted_text(name))
        return value

    def _refuse(self, value: Node, message: str, name: str) -> None:
        self.source.refuse(value, message, what=quoted_text(name), found=describe(value))


def read_text(node: Node, source: SourceFile, what: Text | str) -> str:
    """The text of a scalar without surrounding white space; `what` names it in a problem."""
    if not isinstance(node, ScalarNode):
        source.refuse(node, "{what} must be text, not {found}", what=what, found=describe(node))
        return ""
    text = node.text.strip()
    if not text or node.is_null:
        source.refuse(node, "{what} must not be empty", what=what)
        return ""
    if node.cut and " " in text:
        source.refuse(
            node,
            "{what} ends before ' #', where YAML begins a comment; "
            "put the text in quotes, or two spaces before the comment",
            what=what,
        )
    return text


def read_name(node: Node, source: SourceFile, what: Text | str) -> str:
    """The text of a scalar that must be spelled like an id."""
    text = read_text(node, source, what)
    if text and not NAME.fullmatch(text):
        source.refuse(
            node,
            "{what} must be lowercase words joined with -, such as 'task-role', not {found}",
            what=what,
            found=quoted_text(text),
        )
        return ""
    return text


def _each_entry(name: str) -> Text:
    return error_text("each entry of {name}", name=quoted_text(name))


def describe(node: Node) -> Text | str:
    """What was found instead."""
    match node:
        case ScalarNode():
            return error_text("nothing") if node.is_null else quoted_text(node.text)
        case SequenceNode():
            return error_text("a list")
        case MappingNode():
            return error_text("a mapping")
