"""Events as rows of the table `event`, and back."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, assert_never

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

Row = Mapping[str, Any]

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


def from_row(row: Row) -> StudyEvent:
    """The event of a row. Raises ValueError or KeyError for a row that no version wrote."""
    payload = json.loads(row["payload"])
    common: dict[str, Any] = {
        "id": row["id"],
        "at": datetime.fromisoformat(row["at"]),
        "session": row["session"],
        "mode": Mode(row["mode"]),
    }
    item = row["item"]
    match row["kind"]:
        case "started":
            items = tuple(payload["items"])
            return Started(**common, seed=payload["seed"], items=items, retries=payload["retries"])
        case "answered":
            return Answered(
                **common,
                item=item,
                item_hash=row["item_hash"],
                response=_to_response(json.loads(row["response"])),
                verdict=Verdict(row["verdict"]),
                score=row["score"],
                elapsed_ms=row["elapsed_ms"],
                matched=payload["matched"],
                reason=payload["reason"],
                drawn=payload.get("drawn"),
            )
        case "skipped":
            return Skipped(
                **common,
                item=item,
                item_hash=row["item_hash"],
                elapsed_ms=row["elapsed_ms"],
                drawn=payload.get("drawn"),
            )
        case "undone":
            return Undone(**common, item=item, target=payload["target"])
        case "overruled":
            return Overruled(**common, item=item, target=payload["target"])
        case "flagged":
            return Flagged(**common, item=item, on=payload["on"])
        case "finished":
            return Finished(**common)
        case other:
            raise ValueError(f"unknown kind of event {other!r}")


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
            return Picked(tuple(keys))
        case {"paired": pairs}:
            return Paired(tuple((left, right) for left, right in pairs))
        case {"written": text}:
            return Written(text)
        case _:
            raise ValueError("unknown kind of response")


def _dump(value: object) -> str:
    # ASCII, so that lone surrogates of a terminal's input survive as escapes.
    return json.dumps(value, separators=(",", ":"))
