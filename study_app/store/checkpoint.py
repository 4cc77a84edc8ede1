"""The history of a log without reading the whole of it: a checkpoint plus the rest is the whole.

The checkpoint is a file of its own in the cache: it can be deleted, a copy of the log needs none,
and an answer costs no write to it. It says of which log it is and up to which position, and what
the file of the log looked like. Where it is missing, damaged, of another log or version, or where
somebody wrote to the log past dva, all is counted anew.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from study_app.learning.history.history import History
from study_app.learning.history.state import VERSION, State, from_value, to_value
from study_app.learning.log.events import StudyEvent
from study_app.store.disposable import LogFileState, log_file_state, recalled, write
from study_app.store.log import End, ReviewLog
from study_app.words.text import Text

AFTER: Final = 200
"""A checkpoint is written once so many events have come since the last."""

TOGETHER: Final = 50_000
"""So many events or a few more are counted together: each part counts every item anew."""

MOST_BYTES: Final = 200_000_000
"""What is larger is no checkpoint: one of a million answers has a tenth of it."""

ReportProgress = Callable[[int, int], None]
"""Called with the rows counted so far and their total, only where the whole log is read."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What the events up to `end` come to, and the rows among them that cannot be read."""

    end: End
    log_file: LogFileState
    state: State
    set_aside: dict[int, Text]


NO_CARDS: Final[Mapping[str, str]] = MappingProxyType({})


def load_history(
    log: ReviewLog,
    kept: Path | None,
    progress: ReportProgress = lambda _done, _total: None,
    *,
    card_of: Mapping[str, str] = NO_CARDS,
) -> History:
    """The history of `log`, by way of the checkpoint in the file `kept` where it has one.

    `card_of` says of which card a question is.

    Raises `StoreError` where the log cannot be read.
    """
    log.set_aside.clear()
    end = log.end()
    if end is None:
        return History(card_of=card_of)
    now = None if kept is None else log_file_state(log.path)
    found = None if kept is None or now is None else _recalled(kept)
    if found is None or not _fits(found, log, end, now) or not found.state.memories.fits(card_of):
        found = None
        state, since = _counted(log, end.position, progress, card_of), end.position
    else:
        log.set_aside.update(found.set_aside)
        state, since = found.state, found.end.position
    history = History(
        since=state,
        of_item=partial(log.of_item, until=since),
        of_session=log.of_session,
        card_of=card_of,
    )
    came = [event for _, part in log.parts(since, end.position) for event in part]
    history.take(came)
    if kept is not None and now is not None and (len(came) if found else end.position) >= AFTER:
        _keep(kept, log, Checkpoint(end, now, history.state, log.set_aside))
    return history


def from_whole_log(log: ReviewLog, *, card_of: Mapping[str, str] = NO_CARDS) -> History:
    """The history of `log` without a checkpoint. Raises `StoreError` as `load_history` does."""
    return load_history(log, None, card_of=card_of)


def _counted(
    log: ReviewLog, until: int, progress: ReportProgress, card_of: Mapping[str, str]
) -> State:
    """What all events up to a position come to, `TOGETHER` by `TOGETHER`."""
    behind = 0
    history = History(
        of_item=lambda item: log.of_item(item, until=behind),
        of_session=log.of_session,
        card_of=card_of,
    )
    waiting: list[StudyEvent] = []
    for position, part in log.parts(0, until):
        waiting += part
        if len(waiting) >= TOGETHER:
            history.take(waiting)
            history.forget()
            waiting, behind = [], position
        progress(position, until)
    history.take(waiting)
    history.forget()
    return history.state


def _fits(found: Checkpoint, log: ReviewLog, end: End, now: LogFileState | None) -> bool:
    """Whether `found` is of this log, and nobody but dva wrote to it since."""
    if now is None or found.end.log != end.log or found.end.position > end.position:
        return False
    if found.log_file == now:
        return True
    # Each transaction of dva appends a row or more; one that appends none was somebody else's.
    wrote, came = now.counter - found.log_file.counter, end.position - found.end.position
    return 1 <= wrote <= came and log.id_at(found.end.position) == found.end.id


def _recalled(kept: Path) -> Checkpoint | None:
    with suppress(KeyError, TypeError, ValueError, RecursionError):
        value: dict[str, Any] = recalled(kept, MOST_BYTES)
        if value["version"] != VERSION:
            return None
        return Checkpoint(
            End(**value["end"]),
            LogFileState(**value["log_file"]),
            from_value(value["state"]),
            {int(position): Text(*why) for position, why in value["set_aside"].items()},
        )
    return None


def _keep(kept: Path, log: ReviewLog, checkpoint: Checkpoint) -> None:
    """Write a checkpoint, unless somebody wrote to the log while it was made."""
    if log_file_state(log.path) != checkpoint.log_file:
        return
    value = {
        "version": VERSION,
        "end": asdict(checkpoint.end),
        "log_file": asdict(checkpoint.log_file),
        "set_aside": {position: astuple(why) for position, why in checkpoint.set_aside.items()},
        "state": to_value(checkpoint.state),
    }
    write(kept, value)
