"""Two machines with one history: the union of their append-only logs, and nothing else.

Events fold in the order of their keys whatever the order in which they arrived, so the same events
are the same history everywhere. Rows go over as they are, also those of a kind that this version
does not know. What is there already is left alone: a sync may be repeated, and interrupted at any
point, and two may run at once.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from study_app.files import write_whole
from study_app.store.errors import explained
from study_app.store.log import ReviewLog
from study_app.store.rows import COLUMNS, UNREADABLE, from_row

SUFFIX: Final = ".jsonl"

Row = Mapping[str, object]

_NUMBERS: Final = {"score": (int, float), "elapsed_ms": (int,)}
_LARGEST: Final = 2**63
_NEEDED: Final = ("id", "at", "kind", "session", "mode", "payload", "day")


@dataclass(slots=True)
class Synced:
    """`came` events were new here, `went` new there. `unread` are lines that were left alone, each
    with its place and why.
    """

    came: int = 0
    went: int = 0
    unread: list[str] = field(default_factory=list)


def with_file(log: ReviewLog, other: ReviewLog) -> Synced:
    """Make two logs the same: one transaction each. Raises `StoreError`."""
    ours, theirs = log.rows(), other.rows()
    mine = {row["id"] for row in ours}
    known = {row["id"] for row in theirs}
    came = [row for row in theirs if row["id"] not in mine]
    went = [row for row in ours if row["id"] not in known]
    return Synced(came=log.add_rows(came) if came else 0, went=other.add_rows(went) if went else 0)


def with_folder(log: ReviewLog, folder: Path, machine: str) -> Synced:
    """Bring in what other machines left in `folder`, and leave there what none of them has.

    Each machine writes one file of its own, whole or not at all, and reads all: no two write to the
    same, so Dropbox, Syncthing and git have nothing to merge. `machine` tells this one from others.
    Raises `StoreError`.
    """
    found = Synced()
    with explained(folder):
        own = folder / f"{machine}{SUFFIX}"
        kept: dict[str, str] = {}
        others: dict[str, str] = {}
        for file in sorted(folder.glob(f"*{SUFFIX}")):
            into = kept if file == own else others
            for key, line in _lines(file, found.unread):
                into.setdefault(key, line)
    ours = {str(row["id"]): row for row in log.rows()}
    came = [json.loads(line) for key, line in {**others, **kept}.items() if key not in ours]
    if came:
        found.came = log.add_rows({name: row.get(name) for name in COLUMNS} for row in came)
    new = [row for key, row in ours.items() if key not in kept and key not in others]
    if new:
        text = "".join(f"{line}\n" for line in (*kept.values(), *map(_line, new)))
        with explained(own):
            write_whole(own, text.encode())
        found.went = len(new)
    return found


def machine_name(*what: str) -> str:
    """16 hex digits that stay the same as long as `what` tells a machine and its log apart."""
    return sha256("\n".join(what).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _line(row: Row) -> str:
    filled = {name: row[name] for name in COLUMNS if row[name] is not None}
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"))


def _lines(file: Path, unread: list[str]) -> Iterator[tuple[str, str]]:
    """The id and the text of each line that is an event; others are told.

    A line may be half there while a program copies the file; it comes with the next sync.
    """
    for number, raw in enumerate(file.read_bytes().split(b"\n"), start=1):
        if not raw.strip():
            continue
        try:
            line = raw.decode()
            row = json.loads(line)
            _expect_row(row)
        except (*UNREADABLE, AttributeError) as error:
            unread.append(f"{file}:{number}: {error}")
        else:
            yield row["id"], line


def _expect_row(row: dict[str, object]) -> None:
    """Raise one of `UNREADABLE` where `row` could not be a row of the log."""
    for name in COLUMNS:
        value = row.setdefault(name, None)
        if value is None and name not in _NEEDED:
            continue
        if isinstance(value, bool) or not isinstance(value, _NUMBERS.get(name, (str,))):
            raise TypeError(f"{name} is not what it must be")
        if isinstance(value, str):
            value.encode()
        elif isinstance(value, int | float) and not abs(value) < _LARGEST:  # nor NaN
            raise ValueError(f"{name} is no number that the log can hold")
    from_row(row)
