"""Events as rows of the table `event`, and back."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any, Final, assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.events import (
    Answered,
    ExamTaken,
    Finished,
    Flagged,
    Guessed,
    Noted,
    Overruled,
    PlanSet,
    PlanSetting,
    Rated,
    Read,
    SessionMode,
    Skipped,
    Started,
    StudyEvent,
    Subject,
    Suspended,
    Undone,
    Unknown,
    WasWrong,
)
from study_app.learning.responses import Paired, Picked, Response, TypedText

Row = Mapping[str, Any] | sqlite3.Row

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
    payload: dict[str, object] = {}
    match event:
        case Started():
            row |= {"kind": "started"}
            payload = {"seed": event.seed, "items": event.items, "retries": event.retries}
        case Answered():
            row |= {
                "kind": "answered",
                "item": event.item,
                "item_hash": event.item_hash,
                "response": _dump(_from_response(event.response)),
                "verdict": event.verdict.value,
                "score": event.score,
                "elapsed_ms": event.elapsed_ms,
                "card": event.card,
            }
            payload = {"matched": event.matched, "reason": event.reason, **_drawn(event)}
            if event.hinted:
                payload["hinted"] = True
        case Skipped():
            row |= {
                "kind": "skipped",
                "item": event.item,
                "item_hash": event.item_hash,
                "elapsed_ms": event.elapsed_ms,
            }
            payload = _drawn(event)
        case Undone() | Overruled() | Guessed() | WasWrong():
            row |= {"kind": _KINDS[type(event)], "item": event.item}
            payload = {"target": event.target}
        case Rated():
            row |= {"kind": "rated", "item": event.item}
            payload = {"target": event.target, "rating": event.rating}
        case Flagged():
            row |= {"kind": "flagged", "item": event.item}
            payload = {"on": event.on}
        case Read() | Suspended() | Noted() | PlanSet() | ExamTaken():
            kind, item, payload = _of_plan(event)
            row |= {"kind": kind, "item": item}
        case Finished():
            row |= {"kind": "finished"}
        case Unknown(fields=fields):
            return {**row, **fields}
        case _:
            assert_never(event)
    return row | {"payload": _dump(payload)}


def _of_plan(
    event: Read | Suspended | Noted | PlanSet | ExamTaken,
) -> tuple[str, str | None, dict[str, object]]:
    """Kind, item and payload of what shapes the plan."""
    match event:
        case Read(item=item):
            return "read", item, {}
        case Suspended(item=item, subject=subject, on=on):
            return "suspended", item, {"subject": subject.value, "on": on}
        case Noted(item=item, subject=subject, text=text):
            return "noted", item, {"subject": subject.value, "text": text}
        case PlanSet(setting=setting, value=value):
            return "plan_set", None, {"setting": setting.value, "value": value}
        case ExamTaken():
            taken_on = event.taken_on.isoformat()
            told = {"exam": event.exam, "taken_on": taken_on, "passed": event.passed}
            return "exam_taken", None, {**told, "score": event.score}
        case _:
            assert_never(event)


UNREADABLE: Final = (KeyError, TypeError, ValueError, OverflowError, RecursionError)
"""What `from_row` raises for a row that no version wrote."""


def from_row(row: Row) -> StudyEvent:
    """The event of a row. Raises one of `UNREADABLE` where a value is not of its kind."""
    kind, mode = _text(row, "kind"), _text(row, "mode")
    common: dict[str, Any] = {
        "id": _text(row, "id"),
        "at": _moment(_text(row, "at")),
        "day": _day(_text(row, "day")),
        "session": _text(row, "session"),
    }
    if not (kind.isidentifier() and mode.isidentifier()):
        raise ValueError("kind or mode is not a name")
    build = _BUILD.get(kind)
    if build is None or mode not in _MODES:
        return Unknown(**common, fields={name: row[name] for name in _OTHERS})
    common["mode"] = SessionMode(mode)
    return build(common, row, _object(_text(row, "payload")))


Common = Mapping[str, Any]
Payload = Mapping[str, Any]


def _started(common: Common, _row: Row, payload: Payload) -> StudyEvent:
    return Started(
        **common,
        seed=_whole(payload, "seed"),
        items=_texts(payload["items"]),
        retries=_whole(payload, "retries"),
    )


def _answered(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Answered(
        **common,
        item=_text(row, "item"),
        item_hash=_text(row, "item_hash"),
        response=_to_response(_text(row, "response")),
        verdict=Verdict(_text(row, "verdict")),
        score=_share(row, "score"),
        elapsed_ms=_whole(row, "elapsed_ms"),
        matched=_text(payload, "matched"),
        reason=_text(payload, "reason"),
        drawn=_to_drawn(payload),
        card=None if row["card"] is None else _text(row, "card"),
        hinted="hinted" in payload and _truth(payload, "hinted"),
    )


def _skipped(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Skipped(
        **common,
        item=_text(row, "item"),
        item_hash=_text(row, "item_hash"),
        elapsed_ms=_whole(row, "elapsed_ms"),
        drawn=_to_drawn(payload),
    )


def _targeting(made: type[Undone | Overruled | Guessed | WasWrong]) -> "Build":
    return lambda common, row, payload: made(
        **common, item=_text(row, "item"), target=_text(payload, "target")
    )


def _rated(common: Common, row: Row, payload: Payload) -> StudyEvent:
    rating = _whole(payload, "rating")
    if rating not in range(1, 5):
        raise ValueError("rating is not 1 to 4")
    return Rated(**common, item=_text(row, "item"), target=_text(payload, "target"), rating=rating)


def _flagged(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Flagged(**common, item=_text(row, "item"), on=_truth(payload, "on"))


def _read(common: Common, row: Row, _payload: Payload) -> StudyEvent:
    return Read(**common, item=_text(row, "item"))


def _suspended(common: Common, row: Row, payload: Payload) -> StudyEvent:
    subject = Subject(_text(payload, "subject"))
    return Suspended(**common, item=_text(row, "item"), subject=subject, on=_truth(payload, "on"))


def _noted(common: Common, row: Row, payload: Payload) -> StudyEvent:
    subject, text = Subject(_text(payload, "subject")), _text(payload, "text")
    return Noted(**common, item=_text(row, "item"), subject=subject, text=text)


def _plan_set(common: Common, _row: Row, payload: Payload) -> StudyEvent:
    value = payload["value"]
    if isinstance(value, list):
        value = _texts(value)
    elif isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise TypeError("value is not valid for a setting")
    return PlanSet(**common, setting=PlanSetting(_text(payload, "setting")), value=value)


def _exam_taken(common: Common, _row: Row, payload: Payload) -> StudyEvent:
    return ExamTaken(
        **common,
        exam=_text(payload, "exam"),
        taken_on=date.fromisoformat(_text(payload, "taken_on")),
        passed=_truth(payload, "passed"),
        score=None if payload["score"] is None else _whole(payload, "score"),
    )


def _finished(common: Common, _row: Row, _payload: Payload) -> StudyEvent:
    return Finished(**common)


Build = Callable[[Common, Row, Payload], StudyEvent]

_BUILD: Final[Mapping[str, Build]] = {
    "started": _started,
    "answered": _answered,
    "skipped": _skipped,
    "undone": _targeting(Undone),
    "overruled": _targeting(Overruled),
    "rated": _rated,
    "guessed": _targeting(Guessed),
    "was_wrong": _targeting(WasWrong),
    "flagged": _flagged,
    "read": _read,
    "suspended": _suspended,
    "noted": _noted,
    "plan_set": _plan_set,
    "exam_taken": _exam_taken,
    "finished": _finished,
}
_KINDS: Final = {
    Undone: "undone",
    Overruled: "overruled",
    Guessed: "guessed",
    WasWrong: "was_wrong",
}
_MODES: Final = frozenset(SessionMode)
_OTHERS: Final = tuple(name for name in COLUMNS if name not in {"id", "at", "day", "session"})


_remembered = lru_cache(maxsize=10_000)
"""Most texts stand in many rows, and what is made of them is never changed."""


def _text(values: Row, name: str) -> str:
    value = values[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is {'not UTF-8' if isinstance(value, bytes) else 'not text'}")
    return value


def _whole(values: Row, name: str) -> int:
    value = values[name]
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is not a whole number")
    return value


def _share(values: Row, name: str) -> float:
    value = values[name]
    # SQLite keeps 1.0 as 1; its bytes read by themselves say so.
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise TypeError(f"{name} is not a number from 0 to 1")
    return float(value)


def _truth(values: Row, name: str) -> bool:
    value = values[name]
    if not isinstance(value, bool):
        raise TypeError(f"{name} is neither true nor false")
    return value


def _moment(text: str) -> datetime:
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError("at has no time zone")
    return at.astimezone(UTC)


@_remembered
def _day(text: str) -> date:
    return date.fromisoformat(text)


@_remembered
def _object(text: str) -> dict[str, Any]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise TypeError("a JSON object is missing")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise TypeError("a list of texts is missing")
    return tuple(value)


def _to_drawn(payload: Mapping[str, Any]) -> Mapping[str, object] | None:
    drawn = payload.get("drawn")
    if drawn is not None and not isinstance(drawn, dict):
        raise TypeError("drawn is not a JSON object")
    return drawn


def _drawn(event: Answered | Skipped) -> dict[str, object]:
    """Nothing where nothing was drawn, as in the rows of earlier versions."""
    return {} if event.drawn is None else {"drawn": event.drawn}


def _from_response(response: Response) -> dict[str, object]:
    match response:
        case Picked(keys):
            return {"picked": keys}
        case Paired(pairs):
            return {"paired": pairs}
        case TypedText(text):
            return {"written": text}
        case _:
            assert_never(response)


@_remembered
def _to_response(text: str) -> Response:
    match _object(text):
        case {"picked": keys}:
            return Picked(_texts(keys))
        case {"paired": list(pairs)}:
            return Paired(tuple((left, right) for left, right in map(_texts, pairs)))
        case {"written": str(text)}:
            return TypedText(text)
        case _:
            raise ValueError("unknown kind of response")


def _dump(value: object) -> str:
    # ASCII, so that lone surrogates of a terminal's input survive as escapes.
    return json.dumps(value, separators=(",", ":"))
