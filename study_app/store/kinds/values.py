"""Typed access to the values of a row and its payload; a value of the wrong type is an error."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from study_app.learning.log.events import StudyEvent
from study_app.words.errors import TextError

Row = Mapping[str, Any] | sqlite3.Row
Payload = Mapping[str, Any]

Common = Mapping[str, Any]
"""The fields that every event has."""

Build = Callable[[Common, Row, Payload], StudyEvent]
"""Makes an event of one kind of its row."""

RowParts = tuple[str, dict[str, object], dict[str, object]]
"""An event on its way into a row: kind, columns, payload."""

memoized = lru_cache(maxsize=10_000)
"""Most texts stand in many rows, and what is made of them is never changed."""


class UnreadableValue(TextError, ValueError):
    """A value that no version wrote. The text says which, and what it is not."""


def text_value(values: Row, name: str) -> str:
    value = values[name]
    if not isinstance(value, str):
        not_text = "{name} is not UTF-8" if isinstance(value, bytes) else "{name} is not text"
        raise UnreadableValue(not_text, name=name)
    return value


def int_value(values: Row, name: str) -> int:
    value = values[name]
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnreadableValue("{name} is not a whole number", name=name)
    return value


def share_value(values: Row, name: str) -> float:
    value = values[name]
    # SQLite keeps 1.0 as 1; its bytes read by themselves say so.
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise UnreadableValue("{name} is not a number from 0 to 1", name=name)
    return float(value)


def bool_value(values: Row, name: str) -> bool:
    value = values[name]
    if not isinstance(value, bool):
        raise UnreadableValue("{name} is neither true nor false", name=name)
    return value


def parse_moment(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise UnreadableValue("the time has no time zone")
    return at.astimezone(UTC)


@memoized
def parse_day(text: str) -> date:
    return date.fromisoformat(text)


@memoized
def json_object(text: str) -> dict[str, Any]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise UnreadableValue("a value is not a JSON object")
    return value


def text_values(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise UnreadableValue("a value is not a list of texts")
    return tuple(value)


def dump(value: object) -> str:
    # ASCII, so that lone surrogates of a terminal's input survive as escapes.
    return json.dumps(value, separators=(",", ":"))
