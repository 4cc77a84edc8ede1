"""An event as one line of JSON, the same in a shared folder and on a server.

Only columns that have a value are written. What a later version adds is kept where the line lies.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from study_app.files import open_regular
from study_app.store.rows import COLUMNS, UNREADABLE, from_row

Row = Mapping[str, object]

NO_EVENT: Final = (*UNREADABLE, AttributeError)
"""What `row_of` raises for a line that is no event."""

MOST_BAD: Final = 1000
"""A file with more lines that are no events is something else."""

_LONGEST: Final = 16 * 2**20
"""Bytes of a line: more are no event of any version."""

_LARGEST: Final = 2**63
_NUMBERS: Final = {"score": (int, float), "elapsed_ms": (int,)}
_NEEDED: Final = frozenset({"id", "at", "kind", "session", "mode", "payload", "day"})
_TYPES: Final = {
    name: frozenset({*_NUMBERS.get(name, (str,)), *(() if name in _NEEDED else (type(None),))})
    for name in COLUMNS
}
"""What a value may be; a truth value is no number."""


class Foreign(Exception):
    """A file that is no log of events."""


def line_of(row: Row, *, ascii_only: bool = False) -> str:
    filled = {name: row[name] for name in COLUMNS if row[name] is not None}
    return json.dumps(filled, ensure_ascii=ascii_only, separators=(",", ":"))


def row_of(line: str) -> dict[str, Any]:
    """A value for each of `COLUMNS`, and what else the line has. Raises one of `NO_EVENT`."""
    row: dict[str, Any] = dict.fromkeys(COLUMNS) | json.loads(line)
    for name, types in _TYPES.items():
        if type(row[name]) not in types:
            raise TypeError(f"{name} is not what it must be")
    for name in _NUMBERS:
        if row[name] is not None and not abs(row[name]) < _LARGEST:  # nor NaN
            raise ValueError(f"{name} is no number that the log can hold")
    if "\\u" in line:  # may be half of a character, which no file can hold
        for name in COLUMNS:
            str(row[name]).encode()
    from_row(row)
    return row


def lines_in(file: Path, unread: list[str]) -> Iterator[tuple[str, str]]:
    """The id and the text of each line that is an event; the others are added to `unread`, each
    with its place and why.

    A line may be half there while a program copies the file; it comes with the next sync. Raises
    OSError, also for a FIFO or a device, and `Foreign` once too many lines are no events.
    """
    bad: list[str] = []
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
                bad.append(f"{file}:{number}: {error}")
            else:
                yield key, line
    unread += bad
