"""Two machines with one history: the union of their append-only logs, and nothing else.

Events fold in key order, whatever the order in which they arrived, so the same events give the same
history everywhere. Rows are copied unchanged, even those of a kind that this version does not know.
Existing rows are left alone: a sync can be repeated, interrupted at any point, and run
concurrently.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from study_app.exchange.sync.event_lines import Foreign, line_of, lines_in, row_of
from study_app.files import open_regular, reason, write_whole
from study_app.store.errors import StoreError, explained
from study_app.store.log import ReviewLog
from study_app.words.errors import as_text, error_text
from study_app.words.text import Text

SUFFIX: Final = ".jsonl"

_SQLITE: Final = b"SQLite format 3\0"
"""The first bytes of a database (https://www.sqlite.org/fileformat2.html, 1.3)."""


@dataclass(slots=True)
class Synced:
    """`came` events were new here, `went` new there. `unread` are lines that were skipped, each
    with its place and the reason.
    """

    came: int = 0
    went: int = 0
    unread: list[Text] = field(default_factory=list)
    is_first: bool = field(default=False, compare=False)
    """Whether a server had no events of the learner: the name may be misspelled."""


def log_of_other(path: Path, clock: Callable[[], datetime]) -> ReviewLog:
    """Open the log of another machine. Raises `StoreError` if the file is something else."""
    try:
        with open_regular(path) as file:
            is_log = file.read(len(_SQLITE)) == _SQLITE
    except OSError as error:
        raise _no_log(path, reason(error)) from error
    if not is_log:
        raise _no_log(path, "it is not a dva progress file")
    return ReviewLog(path, clock)


def _no_log(path: Path, why: Text | str) -> StoreError:
    what = error_text("{path}: {what}", path=path, what=as_text(why, {}))
    return StoreError("{what}. Name a progress file or a folder.", what=what)


def with_file(log: ReviewLog, other: ReviewLog) -> Synced:
    """Make two logs the same: one transaction each. Raises `StoreError`."""
    came, went = other.rows(but=log.ids()), log.rows(but=other.ids())
    return Synced(came=log.add_rows(came) if came else 0, went=other.add_rows(went) if went else 0)


def with_folder(log: ReviewLog, folder: Path, machine: str) -> Synced:
    """Read what other machines left in `folder`, and add what none of them has.

    Each machine writes only its own file, atomically, and reads all: no two write the same file, so
    Dropbox, Syncthing and git have nothing to merge. `machine` identifies this one. Raises
    `StoreError`.
    """
    found = Synced()
    with explained(folder):
        own = folder / f"{machine}{SUFFIX}"
        files = sorted(folder.glob(f"*{SUFFIX}"))
    kept: dict[str, str] = {}
    others: dict[str, str] = {}
    for file in files:
        try:
            for key, line in lines_in(file, found.unread):
                (kept if file == own else others).setdefault(key, line)
        except (OSError, Foreign) as error:
            why = _unreadable(file, error)
            if file == own:  # its contents would be lost with the next write
                raise StoreError(why) from error
            found.unread.append(why)
    there, ours = {**others, **kept}, log.ids()
    came = [row_of(line) for key, line in there.items() if key not in ours]
    new = log.rows(but=there)
    if came:
        found.came = log.add_rows(came)
    if new:
        text = "".join(f"{line}\n" for line in (*kept.values(), *map(line_of, new)))
        with explained(own):
            write_whole(own, text.encode())
        found.went = len(new)
    return found


def machine_name(*what: str) -> str:
    """16 hex digits that stay the same as long as `what` tells a machine and its log apart."""
    return sha256("\n".join(what).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _unreadable(file: Path, error: OSError | Foreign) -> Text:
    if isinstance(error, OSError):
        why = error_text("cannot be read: {what}", what=reason(error))
    else:
        why = error_text("most of its lines were not written by `dva sync`")
    what = error_text("{path}: {what}", path=file, what=why)
    return error_text("{what}. Fix or move the file.", what=what)
