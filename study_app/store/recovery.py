"""`dva restore --recover`: what can be read from a damaged log, written to a new file."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from study_app.store.errors import BROKEN, StoreError, explained
from study_app.store.log import ReviewLog
from study_app.store.opening import SIDECARS, Dating, day_of, fetch, open_for_writing, sibling
from study_app.store.rows import COLUMNS, FIRST_COLUMNS, SELECT, UNREADABLE, from_row
from study_app.store.salvage import salvaged


@dataclass(frozen=True, slots=True)
class Recovered:
    """`events` were written to `path`; `lost` rows were seen and could not be read."""

    path: Path
    events: int
    lost: int


def recover(source: Path, target: Path, dating: Dating) -> Recovered:
    """Write every event that can be read in `source` to `target`, a new file.

    `source` is not touched: a copy is read. Raises `StoreError`.
    """
    with explained(source):
        if not source.is_file():
            raise StoreError(
                "{path} is not a file. Name the file to recover: dva restore --recover FILE",
                path=source,
            )
        rows: dict[str, Mapping[str, object]] = {}
        lost: set[object] = set()
        for found in _rows(source, dating):
            row = found
            if row["day"] is None:  # of version 0.1
                row = {**found, "day": day_of(found["at"], dating.zone)}
            try:
                event = from_row(row)
            except UNREADABLE:
                lost.add(row["position"])
            else:
                rows.setdefault(event.id, row)
    kept = {row["position"] for row in rows.values()}
    with closing(ReviewLog(target, dating.now, dating.zone)) as log:
        written = log.add_rows(sorted(rows.values(), key=lambda row: int(str(row["position"]))))
    return Recovered(target, written, len(lost - kept))


def _rows(source: Path, dating: Dating) -> Iterator[Mapping[str, object]]:
    """Reads through SQLite as far as possible, then from the bytes of each page."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        for suffix in ("", *SIDECARS):
            with suppress(FileNotFoundError):
                shutil.copyfile(sibling(source, suffix), sibling(copy, suffix))
        with suppress(*BROKEN), closing(open_for_writing(copy, dating)) as found:
            yield from map(dict, fetch(found, SELECT))
        least = 1 + len(FIRST_COLUMNS)
        yield from salvaged(copy.read_bytes(), ("position", *COLUMNS), least)
