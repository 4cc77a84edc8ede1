"""The open log file, checked before and after each write, since it may be replaced."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from study_app.store.errors import ONLY_READ, Replaced, is_busy, message_of
from study_app.store.opening import (
    MEMORY,
    Dating,
    can_be_written,
    make_where_missing,
    open_for_reading,
    open_for_writing,
)
from study_app.words.errors import error_text
from study_app.words.text import Text


@dataclass(frozen=True, slots=True)
class FileState:
    """Identifies a file and its version."""

    device: int
    inode: int
    size: int
    changed_ns: int

    def is_same_file(self, other: "FileState") -> bool:
        return (self.device, self.inode) == (other.device, other.inode)


class LogFile:
    """Opens the file on demand, and creates it on the first write.

    Methods raise sqlite3.Error, OSError and StoreError, which `Replaced` is one of.
    """

    def __init__(self, path: Path, dating: Dating) -> None:
        self.path = path
        self.dating = dating
        self._connection: sqlite3.Connection | None = None
        self._only_read: Text | None = None
        self._seen: FileState | None = None
        self._latest: tuple[int, str] | None = None
        """Position and id of the last row that was seen: an overwritten file does not have it."""

    @property
    def only_read(self) -> Text | None:
        """Why answers cannot be saved, and what to do; None if they can, as far as known."""
        if self._only_read is None and self.path != MEMORY and not can_be_written(self.path):
            what = error_text("{path}: it or its folder is read-only", path=self.path)
            return error_text(ONLY_READ, what=what)
        return self._only_read

    @property
    def connection(self) -> sqlite3.Connection | None:
        """The connection as it is, also to a file that is no longer at the path."""
        return self._connection

    def saw(self, position: int, key: str) -> None:
        """From now on a file without this row at its end, or before it, is another one."""
        self._latest = (position, key)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Within, rows are written; on disk, in the file that is at the path, at the end."""
        connection = self.for_writing()
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            self._expect_ours(connection)
            yield connection
        self._expect_in_place()
        self._seen = state_of(self.path)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection, self._seen, self._only_read = None, None, None

    @contextmanager
    def exchanged(self) -> Iterator[None]:
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

    def for_writing(self) -> sqlite3.Connection:
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
                return self.for_writing()
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

    def for_reading(self) -> sqlite3.Connection | None:
        """None where there is no file yet."""
        if self._connection is None and not _is_there(self.path):
            return None
        if self._only_read is not None and self._connection is not None:
            return self._connection
        try:
            return self.for_writing()
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
            self._only_read = message_of(error, self.path)
            return self._connection

    def _expect_in_place(self) -> None:
        """Raise `Replaced` where the open file is no longer the one at the path."""
        if self._seen is None:
            return
        now = state_of(self.path)
        if now is None:
            raise Replaced(
                "{path} was deleted while dva was running. Nothing was written.", path=self.path
            )
        if not now.is_same_file(self._seen):
            raise Replaced(
                "{path} was replaced by another file while dva was running. Nothing was written.",
                path=self.path,
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
                "{path} was overwritten while dva was running: the last answer is not in it. "
                "Nothing was written.",
                path=self.path,
            )


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
