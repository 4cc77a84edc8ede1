"""Events of a session: its start and end, answers, skips, and statements about them."""

from collections.abc import Mapping
from typing import Any, Final, assert_never

from study_app.grading.verdict import Verdict
from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.log.events import (
    Answered,
    Finished,
    Flagged,
    Guessed,
    Overruled,
    Rated,
    Skipped,
    Started,
    StudyEvent,
    Undone,
    WasWrong,
)
from study_app.store.kinds.values import (
    Build,
    Common,
    Payload,
    Row,
    RowParts,
    UnreadableValue,
    bool_value,
    dump,
    int_value,
    json_object,
    memoized,
    share_value,
    text_value,
    text_values,
)

Answering = (
    Started
    | Answered
    | Skipped
    | Undone
    | Overruled
    | Rated
    | Guessed
    | WasWrong
    | Flagged
    | Finished
)

_KINDS: Final = {
    Undone: "undone",
    Overruled: "overruled",
    Guessed: "guessed",
    WasWrong: "was_wrong",
}


def row_parts(event: Answering) -> RowParts:
    """`event` for its row."""
    match event:
        case Started():
            payload: dict[str, object] = {
                "seed": event.seed,
                "items": event.items,
                "retries": event.retries,
            }
            return "started", {}, payload
        case Answered():
            columns: dict[str, object] = {
                "item": event.item,
                "item_hash": event.item_hash,
                "response": dump(_from_response(event.response)),
                "verdict": event.verdict.value,
                "score": event.score,
                "elapsed_ms": event.elapsed_ms,
                "card": event.card,
            }
            payload = {
                "matched": event.matched,
                "reason": event.reason,
                **drawn_payload(event.drawn),
            }
            if event.hinted:
                payload["hinted"] = True
            return "answered", columns, payload
        case Skipped():
            columns = {
                "item": event.item,
                "item_hash": event.item_hash,
                "elapsed_ms": event.elapsed_ms,
            }
            return "skipped", columns, drawn_payload(event.drawn)
        case Undone() | Overruled() | Guessed() | WasWrong():
            return _KINDS[type(event)], {"item": event.item}, {"target": event.target}
        case Rated():
            return "rated", {"item": event.item}, {"target": event.target, "rating": event.rating}
        case Flagged():
            return "flagged", {"item": event.item}, {"on": event.on}
        case Finished():
            return "finished", {}, {}
        case _:
            assert_never(event)


def _started(common: Common, _row: Row, payload: Payload) -> StudyEvent:
    return Started(
        **common,
        seed=int_value(payload, "seed"),
        items=text_values(payload["items"]),
        retries=int_value(payload, "retries"),
    )


def _answered(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Answered(
        **common,
        item=text_value(row, "item"),
        item_hash=text_value(row, "item_hash"),
        response=_to_response(text_value(row, "response")),
        verdict=Verdict(text_value(row, "verdict")),
        score=share_value(row, "score"),
        elapsed_ms=int_value(row, "elapsed_ms"),
        matched=text_value(payload, "matched"),
        reason=text_value(payload, "reason"),
        drawn=drawn_of(payload),
        card=None if row["card"] is None else text_value(row, "card"),
        hinted="hinted" in payload and bool_value(payload, "hinted"),
    )


def _skipped(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Skipped(
        **common,
        item=text_value(row, "item"),
        item_hash=text_value(row, "item_hash"),
        elapsed_ms=int_value(row, "elapsed_ms"),
        drawn=drawn_of(payload),
    )


def _targeting(made: type[Undone | Overruled | Guessed | WasWrong]) -> Build:
    return lambda common, row, payload: made(
        **common, item=text_value(row, "item"), target=text_value(payload, "target")
    )


def _rated(common: Common, row: Row, payload: Payload) -> StudyEvent:
    rating = int_value(payload, "rating")
    if rating not in range(1, 5):
        raise UnreadableValue("the rating is not 1 to 4")
    return Rated(
        **common, item=text_value(row, "item"), target=text_value(payload, "target"), rating=rating
    )


def _flagged(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Flagged(**common, item=text_value(row, "item"), on=bool_value(payload, "on"))


def _finished(common: Common, _row: Row, _payload: Payload) -> StudyEvent:
    return Finished(**common)


BUILD: Final[Mapping[str, Build]] = {
    "started": _started,
    "answered": _answered,
    "skipped": _skipped,
    "undone": _targeting(Undone),
    "overruled": _targeting(Overruled),
    "rated": _rated,
    "guessed": _targeting(Guessed),
    "was_wrong": _targeting(WasWrong),
    "flagged": _flagged,
    "finished": _finished,
}


def drawn_of(payload: Mapping[str, Any]) -> Mapping[str, object] | None:
    drawn = payload.get("drawn")
    if drawn is not None and not isinstance(drawn, dict):
        raise UnreadableValue("{name} is not a JSON object", name="drawn")
    return drawn


def drawn_payload(drawn: Mapping[str, object] | None) -> dict[str, object]:
    """Nothing where nothing was drawn, as in the rows of earlier versions."""
    return {} if drawn is None else {"drawn": drawn}


def _from_response(response: Response) -> dict[str, object]:
    match response:
        case Picked(keys):
            return {"picked": keys}
        case Paired(pairs):
            return {"paired": pairs}
        case TypedText(typed):
            return {"written": typed}
        case _:
            assert_never(response)


@memoized
def _to_response(found: str) -> Response:
    match json_object(found):
        case {"picked": keys}:
            return Picked(text_values(keys))
        case {"paired": list(pairs)}:
            return Paired(tuple((left, right) for left, right in map(text_values, pairs)))
        case {"written": str(typed)}:
            return TypedText(typed)
        case _:
            raise UnreadableValue("the response is of an unknown kind")
