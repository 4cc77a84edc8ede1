"""Errors of the log, for the learner: what, where, and what to do."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from study_app.files import reason
from study_app.words.errors import TextError, error_text
from study_app.words.text import Text


class StoreError(TextError):
    """The log cannot be read or written. The text says what to do."""


class Replaced(StoreError):
    """The log file was replaced or deleted. Nothing was written; see `ReviewLog`."""


BROKEN = (sqlite3.Error, UnicodeDecodeError, StoreError)
"""What reading a damaged database ends with."""

DAMAGED: Final = (
    "{what}. `dva restore --recover` writes what can be read to a new file; "
    "`dva restore FILE` restores a backup."
)
ONLY_READ: Final = (
    "{what}. Make the file and its folder writable, or choose another folder with --data-dir."
)
FULL: Final = "{what}. The disk is full; free some space and try again."


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn SQLite and system errors in the block into a `StoreError` about `path`."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError, OSError) as error:
        raise StoreError(message_of(error, path)) from error


def message_of(error: sqlite3.Error | UnicodeDecodeError | OSError, path: Path) -> Text:
    """What went wrong with `path`, and what to do."""
    match error:
        case sqlite3.Error():
            what = error_text("{path}: {what}", path=path, what=error_text(str(error)))
            return error_text(_with_remedy(error, path), what=what)
        case UnicodeDecodeError():  # Python reads a message that quotes damaged text
            return damaged("{path} is damaged: {error}", path=path, error=error)
        case _:
            where = error.filename or path
            what = error_text("{path}: {what}", path=where, what=reason(error))
            return error_text(_with_remedy_of_system(error), what=what)


def damaged(what: str, /, **values: object) -> Text:
    """What is damaged, and how to recover it."""
    return error_text(DAMAGED, what=error_text(what, **values))


def is_busy(error: Exception) -> bool:
    """Whether another program is writing: what is read past it may be half of what it writes."""
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def _with_remedy(error: sqlite3.Error, path: Path) -> str:
    # Errors that the module raises by itself have no name of SQLite's.
    name = getattr(error, "sqlite_errorname", "")
    match name.split("_")[1:2]:
        case [] | ["NOTADB" | "CORRUPT" | "ERROR" | "FORMAT" | "TOOBIG"]:
            return DAMAGED
        case ["BUSY" | "LOCKED" | "PROTOCOL"]:
            return "{what}. Another program is writing to it; close that one and try again."
        case ["FULL"]:
            return FULL
        case ["IOERR"] if _is_full(path.parent):
            return FULL
        case ["IOERR"]:
            return (
                "{what}. The disk reports an error; "
                "copy the file to another disk before anything else."
            )
    if path.is_dir():
        return "{what}. It is a folder; move it, or choose another location with --data-dir."
    if path.exists() and not os.access(path, os.R_OK):
        return "{what}. Make it readable, or choose another folder with --data-dir."
    return ONLY_READ


def _is_full(folder: Path) -> bool:
    from shutil import disk_usage  # noqa: PLC0415 - slow to import, and rarely needed

    return folder.is_dir() and disk_usage(folder).free < 2**16


def _with_remedy_of_system(error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return FULL
        case errno.EINVAL:
            return "{what}. Name a file."
        case errno.ENOTDIR | errno.EEXIST:
            return "{what}. A folder is needed there; choose another with --data-dir."
        case _:
            return "{what}. Choose another folder with --data-dir."
