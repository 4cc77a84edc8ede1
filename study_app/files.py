"""File helpers: private folders, and files that are written completely or not at all.

Outside the rooms, since settings, store and bank all write files but may not import each other.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO, Final

from study_app.words.errors import TextError, error_text
from study_app.words.text import Text

FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600

SPARE: Final = 32 * 2**20
"""Bytes that a disposable file leaves free: an answer needs the last space more than a cache."""


class FileRefused(OSError):
    """A file that is there and cannot be used: `text` says why."""

    def __init__(self, number: int, path: Path, text: Text) -> None:
        super().__init__(number, text.en, str(path))
        self.text = text


def reason(error: Exception) -> Text:
    """Why a file cannot be read or written, without its name."""
    if isinstance(error, FileRefused):
        return error.text
    return error_text(getattr(error, "strerror", None) or str(error))


class DuplicateKeyError(TextError, ValueError):
    """A JSON object that has a key twice."""


@contextmanager
def open_regular(path: Path) -> Iterator[BinaryIO]:
    """A file to be read. Raises OSError, whose `strerror` says what is wrong.

    A FIFO or device is refused, since it may never end; opening it does not wait for a writer.
    Raises ValueError for a null character in the name.
    """
    with open(path, "rb", opener=_open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FileRefused(errno.EINVAL, path, error_text("is not a regular file"))
        yield file


def read_whole(path: Path, most_bytes: int) -> bytes:
    """The bytes of a file of at most so many. Raises what `open_regular` does."""
    with open_regular(path) as file:
        data = file.read(most_bytes + 1)
    if len(data) > most_bytes:
        size = most_bytes // 1_000_000
        raise FileRefused(errno.EFBIG, path, error_text("larger than {size} MB", size=size))
    return data


def once_each(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object as Python has it: the `object_pairs_hook` of `json.loads`.

    Raises DuplicateKeyError: `json` would silently drop one of two.
    """
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise DuplicateKeyError("duplicate key {name}; write it once", name=repr(key[:60]))
        found[key] = value
    return found


def _open_at_once(path: str, flags: int) -> int:
    flags |= getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    return os.open(path, flags)


def make_folder(folder: Path) -> None:
    """Create `folder` and its missing parents. Existing folders are left unchanged.

    The entries are on disk when this returns. Raises OSError.
    """
    missing: list[Path] = []
    for one in (folder, *folder.parents):
        if one.exists():
            break
        missing.append(one)
    for one in reversed(missing):
        one.mkdir(mode=FOLDER_MODE, exist_ok=True)
        sync_folder(one.parent)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def keep_private(folder: Path) -> None:
    """Remove other users' access to a folder that an earlier version created world-readable."""
    with suppress(OSError):
        if folder.stat().st_mode & 0o077:
            folder.chmod(FOLDER_MODE)


def sync_folder(folder: Path) -> None:
    """Flush the entries of `folder` to disk, if the platform can: Windows cannot open folders."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextmanager
def unfinished(path: Path) -> Iterator[Path]:
    """A new file next to `path` that atomically replaces it when the block ends.

    If the block raises, the new file is deleted and `path` is unchanged. A device or a FIFO is
    never replaced: root could take `/dev/null` from the whole machine. Raises OSError.
    """
    if path.exists() and not path.is_file():
        raise FileRefused(errno.EINVAL, path, error_text("is not a regular file"))
    beside = path.with_name(f"{path.name}.{os.getpid()}.new")
    make_folder(path.parent)
    try:
        create(beside)
        yield beside
        beside.replace(path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def create(path: Path) -> None:
    """Create an empty file readable only by its owner; an existing file is truncated."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, FILE_MODE))


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` atomically; it is on disk on return. Raises OSError."""
    with unfinished(path) as beside, beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)


def write_disposable(path: Path, data: bytes) -> None:
    """Write `data`, which can be recreated, to `path` unless disk space is low. Raises OSError.

    Not flushed to disk: the reader must check that it is complete.
    """
    from shutil import disk_usage  # noqa: PLC0415 - most starts write nothing disposable

    make_folder(path.parent)
    if disk_usage(path.parent).free < len(data) + SPARE:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
    with unfinished(path) as beside:
        beside.write_bytes(data)
