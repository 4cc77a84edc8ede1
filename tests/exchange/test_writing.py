"""Exports: every character means itself, whatever its meaning in the format."""

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest

from study_app.exchange.answers_log import answers, as_csv, as_json_lines
from study_app.exchange.formats import csv_table, gift, html, markdown, moodle_xml
from study_app.exchange.formats.xml_tree import parse
from study_app.exchange.sheet import Chapter, written_down
from study_app.learning.answering.responses import TypedText
from study_app.learning.log.events import Overruled, Undone
from study_app.learning.material.items import Card, Choice, Option, Question
from study_app.words.language import Language
from tests.shipped import shipped
from tests.store.samples import NOW, answer

NASTY = r"a\b ~c =d #e {f} g: h -> i <b>&amp; \n </details> ]]> %50% [x]"
CARD = Card(
    id="t/c",
    skills={"dva-c02": ("1.1.1",)},
    source="https://docs.aws.amazon.com/x",
    checked=date(2026, 11, 1),
    title=NASTY,
    body="One\n\n- two\n- three",
)


def choice(text: str) -> Question:
    options = {key: Option(f"{key} {text}", text, key == "a") for key in "abcd"}
    return Question(
        id="t/q",
        skills={},
        source=CARD.source,
        checked=CARD.checked,
        prompt=text,
        form=Choice(options),
        difficulty=2,
    )


CHAPTER = [Chapter("t", NASTY, (CARD,), (choice(NASTY),))]


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def test_html_loads_and_runs_nothing_and_hides_answers() -> None:
    tags = Tags()
    page = html.write(CHAPTER, Language.EN).decode()
    tags.feed(page)
    names = [tag for tag, _ in tags.seen]
    assert not {"script", "img", "link", "iframe", "b"} & set(names)
    addresses = {attrs.get(key) for _, attrs in tags.seen for key in ("href", "src")}
    assert addresses == {None, "#t", CARD.source}, "nothing is a link but what confirms an item"
    assert not any(key.startswith("on") for _, attrs in tags.seen for key in attrs)
    before = page.partition("<details>")[0]
    assert "Source" not in before.partition("<ol>")[2]
    assert names.count("details") == page.count("</details>")


def test_gift_escapes_what_is_a_sign_of_its_own() -> None:
    text = gift.write(CHAPTER, Language.EN).decode()
    unescaped = re.sub(r"\\[\\~=#{}:n]", "", text)
    question = unescaped.partition("::t/q::")[2]
    assert question.count("{") == question.count("}") == 1
    assert question.count("=") == 1
    assert question.count("~") == 3
    assert text.count("\n\n") == 3  # a blank line ends a question, and there are three blocks


def test_xml_says_what_was_written() -> None:
    quiz = parse(moodle_xml.write(CHAPTER, Language.EN))
    _, card, question = quiz.all("question")
    assert card.said("name", "text") == NASTY
    assert question.said("questiontext", "text") == NASTY
    assert [one.said("text") for one in question.all("answer")][1] == f"b {NASTY}"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "'=1", "''-"])
def test_a_spreadsheet_computes_nothing(cell: str) -> None:
    data = csv_table.write([Chapter("t", "T", (), (choice(cell),))], Language.EN)
    (row,) = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert row["prompt"] == f"'{cell}"
    assert csv_table.read(data).drafts[0].prompt == cell


def test_a_sheet_has_every_card_and_question_and_no_answer_before_its_place() -> None:
    bank = shipped()
    topic = bank.topics["eks"]
    questions = tuple(written_down(bank.asked(one, 0, 0)) for one in topic.question_ids)
    sheet = [Chapter(topic.id, topic.title, tuple(bank.cards_of(topic)), questions)]
    text = markdown.write(sheet, Language.KO).decode()
    asked, solutions = text.split("### 정답")
    for card in bank.cards_of(topic):
        assert card.body in asked
    for question in questions:
        assert question.prompt in asked
        assert question.source in solutions
    assert "✓" not in asked


def test_the_last_word_on_an_answer_counts() -> None:
    first, second = answer(1), replace(answer(2), response=TypedText("=cmd\x1b"))
    at = NOW + timedelta(hours=1)
    common: dict[str, Any] = {"at": at, "day": at.date(), "session": "s", "item": first.item}
    overruled = Overruled(id="o", target=first.id, **common)
    undone = Undone(id="u", target=second.id, **common)
    found = answers([undone, second, overruled, first])
    assert [(one.said, one.undone) for one in found] == [("I was right", False), ("", True)]
    rows = list(csv.DictReader(io.StringIO(as_csv(found).decode("utf-8-sig"), newline="")))
    assert rows[1]["response"] == "'=cmd␛"
    lines = [json.loads(line) for line in as_json_lines(found).splitlines()]
    assert lines[1]["response"] == "=cmd\x1b"
    assert [line["said"] for line in lines] == ["I was right", ""]
