"""Events as rows of the table `event`, and back."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.events import (
    Answered,
    Finished,
    Flagged,
    Mode,
    Overruled,
    Skipped,
    Started,
    StudyEvent,
    Undone,
)
from study_app.learning.responses import Paired, Picked, Response, Written

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
)


def to_row(event: StudyEvent) -> dict[str, object]:
    """A value for each of `COLUMNS`."""
    row: dict[str, object] = dict.fromkeys(COLUMNS)
    row |= {
        "id": event.id,
        "at": event.at.isoformat(timespec="milliseconds"),
        "session": event.session,
        "mode": event.mode.value,
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
            }
            payload = {"matched": event.matched, "reason": event.reason, **_drawn(event)}
        case Skipped():
            row |= {
                "kind": "skipped",
                "item": event.item,
                "item_hash": event.item_hash,
                "elapsed_ms": event.elapsed_ms,
            }
            payload = _drawn(event)
        case Undone() | Overruled():
            kind = "undone" if isinstance(event, Undone) else "overruled"
            row |= {"kind": kind, "item": event.item}
            payload = {"target": event.target}
        case Flagged():
            row |= {"kind": "flagged", "item": event.item}
            payload = {"on": event.on}
        case Finished():
            row |= {"kind": "finished"}
        case _:
            assert_never(event)
    return row | {"payload": _dump(payload)}


UNREADABLE: Final = (KeyError, TypeError, ValueError, OverflowError, RecursionError)
"""What `from_row` raises for a row that no version wrote."""


def from_row(row: Row) -> StudyEvent:
    """The event of a row. Raises one of `UNREADABLE` where a value is not of its kind."""
    payload = _object(_text(row, "payload"))
    common: dict[str, Any] = {
        "id": _text(row, "id"),
        "at": _moment(_text(row, "at")),
        "session": _text(row, "session"),
        "mode": Mode(_text(row, "mode")),
    }
    match _text(row, "kind"):
        case "started":
            return Started(
                **common,
                seed=_whole(payload, "seed"),
                items=_texts(payload["items"]),
                retries=_whole(payload, "retries"),
            )
        case "answered":
            return Answered(
                **common,
                item=_text(row, "item"),
                item_hash=_text(row, "item_hash"),
                response=_to_response(_object(_text(row, "response"))),
                verdict=Verdict(_text(row, "verdict")),
                score=_share(row, "score"),
                elapsed_ms=_whole(row, "elapsed_ms"),
                matched=_text(payload, "matched"),
                reason=_text(payload, "reason"),
                drawn=_to_drawn(payload),
            )
        case "skipped":
            return Skipped(
                **common,
                item=_text(row, "item"),
                item_hash=_text(row, "item_hash"),
                elapsed_ms=_whole(row, "elapsed_ms"),
                drawn=_to_drawn(payload),
            )
        case "undone":
            return Undone(**common, item=_text(row, "item"), target=_text(payload, "target"))
        case "overruled":
            return Overruled(**common, item=_text(row, "item"), target=_text(payload, "target"))
        case "flagged":
            return Flagged(**common, item=_text(row, "item"), on=_truth(payload, "on"))
        case "finished":
            return Finished(**common)
        case other:
            raise ValueError(f"unknown kind of event {other!r}")


def _text(values: Row, name: str) -> str:
    value = values[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is {'not UTF-8' if isinstance(value, bytes) else 'no text'}")
    return value


def _whole(values: Row, name: str) -> int:
    value = values[name]
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is no whole number")
    return value


def _share(values: Row, name: str) -> float:
    value = values[name]
    # SQLite keeps 1.0 as 1; its bytes read by themselves say so.
    if not isinstance(value, int | float) or not 0 <= value <= 1:
        raise TypeError(f"{name} is no number from 0 to 1")
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
        raise TypeError("drawn is no JSON object")
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
        case Written(text):
            return {"written": text}
        case _:
            assert_never(response)


def _to_response(data: Mapping[str, Any]) -> Response:
    match data:
        case {"picked": keys}:
            return Picked(_texts(keys))
        case {"paired": list(pairs)}:
            return Paired(tuple((left, right) for left, right in map(_texts, pairs)))
        case {"written": str(text)}:
            return Written(text)
        case _:
            raise ValueError("unknown kind of response")


def _dump(value: object) -> str:
    # ASCII, so that lone surrogates of a terminal's input survive as escapes.
    return json.dumps(value, separators=(",", ":"))
