"""Data that users bring, as YAML or JSON: answers to grade, cases to simulate.

Unlike content it is not read for its places: what comes back is what `json.loads` would give.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import assert_never

from study_app.bank.problems import DataError, Source, shown_path
from study_app.bank.tree import MappingNode, Node, ScalarNode, SequenceNode, parse

Data = None | bool | int | float | str | list["Data"] | dict[str, "Data"]

MOST_BYTES = 100_000_000

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)", re.ASCII)
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.?[0-9]+)([eE][-+]?[0-9]+)?", re.ASCII)
_WORDS: dict[str, Data] = {"": None, "~": None, "null": None, "true": True, "false": False}


def read_values(path: Path) -> Data:
    """The data in `path`; plain scalars become numbers, booleans and null as in YAML 1.2.

    Raises DataError where the file cannot be read or is neither YAML nor JSON.
    """
    return _read(path, _value)


def read_texts(path: Path) -> Data:
    """The same with every scalar of YAML as its text, so that `1.10` stays `1.10`."""
    return _read(path, lambda node: "" if node.is_null else node.text)


def _read(path: Path, scalar: Callable[[ScalarNode], Data]) -> Data:
    source = Source(shown_path(path))
    text = _text(path, source)
    if text is not None:
        try:
            data: Data = json.loads(text)
        except (ValueError, RecursionError):
            root = parse(text, source, any_text=True)
            if root is not None and not source.problems:
                return plain(root, scalar)
        else:
            return data
    raise DataError(source.problems)


def _text(path: Path, source: Source) -> str | None:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        source.refuse_file(f"cannot be read: {error.strerror}")
        return None
    if len(data) > MOST_BYTES:
        source.refuse_file(f"larger than {MOST_BYTES // 1_000_000} MB; split it")
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        source.refuse_file(f"not UTF-8 at byte {error.start}; save the file as UTF-8")
        return None


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
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text
