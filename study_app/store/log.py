"""The review log: one SQLite file, to which events are appended and from which they are read."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from study_app.learning.events import StudyEvent
from study_app.store.rows import COLUMNS, Row, from_row, to_row
from study_app.store.schema import MIGRATIONS, VERSION

APPLICATION_ID: Final = 0x64766173
"""`dvas` in the file's header, so that another program's database is not taken for ours."""

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first SQLite with STRICT tables."""

PATIENCE: Final = 1.0
"""Seconds to wait for another program that writes: the screen waits with us."""

MEMORY: Final = Path(":memory:")

_INSERT: Final = (
    f"INSERT INTO event ({', '.join(COLUMNS)}) VALUES ({', '.join(':' + c for c in COLUMNS)})"  # noqa: S608 - column names are constants
)
_SELECT: Final = f"SELECT {', '.join(COLUMNS)} FROM event ORDER BY position"  # noqa: S608 - the same


class StoreError(Exception):
    """The log cannot be read or written. The message says what to do."""


class ReviewLog:
    """Append-only. Reading creates no file; the first `append` does. `clock` dates migrations.

    `append` returns once the event is on disk (WAL with synchronous FULL), one transaction each.
    All methods raise `StoreError` where the file cannot be used.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self.path = path
        self._clock = clock
        self._connection: sqlite3.Connection | None = None

    def events(self) -> list[StudyEvent]:
        """All events in the order in which they were appended."""
        with self._explained():
            if self._connection is None and not self.path.exists():
                return []
            return [self._event(dict(row)) for row in self._open().execute(_SELECT)]

    def append(self, event: StudyEvent) -> None:
        """Write `event` to disk."""
        with self._explained(), self._open() as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_INSERT, to_row(event))

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            self._connection = self._connect()
        return self._connection

    def _event(self, row: Row) -> StudyEvent:
        try:
            return from_row(row)
        except (KeyError, TypeError, ValueError) as error:
            raise StoreError(
                f"{self.path}: event {row['id']} cannot be read ({error}). "
                "Restore a backup from the same folder, or move the file away."
            ) from error

    def _connect(self) -> sqlite3.Connection:
        if sqlite3.sqlite_version_info < OLDEST_SQLITE:
            raise StoreError(
                f"SQLite {sqlite3.sqlite_version} is too old: "
                f"{'.'.join(map(str, OLDEST_SQLITE))} or newer is needed."
            )
        if self.path != MEMORY:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        # No implicit transactions: each BEGIN stands in the code.
        connection = sqlite3.connect(self.path, isolation_level=None, timeout=PATIENCE)
        connection.row_factory = sqlite3.Row
        try:
            _refuse_foreign(connection, self.path)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, self.path, self._clock())
        except BaseException:
            connection.close()
            raise
        return connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self.path}: {error}. {_remedy(error)}") from error
        except OSError as error:
            raise StoreError(
                f"{error.filename or self.path}: {error.strerror}. "
                "Choose another folder with --data-dir."
            ) from error


def _remedy(error: sqlite3.DatabaseError) -> str:
    match error.sqlite_errorname:
        case "SQLITE_NOTADB" | "SQLITE_CORRUPT":
            return "Move the file away, or restore a backup from the same folder."
        case "SQLITE_BUSY":
            return "Another program holds it; close that one and try again."
        case "SQLITE_FULL":
            return "The disk is full; free some space and answer again."
        case _:
            return "See that the folder can be written, or choose another with --data-dir."


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0
    if application != APPLICATION_ID and not empty:
        raise StoreError(f"{path} is not a progress file of dva. Choose another --data-dir.")
    version = _version(connection)
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a newer dva (schema {version}, this one knows {VERSION}). "
            "Update dva; the file was left as it is."
        )


def _migrate(connection: sqlite3.Connection, path: Path, at: datetime) -> None:
    """Bring the schema up to date: each version in one transaction with its record."""
    version = _version(connection)
    if version == VERSION:
        return
    if version > 0:
        _back_up(connection, path, version, at)
    for number, statements in enumerate(MIGRATIONS[version:], start=version + 1):
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            if _version(connection) >= number:
                connection.execute("ROLLBACK")  # another process was faster
                continue
            for statement in statements:
                connection.execute(statement)
            connection.execute(
                "INSERT INTO migration (version, at) VALUES (?, ?)", (number, at.isoformat())
            )
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")


def _back_up(connection: sqlite3.Connection, path: Path, version: int, at: datetime) -> None:
    copy = path.with_name(f"{path.name}.schema-{version}.{at:%Y%m%dT%H%M%SZ}.backup")
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)
