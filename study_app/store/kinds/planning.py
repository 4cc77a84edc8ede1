"""Events that shape the plan: what was read, suspended, noted, set, and the real exam."""

from collections.abc import Mapping
from datetime import date
from typing import Final, assert_never

from study_app.learning.log.events import (
    ExamTaken,
    Noted,
    PlanSet,
    PlanSetting,
    Read,
    StudyEvent,
    Subject,
    Suspended,
)
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

Planning = Read | Suspended | Noted | PlanSet | ExamTaken


def row_parts(event: Planning) -> RowParts:
    """`event` for its row."""
    match event:
        case Read(item=item):
            return "read", {"item": item}, {}
        case Suspended(item=item, subject=subject, on=on):
            return "suspended", {"item": item}, {"subject": subject.value, "on": on}
        case Noted(item=item, subject=subject, text=note):
            return "noted", {"item": item}, {"subject": subject.value, "text": note}
        case PlanSet(setting=setting, value=value):
            return "plan_set", {}, {"setting": setting.value, "value": value}
        case ExamTaken():
            taken_on = event.taken_on.isoformat()
            outcome = {"exam": event.exam, "taken_on": taken_on, "passed": event.passed}
            return "exam_taken", {}, {**outcome, "score": event.score}
        case _:
            assert_never(event)


def _read(common: Common, row: Row, _payload: Payload) -> StudyEvent:
    return Read(**common, item=text_value(row, "item"))


def _suspended(common: Common, row: Row, payload: Payload) -> StudyEvent:
    subject = Subject(text_value(payload, "subject"))
    return Suspended(
        **common, item=text_value(row, "item"), subject=subject, on=bool_value(payload, "on")
    )


def _noted(common: Common, row: Row, payload: Payload) -> StudyEvent:
    subject, note = Subject(text_value(payload, "subject")), text_value(payload, "text")
    return Noted(**common, item=text_value(row, "item"), subject=subject, text=note)


def _plan_set(common: Common, _row: Row, payload: Payload) -> StudyEvent:
    value = payload["value"]
    if isinstance(value, list):
        value = text_values(value)
    elif isinstance(value, bool) or not isinstance(value, str | int | float | None):
        raise UnreadableValue("the value is not valid for a setting")
    return PlanSet(**common, setting=PlanSetting(text_value(payload, "setting")), value=value)


def _exam_taken(common: Common, _row: Row, payload: Payload) -> StudyEvent:
    return ExamTaken(
        **common,
        exam=text_value(payload, "exam"),
        taken_on=date.fromisoformat(text_value(payload, "taken_on")),
        passed=bool_value(payload, "passed"),
        score=None if payload["score"] is None else int_value(payload, "score"),
    )


BUILD: Final[Mapping[str, Build]] = {
    "read": _read,
    "suspended": _suspended,
    "noted": _noted,
    "plan_set": _plan_set,
    "exam_taken": _exam_taken,
}
