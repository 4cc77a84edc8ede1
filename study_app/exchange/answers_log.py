"""The learner's answers as a table or JSON lines: what was given, and how it counts."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from study_app.exchange.formats.csv_table import table
from study_app.learning.answering.responses import Paired, Picked, Response, TypedText
from study_app.learning.log.events import (
    Answered,
    Guessed,
    Overruled,
    Rated,
    StudyEvent,
    Undone,
    WasWrong,
)
from study_app.words.visible import visible

COLUMNS: Final = (
    "id",
    "at",
    "day",
    "mode",
    "session",
    "item",
    "response",
    "verdict",
    "score",
    "seconds",
    "hinted",
    "said",
    "undone",
    "matched",
    "reason",
)


@dataclass(frozen=True, slots=True)
class Logged:
    """An answer with its later corrections: the latest counts."""

    answer: Answered
    said: str
    undone: bool


def answers(events: Iterable[StudyEvent]) -> list[Logged]:
    """All answers in chronological order."""
    ordered = sorted(events, key=lambda event: event.key)
    undone = {event.target for event in ordered if isinstance(event, Undone)}
    said: dict[str, str] = {}
    for event in ordered:
        if event.id in undone:
            continue
        match event:
            case Overruled(target=target):
                said[target] = "I was right"
            case Guessed(target=target):
                said[target] = "I guessed"
            case WasWrong(target=target):
                said[target] = "I was wrong"
            case Rated(target=target, rating=rating):
                said.setdefault(target, f"rated {rating}")
            case _:
                pass
    return [
        Logged(event, said.get(event.id, ""), event.id in undone)
        for event in ordered
        if isinstance(event, Answered)
    ]


def as_csv(logged: Iterable[Logged]) -> bytes:
    rows = [_row(one) for one in logged]
    return table(COLUMNS, [[_cell(row[name]) for name in COLUMNS] for row in rows])


def as_json_lines(logged: Iterable[Logged]) -> bytes:
    return "".join(_json_lines(logged)).encode("utf-8", "replace")


def _json_lines(logged: Iterable[Logged]) -> Iterator[str]:
    for one in logged:
        yield json.dumps(_row(one), ensure_ascii=False) + "\n"


def _row(one: Logged) -> dict[str, object]:
    answer = one.answer
    return {
        "id": answer.id,
        "at": answer.at.isoformat(timespec="milliseconds"),
        "day": answer.day.isoformat(),
        "mode": answer.mode.value,
        "session": answer.session,
        "item": answer.item,
        "response": _given(answer.response),
        "verdict": answer.verdict.value,
        "score": answer.score,
        "seconds": answer.elapsed_ms / 1000,
        "hinted": answer.hinted,
        "said": one.said,
        "undone": one.undone,
        "matched": answer.matched,
        "reason": answer.reason,
    }


def _given(response: Response) -> object:
    match response:
        case Picked(keys):
            return list(keys)
        case Paired(pairs):
            return dict(pairs)
        case TypedText(text):
            return text
        case _:
            assert_never(response)


def _cell(value: object) -> str:
    match value:
        case bool():
            return "yes" if value else ""
        case list():
            return " ".join(map(str, value))
        case dict():
            return " ".join(f"{left}={right}" for left, right in value.items())
        case _:
            return visible(str(value))
