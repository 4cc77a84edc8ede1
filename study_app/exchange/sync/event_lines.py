"""An event as one line of JSON, the same in a shared folder and on a server.

Only columns that have a value are written. What a later version adds stays in the stored line.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from study_app.files import open_regular
from study_app.store.rows import COLUMNS, UNREADABLE, from_row
from study_app.words.errors import TextError, error_text
from study_app.words.text import Text

Row = Mapping[str, object]

NO_EVENT: Final = (*UNREADABLE, AttributeError)
"""What `row_of` raises for a line that is not an event."""

MOST_BAD: Final = 1000
"""A file with more lines that are not events is something else."""

_LONGEST: Final = 16 * 2**20
"""Bytes of a line: no version writes longer events."""

_LARGEST: Final = 2**63
_NUMBERS: Final = {"score": (int, float), "elapsed_ms": (int,)}
_NEEDED: Final = frozenset({"id", "at", "kind", "session", "mode", "payload", "day"})
_TYPES: Final = {
    name: frozenset({*_NUMBERS.get(name, (str,)), *(() if name in _NEEDED else (type(None),))})
    for name in COLUMNS
}
"""The types of each value; `bool` is not a number here."""


class NotAnEvent(TextError, ValueError):
    """A value that no version writes."""


class Foreign(Exception):
    """A file that is not a log of events."""


def line_of(row: Row, *, ascii_only: bool = False) -> str:
    filled = {name: row[name] for name in COLUMNS if row[name] is not None}
    return json.dumps(filled, ensure_ascii=ascii_only, separators=(",", ":"))


def row_of(line: str) -> dict[str, Any]:
    """A value for each of `COLUMNS`, plus other fields of the line. Raises one of `NO_EVENT`."""
    values = json.loads(line)
    if not isinstance(values, dict):
        raise NotAnEvent("not a JSON object")
    row: dict[str, Any] = dict.fromkeys(COLUMNS) | values
    for name, types in _TYPES.items():
        if type(row[name]) not in types:
            raise NotAnEvent("{name} has the wrong type", name=name)
    for name in _NUMBERS:
        if row[name] is not None and not abs(row[name]) < _LARGEST:  # nor NaN
            raise NotAnEvent("{name} is out of range", name=name)
    if "\\u" in line:  # may be a lone surrogate, which no file can hold
        for name in COLUMNS:
            str(row[name]).encode()
    from_row(row)
    return row


def skip_reason(place: str, error: Exception) -> Text:
    """Why the line at `place` is no event, for one of `NO_EVENT`: in our words, not Python's."""
    match error:
        case NotAnEvent():
            why = error.text
        case json.JSONDecodeError() | RecursionError():
            why = error_text("not valid JSON")
        case UnicodeError():
            why = error_text("not UTF-8")
        case _:
            why = error_text("a value is not one that dva writes")
    what = error_text("{place}: {what}", place=place, what=why)
    return error_text("{what}. It was skipped.", what=what)


def lines_in(file: Path, unread: list[Text]) -> Iterator[tuple[str, str]]:
    """The id and the text of each line that is an event; the others are added to `unread`, each
    with its place and the reason.

    A line may be incomplete while a program copies the file; the next sync reads it. Raises
    OSError, also for a FIFO or a device, and `Foreign` once too many lines are not events.
    """
    bad: list[Text] = []
    number = 0
    with open_regular(file) as opened:
        while raw := opened.readline(_LONGEST):
            number += 1
            if len(raw) == _LONGEST or len(bad) > MOST_BAD:
                raise Foreign
            if not raw.strip():
                continue
            try:
                line = raw.decode().rstrip("\r\n")
                key = row_of(line)["id"]
            except NO_EVENT as error:
                bad.append(skip_reason(f"{file}:{number}", error))
            else:
                yield key, line
    unread += bad
