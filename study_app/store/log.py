"""The review log: one SQLite file, to which events are appended and from which they are read."""

import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from study_app.learning.log.events import StudyEvent
from study_app.store.errors import BROKEN, Replaced, explained
from study_app.store.file import LogFile
from study_app.store.kinds.values import UnreadableValue
from study_app.store.opening import Dating, fetch
from study_app.store.rows import COLUMNS, SELECT, UNREADABLE, from_row, to_row
from study_app.words.errors import error_text
from study_app.words.text import Text

_INTO: Final = f"INTO event ({', '.join(COLUMNS)}) VALUES ({', '.join(':' + c for c in COLUMNS)})"
_INSERT: Final = f"INSERT {_INTO}"
_INSERT_NEW: Final = f"INSERT OR IGNORE {_INTO}"

AT_ONCE: Final = 10_000
"""Rows that are read in one go: another program that writes waits for so many and no more."""


@dataclass(frozen=True, slots=True)
class End:
    """Which log it is, and its last row: position and id (0 and empty where there is none)."""

    log: str
    position: int
    id: str


class ReviewLog:
    """Append-only. Reading creates no file; the first `append` does. `clock` dates migrations, and
    days of events of version 0.1 are counted in `zone` (None: the system's).

    `append` returns once the events are on disk in the file that is at `path`, in one transaction.
    Where that is no longer the file that was opened here, it raises `Replaced` and nothing counts
    as written; `use_what_is_there` or `put_back` says how to go on. All methods raise `StoreError`
    where the file cannot be used.
    """

    def __init__(
        self, path: Path, clock: Callable[[], datetime], zone: tzinfo | None = None
    ) -> None:
        self.path = path
        self.set_aside: dict[int, Text] = {}
        """Rows that cannot be read: why, by their position in the table `event`."""
        self._file = LogFile(path, Dating(clock, zone))
        self._written: dict[str, dict[str, object]] = {}
        """The rows of this program, by id: of a file that was overwritten nothing else is left."""
        self._refused: set[str] = set()

    @property
    def only_read(self) -> Text | None:
        """Why answers cannot be saved, and what to do; None if they can, as far as known."""
        return self._file.only_read

    @property
    def dating(self) -> Dating:
        return self._file.dating

    def end(self) -> End | None:
        """None where there is no file yet."""
        with explained(self.path):
            connection = self._file.for_reading()
            if connection is None:
                return None
            row = connection.execute("SELECT id FROM log").fetchone()
            if row is None:
                raise sqlite3.DatabaseError("database disk image is malformed")
            query = "SELECT position, id FROM event ORDER BY position DESC LIMIT 1"
            position, key = next(iter(fetch(connection, query)), (0, ""))
            if position and isinstance(key, str):
                self._file.saw(position, key)
            return End(row[0], position, str(key))

    def id_at(self, position: int) -> str | None:
        """The id of the event at `position`."""
        rows = self._rows("SELECT id FROM event WHERE position = ?", position)
        return str(rows[0]["id"]) if rows else None

    def events(self) -> list[StudyEvent]:
        """All events in the order in which they were appended; see `set_aside` for the others."""
        end = self.end()
        parts = [] if end is None else self.parts(0, end.position)
        return [event for _, part in parts for event in part]

    def parts(self, after: int, until: int) -> Iterator[tuple[int, list[StudyEvent]]]:
        """The events behind the position `after`, up to `until`, in the order in which they were
        appended. They come in parts, each with its last position.
        """
        query = f"{SELECT} WHERE position > ? AND position <= ? ORDER BY position LIMIT {AT_ONCE}"
        while rows := self._rows(query, after, until):
            self._expect_all([row["position"] for row in rows], after)
            after = rows[-1]["position"]
            yield after, list(self._read(rows))
        self._expect_all([until + 1], after)

    def ids(self) -> set[str]:
        """The ids of all rows, also of those that cannot be read."""
        return {str(row["id"]) for row in self._rows("SELECT id FROM event")}

    def rows(self, but: Container[str] = ()) -> list[Mapping[str, object]]:
        """All rows that can be read, as they are, for another log; each with its study day.

        `but` has the ids of rows that are not asked for.
        """
        end = self.end()
        if end is None:
            return []
        rows: list[Mapping[str, object]] = []
        after = 0
        query = f"{SELECT} WHERE position > ? AND position <= ? ORDER BY position LIMIT {AT_ONCE}"
        while part := self._rows(query, after, end.position):
            after = part[-1]["position"]
            for row in part:
                if row["id"] in but:
                    continue
                with suppress(*UNREADABLE):
                    from_row(row)
                    if bytes not in map(type, row):  # text that is damaged
                        rows.append(dict(row))
        return rows

    def of_item(self, item: str, until: int) -> list[StudyEvent]:
        """The events about `item` up to the position `until`."""
        # The cast finds rows whose item is no UTF-8 and came as bytes.
        query = f"{SELECT} WHERE item = CAST(? AS TEXT) AND position <= ?"
        return list(self._read(self._rows(query, item, until)))

    def of_session(self, session: str) -> list[StudyEvent]:
        return list(self._read(self._rows(f"{SELECT} WHERE session = ?", session)))

    def latest_of(self, kinds: Sequence[str], count: int) -> Iterator[StudyEvent]:
        """The latest `count` events of these kinds by time, whatever their order in the log.

        The file is read now; each event is made when it is asked for, on whichever thread.
        """
        wanted = ", ".join("?" * len(kinds))
        query = f"{SELECT} WHERE kind IN ({wanted}) ORDER BY at DESC, id DESC LIMIT ?"
        return self._read(self._rows(query, *kinds, count))

    def append(self, *events: StudyEvent) -> None:
        """Write `events` to disk, all or none."""
        rows = {event.id: to_row(event) for event in events}
        position = 0
        with explained(self.path):
            try:
                with self._file.transaction() as connection:
                    for row in rows.values():
                        position = connection.execute(_INSERT, row).lastrowid or 0
            except Replaced:
                self._refused.update(rows)  # the old file may have them by now
                raise
            self._file.saw(position, events[-1].id)
        self._written |= rows

    def add_rows(self, rows: Iterable[Mapping[str, object]]) -> int:
        """Write rows of another log, in one transaction, but for those that are there already.

        Returns how many were written.
        """
        with explained(self.path), self._file.transaction() as connection:
            before = connection.total_changes
            connection.executemany(_INSERT_NEW, rows)
            return connection.total_changes - before

    def use_what_is_there(self) -> None:
        """Go on with the file that is at the path now, or with a new one where there is none."""
        with explained(self.path), self._file.exchanged():
            self._file.for_writing()

    def put_back(self) -> int:
        """Write the events of the file that was opened here into the one that is at the path now.

        Events that it has already are left alone. Returns how many were written.
        """
        with explained(self.path):
            rows = self._rows_of_old()
            with self._file.exchanged():
                return self.add_rows(rows)

    def close(self) -> None:
        self._file.close()

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with explained(self.path):
            connection = self._file.for_reading()
            return [] if connection is None else fetch(connection, query, values)

    def _read(self, rows: Iterable[sqlite3.Row]) -> Iterator[StudyEvent]:
        """The events of `rows`; a row that cannot be read is set aside."""
        for row in rows:
            try:
                yield from_row(row)
            except UNREADABLE as error:
                self.set_aside[row["position"]] = _why(error)

    def _expect_all(self, positions: Iterable[int], after: int) -> None:
        """Set aside what is missing: positions are given in turn, and rows are never deleted."""
        for position in positions:
            if position > after + 1:
                missing = "missing, as are all up to {last}" if position > after + 2 else "missing"
                self.set_aside[after + 1] = error_text(missing, last=position - 1)
            after = position

    def _rows_of_old(self) -> list[Mapping[str, object]]:
        """What the file held that is no longer there, so far as it can be read."""
        rows: dict[str, Mapping[str, object]] = {}
        if self._file.connection is not None:
            with suppress(*BROKEN):
                for row in fetch(self._file.connection, f"{SELECT} ORDER BY position"):
                    with suppress(*UNREADABLE):
                        rows[from_row(row).id] = dict(row)
        rows |= {key: row for key, row in self._written.items() if key not in rows}
        return [row for key, row in rows.items() if key not in self._refused]


def _why(error: Exception) -> Text:
    match error:
        case UnreadableValue():
            return error.text
        case KeyError(args=(str(name),)):
            return error_text("{place} is missing", place=name)
        case RecursionError():
            return error_text("nested too deep")
        case _:  # the words of a parser
            return error_text("a value is not valid: {what}", what=error_text(str(error)))
