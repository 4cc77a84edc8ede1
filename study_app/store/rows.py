"""Events as rows of the table `event`, and back."""

from typing import Any, Final

from study_app.learning.log.events import (
    Chosen,
    ExamEvent,
    ExamStarted,
    ExamTaken,
    Noted,
    Paused,
    PlanSet,
    Read,
    Resumed,
    SessionMode,
    Shown,
    Struck,
    StudyEvent,
    Submitted,
    Suspended,
    Unknown,
)
from study_app.store.kinds import answering, examining, planning
from study_app.store.kinds.values import (
    Row,
    RowParts,
    UnreadableValue,
    dump,
    json_object,
    parse_day,
    parse_moment,
    text_value,
)

COLUMNS = (
    "id",
    "at",
    "kind",
    "session",
    "mode",
    "item",
    "item_hash",
    "response",
    "verdict",
    "score",
    "elapsed_ms",
    "payload",
    "day",
    "card",
)
"""In the order of the table, where they stand behind `position`."""

_DAY: Final = (
    "coalesce(day, (SELECT day FROM earlier_day WHERE earlier_day.position = event.position)) "
    "AS day"
)
SELECT: Final = (
    f"SELECT position, {', '.join(_DAY if name == 'day' else name for name in COLUMNS)} FROM event"  # noqa: S608 - column names are constants
)

FIRST_COLUMNS: Final = COLUMNS[:12]
"""Those of version 0.1."""


def to_row(event: StudyEvent) -> dict[str, object]:
    """A value for each of `COLUMNS`."""
    row: dict[str, object] = dict.fromkeys(COLUMNS)
    row |= {
        "id": event.id,
        "at": event.at.isoformat(timespec="milliseconds"),
        "session": event.session,
        "mode": event.mode.value,
        "day": event.day.isoformat(),
    }
    if isinstance(event, Unknown):
        return {**row, **event.fields}
    kind, columns, payload = _row_parts(event)
    return row | columns | {"kind": kind, "payload": dump(payload)}


def _row_parts(event: answering.Answering | planning.Planning | ExamEvent) -> RowParts:
    match event:
        case Read() | Suspended() | Noted() | PlanSet() | ExamTaken():
            return planning.row_parts(event)
        case ExamStarted() | Shown() | Chosen() | Struck() | Paused() | Resumed() | Submitted():
            return examining.row_parts(event)
        case _:
            return answering.row_parts(event)


UNREADABLE: Final = (KeyError, TypeError, ValueError, OverflowError, RecursionError)
"""What `from_row` raises for a row that no version wrote."""


def from_row(row: Row) -> StudyEvent:
    """The event of a row. Raises one of `UNREADABLE` where a value is not of its kind."""
    kind, mode = text_value(row, "kind"), text_value(row, "mode")
    common: dict[str, Any] = {
        "id": text_value(row, "id"),
        "at": parse_moment(text_value(row, "at")),
        "day": parse_day(text_value(row, "day")),
        "session": text_value(row, "session"),
    }
    if not (kind.isidentifier() and mode.isidentifier()):
        raise UnreadableValue("`kind` or `mode` is not a name")
    build = _BUILD.get(kind)
    if build is None or mode not in _MODES:
        return Unknown(**common, fields={name: row[name] for name in _OTHERS})
    common["mode"] = _MODES[mode]
    return build(common, row, json_object(text_value(row, "payload")))


_BUILD: Final = {**answering.BUILD, **planning.BUILD, **examining.BUILD}
_MODES: Final = {mode.value: mode for mode in SessionMode}
_OTHERS: Final = tuple(name for name in COLUMNS if name not in {"id", "at", "day", "session"})
