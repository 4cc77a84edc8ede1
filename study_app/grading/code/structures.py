"""JSON and YAML as answers, compared by value: neither the order of keys counts nor the writing.

A YAML parser does not belong in this room, and is stricter than an examiner: a learner writes keys
without quotes in JSON, or leaves the outermost braces out. What is read here: mappings and lists,
in brackets or by indentation, and scalars as text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_LONGEST = 1_200
_FENCE = re.compile(r"^\s*`{1,3}(?:json|ya?ml)?\s*\n?|\s*`{1,3}\s*$", re.IGNORECASE)
_BRACKETED = re.compile(r"""\s*(?:([{}\[\],:])|"([^"]*)"|'([^']*)'|((?:[^{}\[\],:"']|:(?=\S))+))""")
_ENTRY = re.compile(r"""^["']?(?P<key>[\w.$:/*-]*\w)["']?:(?:\s+(?P<value>.*))?$""")
_ITEM = re.compile(r"^-\s+(?P<value>.*)$")
_SIGNS = frozenset("{}[],:")
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Mapping:
    """Entries in alphabetical order of their keys."""

    entries: tuple[tuple[str, "Value"], ...]

    def includes(self, other: "Mapping") -> bool:
        """Whether the entries of `other` are some of these."""
        return bool(other.entries) and set(other.entries) < set(self.entries)

    def without(self, other: "Mapping") -> "Mapping":
        """The entries that are not in `other`."""
        return Mapping(tuple(entry for entry in self.entries if entry not in other.entries))


@dataclass(frozen=True, slots=True)
class CodeList:
    """A list; its order counts."""

    items: tuple["Value", ...]


Value = str | Mapping | CodeList
Structure = Mapping | CodeList


class _Unreadable(ValueError):
    """A text that is neither JSON nor the YAML that is read here."""


@lru_cache(maxsize=4_096)
def structure_of(text: str) -> Structure | None:
    """Parse a text as a mapping or list, or None. Line breaks and indentation must be kept."""
    text = _FENCE.sub("", text[:_LONGEST]).strip("\n").rstrip(" .;")
    try:
        value = _bracketed(text) if text.lstrip()[:1] in ("{", "[") else _by_lines(text)
    except _Unreadable:
        return None
    return None if isinstance(value, str) else value


def words_of(value: Value) -> str:
    """A structure as plain text, keys in alphabetical order, for comparing word by word."""
    match value:
        case str():
            return value
        case Mapping(entries):
            return " ".join(f"{key}: {words_of(entry)}" for key, entry in entries)
        case CodeList(items):
            return " ".join(map(words_of, items))


def size_of(value: Value) -> int:
    """How many keys and scalars a structure has."""
    match value:
        case str():
            return 1
        case Mapping(entries):
            return sum(1 + size_of(entry) for _, entry in entries)
        case CodeList(items):
            return sum(map(size_of, items))


def _mapping(pairs: Sequence[tuple[str, Value]]) -> Mapping:
    found = dict(pairs)
    return Mapping(tuple(sorted(found.items(), key=lambda entry: entry[0].casefold())))


def _scalar(text: str) -> str:
    return text.strip().strip("\"'")


def _bracketed(text: str) -> Value:
    signs: list[str] = []
    at = 0
    text = text.rstrip()
    while at < len(text):
        match = _BRACKETED.match(text, at)
        if match is None:
            raise _Unreadable
        sign, *quoted = match.groups()
        # A text in front of a sign: `"` marks it as no sign itself.
        scalar = next((part for part in quoted if part is not None), "")
        signs.append(sign or '"' + _scalar(scalar))
        at = match.end()
    value, end = _value(signs, 0, _DEEPEST)
    if end != len(signs):
        raise _Unreadable
    return value


def _value(signs: Sequence[str], at: int, depth: int) -> tuple[Value, int]:
    opening = signs[at] if at < len(signs) and depth else ""
    if opening == "{":
        pairs = []
        at += 1
        while signs[at : at + 1] != ["}"]:
            if at + 1 >= len(signs) or signs[at] in _SIGNS or signs[at + 1] != ":":
                raise _Unreadable
            value, end = _value(signs, at + 2, depth - 1)
            pairs.append((signs[at][1:], value))
            at = _after_comma(signs, end, "}")
        return _mapping(pairs), at + 1
    if opening == "[":
        items = []
        at += 1
        while signs[at : at + 1] != ["]"]:
            value, end = _value(signs, at, depth - 1)
            items.append(value)
            at = _after_comma(signs, end, "]")
        return CodeList(tuple(items)), at + 1
    if not opening or opening in _SIGNS:
        raise _Unreadable
    return opening[1:], at + 1


def _after_comma(signs: Sequence[str], at: int, closing: str) -> int:
    if signs[at : at + 1] == [","]:
        return at + 1
    if signs[at : at + 1] == [closing]:
        return at
    raise _Unreadable


def _by_lines(text: str) -> Value:
    lines = [
        (len(line) - len(line.lstrip()), line.strip().rstrip(","))
        for line in text.splitlines()
        if line.strip() and not line.strip().startswith(("#", "---"))
    ]
    value, end = _block(lines, 0, _DEEPEST)
    if end != len(lines):
        raise _Unreadable
    return value


def _block(lines: list[tuple[int, str]], at: int, depth: int) -> tuple[Value, int]:
    """The value that begins at line `at`, and the line after it."""
    if at >= len(lines) or not depth:
        raise _Unreadable
    indent = lines[at][0]
    items: list[Value] = []
    pairs: list[tuple[str, Value]] = []
    while at < len(lines) and lines[at][0] == indent:
        text = lines[at][1]
        item, entry = _ITEM.match(text), _ENTRY.match(text)
        if item is not None and not pairs:
            inner = indent + text.index(item["value"], 1)
            lines[at] = (inner, item["value"])
            value, at = _nested(lines, at, depth)
            items.append(value)
        elif entry is not None and not items:
            if entry["value"]:
                pairs.append((entry["key"], _inline(entry["value"])))
                at += 1
            else:
                # A list may stand as deep as the key that it belongs to.
                deeper = at + 1 < len(lines) and (
                    lines[at + 1][0] > indent
                    or (lines[at + 1][0] == indent and _ITEM.match(lines[at + 1][1]) is not None)
                )
                value, at = _block(lines, at + 1, depth - 1) if deeper else ("", at + 1)
                pairs.append((entry["key"], value))
        elif items:
            break  # a list as deep as its key ends where the next key begins
        else:
            raise _Unreadable
    return (_mapping(pairs) if pairs else CodeList(tuple(items))), at


def _nested(lines: list[tuple[int, str]], at: int, depth: int) -> tuple[Value, int]:
    text = lines[at][1]
    if _ENTRY.match(text) or _ITEM.match(text):
        return _block(lines, at, depth - 1)
    return _inline(text), at + 1


def _inline(text: str) -> Value:
    return _bracketed(text) if text[:1] in ("{", "[") else _scalar(text)
