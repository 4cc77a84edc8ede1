"""What can go wrong with the log, told to the person who studies: what, where, and what to do."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StoreError(Exception):
    """The log cannot be read or written. The message says what to do."""


class Replaced(StoreError):
    """Another file, or none, is where the log was. Nothing was written; see `ReviewLog`."""


BROKEN = (sqlite3.Error, UnicodeDecodeError, StoreError)
"""What reading a damaged database ends with."""

DAMAGED = (
    "`dva restore --recover` writes what can be read into a new file; "
    "`dva restore FILE` brings back a backup."
)
FULL = "The disk is full; free some space and try again."


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise a `StoreError` about `path` for every error of SQLite or of the system within."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {error}. {_remedy(error, path)}") from error
    except UnicodeDecodeError as error:  # Python reads a message that quotes damaged text
        raise StoreError(f"{path} is damaged: {error}. {DAMAGED}") from error
    except OSError as error:
        where = error.filename or path
        raise StoreError(f"{where}: {error.strerror}. {_remedy_of_system(error)}") from error


def _remedy(error: sqlite3.Error, path: Path) -> str:
    # Errors that the module raises by itself have no name of SQLite's.
    name = getattr(error, "sqlite_errorname", "")
    match name.split("_")[1:2]:
        case ["NOTADB" | "CORRUPT" | "ERROR" | "FORMAT" | "TOOBIG"]:
            return DAMAGED
        case ["BUSY" | "LOCKED" | "PROTOCOL"]:
            return "Another program is writing to it; close that one and try again."
        case ["FULL"]:
            return FULL
        case ["IOERR"]:
            return "The disk reports an error; copy the file to another disk before anything else."
    if path.is_dir():
        return "It is a folder; move it away, or choose another place with --data-dir."
    if path.exists() and not os.access(path, os.R_OK):
        return "Allow yourself to read it, or choose another folder with --data-dir."
    return (
        "Allow yourself to write the file and its folder, or choose another folder with --data-dir."
    )


def _remedy_of_system(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return FULL
        case errno.ENOTDIR | errno.EEXIST:
            return "A folder is needed there; choose another with --data-dir."
        case _:
            return "Choose another folder with --data-dir."
