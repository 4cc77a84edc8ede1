"""Full copies of the log, and how to restore them."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from shutil import copyfile, disk_usage
from typing import Final

from study_app.files import SPARE, make_folder, sync_folder, unfinished
from study_app.store.errors import BROKEN, StoreError, explained, is_busy
from study_app.store.opening import SIDECARS, Dating, open_for_reading, open_for_writing, sibling

KEPT_DAYS: Final = 7
"""So many of the daily copies are kept."""

_DAILY: Final = "progress-????-??-??.db"


def backups_of(log: Path) -> Path:
    """The folder of the daily copies."""
    return log.parent / "backups"


def back_up(log: Path, target: Path, dating: Dating) -> None:
    """Write a whole copy of `log` to `target`, while others may read and write it.

    Raises `StoreError`.
    """
    with explained(log):
        try:
            log.lstat()
        except FileNotFoundError:
            raise StoreError(
                "{path}: there is no progress yet, so nothing to copy.", path=log
            ) from None
    with explained(log), closing(_readable(log, dating)) as source, explained(target):
        _copy(source, target)


def back_up_daily(log: Path, day: date, dating: Dating) -> None:
    """Keep a copy of `log` for `day`, unless there is one, and the `KEPT_DAYS` latest of them.

    Nothing happens where there is no log yet, or where space is short. Raises `StoreError`.
    """
    folder = backups_of(log)
    target = folder / f"progress-{day.isoformat()}.db"
    if target.exists() or not log.is_file():
        return
    with explained(target):
        make_folder(folder)
        if disk_usage(folder).free < log.stat().st_size + SPARE:
            return
    back_up(log, target, dating)
    for old in sorted(folder.glob(_DAILY))[:-KEPT_DAYS]:
        with suppress(OSError):
            old.unlink()


def restore(source: Path, log: Path, dating: Dating) -> Path | None:
    """Put a copy of `source` in the place of `log`, all at once.

    The file that was there is kept beside under the name that is returned; None where there was
    none. `source` must be a log that can be read. Raises `StoreError`.
    """
    with explained(source):
        if not source.is_file():
            raise StoreError(
                "{path}: there is no such file. Name a copy made by `dva backup`.", path=source
            )
        if log.exists() and source.samefile(log):
            raise StoreError(
                "{path} is the progress file itself. Name a copy made by `dva backup`.", path=source
            )
    with explained(source), closing(open_for_reading(source, dating)) as copy:
        found = copy.execute("PRAGMA quick_check(1)").fetchone()[0].splitlines()[-1]
        if found != "ok":
            raise StoreError(
                "{path} is damaged: {error}. `dva restore --recover {same}` writes what can be "
                "read into a new file.",
                path=source,
                error=found,
                same=source,
            )
        with explained(log):
            make_folder(log.parent)
            kept = _keep(log, dating)
            _copy(copy, log)
    return kept


def _keep(log: Path, dating: Dating) -> Path | None:
    """Give the file at `log` a second name, with what SQLite keeps beside it."""
    if not os.path.lexists(log):
        return None
    with suppress(*BROKEN):
        # Brings in what an earlier version or a power cut left beside the file.
        open_for_writing(log, dating).close()
    kept = _unused(sibling(log, f".before-restore.{dating.now():%Y%m%dT%H%M%SZ}"))
    for suffix in SIDECARS:
        with suppress(FileNotFoundError):
            sibling(log, suffix).rename(sibling(kept, suffix))
    try:
        os.link(log, kept)
    except OSError:  # a file system without links
        copyfile(log, kept)
    return kept


def _unused(path: Path) -> Path:
    number, found = 1, path
    while os.path.lexists(found):
        number += 1
        found = sibling(path, f".{number}")
    return found


def _copy(source: sqlite3.Connection, target: Path) -> None:
    """Write the database behind `source` to `target`, all at once; on disk on return."""
    with unfinished(target) as new, closing(sqlite3.connect(new)) as copy:
        copy.execute("PRAGMA synchronous = EXTRA")
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    sync_folder(target.parent)


def _readable(log: Path, dating: Dating) -> sqlite3.Connection:
    try:
        return open_for_writing(log, dating)
    except (sqlite3.OperationalError, OSError) as error:
        if is_busy(error):
            raise
        return open_for_reading(log, dating)


def stamp(at: datetime) -> str:
    """`at` as a part of a file name."""
    return f"{at:%Y%m%dT%H%M%SZ}"
