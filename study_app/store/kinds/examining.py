"""Events of a mock exam."""

from collections.abc import Mapping
from typing import Final, assert_never

from study_app.learning.log.events import (
    Chosen,
    ExamEvent,
    ExamStarted,
    Paused,
    Resumed,
    Shown,
    Struck,
    StudyEvent,
    Submitted,
)
from study_app.store.kinds.answering import drawn_of, drawn_payload
from study_app.store.kinds.values import (
    Build,
    Common,
    Payload,
    Row,
    RowParts,
    UnreadableValue,
    bool_value,
    int_value,
    text_value,
    text_values,
)


def row_parts(event: ExamEvent) -> RowParts:
    """`event` for its row."""
    match event:
        case ExamStarted():
            payload: dict[str, object] = {
                "exam": event.exam,
                "seed": event.seed,
                "items": event.items,
                "domains": event.domains,
                "minutes": event.minutes,
                "extra": event.extra,
                "domain": event.domain,
            }
            return "exam_started", {}, payload
        case Shown(item=item, drawn=drawn):
            return "shown", {"item": item}, drawn_payload(drawn)
        case Chosen(item=item, keys=keys):
            return "chosen", {"item": item}, {"keys": keys}
        case Struck(item=item, keys=keys):
            return "struck", {"item": item}, {"keys": keys}
        case Paused():
            return "paused", {}, {}
        case Resumed():
            return "resumed", {}, {}
        case Submitted(timed_out=timed_out):
            return "submitted", {}, {"timed_out": timed_out}
        case _:
            assert_never(event)


def _exam_started(common: Common, _row: Row, payload: Payload) -> StudyEvent:
    items, domains = text_values(payload["items"]), text_values(payload["domains"])
    if len(items) != len(domains) or len(set(items)) != len(items):
        raise UnreadableValue("`items` and `domains` do not match")
    return ExamStarted(
        **common,
        exam=text_value(payload, "exam"),
        seed=int_value(payload, "seed"),
        items=items,
        domains=domains,
        minutes=int_value(payload, "minutes"),
        extra=int_value(payload, "extra"),
        domain=None if payload["domain"] is None else text_value(payload, "domain"),
    )


def _shown(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Shown(**common, item=text_value(row, "item"), drawn=drawn_of(payload))


def _chosen(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Chosen(**common, item=text_value(row, "item"), keys=text_values(payload["keys"]))


def _struck(common: Common, row: Row, payload: Payload) -> StudyEvent:
    return Struck(**common, item=text_value(row, "item"), keys=text_values(payload["keys"]))


def _paused(common: Common, _row: Row, _payload: Payload) -> StudyEvent:
    return Paused(**common)


def _resumed(common: Common, _row: Row, _payload: Payload) -> StudyEvent:
    return Resumed(**common)


def _submitted(common: Common, _row: Row, payload: Payload) -> StudyEvent:
    return Submitted(**common, timed_out=bool_value(payload, "timed_out"))


BUILD: Final[Mapping[str, Build]] = {
    "exam_started": _exam_started,
    "shown": _shown,
    "chosen": _chosen,
    "struck": _struck,
    "paused": _paused,
    "resumed": _resumed,
    "submitted": _submitted,
}
