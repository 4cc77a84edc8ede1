"""Opens the log file: creates, converts and migrates it for writing, or opens it read-only.

A rollback journal that is deleted with each commit: between two answers everything is in one file,
so that any copy of it is whole. `synchronous` EXTRA also puts the deletion on disk, without which a
power cut would bring the journal back, and the answer would be rolled back with it.
"""

import os
import sqlite3
import stat
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from study_app.files import FILE_MODE, create, make_folder, sync_folder, unfinished
from study_app.learning.log.days import study_day
from study_app.store.errors import StoreError, damaged
from study_app.store.schema import MIGRATIONS, VERSION, ZONES_SINCE

APPLICATION_ID: Final = 0x64766173
"""`dvas` in the file's header, so that another program's database is not taken for ours."""

OLDEST_SQLITE: Final = (3, 37, 0)
"""The first SQLite with STRICT tables."""

PATIENCE: Final = 1.0
"""Seconds to wait for another program that writes: the screen waits with us."""

MEMORY: Final = Path(":memory:")

SIDECARS: Final = ("-journal", "-wal")
"""Ends of the names of files in which SQLite keeps what is not in the file itself."""

_OURS: Final = frozenset({"event", "migration"})


@dataclass(frozen=True, slots=True)
class Dating:
    """What a migration needs to know: the moment `now()`, and the time zone (None: the system's)
    in which the days of earlier events are counted.
    """

    now: Callable[[], datetime]
    zone: tzinfo | None = None


def make_where_missing(path: Path, dating: Dating) -> None:
    """Create an empty log under a temporary name and rename it once it is complete."""
    if path == MEMORY or os.path.lexists(path):
        return
    make_folder(path.parent)
    new = sibling(path, f".{os.getpid()}.new")
    create(new)
    try:
        with closing(_connect(str(new))) as connection:
            _migrate(connection, dating)
        try:
            os.link(new, path)  # unlike a renaming, it replaces no file of a faster program
        except FileExistsError:
            pass
        except OSError:  # a file system without links
            if not os.path.lexists(path):
                new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    sync_folder(path.parent)


def open_for_writing(path: Path, dating: Dating) -> sqlite3.Connection:
    """Open the file at `path` and bring it up to date. `dating` is for migrations.

    Raises sqlite3.Error, OSError and StoreError.
    """
    if path == MEMORY:
        connection = _connect(str(path))
        _migrate(connection, dating)
        return connection
    connection = _opened(path)
    try:
        with suppress(OSError):  # of somebody else, or on a disk without modes
            if path.stat().st_mode & 0o777 != FILE_MODE:
                path.chmod(FILE_MODE)
        # Version 0.1 kept a write-ahead log. Raises where another program still uses it.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        if 0 < _version(connection) < VERSION:
            _back_up(connection, path, dating.now())
        _migrate(connection, dating)
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path, dating: Dating) -> sqlite3.Connection:
    """A copy in memory, up to date, of a file that cannot be brought up to date where it is.

    Nothing is written beside the file. Raises sqlite3.Error, OSError and StoreError.
    """
    # Needed where something is amiss, and slow to import.
    from shutil import copyfile  # noqa: PLC0415
    from tempfile import TemporaryDirectory  # noqa: PLC0415

    memory = _connect(str(MEMORY))
    try:
        if any(_size(sibling(path, sidecar)) for sidecar in SIDECARS):
            # Answers may lie in a log beside the file that only a writer can bring in.
            with TemporaryDirectory() as folder:
                copy = Path(folder) / path.name
                for suffix in ("", *SIDECARS):
                    with suppress(FileNotFoundError):
                        copyfile(sibling(path, suffix), sibling(copy, suffix))
                with closing(_opened(copy)) as source:
                    source.backup(memory)
        else:
            with closing(_opened(path, "?immutable=1")) as source:
                source.backup(memory)
        _migrate(memory, dating)
    except BaseException:
        memory.close()
        raise
    memory.execute("PRAGMA query_only = ON")
    return memory


def can_be_written(path: Path) -> bool:
    """Whether an answer could be saved, as far as permissions tell."""
    folder = path.parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoreError(
            "SQLite {found} is too old: {oldest} or newer is needed.",
            found=sqlite3.sqlite_version,
            oldest=".".join(map(str, OLDEST_SQLITE)),
        )
    # No implicit transactions: each BEGIN stands in the code.
    connection = sqlite3.connect(name, isolation_level=None, timeout=PATIENCE, uri=uri)
    connection.row_factory = sqlite3.Row
    return connection


def fetch(
    connection: sqlite3.Connection, query: str, values: Sequence[object] = ()
) -> list[sqlite3.Row]:
    """The rows of `query`; text that is not UTF-8 is returned as bytes."""
    try:
        return connection.execute(query, values).fetchall()
    except sqlite3.OperationalError as error:
        if hasattr(error, "sqlite_errorname"):
            raise
    # Python could not read a text, and SQLite is fine. Twice as slow, so only now.
    connection.text_factory = _text
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.text_factory = str


def _text(raw: bytes) -> str | bytes:
    """Bytes if not UTF-8, so that one damaged field does not stop the reading of all rows."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def _opened(path: Path, query: str = "") -> sqlite3.Connection:
    """A connection to a file that is there and ours."""
    state = path.stat()
    if not (stat.S_ISREG(state.st_mode) or stat.S_ISDIR(state.st_mode)):  # SQLite tells of folders
        raise StoreError(
            "{path} is not a regular file. Move it, or choose another --data-dir.", path=path
        )
    if state.st_size == 0:
        raise StoreError(
            "{path} is empty (0 bytes). `dva restore FILE` restores a backup; "
            "delete the empty file to start over.",
            path=path,
        )
    # As a URI with its mode, so that a file that has just been deleted is not made again.
    connection = _connect(f"{path.absolute().as_uri()}{query or '?mode=rw'}", uri=True)
    try:
        _refuse_foreign(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
    version = _version(connection)
    ours = tables >= _OURS
    if application != APPLICATION_ID and not ours:
        raise StoreError(
            "{path} is not a dva progress file. Move it, or choose another --data-dir.", path=path
        )
    if version > VERSION:
        raise StoreError(
            "{path} was written by a newer dva (schema {version}, this one supports {known}). "
            "Update dva; the file was left unchanged.",
            path=path,
            version=version,
            known=VERSION,
        )
    if not ours:
        missing = ", ".join(sorted(_OURS - tables))
        raise StoreError(
            damaged("{path} is damaged: it has no table {name}", path=path, name=missing)
        )
    recorded = connection.execute("SELECT max(version) FROM migration").fetchone()[0]
    if application != APPLICATION_ID or version != recorded:
        what = damaged(
            "{path} is damaged: its header says application_id {one} and user_version {two}, "
            "its records {three} and {four}",
            path=path,
            one=f"{application:#x}",
            two=version,
            three=f"{APPLICATION_ID:#x}",
            four=recorded,
        )
        raise StoreError(what)


def _migrate(connection: sqlite3.Connection, dating: Dating) -> None:
    """Bring the schema up to date: each version in one transaction with its record."""
    if _version(connection) == VERSION:
        return
    at = dating.now()

    def day(moment: object) -> str | None:
        return day_of(moment, dating.zone)

    connection.create_function("study_day", 1, day, deterministic=True)
    for number, statements in enumerate(MIGRATIONS, start=1):
        if _version(connection) >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            if _version(connection) >= number:
                continue  # another program was faster
            for statement in statements:
                connection.execute(statement)
            connection.execute(
                "INSERT INTO migration (version, at) VALUES (?, ?)", (number, at.isoformat())
            )
            if number >= ZONES_SINCE:
                zone = getattr(dating.zone, "key", None) or f"{at.astimezone(dating.zone):%Z%z}"
                connection.execute(
                    "UPDATE migration SET zone = ? WHERE version = ?", (zone, number)
                )
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {number}")


def day_of(moment: object, zone: tzinfo | None) -> str | None:
    """The study day of a moment as rows have it; None for what is none."""
    try:
        text = moment.decode() if isinstance(moment, bytes) else str(moment)
        return study_day(datetime.fromisoformat(text), zone).isoformat()
    except (ValueError, OverflowError):
        return None


def _back_up(connection: sqlite3.Connection, path: Path, at: datetime) -> None:
    """A copy of the file as it was before its migration."""
    name = f"{path.name}.schema-{_version(connection)}.{at:%Y%m%dT%H%M%SZ}.backup"
    with unfinished(path.with_name(name)) as copy, closing(sqlite3.connect(copy)) as target:
        connection.backup(target)


def sibling(path: Path, suffix: str) -> Path:
    """The file whose name is that of `path` with `suffix`."""
    return path.with_name(path.name + suffix)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
