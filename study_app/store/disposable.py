"""Files that repeat what the log says, in a form that costs less: each can be deleted at any time.

A file is a digest and one JSON value: what was cut off or damaged is as good as missing.
"""

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from study_app.files import read_whole, write_disposable
from study_app.store.file import state_of
from study_app.store.log import ReviewLog

MOST_BYTES: Final = 1_000_000
"""What is larger is nothing that `derived` wrote."""

_DIGEST: Final = hashlib.sha256().digest_size
_COUNTER: Final = slice(24, 28)
"""Where a database counts the transactions that wrote to it (fileformat2, 1.3.7)."""


@dataclass(frozen=True, slots=True)
class LogFileState:
    """What the file of the log looked like: its size, when it was changed, its counter."""

    size: int
    changed_ns: int
    counter: int


def log_file_state(path: Path) -> LogFileState | None:
    """None where the file cannot be read, or where there is none."""
    state = state_of(path)
    try:
        with path.open("rb") as file:
            counter = int.from_bytes(file.read(_COUNTER.stop)[_COUNTER], "big")
    except OSError:
        return None
    return None if state is None else LogFileState(state.size, state.changed_ns, counter)


def derived(kept: Path, log: ReviewLog, made_of: str, make: Callable[[], Any]) -> Any:
    """The plain value that `make` gives: as kept in the file `kept`, if neither the log nor
    `made_of`, which stands for everything else that went into it, has changed since.
    """
    before = log_file_state(log.path)
    if before is None:
        return make()
    key = {"log": str(log.path), "log_file": asdict(before), "made_of": made_of}
    with suppress(KeyError, TypeError, ValueError, RecursionError):
        found = recalled(kept, MOST_BYTES)
        if found["key"] == key:
            return found["value"]
    value = make()
    if log_file_state(log.path) == before:
        write(kept, {"key": key, "value": value})
    return value


def recalled(kept: Path, most_bytes: int) -> Any:
    """The value in `kept`. Raises ValueError where there is none that `write` wrote."""
    try:
        data = read_whole(kept, most_bytes)
    except OSError as error:
        raise ValueError("nothing can be read") from error
    if hashlib.sha256(data[_DIGEST:]).digest() != data[:_DIGEST]:
        raise ValueError("damaged")
    return json.loads(data[_DIGEST:])


def write(kept: Path, value: object) -> None:
    """Write a plain value, or nothing: a folder that cannot be written costs time only."""
    body = json.dumps(value, separators=(",", ":")).encode()
    with suppress(OSError):
        write_disposable(kept, hashlib.sha256(body).digest() + body)
