"""The review log: one SQLite file, to which events are appended and from which they are read."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from study_app.learning.events import StudyEvent
from study_app.store.errors import BROKEN, ONLY_READ, Replaced, explained, is_busy, told
from study_app.store.opening import (
    MEMORY,
    Dating,
    can_be_written,
    make_where_missing,
    open_for_reading,
    open_for_writing,
)
from study_app.store.rows import COLUMNS, SELECT, UNREADABLE, from_row, to_row

_INTO: Final = f"INTO event ({', '.join(COLUMNS)}) VALUES ({', '.join(':' + c for c in COLUMNS)})"
_INSERT: Final = f"INSERT {_INTO}"
_INSERT_NEW: Final = f"INSERT OR IGNORE {_INTO}"

AT_ONCE: Final = 5000
"""Rows that are read in one go: another program that writes waits for so many and no more."""


@dataclass(frozen=True, slots=True)
class End:
    """Which log it is, and its last row: position and id (0 and empty where there is none)."""

    log: str
    position: int
    id: str


@dataclass(frozen=True, slots=True)
class FileState:
    """What tells a file from another, and from itself after somebody wrote to it."""

    device: int
    inode: int
    size: int
    changed_ns: int

    def is_same_file(self, other: "FileState") -> bool:
        return (self.device, self.inode) == (other.device, other.inode)


class ReviewLog:
    """Append-only. Reading creates no file; the first `append` does. `clock` dates migrations, and
    days of events of version 0.1 are counted in `zone` (None: the system's).

    `append` returns once the event is on disk in the file that is at `path`, one transaction each.
    Where that is no longer the file that was opened here, it raises `Replaced` and nothing counts
    as written; `use_what_is_there` or `put_back` says how to go on. All methods raise `StoreError`
    where the file cannot be used.
    """

    def __init__(
        self, path: Path, clock: Callable[[], datetime], zone: tzinfo | None = None
    ) -> None:
        self.path = path
        self.set_aside: dict[int, str] = {}
        """Rows that cannot be read: why, by their position in the table `event`."""
        self.dating = Dating(clock, zone)
        self._connection: sqlite3.Connection | None = None
        self._only_read: str | None = None
        self._seen: FileState | None = None
        self._latest: tuple[int, str] | None = None
        """Position and id of the last row that was seen: an overwritten file does not have it."""
        self._written: dict[str, dict[str, object]] = {}
        """The rows of this program, by id: of a file that was overwritten nothing else is left."""
        self._refused: set[str] = set()

    @property
    def only_read(self) -> str | None:
        """Why no answer can be saved, and what to do; None where one can, as far as is known."""
        if self._only_read is None and self.path != MEMORY and not can_be_written(self.path):
            return f"{self.path}: it or its folder can only be read. {ONLY_READ}"
        return self._only_read

    def end(self) -> End | None:
        """None where there is no file yet."""
        with explained(self.path):
            connection = self._for_reading()
            if connection is None:
                return None
            (log,) = connection.execute("SELECT id FROM log").fetchone()
            last = connection.execute(
                "SELECT position, id FROM event ORDER BY position DESC LIMIT 1"
            ).fetchone()
            position, key = last or (0, "")
            if last is not None and isinstance(key, str):
                self._latest = (position, key)
            return End(log, position, str(key))

    def id_at(self, position: int) -> str | None:
        """The id of the event at `position`."""
        rows = self._rows("SELECT id FROM event WHERE position = ?", position)
        return str(rows[0]["id"]) if rows else None

    def events(self) -> list[StudyEvent]:
        """All events in the order in which they were appended; see `set_aside` for the others."""
        return [event for part in self.after(0) for event in part]

    def after(self, position: int, until: int | None = None) -> Iterator[list[StudyEvent]]:
        """The events behind `position`, up to `until` where it is given, in parts, in the order in
        which they were appended.
        """
        end = self.end()
        if end is None:
            return
        last = end.position if until is None else until
        query = f"{SELECT} WHERE position > ? AND position <= ? ORDER BY position LIMIT {AT_ONCE}"
        while rows := self._rows(query, position, last):
            yield list(self._read(rows))
            position = rows[-1]["position"]

    def by_item(self, until: int) -> Iterator[list[StudyEvent]]:
        """The events up to the position `until`, in parts: those of an item come in one part, and
        those of none before.
        """
        position = 0
        while rows := self._rows(
            f"{SELECT} WHERE item IS NULL AND position > ? AND position <= ? "
            f"ORDER BY position LIMIT {AT_ONCE}",
            position,
            until,
        ):
            yield list(self._read(rows))
            position = rows[-1]["position"]
        items = self._rows("SELECT DISTINCT item FROM event WHERE item IS NOT NULL")
        for row in items:
            yield self.of_item(row["item"], until)

    def of_item(self, item: str, until: int) -> list[StudyEvent]:
        """The events about `item` up to the position `until`."""
        # The cast finds rows whose item is no UTF-8 and came as bytes.
        query = f"{SELECT} WHERE item = CAST(? AS TEXT) AND position <= ?"
        return list(self._read(self._rows(query, item, until)))

    def of_session(self, session: str) -> list[StudyEvent]:
        return list(self._read(self._rows(f"{SELECT} WHERE session = ?", session)))

    def append(self, event: StudyEvent) -> None:
        """Write `event` to disk."""
        row = to_row(event)
        with explained(self.path):
            connection = self._for_writing()
            with _transaction(connection):
                self._expect_ours(connection)
                position = connection.execute(_INSERT, row).lastrowid
            try:
                self._expect_in_place()
            except Replaced:
                self._refused.add(event.id)
                raise
            self._written[event.id] = row
            self._latest = (position or 0, event.id)
            self._seen = state_of(self.path)

    def add_rows(self, rows: Iterable[Mapping[str, object]]) -> int:
        """Write rows of another log, in one transaction, but for those that are there already.

        Returns how many were written.
        """
        with explained(self.path):
            connection = self._for_writing()
            before = connection.total_changes
            with _transaction(connection):
                self._expect_ours(connection)
                connection.executemany(_INSERT_NEW, rows)
            self._expect_in_place()
            self._seen = state_of(self.path)
            return connection.total_changes - before

    def use_what_is_there(self) -> None:
        """Go on with the file that is at the path now, or with a new one where there is none."""
        with explained(self.path), self._exchanged():
            self._for_writing()

    def put_back(self) -> int:
        """Write the events of the file that was opened here into the one that is at the path now.

        Events that it has already are left alone. Returns how many were written.
        """
        with explained(self.path):
            rows = self._rows_of_old()
            with self._exchanged():
                return self.add_rows(rows)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection, self._seen, self._only_read = None, None, None

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        with explained(self.path):
            connection = self._for_reading()
            return [] if connection is None else connection.execute(query, values).fetchall()

    def _read(self, rows: Iterable[sqlite3.Row]) -> Iterator[StudyEvent]:
        """The events of `rows`; a row that cannot be read is set aside."""
        for row in rows:
            try:
                yield from_row(row)
            except UNREADABLE as error:
                self.set_aside[row["position"]] = _why(error)

    def _rows_of_old(self) -> list[Mapping[str, object]]:
        """What the file held that is no longer there, so far as it can be read."""
        rows: dict[str, Mapping[str, object]] = {}
        if self._connection is not None:
            with suppress(*BROKEN):
                for row in self._connection.execute(f"{SELECT} ORDER BY position"):
                    with suppress(*UNREADABLE):
                        rows[from_row(row).id] = dict(row)
        rows |= {key: row for key, row in self._written.items() if key not in rows}
        return [row for key, row in rows.items() if key not in self._refused]

    @contextmanager
    def _exchanged(self) -> Iterator[None]:
        """Within, the file at the path is opened anew; on an error the old one stays open."""
        old = (self._connection, self._seen, self._latest)
        self._connection, self._seen, self._latest = None, None, None
        try:
            yield
        except BaseException:
            self.close()
            self._connection, self._seen, self._latest = old
            raise
        if old[0] is not None:
            old[0].close()

    def _for_writing(self) -> sqlite3.Connection:
        if self._only_read is not None:
            self.close()  # it may be possible by now
        if self._connection is None:
            self._connection, self._seen = self._opened()
        elif self.path != MEMORY:
            self._expect_in_place()
            if state_of(self.path) != self._seen:
                # Somebody else wrote. Pages that SQLite remembers may be of what was there before:
                # it sees by a counter alone that they changed, and a copied file has any.
                self._connection.close()
                self._connection = None
                return self._for_writing()
        return self._connection

    def _opened(self) -> tuple[sqlite3.Connection, FileState | None]:
        """A connection, and the state of the very file that it is connected to."""
        make_where_missing(self.path, self.dating)
        before = state_of(self.path)
        connection = open_for_writing(self.path, self.dating)
        after = state_of(self.path)
        if before is None or after is None or after.is_same_file(before):
            return connection, after
        connection.close()  # it was replaced between the two looks
        return self._opened()

    def _for_reading(self) -> sqlite3.Connection | None:
        """None where there is no file yet."""
        if self._connection is None and not _is_there(self.path):
            return None
        if self._only_read is not None and self._connection is not None:
            return self._connection
        try:
            return self._for_writing()
        except (sqlite3.OperationalError, OSError) as error:
            if is_busy(error):
                raise
            # A disk that is full or can only be read keeps nobody from reading, though a file of
            # an earlier version cannot be brought up to date there.
            try:
                self._connection = open_for_reading(self.path, self.dating)
            except (sqlite3.Error, OSError):
                self._connection = None
            if self._connection is None:
                raise
            self._only_read = told(error, self.path)
            return self._connection

    def _expect_in_place(self) -> None:
        """Raise `Replaced` where the open file is no longer the one at the path."""
        if self._seen is None:
            return
        now = state_of(self.path)
        if now is None:
            raise Replaced(f"{self.path} was deleted while dva was running. Nothing was written.")
        if not now.is_same_file(self._seen):
            raise Replaced(
                f"{self.path} was replaced by another file while dva was running. "
                "Nothing was written."
            )

    def _expect_ours(self, connection: sqlite3.Connection) -> None:
        """Raise `Replaced` where the file does not hold what was seen in it."""
        self._expect_in_place()
        if self._latest is None:
            return
        position, key = self._latest
        row = connection.execute("SELECT id FROM event WHERE position = ?", (position,)).fetchone()
        if row is None or row["id"] != key:
            raise Replaced(
                f"{self.path} was overwritten while dva was running: the last answer is not in it. "
                "Nothing was written."
            )


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


def state_of(path: Path) -> FileState | None:
    """None where there is no file, and for a log in memory."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileState(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


def _is_there(path: Path) -> bool:
    """Whether there is something at `path`. Raises OSError where the way there is none."""
    if path == MEMORY:
        return True
    try:
        path.lstat()
    except FileNotFoundError:
        return False
    return True


def _why(error: Exception) -> str:
    match error:
        case KeyError(args=(str(name),)):
            return f"{name} is missing"
        case RecursionError():
            return "it is nested too deep"
        case _:
            return str(error)
