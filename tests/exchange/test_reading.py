"""Imports: files as other programs write them, and malicious ones."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from study_app.bank.problems import DataError
from study_app.exchange.drafts import MOST_ANSWERS, MOST_ENTRIES, Draft, Reading, TooMany
from study_app.exchange.finishing import Defaults, FinishedDrafts, finish_drafts
from study_app.exchange.formats import csv_table, gift, moodle_xml
from study_app.exchange.formats.markup import Markup, to_markdown
from study_app.exchange.formats.xml_tree import MOST_ELEMENTS, BadXml, parse
from study_app.exchange.importing import drop_refused, format_of, read_file
from study_app.grading.answer import AnswerKind
from study_app.learning.material.items import (
    Card,
    Choice,
    Choices,
    Matching,
    Ordering,
    Question,
    Typed,
)

TODAY = date(2026, 11, 29)
SOURCE = "https://docs.aws.amazon.com/x"

GIFT = r"""
// A comment of the author
// [id:q\]1] [tag:storage] [tag:dva-c02:1.1.1]
::Bucket names:: Which name is <b>valid</b>? {
  =my-bucket#It has no dot.
  ~My_Bucket#Upper case.
  ~a
  ~%50%192.168.0.1#An address.
}

$CATEGORY: $course$/top/AWS/Serverless

Which two are serverless? {
  ~%50%Lambda ~%50%Fargate ~%-50%EC2 ~%-50%EMR on EC2 ~%-50%Outposts
}

AWS {~made =builds ~sells} its own chips. {not read}

The sky is blue.{T}

How many zones? {#=3:0 =%50%2:0 ####At least three.}

About how many? {#100:5}

Between? {#1..5}

Match them. {
  =S3 -> objects
  =EBS -> blocks
}

What is SQS?{=queue =a queue#Well said. =%30%service}

Why?{}

::Read this:: A text that only says something.

In order. {>3 ALL VERTICAL ALL_OR_NOTHING
  first
  second
  third
}
"""

XML = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Storage</text></category></question>
<question type="multichoice">
  <name><text>Zones</text></name>
  <questiontext format="html"><text><![CDATA[<p>Where does <code>put-object</code> keep
  data?</p><ul><li>one &amp; all</li></ul><img src="@@PLUGINFILE@@/a.png" alt="a map">]]></text>
  <file name="a.png" encoding="base64">AAAA</file></questiontext>
  <generalfeedback format="html"><text>In three zones.</text></generalfeedback>
  <single>true</single>
  <correctfeedback format="html"><text>Well done!</text></correctfeedback>
  <answer fraction="100" format="html"><text>&lt;p&gt;in S3&lt;/p&gt;</text>
    <feedback format="html"><text>Yes.</text></feedback></answer>
  <answer fraction="50"><text>in EBS</text></answer>
  <answer fraction="0"><text>in RAM</text></answer>
  <answer fraction="0"><text>nowhere</text></answer>
</question>
<question type="numerical"><name><text>n</text></name>
  <questiontext format="plain_text"><text>How many *s?</text></questiontext>
  <answer fraction="100"><text>11</text><tolerance>0.5</tolerance></answer></question>
<question type="ordering"><name><text>o</text></name>
  <questiontext><text>Order.</text></questiontext>
  <answer fraction="2"><text>b</text></answer><answer fraction="1"><text>a</text></answer>
</question>
<question type="cloze"><name><text>c</text></name></question>
<question type="essay"><name><text>e</text></name></question>
</quiz>
"""

CSV = """Question,Answer,Note,source
"What is ECR, in words?","Elastic Container Registry
ECR",x,https://docs.aws.amazon.com/ecr
,nothing asked,,
"""


def done(reading: Reading, source: str = SOURCE) -> FinishedDrafts:
    return finish_drafts(reading, Defaults(TODAY, "notes", source))


def by_name(found: FinishedDrafts) -> dict[str, Any]:
    return {item.id: item for chapter in found.chapters for item in chapter.items}


def noted(found: FinishedDrafts) -> list[tuple[int, bool]]:
    return [(one.line, one.left_out) for one in found.notes]


def in_korean(text: str) -> bool:
    """Whether a reason was translated: names and code stay as they are."""
    return re.search("[가-힣]", text) is not None


def test_gift_as_moodle_documents_it() -> None:
    found = done(gift.read(GIFT.encode()))
    items = by_name(found)
    bucket = items["notes/q-1"]
    assert bucket.prompt == "Which name is **valid**?"
    assert bucket.tags == ("storage",)
    assert bucket.skills == {"dva-c02": ("1.1.1",)}
    assert [one.correct for one in bucket.form.options.values()] == [True, False, False, False]
    two = items["serverless/which-two-are-serverless"]
    assert isinstance(two.form, Choices)
    assert two.form.choose == 2
    zones = items["serverless/how-many-zones"].form
    assert (zones.answer.kind, zones.answer.accept) == (AnswerKind.NUMBER, ("3",))
    assert (zones.answer.near, zones.why) == (("2",), "At least three.")
    sqs = items["serverless/what-is-sqs"].form
    assert (sqs.answer.accept, sqs.answer.near) == (("queue", "a queue"), ("service",))
    assert sqs.why == "- a queue: Well said."
    assert isinstance(items["serverless/match-them"].form, Matching)
    assert isinstance(items["serverless/in-order"].form, Ordering)
    assert isinstance(items["serverless/read-this"], Card)
    left_out = [
        " ".join(GIFT.split("\n")[one.line - 1].split()) for one in found.notes if one.left_out
    ]
    assert left_out == [
        "AWS {~made =builds ~sells} its own chips. {not read}",
        "The sky is blue.{T}",
        "Between? {#1..5}",
        "Why?{}",
    ]


def test_moodle_xml_as_moodle_documents_it() -> None:
    found = done(moodle_xml.read(XML.encode()))
    items = by_name(found)
    zones = items["storage/zones"]
    assert isinstance(zones.form, Choice)
    assert zones.prompt == "Where does `put-object` keep data?\n\n- one & all\n\na map"
    (right,) = [one for one in zones.form.options.values() if one.correct]
    assert (right.text, right.why) == ("in S3", "Yes.\n\nIn three zones.")
    number = items["storage/n"]
    assert isinstance(number, Question)
    assert isinstance(number.form, Typed)
    assert tuple(items["storage/o"].form.items.values()) == ("a", "b")
    reasons = [one.why.en for one in found.notes if one.what == "Zones"]
    assert len(reasons) == 5  # picture, file, shared feedback, half right, no feedback
    assert sorted(one.what for one in found.notes if one.left_out) == ["c", "e"]


def test_a_table_of_two_columns_is_enough() -> None:
    found = done(csv_table.read(CSV.encode()))
    (question,) = by_name(found).values()
    assert question.form.answer.accept == ("Elastic Container Registry", "ECR")
    assert question.source == "https://docs.aws.amazon.com/ecr"
    assert noted(found) == [(1, True), (2, False), (4, True)]


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE quiz [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><quiz>&b;</quiz>',
        '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>',
        '<!DOCTYPE quiz SYSTEM "https://example.org/quiz.dtd"><quiz/>',
        "<quiz>&undeclared;</quiz>",
        "<quiz>" + "<a>" * 100,
        "<quiz",
        "",
    ],
)
def test_nothing_is_expanded_and_nothing_is_fetched(declared: str) -> None:
    with pytest.raises(BadXml, match="line"):
        parse(declared.encode())


def test_a_file_holds_so_many_entries_and_no_more() -> None:
    file = "prompt,right,wrong\n" + "a,b,c\n" * (MOST_ENTRIES + 10)
    with pytest.raises(TooMany, match=f"line {MOST_ENTRIES + 2}: more than {MOST_ENTRIES} cards"):
        csv_table.read(file.encode())


def test_a_file_of_many_elements_is_refused_before_it_fills_memory() -> None:
    with pytest.raises(BadXml, match=f"line 1: more than {MOST_ELEMENTS} elements"):
        parse(b"<quiz>" + b"<a/>" * MOST_ELEMENTS + b"</quiz>")


@pytest.mark.parametrize("count", [MOST_ANSWERS, MOST_ANSWERS + 1])
def test_a_question_has_so_many_answers_and_no_more(count: int) -> None:
    """Of each, the feedback is added to what there is: a million took minutes."""
    answers = "<answer fraction='0'><text>x</text></answer>" * count
    asked = f"<question type='shortanswer'>{answers}</question>"
    for reading in (
        gift.read(f"Which? {{{'~x' * count}}}".encode()),
        moodle_xml.read(f"<quiz>{asked}</quiz>".encode()),
    ):
        refused = [f"it has {count} answers" in str(one.why.en) for one in reading.notes]
        assert refused == [True] * (count > MOST_ANSWERS)


def test_a_row_of_a_table_has_no_more_answers_either() -> None:
    """The check compares each with every other: 3,000 took minutes."""
    for count in (MOST_ANSWERS, MOST_ANSWERS + 1):
        answers = "\n".join(f"answer {number}" for number in range(count))
        found = done(csv_table.read(f'prompt,accept,why\nWhich?,"{answers}",So.'.encode()))
        refused = [f"it has {count} answers" in one.why.en for one in found.notes]
        assert refused == [True] * (count > MOST_ANSWERS)


def test_text_between_many_elements_is_read_in_one_go() -> None:
    """Joined at once: to add each to the text so far took 90 seconds."""
    pieces = MOST_ELEMENTS // 2
    assert len(parse(b"<quiz>" + b"<a/>x" * pieces + b"</quiz>").text) == pieces


def test_questions_of_one_name_are_numbered() -> None:
    """A number that is free again, since its question was left out, is given again."""
    drafts = [
        Draft(line=line, kind="typed", prompt="Same", id="a/same", accept=["x"] if keyed else [])
        for line, keyed in enumerate([True, True, False, True, *[True] * 5_000])
    ]
    done = finish_drafts(Reading(drafts), Defaults(TODAY, "a", SOURCE))
    names = [one.id for one in done.chapters[0].questions]
    assert names[:4] == ["a/same", "a/same-2", "a/same-3", "a/same-4"]
    assert names[-1] == "a/same-5003"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a<br>b", "a\nb"),
        ("a<![CURVED[b>c", "ac"),
        ("a<![if x]>b<![endif]>c", "abc"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<strong> a </strong>b", " **a** b".strip()),
        ("<em>a</em> <u>b</u>", "a b"),
        ("<h2>A</h2>b", "**A**\n\nb"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"),
        ('<ol start="3"><li>a</li><li>b</li></ol>', "3. a\n4. b"),
        ("<pre>x\n  y</pre>", "```\nx\n  y\n```"),
        ('<pre><code class="language-json">{}\n</code></pre>', "```json\n{}\n```"),
        ('<a href="https://a.b/c">here</a>', "here (https://a.b/c)"),
        ('<a href="javascript:x()">here</a>', "here"),
        ("<script>x()</script>a", "a"),
        ("a_b_c *d* &lt;e&gt;", "a_b_c `*d*` `<e>`"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td></tr></table>",
            "| a | b |\n| --- | --- |\n| 1\\|2 |  |",
        ),
    ],
)
def test_html_becomes_markdown(html: str, expected: str) -> None:
    assert to_markdown(html, Markup.HTML, []) == expected


def test_a_second_import_finds_the_same_ids_in_another_order() -> None:
    blocks = [block for block in GIFT.strip().split("\n\n") if "$CATEGORY" not in block]
    first = by_name(done(gift.read("\n\n".join(blocks).encode())))
    second = by_name(done(gift.read("\n\n".join(reversed(blocks)).encode())))
    assert first.keys() == second.keys()
    assert first == second


def test_what_a_check_refuses_is_left_out_with_its_reason(tmp_path: Path) -> None:
    file = tmp_path / "a.gift"
    file.write_text(
        "::lone:: A text.\n\n::q:: A > b?\n\n::r:: Name it. {=x ####[markdown]*so*}\n\nOk? {=y}"
    )
    found = read_file(file, "gift", TODAY, SOURCE)
    assert list(found.files) == ["topics/a.yaml"]
    assert found.questions == 1
    left_out = {one.line: one.why.en for one in found.notes if one.left_out}
    assert left_out.keys() == {1, 3, 5}
    assert "no question is about" in left_out[1]
    assert all(in_korean(one.why.ko) for one in found.notes)


def test_a_translation_that_a_check_refuses_leaves_its_english() -> None:
    draft = Draft(line=7, kind="typed", prompt="Ok?", id="t/q", accept=["yes"], why="So.")
    draft.korean = replace(draft, prompt="맞습니까?", hint="`이렇게`")
    draft.hint = "like this"
    kept = drop_refused(done(Reading([draft])), TODAY)
    assert list(kept.files) == ["topics/t.yaml"]
    (note,) = kept.notes
    assert note.line == 7
    assert note.why.en.startswith("its Korean: this text is plain")
    assert in_korean(note.why.ko.removeprefix("한국어: "))
    draft.korean = replace(draft, prompt="맞습니까?")
    assert list(drop_refused(done(Reading([draft])), TODAY).files) == [
        "topics/t.yaml",
        "ko/topics/t.yaml",
    ]


def test_a_translation_that_cannot_be_said_has_its_reason_in_korean() -> None:
    draft = Draft(line=7, kind="typed", prompt="Ok?", id="t/q", accept=["yes"], why="So.")
    draft.korean = replace(draft, prompt="맞습니까?", accept=[])
    (note,) = done(Reading([draft])).notes
    assert note.why.en == "its Korean: none of its answers counts as right"
    assert note.why.ko == "한국어: 정답으로 치는 답이 없습니다"


def test_without_a_source_nothing_is_made_up() -> None:
    found = done(gift.read(b"Ok? {=y}"), source="")
    assert not found.chapters
    assert "--source" in found.notes[0].why.en


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", b"\xff\xfe"),
        ("a.xml", b"<html/>"),
        ("b.xml", b"<quiz>"),
        ("c.xml", b"<?xml version='1.0' encoding='none'?><quiz/>"),
        ("d.xml", b"<!DOCTYPE quiz><quiz/>"),
        ("e.xml", b"<quiz>" * 60),
        ("none.xml", None),
    ],
)
def test_an_unreadable_file_is_an_error_with_a_remedy(
    name: str, data: bytes | None, tmp_path: Path
) -> None:
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    format_ = format_of(file)
    assert format_ is not None
    with pytest.raises(DataError, match=name) as caught:
        read_file(file, format_, TODAY, "")
    assert in_korean(caught.value.text.ko.removeprefix(str(file)))
