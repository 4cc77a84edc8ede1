"""Data that users bring, as YAML or JSON: answers to grade, cases to simulate.

Unlike content it is not read for its places: what comes back is what `json.loads` would give.
"""

import errno
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from study_app.bank.problems import ContentError, DataError, SourceFile, shown_path, unread
from study_app.bank.reading import tree
from study_app.bank.reading.tree import MappingNode, Node, ScalarNode, SequenceNode, parse, place_of
from study_app.collector import gc_disabled
from study_app.files import once_each, read_whole, reason
from study_app.words.errors import error_text
from study_app.words.text import Text

Data = None | bool | int | float | str | list["Data"] | dict[str, "Data"]

MOST_BYTES = 16_000_000
"""100,000 answers have half of it."""

_TEXT = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
"""A text of JSON, with its quotes."""

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)", re.ASCII)
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.?[0-9]+)([eE][-+]?[0-9]+)?", re.ASCII)
_WORDS: dict[str, Data] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class DataFile:
    """What was read: the data, and the text that it stands in."""

    name: str
    text: str
    data: Data

    def place(self, path: str) -> Node | None:
        """Where `path`, such as `cases.2.input`, is written, or the nearest around it.

        None where the text is JSON that has no places as YAML. Read again: only errors ask.
        """
        root = parse(self.text, SourceFile(self.name), any_text=True)
        return None if root is None else place_of(root, path)


def read_data_file(path: Path, most_bytes: int = MOST_BYTES) -> DataFile:
    """The data in `path`; plain scalars become numbers, booleans and null as in YAML 1.2.

    Raises DataError where the file cannot be read, is larger, or is neither YAML nor JSON.
    """
    source = SourceFile(shown_path(path))
    text = _text(path, most_bytes)
    return DataFile(source.name, text, _data(text, source, _value))


def read_texts(path: Path) -> Data:
    """The same with every scalar of YAML as its text, so that `1.10` stays `1.10`."""
    source = SourceFile(shown_path(path))
    return _data(_text(path, MOST_BYTES), source, lambda node: "" if node.is_null else node.text)


def read_tree(path: Path) -> tuple[Node, SourceFile]:
    """The data in `path` with its places, and what collects the problems of the file.

    JSON that is no YAML has no places: all of it then stands in line 1. Raises DataError.
    """
    source = SourceFile(shown_path(path))
    text = _text(path, MOST_BYTES)
    root = _parsed(text, source)
    if root is not None and not source.problems:
        return root, source
    try:
        return _placeless(_json(text)), SourceFile(source.name)
    except (ValueError, RecursionError):
        raise DataError(source.problems) from None


def values_in(text: str) -> Data:
    """The data in a file of this text. Raises DataError."""
    return _data(text, SourceFile(""), _value)


def plain_scalar(text: str) -> Data:
    """What `text` stands for where it is written without quotes."""
    return _value(ScalarNode(text, 0, 0, quoted=False))


def _data(text: str, source: SourceFile, scalar: Callable[[ScalarNode], Data]) -> Data:
    with gc_disabled():
        return _json_or_yaml(text, source, scalar)


def _json_or_yaml(text: str, source: SourceFile, scalar: Callable[[ScalarNode], Data]) -> Data:
    try:
        data: Data = _json(text)
    except (ValueError, RecursionError):
        root = _parsed(text, source)
        if root is not None and not source.problems:
            return plain(root, scalar)
    else:
        return data
    raise DataError(source.problems)


def _json(text: str) -> Data:
    """Raises ValueError where `text` is no JSON, or has more values than a file may have: as YAML,
    which nearly all JSON is, it is then told where."""
    if _values(text) > tree.MAX_NODES and _values(_TEXT.sub("", text)) > tree.MAX_NODES:
        raise ValueError("too many values")
    data: Data = json.loads(text, object_pairs_hook=once_each)
    return data


def _values(text: str) -> int:
    """How many values and names JSON has, at least, if no sign of it stands within a text."""
    return text.count(",") + text.count(":")


def _parsed(text: str, source: SourceFile) -> Node | None:
    try:
        return parse(text, source, any_text=True)
    except ContentError as error:  # too many problems
        raise DataError(error.problems) from None


def _placeless(data: Data) -> Node:
    match data:
        case dict():
            keys = {key: ScalarNode(key, 1, 1, quoted=True) for key in data}
            values = {key: _placeless(value) for key, value in data.items()}
            return MappingNode(keys, values, 1, 1)
        case list():
            return SequenceNode(tuple(map(_placeless, data)), 1, 1)
        case str():
            return ScalarNode(data, 1, 1, quoted=True)
        case _:
            return ScalarNode(json.dumps(data), 1, 1, quoted=False)


def _text(path: Path, most_bytes: int) -> str:
    """The text of a file. Raises DataError, with what to do, where there is none."""
    data = _bytes(path, most_bytes)
    if not data:
        raise unread(path, "is empty; choose a file with something in it")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unread(
            path, "not UTF-8 at byte {byte}; save the file as UTF-8", byte=error.start
        ) from None


def _bytes(path: Path, most_bytes: int) -> bytes:
    try:
        return read_whole(path, most_bytes)
    except FileNotFoundError:
        raise unread(path, _missing(path)) from None
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        if _is_folder(path):  # not asked first: Windows says that access is denied
            raise unread(path, "is a folder; write the name of a file in it") from None
        match getattr(error, "errno", None):
            case errno.EFBIG:
                message = "{what}; split it"
            case errno.EINVAL:
                message = "{what}; write to a file first, and choose that"
            case _:
                message = "cannot be read: {what}; choose another file"
        why = reason(error)
        raise unread(path, message, what=why) from None


def _is_folder(path: Path) -> bool:
    """False also where that is unknown."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _missing(path: Path) -> Text:
    if path.is_absolute():
        return error_text("there is no such file; check the name")
    try:
        folder = shown_path(Path.cwd())
    except OSError:  # the folder was removed while we are in it
        return error_text("there is no such file; check the name, or write the whole path")
    return error_text(
        "there is no such file in {folder}; check the name, or write the whole path", folder=folder
    )


def plain(node: Node, scalar: Callable[[ScalarNode], Data] | None = None) -> Data:
    """`node` as plain data; `scalar` says what a scalar stands for, by default as YAML 1.2 does."""
    read = scalar or _value
    match node:
        case ScalarNode():
            return read(node)
        case SequenceNode(items):
            return [plain(item, read) for item in items]
        case MappingNode(values=values):
            return {key: plain(value, read) for key, value in values.items()}
        case _:
            assert_never(node)


def _value(node: ScalarNode) -> Data:
    text = node.text
    if node.quoted:
        return text
    if text in _WORDS:
        return _WORDS[text]
    try:
        if _INTEGER.fullmatch(text):
            return int(text)
        return float(text) if _FLOAT.fullmatch(text) else text
    except ValueError:  # more digits than Python converts
        return text
