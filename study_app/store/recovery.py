"""`dva restore --recover`: what can be read of a damaged log, written into a new file."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from study_app.store.errors import BROKEN, StoreError, explained
from study_app.store.log import ReviewLog
from study_app.store.opening import SIDECARS, Clock, beside, open_for_writing
from study_app.store.rows import COLUMNS, UNREADABLE, from_row
from study_app.store.salvage import salvaged


@dataclass(frozen=True, slots=True)
class Recovered:
    """`events` were written to `path`; `lost` rows were seen and could not be read."""

    path: Path
    events: int
    lost: int


def recover(source: Path, target: Path, clock: Clock) -> Recovered:
    """Write every event that can be read in `source` to `target`, a new file.

    `source` is not touched: a copy is read. Raises `StoreError`.
    """
    with explained(source):
        if not source.is_file():
            raise StoreError(f"{source} is no file. Name the file to recover: dva restore FILE")
        rows: dict[str, Mapping[str, object]] = {}
        lost: set[object] = set()
        for row in _rows(source, clock):
            try:
                event = from_row(row)
            except UNREADABLE:
                lost.add(row["position"])
            else:
                rows.setdefault(event.id, row)
    kept = {row["position"] for row in rows.values()}
    with closing(ReviewLog(target, clock)) as log:
        written = log.add_rows(sorted(rows.values(), key=lambda row: int(str(row["position"]))))
    return Recovered(target, written, len(lost - kept))


def _rows(source: Path, clock: Clock) -> Iterator[Mapping[str, object]]:
    """By way of SQLite, as far as it comes, then from the bytes of each page."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        for suffix in ("", *SIDECARS):
            with suppress(FileNotFoundError):
                shutil.copyfile(beside(source, suffix), beside(copy, suffix))
        names = ("position", *COLUMNS)
        with suppress(*BROKEN), closing(open_for_writing(copy, clock)) as found:
            for row in found.execute(f"SELECT {', '.join(names)} FROM event"):  # noqa: S608
                yield dict(row)
        yield from salvaged(copy.read_bytes(), names)
