"""A table with one card or question per row, for spreadsheets: CSV (RFC 4180) in UTF-8.

A cell that a spreadsheet would evaluate (it begins with `=`, `+`, `-` or `@`) is prefixed with `'`,
which is removed on reading. The byte order mark tells Excel that it is UTF-8.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, assert_never

from study_app.exchange.drafts import Draft, Reading, add_tags
from study_app.exchange.formats.markup import Markup, plain, to_markdown
from study_app.exchange.provenance import tags_of
from study_app.exchange.sheet import Chapter
from study_app.learning.material.items import (
    Card,
    Choice,
    Choices,
    Matching,
    Option,
    Ordering,
    Question,
    Typed,
)
from study_app.words.language import Language
from study_app.words.text import Text

_PLACES: Final = tuple("123456")
COLUMNS: Final = (
    "id",
    "topic",
    "kind",
    "prompt",
    "right",
    *(f"{name} {place}" for place in _PLACES for name in ("text", "reason")),
    *(f"match {place}" for place in _PLACES[:5]),
    "accept",
    "near",
    "wrong",
    "why",
    "hint",
    "tags",
    "source",
    "checked",
    "in the exam",
    "today",
)
_OTHERS: Final = {
    "front": "prompt",
    "question": "prompt",
    "term": "prompt",
    "back": "accept",
    "answer": "accept",
    "definition": "accept",
    "explanation": "why",
    "feedback": "why",
    "title": "prompt",
}
"""Names that other programs use for a column."""

_COMPUTED: Final = re.compile(r"'*[=+\-@\t\r]")
_MARKED_OFF: Final = re.compile(r"'+[=+\-@\t\r]")
_KINDS: Final = frozenset({"card", "choice", "choices", "typed", "ordering", "matching"})


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A file of `rows` in which a spreadsheet evaluates no cell."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig", "replace")


def harmless(cell: str) -> str:
    return f"'{cell}" if _COMPUTED.match(cell) else cell


def write(chapters: Sequence[Chapter], _language: Language) -> bytes:
    """The file; its columns are `COLUMNS`."""
    rows = [_row(item, chapter) for chapter in chapters for item in chapter.items]
    return table(COLUMNS, [[row.get(name, "") for name in COLUMNS] for row in rows])


def _row(item: Card | Question, chapter: Chapter) -> dict[str, str]:
    row = {
        "id": item.id,
        "topic": chapter.title,
        "tags": _lines(tags_of(item)),
        "source": item.source,
        "checked": item.checked.isoformat(),
    }
    if item.era is not None:
        row |= {"in the exam": item.era.exam, "today": item.era.today}
    match item:
        case Card():
            return row | {"kind": "card", "prompt": item.title, "why": item.body}
        case Question():
            kind = {"kind": item.kind.value, "prompt": item.prompt, "hint": item.hint or ""}
            return row | kind | _cells(item)
        case _:
            assert_never(item)


def _cells(question: Question) -> dict[str, str]:
    match question.form:
        case Choice(options) | Choices(options):
            pairs = list(zip(_PLACES, options.values(), strict=False))
            right = " ".join(place for place, one in pairs if one.correct)
            texts = {f"text {place}": one.text for place, one in pairs}
            return {"right": right} | texts | {f"reason {place}": one.why for place, one in pairs}
        case Typed(answer, why):
            near, wrong = _lines(answer.near), _lines(answer.confusables)
            return {"accept": _lines(answer.accept), "near": near, "wrong": wrong, "why": why}
        case Ordering(items, why):
            numbered = zip(_PLACES, items.values(), strict=False)
            return {f"text {place}": text for place, text in numbered} | {"why": why}
        case Matching(pairs, why):
            row = {"why": why}
            for place, (left, right) in zip(_PLACES, pairs.values(), strict=False):
                row |= {f"text {place}": left, f"match {place}": right}
            return row
        case _:
            assert_never(question.form)


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)


def read(data: bytes) -> Reading:
    """Read the table; its first row names the columns. Raises UnicodeDecodeError and `TooMany`."""
    reading = Reading()
    text = data.decode("utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header: list[str] = []
    line = 1
    try:
        for cells in rows:
            if not header:
                names = [cell.strip().casefold() for cell in cells]
                header = [_OTHERS.get(name, name) for name in names]
                _look_at_header(reading, names, header)
            elif any(cell.strip() for cell in cells):
                row = dict(zip(header, map(_as_typed, cells), strict=False))
                _read_row(reading, line, row)
            line = rows.line_num + 1
    except csv.Error as error:
        reading.refuse(
            rows.line_num,
            "",
            Text(
                "no row can be read from here on: {why}", "여기부터 읽을 수 없습니다: {why}"
            ).filled(why=error),
        )
    return reading


def _look_at_header(reading: Reading, names: Sequence[str], header: Sequence[str]) -> None:
    if "prompt" not in header:
        reading.refuse(
            1,
            ", ".join(names),
            Text(
                "the first row must name the columns, with 'prompt' among them",
                "첫 줄에 열 이름이 있어야 하고 그 가운데 'prompt'가 있어야 합니다",
            ),
        )
    for name, meant in zip(names, header, strict=True):
        if name and meant not in COLUMNS:
            why = Text("this column is unknown and is left out", "모르는 열이라 뺍니다")
            reading.refuse(1, name, why)


def _read_row(reading: Reading, line: int, row: Mapping[str, str]) -> None:
    kind = row.get("kind", "").casefold()
    texts = [(place, row.get(f"text {place}", "")) for place in _PLACES]
    if not kind:
        kind = "typed" if not any(text for _, text in texts) else "choice"
    if not row.get("prompt") or kind not in _KINDS:
        reading.refuse(
            line,
            row.get("id") or row.get("prompt", ""),
            Text(
                "this kind of question is not supported: {kind}",
                "이런 유형의 문제는 없습니다: {kind}",
            ).filled(kind=kind)
            if row.get("prompt")
            else Text("it has no prompt", "문제의 글이 없습니다"),
        )
        return
    draft = Draft(
        line=line,
        kind="choice" if kind == "choices" else kind,
        prompt="",
        id=row.get("id", ""),
        chapter=row.get("topic", ""),
    )
    draft.prompt = _text(row, "prompt", draft)
    draft.why, draft.hint = _text(row, "why", draft), row.get("hint", "")
    draft.exam, draft.today = row.get("in the exam", ""), row.get("today", "")
    draft.source, draft.checked = row.get("source", ""), _day(row.get("checked", ""))
    if kind == "card":
        draft.title, draft.prompt = row["prompt"], draft.why
    add_tags(draft, filter(None, map(str.strip, row.get("tags", "").split("\n"))))
    right = set(re.findall(r"\d", row.get("right", "")))
    for place, text in texts:
        if text and kind == "matching":
            draft.pairs.append((_line(text), _line(row.get(f"match {place}", ""))))
        elif text:
            reason = _text(row, f"reason {place}", draft)
            draft.options.append(Option(_line(text), reason, correct=place in right))
    draft.accept, draft.near, draft.wrong = (
        [*filter(None, map(_line, row.get(name, "").split("\n")))]
        for name in ("accept", "near", "wrong")
    )
    reading.add(draft)


def _text(row: Mapping[str, str], name: str, draft: Draft) -> str:
    """A cell as Markdown; one with tags is read as HTML."""
    text = row.get(name, "")
    is_html = re.search(r"</?(?:p|br|b|i|div|span|strong|em|ul|ol|li|img|a)\b[^>]*>", text)
    return to_markdown(text, Markup.MOODLE if is_html else Markup.MARKDOWN, draft.notes)


def _as_typed(cell: str) -> str:
    return (cell[1:] if _MARKED_OFF.match(cell) else cell).strip()


def _line(text: str) -> str:
    return plain(text, Markup.PLAIN)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
